#include "tests/fuzz/entries.h"

#include <cstdio>

namespace wasmc::fuzz {

using namespace wasm;

std::vector<ValueType> borderTypes(ValueType type) {
  switch (type.kind()) {
  case WASMC_VALUE_i32:
  case WASMC_VALUE_f32:
    return {kI32};
  case WASMC_VALUE_i64:
  case WASMC_VALUE_f64:
    return {kI64};
  case WASMC_VALUE_v128:
    return {kI64, kI64};
  default:
    return {type == kExternRef ? kExternRef : kI32};
  }
}

FunctionType borderType(const FunctionType &type) {
  FunctionType result;
  for (ValueType value : type.parameters)
    for (ValueType crossing : borderTypes(value))
      result.parameters.push_back(crossing);
  for (ValueType value : type.results)
    for (ValueType crossing : borderTypes(value))
      result.results.push_back(crossing);
  return result;
}

namespace {

void takeIn(CodeWriter &code, ValueType type, uint32_t first) {
  switch (type.kind()) {
  case WASMC_VALUE_f32:
    code.get(first).op(Op::f32_reinterpret_i32);
    break;
  case WASMC_VALUE_f64:
    code.get(first).op(Op::f64_reinterpret_i64);
    break;
  case WASMC_VALUE_v128:
    code.get(first).op(Op::i64x2_splat).get(first + 1).op(Op::i64x2_replace_lane).byte(1);
    break;
  default:
    if (type == kFuncRef) { // of table 0, or null where that has no such element
      code.get(first).op(Op::table_size, 0).op(Op::i32_lt_u).open(Op::if_, kFuncRef);
      code.get(first).op(Op::table_get, 0).op(Op::else_).zero(kFuncRef).end();
    } else {
      code.get(first);
    }
  }
}

void handOut(CodeWriter &code, ValueType type, uint32_t local) {
  code.get(local);
  switch (type.kind()) {
  case WASMC_VALUE_f32:
    code.op(Op::i32_reinterpret_f32);
    break;
  case WASMC_VALUE_f64:
    code.op(Op::i64_reinterpret_f64);
    break;
  case WASMC_VALUE_v128:
    code.op(Op::i64x2_extract_lane).byte(0);
    code.get(local).op(Op::i64x2_extract_lane).byte(1);
    break;
  default:
    if (type == kFuncRef)
      code.op(Op::ref_is_null);
  }
}

} // namespace

FunctionBody
borderBody(const FunctionType &type,
           const std::function<void(CodeWriter &, const std::function<void(uint32_t)> &)> &inside) {
  FunctionBody body;
  auto push = [&](uint32_t parameter) {
    uint32_t first = 0;
    for (uint32_t i = 0; i < parameter; ++i)
      first += static_cast<uint32_t>(borderTypes(type.parameters[i]).size());
    takeIn(body.code, type.parameters[parameter], first);
  };
  inside(body.code, push);
  body.locals = type.results;
  auto parameters = static_cast<uint32_t>(borderType(type).parameters.size());
  auto results = static_cast<uint32_t>(type.results.size());
  for (uint32_t i = results; i-- > 0;)
    body.code.set(parameters + i);
  for (uint32_t i = 0; i < results; ++i)
    handOut(body.code, type.results[i], parameters + i);
  return body;
}

void CallLine::argument(uint64_t bits) {
  char text[24];
  snprintf(text, sizeof text, " %llx", static_cast<unsigned long long>(bits));
  text_ += text;
}

} // namespace wasmc::fuzz
