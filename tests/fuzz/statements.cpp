#include "tests/fuzz/function_generator.h"

#include <algorithm>

namespace wasmc::fuzz {

using namespace wasm;

FunctionGenerator::FunctionGenerator(const ModuleShape &shape, const OperatorLists &operators,
                                     ByteSource &source, uint32_t function)
    : shape_(shape), operators_(operators), source_(source), function_(function),
      type_(shape.typeOf(function)), valueTypes_(shape.valueTypes()), locals_(type_.parameters),
      isProtected_(type_.parameters.size(), false) {
  std::fill(std::begin(scratch_), std::end(scratch_), kNone);
}

uint32_t FunctionGenerator::addLocal(ValueType type) {
  locals_.push_back(type);
  isProtected_.push_back(false);
  return static_cast<uint32_t>(locals_.size() - 1);
}

uint32_t FunctionGenerator::pickLocal(ValueType type) {
  std::vector<uint32_t> found;
  for (uint32_t i = 0; i < locals_.size(); ++i)
    if (locals_[i] == type && scratch_[type.kind()] != i) // which may hold a NaN of any kind
      found.push_back(i);
  return found.empty() ? kNone : source_.pick(found);
}

uint32_t FunctionGenerator::pickWritable(ValueType type) {
  std::vector<uint32_t> found;
  for (uint32_t i = 0; i < locals_.size(); ++i)
    if (locals_[i] == type && !isProtected_[i])
      found.push_back(i);
  return found.empty() ? addLocal(type) : source_.pick(found);
}

uint32_t FunctionGenerator::scratch(ValueType type) {
  uint32_t &local = scratch_[type.kind()];
  if (local == kNone) {
    local = addLocal(type);
    isProtected_[local] = true; // nobody else's
  }
  return local;
}

FunctionBody FunctionGenerator::generate() {
  budget_ = 40 + static_cast<int>(source_.below(160));
  for (ValueType type : valueTypes_)
    addLocal(type);
  addLocal(kI32);
  if (source_.chance(90)) // before anything that may trap
    repeatedAccesses();
  statements(1 + source_.below(7), 3);
  for (ValueType type : type_.results)
    expression(type, 2);
  FunctionBody body;
  body.locals.assign(locals_.begin() + static_cast<ptrdiff_t>(type_.parameters.size()),
                     locals_.end());
  body.code = std::move(out_);
  return body;
}

void FunctionGenerator::statements(unsigned count, unsigned depth) {
  for (unsigned i = 0; i < count && budget_ > 0 && !source_.isEmpty(); ++i)
    statement(depth);
}

void FunctionGenerator::assign(unsigned depth) {
  ValueType type = pickType();
  uint32_t local = pickWritable(type);
  expression(type, depth);
  out_.set(local);
}

void FunctionGenerator::globalSet(unsigned depth) {
  uint32_t global = source_.below(shape_.globals.size());
  if (!shape_.globals[global].isMutable || global == shape_.fuelGlobal)
    return assign(depth);
  expression(shape_.globals[global].type, depth);
  out_.op(Op::global_set, global);
}

void FunctionGenerator::ifElse(unsigned depth) {
  expression(kI32, depth);
  begin(Op::if_, true);
  statements(1 + source_.below(3), depth - 1);
  if (source_.chance(60))
    leave(depth - 1);
  if (source_.chance(128)) {
    out_.op(Op::else_);
    statements(1 + source_.below(2), depth - 1);
  }
  finish();
}

// A block whose type is a function type: operands wait below it.
void FunctionGenerator::blockWithParameters(unsigned depth) {
  uint32_t index = source_.below(shape_.types.size());
  const FunctionType &type = shape_.types[index];
  if (type.parameters.size() > 8)
    return assign(depth);
  arguments(type, 1);
  out_.op(Op::block).signedLeb(index);
  labels_.push_back(false);
  for (auto parameter = type.parameters.rbegin(); parameter != type.parameters.rend(); ++parameter)
    out_.set(pickWritable(*parameter));
  statements(1, depth - 1);
  for (ValueType result : type.results)
    expression(result, 1);
  if (source_.chance(100)) {
    expression(kI32, 1);
    out_.op(Op::br_if, 0);
  }
  finish();
  takeResults(type);
}

void FunctionGenerator::branchTable(unsigned depth) {
  uint32_t count = 2 + source_.below(4);
  for (uint32_t i = 0; i < count; ++i) {
    begin(Op::block, true);
  }
  expression(kI32, depth - 1);
  if (source_.chance(180))
    out_.i32(7).op(Op::i32_and);
  out_.op(Op::br_table, count - 1);
  for (uint32_t i = 0; i < count; ++i)
    out_.unsignedLeb(i);
  for (uint32_t i = 0; i < count; ++i) {
    finish();
    if (i + 1 < count)
      statements(1, depth - 1);
  }
}

// Ends the block that it stands in: a branch, a return, a trap.
void FunctionGenerator::leave(unsigned) {
  switch (source_.below(6)) {
  case 0:
  case 1:
  case 2: {
    std::vector<uint32_t> targets;
    for (uint32_t i = 0; i < labels_.size(); ++i)
      if (labels_[labels_.size() - 1 - i])
        targets.push_back(i);
    if (!targets.empty())
      out_.op(Op::br, source_.pick(targets));
    return;
  }
  case 3:
    if (source_.chance(200))
      break;
    out_.op(Op::unreachable);
    return;
  case 4:
    return tailCall();
  default:
    break;
  }
  for (ValueType type : type_.results)
    expression(type, 1);
  out_.op(Op::return_);
}

// A trap in the middle: what came before it stays done, what comes after it is not.
void FunctionGenerator::trapUnless(unsigned depth) {
  expression(kI32, depth);
  out_.i32(source_.below(64)).op(Op::i32_eq);
  out_.open(Op::if_);
  out_.op(Op::unreachable);
  out_.end();
}

void FunctionGenerator::statement(unsigned depth) {
  --budget_;
  bool isDeep = depth != 0;
  switch (source_.below(20)) {
  case 0:
  case 1:
    return assign(depth);
  case 2:
    return repeatedAccesses();
  case 3:
  case 4:
    return store(std::min(depth, 2u));
  case 5:
    return globalSet(depth);
  case 6: {
    ValueType type = source_.pick(std::array{kI32, kI64});
    load(type, std::min(depth, 1u)); // only for its trap
    out_.op(Op::drop);
    return;
  }
  case 7:
    return isDeep ? ifElse(depth) : assign(depth);
  case 8:
    return isDeep ? branchTable(depth) : assign(depth);
  case 9:
    return isDeep ? blockWithParameters(depth) : assign(depth);
  case 10:
    return bulkMemory();
  case 11:
    return shape_.hasReferences ? bulkTable() : bulkMemory();
  case 12:
    return callStatement();
  case 13:
    return source_.chance(30) ? trapUnless(std::min(depth, 1u)) : assign(depth);
  default:
    return isDeep && counters_.empty() ? loop(depth >= 2 ? 1 + source_.below(2) : 0)
                                       : store(std::min(depth, 1u));
  }
}

} // namespace wasmc::fuzz
