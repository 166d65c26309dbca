// Bodies as a whole, the operand stack, locals and globals, parametric operators.
#include "compiler/decode/body.h"
#include "compiler/validate/checker.h"

#include <algorithm>

namespace wasmc::validate {

Result<void> Checker::checkFunction(const wasm::Function &function) {
  TRY(setLocals(function));
  BlockType type;
  type.kind = BlockType::Kind::function;
  type.function = function.type;
  return checkCode(function.body, type);
}

Result<void> Checker::checkExpression(const wasm::Expression &expression, ValueType result) {
  localRuns_.clear();
  flatLocals_.clear();
  localCount_ = paramCount_ = 0;
  BlockType type;
  type.kind = BlockType::Kind::value;
  type.value = result;
  return checkCode(expression, type);
}

Result<void> Checker::checkCode(const wasm::Expression &code, const BlockType &type) {
  ++serial_;
  operands_.clear();
  initialised_.clear();
  frames_.clear();
  pushFrame(FrameKind::function, type);
  decode::OperatorReader<Checker> reader(decode::Cursor(code), context_.features, *this);
  while (!reader.atEnd()) {
    // Every handler relies on an open block.
    if (frames_.empty())
      return error(reader.cursor().offset(),
                   "unexpected end of section or function: operators after the final end");
    TRY(reader.next());
  }
  uint64_t end = reader.cursor().offset();
  if (!frames_.empty())
    return error(end,
                 end == context_.module.inputSize ? "unexpected end of section or function: " : "",
                 "END opcode expected");
  return {};
}

// --- operands ---

std::unexpected<Error> Checker::mismatch(ValueType expected, ValueType found) const {
  return fail("type mismatch: expected ", toString(expected), ", found ", toString(found));
}

std::unexpected<Error> Checker::missing(ValueType expected) const {
  return fail("type mismatch: expected ", toString(expected), ", found nothing");
}

Result<void> Checker::popSlow(ValueType expected) {
  const Frame &frame = frames_.back();
  if (operands_.size() == frame.height) {
    if (frame.isUnreachable)
      return {};
    return missing(expected);
  }
  ValueType found = operands_.back();
  if (!types_.isSubtype(found, expected))
    return mismatch(expected, found);
  operands_.pop_back();
  return {};
}

Result<ValueType> Checker::popAny() {
  const Frame &frame = frames_.back();
  if (operands_.size() == frame.height) {
    if (frame.isUnreachable)
      return wasm::kBottom;
    return fail("type mismatch: expected a value, found nothing");
  }
  ValueType found = operands_.back();
  operands_.pop_back();
  return found;
}

Result<ValueType> Checker::popRef() {
  TRY_ASSIGN(ValueType found, popAny());
  if (found.isBottom())
    return kBottomRef;
  if (!found.isRef())
    return fail("type mismatch: expected a reference, found ", toString(found));
  return found;
}

Result<void> Checker::checkTop(std::span<const ValueType> types) {
  const Frame &frame = frames_.back();
  size_t available = operands_.size() - frame.height;
  if (available < types.size() && !frame.isUnreachable)
    return missing(types[types.size() - 1 - available]);
  size_t count = std::min(available, types.size());
  for (size_t i = 1; i <= count; ++i) {
    ValueType found = operands_[operands_.size() - i];
    ValueType expected = types[types.size() - i];
    if (!types_.isSubtype(found, expected))
      return mismatch(expected, found);
  }
  return {};
}

// spec 3.4.2
Result<void> Checker::onDrop() {
  TRY(popAny());
  return {};
}

// spec 3.4.2: without a type only for numbers and vectors.
Result<void> Checker::onSelect(std::span<const ValueType> types) {
  TRY(pop(wasm::kI32));
  if (!types.empty()) {
    TRY(checkType(types[0]));
    TRY(pop(types[0]));
    TRY(pop(types[0]));
    return push(types[0]);
  }
  TRY_ASSIGN(ValueType second, popAny());
  TRY_ASSIGN(ValueType first, popAny());
  if (first.isRef() || second.isRef())
    return fail("type mismatch: select without a type on references");
  if (first != second && !first.isBottom() && !second.isBottom())
    return mismatch(first, second);
  return push(first.isBottom() ? second : first);
}

// --- locals ---

Result<void> Checker::setLocals(const wasm::Function &function) {
  const std::vector<ValueType> &params = types_.type(function.type).params;
  localRuns_.clear();
  flatLocals_.assign(params.begin(), params.end());
  paramCount_ = static_cast<uint32_t>(params.size());
  localCount_ = paramCount_;
  offset_ = function.bodyOffset;
  bool needsInitialisation = false;
  for (const wasm::LocalGroup &group : function.locals) {
    TRY(checkType(group.type));
    localCount_ += group.count;
    localRuns_.push_back({localCount_, group.type});
    if (flatLocals_.size() < kFlatLocals)
      flatLocals_.insert(flatLocals_.end(),
                         std::min<size_t>(group.count, kFlatLocals - flatLocals_.size()),
                         group.type);
    needsInitialisation |= !group.type.isDefaultable();
  }
  if (needsInitialisation && initialisedIn_.size() < localCount_)
    initialisedIn_.resize(localCount_);
  return {};
}

Result<ValueType> Checker::localType(wasm::LocalIndex local) const {
  if (local.value < flatLocals_.size()) [[likely]]
    return flatLocals_[local.value];
  if (local.value >= localCount_)
    return fail("unknown local ", local.value);
  auto run = std::ranges::upper_bound(localRuns_, local.value, {}, &LocalRun::end);
  return run->type;
}

bool Checker::isInitialised(wasm::LocalIndex local, ValueType type) const {
  return type.isDefaultable() || local.value < paramCount_ ||
         initialisedIn_[local.value] == serial_;
}

void Checker::initialise(wasm::LocalIndex local, ValueType type) {
  if (isInitialised(local, type))
    return;
  initialisedIn_[local.value] = serial_;
  initialised_.push_back(local.value);
}

void Checker::forgetInitialised(size_t height) {
  for (; initialised_.size() > height; initialised_.pop_back())
    initialisedIn_[initialised_.back()] = 0;
}

// spec 3.4.3
Result<void> Checker::onLocalGet(wasm::LocalIndex local) {
  TRY_ASSIGN(ValueType type, localType(local));
  if (!isInitialised(local, type))
    return fail("uninitialized local ", local.value);
  return push(type);
}

Result<void> Checker::onLocalSet(wasm::LocalIndex local) {
  TRY_ASSIGN(ValueType type, localType(local));
  TRY(pop(type));
  initialise(local, type);
  return {};
}

Result<void> Checker::onLocalTee(wasm::LocalIndex local) {
  TRY_ASSIGN(ValueType type, localType(local));
  TRY(pop(type));
  initialise(local, type);
  return push(type);
}

// spec 3.4.4
Result<const wasm::GlobalType *> Checker::global(wasm::GlobalIndex index) const {
  if (index.value >= module_.globals.size())
    return fail("unknown global ", index.value);
  return &module_.globals[index.value].type;
}

Result<void> Checker::onGlobalGet(wasm::GlobalIndex index) {
  TRY_ASSIGN(const wasm::GlobalType *type, global(index));
  return push(type->type);
}

Result<void> Checker::onGlobalSet(wasm::GlobalIndex index) {
  TRY_ASSIGN(const wasm::GlobalType *type, global(index));
  if (!type->isMutable)
    return fail("immutable global: global.set ", index.value);
  return pop(type->type);
}

Result<void> Checker::checkType(ValueType type) const {
  if (!types_.isKnown(type))
    return fail("unknown type ", type.heap().index.value);
  return {};
}

} // namespace wasmc::validate
