#include "tests/fuzz/function_generator.h"

#include <algorithm>

namespace wasmc::fuzz {

using namespace wasm;

// An address at which an access of that size is the last that fits, or one of the first that do
// not.
uint32_t FunctionGenerator::edge(uint32_t memory, uint32_t accessBytes) {
  uint32_t pages = shape_.memories[memory].pages + source_.below(2);
  return pages * 65536 - accessBytes + source_.below(3) * (1 + source_.below(accessBytes));
}

uint64_t FunctionGenerator::offsetFor(uint32_t memory) {
  uint32_t bytes = shape_.memories[memory].pages * 65536;
  switch (source_.below(60)) {
  case 8:
    return bytes - std::min<uint32_t>(bytes, source_.below(40));
  case 9:
    return source_.bits(2);
  case 10:
    return source_.chance(128) ? 0xffffffffu - source_.below(64) : 0x80000000u;
  default:
    return source_.chance(100) ? source_.below(128) : 0;
  }
}

uint64_t FunctionGenerator::address(uint32_t memory, uint32_t accessBytes, unsigned depth) {
  ValueType type = shape_.memories[memory].indexType();
  uint32_t local = pickLocal(kI32);
  switch (source_.below(24)) {
  case 0:
    out_.constant(type, source_.bits(2));
    return offsetFor(memory);
  default: // inside, whatever the local holds
    out_.get(local).i32(0xffff & ~(source_.below(8))).op(Op::i32_and);
    convertIndex(kI32, type);
    return source_.chance(128) ? source_.below(256) : 0;
  case 4:
    out_.get(local);
    convertIndex(kI32, type);
    return offsetFor(memory);
  case 5: { // base plus constant, which may wrap around
    out_.get(local);
    int32_t constant = static_cast<int32_t>(source_.below(129)) - 64;
    out_.i32(static_cast<uint32_t>(constant)).op(Op::i32_add);
    convertIndex(kI32, type);
    return offsetFor(memory);
  }
  case 6:
    out_.constant(type, edge(memory, accessBytes));
    return 0;
  case 7: { // constant and offset meet at the edge
    uint32_t where = edge(memory, accessBytes), offset = source_.below(200);
    out_.constant(type, where - offset);
    return offset;
  }
  case 8: // base plus index times element
    out_.get(local).get(pickLocal(kI32)).i32(source_.below(4)).op(Op::i32_shl).op(Op::i32_add);
    convertIndex(kI32, type);
    return offsetFor(memory);
  case 9:
  case 10:
  case 11:
  case 12:
    expression(kI32, depth);
    if (!source_.chance(20))
      out_.i32(0xffff).op(Op::i32_and);
    convertIndex(kI32, type);
    return offsetFor(memory);
  }
}

void FunctionGenerator::memoryArgument(Op op, uint32_t memory, uint64_t offset) {
  uint32_t natural = info(op).accessLog2;
  out_.op(op);
  out_.memoryArgument(source_.below(natural + 1), memory, offset);
  Immediate immediate = info(op).immediate;
  if (immediate == Immediate::load_lane || immediate == Immediate::store_lane)
    out_.byte(static_cast<uint8_t>(source_.below(16u >> natural)));
}

void FunctionGenerator::load(ValueType type, unsigned depth) {
  const std::vector<Op> &ops = operators_.loadsOf(type);
  Op op = source_.pick(ops);
  uint32_t memory = pickMemory();
  uint64_t offset = address(memory, accessBytes(op), depth);
  for (ValueType operand : info(op).signature.operandTypes())
    expression(operand, depth);
  memoryArgument(op, memory, offset);
}

void FunctionGenerator::storeOf(Op op, const std::function<void()> &value, unsigned depth) {
  uint32_t memory = pickMemory();
  uint64_t offset = address(memory, accessBytes(op), depth);
  value();
  memoryArgument(op, memory, offset);
}

void FunctionGenerator::store(unsigned depth) {
  Op op = source_.pick(operators_.stores);
  storeOf(op, [&] { expression(info(op).signature.operands[0], depth); }, depth);
}

namespace {

struct AccessPair {
  ValueType type;
  Op load, store;
};
constexpr AccessPair kPairs[] = {
    {kI32, Op::i32_load, Op::i32_store},       {kI64, Op::i64_load, Op::i64_store},
    {kI32, Op::i32_load16_s, Op::i32_store16}, {kI64, Op::i64_load8_u, Op::i64_store8},
    {kF32, Op::f32_load, Op::f32_store},       {kF64, Op::f64_load, Op::f64_store},
    {kV128, Op::v128_load, Op::v128_store}};

} // namespace

uint32_t FunctionGenerator::pickPair() {
  return source_.below(shape_.hasFloats ? shape_.hasSimd ? 7 : 6 : 4);
}

// A load or store at `where` or close to it. What is loaded is kept.
void FunctionGenerator::accessNear(uint32_t where, uint32_t memory, uint32_t pair,
                                   std::vector<Loaded> &loaded) {
  static constexpr uint32_t kNear[] = {0, 0, 0, 0, 4, 8, 1, 3};
  const AccessPair &plain = kPairs[pair];
  uint64_t offset = source_.pick(kNear);
  out_.get(where);
  convertIndex(kI32, shape_.memories[memory].indexType());
  if (source_.chance(100)) {
    leaf(plain.type);
    return memoryArgument(plain.store, memory, offset);
  }
  memoryArgument(plain.load, memory, offset);
  loaded.push_back({addLocal(plain.type), plain.store});
  out_.set(loaded.back().local);
}

// What an optimiser that knows what stands at `where` must look at between two accesses.
void FunctionGenerator::disturb(uint32_t where, uint32_t memory) {
  ValueType type = shape_.memories[memory].indexType();
  uint32_t kind = source_.below(6);
  if (kind == 0)
    return callStatement();
  if (kind == 1)
    return globalSet(1);
  if (kind == 2)
    return store(1);
  out_.get(where);
  convertIndex(kI32, type);
  if (kind == 3) { // a call without a condition, unlike those of functions
    out_.i32(0).i32(source_.below(4));
    out_.op(Op::memory_init, source_.below(shape_.data.size()), memory);
    return;
  }
  if (kind == 4)
    leaf(kI32);
  else
    out_.constant(type, source_.below(256));
  out_.constant(type, 1 + source_.below(12));
  if (kind == 4)
    out_.op(Op::memory_fill, memory);
  else
    out_.op(Op::memory_copy, memory, memory);
}

// Accesses at and around one address, and things in between that may change what is there.
void FunctionGenerator::repeatedAccesses() {
  uint32_t memory = pickMemory(), from = pickLocal(kI32);
  uint32_t where = addLocal(kI32), twin = addLocal(kI32);
  isProtected_[where] = isProtected_[twin] = true;
  // Anywhere inside, or in one of few places, so that callers and callees meet; seldom wherever the
  // local leads, maybe to a trap.
  static constexpr uint32_t kMasks[] = {0xffe0, 0xffe0, 0x30, 0};
  out_.get(from);
  if (!source_.chance(20))
    out_.i32(source_.pick(kMasks)).op(Op::i32_and);
  // The twin is the same number, which only the run tells: no memory has 2^24 pages.
  out_.tee(where).op(Op::memory_size, memory);
  convertIndex(shape_.memories[memory].indexType(), kI32);
  out_.i32(24).op(Op::i32_shr_u).op(Op::i32_add).set(twin);
  std::vector<Loaded> loaded;
  uint32_t usual = pickPair();
  for (unsigned i = 4 + source_.below(6); i-- > 0 && !source_.isEmpty();) {
    if (source_.chance(60))
      disturb(where, memory);
    bool isConditional = source_.chance(60);
    if (isConditional) {
      leaf(kI32);
      begin(Op::if_, true);
    }
    accessNear(source_.chance(60) ? twin : where, memory, source_.chance(180) ? usual : pickPair(),
               loaded);
    if (isConditional)
      finish();
  }
  // To where it shows.
  for (const Loaded &each : loaded) {
    out_.constant(shape_.memories[memory].indexType(), 16 * (1 + source_.below(64)));
    out_.get(each.local);
    memoryArgument(each.store, memory, 0);
  }
}

// How many bytes or elements: few, hardly ever too many.
void FunctionGenerator::length(ValueType type) {
  switch (source_.below(24)) {
  case 6:
    out_.get(pickLocal(kI32));
    convertIndex(kI32, type);
    return;
  case 7:
    out_.get(pickLocal(kI32)).i32(0xff).op(Op::i32_and);
    convertIndex(kI32, type);
    return;
  default:
    out_.constant(type, source_.below(source_.chance(64) ? 300 : 20));
  }
}

void FunctionGenerator::bulkMemory() {
  uint32_t to = pickMemory(), from = pickMemory();
  ValueType toType = shape_.memories[to].indexType(), fromType = shape_.memories[from].indexType();
  // The offset of a memarg has no place here; bulk operators have none.
  switch (source_.below(4)) {
  case 0:
    address(to, 16, 1);
    leaf(kI32);
    length(toType);
    out_.op(Op::memory_fill, to);
    return;
  case 1:
    address(to, 16, 1);
    address(from, 16, 1);
    length(toType == kI64 && fromType == kI64 ? kI64 : kI32);
    out_.op(Op::memory_copy, to, from);
    return;
  case 2: {
    uint32_t segment = source_.below(shape_.data.size());
    address(to, 16, 1);
    out_.i32(source_.below(8));
    if (source_.chance(100))
      out_.i32(source_.below(64));
    else
      length(kI32);
    out_.op(Op::memory_init, segment, to);
    return;
  }
  default:
    out_.op(Op::data_drop, source_.below(shape_.data.size()));
  }
}

void FunctionGenerator::tableIndex(uint32_t table) {
  switch (source_.below(24)) {
  case 7:
    out_.get(pickLocal(kI32));
    return;
  case 6:
    out_.get(pickLocal(kI32)).i32(15).op(Op::i32_and);
    return;
  default:
    out_.i32(source_.below(shape_.tables[table].length + (source_.chance(10) ? 2 : 0)));
  }
}

void FunctionGenerator::bulkTable() {
  uint32_t table = source_.below(shape_.tables.size());
  ValueType element = shape_.tables[table].element;
  switch (source_.below(6)) {
  case 0:
    tableIndex(table);
    reference(element, 1);
    out_.op(Op::table_set, table);
    return;
  case 1:
    reference(element, 1);
    out_.i32(source_.below(3)).op(Op::table_grow, table).op(Op::drop);
    return;
  case 2:
    tableIndex(table);
    reference(element, 1);
    out_.i32(source_.below(5)).op(Op::table_fill, table);
    return;
  case 3: {
    uint32_t from = source_.below(shape_.tables.size());
    if (shape_.tables[from].element != element)
      from = table;
    tableIndex(table);
    tableIndex(from);
    out_.i32(source_.below(5)).op(Op::table_copy, table, from);
    return;
  }
  case 4: {
    uint32_t segment = source_.below(shape_.elements.size());
    if (element != kFuncRef)
      return;
    tableIndex(table);
    out_.i32(source_.below(3)).i32(source_.below(5)).op(Op::table_init, segment, table);
    return;
  }
  default:
    out_.op(Op::elem_drop, source_.below(shape_.elements.size()));
  }
}

} // namespace wasmc::fuzz
