#include "tests/fuzz/function_generator.h"

namespace wasmc::fuzz {

using namespace wasm;

void FunctionGenerator::arguments(const FunctionType &type, unsigned depth) {
  for (ValueType parameter : type.parameters)
    expression(parameter, depth);
}

void FunctionGenerator::takeResults(const FunctionType &type) {
  for (auto result = type.results.rbegin(); result != type.results.rend(); ++result) {
    if (source_.chance(64))
      out_.op(Op::drop);
    else
      out_.set(pickWritable(*result));
  }
}

void FunctionGenerator::withFuel(const std::function<void()> &then) {
  out_.op(Op::global_get, shape_.fuelGlobal).i32(0).op(Op::i32_gt_s);
  begin(Op::if_);
  out_.op(Op::global_get, shape_.fuelGlobal).i32(~0u).op(Op::i32_add);
  out_.op(Op::global_set, shape_.fuelGlobal);
  then();
  finish();
}

void FunctionGenerator::call(uint32_t typeIndex, uint32_t function, bool isTail) {
  arguments(shape_.types[typeIndex], 1);
  std::vector<uint32_t> tables;
  for (uint32_t i = 0; i < shape_.tables.size(); ++i)
    if (shape_.tables[i].element == kFuncRef &&
        (i == 0 || shape_.features.has(Feature::reference_types)))
      tables.push_back(i);
  if (tables.empty() || source_.chance(150)) {
    out_.op(isTail ? Op::return_call : Op::call, function);
    return;
  }
  uint32_t table = source_.pick(tables);
  tableIndex(table);
  out_.op(isTail ? Op::return_call_indirect : Op::call_indirect, typeIndex, table);
}

void FunctionGenerator::callStatement() {
  if (counters_.size() > 1)
    return assign(1);
  withFuel([&] {
    uint32_t function = source_.below(shape_.functions.size());
    uint32_t type = shape_.functions[function];
    call(type, function, false);
    takeResults(shape_.types[type]);
  });
}

void FunctionGenerator::callValue(ValueType type) {
  std::vector<uint32_t> candidates;
  for (uint32_t i = 0; i < shape_.functions.size(); ++i)
    if (shape_.typeOf(i).results == std::vector{type})
      candidates.push_back(i);
  if (candidates.empty() || counters_.size() > 1)
    return leaf(type);
  uint32_t result = pickWritable(type);
  withFuel([&] {
    uint32_t function = source_.pick(candidates);
    call(shape_.functions[function], function, false);
    out_.set(result);
  });
  out_.get(result);
}

void FunctionGenerator::tailCall() {
  std::vector<uint32_t> candidates;
  if (shape_.features.has(Feature::tail_call))
    for (uint32_t i = 0; i < shape_.functions.size(); ++i)
      if (shape_.typeOf(i).results == type_.results)
        candidates.push_back(i);
  if (candidates.empty())
    return;
  withFuel([&] {
    uint32_t function = source_.pick(candidates);
    call(shape_.functions[function], function, true);
  });
}

} // namespace wasmc::fuzz
