#include "tests/fuzz/function_generator.h"

namespace wasmc::fuzz {

using namespace wasm;

namespace {

bool traps(std::string_view name) {
  return name.find(".div_") != name.npos || name.find(".rem_") != name.npos ||
         name.starts_with("i32.trunc_f") || name.starts_with("i64.trunc_f");
}

bool isUsable(const ModuleShape &shape, const OperatorInfo &row) {
  if (!shape.features.has(row.feature) || row.feature == Feature::relaxed_simd)
    return false; // relaxed results differ between engines, as they may
  auto fits = [&](std::span<const ValueType> types) {
    for (ValueType type : types)
      if ((type.isVector() && !shape.hasSimd) ||
          ((type == kF32 || type == kF64) && !shape.hasFloats))
        return false;
    return true;
  };
  return fits(row.signature.operandTypes()) && fits(row.signature.resultTypes());
}

} // namespace

bool makesNan(Op op) {
  std::string_view name = wasm::name(op);
  size_t dot = name.find('.');
  std::string_view shape = name.substr(0, dot), rest = name.substr(dot + 1);
  if (shape != "f32" && shape != "f64" && shape != "f32x4" && shape != "f64x2")
    return false;
  for (std::string_view arithmetic :
       {"add", "sub", "mul", "div", "sqrt", "min", "max", "ceil", "floor", "trunc", "nearest",
        "demote_f64", "promote_f32", "demote_f64x2_zero", "promote_low_f32x4"})
    if (rest == arithmetic)
      return true;
  return false;
}

void canonicalizeNan(CodeWriter &out, Op op, uint32_t local) {
  if (!makesNan(op))
    return;
  ValueType type = info(op).signature.results[0];
  bool isDouble = name(op).starts_with("f64");
  out.tee(local);
  uint64_t nan = isDouble ? 0x7ff8000000000000 : type == kF32 ? 0x7fc00000 : 0x7fc000007fc00000;
  out.constant(type, nan, nan).get(local).get(local);
  if (type.isVector())
    out.op(isDouble ? Op::f64x2_eq : Op::f32x4_eq).op(Op::v128_bitselect);
  else
    out.op(isDouble ? Op::f64_eq : Op::f32_eq).op(Op::select);
}

uint32_t laneCount(Op op) {
  std::string_view shape = wasm::name(op);
  uint32_t lanes = 0;
  for (char c : shape.substr(shape.find('x') + 1, 2))
    if (c >= '0' && c <= '9')
      lanes = lanes * 10 + static_cast<uint32_t>(c - '0');
  return lanes;
}

OperatorLists::OperatorLists(const ModuleShape &shape) {
  for (uint16_t i = 0; i < kOperatorCount; ++i) {
    const OperatorInfo &row = kOperators[i];
    if (!isUsable(shape, row))
      continue;
    Op op = static_cast<Op>(i);
    bool isPlain = row.immediate == Immediate::numeric || row.immediate == Immediate::lane ||
                   row.immediate == Immediate::shuffle;
    if (isPlain && row.signature.resultCount == 1)
      numeric[row.signature.results[0].kind()].push_back(op);
    if (row.immediate == Immediate::load || row.immediate == Immediate::load_lane)
      loads[row.signature.results[0].kind()].push_back(op);
    if (row.immediate == Immediate::store || row.immediate == Immediate::store_lane)
      stores.push_back(op);
  }
}

void FunctionGenerator::leaf(ValueType type) {
  uint32_t local = pickLocal(type);
  if (type.isRef()) {
    reference(type, 0);
  } else if (local != kNone && !source_.chance(70)) {
    out_.get(local);
  } else {
    Bits bits = interestingBits(source_, type);
    out_.constant(type, bits.low, bits.high);
  }
}

void FunctionGenerator::reference(ValueType type, unsigned depth) {
  uint32_t local = pickLocal(type);
  switch (source_.below(4)) {
  case 1:
    if (local == kNone)
      break;
    out_.get(local);
    return;
  case 2:
    if (type != kFuncRef)
      break;
    out_.op(Op::ref_func, source_.below(shape_.functions.size()));
    return;
  case 3: {
    uint32_t table = source_.below(shape_.tables.size());
    if (depth == 0 || shape_.tables[table].element != type)
      break;
    tableIndex(table);
    out_.op(Op::table_get, table);
    return;
  }
  default:
    break;
  }
  out_.zero(type);
}

void FunctionGenerator::laneImmediates(Op op) {
  if (info(op).immediate == Immediate::shuffle) {
    // Mostly the patterns that have instructions of their own.
    uint32_t pattern = source_.below(4), first = source_.below(32), step = source_.below(4);
    for (uint32_t i = 0; i < 16; ++i)
      out_.byte(pattern == 3 ? source_.byte() % 32 : (first + i * step) % 32);
  } else if (info(op).immediate == Immediate::lane) {
    out_.byte(static_cast<uint8_t>(source_.below(laneCount(op))));
  }
}

void FunctionGenerator::operands(Op op, unsigned depth) {
  std::span<const ValueType> types = info(op).signature.operandTypes();
  bool guard = traps(name(op)) && types.size() == 2 && !source_.chance(12);
  for (size_t i = 0; i < types.size(); ++i) {
    expression(types[i], depth);
    if (guard && i == 1) // a divisor that is not 0
      out_.constant(types[i], 1).op(types[i] == kI32 ? Op::i32_or : Op::i64_or);
  }
}

void FunctionGenerator::canonicalizeNan(Op op) {
  if (makesNan(op))
    fuzz::canonicalizeNan(out_, op, scratch(info(op).signature.results[0]));
}

void FunctionGenerator::numeric(ValueType type, unsigned depth) {
  const std::vector<Op> &ops = operators_.numericOf(type);
  Op op = source_.pick(ops);
  if (traps(name(op)) && !source_.chance(40))
    op = source_.pick(ops);
  operands(op, depth);
  out_.op(op);
  laneImmediates(op);
  canonicalizeNan(op);
}

void FunctionGenerator::choice(ValueType type, unsigned depth) {
  if (source_.chance(128)) {
    expression(type, depth);
    expression(type, depth);
    expression(kI32, depth);
    if (type.isRef()) {
      out_.op(Op::select_t, 1).byte(encoding(type));
    } else {
      out_.op(Op::select);
    }
    return;
  }
  expression(kI32, depth);
  begin(Op::if_, type);
  expression(type, depth);
  out_.op(Op::else_);
  expression(type, depth);
  finish();
}

void FunctionGenerator::blockValue(ValueType type, unsigned depth) {
  begin(Op::block, type);
  expression(type, depth);
  expression(kI32, depth);
  out_.op(Op::br_if, 0);
  out_.op(Op::drop);
  if (source_.chance(80))
    statement(depth);
  expression(type, depth);
  finish();
}

void FunctionGenerator::convertIndex(ValueType from, ValueType to) {
  if (from == kI64 && to == kI32)
    out_.op(Op::i32_wrap_i64);
  else if (from == kI32 && to == kI64)
    out_.op(Op::i64_extend_i32_u);
}

// What the instance says about itself; an i32.
void FunctionGenerator::integerQuery(unsigned depth) {
  uint32_t memory = pickMemory();
  switch (source_.below(4)) {
  case 0:
    out_.op(Op::memory_size, memory);
    convertIndex(shape_.memories[memory].indexType(), kI32);
    return;
  case 1:
    out_.constant(shape_.memories[memory].indexType(), source_.below(3));
    out_.op(Op::memory_grow, memory);
    convertIndex(shape_.memories[memory].indexType(), kI32);
    return;
  case 2:
    if (!shape_.features.has(Feature::reference_types))
      break;
    out_.op(Op::table_size, source_.below(shape_.tables.size()));
    return;
  default:
    if (!shape_.hasReferences)
      break;
    reference(source_.chance(128) ? kFuncRef : kExternRef, depth);
    out_.op(Op::ref_is_null);
    return;
  }
  leaf(kI32);
}

void FunctionGenerator::expression(ValueType type, unsigned depth) {
  if (depth == 0 || --budget_ <= 0 || source_.isEmpty())
    return leaf(type);
  if (type.isRef())
    return source_.chance(30) ? choice(type, depth - 1) : reference(type, depth - 1);
  switch (source_.below(16)) {
  case 0:
  case 1:
    return leaf(type);
  case 2:
  case 3:
  case 4:
    return load(type, depth - 1);
  case 5:
    return choice(type, depth - 1);
  case 6:
    return source_.chance(128) ? blockValue(type, depth - 1) : callValue(type);
  case 7:
    if (type == kI32)
      return integerQuery(depth - 1);
    for (uint32_t i = 0; i < shape_.globals.size(); ++i)
      if (shape_.globals[i].type == type && source_.chance(128)) {
        out_.op(Op::global_get, i);
        return;
      }
    return leaf(type);
  default:
    return numeric(type, depth - 1);
  }
}

} // namespace wasmc::fuzz
