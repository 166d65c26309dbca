// Functions that loop over memory, as lowering makes them, but with indices of a few bits.
#ifndef WASMC_TESTSUITE_LOOPS_MODEL_GENERATOR_H
#define WASMC_TESTSUITE_LOOPS_MODEL_GENERATOR_H

#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/Module.h>

#include <functional>
#include <memory>
#include <random>
#include <string>

namespace wasmc::model {

// The parameters behind the context. $a and $b are indices, $n a count, $s a step, all of the width
// of an index; $w is an i64, for what is computed without narrow numbers.
enum Parameter : unsigned { kA, kB, kN, kS, kW, kParameters };

enum class Kind : uint8_t {
  counted,
  guarded,
  downwards,
  unequal,
  pointers,
  toPointer,
  fromBelowZero,
  wide,
  leftEarly,
  nest,
  triangle,
};
constexpr unsigned kKinds = static_cast<unsigned>(Kind::triangle) + 1;
const char *nameOf(Kind kind);

// One function "f" in a module of its own. The same numbers make the same function.
struct Request {
  uint64_t seed;
  Kind kind;
  unsigned bits; // of an index
};
std::unique_ptr<llvm::Module> makeLoop(llvm::LLVMContext &context, const Request &request);

} // namespace wasmc::model

#endif
