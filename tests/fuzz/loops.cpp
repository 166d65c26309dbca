// Loops of the shapes that optimisers look for: counted up, down and by strides, over pointers,
// with 64-bit counters, nested, with searches that leave early; in them affine accesses
// (overlapping, conditional, at the edge of the memory), reductions in locals and in memory,
// copies, stencils.

#include "tests/fuzz/function_generator.h"

namespace wasmc::fuzz {

using namespace wasm;

void FunctionGenerator::addTo(uint32_t local, uint32_t amount) {
  out_.get(local).i32(amount).op(Op::i32_add).set(local);
}

void FunctionGenerator::repeat(const std::function<void()> &body,
                               const std::function<void()> &condition) {
  begin(Op::loop);
  body();
  condition();
  out_.op(Op::br_if, 0);
  finish();
}

// A trip count that depends on an argument, yet is small: all forms by which code tells so.
uint32_t FunctionGenerator::countLocal() {
  uint32_t limit = addLocal(kI32);
  uint32_t from = pickLocal(kI32);
  if (!counters_.empty()) {
    out_.get(from).i32(15).op(Op::i32_and).set(limit);
    isProtected_[limit] = true;
    return limit;
  }
  switch (source_.below(3)) {
  case 0:
    out_.get(from).i32(63).op(Op::i32_and).set(limit);
    break;
  case 1: // as it is, where it is small
    out_.get(from).tee(limit).i32(100).op(Op::i32_gt_u).open(Op::if_);
    out_.i32(source_.below(20)).set(limit);
    out_.end();
    break;
  default:
    out_.get(from).i32(80).get(from).i32(80).op(Op::i32_lt_u).op(Op::select).set(limit);
  }
  isProtected_[limit] = true;
  return limit;
}

uint32_t FunctionGenerator::smallCount(unsigned nesting) {
  static constexpr uint32_t kCounts[] = {4, 1, 2, 3, 7, 8, 16, 17, 33, 64, 100};
  return nesting != 0 || counters_.empty() ? source_.pick(kCounts) : kCounts[source_.below(7)];
}

uint64_t FunctionGenerator::affineAddress() {
  static constexpr int32_t kStrides[] = {1, 4, 8, 2, 16, 3, 0, 12, 24, 40, -1, -4, -8, -16, -3};
  static constexpr int32_t kRows[] = {64, 8, 16, 32, 128, -32, -64, 4, 0};
  static constexpr int32_t kSteps[] = {0, 1, 4, 8, -4, -8, 16, -16, 32, -64, 2, -1};
  out_.get(pickLocal(kI32));
  if (!source_.chance(12)) // from anywhere, or from where there is memory behind it too
    out_.i32(source_.chance(160) ? 0xffffu : 0x7fffu).op(Op::i32_and);
  for (size_t i = counters_.size(); i-- > 0;) {
    bool isInner = i + 1 == counters_.size();
    int32_t stride = isInner ? source_.pick(kStrides) : source_.pick(kRows);
    if (stride == 0)
      continue;
    out_.get(counters_[i].local);
    if (source_.chance(30))
      out_.get(pickLocal(kI32)).i32(31).op(Op::i32_and).op(Op::i32_mul);
    else if (stride != 1)
      out_.i32(static_cast<uint32_t>(stride)).op(Op::i32_mul);
    out_.op(Op::i32_add);
  }
  if (int32_t step = source_.pick(kSteps); step != 0)
    out_.i32(static_cast<uint32_t>(step)).op(Op::i32_add);
  convertIndex(kI32, shape_.memories[0].indexType());
  return source_.chance(60) ? offsetFor(0) : source_.below(2) * source_.below(64);
}

void FunctionGenerator::affineLoad(Op op) {
  uint64_t offset = affineAddress();
  for (ValueType operand : info(op).signature.operandTypes())
    leaf(operand);
  memoryArgument(op, 0, offset);
}

void FunctionGenerator::affineStore(Op op, const std::function<void()> &value) {
  uint64_t offset = affineAddress();
  value();
  memoryArgument(op, 0, offset);
}

// a[x] = a[x] op value, at an address that moves or stays.
void FunctionGenerator::accumulateInMemory() {
  ValueType type = source_.chance(128) ? kI32 : kI64;
  uint32_t where = addLocal(kI32);
  out_.get(pickLocal(kI32)).i32(0xfff8).op(Op::i32_and);
  if (source_.chance(128))
    out_.get(counters_.back().local).i32(source_.below(3)).op(Op::i32_shl).op(Op::i32_add);
  out_.set(where);
  auto push = [&] {
    out_.get(where);
    convertIndex(kI32, shape_.memories[0].indexType());
  };
  uint64_t offset = offsetFor(0);
  push();
  push();
  out_.op(type == kI32 ? Op::i32_load : Op::i64_load);
  out_.memoryArgument(0, 0, offset);
  leaf(type);
  static constexpr Op kWide[] = {Op::i64_add, Op::i64_xor, Op::i64_mul, Op::i64_sub, Op::i64_or};
  static constexpr Op kNarrow[] = {Op::i32_add, Op::i32_xor, Op::i32_mul, Op::i32_sub, Op::i32_or};
  out_.op(source_.pick(type == kI32 ? kNarrow : kWide));
  out_.op(type == kI32 ? Op::i32_store : Op::i64_store);
  out_.memoryArgument(0, 0, source_.chance(200) ? offset : offsetFor(0));
}

// b[i] = a[i - 1] + a[i] + a[i + 1]; b may be a.
void FunctionGenerator::stencil() {
  uint32_t base = pickLocal(kI32), to = pickLocal(kI32), counter = counters_.back().local;
  auto element = [&](uint32_t array) {
    out_.get(array).i32(0xffff).op(Op::i32_and);
    out_.get(counter).i32(2).op(Op::i32_shl).op(Op::i32_add);
    convertIndex(kI32, shape_.memories[0].indexType());
  };
  element(to);
  for (uint32_t i = 0; i < 3; ++i) {
    element(base);
    out_.op(Op::i32_load);
    out_.memoryArgument(2, 0, 4 * i);
    if (i != 0)
      out_.op(Op::i32_add);
  }
  out_.op(Op::i32_store);
  out_.memoryArgument(source_.below(3), 0, source_.below(3) * 4);
}

void FunctionGenerator::conditionalAccess() {
  switch (source_.below(4)) {
  case 0:
    out_.get(counters_.back().local).i32(1 + source_.below(4)).op(Op::i32_and);
    break;
  case 1:
    affineLoad(Op::i32_load8_u);
    out_.i32(source_.below(256)).op(Op::i32_lt_u);
    break;
  case 2:
    out_.get(counters_.back().local).i32(source_.below(20)).op(Op::i32_lt_u);
    break;
  default:
    leaf(kI32);
  }
  begin(Op::if_, true);
  loopStatement();
  if (source_.chance(60)) {
    out_.op(Op::else_);
    loopStatement();
  }
  finish();
}

// acc = acc op load, in every width and type.
void FunctionGenerator::reduction() {
  std::vector<ValueType> types = {kI32, kI64, kI64};
  if (shape_.hasFloats)
    types.insert(types.end(), {kF32, kF64});
  if (shape_.hasSimd)
    types.push_back(kV128);
  ValueType type = source_.pick(types);
  const std::vector<Op> &loads = operators_.loadsOf(type);
  std::vector<Op> folds;
  for (Op op : operators_.numericOf(type)) {
    const Signature &signature = info(op).signature;
    bool isFold = info(op).immediate == Immediate::numeric && signature.operandCount == 2 &&
                  signature.operands[0] == type && signature.operands[1] == type;
    if (isFold && name(op).find(".div_") == name(op).npos &&
        name(op).find(".rem_") == name(op).npos)
      folds.push_back(op);
  }
  uint32_t accumulator = pickWritable(type);
  Op fold = source_.pick(folds);
  out_.get(accumulator);
  affineLoad(source_.pick(loads));
  out_.op(fold);
  canonicalizeNan(fold);
  out_.set(accumulator);
}

void FunctionGenerator::copyElement() {
  static constexpr std::pair<Op, Op> kPairs[] = {
      {Op::i32_load, Op::i32_store},     {Op::i32_load8_u, Op::i32_store8},
      {Op::i64_load, Op::i64_store},     {Op::i32_load16_s, Op::i32_store16},
      {Op::i64_load32_u, Op::i64_store}, {Op::i64_load8_s, Op::i64_store16},
      {Op::i64_load, Op::i64_store32}};
  auto [load, store] = source_.pick(kPairs);
  affineStore(store, [&, from = load] { affineLoad(from); });
}

// An address that was itself loaded.
void FunctionGenerator::gather() {
  uint32_t result = pickWritable(kI32);
  affineLoad(Op::i32_load16_u);
  convertIndex(kI32, shape_.memories[0].indexType());
  out_.op(Op::i32_load);
  out_.memoryArgument(0, 0, offsetFor(0));
  out_.get(result).op(Op::i32_add).set(result);
}

void FunctionGenerator::loopStatement() {
  budget_ -= 3;
  switch (source_.below(12)) {
  case 0:
  case 1: {
    Op op = source_.pick(operators_.stores);
    return affineStore(op, [&] { leaf(info(op).signature.operands[0]); });
  }
  case 2:
  case 3:
    return reduction();
  case 4:
    return copyElement();
  case 5:
    return accumulateInMemory();
  case 6:
    return stencil();
  case 7:
    return budget_ > 0 ? conditionalAccess() : reduction();
  case 8:
    affineLoad(source_.pick(operators_.loadsOf(kI64)));
    out_.op(Op::drop);
    return;
  case 9:
    return gather();
  case 10:
    return globalSet(1);
  default: {
    Op op = source_.pick(operators_.stores);
    return affineStore(op, [&] { expression(info(op).signature.operands[0], 2); });
  }
  }
}

void FunctionGenerator::loopBody(unsigned nesting) {
  bool isNest = nesting != 0 && budget_ > 20 && source_.chance(180);
  uint32_t statementCount = 1 + source_.below(isNest ? 2 : 4);
  for (uint32_t i = 0; i < statementCount; ++i)
    loopStatement();
  if (isNest) {
    countedLoop(nesting - 1);
    if (source_.chance(100))
      loopStatement();
  }
  if (source_.chance(24))
    statement(0);
}

void FunctionGenerator::countedLoop(unsigned nesting) {
  static constexpr uint32_t kSteps[] = {1, 1, 1, 2, 3, 4, 8};
  uint32_t counter = addLocal(kI32);
  isProtected_[counter] = true;
  uint32_t form = source_.below(7);
  bool isConstant = source_.chance(70);
  uint32_t constant = smallCount(nesting);
  uint32_t step = form == 2 || form == 5 ? 1 : source_.pick(kSteps);
  uint32_t limit = isConstant ? kNone : countLocal();
  auto pushLimit = [&] { limit == kNone ? out_.i32(constant) : out_.get(limit); };
  counters_.push_back({counter, step});
  auto body = [&] { loopBody(nesting); };
  switch (form) {
  case 0:
  case 1: // do { } while (++i < n), signed and unsigned
    out_.i32(0).set(counter);
    repeat(body, [&] {
      addTo(counter, step);
      out_.get(counter);
      pushLimit();
      out_.op(form == 0 ? Op::i32_lt_u : Op::i32_lt_s);
    });
    break;
  case 2: // down to zero
    pushLimit();
    out_.tee(counter);
    begin(Op::if_);
    repeat(
        [&] {
          addTo(counter, ~0u);
          body();
        },
        [&] { out_.get(counter); });
    finish();
    break;
  case 3: // while (i < n)
    out_.i32(0).set(counter);
    begin(Op::block);
    begin(Op::loop);
    out_.get(counter);
    pushLimit();
    out_.op(Op::i32_ge_u).op(Op::br_if, 1);
    body();
    addTo(counter, step);
    out_.op(Op::br, 0);
    finish();
    finish();
    break;
  case 4: // i != n * step
    out_.i32(0).set(counter);
    pushLimit();
    begin(Op::if_);
    repeat(body, [&] {
      addTo(counter, step);
      out_.get(counter);
      pushLimit();
      out_.i32(step).op(Op::i32_mul).op(Op::i32_ne);
    });
    finish();
    break;
  case 5: // from minus n up to zero
    out_.i32(0);
    pushLimit();
    out_.op(Op::i32_sub).tee(counter);
    begin(Op::if_);
    repeat(
        [&] {
          body();
          addTo(counter, 1);
        },
        [&] { out_.get(counter); });
    finish();
    break;
  default: // down with a signed comparison, from anywhere small
    pushLimit();
    out_.i32(step).op(Op::i32_mul).set(counter);
    repeat(body, [&] {
      addTo(counter, uint32_t{0} - step);
      out_.get(counter).i32(0).op(source_.chance(128) ? Op::i32_gt_s : Op::i32_ge_s);
    });
  }
  counters_.pop_back();
}

// A 64-bit counter whose low half addresses.
void FunctionGenerator::wideLoop(unsigned nesting) {
  uint32_t wide = addLocal(kI64), counter = addLocal(kI32);
  isProtected_[wide] = isProtected_[counter] = true;
  uint32_t limit = countLocal();
  out_.i64(0).set(wide).i32(0).set(counter);
  counters_.push_back({counter, 1});
  repeat([&] { loopBody(nesting); },
         [&] {
           out_.get(wide).i64(1).op(Op::i64_add).tee(wide).op(Op::i32_wrap_i64).set(counter);
           out_.get(wide).get(limit).op(Op::i64_extend_i32_u).op(Op::i64_lt_u);
         });
  counters_.pop_back();
}

// Two pointers that move together up to an end.
void FunctionGenerator::pointerLoop() {
  static constexpr int32_t kSteps[] = {4, 1, 8, 16, -8, -4, 2};
  int32_t step = source_.pick(kSteps);
  uint32_t counter = addLocal(kI32), other = addLocal(kI32), end = addLocal(kI32);
  isProtected_[counter] = isProtected_[other] = isProtected_[end] = true;
  uint32_t limit = countLocal();
  out_.get(pickLocal(kI32)).i32(0xffff).op(Op::i32_and).tee(counter);
  out_.get(limit).i32(static_cast<uint32_t>(step)).op(Op::i32_mul).op(Op::i32_add).set(end);
  out_.get(pickLocal(kI32)).i32(source_.chance(20) ? ~0u : 0x7fffu).op(Op::i32_and).set(other);
  ValueType index = shape_.memories[0].indexType();
  uint64_t offset = offsetFor(0);
  out_.get(limit);
  begin(Op::if_);
  counters_.push_back({other, static_cast<uint32_t>(step)});
  repeat(
      [&] {
        out_.get(counter);
        convertIndex(kI32, index);
        out_.get(other);
        convertIndex(kI32, index);
        out_.op(Op::i64_load);
        out_.memoryArgument(0, 0, offsetFor(0));
        out_.op(source_.chance(128) ? Op::i64_store : Op::i64_store8);
        out_.memoryArgument(0, 0, offset);
        loopStatement();
      },
      [&] {
        addTo(other, static_cast<uint32_t>(step));
        addTo(counter, static_cast<uint32_t>(step));
        out_.get(counter).get(end).op(Op::i32_ne);
      });
  counters_.pop_back();
  finish();
}

// Walks until it leaves the memory: the trap ends it, or a count that is far away.
void FunctionGenerator::walkLoop() {
  static constexpr int32_t kSteps[] = {64, 8, 16, 4, -64, -16, 128};
  int32_t step = source_.pick(kSteps);
  uint32_t counter = addLocal(kI32);
  isProtected_[counter] = true;
  out_.get(pickLocal(kI32)).i32(source_.chance(128) ? 0xfff0u : ~15u).op(Op::i32_and).set(counter);
  counters_.push_back({counter, static_cast<uint32_t>(step)});
  repeat(
      [&] {
        out_.get(counter);
        convertIndex(kI32, shape_.memories[0].indexType());
        leaf(kI64);
        out_.op(Op::i64_store);
        out_.memoryArgument(0, 0, source_.below(64));
        reduction();
        addTo(counter, static_cast<uint32_t>(step));
      },
      [&] { out_.get(counter).get(pickLocal(kI32)).op(Op::i32_ne); });
  counters_.pop_back();
}

// strlen, memchr: leaves at what it finds.
void FunctionGenerator::searchLoop() {
  uint32_t counter = addLocal(kI32), found = pickWritable(kI32);
  isProtected_[counter] = true;
  uint32_t limit = countLocal();
  out_.i32(0).set(counter);
  counters_.push_back({counter, 1});
  begin(Op::block, true);
  repeat(
      [&] {
        affineLoad(source_.chance(128) ? Op::i32_load8_u : Op::i32_load);
        out_.i32(source_.below(256)).op(source_.chance(128) ? Op::i32_eq : Op::i32_gt_u);
        out_.op(Op::br_if, 1);
        if (source_.chance(128))
          loopStatement();
        addTo(counter, 1);
      },
      [&] { out_.get(counter).get(limit).op(Op::i32_lt_u); });
  out_.get(counter).set(found);
  finish();
  counters_.pop_back();
  out_.get(counter).set(pickWritable(kI32));
}

void FunctionGenerator::loop(unsigned nesting) {
  budget_ -= 6;
  switch (source_.below(16)) {
  case 6:
    return wideLoop(nesting);
  case 7:
    return pointerLoop();
  case 8:
    return walkLoop();
  case 9:
    return searchLoop();
  default:
    return countedLoop(nesting);
  }
}

} // namespace wasmc::fuzz
