#include "compiler/wasm/instance_layout.h"

namespace wasmc::wasm {

namespace {

// Hands out offsets in declaration order.
class Cursor {
public:
  explicit Cursor(uint32_t start) : offset_(start) {}

  uint32_t take(uint64_t count, uint32_t size, uint32_t alignment) {
    offset_ = (offset_ + alignment - 1) / alignment * alignment;
    uint64_t at = offset_;
    offset_ += count * size;
    return static_cast<uint32_t>(at);
  }

  uint64_t offset() const { return offset_; }

private:
  uint64_t offset_;
};

void placeGlobals(const Module &module, Cursor &cursor, InstanceLayout &layout) {
  layout.globals.assign(module.globals.size(), 0);
  // v128 first: one alignment gap at most.
  for (bool vectors : {true, false})
    for (size_t g = module.importedGlobals; g < module.globals.size(); ++g)
      if (module.globals[g].type.type.isVector() == vectors)
        layout.globals[g] = vectors ? cursor.take(1, 16, 16) : cursor.take(1, 8, 8);
}

void numberRecords(const Module &module, const std::vector<FunctionIndex> &referenced,
                   InstanceLayout &layout) {
  layout.recordOfFunction.assign(module.functions.size(), WASMC_NO_INDEX);
  for (FunctionIndex f : referenced) {
    if (layout.recordOfFunction[f.value] != WASMC_NO_INDEX)
      continue;
    layout.recordOfFunction[f.value] = static_cast<uint32_t>(layout.records.size());
    layout.records.push_back(f);
  }
}

} // namespace

InstanceLayout computeInstanceLayout(const Module &module,
                                     const std::vector<FunctionIndex> &referenced,
                                     const std::vector<bool> &computedElements, uint32_t counters) {
  InstanceLayout layout;
  wasmc_context_layout &at = layout.offsets;
  Cursor cursor(WASMC_CONTEXT_FIXED_SIZE);
  numberRecords(module, referenced, layout);

  // What hot code touches comes first, within the first page wherever possible.
  at.memories = cursor.take(module.memories.size() - module.importedMemories, 16, 16);
  at.tables = cursor.take(module.tables.size() - module.importedTables, 16, 16);
  at.globals = cursor.take(0, 1, 16);
  placeGlobals(module, cursor, layout);
  at.imported_memories = cursor.take(module.importedMemories, 8, 8);
  at.imported_tables = cursor.take(module.importedTables, 8, 8);
  at.imported_globals = cursor.take(module.importedGlobals, 8, 8);
  at.imported_tags = cursor.take(module.importedTags, 8, 8);
  at.type_ids = cursor.take(module.types.size(), 4, 4);
  at.imported_functions = cursor.take(module.importedFunctions, 16, 16);
  at.tags = cursor.take(module.tags.size() - module.importedTags, 16, 16);
  at.data_lengths = cursor.take(module.datas.size(), 8, 8);
  at.element_lengths = cursor.take(module.elements.size(), 8, 8);
  at.function_records = cursor.take(layout.records.size(), sizeof(wasmc_function_record), 8);
  layout.elementValues.assign(module.elements.size(), 0);
  for (size_t s = 0; s < module.elements.size(); ++s)
    if (computedElements[s])
      layout.elementValues[s] = cursor.take(module.elements[s].size(), 8, 8);
  at.counters = counters == 0 ? 0 : cursor.take(counters, 8, 8);
  at.counter_count = counters;
  at.size = static_cast<uint32_t>((cursor.offset() + 15) / 16 * 16);
  return layout;
}

} // namespace wasmc::wasm
