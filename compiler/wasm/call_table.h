// What is known of a module's tables when it is compiled: the elements of those that never change.
#ifndef WASMC_COMPILER_WASM_CALL_TABLE_H
#define WASMC_COMPILER_WASM_CALL_TABLE_H

#include "compiler/wasm/module.h"

#include <map>
#include <optional>
#include <vector>

namespace wasmc::wasm {

// What the operators of all functions together do to each table.
struct TableUses {
  std::vector<bool> changed; // one writes to it or grows it
  std::vector<bool> called;  // a call_indirect names it
};

// A table that has these elements from the end of instantiation on, and before that as soon as any
// code of the instance can run. All of its functions are defined by the module, so whoever calls
// one calls it in his own context.
//
// In the artefact: read-only data under callTableSymbol(), for each element two
// 32-bit numbers, its type and the distance of its code from the start of the data.
struct CallTable {
  static constexpr uint32_t kNull = ~uint32_t{0};
  struct Element {
    uint32_t type = kNull;  // of Module::canonicalTypes
    FunctionIndex function; // unless null
  };
  std::vector<Element> elements; // as many as the table has
  // By type: the function, where the table has only one of that type.
  std::map<uint32_t, std::optional<FunctionIndex>> onlyFunctions;
  // By type: all indices of its elements, where those are few.
  std::map<uint32_t, std::vector<uint32_t>> fewIndices;
};
inline constexpr uint64_t kCallTableElementSize = 8;
inline constexpr uint64_t kCallTableCode = 4; // where in an element its code stands

// By table index; none for a table that may change, or is not worth it.
using CallTables = std::vector<std::optional<CallTable>>;

} // namespace wasmc::wasm

#endif
