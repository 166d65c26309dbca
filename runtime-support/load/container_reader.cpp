// Reading the head of a `.cwasm`. The bytes are hostile.
//
// Why this is safe: nothing is read outside the span of bytes that was handed in (the one copy of
// each structure is made after its size was compared with the span's), no loop runs longer than the
// ELF header's 16-bit counts, capped far lower, and every number that leaves here was checked: the
// segments lie inside the file, do not overlap, are never writable, and code is never mapped from
// what is not marked as code. The header's own numbers are checked by ImageView when they are used.
// What this does not check is the code: a compiled module is trusted as a shared library is, and
// the hash of the contents (--verify) detects damage, not malice.
#include "runtime-support/load/container_reader.h"

#include <string.h>

#include <bit>

#include "runtime-support/platform/cpu_features.h"
#include "runtime-support/platform/virtual_memory.h"
#include "wasmc/abi/version.h"

namespace wasmc::load {

namespace {

// ELF-64 (gABI chapter 4 and 5).
struct ElfHeader {
  uint8_t ident[16];
  uint16_t type;
  uint16_t machine;
  uint32_t version;
  uint64_t entry;
  uint64_t programHeaders;
  uint64_t sectionHeaders;
  uint32_t flags;
  uint16_t headerSize;
  uint16_t programHeaderSize;
  uint16_t programHeaderCount;
  uint16_t sectionHeaderSize;
  uint16_t sectionHeaderCount;
  uint16_t sectionNames;
};
static_assert(sizeof(ElfHeader) == 64);

struct ProgramHeader {
  uint32_t type;
  uint32_t flags;
  uint64_t offset;
  uint64_t virtualAddress;
  uint64_t physicalAddress;
  uint64_t fileSize;
  uint64_t memorySize;
  uint64_t alignment;
};
static_assert(sizeof(ProgramHeader) == 56);

constexpr uint32_t kLoad = 1;
constexpr uint32_t kDynamic = 2;
constexpr uint32_t kInterpreter = 3;
constexpr uint32_t kExecutable = 1;
constexpr uint32_t kReadable = 4;
constexpr uint16_t kSharedObject = 3;

// The unit in which a file is laid out is the largest host page of its machine, between these two.
constexpr uint64_t kSmallestPage = 4096;
constexpr uint64_t kLargestPage = 65536;

#if defined(__x86_64__)
constexpr uint32_t kThisMachine = 62;
#elif defined(__aarch64__)
constexpr uint32_t kThisMachine = 183;
#else
constexpr uint32_t kThisMachine = 243;
#endif

const char *machineName(uint32_t machine) {
  switch (machine) {
  case 62:
    return "x86-64";
  case 183:
    return "AArch64";
  case 243:
    return "RISC-V";
  default:
    return "an unknown machine";
  }
}

template <class... Parts> std::unexpected<Error> refuse(const Parts &...parts) {
  return error(Error::kNoOffset, parts...);
}

std::unexpected<Error> damaged(const char *what) {
  return refuse("damaged file: ", what);
}

// A copy of a structure in the bytes; the caller has compared sizes.
template <class T> T structureAt(std::span<const uint8_t> bytes, size_t offset) {
  T value;
  memcpy(&value, bytes.data() + offset, sizeof(T));
  return value;
}

bool startsWith(std::span<const uint8_t> bytes, const char *magic, size_t size) {
  return bytes.size() >= size && memcmp(bytes.data(), magic, size) == 0;
}

std::unexpected<Error> cutShort(uint64_t fileSize) {
  return refuse("cut short: the file ends after ", fileSize, " bytes");
}

// Magic, version and machine, in the order in which they give the most useful message: an
// artefact of another version may have another header, so nothing behind the version is read first.
Result<void> checkIdentity(std::span<const uint8_t> head, uint64_t fileSize) {
  if (!startsWith(head,
                  "\x7f"
                  "ELF",
                  4))
    return refuse("not a compiled WebAssembly module");
  constexpr size_t kUpToVersion = WASMC_IMAGE_HEADER_OFFSET + 12;
  if (head.size() < kUpToVersion)
    return cutShort(fileSize);
  if (memcmp(head.data() + WASMC_IMAGE_HEADER_OFFSET, WASMC_IMAGE_MAGIC, 8) != 0)
    return refuse("not a compiled WebAssembly module (an ELF file of another kind)");
  uint32_t version = structureAt<uint32_t>(head, WASMC_IMAGE_HEADER_OFFSET +
                                                     offsetof(wasmc_image_header, abi_version));
  if (version != WASMC_ABI_VERSION)
    return refuse("compiled for version ", version,
                  " of the runtime's interface, but this is version ", WASMC_ABI_VERSION,
                  ": compile the module again");
  if (head.size() < kContainerHeadSize)
    return cutShort(fileSize);
  return {};
}

Result<wasmc_image_header> checkHeader(std::span<const uint8_t> head, uint64_t fileSize) {
  wasmc_image_header header = structureAt<wasmc_image_header>(head, WASMC_IMAGE_HEADER_OFFSET);
  ElfHeader elf = structureAt<ElfHeader>(head, 0);
  if (header.machine != kThisMachine)
    return refuse("compiled for ", machineName(header.machine), ", but this machine is ",
                  machineName(kThisMachine));
  if (header.header_size != sizeof(wasmc_image_header))
    return damaged("size of the header");
  uint64_t recorded = header.header_hash;
  header.header_hash = 0;
  uint64_t hash = hashBytes(
      kHashStart, {reinterpret_cast<const uint8_t *>(&header), sizeof(wasmc_image_header)});
  header.header_hash = recorded;
  if (hash != recorded)
    return damaged("the header does not have the recorded hash");
  if (fileSize < header.file_size)
    return refuse("cut short: the file has ", fileSize, " bytes of ", header.file_size);
  if (header.next_image == 0 && fileSize > header.file_size)
    return damaged("the file is longer than recorded");
  // Behind the image, aligned, and with at least a byte to read there.
  if (header.next_image != 0 &&
      (header.next_image % WASMC_IMAGE_ALIGNMENT != 0 || header.next_image < header.file_size ||
       header.next_image - header.file_size >= WASMC_IMAGE_ALIGNMENT ||
       header.next_image >= fileSize))
    return damaged("the place of the next image");
  // 2: ELFCLASS64; 1: ELFDATA2LSB; 1: EV_CURRENT.
  if (elf.ident[4] != 2 || elf.ident[5] != 1 || elf.ident[6] != 1 || elf.type != kSharedObject ||
      elf.machine != header.machine)
    return damaged("ELF header");
  if (!std::has_single_bit(header.page_size) || header.page_size < kSmallestPage ||
      header.page_size > kLargestPage)
    return damaged("page size");
  if (platform::pageSize() > header.page_size)
    return refuse("laid out for pages of at most ", header.page_size,
                  " bytes, but this system's have ", platform::pageSize());
  return header;
}

Result<void> addSegment(ContainerMap &map, const ProgramHeader &load, uint64_t fileSize,
                        uint64_t page) {
  bool isCode = (load.flags & kExecutable) != 0;
  if ((load.flags & ~kExecutable) != kReadable)
    return damaged("a segment that is writable or cannot be read");
  if (map.segmentCount == map.segments.size())
    return damaged("too many segments");
  // A 2 GiB image is all that the tables' offsets reach.
  constexpr uint64_t kLargestImage = uint64_t{1} << 31;
  if (load.fileSize == 0 || load.fileSize != load.memorySize || load.offset > fileSize ||
      load.fileSize > fileSize - load.offset || load.virtualAddress > kLargestImage ||
      load.fileSize > kLargestImage - load.virtualAddress)
    return damaged("a segment leads out of the file");
  if ((load.virtualAddress - load.offset) % page != 0)
    return damaged("a segment is not aligned");
  // Pages must not be shared by segments: the later mapping would replace the earlier.
  if (load.virtualAddress / page * page < map.imageSize)
    return damaged("segments overlap");
  map.segments[map.segmentCount++] = {load.virtualAddress, load.offset, load.fileSize, isCode};
  map.imageSize = load.virtualAddress + load.fileSize;
  return {};
}

Result<ContainerMap> readSegments(std::span<const uint8_t> head, uint64_t fileSize, uint64_t page) {
  ElfHeader elf = structureAt<ElfHeader>(head, 0);
  uint64_t tableSize = uint64_t{elf.programHeaderCount} * sizeof(ProgramHeader);
  if (elf.programHeaderSize != sizeof(ProgramHeader) || elf.programHeaders < sizeof(ElfHeader) ||
      elf.programHeaders > WASMC_IMAGE_HEADER_OFFSET ||
      tableSize > WASMC_IMAGE_HEADER_OFFSET - elf.programHeaders)
    return damaged("ELF program headers");
  ContainerMap map;
  for (uint64_t i = 0; i < elf.programHeaderCount; ++i) {
    ProgramHeader program = structureAt<ProgramHeader>(
        head, static_cast<size_t>(elf.programHeaders + i * sizeof(ProgramHeader)));
    // Both would mean relocations and symbols, which nobody here would process.
    if (program.type == kDynamic || program.type == kInterpreter)
      return damaged("a segment for a dynamic linker");
    if (program.type == kLoad)
      TRY(addSegment(map, program, fileSize, page));
  }
  const ContainerSegment &first = map.segments[0];
  if (map.segmentCount == 0 || first.address != 0 || first.fileOffset != 0 || first.isCode ||
      first.size < kContainerHeadSize)
    return damaged("the header is in no segment");
  return map;
}

} // namespace

uint64_t hashBytes(uint64_t hash, std::span<const uint8_t> bytes) {
  for (uint8_t byte : bytes)
    hash = (hash ^ byte) * 0x100000001b3;
  return hash;
}

Result<void> checkCpu(const wasmc_image_header &header) {
  platform::CpuFeatures wanted = {{header.cpu_features[0], header.cpu_features[1]}};
  if ((wanted.words[0] | wanted.words[1]) == 0)
    return {};
  platform::CpuFeatures missing = platform::missingFeatures(wanted);
  for (unsigned bit = 0; bit < 128; ++bit) {
    if (!missing.has(bit))
      continue;
    std::string_view name = platform::featureName(bit);
    if (name.empty())
      return refuse("compiled for a CPU feature that this version does not know (bit ", bit, ")");
    return refuse("compiled for a CPU with ", name,
                  ", which this one lacks: compile the module "
                  "again here, or with another --cpu");
  }
  return {};
}

FileKind fileKind(std::span<const uint8_t> head) {
  if (startsWith(head,
                 "\x7f"
                 "ELF",
                 4))
    return FileKind::container;
  if (startsWith(head, "\0asm", 4))
    return FileKind::wasm;
  // The text format begins with a parenthesis, blanks or a comment.
  size_t i = 0;
  while (i < head.size() &&
         (head[i] == ' ' || head[i] == '\t' || head[i] == '\n' || head[i] == '\r'))
    ++i;
  if (i + 1 < head.size() && ((head[i] == '(') || (head[i] == ';' && head[i + 1] == ';')))
    return FileKind::text;
  return FileKind::other;
}

Result<ContainerMap> readContainerHead(std::span<const uint8_t> head, uint64_t fileSize) {
  TRY(checkIdentity(head, fileSize));
  TRY_ASSIGN(wasmc_image_header header, checkHeader(head, fileSize));
  if (Result<void> able = checkCpu(header); !able) {
    if (header.next_image == 0)
      return std::unexpected(able.error());
    ContainerMap other;
    other.nextImage = header.next_image;
    return other;
  }
  TRY_ASSIGN(ContainerMap map, readSegments(head, header.file_size, header.page_size));
  map.fileSize = header.file_size;
  return map;
}

Result<void> verifyContents(std::span<const uint8_t> file) {
  if (file.size() < kContainerHeadSize)
    return cutShort(file.size());
  constexpr size_t kHashes = WASMC_IMAGE_HEADER_OFFSET + offsetof(wasmc_image_header, header_hash);
  static_assert(offsetof(wasmc_image_header, content_hash) ==
                offsetof(wasmc_image_header, header_hash) + 8);
  constexpr uint8_t kZeros[16] = {};
  uint64_t hash = hashBytes(kHashStart, file.first(kHashes));
  hash = hashBytes(hash, kZeros);
  hash = hashBytes(hash, file.subspan(kHashes + sizeof(kZeros)));
  if (hash != structureAt<uint64_t>(file, kHashes + 8))
    return damaged("the contents do not have the recorded hash");
  return {};
}

} // namespace wasmc::load
