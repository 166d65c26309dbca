// The first look at a `.cwasm` file: is it one, is it for us, is it whole.
#ifndef WASMC_RUNTIME_LOAD_CONTAINER_READER_H
#define WASMC_RUNTIME_LOAD_CONTAINER_READER_H

#include <stddef.h>
#include <stdint.h>

#include <array>
#include <span>

#include "runtime-support/load/image_view.h"
#include "wasmc/abi/container.h"
#include "wasmc/detail/result.h"

namespace wasmc::load {

// Bytes at the start of a file that hold the ELF header, the program headers and our header.
inline constexpr size_t kContainerHeadSize = WASMC_IMAGE_HEADER_OFFSET + sizeof(wasmc_image_header);

// What must be mapped: pieces of the file, by address relative to the start of the image.
struct ContainerSegment {
  uint64_t address;
  uint64_t fileOffset;
  uint64_t size; // in bytes, not rounded to pages
  bool isCode;
};

struct ContainerMap {
  std::array<ContainerSegment, ImageView::kMaxSegments> segments = {};
  size_t segmentCount = 0;
  uint64_t imageSize = 0; // from the start of the image to the end of the last segment
  uint64_t fileSize = 0;  // bytes of the file that are this image's
  // Not 0: this CPU lacks something that the image needs, nothing is to be mapped, and that many
  // bytes behind this image's start another one begins, for a CPU with fewer features.
  uint64_t nextImage = 0;

  std::span<const ContainerSegment> used() const { return {segments.data(), segmentCount}; }
};

enum class FileKind { container, wasm, text, other };

// By the first bytes, never by the name.
FileKind fileKind(std::span<const uint8_t> head);

// Checks the head of an image (its first kContainerHeadSize bytes, or all that a shorter file has)
// and says how to map it. `fileSize` is what the file has from the start of the image to its end.
// The errors tell apart: no file of ours, cut short, another version, another machine, a missing
// CPU feature, damaged.
Result<ContainerMap> readContainerHead(std::span<const uint8_t> head, uint64_t fileSize);

// Whether this machine has every CPU feature that the module's code may use; the error names one
// that is missing. Asks the processor only when there is anything to ask for.
Result<void> checkCpu(const wasmc_image_header &header);

// Recomputes wasmc_image_header::content_hash over a whole image (a file, or what a file of several
// has for one CPU), and compares.
Result<void> verifyContents(std::span<const uint8_t> file);

// FNV-1a, 64 bits, continued from `hash`.
inline constexpr uint64_t kHashStart = 0xcbf29ce484222325;
uint64_t hashBytes(uint64_t hash, std::span<const uint8_t> bytes);

} // namespace wasmc::load

#endif
