// A decoded module (spec section 2.5): plain structs that point into the input bytes.
#ifndef WASMC_COMPILER_WASM_MODULE_H
#define WASMC_COMPILER_WASM_MODULE_H

#include "compiler/wasm/types.h"

#include <cassert>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace wasmc::wasm {

// A piece of the input with its place in it. The input outlives the module.
struct Bytes {
  std::span<const uint8_t> data;
  uint64_t offset = 0; // of data[0] in the input
};

// An expression or function body: operators up to and including the final `end`.
using Expression = Bytes;

enum class ExternKind : uint8_t {
  function = WASMC_EXTERN_function,
  table = WASMC_EXTERN_table,
  memory = WASMC_EXTERN_memory,
  global = WASMC_EXTERN_global,
  tag = WASMC_EXTERN_tag,
};

struct Import {
  std::string_view module;
  std::string_view name;
  ExternKind kind = ExternKind::function;
  uint32_t index = 0; // in the index space of its kind
  uint64_t offset = 0;
};

struct Export {
  std::string_view name;
  ExternKind kind = ExternKind::function;
  uint32_t index = 0;
  uint64_t offset = 0;
};

// A run of `count` locals of one type, as the binary format groups them.
struct LocalGroup {
  uint32_t count = 0;
  ValueType type;
};

// One function of the index space. Imported functions have no body.
struct Function {
  TypeIndex type;
  uint64_t typeOffset = 0; // where the input names its type
  // Defined functions only:
  std::vector<LocalGroup> locals; // without the parameters
  uint32_t localCount = 0;        // sum of the groups
  uint64_t bodyOffset = 0;        // of the size field's successor, the function's own start
  Expression body;
};

struct Table {
  TableType type;
  std::optional<Expression> init; // initial value of every element; null references without it
  uint64_t offset = 0;
};

struct Memory {
  MemoryType type;
  uint64_t offset = 0;
};

struct Global {
  GlobalType type;
  Expression init; // empty when imported
  uint64_t offset = 0;
};

enum class SegmentMode : uint8_t { active, passive, declarative };

struct ElementSegment {
  SegmentMode mode = SegmentMode::passive;
  TableIndex table; // active only
  Expression start; // active only: where to write
  ValueType type;   // reference type of the elements
  // Either function indices, or expressions of `type`.
  bool isExpressions = false;
  std::vector<FunctionIndex> functions;
  std::vector<Expression> expressions;
  uint64_t offset = 0;
  uint32_t size() const {
    return static_cast<uint32_t>(isExpressions ? expressions.size() : functions.size());
  }
};

struct DataSegment {
  SegmentMode mode = SegmentMode::passive;
  MemoryIndex memory; // active only
  Expression start;   // active only
  Bytes bytes;
  uint64_t offset = 0;
};

struct CustomSection {
  std::string_view name;
  Bytes contents;
};

// Which way an `if` or `br_if` mostly goes, as the module says (proposal branch-hinting):
// `isLikely` when its condition mostly holds. What stands at the offset may be any operator, or
// none.
struct BranchHint {
  FunctionIndex function; // a defined one
  uint32_t offset : 31; // from Function::bodyOffset, inside the body; bodies are shorter than 2^31
  uint32_t isLikely : 1;
};
static_assert(sizeof(BranchHint) == 8); // three bytes of input make one

// Every index space holds the imported items first; `importedX` says how many those are.
struct Module {
  uint64_t inputSize = 0; // bytes
  std::vector<SubType> types;
  std::vector<RecGroup> recGroups;      // in order; together they cover `types`
  std::vector<uint32_t> recGroupOfType; // type index -> position in recGroups
  // Type index -> the lowest index of an equal type (spec 3.3). Filled by validation.
  std::vector<uint32_t> canonicalTypes;
  std::vector<uint64_t> typeOffsets;
  std::vector<Import> imports;
  std::vector<Export> exports;
  std::vector<Function> functions;
  std::vector<Table> tables;
  std::vector<Memory> memories;
  std::vector<Global> globals;
  std::vector<TagType> tags;
  std::vector<uint64_t> tagOffsets;
  std::vector<ElementSegment> elements;
  std::vector<DataSegment> datas;
  std::vector<CustomSection> customSections;
  std::optional<FunctionIndex> start;
  uint64_t startOffset = 0;
  std::optional<uint32_t> dataCount;

  uint32_t importedFunctions = 0;
  uint32_t importedTables = 0;
  uint32_t importedMemories = 0;
  uint32_t importedGlobals = 0;
  uint32_t importedTags = 0;

  // From the name section, empty where absent or malformed (a custom section is never an error).
  std::string_view moduleName;
  std::vector<std::string_view> functionNames; // by function index; may be shorter
  // From the section `metadata.code.branch_hint`, each after the one before by function and offset;
  // empty where the section is absent or malformed.
  std::vector<BranchHint> branchHints;

  const SubType &typeOf(FunctionIndex f) const { return types[functions[f.value].type.value]; }
  bool isImported(FunctionIndex f) const { return f.value < importedFunctions; }
};

} // namespace wasmc::wasm

#endif
