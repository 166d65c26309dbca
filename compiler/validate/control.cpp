// Blocks, branches and exceptions (spec 3.4.1).
#include "compiler/validate/checker.h"

namespace wasmc::validate {

// --- block types and frames ---

std::span<const ValueType> Checker::params(const BlockType &type) const {
  if (type.kind != BlockType::Kind::function)
    return {};
  return types_.type(type.function).params;
}

std::span<const ValueType> Checker::results(const BlockType &type) const {
  switch (type.kind) {
  case BlockType::Kind::empty:
    return {};
  case BlockType::Kind::value:
    return {&type.value, 1};
  case BlockType::Kind::function:
    return types_.type(type.function).results;
  }
  assert(false && "a block type of no kind");
  return {};
}

// spec 3.2.13
Result<void> Checker::checkBlockType(const BlockType &type) const {
  if (type.kind == BlockType::Kind::value)
    return checkType(type.value);
  if (type.kind == BlockType::Kind::function) {
    TRY(functionType(type.function));
  }
  return {};
}

void Checker::pushFrame(FrameKind kind, const BlockType &type) {
  Frame frame;
  frame.kind = kind;
  frame.type = type;
  frame.height = operands_.size();
  frame.initHeight = initialised_.size();
  frames_.push_back(frame);
}

Result<void> Checker::pushBlock(FrameKind kind, const BlockType &type) {
  if (frames_.size() > decode::kMaxNesting)
    return fail("blocks nested more than ", decode::kMaxNesting, " deep");
  TRY(checkBlockType(type));
  TRY(pop(params(type)));
  pushFrame(kind, type);
  return push(params(type));
}

Result<Checker::Frame> Checker::popFrame() {
  Frame frame = frames_.back();
  TRY(pop(results(frame.type)));
  if (operands_.size() != frame.height)
    return fail("type mismatch: ", operands_.size() - frame.height,
                " values remain at the end of the block");
  forgetInitialised(frame.initHeight);
  frames_.pop_back();
  return frame;
}

Result<void> Checker::setUnreachable() {
  Frame &frame = frames_.back();
  operands_.resize(frame.height);
  frame.isUnreachable = true;
  return {};
}

Result<Checker::Frame *> Checker::target(wasm::LabelIndex label) {
  if (label.value >= frames_.size())
    return fail("unknown label ", label.value);
  return &frames_[frames_.size() - 1 - label.value];
}

Result<void> Checker::onUnreachable() {
  return setUnreachable();
}

Result<void> Checker::onBlock(const BlockType &type) {
  return pushBlock(FrameKind::block, type);
}

Result<void> Checker::onLoop(const BlockType &type) {
  return pushBlock(FrameKind::loop, type);
}

Result<void> Checker::onIf(const BlockType &type) {
  TRY(checkBlockType(type));
  TRY(pop(wasm::kI32));
  return pushBlock(FrameKind::if_, type);
}

Result<void> Checker::onElse() {
  if (frames_.back().kind != FrameKind::if_)
    return fail("else without if");
  TRY_ASSIGN(Frame frame, popFrame());
  pushFrame(FrameKind::else_, frame.type);
  return push(params(frame.type));
}

Result<void> Checker::onEnd() {
  TRY_ASSIGN(Frame frame, popFrame());
  // Without an else the parameters pass through.
  if (frame.kind == FrameKind::if_ && !types_.areSubtypes(params(frame.type), results(frame.type)))
    return fail("type mismatch: if without else must leave what it takes");
  return push(results(frame.type));
}

// --- branches ---

Result<void> Checker::onBr(wasm::LabelIndex label) {
  TRY_ASSIGN(Frame * frame, target(label));
  TRY(pop(labelTypes(*frame)));
  return setUnreachable();
}

Result<void> Checker::onBrIf(wasm::LabelIndex label) {
  TRY(pop(wasm::kI32));
  TRY_ASSIGN(Frame * frame, target(label));
  return popAndPush(labelTypes(*frame));
}

Result<void> Checker::onBrTable(std::span<const wasm::LabelIndex> labels, wasm::LabelIndex last) {
  TRY(pop(wasm::kI32));
  TRY_ASSIGN(Frame * lastFrame, target(last));
  size_t arity = labelTypes(*lastFrame).size();
  ++brTables_;
  for (wasm::LabelIndex label : labels) {
    TRY_ASSIGN(Frame * frame, target(label));
    if (frame->checkedBy == brTables_)
      continue; // tables name few labels many times
    frame->checkedBy = brTables_;
    std::span<const ValueType> types = labelTypes(*frame);
    if (types.size() != arity)
      return fail("type mismatch: labels of br_table take ", types.size(), " and ", arity,
                  " values");
    TRY(checkTop(types));
  }
  TRY(pop(labelTypes(*lastFrame)));
  return setUnreachable();
}

Result<void> Checker::onReturn() {
  TRY(pop(results(frames_.front().type)));
  return setUnreachable();
}

// --- exceptions ---

Result<void> Checker::onThrow(wasm::TagIndex tag) {
  if (tag.value >= module_.tags.size())
    return fail("unknown tag ", tag.value);
  TRY(pop(types_.type(module_.tags[tag.value].type).params));
  return setUnreachable();
}

Result<void> Checker::onThrowRef() {
  TRY(pop(ValueType::ref({wasm::HeapKind::exn, {}}, true)));
  return setUnreachable();
}

// The labels of the clauses are those outside of the block.
Result<void> Checker::onTryTable(const BlockType &type, std::span<const CatchClause> clauses) {
  for (const CatchClause &clause : clauses)
    TRY(checkCatch(clause));
  return pushBlock(FrameKind::try_table, type);
}

Result<void> Checker::checkCatch(const CatchClause &clause) {
  using Kind = CatchClause::Kind;
  TRY_ASSIGN(Frame * frame, target(clause.label));
  std::span<const ValueType> label = labelTypes(*frame);
  std::span<const ValueType> caught;
  if (clause.kind == Kind::catch_ || clause.kind == Kind::catch_ref) {
    if (clause.tag.value >= module_.tags.size())
      return fail("unknown tag ", clause.tag.value);
    caught = types_.type(module_.tags[clause.tag.value].type).params;
  }
  bool givesReference = clause.kind == Kind::catch_ref || clause.kind == Kind::catch_all_ref;
  size_t size = caught.size() + (givesReference ? 1 : 0);
  bool fits = label.size() == size && types_.areSubtypes(caught, label.first(caught.size()));
  if (fits && givesReference)
    fits = types_.isSubtype(ValueType::ref({wasm::HeapKind::exn, {}}, false), label.back());
  if (!fits)
    return fail("type mismatch: label ", clause.label.value, " does not take what is caught");
  return {};
}

} // namespace wasmc::validate
