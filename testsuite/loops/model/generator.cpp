#include "testsuite/loops/model/generator.h"

#include "testsuite/loops/model/program.h"

#include <llvm/IR/InlineAsm.h>

namespace wasmc::model {

using namespace llvm;

const char *nameOf(Kind kind) {
  constexpr const char *kNames[kKinds] = {"counted",    "guarded",    "downwards",       "unequal",
                                          "pointers",   "to-pointer", "from-below-zero", "wide",
                                          "left-early", "nest",       "triangle"};
  return kNames[static_cast<unsigned>(kind)];
}

namespace {

// i and j count, p and e are pointers, all as wide as an index; acc and t are values, q an i64
// counter.
enum Local : unsigned { kI, kJ, kP, kE, kMovingA, kMovingB, kAcc, kT, kQ, kLocals };

class Generator {
public:
  Generator(LLVMContext &context, const Request &request)
      : request_(request), random_(request.seed * kKinds + static_cast<unsigned>(request.kind)),
        module_(std::make_unique<Module>("loop", context)), b_(context),
        index_(IntegerType::get(context, request.bits)) {}
  std::unique_ptr<Module> make();

private:
  using Body = std::function<void()>;
  uint64_t below(uint64_t limit) { return random_() % limit; }
  bool chance(unsigned percent) { return below(100) < percent; }
  template <class T> T pick(std::initializer_list<T> choices) {
    return choices.begin()[below(choices.size())];
  }

  unsigned indexBits() const { return request_.form == Form::wide ? 64 : request_.bits; }
  void begin();
  void end();
  void describe();
  BasicBlock *block(const char *name) {
    return BasicBlock::Create(b_.getContext(), name, function_);
  }
  Value *get(Local local) {
    return b_.CreateLoad(locals_[local]->getAllocatedType(), locals_[local]);
  }
  void set(Local local, Value *value) { b_.CreateStore(value, locals_[local]); }
  Value *parameter(Parameter which) { return function_->getArg(1 + which); }
  Value *number(int64_t value) { return ConstantInt::getSigned(index_, signExtend(value)); }
  int64_t signExtend(int64_t value) const {
    unsigned shift = 64 - request_.bits;
    return static_cast<int64_t>(static_cast<uint64_t>(value) << shift) >> shift;
  }
  Value *wide(Value *value) { return b_.CreateZExt(value, b_.getInt64Ty()); }
  Value *field(uint64_t offset) {
    return b_.CreateGEP(b_.getInt8Ty(), function_->getArg(0), b_.getInt64(offset));
  }

  Value *base();
  int64_t step() {
    if (element_ != nullptr && chance(90))
      return element_->getIntegerBitWidth() / 8;
    return pick<int64_t>({1, 1, 2, 2, 3, 4, 8, 8, -1, -1, -2, -4, -8});
  }
  Value *smallIndex();
  Value *narrowIndex();
  Value *wideIndex();
  Value *address(uint64_t size);
  void check(Value *index, uint64_t offset, uint64_t size);
  Type *accessType();
  Value *load();
  void store();
  Value *value();
  void statement(bool isNested);
  void statements(unsigned least, unsigned most, bool isNested = false);
  void conditional();
  void accumulateInPlace();
  void setGlobal();
  void fill();
  void leave();
  void leaveIf(Value *condition);
  void compareWithLength();
  void when(Value *condition, const Body &body);
  // Runs `body` until its value is false.
  void repeat(const std::function<Value *()> &body);
  void trapUnless(Value *condition);
  void trapIf(Value *condition) { trapUnless(b_.CreateNot(condition)); }

  void advance(Local local, int64_t amount) {
    set(local, b_.CreateAdd(get(local), number(amount)));
  }
  void counted(Local i, Value *limit, int64_t step, CmpInst::Predicate compare, const Body &body);
  void guarded(Local i, Value *limit, const Body &body);
  void downwards(Local i, Value *limit, const Body &body);
  void unequal(Local i, Value *limit, const Body &body);
  void pointers(Value *limit, const Body &body);
  void toPointer(Value *limit, const Body &body);
  void fromBelowZero(Value *limit, const Body &body);
  void countedWide(Value *limit, const Body &body);
  void leftEarly(Value *limit, const Body &body);
  void behindStart(Local i, Value *limit, const Body &body);
  void nest(bool isTriangle);
  void loop(Kind kind);

