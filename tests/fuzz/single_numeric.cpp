#include "tests/fuzz/function_generator.h"
#include "tests/fuzz/single_instruction.h"

#include <algorithm>

namespace wasmc::fuzz {

namespace {

using namespace wasm;

bool isRelaxed(Op op) {
  return info(op).feature == Feature::relaxed_simd;
}

// Relaxed operators have one result only on some operands: indices in range or far out of it, masks
// of whole lanes, numbers that convert, products that are exact, no NaN, no sum that saturates.
std::vector<Bits> relaxedOperands(Op op, size_t operand) {
  std::string_view name = wasm::name(op);
  auto has = [&](std::string_view part) { return name.find(part) != name.npos; };
  if (has("swizzle") && operand == 1)
    return {{0x0706050403020100, 0x0f0e0d0c0b0a0908}, {0xff8081ff0f000102, 0x80f00e0d01020304}};
  if (has("laneselect") && operand == 2)
    return {{0, ~uint64_t{0}}, {~uint64_t{0}, 0}, {0, 0}};
  if (has("trunc_f64") || (has("f64x2") && !has("trunc_f32")))
    return {{0x3ff0000000000000, 0x4008000000000000},
            {0x4059000000000000, 0x3fe0000000000000},
            {0x40c3880000000000, 0x4010000000000000}};
  if (has("trunc_f32") || has("f32x4"))
    return {{0x3f80000040400000, 0x4080000042c80000}, {0x3f0000003f800000, 0x47c3500040a00000}};
  if (has("q15mulr") && operand == 1)
    return {{0x00017fff40008001, 0x1234fedc00ff7ffe}, {0x7fff7fff7fff7fff, 0x8001800180018001}};
  if (has("dot") && operand == 1)
    return {{0x7f7f7f7f00010203, 0x0102037f7f404142}, {0, 0x7f7f7f7f7f7f7f7f}};
  return edgeCases(kV128);
}

std::vector<Bits> operandsOf(Op op, size_t operand) {
  return isRelaxed(op) ? relaxedOperands(op, operand)
                       : edgeCases(info(op).signature.operands[operand]);
}

// The immediates with which an operator is tried.
std::vector<std::vector<uint8_t>> immediatesOf(Op op) {
  std::vector<std::vector<uint8_t>> result;
  if (info(op).immediate == Immediate::lane) {
    for (uint32_t lane = 0; lane < laneCount(op); ++lane)
      result.push_back({static_cast<uint8_t>(lane)});
  } else if (info(op).immediate == Immediate::shuffle) {
    std::vector<uint8_t> bytes = bytesOfSeed(7, 4 * 16);
    for (uint32_t step = 0; step < 4; ++step)
      for (uint32_t first : {0, 1, 4, 8, 15, 16, 24}) {
        std::vector<uint8_t> lanes;
        for (uint32_t i = 0; i < 16; ++i)
          lanes.push_back((first + i * step) % 32);
        result.push_back(lanes);
      }
    for (uint32_t i = 0; i < 4; ++i) {
      std::vector<uint8_t> lanes(bytes.begin() + i * 16, bytes.begin() + (i + 1) * 16);
      for (uint8_t &lane : lanes)
        lane %= 32;
      result.push_back(lanes);
    }
  } else {
    result.emplace_back();
  }
  return result;
}

constexpr size_t kMaxCalls = 700;

// Calls on every combination of what the parameters may be, or on as many as are enough.
void callAll(SingleModule &module, const std::vector<std::vector<Bits>> &pools) {
  size_t total = 1;
  for (const std::vector<Bits> &pool : pools)
    total *= pool.size();
  size_t step = total > kMaxCalls ? total / kMaxCalls | 1 : 1;
  for (size_t number = 0; number < total; number += step) {
    std::vector<Bits> arguments;
    size_t rest = number;
    for (const std::vector<Bits> &pool : pools) {
      arguments.push_back(pool[rest % pool.size()]);
      rest /= pool.size();
    }
    module.call(arguments);
  }
}

// The operator with the operands of `constants` that are there as constants, the others as
// parameters.
void addForm(SingleModule &module, Op op, const std::vector<const Bits *> &constants,
             const std::vector<uint8_t> &immediates) {
  const Signature &signature = info(op).signature;
  FunctionType type;
  std::vector<std::vector<Bits>> pools;
  for (size_t i = 0; i < signature.operandCount; ++i)
    if (constants[i] == nullptr) {
      type.parameters.push_back(signature.operands[i]);
      pools.push_back(operandsOf(op, i));
    }
  type.results.assign(signature.resultTypes().begin(), signature.resultTypes().end());
  std::vector<ValueType> locals;
  if (makesNan(op))
    locals.push_back(type.results[0]);
  module.function(
      type,
      [&](CodeWriter &code, const auto &push) {
        uint32_t parameter = 0;
        for (size_t i = 0; i < signature.operandCount; ++i) {
          if (constants[i] == nullptr)
            push(parameter++);
          else
            code.constant(signature.operands[i], constants[i]->low, constants[i]->high);
        }
        code.op(op).raw(std::span(immediates));
        canonicalizeNan(code, op, SingleModule::localOf(type));
      },
      locals);
  callAll(module, pools);
}

void buildNumeric(SingleModule &module, Op op) {
  size_t operands = info(op).signature.operandCount;
  std::vector<std::vector<uint8_t>> immediates = immediatesOf(op);
  std::vector<const Bits *> none(operands, nullptr);
  for (const std::vector<uint8_t> &immediate : immediates)
    addForm(module, op, none, immediate);
  size_t number = 0;
  for (size_t i = 0; i < operands; ++i) {
    std::vector<Bits> pool = operandsOf(op, i);
    for (const Bits &value : pool) {
      std::vector<const Bits *> constants = none;
      constants[i] = &value;
      addForm(module, op, constants, immediates[number++ % immediates.size()]);
    }
  }
  if (operands != 2)
    return;
  // Both constant: what a compiler computes itself.
  std::vector<Bits> left = operandsOf(op, 0), right = operandsOf(op, 1);
  for (size_t i = 0; i < std::max(left.size(), right.size()) * 2; ++i)
    addForm(module, op, {&left[i % left.size()], &right[i * 7 % right.size()]},
            immediates[i % immediates.size()]);
}

} // namespace

void addNumericCases(std::vector<SingleCase> &cases, Features features) {
  for (uint16_t i = 0; i < kOperatorCount; ++i) {
    const OperatorInfo &row = kOperators[i];
    bool isPlain = row.immediate == Immediate::numeric || row.immediate == Immediate::lane ||
                   row.immediate == Immediate::shuffle;
    if (isPlain && features.has(row.feature))
      cases.push_back({std::string(row.name), [op = static_cast<Op>(i)](SingleModule &module) {
                         buildNumeric(module, op);
                       }});
  }
}

} // namespace wasmc::fuzz
