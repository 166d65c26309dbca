// Checked access to the tables of a compiled module, wherever it was loaded from.
#ifndef WASMC_RUNTIME_LOAD_IMAGE_VIEW_H
#define WASMC_RUNTIME_LOAD_IMAGE_VIEW_H

#include <stddef.h>
#include <stdint.h>

#include <array>
#include <span>
#include <string_view>

#include "wasmc/abi/container.h"
#include "wasmc/detail/result.h"

namespace wasmc::load {

// A piece of an image, in bytes relative to the image's header.
struct Segment {
  int64_t begin = 0;
  int64_t end = 0;
  int64_t fileOffset = 0; // of `begin`; meaningless for what did not come from a file
  bool isCode = false;
};

// A compiled module in memory. Every offset that the module's tables give goes through one of the
// functions below, which hold it against the segments; there is no other way to a pointer. A value,
// cheap to copy; points into the image and holds as long as that. Immutable, hence thread-safe.
class ImageView {
public:
  static constexpr size_t kMaxSegments = 4;

  ImageView() = default;
  // `segments` are what is mapped around the header, without overlap.
  ImageView(const wasmc_image_header *header, std::span<const Segment> segments);

  const wasmc_image_header &header() const { return *header_; }
  std::span<const Segment> segments() const { return {segments_.data(), segmentCount_}; }

  // The entries of a span: an error if they do not lie in the image or are misaligned.
  template <class T> Result<std::span<const T>> array(wasmc_span span) const {
    if (span.count == 0)
      return std::span<const T>();
    TRY_ASSIGN(const uint8_t *bytes,
               locate(span.offset, uint64_t{span.count} * sizeof(T), alignof(T)));
    return std::span<const T>(reinterpret_cast<const T *>(bytes), span.count);
  }

  // The same for a span of the header itself, all of which check() has accepted.
  template <class T> std::span<const T> table(wasmc_span span) const {
    if (span.count == 0)
      return {};
    return {reinterpret_cast<const T *>(base() + span.offset), span.count};
  }

  Result<std::string_view> string(wasmc_string string) const;
  // For messages: what cannot be read is empty.
  std::string_view stringOrEmpty(wasmc_string string) const;

  // The address of code: inside a code range of the module and inside a code segment.
  Result<void *> code(int32_t offset) const;
  // The same for thunks, where 0 means that there is none: null then.
  Result<void *> optionalCode(int32_t offset) const;

  // `length` bytes of the image.
  Result<const uint8_t *> bytes(int64_t offset, uint64_t length) const {
    return locate(offset, length, 1);
  }
  // Where bytes of the image stand in the file it was mapped from.
  Result<uint64_t> fileOffset(int64_t offset, uint64_t length) const;

  // Checks everything about the header that does not need its tables' contents: that each span lies
  // in the image, that the context layout has room for what is put there.
  Result<void> check() const;

private:
  const uint8_t *base() const { return reinterpret_cast<const uint8_t *>(header_); }
  const Segment *segmentOf(int64_t offset, uint64_t length) const;
  Result<const uint8_t *> locate(int64_t offset, uint64_t length, size_t alignment) const;
  Result<void> checkSpans() const;
  Result<void> checkLayout() const;

  const wasmc_image_header *header_ = nullptr;
  std::array<Segment, kMaxSegments> segments_ = {};
  size_t segmentCount_ = 0;
};

// How many entries of an index space are imported.
uint32_t importCount(const ImageView &image, wasmc_extern_kind kind);

} // namespace wasmc::load

#endif
