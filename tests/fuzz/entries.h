// Exports through which any engine can call a function of any type, and how calls are written.
#ifndef WASMC_TESTS_FUZZ_ENTRIES_H
#define WASMC_TESTS_FUZZ_ENTRIES_H

#include "tests/fuzz/shape.h"

#include <functional>

namespace wasmc::fuzz {

// The types by which a value type crosses the border: integers of the same bits, two for a vector,
// an index into table 0 for a funcref.
std::vector<ValueType> borderTypes(ValueType type);
FunctionType borderType(const FunctionType &type);

// The body of a function of borderType(type) that takes the arguments over, lets `inside` make the
// results of `type` from the parameters (which it pushes by calling its argument with their
// numbers), and hands the results out.
FunctionBody
borderBody(const FunctionType &type,
           const std::function<void(CodeWriter &, const std::function<void(uint32_t)> &)> &inside);

// One line of GeneratedModule::calls.
class CallLine {
public:
  explicit CallLine(std::string_view name) : text_(name) {}
  void argument(uint64_t bits);
  std::string take() { return std::move(text_) + "\n"; }

private:
  std::string text_;
};

} // namespace wasmc::fuzz

#endif
