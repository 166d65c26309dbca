#include "runtime-support/wasi/guest_memory.h"

namespace wasmc::wasi {

namespace {

// Imports come first in the index space, so memory 0 is imported if any memory is.
bool importsMemory(const wasmc_image_header &image) {
  const auto *imports = reinterpret_cast<const wasmc_import *>(
      reinterpret_cast<const uint8_t *>(&image) + image.imports.offset);
  for (uint32_t i = 0; i < image.imports.count; ++i)
    if (imports[i].kind == WASMC_EXTERN_memory)
      return true;
  return false;
}

} // namespace

GuestMemory GuestMemory::ofCaller(const wasmc_store *store) {
  const wasmc_vm_context *caller = store->caller;
  if (caller == nullptr || caller->image->memories.count == 0)
    return {nullptr, 0};
  const wasmc_context_layout &layout = caller->image->layout;
  const auto *context = reinterpret_cast<const uint8_t *>(caller);
  const wasmc_memory *memory;
  if (importsMemory(*caller->image))
    memory = *reinterpret_cast<wasmc_memory *const *>(context + layout.imported_memories);
  else
    memory = reinterpret_cast<const wasmc_memory *>(context + layout.memories);
  return {memory->base, memory->bytes};
}

} // namespace wasmc::wasi
