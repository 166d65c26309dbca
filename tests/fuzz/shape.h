// What a random module consists of beside its code, and how it is written.
#ifndef WASMC_TESTS_FUZZ_SHAPE_H
#define WASMC_TESTS_FUZZ_SHAPE_H

#include "compiler/wasm/features.h"
#include "tests/fuzz/byte_source.h"
#include "tests/fuzz/code_writer.h"

#include <string>
#include <vector>

namespace wasmc::fuzz {

using wasm::Feature;
using wasm::Features;

struct FunctionType {
  std::vector<ValueType> parameters;
  std::vector<ValueType> results;
  bool operator==(const FunctionType &) const = default;
};

struct MemoryShape {
  uint32_t pages = 1;
  uint32_t maximum = 4;
  bool is64 = false;

  ValueType indexType() const { return is64 ? wasm::kI64 : wasm::kI32; }
};

struct TableShape {
  ValueType element = wasm::kFuncRef;
  uint32_t length = 0;
  uint32_t maximum = 0;
};

struct GlobalShape {
  ValueType type;
  bool isMutable = true;
  uint64_t low = 0;
  uint64_t high = 0;
};

enum class SegmentMode : uint8_t { active, passive, declared };

struct DataShape {
  SegmentMode mode = SegmentMode::passive;
  uint32_t memory = 0;
  uint32_t offset = 0;
  std::vector<uint8_t> bytes;
};

inline constexpr uint32_t kNullElement = ~0u;

struct ElementShape {
  SegmentMode mode = SegmentMode::passive;
  uint32_t table = 0;
  uint32_t offset = 0;
  ValueType type = wasm::kFuncRef;
  std::vector<uint32_t> functions; // kNullElement: null
};

// Everything that function bodies refer to. Bodies come afterwards; function i has the type
// types[functions[i]].
struct ModuleShape {
  Features features;
  bool hasSimd = false;
  bool hasFloats = false;
  bool hasReferences = false;

  std::vector<FunctionType> types;
  std::vector<uint32_t> functions;
  std::vector<MemoryShape> memories;
  std::vector<TableShape> tables;
  std::vector<GlobalShape> globals;
  std::vector<DataShape> data;
  std::vector<ElementShape> elements;
  uint32_t fuelGlobal = 0; // how many calls the code may still make

  // Value types that locals, parameters and results may have.
  std::vector<ValueType> valueTypes() const;
  // The index of a type, which is added when it is new.
  uint32_t typeIndex(const FunctionType &type);
  const FunctionType &typeOf(uint32_t function) const { return types[functions[function]]; }
};

// Numbers that are more likely than others to find something out.
uint64_t interestingInteger(ByteSource &source, unsigned bits);
// The bits of a value of a number or vector type.
struct Bits {
  uint64_t low = 0;
  uint64_t high = 0;
};
Bits interestingBits(ByteSource &source, ValueType type);

// Chooses a shape with `functionCount` functions.
ModuleShape chooseShape(ByteSource &source, Features features);

struct FunctionBody {
  std::vector<ValueType> locals; // beside the parameters
  CodeWriter code;               // without the final `end`
};

struct ExportedFunction {
  std::string name;
  uint32_t index;
};

// Writes the module; `bodies` has one entry per function of the shape. Memories, tables and the
// functions named are exported, memories and tables as m0, m1, ..., t0, ...
std::vector<uint8_t> writeModule(const ModuleShape &shape, const std::vector<FunctionBody> &bodies,
                                 const std::vector<ExportedFunction> &exports);

} // namespace wasmc::fuzz

#endif
