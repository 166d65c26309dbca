#include "compiler/validate/type_system.h"

#include <map>

namespace wasmc::validate {

using wasm::CompositeKind;
using wasm::FieldType;
using wasm::HeapKind;
using wasm::HeapType;
using wasm::RecGroup;
using wasm::SubType;
using wasm::TypeIndex;
using wasm::ValueType;

namespace {

// As in V8 and the JavaScript API. Bounds the walk up the supertypes, too.
constexpr uint8_t kMaxSubtypeDepth = 63;

// The direct supertype of an abstract heap type, itself where there is none (spec 3.3.3).
HeapKind abstractSupertype(HeapKind kind) {
  switch (kind) {
  case HeapKind::eq:
    return HeapKind::any;
  case HeapKind::i31:
  case HeapKind::struct_:
  case HeapKind::array:
    return HeapKind::eq;
  default:
    return kind;
  }
}

bool isAbstractSubtype(HeapKind sub, HeapKind super) {
  for (;;) {
    if (sub == super)
      return true;
    HeapKind next = abstractSupertype(sub);
    if (next == sub)
      return false;
    sub = next;
  }
}

HeapKind kindOf(const SubType &type) {
  switch (type.kind) {
  case CompositeKind::function:
    return HeapKind::func;
  case CompositeKind::struct_:
    return HeapKind::struct_;
  case CompositeKind::array:
    return HeapKind::array;
  }
  assert(false && "a composite type of no kind");
  return HeapKind::func;
}

// The top of the hierarchy that `kind` is the bottom of; `defined` when it is no bottom.
HeapKind topOfBottom(HeapKind kind) {
  switch (kind) {
  case HeapKind::none:
    return HeapKind::any;
  case HeapKind::nofunc:
    return HeapKind::func;
  case HeapKind::noextern:
    return HeapKind::extern_;
  case HeapKind::noexn:
    return HeapKind::exn;
  default:
    return HeapKind::defined;
  }
}

} // namespace

Result<void> TypeSystem::check() {
  canonical_.resize(module_.types.size());
  depth_.resize(module_.types.size());
  // An ordered map: no input can make it slow.
  std::map<std::u32string, uint32_t> groups;
  for (RecGroup group : module_.recGroups) {
    for (uint32_t i = group.first.value; i < group.first.value + group.count; ++i)
      TRY(checkKnown(i, group.first.value + group.count));
    auto [same, isNew] = groups.try_emplace(keyOf(group), group.first.value);
    for (uint32_t i = 0; i < group.count; ++i)
      canonical_[group.first.value + i] = same->second + i;
    for (uint32_t i = 0; i < group.count; ++i)
      TRY(checkSupertype(group.first.value + i));
  }
  return {};
}

// Types may name those before their group and those of their group, supertypes only those before
// themselves.
Result<void> TypeSystem::checkKnown(uint32_t index, uint32_t end) const {
  const SubType &type = module_.types[index];
  uint64_t offset = module_.typeOffsets[index];
  if (type.supertypes.size() > 1)
    return error(offset, "sub type: type ", index, " has more than one supertype");
  for (TypeIndex supertype : type.supertypes)
    if (supertype.value >= index)
      return error(offset, "unknown type ", supertype.value, ": the supertype of ", index);
  auto check = [&](ValueType value) -> Result<void> {
    if (value.isRef() && value.heap().kind == HeapKind::defined && value.heap().index.value >= end)
      return error(offset, "unknown type ", value.heap().index.value);
    return {};
  };
  for (ValueType value : type.params)
    TRY(check(value));
  for (ValueType value : type.results)
    TRY(check(value));
  for (const FieldType &field : type.fields)
    TRY(check(field.type));
  return {};
}

std::u32string TypeSystem::keyOf(RecGroup group) const {
  // A word per item. Kinds, counts and flags are small; a type of the group itself is
  // kRecursive + its place, another one its canonical index.
  constexpr uint32_t kRecursive = 1u << 20;
  std::u32string key;
  auto add = [&](uint32_t word) { key.push_back(static_cast<char32_t>(word)); };
  auto addType = [&](TypeIndex index) {
    bool isInside = index.value >= group.first.value;
    add(isInside ? kRecursive + (index.value - group.first.value) : canonical_[index.value]);
  };
  auto addValue = [&](ValueType value) {
    constexpr uint32_t kIndexMask = ~0u << WASMC_VALUE_INDEX_SHIFT;
    add(value.bits() & ~kIndexMask);
    if (value.isRef() && value.heap().kind == HeapKind::defined)
      addType(value.heap().index);
  };
  add(group.count);
  for (uint32_t i = group.first.value; i < group.first.value + group.count; ++i) {
    const SubType &type = module_.types[i];
    add(static_cast<uint32_t>(type.kind) | (type.isFinal ? 4u : 0u) |
        (type.supertypes.empty() ? 0u : 8u));
    for (TypeIndex supertype : type.supertypes)
      addType(supertype);
    add(static_cast<uint32_t>(type.params.size()));
    for (ValueType value : type.params)
      addValue(value);
    add(static_cast<uint32_t>(type.results.size()));
    for (ValueType value : type.results)
      addValue(value);
    add(static_cast<uint32_t>(type.fields.size()));
    for (const FieldType &field : type.fields) {
      add(field.isMutable ? 1 : 0);
      addValue(field.type);
    }
  }
  return key;
}

Result<void> TypeSystem::checkSupertype(uint32_t index) {
  const SubType &type = module_.types[index];
  uint64_t offset = module_.typeOffsets[index];
  for (TypeIndex superIndex : type.supertypes) {
    const SubType &supertype = module_.types[superIndex.value];
    if (supertype.isFinal)
      return error(offset, "sub type ", index, " does not match super type ", superIndex.value,
                   ", which is final");
    if (!matches(type, supertype))
      return error(offset, "sub type ", index, " does not match super type ", superIndex.value);
    if (depth_[superIndex.value] >= kMaxSubtypeDepth)
      return error(offset, "sub type ", index, " has more than ", kMaxSubtypeDepth, " supertypes");
    depth_[index] = static_cast<uint8_t>(depth_[superIndex.value] + 1);
  }
  return {};
}

// spec 3.3.8
bool TypeSystem::matches(const SubType &sub, const SubType &super) const {
  if (sub.kind != super.kind)
    return false;
  if (sub.kind == CompositeKind::function)
    return areSubtypes(super.params, sub.params) && areSubtypes(sub.results, super.results);
  if (sub.fields.size() < super.fields.size())
    return false;
  for (size_t i = 0; i < super.fields.size(); ++i)
    if (!matches(sub.fields[i], super.fields[i]))
      return false;
  return true;
}

// spec 3.3.9
bool TypeSystem::matches(FieldType sub, FieldType super) const {
  if (sub.isMutable != super.isMutable || !isSubtype(sub.type, super.type))
    return false;
  return !sub.isMutable || isSubtype(super.type, sub.type);
}

bool TypeSystem::areSubtypes(std::span<const ValueType> sub,
                             std::span<const ValueType> super) const {
  if (sub.size() != super.size())
    return false;
  for (size_t i = 0; i < sub.size(); ++i)
    if (!isSubtype(sub[i], super[i]))
      return false;
  return true;
}

// spec 3.3.4
bool TypeSystem::isSubtypeSlow(ValueType sub, ValueType super) const {
  if (sub.isBottom())
    return true;
  if (!sub.isRef() || !super.isRef() || (sub.isNullable() && !super.isNullable()))
    return false;
  return isSubtype(sub.heap(), super.heap());
}

// spec 3.3.3
bool TypeSystem::isSubtype(HeapType sub, HeapType super) const {
  if (sub.kind == kBottomHeap)
    return true;
  if (super.kind == kBottomHeap)
    return false;
  if (sub.kind == HeapKind::defined) {
    if (super.kind == HeapKind::defined)
      return isSubtype(sub.index, super.index);
    return isAbstractSubtype(kindOf(type(sub.index)), super.kind);
  }
  HeapKind superKind = super.kind == HeapKind::defined ? kindOf(type(super.index)) : super.kind;
  HeapKind top = topOfBottom(sub.kind);
  if (top != HeapKind::defined)
    return sub.kind == super.kind || isAbstractSubtype(superKind, top);
  return super.kind != HeapKind::defined && isAbstractSubtype(sub.kind, super.kind);
}

bool TypeSystem::isSubtype(TypeIndex sub, TypeIndex super) const {
  for (;;) {
    if (canonical_[sub.value] == canonical_[super.value])
      return true;
    const SubType &subType = type(sub);
    if (subType.supertypes.empty())
      return false;
    sub = subType.supertypes[0];
  }
}

} // namespace wasmc::validate
