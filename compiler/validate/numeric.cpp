// Numbers and vectors (spec 3.4.8, 3.4.9): what operators.def says, and lane indices.
#include "compiler/validate/checker.h"

namespace wasmc::validate {

namespace {

// How many lanes the vector shape of an extract_lane or replace_lane operator has.
uint32_t laneCount(Op op) {
  switch (op) {
  case Op::i8x16_extract_lane_s:
  case Op::i8x16_extract_lane_u:
  case Op::i8x16_replace_lane:
    return 16;
  case Op::i16x8_extract_lane_s:
  case Op::i16x8_extract_lane_u:
  case Op::i16x8_replace_lane:
    return 8;
  case Op::i32x4_extract_lane:
  case Op::i32x4_replace_lane:
  case Op::f32x4_extract_lane:
  case Op::f32x4_replace_lane:
    return 4;
  default:
    return 2;
  }
}

} // namespace

Result<void> Checker::onNumeric(Op op) {
  const wasm::Signature &signature = wasm::info(op).signature;
  TRY(pop(signature.operandTypes()));
  return push(signature.resultTypes());
}

Result<void> Checker::checkLane(uint8_t lane, uint32_t lanes) const {
  if (lane >= lanes)
    return fail("invalid lane index ", lane);
  return {};
}

Result<void> Checker::onLane(Op op, uint8_t lane) {
  TRY(checkLane(lane, laneCount(op)));
  return onNumeric(op);
}

Result<void> Checker::onShuffle(const decode::V128 &lanes) {
  for (uint8_t lane : lanes)
    TRY(checkLane(lane, 32)); // of two vectors of sixteen
  return onNumeric(Op::i8x16_shuffle);
}

} // namespace wasmc::validate
