#include "compiler/text/expression_reader.h"

#include <cassert>

namespace wasmc::text {

using wasm::Op;

Result<void> ExpressionReader::sequence(ByteWriter &code) {
  TRY(run(code, false));
  code.mark(tokens_.offset()); // of the parenthesis that ends it
  writeOpcode(code, Op::end);
  return {};
}

Result<void> ExpressionReader::single(ByteWriter &code) {
  if (!tokens_.at(TokenKind::left))
    return tokens_.unexpected();
  uint32_t start = tokens_.offset();
  TRY(run(code, true));
  code.mark(start);
  writeOpcode(code, Op::end);
  return {};
}

Result<void> ExpressionReader::run(ByteWriter &code, bool isSingle) {
  assert(frames_.empty() && labels_.empty());
  hints_.clear();
  do {
    switch (tokens_.peek().kind) {
    case TokenKind::left:
      TRY(open(code));
      break;
    case TokenKind::right:
      if (frames_.empty())
        return {};
      TRY(close(code));
      break;
    case TokenKind::keyword:
      if (takesOperandsOnly())
        return tokens_.unexpected();
      TRY(instruction(code, false));
      break;
    default:
      return tokens_.unexpected();
    }
  } while (!isSingle || !frames_.empty());
  return {};
}

// Whether only folded instructions, or clauses, may come next.
bool ExpressionReader::takesOperandsOnly() const {
  if (frames_.empty())
    return false;
  switch (frames_.back().kind) {
  case FrameKind::folded:
  case FrameKind::foldedIf:
  case FrameKind::foldedThen:
  case FrameKind::foldedElse:
    return true;
  default:
    return false;
  }
}

Result<void> ExpressionReader::open(ByteWriter &code) {
  TRY_ASSIGN(bool isClause, openClause(code));
  if (isClause)
    return {};
  tokens_.next();
  // After its clauses an if has no more operands.
  if (!tokens_.at(TokenKind::keyword) || isTop(FrameKind::foldedThen) ||
      isTop(FrameKind::foldedElse))
    return tokens_.unexpected();
  return instruction(code, true);
}

// `(then` and `(else` where an if waits for them.
Result<bool> ExpressionReader::openClause(ByteWriter &code) {
  uint32_t text = tokens_.offset();
  if (isTop(FrameKind::foldedIf) && tokens_.acceptForm("then")) {
    writePending(code);
    labels_.push(std::move(frames_.back().label));
    frames_.back().kind = FrameKind::foldedThen;
  } else if (isTop(FrameKind::foldedThen) && tokens_.acceptForm("else")) {
    code.mark(text);
    writeOpcode(code, Op::else_);
    frames_.back().kind = FrameKind::foldedElse;
  } else {
    return false;
  }
  frames_.push_back({FrameKind::clause, text, 0, {}, {}});
  return true;
}

Result<void> ExpressionReader::close(ByteWriter &code) {
  switch (frames_.back().kind) {
  case FrameKind::folded:
    writePending(code);
    break;
  case FrameKind::foldedBlock:
  case FrameKind::foldedThen:
  case FrameKind::foldedElse:
    code.mark(tokens_.offset());
    writeOpcode(code, Op::end);
    labels_.pop();
    break;
  case FrameKind::clause:
    break;
  case FrameKind::foldedIf: // without then
  case FrameKind::block:    // without end
  case FrameKind::if_:
    return tokens_.unexpected();
  }
  tokens_.next();
  frames_.pop_back();
  return {};
}

void ExpressionReader::addHint(const ByteWriter &code, const Frame &frame) {
  if (frame.hint)
    hints_.push_back({code.size(), *frame.hint});
}

void ExpressionReader::writePending(ByteWriter &code) {
  const Frame &frame = frames_.back();
  code.mark(frame.text);
  addHint(code, frame);
  code.raw(std::span(pending_.bytes()).subspan(frame.pending));
  pending_.truncate(frame.pending);
}

Result<void> ExpressionReader::takeHint(Op op, uint32_t position, bool isFolded, Frame &frame) {
  // Before the instruction, or before the parenthesis around it.
  TRY_ASSIGN(frame.hint, annotations_.takeBranchHint(position));
  if (!frame.hint && isFolded) {
    TRY_ASSIGN(frame.hint, annotations_.takeBranchHint(position - 1));
  }
  if (frame.hint && op != Op::if_ && op != Op::br_if)
    return error(frame.text, "@metadata.code.branch_hint annotation: invalid target");
  return {};
}

Result<void> ExpressionReader::instruction(ByteWriter &code, bool isFolded) {
  uint32_t position = tokens_.position();
  Frame frame{FrameKind::folded, tokens_.offset(), pending_.size(), {}, {}};
  std::optional<Op> op = wasm::findOperatorByName(tokens_.word());
  if (!op || (isFolded && (*op == Op::end || *op == Op::else_)))
    return tokens_.unexpected();
  tokens_.next();
  TRY(takeHint(*op, position, isFolded, frame));
  switch (*op) {
  case Op::block:
  case Op::loop:
  case Op::try_table:
    frame.kind = isFolded ? FrameKind::foldedBlock : FrameKind::block;
    return block(code, *op, std::move(frame));
  case Op::if_:
    frame.kind = isFolded ? FrameKind::foldedIf : FrameKind::if_;
    return ifBlock(code, std::move(frame));
  case Op::else_:
    return else_(code, frame.text);
  case Op::end:
    return end(code, frame.text);
  default:
    break;
  }
  if (isFolded) {
    TRY(immediates_.instruction(pending_, *op));
    frames_.push_back(std::move(frame));
    return {};
  }
  code.mark(frame.text);
  addHint(code, frame);
  return immediates_.instruction(code, *op);
}

Result<void> ExpressionReader::block(ByteWriter &code, Op op, Frame frame) {
  std::string label = tokens_.acceptIdentifier().value_or("");
  code.mark(frame.text);
  writeOpcode(code, op);
  TRY(immediates_.blockType(code));
  if (op == Op::try_table) // whose clauses do not see its own label
    TRY(immediates_.catchClauses(code));
  labels_.push(std::move(label));
  frames_.push_back(std::move(frame));
  return {};
}

Result<void> ExpressionReader::ifBlock(ByteWriter &code, Frame frame) {
  frame.label = tokens_.acceptIdentifier().value_or("");
  writeOpcode(pending_, Op::if_);
  TRY(immediates_.blockType(pending_));
  frames_.push_back(std::move(frame));
  if (isTop(FrameKind::if_)) {
    writePending(code);
    labels_.push(std::move(frames_.back().label));
  }
  return {};
}

// An identifier after `else` and `end` repeats that of the block.
Result<void> ExpressionReader::checkLabel() {
  uint32_t offset = tokens_.offset();
  std::optional<std::string> name = tokens_.acceptIdentifier();
  if (name && *name != labels_.innermost())
    return error(offset, "mismatching label $", *name);
  return {};
}

Result<void> ExpressionReader::else_(ByteWriter &code, uint32_t text) {
  if (!isTop(FrameKind::if_))
    return error(text, "unexpected token else");
  TRY(checkLabel());
  code.mark(text);
  writeOpcode(code, Op::else_);
  frames_.back().kind = FrameKind::block; // no second else
  return {};
}

Result<void> ExpressionReader::end(ByteWriter &code, uint32_t text) {
  if (!isTop(FrameKind::block) && !isTop(FrameKind::if_))
    return error(text, "unexpected token end");
  TRY(checkLabel());
  code.mark(text);
  writeOpcode(code, Op::end);
  labels_.pop();
  frames_.pop_back();
  return {};
}

} // namespace wasmc::text
