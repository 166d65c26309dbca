// Calls and tail calls (spec 3.4.1).
#include "compiler/validate/checker.h"

namespace wasmc::validate {

Result<void> Checker::call(const wasm::SubType &type) {
  TRY(pop(type.params));
  return push(type.results);
}

Result<void> Checker::returnCall(const wasm::SubType &type) {
  if (!types_.areSubtypes(type.results, results(frames_.front().type)))
    return fail("type mismatch: the callee of a tail call returns other types");
  TRY(pop(type.params));
  return setUnreachable();
}

Result<const wasm::SubType *> Checker::calledType(wasm::FunctionIndex function) const {
  if (function.value >= module_.functions.size())
    return fail("unknown function ", function.value);
  return &module_.typeOf(function);
}

Result<const wasm::SubType *> Checker::functionType(wasm::TypeIndex type) const {
  if (!types_.isKnown(type))
    return fail("unknown type ", type.value);
  if (!types_.is(type, wasm::CompositeKind::function))
    return fail("type mismatch: type ", type.value, " is not a function type");
  return &types_.type(type);
}

Result<const wasm::SubType *> Checker::indirectType(wasm::TypeIndex type,
                                                    wasm::TableIndex tableIndex) {
  TRY_ASSIGN(const wasm::TableType *tableType, table(tableIndex));
  if (!types_.isSubtype(tableType->element, wasm::kFuncRef))
    return mismatch(wasm::kFuncRef, tableType->element);
  TRY_ASSIGN(const wasm::SubType *callee, functionType(type));
  TRY(pop(addressType(tableType->is64)));
  return callee;
}

Result<const wasm::SubType *> Checker::referencedType(wasm::TypeIndex type) {
  TRY_ASSIGN(const wasm::SubType *callee, functionType(type));
  TRY(pop(ValueType::ref(wasm::HeapType::defined(type), true)));
  return callee;
}

Result<void> Checker::onCall(wasm::FunctionIndex function) {
  TRY_ASSIGN(const wasm::SubType *type, calledType(function));
  return call(*type);
}

Result<void> Checker::onReturnCall(wasm::FunctionIndex function) {
  TRY_ASSIGN(const wasm::SubType *type, calledType(function));
  return returnCall(*type);
}

Result<void> Checker::onCallIndirect(wasm::TypeIndex type, wasm::TableIndex table) {
  TRY_ASSIGN(const wasm::SubType *callee, indirectType(type, table));
  return call(*callee);
}

Result<void> Checker::onReturnCallIndirect(wasm::TypeIndex type, wasm::TableIndex table) {
  TRY_ASSIGN(const wasm::SubType *callee, indirectType(type, table));
  return returnCall(*callee);
}

Result<void> Checker::onCallRef(wasm::TypeIndex type) {
  TRY_ASSIGN(const wasm::SubType *callee, referencedType(type));
  return call(*callee);
}

Result<void> Checker::onReturnCallRef(wasm::TypeIndex type) {
  TRY_ASSIGN(const wasm::SubType *callee, referencedType(type));
  return returnCall(*callee);
}

} // namespace wasmc::validate
