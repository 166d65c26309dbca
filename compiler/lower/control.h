// Structured control: the stack of blocks, loops and ifs, and the operand stack they cut into.
//
// Code after an unconditional branch is unreachable up to the `else` or `end` of the innermost
// block. It is skipped: only the nesting of blocks in it is counted.
#ifndef WASMC_COMPILER_LOWER_CONTROL_H
#define WASMC_COMPILER_LOWER_CONTROL_H

#include "compiler/decode/operator_visitor.h"
#include "compiler/lower/call.h"
#include "compiler/lower/function_builder.h"
#include "compiler/lower/local_values.h"
#include "compiler/lower/profile.h"

#include <span>

namespace wasmc::lower {

class ControlStack {
public:
  // Opens the function's own block, whose label is where `return` goes. `locals` is told where
  // control flows.
  ControlStack(FunctionBuilder &b, std::span<const wasm::ValueType> results, LocalValues &locals);
  // For a constant expression: operands only, no block to leave.
  explicit ControlStack(FunctionBuilder &b) : b_(b), locals_(nullptr) {}

  bool reachable() const { return reachable_; }

  void push(llvm::Value *value) { operands_.push_back(value); }
  llvm::Value *pop();
  Values pop(size_t count); // in the order in which they were pushed
  // Pops an i32: whether it is not 0, as an i1.
  llvm::Value *popCondition();

  void enterBlock(const decode::BlockType &type);
  // `written`: the locals that the loop writes.
  void enterLoop(const decode::BlockType &type, const llvm::BitVector &written);
  void enterIf(const decode::BlockType &type, const BranchProfile &profile);
  void enterElse();
  void leave(); // `end`

  void br(wasm::LabelIndex label);
  void brIf(wasm::LabelIndex label, const BranchProfile &profile);
  void brTable(std::span<const wasm::LabelIndex> labels, wasm::LabelIndex otherwise,
               const TableProfile &profile);
  void brToFunction(); // `return`
  // The reference stays when it is not null.
  void brOnNull(wasm::LabelIndex label, const BranchProfile &profile);
  // The reference goes with the branch.
  void brOnNonNull(wasm::LabelIndex label, const BranchProfile &profile);
  // What follows cannot be reached; the current block is complete.
  void setUnreachable() { reachable_ = false; }

private:
  enum class Kind : uint8_t { block, loop, if_, else_ };

  struct Frame {
    Kind kind = Kind::block;
    llvm::BasicBlock *target = nullptr;    // where a branch to the label goes
    std::vector<llvm::PHINode *> phis;     // what such a branch carries
    llvm::BasicBlock *end = nullptr;       // what follows the block; for loops made by `leave`
    llvm::BasicBlock *otherwise = nullptr; // the else part of an `if`
    Values params;                         // of an `if`, for its else part
    LocalValues::Region region = 0;        // of a loop's head; of what ends in an `if`
    std::vector<LocalValues::Edge> edges;  // to `end`; for loops not kept here
    std::vector<wasm::ValueType> results;
    size_t height = 0;  // of the operand stack below the parameters
    size_t skipped = 0; // blocks opened in unreachable code inside
  };

  std::vector<wasm::ValueType> paramsOf(const decode::BlockType &type);
  std::vector<wasm::ValueType> resultsOf(const decode::BlockType &type);
  std::vector<llvm::PHINode *> createPhis(llvm::BasicBlock *block,
                                          std::span<const wasm::ValueType> types);
  Frame openFrame(Kind kind, const decode::BlockType &type);
  bool skipOpening();
  Frame &frameAt(wasm::LabelIndex label) { return frames_[frames_.size() - 1 - label.value]; }
  // The topmost operands, which stay, for the way from the current block to the label.
  void addOperands(Frame &frame);
  // Adds that way.
  void addEdge(Frame &frame);
  // Branches to the label, with the topmost operands, when `condition` holds; goes on otherwise.
  void branchIf(llvm::Value *condition, wasm::LabelIndex label, const BranchProfile &profile);
  void finishPart(Frame &frame);
  void continueAfter(Frame &frame);

  FunctionBuilder &b_;
  LocalValues *locals_; // null in a constant expression
  std::vector<Frame> frames_;
  Values operands_;
  bool reachable_ = true;
};

} // namespace wasmc::lower

#endif
