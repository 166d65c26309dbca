// A compiled module, ready to be instantiated.
#ifndef WASMC_RUNTIME_LOAD_CODE_IMAGE_H
#define WASMC_RUNTIME_LOAD_CODE_IMAGE_H

#include <stddef.h>
#include <stdint.h>

#include "runtime-support/load/image_view.h"
#include "runtime-support/platform/file.h"
#include "wasmc/abi/container.h"
#include "wasmc/detail/result.h"

namespace wasmc::load {

struct LoadOptions {
  bool verify = false; // recompute the hash of the whole file
};

// Machine code and tables of one module, registered with the trap handler while the object lives.
// Immutable once loaded, so instances of any thread may share it; it must outlive them.
class CodeImage {
public:
  CodeImage() = default;
  CodeImage(const CodeImage &) = delete;
  CodeImage &operator=(const CodeImage &) = delete;
  ~CodeImage();

  // Maps a `.cwasm` file, of several images in it the best that this CPU can run: nothing is
  // parsed, relocated or copied. The file must not be changed in place while it is loaded. Called
  // once.
  Result<void> load(platform::File file, const LoadOptions &options);

  // Uses a module that was linked into the program as a relocatable object. `isOnly`: there will be
  // one instance of it in the life of the program, which may take the data image for itself.
  Result<void> use(const wasmc_image_header *header, bool isOnly = false);

  const ImageView &view() const { return view_; }
  // The file to map data from; null for a module linked into the program.
  const platform::File *file() const { return mapping_ != nullptr ? &file_ : nullptr; }
  // Whether the pages of the data image can be moved into the one instance's memory.
  bool isMovable() const { return isOnly_; }
  // No more instances will be made: the file need not stay open.
  void closeFile() { file_ = platform::File(); }

private:
  Result<struct ContainerMap> findImage(const platform::File &file);
  Result<void> map(const struct ContainerMap &map);
  template <class Visit> Result<void> forEachCodePiece(Visit visit) const;
  Result<void> registerCode();
  void unregisterCode();

  ImageView view_;
  platform::File file_;
  uint8_t *mapping_ = nullptr;
  size_t mappingSize_ = 0;
  uint64_t imageStart_ = 0; // in the file
  bool isOnly_ = false;
  size_t registered_ = 0; // how many pieces of code are known to the trap handler
};

} // namespace wasmc::load

#endif
