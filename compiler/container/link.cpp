#include "compiler/container/link.h"

#include "compiler/container/describe.h"
#include "compiler/wasm/fnv1a.h"
#include "wasmc/abi/container.h"

#include <lld/Common/Driver.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/BinaryFormat/ELF.h>
#include <llvm/ObjCopy/ConfigManager.h>
#include <llvm/ObjCopy/ObjCopy.h>
#include <llvm/Object/Binary.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Path.h>
#include <llvm/Support/raw_ostream.h>

#include <cstring>
#include <mutex>
#include <vector>

LLD_HAS_DRIVER(elf)

extern "C" {
extern const char wasmc_image_builtins_x86_64[];
extern const char wasmc_image_builtins_x86_64_end[];
extern const char wasmc_image_builtins_aarch64[];
extern const char wasmc_image_builtins_aarch64_end[];
extern const char wasmc_image_builtins_riscv64[];
extern const char wasmc_image_builtins_riscv64_end[];
}

namespace wasmc::container {

using namespace llvm;

namespace {

// lld reads and writes files; they live in a directory of their own that goes away with this.
class ScratchDirectory {
public:
  static Result<ScratchDirectory> make() {
    SmallString<128> path;
    if (std::error_code code = sys::fs::createUniqueDirectory("wasmc", path))
      return error(wasmc::Error::kNoOffset,
                   "cannot create a temporary directory: ", code.message());
    return ScratchDirectory(path.str().str());
  }
  ScratchDirectory(ScratchDirectory &&other) noexcept : path_(std::move(other.path_)) {
    other.path_.clear();
  }
  ScratchDirectory(const ScratchDirectory &) = delete;
  ScratchDirectory &operator=(const ScratchDirectory &) = delete;
  ScratchDirectory &operator=(ScratchDirectory &&) = delete;
  ~ScratchDirectory() {
    if (!path_.empty())
      sys::fs::remove_directories(path_);
  }

