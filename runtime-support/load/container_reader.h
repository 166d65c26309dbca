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

  std::span<const ContainerSegment> used() const { return {segments.data(), segmentCount}; }
};

enum class FileKind { container, wasm, text, other };

// By the first bytes, never by the name.
FileKind fileKind(std::span<const uint8_t> head);

// Checks the head of a file (its first kContainerHeadSize bytes, or all of a shorter file) and says
// how to map it. The errors tell apart: no file of ours, cut short, another version, another
// machine, a missing CPU feature, damaged.
Result<ContainerMap> readContainerHead(std::span<const uint8_t> head, uint64_t fileSize);

// Recomputes wasmc_image_header::content_hash over a whole file, and compares.
Result<void> verifyContents(std::span<const uint8_t> file);

// FNV-1a, 64 bits, continued from `hash`.
inline constexpr uint64_t kHashStart = 0xcbf29ce484222325;
uint64_t hashBytes(uint64_t hash, std::span<const uint8_t> bytes);

} // namespace wasmc::load

#endif
