#include "tests/fuzz/single_instruction.h"

namespace wasmc::fuzz {

namespace {

std::vector<SingleCase> casesOf(Features features) {
  std::vector<SingleCase> cases;
  addNumericCases(cases, features);
  addAccessCases(cases, features);
  return cases;
}

} // namespace

void SingleModule::function(const FunctionType &type, const Emit &emit,
                            std::vector<ValueType> locals) {
  current_ = type;
  currentName_ = "e" + std::to_string(bodies_.size());
  exports_.push_back({currentName_, static_cast<uint32_t>(bodies_.size())});
  shape.functions.push_back(shape.typeIndex(borderType(type)));
  FunctionBody body = borderBody(type, emit);
  body.locals.insert(body.locals.end(), locals.begin(), locals.end());
  bodies_.push_back(std::move(body));
}

void SingleModule::call(std::span<const Bits> arguments) {
  CallLine line(currentName_);
  for (size_t i = 0; i < current_.parameters.size(); ++i) {
    line.argument(arguments[i].low);
    if (current_.parameters[i].isVector())
      line.argument(arguments[i].high);
  }
  calls_ += line.take();
}

GeneratedModule SingleModule::take() {
  GeneratedModule result;
  result.wasm = writeModule(shape, bodies_, exports_);
  result.calls = std::move(calls_);
  return result;
}

std::vector<Bits> edgeCases(ValueType type) {
  static constexpr uint64_t kIntegers[] = {
      0,          1,          2,          7,          31,         32,
      33,         63,         64,         0x7f,       0x80,       0xff,
      0x7fff,     0x8000,     0xffff,     65536,      0x7ffffffe, 0x7fffffff,
      0x80000000, 0x80000001, 0xfffffffe, 0xffffffff, 0x12345678, 0xaaaaaaaa};
  static constexpr uint64_t kLongs[] = {0x100000000,        0x7fffffffffffffff, 0x8000000000000000,
                                        0x8000000000000001, ~uint64_t{0},       ~uint64_t{1},
                                        0xffffffff80000000, 0x123456789abcdef0, 0xffffffff00000000};
  std::vector<Bits> result;
  if (type == wasm::kI32 || type == wasm::kI64)
    for (uint64_t value : kIntegers)
      result.push_back({value});
  if (type == wasm::kI64)
    for (uint64_t value : kLongs)
      result.push_back({value});
  if (!result.empty())
    return result;
  // The special values of the random modules, each of them once, and what chance adds.
  std::vector<uint8_t> bytes = bytesOfSeed(type.kind(), 4096);
  ByteSource source(bytes);
  size_t count = type.isVector() ? 18 : 26;
  for (unsigned tries = 0; tries < 400 && result.size() < count; ++tries) {
    Bits bits = interestingBits(source, type);
    bool isNew = true;
    for (const Bits &known : result)
      isNew = isNew && (known.low != bits.low || known.high != bits.high);
    if (isNew)
      result.push_back(bits);
  }
  return result;
}

uint32_t singleInstructionCount(Features features) {
  return static_cast<uint32_t>(casesOf(features).size());
}

std::string singleInstructionName(uint32_t index, Features features) {
  return casesOf(features)[index].name;
}

GeneratedModule singleInstruction(uint32_t index, Features features) {
  SingleModule module(features);
  std::vector<SingleCase> cases = casesOf(features);
  cases[index].build(module);
  GeneratedModule result = module.take();
  result.needs.push_back(cases[index].name);
  return result;
}

} // namespace wasmc::fuzz
