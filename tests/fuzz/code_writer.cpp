#include "tests/fuzz/code_writer.h"

namespace wasmc::fuzz {

uint8_t encoding(ValueType type) {
  switch (type.kind()) {
  case WASMC_VALUE_i32:
    return 0x7f;
  case WASMC_VALUE_i64:
    return 0x7e;
  case WASMC_VALUE_f32:
    return 0x7d;
  case WASMC_VALUE_f64:
    return 0x7c;
  case WASMC_VALUE_v128:
    return 0x7b;
  default:
    return type == wasm::kExternRef ? 0x6f : 0x70;
  }
}

CodeWriter &CodeWriter::constant(ValueType type, uint64_t low, uint64_t high) {
  switch (type.kind()) {
  case WASMC_VALUE_i32:
    return i32(static_cast<uint32_t>(low));
  case WASMC_VALUE_i64:
    return i64(low);
  case WASMC_VALUE_f32:
    op(Op::f32_const).fixed(low, 4);
    return *this;
  case WASMC_VALUE_f64:
    op(Op::f64_const).fixed(low, 8);
    return *this;
  default:
    op(Op::v128_const).fixed(low, 8);
    fixed(high, 8);
    return *this;
  }
}

CodeWriter &CodeWriter::zero(ValueType type) {
  if (!type.isRef())
    return constant(type, 0);
  op(Op::ref_null).byte(encoding(type));
  return *this;
}

} // namespace wasmc::fuzz
