// An interpreter for the part of LLVM's IR that loops over memory are made of, before and after the
// passes, vectors included. It is stricter than a machine:
//   - a volatile access outside the memory traps, a plain one is wrong at once;
//   - values may be poison (a promise of nuw, nsw, inbounds, ... that does not hold), and whatever
//     makes use of one is wrong: an address, a branch, a store, the answer. freeze makes any number
//     of it;
//   - the lanes of a vector access come in an order of the caller's choice, save those of a
//   scatter.
#ifndef WASMC_TESTSUITE_LOOPS_MODEL_PROGRAM_H
#define WASMC_TESTSUITE_LOOPS_MODEL_PROGRAM_H

#include <llvm/IR/Function.h>

#include <array>
#include <string>
#include <vector>

namespace wasmc::model {

// What the context of a function is here: offsets of its fields, each of 8 bytes.
enum Field : uint64_t {
  kBase = 0,
  kBytes = 8,
  kGlobal = 16,
  kFast = 24,
  kStrict = 32,
  kFields = 40
};

// What a run finds and leaves.
struct World {
  std::vector<uint8_t> memory;
  uint64_t global = 0;
  uint64_t fast = 0, strict = 0; // entries into the copies of versioned loops
  bool operator==(const World &other) const {
    return memory == other.memory && global == other.global;
  }
};

enum class End : uint8_t { returned, trapped, endless, wrong };

struct Outcome {
  End end = End::returned;
  uint64_t result = 0;
  std::string why; // it is wrong
};

struct Lane {
  uint64_t bits = 0;
  bool isPoison = false;
};

enum class Code : uint8_t;

struct Index {
  uint32_t place, lanes;
  uint8_t bits;
  int64_t scale;
};

// An operator on whole values, each a row of lanes at a place of the frame.
struct Step {
  Code code = {};
  uint8_t operation = 0; // which binary operator, comparison or cast
  uint8_t bits = 0;      // of a lane of the result, or, of a comparison or cast, of the operand
  uint8_t resultBits = 0;
  bool isVolatile = false, isBounded = false; // isBounded: inbounds or nusw
  bool nuw = false, nsw = false, exact = false;
  uint32_t lanes = 1;
  uint32_t to = 0;       // place of the result
  uint32_t from[4] = {}; // places of the operands
  uint32_t fromLanes[4] = {};
  std::vector<int> mask;       // of a shuffle
  std::vector<Index> indices;  // of a GEP
  std::vector<uint32_t> edges; // of a branch
  std::vector<uint64_t> cases; // of a switch: for all edges but the first
  int64_t constant = 0;        // of a GEP
};

struct Move {
  uint32_t from, to, lanes;
};

// From the end of one block to the start of another.
struct Edge {
  uint32_t target = 0; // number of a step
  std::vector<Move> moves;
};

class Decoder;

class Program {
public:
  // The process ends with a message where `function` has something that the interpreter does not
  // know.
  explicit Program(const llvm::Function &function);

  // `limit`: of steps, then the run is endless. `order` chooses the order of lanes and what freeze
  // makes of poison.
  Outcome run(llvm::ArrayRef<uint64_t> arguments, World &world, uint64_t limit, uint64_t order);

private:
  friend class Decoder;
  friend class Machine;
  std::vector<Step> steps_;
  std::vector<Edge> edges_;
  std::vector<Lane> frame_; // constants stand in it all the time
  std::vector<uint32_t> arguments_;
};

} // namespace wasmc::model

#endif
