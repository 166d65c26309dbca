// Index types. One per index space, so that a table index cannot be passed for a memory index.
#ifndef WASMC_COMPILER_WASM_INDEX_H
#define WASMC_COMPILER_WASM_INDEX_H

#include <stdint.h>

#include <compare>

namespace wasmc::wasm {

// An index into the space that `Tag` names. Explicit to make, `.value` to take apart.
template <class Tag> struct Index {
  uint32_t value = 0;

  constexpr Index() = default;
  constexpr explicit Index(uint32_t v) : value(v) {}
  constexpr auto operator<=>(const Index &) const = default;
};

using TypeIndex = Index<struct TypeTag>;
using FunctionIndex = Index<struct FunctionTag>;
using TableIndex = Index<struct TableTag>;
using MemoryIndex = Index<struct MemoryTag>;
using GlobalIndex = Index<struct GlobalTag>;
using TagIndex = Index<struct TagTag>;
using DataIndex = Index<struct DataTag>;
using ElementIndex = Index<struct ElementTag>;
using LocalIndex = Index<struct LocalTag>;
using FieldIndex = Index<struct FieldTag>;
// Relative depth of a label: 0 is the innermost block.
using LabelIndex = Index<struct LabelTag>;

} // namespace wasmc::wasm

#endif
