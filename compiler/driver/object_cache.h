// Compiled parts by the hash of everything they were made from, so that a part which did not change
// is not compiled again.
#ifndef WASMC_COMPILER_DRIVER_OBJECT_CACHE_H
#define WASMC_COMPILER_DRIVER_OBJECT_CACHE_H

#include "wasmc/detail/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wasmc::driver {

// A directory of entries named by their keys. Any number of processes and threads may use one at
// once: an entry appears whole, by a rename, and what cannot be read back whole is no entry. The
// entries are machine code: who can write to the directory decides what the artefacts do.
class ObjectCache {
public:
  static constexpr uint64_t kLimit = uint64_t{1} << 30; // bytes

  // Makes the directory (for its owner only) unless it is there. One that belongs to somebody else
  // or that others may write to is refused; so is any when this program cannot read its own file.
  static Result<ObjectCache> open(const std::string &directory);

  // The key of a part: `ir` is the part's bitcode before any pass, and holds every fact of the
  // module that went into it; `settings` names everything that is done to it. The compiler itself,
  // LLVM included, is added here.
  std::string keyOf(std::string_view ir, std::string_view settings) const;

  // The object, or nothing. A damaged entry is as good as none.
  std::optional<std::string> find(const std::string &key) const;

  // A failure is none: the object will be compiled again.
  void store(const std::string &key, std::string_view object) const;

  // Removes the entries used longest ago until all take at most `limit` bytes, and what processes
  // that were killed left behind. Files of other names stay.
  void evict(uint64_t limit = kLimit) const;

private:
  ObjectCache(std::string directory, std::string compiler);
  std::string pathOf(const std::string &key) const;

  std::string directory_;
  std::string compiler_; // identifies this program and its LLVM
};

} // namespace wasmc::driver

#endif
