#include "tests/fuzz/generate.h"

#include "tests/fuzz/entries.h"
#include "tests/fuzz/function_generator.h"

#include <algorithm>

namespace wasmc::fuzz {

namespace {

using namespace wasm;

constexpr uint32_t kFuel = 12;
constexpr uint32_t kCallsPerFunction = 8;

// What is an address, a count or a stride to the callee is an i32 to us: any of these will do.
uint64_t chooseArgument(ByteSource &source, const ModuleShape &shape, ValueType type) {
  if (type != kI32)
    return interestingInteger(source, 64);
  uint32_t bytes = shape.memories[0].pages * 65536;
  switch (source.below(10)) {
  case 0:
  case 1:
    return source.below(70); // a count
  case 2:
  case 3:
  case 4:
    return source.below(0x1000) * 8;
  case 5:
  case 6: // not far from the end
    return bytes - std::min(bytes, source.below(source.chance(128) ? 64 : 1024));
  case 7:
    return interestingInteger(source, 32);
  case 8: // not far from 2^32
    return 0xffffffffu - source.below(256);
  default:
    return source.bits(2);
  }
}

// Exports `e<i>` for the functions `f<i>`, and calls of them.
void addEntries(ByteSource &source, ModuleShape &shape, std::vector<FunctionBody> &bodies,
                std::vector<ExportedFunction> &exports, std::string &calls) {
  auto functions = static_cast<uint32_t>(shape.functions.size());
  for (uint32_t i = 0; i < functions; ++i) {
    FunctionType type = shape.typeOf(i);
    FunctionType border = borderType(type);
    exports.push_back({"f" + std::to_string(i), i});
    exports.push_back({"e" + std::to_string(i), functions + i});
    shape.functions.push_back(shape.typeIndex(border));
    bodies.push_back(borderBody(type, [&](CodeWriter &code, const auto &push) {
      code.i32(kFuel).op(Op::global_set, shape.fuelGlobal);
      for (uint32_t p = 0; p < type.parameters.size(); ++p)
        push(p);
      code.op(Op::call, i);
    }));
  }
  for (uint32_t round = 0; round < kCallsPerFunction; ++round)
    for (uint32_t i = 0; i < functions; ++i) {
      CallLine line("e" + std::to_string(i));
      for (ValueType parameter : shape.typeOf(functions + i).parameters)
        line.argument(parameter == kExternRef ? source.below(4)
                                              : chooseArgument(source, shape, parameter));
      calls += line.take();
    }
}

// Reads everything that the engines cannot be asked for alike: the globals, as integers.
void addProbe(ModuleShape &shape, std::vector<FunctionBody> &bodies,
              std::vector<ExportedFunction> &exports) {
  FunctionType type;
  for (const GlobalShape &global : shape.globals)
    if (global.isMutable)
      type.results.push_back(global.type);
  FunctionBody body = borderBody(type, [&](CodeWriter &code, const auto &) {
    for (uint32_t i = 0; i < shape.globals.size(); ++i)
      if (shape.globals[i].isMutable)
        code.op(Op::global_get, i);
  });
  exports.push_back({"globals", static_cast<uint32_t>(shape.functions.size())});
  shape.functions.push_back(shape.typeIndex(borderType(type)));
  bodies.push_back(std::move(body));
}

std::vector<std::string> needsOf(const ModuleShape &shape) {
  std::vector<std::string> needs;
  if (shape.memories.size() > 1)
    needs.push_back("multi_memory");
  for (const MemoryShape &memory : shape.memories)
    if (memory.is64) {
      needs.push_back("memory64");
      break;
    }
  if (shape.features.has(Feature::tail_call))
    needs.push_back("tail_call");
  return needs;
}

} // namespace

GeneratedModule generate(std::span<const uint8_t> bytes, Features features) {
  ByteSource source(bytes);
  ModuleShape shape = chooseShape(source, features);
  OperatorLists operators(shape);
  std::vector<FunctionBody> bodies;
  std::vector<ExportedFunction> exports;
  GeneratedModule result;
  // The calls get bytes of their own, the last ones, so that they stay what they are when a byte of
  // a body is taken out.
  size_t callBytes = bytes.size() / 4;
  ByteSource callSource(bytes.last(callBytes));
  ByteSource bodySource(bytes.first(bytes.size() - callBytes));
  for (size_t used = bytes.size() - source.left(); used > 0; --used)
    bodySource.byte();
  for (uint32_t i = 0; i < shape.functions.size(); ++i)
    bodies.push_back(FunctionGenerator(shape, operators, bodySource, i).generate());
  addEntries(callSource, shape, bodies, exports, result.calls);
  addProbe(shape, bodies, exports);
  result.wasm = writeModule(shape, bodies, exports);
  result.needs = needsOf(shape);
  return result;
}

} // namespace wasmc::fuzz
