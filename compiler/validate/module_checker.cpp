#include "compiler/validate/module_checker.h"

#include <set>

namespace wasmc::validate {

using wasm::ExternKind;
using wasm::Feature;
using wasm::SegmentMode;

Result<void> ModuleChecker::checkBeforeCode() {
  TRY(types_.check());
  declareFunctions();
  TRY(checkImports());
  TRY(checkFunctions());
  TRY(checkTables());
  TRY(checkMemories());
  TRY(checkTags());
  TRY(checkGlobals());
  TRY(checkExports());
  TRY(checkStart());
  return checkElements();
}

// spec 3.5.16, the set of "refs": what occurs outside of bodies and of the start section.
void ModuleChecker::declareFunctions() {
  std::vector<bool> &declared = context_.declaredFunctions;
  declared.assign(module_.functions.size(), false);
  auto declare = [&](uint32_t function) {
    if (function < declared.size())
      declared[function] = true;
  };
  auto declareIn = [&](const wasm::Expression &expression) {
    collectDeclared(expression, context_.features, declared);
  };
  for (const wasm::Table &table : module_.tables)
    if (table.init)
      declareIn(*table.init);
  for (const wasm::Global &global : module_.globals)
    declareIn(global.init);
  for (const wasm::Export &item : module_.exports)
    if (item.kind == ExternKind::function)
      declare(item.index);
  for (const wasm::ElementSegment &segment : module_.elements) {
    for (wasm::FunctionIndex function : segment.functions)
      declare(function.value);
    for (const wasm::Expression &expression : segment.expressions)
      declareIn(expression);
  }
}

// --- types ---

Result<void> ModuleChecker::checkValueType(wasm::ValueType type, uint64_t offset) const {
  if (!types_.isKnown(type))
    return error(offset, "unknown type ", type.heap().index.value);
  return {};
}

Result<void> ModuleChecker::checkFunctionType(wasm::TypeIndex type, uint64_t offset) const {
  if (!types_.isKnown(type))
    return error(offset, "unknown type ", type.value);
  if (!types_.is(type, wasm::CompositeKind::function))
    return error(offset, "unknown type: type ", type.value, " is not a function type");
  return {};
}

// spec 3.2.15
Result<void> ModuleChecker::checkTableType(const wasm::TableType &type, uint64_t offset) const {
  TRY(checkValueType(type.element, offset));
  uint64_t limit = type.is64 ? UINT64_MAX : UINT32_MAX;
  if (type.limits.min > limit || (type.limits.hasMax() && type.limits.max > limit))
    return error(offset, "table size must be at most 2^32-1");
  if (type.limits.min > type.limits.max)
    return error(offset, "size minimum must not be greater than maximum");
  return {};
}

// spec 3.2.16; proposals threads and custom-page-sizes
Result<void> ModuleChecker::checkMemoryType(const wasm::MemoryType &type, uint64_t offset) const {
  if (type.pageSizeLog2 != 0 && type.pageSizeLog2 != 16)
    return error(offset, "invalid custom page size");
  // As many pages as addresses can reach; of one-byte pages one less, so that memory.size fits.
  unsigned pageBits = (type.is64 ? 64 : 32) - type.pageSizeLog2;
  uint64_t limit = uint64_t{1} << (pageBits - 1);
  limit = type.pageSizeLog2 == 0 ? limit - 1 + limit : 2 * limit;
  if (type.limits.min > limit || (type.limits.hasMax() && type.limits.max > limit))
    return error(offset, "memory size must be at most ", limit, " pages",
                 limit == 65536 ? " (4GiB)" : "");
  if (type.limits.min > type.limits.max)
    return error(offset, "size minimum must not be greater than maximum");
  if (type.isShared && !type.limits.hasMax())
    return error(offset, "shared memory must have maximum");
  return {};
}

// spec 3.2.18
Result<void> ModuleChecker::checkTagType(const wasm::TagType &type, uint64_t offset) const {
  TRY(checkFunctionType(type.type, offset));
  if (!types_.type(type.type).results.empty())
    return error(offset, "non-empty tag result type");
  return {};
}

// --- sections ---

Result<void> ModuleChecker::checkImports() {
  for (const wasm::Import &import : module_.imports)
    TRY(checkImport(import));
  return {};
}

Result<void> ModuleChecker::checkImport(const wasm::Import &import) {
  switch (import.kind) {
  case ExternKind::function: {
    const wasm::Function &function = module_.functions[import.index];
    return checkFunctionType(function.type, function.typeOffset);
  }
  case ExternKind::table:
    return checkTableType(module_.tables[import.index].type, import.offset);
  case ExternKind::memory:
    return checkMemoryType(module_.memories[import.index].type, import.offset);
  case ExternKind::tag:
    return checkTagType(module_.tags[import.index], import.offset);
  case ExternKind::global:
    break;
  }
  const wasm::GlobalType &global = module_.globals[import.index].type;
  if (global.isMutable && !context_.features.has(Feature::mutable_globals))
    return error(import.offset, toString(Feature::mutable_globals),
                 " support is not enabled: import of a mutable global");
  return checkValueType(global.type, import.offset);
}

Result<void> ModuleChecker::checkFunctions() {
  for (size_t i = module_.importedFunctions; i < module_.functions.size(); ++i)
    TRY(checkFunctionType(module_.functions[i].type, module_.functions[i].typeOffset));
  return {};
}

// spec 3.5.5
Result<void> ModuleChecker::checkTables() {
  for (size_t i = module_.importedTables; i < module_.tables.size(); ++i) {
    const wasm::Table &table = module_.tables[i];
    TRY(checkTableType(table.type, table.offset));
    if (table.init) {
      TRY(checkConstant(context_, checker_, *table.init, table.type.element,
                        module_.importedGlobals));
    } else if (!table.type.element.isDefaultable()) {
      return error(table.offset, "type mismatch: a table of non-nullable references needs an "
                                 "initializer");
    }
  }
  if (module_.tables.size() > 1 && !context_.features.has(Feature::reference_types))
    return error(module_.tables[1].offset, "multiple tables: ", toString(Feature::reference_types),
                 " support is not enabled");
  return {};
}

Result<void> ModuleChecker::checkMemories() {
  for (size_t i = module_.importedMemories; i < module_.memories.size(); ++i)
    TRY(checkMemoryType(module_.memories[i].type, module_.memories[i].offset));
  if (module_.memories.size() > 1 && !context_.features.has(Feature::multi_memory))
    return error(module_.memories[1].offset, "multiple memories: ", toString(Feature::multi_memory),
                 " support is not enabled");
  return {};
}

Result<void> ModuleChecker::checkTags() {
  for (size_t i = module_.importedTags; i < module_.tags.size(); ++i)
    TRY(checkTagType(module_.tags[i], module_.tagOffsets[i]));
  return {};
}

// spec 3.5.3: an initializer sees the globals before its own.
Result<void> ModuleChecker::checkGlobals() {
  for (uint32_t i = module_.importedGlobals; i < module_.globals.size(); ++i) {
    const wasm::Global &global = module_.globals[i];
    TRY(checkValueType(global.type.type, global.offset));
    TRY(checkConstant(context_, checker_, global.init, global.type.type, i));
  }
  return {};
}

uint32_t ModuleChecker::countOf(ExternKind kind) const {
  switch (kind) {
  case ExternKind::function:
    return static_cast<uint32_t>(module_.functions.size());
  case ExternKind::table:
    return static_cast<uint32_t>(module_.tables.size());
  case ExternKind::memory:
    return static_cast<uint32_t>(module_.memories.size());
  case ExternKind::global:
    return static_cast<uint32_t>(module_.globals.size());
  case ExternKind::tag:
    return static_cast<uint32_t>(module_.tags.size());
  }
  assert(false && "an external kind that decoding does not make");
  return 0;
}

// spec 3.5.13, 3.5.16
Result<void> ModuleChecker::checkExports() {
  static constexpr const char *kKinds[] = {"function ", "table ", "memory ", "global ", "tag "};
  // An ordered set: no input can make it slow.
  std::set<std::string_view> names;
  for (const wasm::Export &item : module_.exports) {
    if (item.index >= countOf(item.kind))
      return error(item.offset, "unknown ", kKinds[static_cast<uint8_t>(item.kind)], item.index);
    if (!names.insert(item.name).second)
      return error(item.offset, "duplicate export name: ", item.name);
    if (item.kind == ExternKind::global && module_.globals[item.index].type.isMutable &&
        !context_.features.has(Feature::mutable_globals))
      return error(item.offset, toString(Feature::mutable_globals),
                   " support is not enabled: export of a mutable global");
  }
  return {};
}

// spec 3.5.12
Result<void> ModuleChecker::checkStart() {
  if (!module_.start)
    return {};
  if (module_.start->value >= module_.functions.size())
    return error(module_.startOffset, "unknown function ", module_.start->value);
  const wasm::SubType &type = module_.typeOf(*module_.start);
  if (!type.params.empty() || !type.results.empty())
    return error(module_.startOffset, "start function: it must neither take nor return values");
  return {};
}

Result<void> ModuleChecker::checkElements() {
  for (const wasm::ElementSegment &segment : module_.elements)
    TRY(checkElement(segment));
  return {};
}

// spec 3.5.8
Result<void> ModuleChecker::checkElement(const wasm::ElementSegment &segment) {
  auto globals = static_cast<uint32_t>(module_.globals.size());
  TRY(checkValueType(segment.type, segment.offset));
  if (segment.mode == SegmentMode::active) {
    if (segment.table.value >= module_.tables.size())
      return error(segment.offset, "unknown table ", segment.table.value);
    const wasm::TableType &table = module_.tables[segment.table.value].type;
    if (!types_.isSubtype(segment.type, table.element))
      return error(segment.offset, "type mismatch: expected ", toString(table.element), ", found ",
                   toString(segment.type));
    TRY(checkConstant(context_, checker_, segment.start, addressType(table.is64), globals));
  }
  for (wasm::FunctionIndex function : segment.functions)
    if (function.value >= module_.functions.size())
      return error(segment.offset, "unknown function ", function.value);
  for (const wasm::Expression &expression : segment.expressions)
    TRY(checkConstant(context_, checker_, expression, segment.type, globals));
  return {};
}

// spec 3.5.9
Result<void> ModuleChecker::checkAfterCode() {
  auto globals = static_cast<uint32_t>(module_.globals.size());
  for (const wasm::DataSegment &segment : module_.datas) {
    if (segment.mode != SegmentMode::active)
      continue;
    if (segment.memory.value >= module_.memories.size())
      return error(segment.offset, "unknown memory ", segment.memory.value);
    bool is64 = module_.memories[segment.memory.value].type.is64;
    TRY(checkConstant(context_, checker_, segment.start, addressType(is64), globals));
  }
  return {};
}

} // namespace wasmc::validate
