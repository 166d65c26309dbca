#include "compiler/lower/control.h"

#include "compiler/lower/numeric.h"

namespace wasmc::lower {

using namespace llvm;

ControlStack::ControlStack(FunctionBuilder &b, std::span<const wasm::ValueType> results,
                           LocalValues &locals)
    : b_(b), locals_(&locals) {
  Frame frame;
  frame.results.assign(results.begin(), results.end());
  frame.end = frame.target = b.createBlock("return");
  frame.phis = createPhis(frame.end, results);
  frames_.push_back(std::move(frame));
}

Value *ControlStack::pop() {
  assert(!operands_.empty() && "validation: operand stack");
  Value *value = operands_.back();
  operands_.pop_back();
  return value;
}

Values ControlStack::pop(size_t count) {
  assert(operands_.size() >= count && "validation: operand stack");
  Values values(operands_.end() - static_cast<ptrdiff_t>(count), operands_.end());
  operands_.resize(operands_.size() - count);
  return values;
}

Value *ControlStack::popCondition() {
  return conditionOf(b_, pop());
}

std::vector<wasm::ValueType> ControlStack::paramsOf(const decode::BlockType &type) {
  if (type.kind != decode::BlockType::Kind::function)
    return {};
  return b_.module().wasm.types[type.function.value].params;
}

std::vector<wasm::ValueType> ControlStack::resultsOf(const decode::BlockType &type) {
  switch (type.kind) {
  case decode::BlockType::Kind::empty:
    return {};
  case decode::BlockType::Kind::value:
    return {type.value};
  case decode::BlockType::Kind::function:
    return b_.module().wasm.types[type.function.value].results;
  }
  llvm_unreachable("block type");
}

std::vector<PHINode *> ControlStack::createPhis(BasicBlock *block,
                                                std::span<const wasm::ValueType> types) {
  std::vector<PHINode *> phis;
  for (wasm::ValueType type : types)
    phis.push_back(PHINode::Create(llvmType(b_.getContext(), type), 2, "", block));
  return phis;
}

ControlStack::Frame ControlStack::openFrame(Kind kind, const decode::BlockType &type) {
  Frame frame;
  frame.kind = kind;
  frame.results = resultsOf(type);
  frame.height = operands_.size() - paramsOf(type).size();
  return frame;
}

bool ControlStack::skipOpening() {
  if (reachable_)
    return false;
  ++frames_.back().skipped;
  return true;
}

void ControlStack::enterBlock(const decode::BlockType &type) {
  if (skipOpening())
    return;
  Frame frame = openFrame(Kind::block, type);
  frame.end = frame.target = b_.createBlock();
  frame.phis = createPhis(frame.end, frame.results);
  frames_.push_back(std::move(frame));
}

void ControlStack::enterLoop(const decode::BlockType &type, const BitVector &written) {
  if (skipOpening())
    return;
  Frame frame = openFrame(Kind::loop, type);
  frame.target = b_.createBlock("loop");
  frame.phis = createPhis(frame.target, paramsOf(type));
  LocalValues::Edge entry = {locals_->current(), b_.GetInsertBlock()};
  addOperands(frame);
  operands_.resize(frame.height);
  b_.CreateBr(frame.target);
  b_.SetInsertPoint(frame.target);
  locals_->enterLoop(entry, frame.target, written);
  frame.region = locals_->current();
  operands_.insert(operands_.end(), frame.phis.begin(), frame.phis.end());
  frames_.push_back(std::move(frame));
}

void ControlStack::enterIf(const decode::BlockType &type, const BranchProfile &profile) {
  if (skipOpening())
    return;
  Value *condition = popCondition();
  Frame frame = openFrame(Kind::if_, type);
  frame.region = locals_->current();
  frame.end = frame.target = b_.createBlock();
  frame.phis = createPhis(frame.end, frame.results);
  frame.otherwise = b_.createBlock("else");
  frame.params.assign(operands_.begin() + static_cast<ptrdiff_t>(frame.height), operands_.end());
  BasicBlock *then = b_.createBlock("then");
  profile.count(b_, condition);
  b_.CreateCondBr(condition, then, frame.otherwise, profile.weights);
  b_.SetInsertPoint(then);
  locals_->enterAfter(frame.region);
  frames_.push_back(std::move(frame));
}

void ControlStack::addOperands(Frame &frame) {
  assert(operands_.size() >= frame.phis.size() && "validation: operand stack");
  size_t first = operands_.size() - frame.phis.size();
  for (size_t k = 0; k < frame.phis.size(); ++k)
    frame.phis[k]->addIncoming(operands_[first + k], b_.GetInsertBlock());
}

void ControlStack::addEdge(Frame &frame) {
  addOperands(frame);
  LocalValues::Edge edge = {locals_->current(), b_.GetInsertBlock()};
  if (frame.kind == Kind::loop)
    locals_->addBackEdge(frame.region, edge);
  else
    frame.edges.push_back(edge);
}

// Ends one part (then, else, or all) of a block by going to what follows it.
void ControlStack::finishPart(Frame &frame) {
  if (reachable_) {
    addEdge(frame);
    b_.CreateBr(frame.end);
  }
  operands_.resize(frame.height);
}

void ControlStack::enterElse() {
  Frame &frame = frames_.back();
  if (frame.skipped > 0)
    return;
  finishPart(frame);
  b_.SetInsertPoint(frame.otherwise);
  locals_->enterAfter(frame.region);
  frame.otherwise = nullptr;
  frame.kind = Kind::else_;
  operands_.insert(operands_.end(), frame.params.begin(), frame.params.end());
  reachable_ = true;
}

void ControlStack::continueAfter(Frame &frame) {
  // A label that nothing branches to leaves nothing behind.
  reachable_ = !frame.end->hasNPredecessors(0);
  if (!reachable_) {
    frame.end->eraseFromParent();
    return;
  }
  if (frame.end != &b_.function().back())
    frame.end->moveAfter(&b_.function().back());
  b_.SetInsertPoint(frame.end);
  locals_->enterJoin(frame.edges, frame.end);
  for (PHINode *phi : frame.phis) {
    // Nothing uses it yet, and one way needs none.
    operands_.push_back(frame.edges.size() == 1 ? phi->getIncomingValue(0) : phi);
    if (frame.edges.size() == 1)
      phi->eraseFromParent();
  }
}

void ControlStack::leave() {
  Frame &top = frames_.back();
  if (top.skipped > 0) {
    --top.skipped;
    return;
  }
  Frame frame = std::move(top);
  frames_.pop_back();
  if (frame.kind == Kind::loop) {
    // Falling out of a loop goes on in the same block with the same operands.
    if (!reachable_)
      operands_.resize(frame.height);
    locals_->closeLoop(frame.region);
    return;
  }
  finishPart(frame);
  if (frame.kind == Kind::if_) {
    // No else part: its parameters are the results.
    b_.SetInsertPoint(frame.otherwise);
    locals_->enterAfter(frame.region);
    operands_.insert(operands_.end(), frame.params.begin(), frame.params.end());
    reachable_ = true;
    finishPart(frame);
  }
  continueAfter(frame);
}

void ControlStack::br(wasm::LabelIndex label) {
  Frame &frame = frameAt(label);
  addEdge(frame);
  b_.CreateBr(frame.target);
  setUnreachable();
}

void ControlStack::brToFunction() {
  br(wasm::LabelIndex(static_cast<uint32_t>(frames_.size() - 1)));
}

void ControlStack::branchIf(Value *condition, wasm::LabelIndex label,
                            const BranchProfile &profile) {
  Frame &frame = frameAt(label);
  addEdge(frame);
  BasicBlock *next = b_.createBlock();
  profile.count(b_, condition);
  b_.CreateCondBr(condition, frame.target, next, profile.weights);
  b_.SetInsertPoint(next);
  locals_->enterAfter(locals_->current());
}

void ControlStack::brIf(wasm::LabelIndex label, const BranchProfile &profile) {
  branchIf(popCondition(), label, profile);
}

void ControlStack::brOnNull(wasm::LabelIndex label, const BranchProfile &profile) {
  Value *reference = pop();
  branchIf(b_.CreateIsNull(reference), label, profile);
  push(reference);
}

void ControlStack::brOnNonNull(wasm::LabelIndex label, const BranchProfile &profile) {
  branchIf(b_.CreateIsNotNull(operands_.back()), label, profile);
  pop();
}

void ControlStack::brTable(std::span<const wasm::LabelIndex> labels, wasm::LabelIndex otherwise,
                           const TableProfile &profile) {
  Value *index = pop();
  profile.count(b_, index, labels.size());
  Frame &fallback = frameAt(otherwise);
  addEdge(fallback);
  SwitchInst *table = b_.CreateSwitch(index, fallback.target, static_cast<unsigned>(labels.size()));
  auto countOf = [&](size_t k) { return profile.counts.empty() ? 0 : profile.counts[k]; };
  std::vector<uint64_t> counts = {countOf(labels.size())}; // of the default, and of each case
  for (uint32_t k = 0; k < labels.size(); ++k) {
    // Targets equal to the default need no case; each case is an edge of its own to the phis.
    if (labels[k] == otherwise) {
      counts[0] += countOf(k);
      continue;
    }
    Frame &frame = frameAt(labels[k]);
    addEdge(frame);
    table->addCase(b_.getInt32(k), frame.target);
    counts.push_back(countOf(k));
  }
  // One way alone has no weights.
  if (counts.size() > 1)
    table->setMetadata(LLVMContext::MD_prof, weightsOf(b_.getContext(), counts));
  setUnreachable();
}

} // namespace wasmc::lower
