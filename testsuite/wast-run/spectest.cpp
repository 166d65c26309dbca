#include "testsuite/wast-run/spectest.h"

#include "runtime-support/instance/instance.h"
#include "wasmc/abi/traps.h"
#include "wasmc/abi/value_types.h"

#include <new>

namespace wasmc::wast {

namespace {

// The suite looks at what arrives nowhere; printing it would bury the failures.
uint32_t print(void *, wasmc_store *, wasmc_slot *) {
  return WASMC_TRAP_none;
}

uint32_t reenter(void *, wasmc_store *store, wasmc_slot *slots) {
  instance::Instance &caller = instance::Instance::of(store->caller);
  Result<instance::Callee> callee = caller.callee(caller.findFunction("reenter"));
  if (!callee)
    return WASMC_TRAP_host_error;
  return instance::call(caller.store(), *callee, slots);
}

// Sums of each kind of argument, and the first byte of the caller's memory.
uint32_t mix(void *, wasmc_store *store, wasmc_slot *slots) {
  constexpr size_t kEach = 9;
  uint64_t integers = 0;
  double floats = 0;
  uint64_t lanes[2] = {};
  for (size_t i = 0; i < kEach; ++i) {
    integers += slots[i].u64;
    floats += slots[kEach + i].f64;
    lanes[0] += slots[2 * kEach + i].v128[0];
    lanes[1] += slots[2 * kEach + i].v128[1];
  }
  auto memories = instance::Instance::of(store->caller).memories();
  if (memories.empty() || memories[0]->record()->bytes == 0)
    return WASMC_TRAP_host_error;
  slots[0].u64 = integers;
  slots[1].f64 = floats;
  slots[2] = {.v128 = {lanes[0], lanes[1]}};
  slots[3].u32 = memories[0]->base()[0];
  return WASMC_TRAP_none;
}

constexpr HostFunction kPrinters[] = {
    {"print", ":", print},           {"print_i32", "i:", print}, {"print_i64", "l:", print},
    {"print_f32", "f:", print},      {"print_f64", "d:", print}, {"print_i32_f32", "if:", print},
    {"print_f64_f64", "dd:", print},
};
constexpr HostFunction kOwn[] = {
    {"reenter", "i:i", reenter},
    {"mix",
     "lllllllll"
     "ddddddddd"
     "vvvvvvvvv"
     ":ldvi",
     mix},
};

object::Extern functionExtern(const HostFunction &function) {
  object::Extern result;
  result.kind = WASMC_EXTERN_function;
  result.function = {};
  result.function.host = &function;
  return result;
}

} // namespace

Result<void> HostModules::create(object::Store &store) {
  for (const HostFunction &function : kPrinters)
    spectest_[std::string(function.name)] = functionExtern(function);
  TRY(addGlobal(store, "global_i32", WASMC_VALUE_i32, {.i32 = 666}));
  TRY(addGlobal(store, "global_i64", WASMC_VALUE_i64, {.i64 = 666}));
  TRY(addGlobal(store, "global_f32", WASMC_VALUE_f32, {.f32 = 666.6f}));
  TRY(addGlobal(store, "global_f64", WASMC_VALUE_f64, {.f64 = 666.6}));
  TRY(addTable(store, "table", 0));
  TRY(addTable(store, "table64", WASMC_LIMITS_FLAG_64));
  return addMemory(store);
}

Result<void> HostModules::addGlobal(object::Store &store, const char *name, uint32_t type,
                                    wasmc_slot value) {
  TRY_ASSIGN(uint8_t *memory, store.allocate(sizeof(wasmc_slot)));
  object::Extern entry;
  entry.kind = WASMC_EXTERN_global;
  entry.global = {new (memory) wasmc_slot(value), object::canonicalValueType(type, {}), false};
  spectest_[name] = entry;
  return {};
}

Result<void> HostModules::addTable(object::Store &store, const char *name, uint32_t flags) {
  TRY_ASSIGN(uint8_t *memory, store.allocate(sizeof(wasmc_table)));
  object::Table &table = tables_[tableCount_++];
  wasmc_table_type type = {10, 20, flags, WASMC_VALUE_TYPE_funcref};
  TRY(table.create(store, new (memory) wasmc_table{}, type,
                   object::canonicalValueType(WASMC_VALUE_TYPE_funcref, {})));
  object::Extern entry;
  entry.kind = WASMC_EXTERN_table;
  entry.table = &table;
  spectest_[name] = entry;
  return {};
}

Result<void> HostModules::addMemory(object::Store &store) {
  TRY(memory_.create(&memoryRecord_, {1, 2, 0, 16}, {}, store.limits().memoryBytes));
  object::Extern entry;
  entry.kind = WASMC_EXTERN_memory;
  entry.memory = &memory_;
  spectest_["memory"] = entry;
  return {};
}

bool HostModules::find(std::string_view module, std::string_view name,
                       object::Extern &found) const {
  if (module == "wasmc")
    for (const HostFunction &function : kOwn)
      if (name == function.name) {
        found = functionExtern(function);
        return true;
      }
  if (module != "spectest")
    return false;
  auto entry = spectest_.find(name);
  if (entry == spectest_.end())
    return false;
  found = entry->second;
  return true;
}

} // namespace wasmc::wast
