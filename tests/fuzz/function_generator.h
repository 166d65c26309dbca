// Makes the body of one function: statements out of expressions out of operators, well typed by
// construction. Everything that it makes terminates: loops count up to small numbers, or walk
// through memory until they leave it, and calls use up fuel.
#ifndef WASMC_TESTS_FUZZ_FUNCTION_GENERATOR_H
#define WASMC_TESTS_FUZZ_FUNCTION_GENERATOR_H

#include "tests/fuzz/shape.h"

#include <functional>

namespace wasmc::fuzz {

// The operators of a shape that an expression may be made of.
struct OperatorLists {
  explicit OperatorLists(const ModuleShape &shape);

  const std::vector<Op> &numericOf(ValueType result) const { return numeric[result.kind()]; }
  const std::vector<Op> &loadsOf(ValueType result) const { return loads[result.kind()]; }

  std::vector<Op> numeric[8]; // by the kind of their result
  std::vector<Op> loads[8];
  std::vector<Op> stores;
};

// Whether a NaN among the operator's results may have any sign and payload (spec 4.3.3, "NaN
// Propagation"), and the shape of its lanes then: f32 and f64 of scalars, "f32x4" and "f64x2" are
// told by the operator's name. False for those that only move bits.
bool makesNan(Op op);
// Makes the NaNs of the operator's result, which is on the stack, the canonical one; `local` is of
// its type and free. Nothing for operators that make none.
void canonicalizeNan(CodeWriter &out, Op op, uint32_t local);
// Lanes of a vector operator with a lane immediate.
uint32_t laneCount(Op op);

class FunctionGenerator {
public:
  FunctionGenerator(const ModuleShape &shape, const OperatorLists &operators, ByteSource &source,
                    uint32_t function);

  FunctionBody generate();

private:
  // --- locals ---
  uint32_t addLocal(ValueType type);
  // Some local of the type that may be read, or kNone.
  uint32_t pickLocal(ValueType type);
  uint32_t pickWritable(ValueType type);
  ValueType pickType() { return source_.pick(valueTypes_); }
  uint32_t scratch(ValueType type);

  // --- blocks: every one of them, so that labels can be counted ---
  void begin(Op op, bool isTarget = false) {
    out_.open(op);
    labels_.push_back(isTarget);
  }
  void begin(Op op, ValueType result) {
    out_.open(op, result);
    labels_.push_back(false);
  }
  void finish() {
    labels_.pop_back();
    out_.end();
  }

  // --- expressions (expressions.cpp) ---
  void expression(ValueType type, unsigned depth);
  void leaf(ValueType type);
  void reference(ValueType type, unsigned depth);
  void numeric(ValueType type, unsigned depth);
  void operands(Op op, unsigned depth);
  void laneImmediates(Op op);
  void canonicalizeNan(Op op);
  void choice(ValueType type, unsigned depth);
  void blockValue(ValueType type, unsigned depth);
  void smallInteger(ValueType type);
  void integerQuery(unsigned depth);
  void convertIndex(ValueType from, ValueType to);

  // --- memory and tables (memory.cpp) ---
  // Pushes an address; returns the offset for the memarg.
  uint64_t address(uint32_t memory, uint32_t accessBytes, unsigned depth);
  uint64_t offsetFor(uint32_t memory);
  uint32_t edge(uint32_t memory, uint32_t accessBytes);
  void memoryArgument(Op op, uint32_t memory, uint64_t offset);
  void load(ValueType type, unsigned depth);
  void store(unsigned depth);
  void storeOf(Op op, const std::function<void()> &value, unsigned depth);
  struct Loaded {
    uint32_t local;
    Op store; // that writes what the load read
  };
  uint32_t pickPair();
  void accessNear(uint32_t where, uint32_t memory, uint32_t pair, std::vector<Loaded> &loaded);
  void disturb(uint32_t where, uint32_t memory);
  void repeatedAccesses();
  void bulkMemory();
  void bulkTable();
  void length(ValueType type);
  void tableIndex(uint32_t table);
  uint32_t pickMemory() { return source_.below(shape_.memories.size()); }

  // --- statements (statements.cpp) ---
  void statements(unsigned count, unsigned depth);
  void statement(unsigned depth);
  void assign(unsigned depth);
  void ifElse(unsigned depth);
  void blockWithParameters(unsigned depth);
  void branchTable(unsigned depth);
  void leave(unsigned depth);
  void globalSet(unsigned depth);
  void trapUnless(unsigned depth);

  // --- calls (calls.cpp) ---
  void callStatement();
  void callValue(ValueType type);
  void tailCall();
  void arguments(const FunctionType &type, unsigned depth);
  void takeResults(const FunctionType &type);
  // Calls a function of the type index directly or through a table: pushes arguments, calls.
  void call(uint32_t typeIndex, uint32_t function, bool isTail);
  void withFuel(const std::function<void()> &then);

  // --- loops (loops.cpp) ---
  struct Counter {
    uint32_t local;  // an i32
    uint32_t stride; // how much it grows
  };
  void loop(unsigned nesting);
  void countedLoop(unsigned nesting);
  void pointerLoop();
  void walkLoop();
  void wideLoop(unsigned nesting);
  void searchLoop();
  void loopBody(unsigned nesting);
  void loopStatement();
  void accumulateInMemory();
  void stencil();
  void conditionalAccess();
  void reduction();
  void copyElement();
  void gather();
  // An affine address over the counters of the loops around; returns the offset for the memarg.
  uint64_t affineAddress();
  void affineLoad(Op op);
  void affineStore(Op op, const std::function<void()> &value);
  void count(uint32_t counter, unsigned nesting);
  uint32_t countLocal();
  uint32_t smallCount(unsigned nesting);
  void addTo(uint32_t local, uint32_t amount);
  void repeat(const std::function<void()> &body, const std::function<void()> &condition);

  static constexpr uint32_t kNone = ~0u;

  const ModuleShape &shape_;
  const OperatorLists &operators_;
  ByteSource &source_;
  uint32_t function_;
  const FunctionType &type_;
  std::vector<ValueType> valueTypes_;
  std::vector<ValueType> locals_; // with the parameters
  std::vector<bool> isProtected_; // locals that only their loop may change
  uint32_t scratch_[8];
  // Blocks around the place that code is written for, innermost last; a branch to one of those
  // without values may stand anywhere.
  std::vector<bool> labels_;
  std::vector<Counter> counters_;
  CodeWriter out_;
  int budget_ = 0; // operators that may still be spent
};

} // namespace wasmc::fuzz

#endif
