// Equality and subtyping of the types of one module (spec 3.2, 3.3). Internal to this room.
#ifndef WASMC_COMPILER_VALIDATE_TYPE_SYSTEM_H
#define WASMC_COMPILER_VALIDATE_TYPE_SYSTEM_H

#include "compiler/wasm/module.h"
#include "wasmc/detail/result.h"

#include <string>
#include <vector>

namespace wasmc::validate {

// The heap type below all others, which is on the operand stack in unreachable code only.
inline constexpr wasm::HeapKind kBottomHeap = static_cast<wasm::HeapKind>(WASMC_VALUE_HEAP_MASK);
inline constexpr wasm::ValueType kBottomRef = wasm::ValueType::ref({kBottomHeap, {}}, false);

// After check() has succeeded, everything here is read-only and safe to use from many threads.
class TypeSystem {
public:
  explicit TypeSystem(const wasm::Module &module) : module_(module) {}

  // Checks the module's type section (spec 3.2.9 to 3.2.11).
  Result<void> check();

  // Whether the module has every type that `type` names.
  bool isKnown(wasm::ValueType type) const { return !type.isRef() || isKnown(type.heap()); }
  bool isKnown(wasm::HeapType heap) const {
    return heap.kind != wasm::HeapKind::defined || isKnown(heap.index);
  }
  bool isKnown(wasm::TypeIndex index) const { return index.value < module_.types.size(); }

  // spec 3.3.2 to 3.3.7. All types must be known.
  bool isSubtype(wasm::ValueType sub, wasm::ValueType super) const {
    return sub == super || isSubtypeSlow(sub, super);
  }
  bool isSubtype(wasm::HeapType sub, wasm::HeapType super) const;
  bool isSubtype(wasm::TypeIndex sub, wasm::TypeIndex super) const;
  // Of equal length, each a subtype of its counterpart.
  bool areSubtypes(std::span<const wasm::ValueType> sub,
                   std::span<const wasm::ValueType> super) const;
  bool areEqual(wasm::ValueType a, wasm::ValueType b) const {
    return isSubtype(a, b) && isSubtype(b, a);
  }

  const wasm::SubType &type(wasm::TypeIndex index) const { return module_.types[index.value]; }
  bool is(wasm::TypeIndex index, wasm::CompositeKind kind) const {
    return isKnown(index) && type(index).kind == kind;
  }

  // By type index: the lowest index of an equal type.
  const std::vector<uint32_t> &canonicalTypes() const { return canonical_; }

private:
  Result<void> checkKnown(uint32_t index, uint32_t end) const;
  Result<void> checkSupertype(uint32_t index);
  bool isSubtypeSlow(wasm::ValueType sub, wasm::ValueType super) const;
  bool matches(const wasm::SubType &sub, const wasm::SubType &super) const;
  bool matches(wasm::FieldType sub, wasm::FieldType super) const;
  // The group with indices into itself made relative, and others canonical: equal keys, equal
  // groups (spec 3.1.4, "rolling").
  std::u32string keyOf(wasm::RecGroup group) const;

  const wasm::Module &module_;
  std::vector<uint32_t> canonical_;
  // By type index: how many supertypes there are above it.
  std::vector<uint8_t> depth_;
};

} // namespace wasmc::validate

#endif