  Request request_;
  std::mt19937_64 random_;
  std::unique_ptr<Module> module_;
  IRBuilder<> b_;
  IntegerType *index_;
  Function *function_ = nullptr;
  Value *memory_ = nullptr;
  AllocaInst *locals_[kLocals] = {};
  SmallVector<Local, 2> counters_; // of the loops around, innermost first
  bool usesPointer_ = false;
  bool mayUseWide_ = false;
  Type *element_ = nullptr; // set: arrays of that, so that vectors may come of it
};

void Generator::describe() {
  LLVMContext &context = b_.getContext();
  auto offset = [&](uint64_t value) -> Metadata * {
    return ConstantAsMetadata::get(b_.getInt64(value));
  };
  auto path = [&](uint64_t value) -> Metadata * { return MDNode::get(context, {offset(value)}); };
  module_->getOrInsertNamedMetadata("wasmc.memories")
      ->addOperand(MDNode::get(context, {path(kBase), path(kBytes), offset(indexBits())}));
  module_->getOrInsertNamedMetadata("wasmc.loop_counters")
      ->addOperand(MDNode::get(context, {offset(kFast), offset(kStrict)}));
}

void Generator::begin() {
  Type *wideType = b_.getInt64Ty();
  SmallVector<Type *, 6> parameters{b_.getPtrTy(), index_, index_, index_, index_, wideType};
  function_ = Function::Create(FunctionType::get(wideType, parameters, false),
                               Function::ExternalLinkage, "f", *module_);
  function_->setDoesNotThrow();
  b_.SetInsertPoint(block("entry"));
  LoadInst *memory = b_.CreateAlignedLoad(b_.getPtrTy(), field(kBase), Align(8));
  memory->setMetadata(LLVMContext::MD_invariant_load, MDNode::get(b_.getContext(), {}));
  memory_ = memory;
  for (unsigned k = 0; k < kLocals; ++k)
    locals_[k] = b_.CreateAlloca(k >= kAcc ? wideType : index_);
  for (unsigned k = 0; k < kLocals; ++k)
    b_.CreateStore(Constant::getNullValue(locals_[k]->getAllocatedType()), locals_[k]);
  set(kMovingA, parameter(kA));
  set(kMovingB, parameter(kB));
}

// Addresses.

Value *Generator::base() {
  if (usesPointer_ && chance(40))
    return get(kP);
  return get(chance(60) ? kMovingA : kMovingB);
}

// A place in a table: whatever value the loop has, made small.
Value *Generator::smallIndex() {
  Value *small = b_.CreateTrunc(get(kT), index_);
  small = b_.CreateAnd(small, number(pick<int64_t>({1, 3, 5, 7})));
  return b_.CreateSub(b_.CreateMul(small, number(pick<int64_t>({1, 1, 2}))),
                      number(pick<int64_t>({0, 0, 0, 3})));
}

Value *Generator::narrowIndex() {
  Value *index = base();
  for (Local counter : counters_) {
    if (chance(15))
      continue;
    Value *factor = chance(8) ? parameter(kS) : number(step());
    index = b_.CreateAdd(index, b_.CreateMul(get(counter), factor));
  }
  if (chance(12))
    index = b_.CreateAdd(index, smallIndex());
  int64_t half = chance(20) ? int64_t{1} << (request_.bits - 1) : 0;
  int64_t constant = pick<int64_t>({0, 0, 0, 0, 0, 1, 2, 8, -1, -2, -8, half});
  return wide(b_.CreateAdd(index, number(constant)));
}

Value *Generator::wideIndex() {
  if (chance(30)) // an index that may wrap, and from there on an i64
    return b_.CreateAdd(narrowIndex(),
                        b_.getInt64(static_cast<uint64_t>(pick<int64_t>({1, 8, -1, -8}))));
  Value *index = wide(base());
  if (request_.form == Form::wide && chance(15))
    index = parameter(kW);
  for (Local counter : counters_) {
    Value *factor = chance(25) ? parameter(kW) : b_.getInt64(static_cast<uint64_t>(step()));
    Value *count = counter == kI && chance(40) ? get(kQ) : wide(get(counter));
    index = b_.CreateAdd(index, b_.CreateMul(count, factor));
  }
  if (chance(12))
    index = b_.CreateAdd(index, wide(smallIndex()));
  return b_.CreateAdd(index,
                      b_.getInt64(static_cast<uint64_t>(pick<int64_t>({0, 0, 0, 1, 8, -1, -8}))));
}

// As compiler/lower/bounds.cpp does it.
void Generator::check(Value *index, uint64_t offset, uint64_t size) {
  if (request_.form == Form::guarded)
    return;
  Value *reach = b_.getInt64(offset + size);
  Value *length = b_.CreateAlignedLoad(b_.getInt64Ty(), field(kBytes), Align(8));
  if (request_.form == Form::wide && offset + size <= kLeastLength)
    return trapIf(b_.CreateICmpUGT(index, b_.CreateSub(length, reach)));
  Value *end = b_.CreateAdd(index, reach);
  Value *beyond = b_.CreateICmpUGT(end, length);
  if (request_.form == Form::wide)
    beyond = b_.CreateOr(b_.CreateICmpULT(end, reach), beyond);
  trapIf(beyond);
}

Value *Generator::address(uint64_t size) {
  bool isWide = request_.form == Form::wide ? chance(85) : mayUseWide_ && chance(50);
  Value *index = isWide ? wideIndex() : narrowIndex();
  uint64_t last = (uint64_t{1} << request_.bits) - 1;
  uint64_t offset = pick<uint64_t>(
      {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 2, 4, 8, 16, chance(30) ? last : 0, last / 2});
  offset = std::min(offset, last);
  check(index, offset, size);
  Value *start = b_.CreateGEP(b_.getInt8Ty(), memory_, index);
  return b_.CreateGEP(b_.getInt8Ty(), start, b_.getInt64(offset));
}

Type *Generator::accessType() {
  if (element_ != nullptr)
    return element_;
  if (request_.bits < 6) // larger ones would trap nearly always
    return pick<Type *>({b_.getInt8Ty(), b_.getInt8Ty(), b_.getInt16Ty()});
  return pick<Type *>({b_.getInt8Ty(), b_.getInt8Ty(), b_.getInt16Ty(), b_.getInt32Ty(),
                       b_.getInt64Ty(), FixedVectorType::get(b_.getInt64Ty(), 2)});
}

uint64_t sizeOf(const Type *type) {
  return type->getPrimitiveSizeInBits().getFixedValue() / 8;
}

// As an i64.
Value *Generator::load() {
  Type *type = accessType();
  Value *loaded = b_.CreateAlignedLoad(type, address(sizeOf(type)), Align(1), /*isVolatile=*/true);
  if (type->isVectorTy())
    return b_.CreateExtractElement(loaded, b_.getInt64(1));
  return b_.CreateZExtOrTrunc(loaded, b_.getInt64Ty());
}

void Generator::store() {
  Type *type = accessType();
  Value *stored = value();
  if (type->isVectorTy())
    stored = b_.CreateVectorSplat(2, stored);
  else
    stored = b_.CreateTrunc(stored, type);
  b_.CreateAlignedStore(stored, address(sizeOf(type)), Align(1), /*isVolatile=*/true);
}

Value *Generator::value() {
  switch (below(6)) {
  case 0:
    return get(kAcc);
  case 1:
    return b_.getInt64(random_());
  case 2:
    return counters_.empty() ? get(kAcc) : wide(get(counters_.front()));
  case 3:
    return b_.CreateAdd(get(kT), b_.getInt64(7));
  case 4:
    return load();
  default:
    return get(kT);
  }
}

// Statements.

void Generator::when(Value *condition, const Body &body) {
  BasicBlock *then = block("then"), *next = block("next");
  b_.CreateCondBr(condition, then, next);
  b_.SetInsertPoint(then);
  body();
  b_.CreateBr(next);
  b_.SetInsertPoint(next);
}

void Generator::trapUnless(Value *condition) {
  BasicBlock *trap = block("trap"), *next = block("next");
  b_.CreateCondBr(condition, next, trap);
  b_.SetInsertPoint(trap);
  auto *type = FunctionType::get(b_.getVoidTy(), false);
  CallInst *call = b_.CreateCall(type, InlineAsm::get(type, "ud1l 1(%eax), %eax", "", true));
  call->addFnAttr(Attribute::NoMerge);
  call->addFnAttr(Attribute::NoUnwind);
  b_.CreateUnreachable();
  b_.SetInsertPoint(next);
}

void Generator::setGlobal() {
  Value *global = field(kGlobal);
  Value *old = b_.CreateAlignedLoad(b_.getInt64Ty(), global, Align(8));
  b_.CreateAlignedStore(b_.CreateAdd(old, b_.getInt64(1)), global, Align(8), /*isVolatile=*/true);
}

void Generator::accumulateInPlace() {
  Value *index = wide(b_.CreateAdd(base(), number(pick<int64_t>({0, 4, -2}))));
  check(index, 0, 1);
  Value *place = b_.CreateGEP(b_.getInt8Ty(), memory_, index);
  Value *old = b_.CreateAlignedLoad(b_.getInt8Ty(), place, Align(1), /*isVolatile=*/true);
  Value *sum = b_.CreateAdd(old, b_.CreateTrunc(value(), b_.getInt8Ty()));
  b_.CreateAlignedStore(sum, place, Align(1), /*isVolatile=*/true);
}

// A bulk operation behind a check of its own.
void Generator::fill() {
  Value *first = narrowIndex(), *length = b_.getInt64(pick<uint64_t>({1, 3, 8}));
  Value *bytes = b_.CreateAlignedLoad(b_.getInt64Ty(), field(kBytes), Align(8));
  trapUnless(b_.CreateICmpULE(b_.CreateAdd(first, length), bytes));
  b_.CreateMemSet(b_.CreateGEP(b_.getInt8Ty(), memory_, first), b_.getInt8(90), length, Align(1),
                  /*isVolatile=*/true);
}

void Generator::leave() {
  Value *at = b_.CreateICmpNE(get(kI), number(pick<int64_t>({3, 9, 14})));
  chance(50) ? trapUnless(at) : leaveIf(b_.CreateNot(at));
}

void Generator::leaveIf(Value *condition) {
  BasicBlock *out = block("out"), *next = block("next");
  b_.CreateCondBr(condition, out, next);
  b_.SetInsertPoint(out);
  b_.CreateRet(get(kAcc));
  b_.SetInsertPoint(next);
}

// Like a bounds check, or not quite, but without an access.
void Generator::compareWithLength() {
  Value *index = mayUseWide_ && chance(50) ? wideIndex() : narrowIndex();
  Value *length = b_.CreateAlignedLoad(b_.getInt64Ty(), field(kBytes), Align(8));
  Value *limit = b_.CreateSub(length, b_.getInt64(pick<uint64_t>({0, 1, 8})));
  auto predicate = pick({CmpInst::ICMP_UGT, CmpInst::ICMP_UGT, CmpInst::ICMP_UGE, CmpInst::ICMP_ULT,
                         CmpInst::ICMP_SGT, CmpInst::ICMP_EQ});
  leaveIf(b_.CreateICmp(predicate, index, limit));
}

void Generator::conditional() {
  Value *counter = get(counters_.front());
  Value *one = b_.CreateAnd(get(kT), b_.getInt64(1));
  Value *condition = nullptr;
  switch (below(4)) {
  case 0:
    condition =
        b_.CreateICmpNE(b_.CreateAnd(counter, number(pick<int64_t>({1, 2, 3, 4}))), number(0));
    break;
  case 1:
    condition = b_.CreateICmpNE(one, b_.getInt64(0));
    break;
  case 2:
    condition = b_.CreateICmpULT(counter, number(pick<int64_t>({3, 5, 9})));
    break;
  default:
    condition = b_.CreateICmpNE(parameter(kS), number(0));
  }
  when(condition, [&] { statements(1, 2, /*isNested=*/true); });
}

void Generator::statement(bool isNested) {
  if (element_ != nullptr && chance(85))
    return chance(50) ? set(kAcc, b_.CreateAdd(get(kAcc), load())) : store();
  uint64_t roll = below(100);
  if (roll < 30)
    return set(kAcc, b_.CreateAdd(chance(50) ? get(kAcc) : b_.CreateMul(get(kAcc), b_.getInt64(31)),
                                  load()));
  if (roll < 40)
    return set(kT, load());
  if (roll < 46)
    return static_cast<void>(load());
  if (roll < 78)
    return store();
  if (roll < 82)
    return setGlobal();
  if (roll < 86)
    return accumulateInPlace();
  if (roll < 87)
    return fill();
  if (roll < 89)
    return compareWithLength();
  if (roll < 90)
    return leave();
  isNested ? store() : conditional();
}

void Generator::statements(unsigned least, unsigned most, bool isNested) {
  for (uint64_t count = least + below(most - least + 1); count > 0; --count)
    statement(isNested);
}

// Loops.

void Generator::repeat(const std::function<Value *()> &body) {
  BasicBlock *header = block("loop");
  b_.CreateBr(header);
  b_.SetInsertPoint(header);
  Value *again = body();
  BasicBlock *exit = block("exit");
  b_.CreateCondBr(again, header, exit);
  b_.SetInsertPoint(exit);
}

void Generator::counted(Local i, Value *limit, int64_t step, CmpInst::Predicate compare,
                        const Body &body) {
  set(i, number(0));
  set(kQ, b_.getInt64(0));
  repeat([&] {
    body();
    advance(i, step);
    set(kQ, b_.CreateAdd(get(kQ), b_.getInt64(1)));
    return b_.CreateICmp(compare, get(i), limit);
  });
}

// A for loop as compilers write it: the test also stands in front.
void Generator::guarded(Local i, Value *limit, const Body &body) {
  when(b_.CreateICmpSGT(limit, number(0)), [&] { counted(i, limit, 1, CmpInst::ICMP_SLT, body); });
}

void Generator::downwards(Local i, Value *limit, const Body &body) {
  when(b_.CreateICmpNE(limit, number(0)), [&] {
    set(i, limit);
    repeat([&] {
      body();
      advance(i, -1);
      return b_.CreateICmpSGT(get(i), number(0));
    });
  });
}

// Ends at an exact number, which may be a multiple of the step.
void Generator::unequal(Local i, Value *limit, const Body &body) {
  Value *end = chance(50) ? limit : b_.CreateAnd(limit, number(-4));
  counted(i, end, pick<int64_t>({1, 2, 4, -1, -4}), CmpInst::ICMP_NE, body);
}

void Generator::pointers(Value *limit, const Body &body) {
  int64_t step = pick<int64_t>({1, 2, 4, 8, -8, -1});
  counted(kI, limit, 1, CmpInst::ICMP_ULT, [&] {
    body();
    advance(kMovingA, step);
    advance(kMovingB, pick<int64_t>({step, 8, -4}));
  });
}

void Generator::toPointer(Value *limit, const Body &body) {
  int64_t step = pick<int64_t>({1, 2, 4, 8, -1, -8});
  Value *end =
      chance(50) ? parameter(kB) : b_.CreateAdd(parameter(kA), b_.CreateMul(limit, number(step)));
  auto compare = step < 0 ? pick({CmpInst::ICMP_NE, CmpInst::ICMP_UGT})
                          : pick({CmpInst::ICMP_NE, CmpInst::ICMP_ULT, CmpInst::ICMP_SLT});
  set(kP, parameter(kA));
  set(kI, number(0));
  usesPointer_ = true;
  repeat([&] {
    store();
    body();
    advance(kI, 1);
    advance(kP, step);
    return b_.CreateICmp(compare, get(kP), end);
  });
}

void Generator::fromBelowZero(Value *limit, const Body &body) {
  int64_t step = pick<int64_t>({1, 2, 4});
  set(kI, b_.CreateMul(limit, number(-step)));
  repeat([&] {
    body();
    advance(kI, step);
    return b_.CreateICmpNE(get(kI), number(0));
  });
}

// Counts in i64; the bound may be anything.
void Generator::countedWide(Value *limit, const Body &body) {
  Value *end = chance(60) ? wide(limit) : parameter(kW);
  mayUseWide_ = true;
  set(kI, number(0));
  set(kQ, b_.getInt64(0));
  repeat([&] {
    body();
    set(kQ, b_.CreateAdd(get(kQ), b_.getInt64(1)));
    set(kI, b_.CreateTrunc(get(kQ), index_));
    return b_.CreateICmpULT(get(kQ), end);
  });
}

void Generator::leftEarly(Value *limit, const Body &body) {
  BasicBlock *out = block("out");
  counted(kI, limit, 1, CmpInst::ICMP_ULT, [&] {
    Value *isEnd = b_.CreateICmpEQ(b_.CreateAnd(load(), b_.getInt64(15)), b_.getInt64(below(16)));
    BasicBlock *next = block("next");
    b_.CreateCondBr(isEnd, out, next);
    b_.SetInsertPoint(next);
    body();
  });
  b_.CreateBr(out);
  b_.SetInsertPoint(out);
}

// As compilers unroll: an iteration in front makes the rest divide, or does not quite.
void Generator::behindStart(Local i, Value *limit, const Body &body) {
  set(i, chance(50) ? get(kI) : b_.CreateAdd(get(kI), number(1)));
  Value *rest = b_.CreateSub(limit, get(i));
  Value *isOdd = b_.CreateICmpNE(b_.CreateAnd(rest, number(chance(90) ? 1 : 2)), number(0));
  when(isOdd, [&] {
    body();
    advance(i, 1);
  });
  auto isBefore = chance(80) ? CmpInst::ICMP_SLT : CmpInst::ICMP_NE;
  when(b_.CreateICmp(isBefore, get(i), limit), [&] {
    repeat([&] {
      body();
      advance(i, 2);
      return b_.CreateICmpNE(get(i), limit);
    });
  });
}

void Generator::nest(bool isTriangle) {
  Value *rows = b_.CreateAnd(parameter(kN), number(7));
  bool movesByLoaded = chance(15);
  auto outer = [&] {
    counters_ = {kI};
    if (movesByLoaded) // by what no recurrence says
      set(kMovingB, b_.CreateAdd(get(kMovingB), b_.CreateTrunc(load(), index_)));
    if (chance(30))
      statement(/*isNested=*/true);
    counters_ = {kJ, kI};
    Value *columns = chance(70) ? b_.CreateAnd(parameter(kB), number(7)) : number(5);
    if (isTriangle)
      columns = chance(50) ? get(kI) : b_.CreateSub(number(7), get(kI));
    auto inner = [&] { statements(1, 3); };
    switch (below(5)) {
    case 0:
      counted(kJ, columns, 1, CmpInst::ICMP_ULT, inner);
      break;
    case 1:
      downwards(kJ, columns, inner);
      break;
    case 2:
      behindStart(kJ, isTriangle ? rows : columns, inner);
      break;
    default:
      guarded(kJ, columns, inner);
    }
    counters_ = {kI};
    if (chance(30))
      statement(/*isNested=*/true);
  };
  if (chance(50))
    guarded(kI, rows, outer);
  else
    counted(kI, rows, 1, CmpInst::ICMP_ULT, outer);
}

void Generator::loop(Kind kind) {
  counters_ = {kI};
  Value *limit = parameter(kN);
  mayUseWide_ = chance(35);
  auto body = [&] { statements(1, 4); };
  auto compare = pick({CmpInst::ICMP_ULT, CmpInst::ICMP_ULT, CmpInst::ICMP_SLT});
  switch (kind) {
  case Kind::counted:
    return counted(kI, chance(80) ? limit : number(9), pick<int64_t>({1, 1, 1, 2, 3}), compare,
                   body);
  case Kind::guarded:
    return guarded(kI, limit, body);
  case Kind::downwards:
    return downwards(kI, limit, body);
  case Kind::unequal:
    return unequal(kI, limit, body);
  case Kind::pointers:
    return pointers(limit, body);
  case Kind::toPointer:
    return toPointer(limit, body);
  case Kind::fromBelowZero:
    return fromBelowZero(limit, body);
  case Kind::wide:
    return countedWide(limit, body);
  case Kind::leftEarly:
    return leftEarly(limit, body);
  case Kind::nest:
  case Kind::triangle:
    return nest(kind == Kind::triangle);
  }
}

std::unique_ptr<Module> Generator::make() {
  describe();
  begin();
  counters_ = {kI};
  if (chance(50))
    element_ = pick<Type *>({b_.getInt8Ty(), b_.getInt8Ty(), b_.getInt16Ty(), b_.getInt32Ty()});
  statements(0, 1, /*isNested=*/true);
  loop(request_.kind);
  counters_ = {kI};
  statements(0, 1, /*isNested=*/true);
  b_.CreateRet(b_.CreateAdd(get(kAcc), get(kT)));
  return std::move(module_);
}

} // namespace

std::unique_ptr<Module> makeLoop(LLVMContext &context, const Request &request) {
  return Generator(context, request).make();
}

} // namespace wasmc::model
