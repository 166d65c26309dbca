// References, casts and the branches on them (spec 3.4.1, 3.4.7).
#include "compiler/validate/checker.h"

namespace wasmc::validate {

using wasm::HeapKind;
using wasm::HeapType;

namespace {

constexpr ValueType withNull(ValueType type, bool nullable) {
  return ValueType::ref(type.heap(), nullable);
}

constexpr ValueType abstract(HeapKind kind, bool nullable) {
  return ValueType::ref({kind, {}}, nullable);
}

// The largest heap type of the hierarchy of `kind` (spec 3.3.3).
HeapKind topOf(HeapKind kind) {
  switch (kind) {
  case HeapKind::func:
  case HeapKind::nofunc:
    return HeapKind::func;
  case HeapKind::extern_:
  case HeapKind::noextern:
    return HeapKind::extern_;
  case HeapKind::exn:
  case HeapKind::noexn:
    return HeapKind::exn;
  default:
    return HeapKind::any;
  }
}

HeapKind topOf(HeapType heap, const TypeSystem &types) {
  if (heap.kind == HeapKind::defined && types.is(heap.index, wasm::CompositeKind::function))
    return HeapKind::func;
  return topOf(heap.kind);
}

} // namespace

Result<void> Checker::onRefNull(HeapType heap) {
  TRY(checkType(ValueType::ref(heap, true)));
  return push(ValueType::ref(heap, true));
}

Result<void> Checker::onRefIsNull() {
  TRY(popRef());
  return push(wasm::kI32);
}

// spec 3.4.7: only functions that occur outside of bodies, so that engines know them early.
Result<void> Checker::onRefFunc(wasm::FunctionIndex function) {
  if (function.value >= module_.functions.size())
    return fail("unknown function ", function.value);
  if (!context_.declaredFunctions[function.value])
    return fail("undeclared function reference ", function.value);
  return push(ValueType::ref(HeapType::defined(module_.functions[function.value].type), false));
}

Result<void> Checker::onRefAsNonNull() {
  TRY_ASSIGN(ValueType type, popRef());
  return push(withNull(type, false));
}

Result<void> Checker::onRefEq() {
  TRY(pop(abstract(HeapKind::eq, true)));
  TRY(pop(abstract(HeapKind::eq, true)));
  return push(wasm::kI32);
}

Result<void> Checker::onRefTest(ValueType type) {
  TRY(checkType(type));
  TRY(pop(abstract(topOf(type.heap(), types_), true)));
  return push(wasm::kI32);
}

Result<void> Checker::onRefCast(ValueType type) {
  TRY(checkType(type));
  TRY(pop(abstract(topOf(type.heap(), types_), true)));
  return push(type);
}

Result<void> Checker::onBrOnNull(wasm::LabelIndex label) {
  TRY_ASSIGN(ValueType type, popRef());
  TRY_ASSIGN(Frame * frame, target(label));
  TRY(popAndPush(labelTypes(*frame)));
  return push(withNull(type, false));
}

Result<void> Checker::onBrOnNonNull(wasm::LabelIndex label) {
  TRY_ASSIGN(ValueType type, popRef());
  TRY_ASSIGN(Frame * frame, target(label));
  std::span<const ValueType> types = labelTypes(*frame);
  if (types.empty())
    return fail("type mismatch: label ", label.value, " takes no reference");
  if (!types_.isSubtype(withNull(type, false), types.back()))
    return mismatch(types.back(), withNull(type, false));
  return popAndPush(types.first(types.size() - 1));
}

// br_on_cast branches with `to` and leaves the rest of `from`; br_on_cast_fail the other way round.
Result<void> Checker::onBrOnCast(Op op, wasm::LabelIndex label, ValueType from, ValueType to) {
  TRY(checkType(from));
  TRY(checkType(to));
  if (!types_.isSubtype(to, from))
    return mismatch(from, to);
  // spec 3.1.7, difference of reference types: a null that `to` takes does not remain.
  ValueType rest = withNull(from, from.isNullable() && !to.isNullable());
  ValueType branches = op == Op::br_on_cast ? to : rest;
  ValueType remains = op == Op::br_on_cast ? rest : to;
  TRY_ASSIGN(Frame * frame, target(label));
  std::span<const ValueType> types = labelTypes(*frame);
  if (types.empty())
    return fail("type mismatch: label ", label.value, " takes no reference");
  if (!types_.isSubtype(branches, types.back()))
    return mismatch(types.back(), branches);
  TRY(pop(from));
  TRY(popAndPush(types.first(types.size() - 1)));
  return push(remains);
}

Result<void> Checker::onConvert(Op op) {
  bool toAny = op == Op::any_convert_extern;
  HeapKind from = toAny ? HeapKind::extern_ : HeapKind::any;
  HeapKind to = toAny ? HeapKind::any : HeapKind::extern_;
  TRY_ASSIGN(ValueType type, popRef());
  if (!types_.isSubtype(type, abstract(from, true)))
    return mismatch(abstract(from, true), type);
  return push(abstract(to, type.isNullable()));
}

Result<void> Checker::onI31(Op op) {
  if (op == Op::ref_i31) {
    TRY(pop(wasm::kI32));
    return push(abstract(HeapKind::i31, false));
  }
  TRY(pop(abstract(HeapKind::i31, true)));
  return push(wasm::kI32);
}

} // namespace wasmc::validate
