// Bodies of builtins.def. Called by compiled code on the guest's stack, with the context of the
// calling instance; indices are the module's own and come from validated code, ranges come from the
// guest and are checked whole before anything is written (specification, "Table Instructions" and
// "Memory Instructions": bulk operations trap before any effect).
#include "runtime-support/instance/builtins.h"

#include <string.h>

#include <algorithm>

#include "runtime-support/instance/instance.h"
#include "runtime-support/object/type_registry.h"
#include "runtime-support/platform/check.h"
#include "runtime-support/platform/virtual_memory.h"
#include "runtime-support/trap/trap.h"

namespace wasmc::instance {

namespace {

bool inside(uint64_t offset, uint64_t count, uint64_t size) {
  return offset <= size && count <= size - offset;
}

memory::LinearMemory &memoryOf(void *context, uint32_t index) {
  auto memories = Instance::of(context).memories();
  WASMC_CHECK(index < memories.size());
  return *memories[index];
}

object::Table &tableOf(void *context, uint32_t index) {
  auto tables = Instance::of(context).tables();
  WASMC_CHECK(index < tables.size());
  return *tables[index];
}

uint64_t memoryGrow(void *context, uint32_t index, uint64_t delta) {
  return memoryOf(context, index).grow(delta);
}

uint64_t &dataLength(Instance &instance, uint32_t index) {
  const wasmc_image_header &header = instance.image().header();
  WASMC_CHECK(index < header.data_segments.count);
  return instance.contextArray<uint64_t>(header.layout.data_lengths)[index];
}

uint64_t &elementLength(Instance &instance, uint32_t index) {
  const wasmc_image_header &header = instance.image().header();
  WASMC_CHECK(index < header.element_segments.count);
  return instance.contextArray<uint64_t>(header.layout.element_lengths)[index];
}

uint32_t memoryInit(void *context, uint32_t memoryIndex, uint32_t data, uint64_t destination,
                    uint64_t source, uint64_t length) {
  Instance &instance = Instance::of(context);
  memory::LinearMemory &memory = memoryOf(context, memoryIndex);
  if (!inside(source, length, dataLength(instance, data)) || !memory.contains(destination, length))
    return WASMC_TRAP_out_of_bounds_memory_access;
  if (length == 0)
    return WASMC_TRAP_none;
  const load::ImageView &image = instance.image();
  wasmc_span bytes = image.table<wasmc_data_segment>(image.header().data_segments)[data].bytes;
  // The length in the context is at most the segment's, by instantiation.
  Result<const uint8_t *> from =
      image.bytes(int64_t{bytes.offset} + static_cast<int64_t>(source), length);
  WASMC_CHECK(from.has_value());
  memcpy(memory.base() + destination, *from, length);
  return WASMC_TRAP_none;
}

void dataDrop(void *context, uint32_t data) {
  dataLength(Instance::of(context), data) = 0;
}

uint64_t tableGrow(void *context, uint32_t index, void *value, uint64_t delta) {
  return tableOf(context, index).grow(delta, value);
}

// Elements of a segment that stands in the image, as references.
uint32_t initFromRecords(Instance &instance, void **to, const wasmc_element_segment &segment,
                         uint64_t source, uint64_t length) {
  const load::ImageView &image = instance.image();
  const wasmc_image_header &header = image.header();
  Result<std::span<const uint32_t>> numbers = image.array<uint32_t>(segment.records);
  WASMC_CHECK(numbers.has_value());
  auto *records = instance.contextArray<wasmc_function_record>(header.layout.function_records);
  for (uint64_t i = 0; i < length; ++i) {
    uint32_t number = (*numbers)[source + i];
    WASMC_CHECK(number <= header.function_records.count);
    to[i] = number == 0 ? nullptr : &records[number - 1];
  }
  return WASMC_TRAP_none;
}

uint32_t tableInit(void *context, uint32_t tableIndex, uint32_t element, uint64_t destination,
                   uint64_t source, uint64_t length) {
  Instance &instance = Instance::of(context);
  object::Table &table = tableOf(context, tableIndex);
  if (!inside(source, length, elementLength(instance, element)) ||
      !table.contains(destination, length))
    return WASMC_TRAP_out_of_bounds_table_access;
  if (length == 0)
    return WASMC_TRAP_none;
  const load::ImageView &image = instance.image();
  const wasmc_element_segment &segment =
      image.table<wasmc_element_segment>(image.header().element_segments)[element];
  void **to = table.elements() + destination;
  platform::expectWrites(to, length * sizeof(void *));
  if (segment.context_values == 0)
    return initFromRecords(instance, to, segment, source, length);
  void **from = instance.contextArray<void *>(segment.context_values) + source;
  memcpy(to, from, length * sizeof(void *));
  return WASMC_TRAP_none;
}

void elemDrop(void *context, uint32_t element) {
  elementLength(Instance::of(context), element) = 0;
}

uint32_t tableCopy(void *context, uint32_t destinationTable, uint32_t sourceTable,
                   uint64_t destination, uint64_t source, uint64_t length) {
  object::Table &to = tableOf(context, destinationTable);
  object::Table &from = tableOf(context, sourceTable);
  if (!to.contains(destination, length) || !from.contains(source, length))
    return WASMC_TRAP_out_of_bounds_table_access;
  memmove(to.elements() + destination, from.elements() + source, length * sizeof(void *));
  return WASMC_TRAP_none;
}

uint32_t tableFill(void *context, uint32_t index, uint64_t destination, void *value,
                   uint64_t length) {
  object::Table &table = tableOf(context, index);
  if (!table.contains(destination, length))
    return WASMC_TRAP_out_of_bounds_table_access;
  std::fill_n(table.elements() + destination, length, value);
  return WASMC_TRAP_none;
}

uint32_t checkFunctionType(void *, uint32_t type, uint32_t wanted) {
  return object::isSubtype(type, wanted) ? WASMC_TRAP_none : WASMC_TRAP_indirect_call_type_mismatch;
}

// The table with each function's real type; compiled code sees an array of pointers.
struct Builtins {
  void (*raise)(void *, uint32_t);
  uint64_t (*memory_grow)(void *, uint32_t, uint64_t);
  uint32_t (*memory_init)(void *, uint32_t, uint32_t, uint64_t, uint64_t, uint64_t);
  void (*data_drop)(void *, uint32_t);
  uint64_t (*table_grow)(void *, uint32_t, void *, uint64_t);
  uint32_t (*table_init)(void *, uint32_t, uint32_t, uint64_t, uint64_t, uint64_t);
  void (*elem_drop)(void *, uint32_t);
  uint32_t (*table_copy)(void *, uint32_t, uint32_t, uint64_t, uint64_t, uint64_t);
  uint32_t (*table_fill)(void *, uint32_t, uint64_t, void *, uint64_t);
  uint32_t (*check_function_type)(void *, uint32_t, uint32_t);
};

#define WASMC_BUILTIN(name, result, parameters)                                                    \
  static_assert(offsetof(Builtins, name) == 8 * WASMC_BUILTIN_##name);
#include "wasmc/abi/builtins.def"
#undef WASMC_BUILTIN
static_assert(sizeof(Builtins) == 8 * WASMC_BUILTIN_COUNT);

constexpr Builtins kBuiltins = {
    wasmc_builtin_raise, memoryGrow, memoryInit, dataDrop,  tableGrow,
    tableInit,           elemDrop,   tableCopy,  tableFill, checkFunctionType,
};

} // namespace

const wasmc_builtin_function *builtinTable() {
  return reinterpret_cast<const wasmc_builtin_function *>(&kBuiltins);
}

} // namespace wasmc::instance
