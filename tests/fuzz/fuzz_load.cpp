// Loads any bytes as a `.cwasm`, and makes an instance of what the loader takes, without running
// any of its code. The hash of the header is put right first: it detects damage, not malice, and
// would otherwise keep the fuzzer from what lies behind it.
#include "runtime-support/instance/instance.h"
#include "runtime-support/load/code_image.h"
#include "runtime-support/load/container_reader.h"
#include "tests/fuzz/targets.h"

#include <cstdlib>
#include <cstring>
#include <sys/mman.h>
#include <unistd.h>
#include <vector>

namespace {

using namespace wasmc;

constexpr uint64_t kHashStart = 0xcbf29ce484222325; // FNV-1a

void mendHash(std::vector<uint8_t> &file) {
  if (file.size() < load::kContainerHeadSize)
    return;
  wasmc_image_header header;
  memcpy(&header, file.data() + WASMC_IMAGE_HEADER_OFFSET, sizeof header);
  header.header_hash = 0;
  header.header_hash =
      load::hashBytes(kHashStart, {reinterpret_cast<const uint8_t *>(&header), sizeof header});
  memcpy(file.data() + WASMC_IMAGE_HEADER_OFFSET, &header, sizeof header);
}

bool findNothing(void *, std::string_view, std::string_view, object::Extern &) {
  return false;
}

void instantiate(const load::CodeImage &image) {
  object::Store store;
  if (!store.create({.stackBytes = 1u << 20, .memoryBytes = 1u << 20, .tableElements = 1000}))
    abort();
  Result<instance::Instance *> made =
      instance::Instance::create(store, image, {findNothing, nullptr});
  if (!made)
    return;
  object::Extern found;
  (void)(*made)->findExport("f", found);
  uint32_t index = (*made)->findFunction("f");
  if (index != WASMC_NO_INDEX)
    (void)(*made)->callee(index);
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  std::vector<uint8_t> bytes(data, data + size);
  mendHash(bytes);
  int fd = memfd_create("fuzz.cwasm", MFD_CLOEXEC);
  if (fd < 0 || write(fd, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size()))
    abort();
  load::CodeImage image;
  if (image.load(platform::File(fd), {.verify = false}))
    instantiate(image);
  return 0;
}
