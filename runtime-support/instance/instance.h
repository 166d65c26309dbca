// Instances of compiled modules: making them, calling them, looking at them.
#ifndef WASMC_RUNTIME_INSTANCE_INSTANCE_H
#define WASMC_RUNTIME_INSTANCE_INSTANCE_H

#include <stdint.h>

#include <span>
#include <string_view>

#include "runtime-support/load/code_image.h"
#include "runtime-support/memory/linear_memory.h"
#include "runtime-support/object/extern.h"
#include "runtime-support/object/store.h"
#include "runtime-support/object/table.h"
#include "wasmc/abi/traps.h"
#include "wasmc/abi/vm_context.h"
#include "wasmc/detail/result.h"

namespace wasmc::instance {

// What is needed to call a function from the host.
struct Callee {
  void *code = nullptr;
  void *context = nullptr;
  wasmc_entry_thunk thunk = nullptr;
  // Value types of parameters and results; they point into the image.
  std::span<const uint32_t> parameters;
  std::span<const uint32_t> results;
};

// Lives in its store's memory and as long as the store. Belongs to the store's thread.
class Instance {
public:
  // Instantiates a module up to, and without, the code that it runs itself: binds the imports,
  // makes memories and tables, maps the data image. The error is that of linking ("unknown import",
  // "incompatible import type") or of the system. `image` must outlive the store.
  static Result<Instance *> create(object::Store &store, const load::CodeImage &image,
                                   const object::ImportResolver &imports);

  // Runs the module's own part of instantiation: globals, active segments, the start function.
  // Called once, right after create(). A wasmc_trap_code as from call(); after a trap what was done
  // stays done, as the specification says.
  Result<uint32_t> initialize();

  // Looks an export up by name. False when there is none.
  bool findExport(std::string_view name, object::Extern &found) const;
  // The index of an exported function, or WASMC_NO_INDEX.
  uint32_t findFunction(std::string_view name) const;

  // Prepares calls of a function of the module's index space.
  Result<Callee> callee(uint32_t functionIndex) const;

  object::Store &store() const { return *store_; }
  const load::ImageView &image() const { return image_->view(); }
  wasmc_vm_context *context() const { return context_; }
  // Whole index spaces.
  std::span<memory::LinearMemory *const> memories() const { return memories_; }
  std::span<object::Table *const> tables() const { return tables_; }

  // An entity of an index space, which must be inside it.
  Result<object::Extern> externOf(uint32_t kind, uint32_t index) const;

  // A piece of the context, `offset` being one that ImageView::check has accepted.
  template <class T> T *contextArray(uint32_t offset) const {
    return reinterpret_cast<T *>(reinterpret_cast<uint8_t *>(context_) + offset);
  }

  // The instance of a guest context.
  static Instance &of(void *context) {
    return *static_cast<Instance *>(static_cast<wasmc_vm_context *>(context)->instance);
  }

private:
  friend class Instantiation;

  // First, so that the store's list of resources leads back here.
  object::StoreResource resource_ = {};
  object::Store *store_ = nullptr;
  const load::CodeImage *image_ = nullptr;
  wasmc_vm_context *context_ = nullptr;
  std::span<memory::LinearMemory *> memories_;
  std::span<object::Table *> tables_;
  std::span<memory::LinearMemory> ownMemories_;
  std::span<object::Table> ownTables_;
  // Canonical type ids of imported functions as their owners declare them.
  std::span<uint32_t> importedFunctionTypes_;
  uint32_t importedGlobals_ = 0;
  uint32_t importedTags_ = 0;
};

// Calls a guest function: arguments in `slots`, results too; as many slots as the larger number of
// the two. Returns WASMC_TRAP_none, the code of the trap that ended the call, or WASMC_TRAP_exit.
// May be called from host functions (a nested call on the same guest stack). prepareThread() of the
// trap room has been called on this thread.
uint32_t call(object::Store &store, const Callee &callee, wasmc_slot *slots);

} // namespace wasmc::instance

#endif