  std::string file(const Twine &name) const {
    SmallString<128> path(path_);
    sys::path::append(path, name);
    return path.str().str();
  }

private:
  explicit ScratchDirectory(std::string path) : path_(std::move(path)) {}
  std::string path_;
};

Result<void> writeFile(const std::string &path, std::string_view bytes) {
  std::error_code code;
  raw_fd_ostream stream(path, code);
  if (!code) {
    stream << StringRef(bytes.data(), bytes.size());
    stream.close();
    code = stream.error();
  }
  if (code) {
    stream.clear_error();
    return error(wasmc::Error::kNoOffset, "cannot write ", path, ": ", code.message());
  }
  return {};
}

Result<std::string> readFile(const std::string &path) {
  auto buffer = MemoryBuffer::getFile(path, /*IsText=*/false, /*RequiresNullTerminator=*/false);
  if (!buffer)
    return error(wasmc::Error::kNoOffset, "cannot read ", path, ": ", buffer.getError().message());
  return (*buffer)->getBuffer().str();
}

// lld's first error without its tag, on one line; all that it said when there is none.
std::string firstProblem(const std::string &output) {
  StringRef text(output);
  constexpr StringRef kTag = "error: ";
  size_t at = text.find(kTag);
  if (at == StringRef::npos)
    return text.rtrim().str();
  return text.substr(at + kTag.size()).split('\n').first.str();
}

// One link at a time: lld keeps its state in globals.
Result<void> runLinker(const std::vector<std::string> &arguments) {
  static std::mutex mutex;
  std::scoped_lock lock(mutex);
  std::vector<const char *> pointers;
  for (const std::string &argument : arguments)
    pointers.push_back(argument.c_str());
  std::string output;
  raw_string_ostream stream(output);
  lld::Result result = lld::lldMain(pointers, stream, stream, {{lld::Gnu, &lld::elf::link}});
  if (result.retCode != 0)
    return error(wasmc::Error::kNoOffset, "linking failed: ", firstProblem(output));
  return {};
}

Result<std::string> link(std::span<const std::string_view> objects,
                         std::vector<std::string> arguments, std::string_view script,
                         std::initializer_list<std::string> libraries = {}) {
  TRY_ASSIGN(ScratchDirectory directory, ScratchDirectory::make());
  for (size_t k = 0; k < objects.size(); ++k) {
    std::string path = directory.file(Twine(k) + ".o");
    TRY(writeFile(path, objects[k]));
    arguments.push_back(path);
  }
  arguments.insert(arguments.end(), libraries);
  if (!script.empty()) {
    TRY(writeFile(directory.file("script"), script));
    arguments.push_back("--script=" + directory.file("script"));
  }
  std::string output = directory.file("output");
  arguments.insert(arguments.end(), {"-o", output, "--threads=1"});
  TRY(runLinker(arguments));
  return readFile(output);
}

// The layout of docs/cwasm-format.md. Whatever ELF would want at load time is discarded: nobody
// looks for it.
std::string imageScript(uint32_t pageSize) {
  std::string page = std::to_string(pageSize);
  return "PHDRS { r PT_LOAD FILEHDR PHDRS FLAGS(4); x PT_LOAD FLAGS(5); }\n"
         "SECTIONS {\n"
         "  . = " +
         std::to_string(WASMC_IMAGE_HEADER_OFFSET) +
         ";\n"
         "  .wasmc : { KEEP(*(" +
         std::string(kHeaderSection) +
         ")) } :r\n"
         "  .rodata : { *(.rodata .rodata.* .data.rel.ro .data.rel.ro.*) } :r\n"
         "  .image : { *(" +
         std::string(kImageSection) +
         ") } :r\n"
         "  . = ALIGN(" +
         page +
         ");\n"
         "  .text : { *(.text .text.*) } :x\n"
         "  /DISCARD/ : { *(.dynamic) *(.dynsym) *(.dynstr) *(.hash) *(.gnu.hash) *(.comment)"
         " *(.note*) *(.debug*) *(.eh_frame*) *(.riscv.attributes) *(.gnu.version*) }\n"
         "}\n";
}

// Makes every hidden symbol local and drops the line tables. Hidden is not enough: the image's own
// memcpy would become the whole program's, and two modules could not be linked into one.
Result<std::string> localizeHidden(std::string_view object) {
  auto binary = object::createBinary(MemoryBufferRef(StringRef(object.data(), object.size()), ""));
  if (!binary)
    return error(wasmc::Error::kNoOffset,
                 "cannot read the linked object: ", toString(binary.takeError()));
  objcopy::ConfigManager config;
  config.Common.StripDebug = true;
  config.ELF.LocalizeHidden = true;
  SmallVector<char, 0> bytes;
  raw_svector_ostream stream(bytes);
  if (llvm::Error problem = objcopy::executeObjcopyOnBinary(config, **binary, stream))
    return error(wasmc::Error::kNoOffset,
                 "cannot strip the linked object: ", toString(std::move(problem)));
  return std::string(bytes.begin(), bytes.end());
}

uint64_t fnv1a(std::string_view bytes) {
  return wasm::fnv1a({reinterpret_cast<const uint8_t *>(bytes.data()), bytes.size()});
}

} // namespace

std::string_view imageBuiltins(uint32_t elfMachine) {
  auto bytes = [](const char *begin, const char *end) {
    return std::string_view(begin, static_cast<size_t>(end - begin));
  };
  switch (elfMachine) {
  case ELF::EM_X86_64:
    return bytes(wasmc_image_builtins_x86_64, wasmc_image_builtins_x86_64_end);
  case ELF::EM_AARCH64:
    return bytes(wasmc_image_builtins_aarch64, wasmc_image_builtins_aarch64_end);
  case ELF::EM_RISCV:
    return bytes(wasmc_image_builtins_riscv64, wasmc_image_builtins_riscv64_end);
  default:
    llvm_unreachable("no such target");
  }
}

Result<std::string> linkImage(std::span<const std::string_view> objects, uint32_t pageSize) {
  TRY_ASSIGN(std::string image,
             link(objects,
                  {"ld.lld", "-shared", "--build-id=none", "--hash-style=gnu", "--strip-all", "-z",
                   "defs", "-z", "text", "-z", "separate-code", "-z",
                   "max-page-size=" + std::to_string(pageSize), "--no-rosegment"},
                  imageScript(pageSize)));
  sealImage(image);
  return image;
}

Result<std::string> linkRelocatable(std::span<const std::string_view> objects) {
  TRY_ASSIGN(std::string object, link(objects, {"ld.lld", "-r"}, ""));
  return localizeHidden(object);
}

// Like the front door: no dynamic linker, few segments, since each page that is touched is a fault.
Result<std::string> linkExecutable(std::span<const std::string_view> objects,
                                   const std::string &archive, uint32_t pageSize) {
  if (!sys::fs::exists(archive))
    return error(wasmc::Error::kNoOffset, "the runtime for executables is missing: ", archive);
  return link(objects,
              {"ld.lld", "-static", "--gc-sections", "--no-rosegment", "-z", "norelro", "-z",
               "noseparate-code", "-z", "noexecstack", "-z",
               "max-page-size=" + std::to_string(pageSize), "--build-id=none", "--strip-all"},
              "", {archive});
}

std::string joinImages(std::span<std::string> images) {
  std::string file;
  for (size_t k = 0; k < images.size(); ++k) {
    uint64_t next = 0;
    if (k + 1 < images.size()) {
      next = alignTo(images[k].size(), WASMC_IMAGE_ALIGNMENT);
      sealImage(images[k], next);
    }
    file += images[k];
    if (next != 0)
      file.resize(alignTo(file.size(), WASMC_IMAGE_ALIGNMENT));
  }
  return file;
}

void sealImage(std::string &image, uint64_t next) {
  assert(image.size() > WASMC_IMAGE_HEADER_OFFSET + sizeof(wasmc_image_header));
  wasmc_image_header header;
  char *at = image.data() + WASMC_IMAGE_HEADER_OFFSET;
  std::memcpy(&header, at, sizeof(header));
  header.file_size = image.size();
  header.next_image = next;
  header.header_hash = header.content_hash = 0;
  std::memcpy(at, &header, sizeof(header));
  header.content_hash = fnv1a(image);
  header.header_hash = fnv1a({reinterpret_cast<const char *>(&header), sizeof(header)});
  std::memcpy(at, &header, sizeof(header));
}

} // namespace wasmc::container
