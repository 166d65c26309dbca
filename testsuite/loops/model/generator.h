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

// How accesses are kept inside: by what lies around the memory; by a comparison of index, offset
// and size with the memory's length; the same with indices of 64 bits, whose other forms of
// comparison rely on the least length that a memory has.
enum class Form : uint8_t { guarded, checked, wide };
constexpr uint64_t kLeastLength = 24; // of the last form

// One function "f" in a module of its own. The same numbers make the same function.
struct Request {
  uint64_t seed;
  Kind kind;
  unsigned bits; // of an index
  Form form = Form::guarded;
};
std::unique_ptr<llvm::Module> makeLoop(llvm::LLVMContext &context, const Request &request);

} // namespace wasmc::model

#endif
