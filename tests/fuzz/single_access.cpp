#include "tests/fuzz/single_instruction.h"

namespace wasmc::fuzz {

namespace {

using namespace wasm;

constexpr uint32_t kPage = 65536;

// One page and a second that may come, with something in it at both ends.
void addMemory(SingleModule &module) {
  module.shape.memories.push_back({1, 2, false});
  std::vector<uint8_t> bytes = bytesOfSeed(3, 64);
  module.shape.data.push_back({SegmentMode::active, 0, 0, bytes});
  module.shape.data.push_back({SegmentMode::active, 0, kPage - 64, bytes});
  module.shape.data.push_back({SegmentMode::passive, 0, 0, bytes});
}

// Addresses around the last at which an access of that size fits, for an offset.
std::vector<Bits> addresses(uint32_t bytes, uint64_t offset) {
  uint64_t last = kPage - bytes;
  std::vector<Bits> result = {{0},          {1},          {7},          {kPage / 2 + 3},
                              {0x7fffffff}, {0x80000000}, {0xfffffff0}, {0xffffffff}};
  for (int64_t delta : {-1, 0, 1, static_cast<int>(bytes)})
    if (last + static_cast<uint64_t>(delta) >= offset)
      result.push_back({(last + static_cast<uint64_t>(delta) - offset) & 0xffffffff});
  // Where 32-bit arithmetic would wrap around to an address inside.
  if (offset != 0)
    result.push_back({(uint64_t{0} - offset) & 0xffffffff});
  return result;
}

constexpr uint64_t kOffsets[] = {0,     1,          15,         4096,      kPage - 16,
                                 kPage, 0x7fffffff, 0xfffffff0, 0xffffffff};

// A load or store at one offset, with the address a parameter or a constant.
void addAccess(SingleModule &module, Op op, uint64_t offset, const Bits *constant, uint8_t lane) {
  const Signature &signature = info(op).signature;
  FunctionType type;
  if (constant == nullptr)
    type.parameters.push_back(kI32);
  type.parameters.insert(type.parameters.end(), signature.operandTypes().begin(),
                         signature.operandTypes().end());
  type.results.assign(signature.resultTypes().begin(), signature.resultTypes().end());
  module.function(type, [&](CodeWriter &code, const auto &push) {
    if (constant != nullptr)
      code.i32(static_cast<uint32_t>(constant->low));
    for (uint32_t i = 0; i < type.parameters.size(); ++i)
      push(i);
    code.op(op).memoryArgument(0, 0, offset);
    if (info(op).immediate == Immediate::load_lane || info(op).immediate == Immediate::store_lane)
      code.byte(lane);
  });
  std::vector<Bits> where =
      constant != nullptr ? std::vector<Bits>{*constant} : addresses(accessBytes(op), offset);
  std::vector<Bits> values = {{}};
  if (signature.operandCount != 0) {
    values = edgeCases(signature.operands[0]);
    values.resize(3);
    values[0] = {0x0123456789abcdef, 0xfedcba9876543210};
  }
  for (const Bits &address : where)
    for (const Bits &value : values) {
      std::vector<Bits> arguments;
      if (constant == nullptr)
        arguments.push_back(address);
      arguments.push_back(value);
      module.call(arguments);
    }
}

void buildAccess(SingleModule &module, Op op) {
  addMemory(module);
  uint8_t lanes = 16 >> info(op).accessLog2, number = 0;
  for (uint64_t offset : kOffsets) {
    addAccess(module, op, offset, nullptr, number++ % lanes);
    for (const Bits &address : addresses(accessBytes(op), offset))
      addAccess(module, op, offset, &address, number++ % lanes);
  }
}

// Calls on all combinations of a few numbers.
void callOnEdges(SingleModule &module, const std::vector<uint64_t> &edges, size_t parameters) {
  size_t total = 1;
  for (size_t i = 0; i < parameters; ++i)
    total *= edges.size();
  for (size_t number = 0; number < total; ++number) {
    std::vector<Bits> arguments;
    for (size_t i = 0, rest = number; i < parameters; ++i, rest /= edges.size())
      arguments.push_back({edges[rest % edges.size()]});
    module.call(arguments);
  }
}

// An operator of i32 operands, all variable, or one constant.
void addOperandForms(SingleModule &module, Op op, const std::vector<uint32_t> &immediates,
                     const std::vector<uint64_t> &edges, size_t operands, bool hasResult) {
  for (size_t constant = 0; constant <= operands; ++constant)
    for (uint64_t value : edges) {
      FunctionType type;
      type.parameters.assign(operands - (constant < operands ? 1 : 0), kI32);
      if (hasResult)
        type.results.push_back(kI32);
      module.function(type, [&](CodeWriter &code, const auto &push) {
        uint32_t parameter = 0;
        for (size_t i = 0; i < operands; ++i) {
          if (i == constant)
            code.i32(static_cast<uint32_t>(value));
          else
            push(parameter++);
        }
        code.op(op);
        for (uint32_t immediate : immediates)
          code.unsignedLeb(immediate);
      });
      callOnEdges(module, edges, type.parameters.size());
      if (constant == operands)
        break; // no constant: one form
    }
}

const std::vector<uint64_t> kBulkEdges = {0, 1, 17, 64, kPage - 1, kPage, kPage + 1, 0xffffffff};

void buildBulk(SingleModule &module, Op op) {
  addMemory(module);
  switch (op) {
  case Op::memory_fill:
    return addOperandForms(module, op, {0}, kBulkEdges, 3, false);
  case Op::memory_copy:
    return addOperandForms(module, op, {0, 0}, kBulkEdges, 3, false);
  case Op::memory_init:
    return addOperandForms(module, op, {2, 0}, kBulkEdges, 3, false);
  case Op::memory_grow:
    return addOperandForms(module, op, {0}, {0, 1, 2, 65535, 65536, 0xffffffff}, 1, true);
  case Op::memory_size:
    return addOperandForms(module, op, {0}, {0}, 0, true);
  default: // data.drop, then memory.init of what is no longer there
    addOperandForms(module, op, {2}, {0}, 0, false);
    addOperandForms(module, Op::memory_init, {2, 0}, {0, 1}, 3, false);
  }
}

// Two funcref tables and an externref one, with functions of two types and nulls.
void addTables(SingleModule &module) {
  FunctionType constant{{}, {kI32}}, unary{{kI32}, {kI32}};
  for (uint32_t value : {11, 22, 33})
    module.function(constant, [&](CodeWriter &code, const auto &) { code.i32(value); });
  module.function(unary, [&](CodeWriter &code, const auto &push) { push(0); });
  module.shape.tables = {{kFuncRef, 6, 9}, {kFuncRef, 4, 12}, {kExternRef, 5, 9}};
  module.shape.elements.push_back(
      {SegmentMode::active, 0, 0, kFuncRef, {0, 1, kNullElement, 2, 3, 0}});
  module.shape.elements.push_back({SegmentMode::active, 1, 0, kFuncRef, {3, 2, 1, kNullElement}});
  module.shape.elements.push_back({SegmentMode::passive, 0, 0, kFuncRef, {2, kNullElement, 0}});
  module.shape.elements.push_back({SegmentMode::declared, 0, 0, kFuncRef, {0, 1, 2, 3}});
}

const std::vector<uint64_t> kTableEdges = {0, 1, 3, 4, 5, 6, 7, 0x80000000, 0xffffffff};

void buildTableGet(SingleModule &module) {
  for (uint32_t table : {0, 2}) {
    module.function({{kI32}, {table == 0 ? kFuncRef : kExternRef}},
                    [&](CodeWriter &code, const auto &push) {
                      push(0);
                      code.op(Op::table_get, table);
                    });
    callOnEdges(module, kTableEdges, 1);
  }
}

// table.set, table.grow and table.fill, with references of both kinds.
void buildTableValue(SingleModule &module, Op op) {
  for (uint32_t table : {0, 2}) {
    ValueType element = table == 0 ? kFuncRef : kExternRef;
    FunctionType type{{kI32, element, kI32}, {}};
    if (op == Op::table_grow)
      type.results.push_back(kI32);
    module.function(type, [&](CodeWriter &code, const auto &push) {
      if (op != Op::table_grow)
        push(0);
      push(1);
      if (op != Op::table_set)
        push(2);
      code.op(op, table);
    });
    callOnEdges(module, kTableEdges, 3);
  }
}

void buildTable(SingleModule &module, Op op) {
  addTables(module);
  switch (op) {
  case Op::table_get:
    return buildTableGet(module);
  case Op::table_copy:
    addOperandForms(module, op, {0, 1}, kTableEdges, 3, false);
    return addOperandForms(module, op, {0, 0}, kTableEdges, 3, false);
  case Op::table_init:
    return addOperandForms(module, op, {2, 1}, kTableEdges, 3, false);
  case Op::table_size:
    return addOperandForms(module, op, {1}, {0}, 0, true);
  case Op::elem_drop:
    addOperandForms(module, op, {2}, {0}, 0, false);
    return addOperandForms(module, Op::table_init, {2, 0}, {0, 1}, 3, false);
  case Op::call_indirect:
  case Op::return_call_indirect: // () -> i32 is type 0, so its operand is the index alone
    addOperandForms(module, op, {0, 0}, kTableEdges, 1, true);
    return addOperandForms(module, op, {0, 1}, kTableEdges, 1, true);
  default:
    return buildTableValue(module, op);
  }
}

void buildReference(SingleModule &module, Op op) {
  addTables(module);
  for (ValueType type : {kFuncRef, kExternRef}) {
    module.function({{type}, {kI32, type}}, [&](CodeWriter &code, const auto &push) {
      if (op == Op::ref_func)
        code.op(Op::ref_func, 1);
      else if (op == Op::ref_null)
        code.zero(type);
      else
        push(0);
      code.op(Op::ref_is_null);
      push(0);
    });
    callOnEdges(module, kTableEdges, 1);
  }
}

void buildSelect(SingleModule &module, Op op) {
  for (ValueType type : {kI32, kI64, kF32, kF64, kV128, kExternRef}) {
    if (type.isRef() && op == Op::select)
      continue;
    module.function({{type, type, kI32}, {type}}, [&](CodeWriter &code, const auto &push) {
      for (uint32_t i = 0; i < 3; ++i)
        push(i);
      code.op(op);
      if (op == Op::select_t) {
        code.unsignedLeb(1);
        code.byte(encoding(type));
      }
    });
    std::vector<Bits> values = type.isRef() ? std::vector<Bits>{{0}, {1}, {2}} : edgeCases(type);
    for (const Bits &value : values)
      for (uint64_t condition : {0ull, 1ull, 0x80000000ull, 0xffffffffull})
        module.call(std::vector<Bits>{value, values[1], {condition}});
  }
}

// Where a branch goes, as a number.
void buildBranch(SingleModule &module, Op op) {
  module.function({{kI32}, {kI32}}, [&](CodeWriter &code, const auto &push) {
    code.open(Op::block, kI32).open(Op::block).open(Op::block).open(Op::block);
    push(0);
    if (op == Op::br_table) {
      code.op(Op::br_table, 3).raw(std::string_view("\0\2\1\2", 4));
    } else if (op == Op::if_) {
      code.open(Op::if_).op(Op::br, 2).op(Op::else_).op(Op::br, 3).end();
    } else {
      code.op(Op::br_if, 1).op(Op::br, 0);
    }
    code.end().i32(100).op(Op::br, 2).end().i32(200).op(Op::br, 1).end().i32(300).end();
  });
  for (const Bits &value : edgeCases(kI32))
    module.call(std::vector{value});
}

} // namespace

void addAccessCases(std::vector<SingleCase> &cases, Features features) {
  auto add = [&](Op op, void (*build)(SingleModule &, Op)) {
    if (features.has(info(op).feature))
      cases.push_back({std::string(name(op)), [=](SingleModule &module) { build(module, op); }});
  };
  for (uint16_t i = 0; i < kOperatorCount; ++i) {
    Immediate immediate = kOperators[i].immediate;
    if (immediate == Immediate::load || immediate == Immediate::store ||
        immediate == Immediate::load_lane || immediate == Immediate::store_lane)
      add(static_cast<Op>(i), buildAccess);
  }
  for (Op op : {Op::memory_fill, Op::memory_copy, Op::memory_init, Op::memory_grow, Op::memory_size,
                Op::data_drop})
    add(op, buildBulk);
  for (Op op :
       {Op::table_get, Op::table_set, Op::table_grow, Op::table_fill, Op::table_copy,
        Op::table_init, Op::table_size, Op::elem_drop, Op::call_indirect, Op::return_call_indirect})
    add(op, buildTable);
  for (Op op : {Op::ref_null, Op::ref_is_null, Op::ref_func})
    add(op, buildReference);
  for (Op op : {Op::select, Op::select_t})
    add(op, buildSelect);
  for (Op op : {Op::if_, Op::br_if, Op::br_table})
    add(op, buildBranch);
}

} // namespace wasmc::fuzz
