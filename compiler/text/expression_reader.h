// Instructions of the text format (spec 6.5), plain and folded, to bytes.
//
// Nesting is kept on a stack of our own, so that no depth of it overflows the program's.
#ifndef WASMC_COMPILER_TEXT_EXPRESSION_READER_H
#define WASMC_COMPILER_TEXT_EXPRESSION_READER_H

#include "compiler/text/annotations.h"
#include "compiler/text/immediate_reader.h"

namespace wasmc::text {

class ExpressionReader {
public:
  // `locals` are the function's, or an empty space outside of functions.
  ExpressionReader(TokenStream &tokens, ModuleState &state, Annotations &annotations,
                   const IndexSpace &locals)
      : tokens_(tokens), annotations_(annotations), types_(tokens, state),
        immediates_(tokens, state, locals, labels_) {}

  // Instructions up to a closing parenthesis that is not theirs, and the final `end`.
  Result<void> sequence(ByteWriter &code);
  // One folded instruction, and the final `end`.
  Result<void> single(ByteWriter &code);

  // Those of the last sequence. Offsets are in `code`.
  const std::vector<BranchHint> &branchHints() const { return hints_; }

private:
  // What a frame of the nesting waits for.
  enum class FrameKind : uint8_t {
    folded,      // operands, then `)`: the instruction itself comes last
    foldedBlock, // instructions, then `)`
    foldedIf,    // operands, then `(then`
    foldedThen,  // `(else` or `)`
    foldedElse,  // `)`
    clause,      // instructions of a then or else, then `)`
    block,       // instructions, then `end`
    if_,         // instructions, then `else` or `end`
  };
  struct Frame {
    FrameKind kind = FrameKind::block;
    uint32_t text = 0;
    uint64_t pending = 0; // where its part of pending_ starts
    std::optional<uint8_t> hint;
    std::string label; // of a foldedIf, which binds it in its clauses only
  };

  Result<void> run(ByteWriter &code, bool isSingle);
  Result<void> open(ByteWriter &code);
  Result<void> close(ByteWriter &code);
  Result<bool> openClause(ByteWriter &code);
  Result<void> instruction(ByteWriter &code, bool isFolded);
  Result<void> block(ByteWriter &code, wasm::Op op, Frame frame);
  Result<void> ifBlock(ByteWriter &code, Frame frame);
  Result<void> else_(ByteWriter &code, uint32_t text);
  Result<void> end(ByteWriter &code, uint32_t text);
  Result<void> checkLabel();
  Result<void> takeHint(wasm::Op op, uint32_t position, bool isFolded, Frame &frame);
  // Writes the instruction of the top frame, held back until its operands were written.
  void writePending(ByteWriter &code);
  void addHint(const ByteWriter &code, const Frame &frame);
  bool isTop(FrameKind kind) const { return !frames_.empty() && frames_.back().kind == kind; }
  bool takesOperandsOnly() const;

  TokenStream &tokens_;
  Annotations &annotations_;
  TypeReader types_;
  LabelStack labels_;
  ImmediateReader immediates_;
  std::vector<Frame> frames_;
  ByteWriter pending_;
  std::vector<BranchHint> hints_;
};

} // namespace wasmc::text

#endif
