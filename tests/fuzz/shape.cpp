#include "tests/fuzz/shape.h"

#include <algorithm>

namespace wasmc::fuzz {

namespace {

using namespace wasm;

FunctionType chooseType(ByteSource &source, const ModuleShape &shape) {
  FunctionType type;
  std::vector<ValueType> values = shape.valueTypes();
  // Most functions take what addresses, counts and strides are made of; some have more parameters
  // and results than any target has registers.
  uint32_t integers = 1 + source.below(5);
  for (uint32_t i = 0; i < integers; ++i)
    type.parameters.push_back(kI32);
  uint32_t others = source.chance(20) ? 10 + source.below(8) : source.below(4);
  for (uint32_t i = 0; i < others; ++i)
    type.parameters.push_back(source.pick(values));
  uint32_t results = source.chance(20) ? 3 + source.below(5) : source.below(3);
  for (uint32_t i = 0; i < results; ++i)
    type.results.push_back(source.pick(values));
  return type;
}

void chooseMemories(ByteSource &source, ModuleShape &shape) {
  bool several = shape.features.has(Feature::multi_memory) && source.chance(64);
  uint32_t count = several ? 2 + source.below(2) : 1;
  for (uint32_t i = 0; i < count; ++i) {
    MemoryShape memory;
    memory.pages = source.chance(4) ? 0 : 1 + source.below(2);
    memory.maximum = memory.pages + source.below(3);
    memory.is64 = shape.features.has(Feature::memory64) && source.chance(64);
    shape.memories.push_back(memory);
  }
}

void chooseTables(ByteSource &source, ModuleShape &shape) {
  uint32_t count = 1 + source.below(3);
  for (uint32_t i = 0; i < count; ++i) {
    TableShape table;
    table.element = shape.hasReferences && i == 1 ? kExternRef : kFuncRef;
    table.length = source.below(12);
    table.maximum = table.length + source.below(8);
    shape.tables.push_back(table);
  }
}

void chooseGlobals(ByteSource &source, ModuleShape &shape) {
  shape.fuelGlobal = 0;
  shape.globals.push_back({kI32, true, 0, 0});
  std::vector<ValueType> values = shape.valueTypes();
  uint32_t count = 1 + source.below(6);
  for (uint32_t i = 0; i < count; ++i) {
    GlobalShape global;
    global.type = source.pick(values);
    if (!global.type.isRef()) {
      Bits bits = interestingBits(source, global.type);
      global.low = bits.low;
      global.high = bits.high;
    }
    global.isMutable = !source.chance(40);
    shape.globals.push_back(global);
  }
}

void chooseData(ByteSource &source, ModuleShape &shape) {
  uint32_t count = 1 + source.below(4);
  for (uint32_t i = 0; i < count; ++i) {
    DataShape data;
    data.memory = source.below(shape.memories.size());
    uint32_t bytes = shape.memories[data.memory].pages * 65536;
    uint32_t length = std::min<uint32_t>(source.below(96), bytes);
    for (uint32_t j = 0; j < length; ++j)
      data.bytes.push_back(source.isEmpty() ? static_cast<uint8_t>(j * 37) : source.byte());
    data.mode = source.chance(128) ? SegmentMode::active : SegmentMode::passive;
    // At the end of the memory, or anywhere.
    data.offset = source.chance(64) ? bytes - length : source.below(bytes - length + 1);
    shape.data.push_back(std::move(data));
  }
}

void chooseElements(ByteSource &source, ModuleShape &shape) {
  uint32_t functions = static_cast<uint32_t>(shape.functions.size());
  ElementShape all{SegmentMode::declared, 0, 0, kFuncRef, {}};
  for (uint32_t i = 0; i < functions; ++i)
    all.functions.push_back(i);
  shape.elements.push_back(all);
  for (uint32_t t = 0; t < shape.tables.size(); ++t) {
    const TableShape &table = shape.tables[t];
    if (table.element != kFuncRef)
      continue;
    for (SegmentMode mode : {SegmentMode::active, SegmentMode::passive}) {
      ElementShape element;
      element.mode = mode;
      element.table = t;
      uint32_t length = mode == SegmentMode::active ? table.length : source.below(8);
      for (uint32_t i = 0; i < length; ++i)
        element.functions.push_back(source.chance(40) ? kNullElement : source.below(functions));
      shape.elements.push_back(std::move(element));
    }
  }
}

void writeLimits(CodeWriter &out, uint64_t minimum, uint64_t maximum, bool is64) {
  out.byte(is64 ? 5 : 1);
  out.unsignedLeb(minimum);
  out.unsignedLeb(maximum);
}

void writeElement(CodeWriter &out, const ElementShape &element) {
  switch (element.mode) {
  case SegmentMode::active:
    out.unsignedLeb(6);
    out.unsignedLeb(element.table);
    out.i32(element.offset).end();
    out.byte(encoding(element.type));
    break;
  case SegmentMode::passive:
    out.unsignedLeb(5);
    out.byte(encoding(element.type));
    break;
  case SegmentMode::declared:
    out.unsignedLeb(7);
    out.byte(encoding(element.type));
    break;
  }
  out.unsignedLeb(element.functions.size());
  for (uint32_t function : element.functions) {
    if (function == kNullElement)
      out.zero(element.type).end();
    else
      out.op(Op::ref_func, function).end();
  }
}

void writeData(CodeWriter &out, const ModuleShape &shape, const DataShape &data) {
  if (data.mode == SegmentMode::passive) {
    out.byte(1);
  } else {
    out.byte(data.memory != 0 ? 2 : 0);
    if (data.memory != 0)
      out.unsignedLeb(data.memory);
    out.constant(shape.memories[data.memory].indexType(), data.offset).end();
  }
  out.unsignedLeb(data.bytes.size());
  out.raw(std::span(data.bytes));
}

void writeTypes(ModuleWriter &module, const ModuleShape &shape) {
  CodeWriter types;
  for (const FunctionType &type : shape.types) {
    types.byte(0x60);
    for (const std::vector<ValueType> *list : {&type.parameters, &type.results}) {
      types.unsignedLeb(list->size());
      for (ValueType value : *list)
        types.byte(encoding(value));
    }
  }
  module.section(1, shape.types.size(), types);
}

void writeEntities(ModuleWriter &module, const ModuleShape &shape) {
  CodeWriter functions, tables, memories, globals;
  for (uint32_t type : shape.functions)
    functions.unsignedLeb(type);
  for (const TableShape &table : shape.tables) {
    tables.byte(encoding(table.element));
    writeLimits(tables, table.length, table.maximum, false);
  }
  for (const MemoryShape &memory : shape.memories)
    writeLimits(memories, memory.pages, memory.maximum, memory.is64);
  for (const GlobalShape &global : shape.globals) {
    globals.byte(encoding(global.type));
    globals.byte(global.isMutable ? 1 : 0);
    if (global.type.isRef())
      globals.zero(global.type).end();
    else
      globals.constant(global.type, global.low, global.high).end();
  }
  module.section(3, shape.functions.size(), functions);
  module.section(4, shape.tables.size(), tables);
  module.section(5, shape.memories.size(), memories);
  module.section(6, shape.globals.size(), globals);
}

void writeExports(ModuleWriter &module, const ModuleShape &shape,
                  const std::vector<ExportedFunction> &exports) {
  CodeWriter out;
  size_t count = exports.size() + shape.memories.size() + shape.tables.size();
  auto write = [&](std::string_view name, uint8_t kind, uint32_t index) {
    out.name(name);
    out.byte(kind);
    out.unsignedLeb(index);
  };
  for (const ExportedFunction &function : exports)
    write(function.name, 0, function.index);
  for (uint32_t i = 0; i < shape.tables.size(); ++i)
    write("t" + std::to_string(i), 1, i);
  for (uint32_t i = 0; i < shape.memories.size(); ++i)
    write("m" + std::to_string(i), 2, i);
  module.section(7, count, out);
}

} // namespace

std::vector<ValueType> ModuleShape::valueTypes() const {
  std::vector<ValueType> result = {kI32, kI64};
  if (hasFloats)
    result.insert(result.end(), {kF32, kF64});
  if (hasSimd)
    result.insert(result.end(), {kV128, kV128});
  if (hasReferences)
    result.insert(result.end(), {kFuncRef, kExternRef});
  return result;
}

uint32_t ModuleShape::typeIndex(const FunctionType &type) {
  auto found = std::find(types.begin(), types.end(), type);
  if (found == types.end())
    found = types.insert(types.end(), type);
  return static_cast<uint32_t>(found - types.begin());
}

uint64_t interestingInteger(ByteSource &source, unsigned bits) {
  uint64_t mask = bits == 64 ? ~uint64_t{0} : (uint64_t{1} << bits) - 1;
  switch (source.below(6)) {
  case 0:
    return source.below(17);
  case 1: // a power of two and its neighbours
    return ((uint64_t{1} << source.below(bits)) + source.below(3) - 1) & mask;
  case 2: // small and negative
    return (uint64_t{0} - 1 - source.below(33)) & mask;
  case 3: // of 8, 16, 24, ... bits
    return source.bits(1 + source.below(bits / 8)) & mask;
  case 4: // bytes with and without their top bits
    return (source.byte() & 1 ? 0x8080'8080'8080'8080 : 0x7f80'ff01'7fff'8001) & mask;
  default:
    return source.bits(bits / 8) & mask;
  }
}

Bits interestingBits(ByteSource &source, ValueType type) {
  static constexpr uint64_t kDoubles[] = {0,
                                          0x8000000000000000,
                                          0x3ff0000000000000,
                                          0xbff0000000000000,
                                          0x7ff0000000000000,
                                          0xfff0000000000000,
                                          0x7ff8000000000000,
                                          0xfff8000000000000,
                                          0x7ff4000000000000,
                                          0x0000000000000001,
                                          0x800fffffffffffff,
                                          0x7fefffffffffffff,
                                          0x41dfffffffc00000,
                                          0x41e0000000000000,
                                          0xc1e0000000200000,
                                          0x41f0000000000000,
                                          0x43e0000000000000,
                                          0xc3e0000000000000,
                                          0x43f0000000000000,
                                          0x3fe0000000000000,
                                          0x4004000000000000,
                                          0xbfdfffffffffffff,
                                          0x36a0000000000000,
                                          0x47efffffefffffff,
                                          0x3ff8000000000000};
  static constexpr uint32_t kSingles[] = {
      0,          0x80000000, 0x3f800000, 0xbf800000, 0x7f800000, 0xff800000, 0x7fc00000,
      0xffc00000, 0x7fa00000, 0x00000001, 0x807fffff, 0x7f7fffff, 0x4effffff, 0x4f000000,
      0xcf000000, 0xcf000001, 0x4f7fffff, 0x4f800000, 0x5f000000, 0xdf000000, 0x5f800000,
      0x3f000000, 0xbeffffff, 0x4b000001, 0x40200000, 0x3fc00000};
  bool isPlain = source.chance(64);
  switch (type.kind()) {
  case WASMC_VALUE_i32:
    return {interestingInteger(source, 32)};
  case WASMC_VALUE_i64:
    return {interestingInteger(source, 64)};
  case WASMC_VALUE_f32:
    return {isPlain ? source.bits(4) : source.pick(kSingles)};
  case WASMC_VALUE_f64:
    return {isPlain ? source.bits(8) : source.pick(kDoubles)};
  default:
    switch (source.below(4)) {
    case 0:
      return {interestingInteger(source, 64), interestingInteger(source, 64)};
    case 1:
      return {source.pick(kDoubles), source.pick(kDoubles)};
    case 2: {
      uint64_t low = source.pick(kSingles), high = source.pick(kSingles);
      return {low | uint64_t{source.pick(kSingles)} << 32,
              high | uint64_t{source.pick(kSingles)} << 32};
    }
    default:
      return {source.bits(8), source.bits(8)};
    }
  }
}

ModuleShape chooseShape(ByteSource &source, Features features) {
  ModuleShape shape;
  shape.features = features;
  uint8_t profile = source.byte();
  shape.hasFloats = (profile & 3) != 0;
  shape.hasSimd = features.has(Feature::simd) && (profile & 12) != 0;
  shape.hasReferences = features.has(Feature::reference_types) && (profile & 16) != 0;
  uint32_t functions = 1 + source.below(8);
  for (uint32_t i = 0; i < functions; ++i) {
    bool isRepeated = i != 0 && source.chance(80); // so that indirect calls and tail calls match
    shape.functions.push_back(isRepeated ? shape.functions[source.below(i)]
                                         : shape.typeIndex(chooseType(source, shape)));
  }
  chooseMemories(source, shape);
  chooseTables(source, shape);
  chooseGlobals(source, shape);
  chooseData(source, shape);
  chooseElements(source, shape);
  return shape;
}

std::vector<uint8_t> writeModule(const ModuleShape &shape, const std::vector<FunctionBody> &bodies,
                                 const std::vector<ExportedFunction> &exports) {
  ModuleWriter module;
  writeTypes(module, shape);
  writeEntities(module, shape);
  writeExports(module, shape, exports);
  CodeWriter elements, code, data;
  for (const ElementShape &element : shape.elements)
    writeElement(elements, element);
  module.section(9, shape.elements.size(), elements);
  module.count(12, static_cast<uint32_t>(shape.data.size()));
  for (const FunctionBody &body : bodies) {
    CodeWriter function;
    function.unsignedLeb(body.locals.size());
    for (ValueType local : body.locals) {
      function.unsignedLeb(1);
      function.byte(encoding(local));
    }
    function.append(body.code);
    function.end();
    code.sized(function);
  }
  module.section(10, bodies.size(), code);
  for (const DataShape &segment : shape.data)
    writeData(data, shape, segment);
  module.section(11, shape.data.size(), data);
  return module.take();
}

} // namespace wasmc::fuzz
