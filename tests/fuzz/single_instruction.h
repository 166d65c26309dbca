// Building blocks of single-instruction mode.
#ifndef WASMC_TESTS_FUZZ_SINGLE_INSTRUCTION_H
#define WASMC_TESTS_FUZZ_SINGLE_INSTRUCTION_H

#include "tests/fuzz/entries.h"
#include "tests/fuzz/generate.h"

#include <functional>

namespace wasmc::fuzz {

// Collects functions and calls of them.
class SingleModule {
public:
  explicit SingleModule(Features features) { shape.features = features; }

  using Emit = std::function<void(CodeWriter &, const std::function<void(uint32_t)> &)>;

  // Adds an exported function of a type, of which the next calls are; `locals` are free locals of
  // its own, whose numbers are given by localOf().
  void function(const FunctionType &type, const Emit &emit, std::vector<ValueType> locals = {});
  // The number of the first free local of a function of the type.
  static uint32_t localOf(const FunctionType &type) {
    return static_cast<uint32_t>(borderType(type).parameters.size() + type.results.size());
  }
  void call(std::span<const Bits> arguments);

  GeneratedModule take();

  ModuleShape shape;

private:
  FunctionType current_;
  std::string currentName_;
  std::vector<FunctionBody> bodies_;
  std::vector<ExportedFunction> exports_;
  std::string calls_;
};

// Edge cases of a type.
std::vector<Bits> edgeCases(ValueType type);

// A module of single-instruction mode: a name and what makes it.
struct SingleCase {
  std::string name;
  std::function<void(SingleModule &)> build;
};

// Operators that compute, from the table.
void addNumericCases(std::vector<SingleCase> &cases, Features features);
// Loads, stores, bulk operators, tables, references, and control.
void addAccessCases(std::vector<SingleCase> &cases, Features features);

} // namespace wasmc::fuzz

#endif
