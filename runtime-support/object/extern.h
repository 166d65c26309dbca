// What can be imported and exported.
#ifndef WASMC_RUNTIME_OBJECT_EXTERN_H
#define WASMC_RUNTIME_OBJECT_EXTERN_H

#include <stdint.h>

#include <string_view>

#include "runtime-support/memory/linear_memory.h"
#include "runtime-support/object/host_function.h"
#include "runtime-support/object/table.h"
#include "wasmc/abi/container.h"

namespace wasmc::object {

// A function of an instance (`code` set), or one of the host (`host` set).
struct ExternFunction {
  void *code = nullptr;
  void *context = nullptr;
  uint32_t typeId = 0;
  const HostFunction *host = nullptr;
  void *env = nullptr;
};

struct ExternGlobal {
  void *value = nullptr; // 8 bytes, or 16 for v128
  CanonicalValueType type = 0;
  bool isMutable = false;
};

struct ExternTag {
  void *tag = nullptr;
  uint32_t typeId = 0;
};

// A value of the index spaces of imports and exports. Points into the store of its owner and holds
// as long as that.
struct Extern {
  Extern() : function() {}

  wasmc_extern_kind kind = WASMC_EXTERN_function;
  union {
    ExternFunction function;
    Table *table;
    memory::LinearMemory *memory;
    ExternGlobal global;
    ExternTag tag;
  };
};

// Answers what an import is to be bound to. Host modules and embedders provide it.
struct ImportResolver {
  // Fills `found` and returns true, or returns false when there is nothing of that name.
  bool (*find)(void *self, std::string_view module, std::string_view name, Extern &found) = nullptr;
  void *self = nullptr;
};

} // namespace wasmc::object

#endif
