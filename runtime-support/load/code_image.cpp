#include "runtime-support/load/code_image.h"

#include "runtime-support/load/container_reader.h"
#include "runtime-support/platform/guest_ranges.h"
#include "runtime-support/platform/virtual_memory.h"
#include "wasmc/abi/version.h"

namespace wasmc::load {

namespace {

std::unexpected<Error> cannotMap(intptr_t answer) {
  return error(Error::kNoOffset, "cannot map the file (errno ", static_cast<uint64_t>(-answer),
               ")");
}

uint64_t startOfPage(uint64_t address) {
  return address & ~uint64_t{platform::pageSize() - 1};
}

} // namespace

CodeImage::~CodeImage() {
  unregisterCode();
  if (mapping_ != nullptr)
    platform::release(mapping_, mappingSize_);
}

Result<void> CodeImage::load(platform::File file, const LoadOptions &options) {
  TRY_ASSIGN(ContainerMap containerMap, findImage(file));
  file_ = std::move(file);
  if (options.verify) {
    uint64_t size = containerMap.fileSize;
    intptr_t whole = platform::mapFile(size, platform::Protection::read, file_.fd(), imageStart_);
    if (platform::isError(whole))
      return cannotMap(whole);
    uint8_t *bytes = reinterpret_cast<uint8_t *>(whole);
    Result<void> verified = verifyContents({bytes, static_cast<size_t>(size)});
    platform::release(bytes, size);
    TRY(verified);
  }
  TRY(map(containerMap));
  TRY(view_.check());
  return registerCode();
}

// The images of a file stand in descending order of what they ask of the CPU: the first that it can
// run is the best.
Result<ContainerMap> CodeImage::findImage(const platform::File &file) {
  TRY_ASSIGN(uint64_t size, file.size());
  for (uint32_t k = 0; k < WASMC_MAX_IMAGES; ++k) {
    alignas(16) uint8_t head[kContainerHeadSize];
    TRY_ASSIGN(size_t got, file.readAt(head, sizeof(head), imageStart_));
    TRY_ASSIGN(ContainerMap map, readContainerHead({head, got}, size - imageStart_));
    if (map.nextImage == 0)
      return map;
    imageStart_ += map.nextImage; // inside the file, so no wrap
  }
  return error(Error::kNoOffset, "damaged file: too many images");
}

Result<void> CodeImage::map(const ContainerMap &map) {
  mappingSize_ = platform::roundUpToPage(map.imageSize);
  // The whole image as if it were laid out like the file; pieces that are not replace their part.
  // Pages behind the end of the file are only ever replaced, never touched.
  intptr_t first =
      platform::mapFile(mappingSize_, platform::Protection::read, file_.fd(), imageStart_);
  if (platform::isError(first))
    return cannotMap(first);
  mapping_ = reinterpret_cast<uint8_t *>(first);
  std::array<Segment, ImageView::kMaxSegments> segments;
  size_t count = 0;
  for (const ContainerSegment &segment : map.used()) {
    uint64_t begin = startOfPage(segment.address);
    uint64_t size = segment.address + segment.size - begin;
    auto protection =
        segment.isCode ? platform::Protection::readExecute : platform::Protection::read;
    intptr_t answer = 0;
    if (segment.address != segment.fileOffset)
      answer = platform::mapFileOver(mapping_ + begin, size, protection, file_.fd(),
                                     imageStart_ + startOfPage(segment.fileOffset));
    else if (segment.isCode)
      answer = platform::protect(mapping_ + begin, size, protection);
    if (answer != 0)
      return cannotMap(answer);
    int64_t relative = static_cast<int64_t>(segment.address) - WASMC_IMAGE_HEADER_OFFSET;
    segments[count++] = {relative, relative + static_cast<int64_t>(segment.size),
                         static_cast<int64_t>(imageStart_ + segment.fileOffset), segment.isCode};
  }
  view_ =
      ImageView(reinterpret_cast<const wasmc_image_header *>(mapping_ + WASMC_IMAGE_HEADER_OFFSET),
                {segments.data(), count});
  return {};
}

Result<void> CodeImage::use(const wasmc_image_header *header, bool isOnly) {
  if (header->abi_version != WASMC_ABI_VERSION || header->header_size != sizeof(*header))
    return error(Error::kNoOffset, "the module was compiled for version ", header->abi_version,
                 " of the runtime's interface, but this is version ", WASMC_ABI_VERSION);
  TRY(checkCpu(*header));
  isOnly_ = isOnly;
  // How far the module extends is the linker's secret; it is part of this program.
  Segment everything = {INT32_MIN, INT32_MAX, 0, true};
  view_ = ImageView(header, {&everything, 1});
  TRY(view_.check());
  return registerCode();
}

// Of a file, whole code segments are registered: nothing else is in them, and a large module has
// many ranges. Of a module linked into the program only the ranges are known to be its code.
template <class Visit> Result<void> CodeImage::forEachCodePiece(Visit visit) const {
  const uint8_t *header = reinterpret_cast<const uint8_t *>(&view_.header());
  if (mapping_ != nullptr) {
    for (const Segment &segment : view_.segments())
      if (segment.isCode)
        TRY(visit(reinterpret_cast<uint64_t>(header + segment.begin),
                  reinterpret_cast<uint64_t>(header + segment.end)));
    return {};
  }
  for (const wasmc_code_range &range : view_.table<wasmc_code_range>(view_.header().code_ranges))
    if (range.text_size != 0)
      TRY(visit(reinterpret_cast<uint64_t>(header + range.text),
                reinterpret_cast<uint64_t>(header + range.text) + range.text_size));
  return {};
}

Result<void> CodeImage::registerCode() {
  return forEachCodePiece([&](uint64_t begin, uint64_t end) -> Result<void> {
    TRY(platform::guestCode.add({begin, end, this}));
    ++registered_;
    return {};
  });
}

void CodeImage::unregisterCode() {
  if (registered_ == 0)
    return; // perhaps nothing was ever mapped
  // In the same order, as far as registerCode came.
  static_cast<void>(forEachCodePiece([&](uint64_t begin, uint64_t) -> Result<void> {
    if (registered_ != 0) {
      --registered_;
      platform::guestCode.remove(begin);
    }
    return {};
  }));
}

} // namespace wasmc::load
