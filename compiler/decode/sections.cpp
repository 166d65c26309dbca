// Imports, definitions without bodies, exports, start, code (spec 5.5.5 to 5.5.11, 5.5.13).
#include "compiler/decode/module_decoder.h"
#include "compiler/decode/type_reader.h"

namespace wasmc::decode {

using wasm::Bytes;
using wasm::ExternKind;
using wasm::Feature;
using wasm::Function;
using wasm::TypeIndex;

namespace {

// Flags of limits (spec 5.3.10 and the proposals threads and custom-page-sizes).
constexpr uint8_t kHasMaximum = 1;
constexpr uint8_t kIsShared = 2;
constexpr uint8_t kIs64 = 4;
constexpr uint8_t kHasPageSize = 8;

Result<wasm::Limits> readLimits(Cursor &cursor, uint8_t flags) {
  wasm::Limits limits;
  TRY_ASSIGN(limits.min, cursor.readU64());
  if ((flags & kHasMaximum) != 0) {
    // 2^64 - 1 becomes "none", which is the same for a table of 64-bit indices; nothing else takes
    // it.
    TRY_ASSIGN(limits.max, cursor.readU64());
  }
  return limits;
}

} // namespace

Result<void> ModuleDecoder::importSection(Cursor &cursor) {
  TRY_ASSIGN(uint32_t size, count(cursor, kMaxImports, "imports"));
  for (uint32_t i = 0; i < size; ++i)
    TRY(import(cursor));
  return {};
}

Result<void> ModuleDecoder::import(Cursor &cursor) {
  wasm::Import import;
  import.offset = cursor.offset();
  TRY_ASSIGN(import.module, cursor.readName());
  TRY_ASSIGN(import.name, cursor.readName());
  TRY(importDescription(cursor, import));
  module_.imports.push_back(import);
  return {};
}

Result<void> ModuleDecoder::importDescription(Cursor &cursor, wasm::Import &import) {
  uint64_t start = cursor.offset();
  TRY_ASSIGN(uint8_t kind, cursor.readByte());
  import.kind = static_cast<ExternKind>(kind);
  switch (import.kind) {
  case ExternKind::function: {
    Function function;
    function.typeOffset = cursor.offset();
    TRY_ASSIGN(function.type, readTypeIndex(cursor));
    module_.functions.push_back(std::move(function));
    import.index = module_.importedFunctions++;
    return {};
  }
  case ExternKind::table: {
    TRY_ASSIGN(wasm::TableType type, tableType(cursor));
    module_.tables.push_back({type, std::nullopt, start});
    import.index = module_.importedTables++;
    return {};
  }
  case ExternKind::memory: {
    TRY_ASSIGN(wasm::MemoryType type, memoryType(cursor));
    module_.memories.push_back({type, start});
    import.index = module_.importedMemories++;
    return {};
  }
  case ExternKind::global: {
    TRY_ASSIGN(wasm::GlobalType type, globalType(cursor));
    module_.globals.push_back({type, {}, start});
    import.index = module_.importedGlobals++;
    return {};
  }
  case ExternKind::tag: {
    TRY_ASSIGN(wasm::TagType type, tagType(cursor));
    module_.tags.push_back(type);
    module_.tagOffsets.push_back(start);
    import.index = module_.importedTags++;
    return {};
  }
  }
  return error(start, "malformed import kind ", kind);
}

Result<void> ModuleDecoder::functionSection(Cursor &cursor) {
  TRY_ASSIGN(uint32_t size, count(cursor, kMaxFunctions, "functions"));
  module_.functions.reserve(module_.functions.size() + size);
  for (uint32_t i = 0; i < size; ++i) {
    Function function;
    function.typeOffset = cursor.offset();
    TRY_ASSIGN(function.type, readTypeIndex(cursor));
    module_.functions.push_back(std::move(function));
  }
  return {};
}

Result<void> ModuleDecoder::tableSection(Cursor &cursor) {
  TRY_ASSIGN(uint32_t size, count(cursor, kMaxTables, "tables"));
  for (uint32_t i = 0; i < size; ++i) {
    TRY_ASSIGN(wasm::Table defined, table(cursor));
    module_.tables.push_back(defined);
  }
  return {};
}

Result<wasm::Table> ModuleDecoder::table(Cursor &cursor) {
  constexpr uint8_t kHasInitializer = 0x40;
  wasm::Table table;
  table.offset = cursor.offset();
  bool hasInitializer = !cursor.atEnd() && cursor.peek() == kHasInitializer;
  if (hasInitializer) {
    cursor.skipByte();
    if (!features_.has(Feature::function_references))
      return notEnabled(table.offset, Feature::function_references, "table with initializer");
    TRY_ASSIGN(uint8_t reserved, cursor.readByte());
    if (reserved != 0)
      return error(table.offset, "malformed table: zero byte expected");
  }
  TRY_ASSIGN(table.type, tableType(cursor));
  if (hasInitializer) {
    TRY_ASSIGN(table.init, expression(cursor));
  }
  return table;
}

Result<wasm::TableType> ModuleDecoder::tableType(Cursor &cursor) {
  wasm::TableType type;
  TRY_ASSIGN(type.element, readReferenceType(cursor, features_));
  uint64_t start = cursor.offset();
  TRY_ASSIGN(uint8_t flags, cursor.readByte());
  if ((flags & ~(kHasMaximum | kIs64)) != 0)
    return error(start, "malformed limits flags");
  type.is64 = (flags & kIs64) != 0;
  if (type.is64 && !features_.has(Feature::memory64))
    return notEnabled(start, Feature::memory64, "table of 64-bit indices");
  TRY_ASSIGN(type.limits, readLimits(cursor, flags));
  if ((flags & kHasMaximum) != 0 && !type.limits.hasMax() && !type.is64)
    return error(start, "table size must be at most 2^32-1");
  return type;
}

Result<void> ModuleDecoder::memorySection(Cursor &cursor) {
  TRY_ASSIGN(uint32_t size, count(cursor, kMaxMemories, "memories"));
  for (uint32_t i = 0; i < size; ++i) {
    uint64_t start = cursor.offset();
    TRY_ASSIGN(wasm::MemoryType type, memoryType(cursor));
    module_.memories.push_back({type, start});
  }
  return {};
}

Result<wasm::MemoryType> ModuleDecoder::memoryType(Cursor &cursor) {
  uint64_t start = cursor.offset();
  TRY_ASSIGN(uint8_t flags, cursor.readByte());
  if ((flags & ~(kHasMaximum | kIsShared | kIs64 | kHasPageSize)) != 0)
    return error(start, "malformed limits flags");
  wasm::MemoryType type;
  type.is64 = (flags & kIs64) != 0;
  type.isShared = (flags & kIsShared) != 0;
  if (type.is64 && !features_.has(Feature::memory64))
    return notEnabled(start, Feature::memory64, "64-bit memory");
  if (type.isShared && !features_.has(Feature::threads))
    return notEnabled(start, Feature::threads, "shared memory");
  if ((flags & kHasPageSize) != 0 && !features_.has(Feature::custom_page_sizes))
    return error(start, "malformed limits flags: ", toString(Feature::custom_page_sizes),
                 " support is not enabled");
  TRY_ASSIGN(type.limits, readLimits(cursor, flags));
  if ((flags & kHasMaximum) != 0 && !type.limits.hasMax())
    return error(start, "memory size out of range");
  if ((flags & kHasPageSize) == 0)
    return type;
  start = cursor.offset();
  TRY_ASSIGN(type.pageSizeLog2, cursor.readU32());
  if (type.pageSizeLog2 > 16)
    return error(start, "invalid custom page size");
  return type;
}

Result<void> ModuleDecoder::tagSection(Cursor &cursor) {
  if (!features_.has(Feature::exceptions))
    return notEnabled(cursor.offset(), Feature::exceptions, "tag section");
  TRY_ASSIGN(uint32_t size, count(cursor, kMaxTags, "tags"));
  for (uint32_t i = 0; i < size; ++i) {
    uint64_t start = cursor.offset();
    TRY_ASSIGN(wasm::TagType type, tagType(cursor));
    module_.tags.push_back(type);
    module_.tagOffsets.push_back(start);
  }
  return {};
}

Result<wasm::TagType> ModuleDecoder::tagType(Cursor &cursor) {
  uint64_t start = cursor.offset();
  if (!features_.has(Feature::exceptions))
    return notEnabled(start, Feature::exceptions, "tag");
  TRY_ASSIGN(uint8_t attribute, cursor.readByte());
  if (attribute != 0)
    return error(start, "malformed tag attribute");
  TRY_ASSIGN(TypeIndex type, readTypeIndex(cursor));
  return wasm::TagType{type};
}

Result<void> ModuleDecoder::globalSection(Cursor &cursor) {
  TRY_ASSIGN(uint32_t size, count(cursor, kMaxGlobals, "globals"));
  for (uint32_t i = 0; i < size; ++i) {
    wasm::Global global;
    global.offset = cursor.offset();
    TRY_ASSIGN(global.type, globalType(cursor));
    TRY_ASSIGN(global.init, expression(cursor));
    module_.globals.push_back(global);
  }
  return {};
}

Result<wasm::GlobalType> ModuleDecoder::globalType(Cursor &cursor) {
  wasm::GlobalType type;
  TRY_ASSIGN(type.type, readValueType(cursor, features_));
  uint64_t start = cursor.offset();
  TRY_ASSIGN(uint8_t mutability, cursor.readByte());
  if (mutability > 1)
    return error(start, "malformed mutability");
  type.isMutable = mutability == 1;
  return type;
}

Result<void> ModuleDecoder::exportSection(Cursor &cursor) {
  TRY_ASSIGN(uint32_t size, count(cursor, kMaxExports, "exports"));
  for (uint32_t i = 0; i < size; ++i) {
    wasm::Export item;
    item.offset = cursor.offset();
    TRY_ASSIGN(item.name, cursor.readName());
    uint64_t start = cursor.offset();
    TRY_ASSIGN(uint8_t kind, cursor.readByte());
    if (kind > WASMC_EXTERN_tag)
      return error(start, "malformed export kind ", kind);
    item.kind = static_cast<ExternKind>(kind);
    TRY_ASSIGN(item.index, cursor.readU32());
    module_.exports.push_back(item);
  }
  return {};
}

Result<void> ModuleDecoder::startSection(Cursor &cursor) {
  module_.startOffset = cursor.offset();
  TRY_ASSIGN(uint32_t function, cursor.readU32());
  module_.start = wasm::FunctionIndex(function);
  return {};
}

Result<void> ModuleDecoder::dataCountSection(Cursor &cursor) {
  uint64_t start = cursor.offset();
  if (!features_.has(Feature::bulk_memory))
    return notEnabled(start, Feature::bulk_memory, "data count section");
  TRY_ASSIGN(uint32_t size, cursor.readU32());
  if (size > kMaxDataSegments)
    return error(start, "too many data segments: ", size, ", at most ", kMaxDataSegments);
  module_.dataCount = size;
  return {};
}

Result<void> ModuleDecoder::codeSection(Cursor &cursor) {
  codeOffset_ = cursor.offset();
  TRY_ASSIGN(bodyCount_, count(cursor, kMaxFunctions, "functions"));
  uint64_t defined = module_.functions.size() - module_.importedFunctions;
  Function undeclared; // checkCounts refuses it: what is malformed comes first
  for (uint32_t i = 0; i < bodyCount_; ++i) {
    TRY_ASSIGN(uint32_t size, cursor.readU32());
    TRY_ASSIGN(Bytes bytes, cursor.readBytes(size));
    if (size > kMaxBodyBytes)
      return error(bytes.offset, "function body too large: ", size, " bytes, at most ",
                   kMaxBodyBytes);
    TRY(functionBody(cursor, bytes,
                     i < defined ? module_.functions[module_.importedFunctions + i] : undeclared));
  }
  return {};
}

Result<void> ModuleDecoder::functionBody(const Cursor &section, Bytes bytes, Function &function) {
  Cursor cursor = section.on(bytes);
  function.bodyOffset = bytes.offset;
  TRY_ASSIGN(uint32_t groups, cursor.readCount());
  uint64_t total = 0; // of at most 2^32 groups of less than 2^32 locals: cannot overflow
  for (uint32_t i = 0; i < groups; ++i) {
    uint64_t start = cursor.offset();
    wasm::LocalGroup group;
    TRY_ASSIGN(group.count, cursor.readU32());
    total += group.count;
    if (total > kMaxLocals)
      return error(start, "too many locals: ", total, ", at most ", kMaxLocals);
    TRY_ASSIGN(group.type, readValueType(cursor, features_));
    if (group.count > 0)
      function.locals.push_back(group);
  }
  function.localCount = static_cast<uint32_t>(total);
  TRY_ASSIGN(function.body, cursor.readBytes(cursor.remaining()));
  return {};
}

} // namespace wasmc::decode
