#include "testsuite/loops/model/codes.h"

#include <llvm/ADT/MapVector.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/InlineAsm.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/IntrinsicInst.h>
#include <llvm/IR/Module.h>
#include <llvm/IR/Operator.h>
#include <llvm/Support/raw_ostream.h>

#include <cstdlib>

namespace wasmc::model {

using namespace llvm;

namespace {

[[noreturn]] void unknown(const Value &value) {
  errs() << "loop-model: the interpreter does not know " << value << "\n";
  std::exit(2);
}

uint32_t lanesOf(const Type *type) {
  const auto *vector = dyn_cast<FixedVectorType>(type);
  return vector != nullptr ? vector->getNumElements() : 1;
}

uint8_t bitsOf(const Value &value) {
  const Type *type = value.getType()->getScalarType();
  if (type->isPointerTy())
    return 64;
  // Floats are only passed through assembly, in the registers that vectors have.
  bool isKnown = type->isIntegerTy() || type->isFloatTy() || type->isDoubleTy();
  if (!isKnown || type->getScalarSizeInBits() > 64)
    unknown(value);
  return static_cast<uint8_t>(type->getScalarSizeInBits());
}

Binary binaryOf(const BinaryOperator &instruction) {
  switch (instruction.getOpcode()) {
  case Instruction::Add:
    return Binary::add;
  case Instruction::Sub:
    return Binary::sub;
  case Instruction::Mul:
    return Binary::mul;
  case Instruction::UDiv:
    return Binary::udiv;
  case Instruction::SDiv:
    return Binary::sdiv;
  case Instruction::URem:
    return Binary::urem;
  case Instruction::SRem:
    return Binary::srem;
  case Instruction::Shl:
    return Binary::shl;
  case Instruction::LShr:
    return Binary::lshr;
  case Instruction::AShr:
    return Binary::ashr;
  case Instruction::And:
    return Binary::and_;
  case Instruction::Or:
    return cast<PossiblyDisjointInst>(instruction).isDisjoint() ? Binary::disjointOr : Binary::or_;
  case Instruction::Xor:
    return Binary::xor_;
  default:
    unknown(instruction);
  }
}

// Intrinsics that are a binary operator.
bool isBinary(Intrinsic::ID id, Binary &operation) {
  switch (id) {
  case Intrinsic::smin:
  case Intrinsic::vector_reduce_smin:
    operation = Binary::smin;
    return true;
  case Intrinsic::smax:
  case Intrinsic::vector_reduce_smax:
    operation = Binary::smax;
    return true;
  case Intrinsic::umin:
  case Intrinsic::vector_reduce_umin:
    operation = Binary::umin;
    return true;
  case Intrinsic::umax:
  case Intrinsic::vector_reduce_umax:
    operation = Binary::umax;
    return true;
  case Intrinsic::usub_sat:
    operation = Binary::usubSat;
    return true;
  case Intrinsic::uadd_sat:
    operation = Binary::uaddSat;
    return true;
  case Intrinsic::vector_reduce_add:
  case Intrinsic::uadd_with_overflow:
    operation = Binary::add;
    return true;
  case Intrinsic::usub_with_overflow:
    operation = Binary::sub;
    return true;
  case Intrinsic::vector_reduce_mul:
  case Intrinsic::umul_with_overflow:
    operation = Binary::mul;
    return true;
  case Intrinsic::vector_reduce_and:
    operation = Binary::and_;
    return true;
  case Intrinsic::vector_reduce_or:
    operation = Binary::or_;
    return true;
  case Intrinsic::vector_reduce_xor:
    operation = Binary::xor_;
    return true;
  default:
    return false;
  }
}

Cast castOf(const CastInst &instruction) {
  switch (instruction.getOpcode()) {
  case Instruction::Trunc:
    return Cast::trunc;
  case Instruction::ZExt:
    return cast<PossiblyNonNegInst>(instruction).hasNonNeg() ? Cast::nonNegativeZext : Cast::zext;
  case Instruction::SExt:
    return Cast::sext;
  case Instruction::BitCast:
    if (lanesOf(instruction.getType()) != lanesOf(instruction.getOperand(0)->getType()))
      unknown(instruction);
    return Cast::same;
  case Instruction::PtrToInt:
  case Instruction::PtrToAddr:
  case Instruction::IntToPtr:
    if (bitsOf(instruction) == bitsOf(*instruction.getOperand(0)))
      return Cast::same;
    return Cast::trunc;
  default:
    unknown(instruction);
  }
}

} // namespace

class Decoder {
public:
  Decoder(Program &program, const Function &function) : program_(program), function_(function) {}
  void decode();

private:
  uint32_t placeOf(const Value *value);
  uint32_t reserve(const Value &value, uint32_t lanes);
  void fillConstant(const Constant &constant, uint32_t place, uint32_t lanes);
  void decode(const Instruction &instruction);
  bool decodeNumber(const Instruction &instruction, Step &step);
  bool decodeAccess(const Instruction &instruction, Step &step);
  bool decodeVector(const Instruction &instruction, Step &step);
  bool decodeOther(const Instruction &instruction, Step &step);
  void decodeCall(const CallInst &call, Step &step);
  void decodeAssembly(const CallInst &call, Step &step);
  void decodeAddress(const GetElementPtrInst &gep, Step &step);
  void decodeBranch(const Instruction &branch, Step &step);
  void operands(Step &step, ArrayRef<const Value *> values);
  uint32_t edge(const BasicBlock &from, const BasicBlock &to);

  Program &program_;
  const Function &function_;
  DenseMap<const Value *, uint32_t> places_;
  DenseMap<const BasicBlock *, uint32_t> starts_;
  std::vector<const BasicBlock *> targets_; // of the edges
};

uint32_t Decoder::reserve(const Value &value, uint32_t lanes) {
  auto place = static_cast<uint32_t>(program_.frame_.size());
  program_.frame_.resize(place + lanes);
  places_[&value] = place;
  return place;
}

void Decoder::fillConstant(const Constant &constant, uint32_t place, uint32_t lanes) {
  for (uint32_t k = 0; k < lanes; ++k) {
    const Constant *element =
        constant.getType()->isVectorTy() ? constant.getAggregateElement(k) : &constant;
    Lane &lane = program_.frame_[place + k];
    if (element != nullptr && isa<UndefValue>(element))
      lane.isPoison = true;
    else if (const auto *number = dyn_cast_or_null<ConstantInt>(element))
      lane.bits = number->getZExtValue();
    else if (element == nullptr || !isa<ConstantPointerNull>(element))
      unknown(constant);
  }
}

uint32_t Decoder::placeOf(const Value *value) {
  if (auto known = places_.find(value); known != places_.end())
    return known->second;
  const auto *constant = dyn_cast<Constant>(value);
  if (constant == nullptr)
    unknown(*value);
  bitsOf(*value);
  uint32_t lanes = lanesOf(value->getType());
  uint32_t place = reserve(*value, lanes);
  fillConstant(*constant, place, lanes);
  return place;
}

void Decoder::operands(Step &step, ArrayRef<const Value *> values) {
  for (size_t k = 0; k < values.size(); ++k) {
    step.from[k] = placeOf(values[k]);
    step.fromLanes[k] = lanesOf(values[k]->getType());
  }
}

// Phis are moves of the edges that lead to them.
void Decoder::decode() {
  for (const Argument &argument : function_.args())
    program_.arguments_.push_back(reserve(argument, 1));
  for (const BasicBlock &block : function_)
    for (const Instruction &instruction : block)
      if (!instruction.getType()->isVoidTy())
        reserve(instruction,
                instruction.getType()->isStructTy() ? 2 : lanesOf(instruction.getType()));
  for (const BasicBlock &block : function_) {
    starts_[&block] = static_cast<uint32_t>(program_.steps_.size());
    for (const Instruction &instruction : block)
      if (!isa<PHINode>(instruction))
        decode(instruction);
  }
  for (size_t k = 0; k < targets_.size(); ++k)
    program_.edges_[k].target = starts_.lookup(targets_[k]);
}

uint32_t Decoder::edge(const BasicBlock &from, const BasicBlock &to) {
  Edge edge;
  for (const PHINode &phi : to.phis()) {
    const Value *value = phi.getIncomingValueForBlock(&from);
    edge.moves.push_back({placeOf(value), placeOf(&phi), lanesOf(phi.getType())});
  }
  program_.edges_.push_back(std::move(edge));
  targets_.push_back(&to);
  return static_cast<uint32_t>(targets_.size() - 1);
}

void Decoder::decodeAddress(const GetElementPtrInst &gep, Step &step) {
  SmallMapVector<Value *, APInt, 4> variable;
  APInt constant(64, 0);
  if (!gep.collectOffset(function_.getDataLayout(), 64, variable, constant))
    unknown(gep);
  step.code = Code::address;
  operands(step, {gep.getPointerOperand()});
  step.constant = constant.getSExtValue();
  step.isBounded = gep.hasNoUnsignedSignedWrap();
  step.nuw = gep.hasNoUnsignedWrap();
  for (const auto &[index, scale] : variable)
    step.indices.push_back(
        {placeOf(index), lanesOf(index->getType()), bitsOf(*index), scale.getSExtValue()});
}

void Decoder::decodeBranch(const Instruction &instruction, Step &step) {
  const BasicBlock &block = *instruction.getParent();
  if (const auto *many = dyn_cast<SwitchInst>(&instruction)) {
    step.code = Code::branchSwitch;
    operands(step, {many->getCondition()});
    step.edges.push_back(edge(block, *many->getDefaultDest()));
    for (const auto &one : many->cases()) {
      step.cases.push_back(one.getCaseValue()->getZExtValue());
      step.edges.push_back(edge(block, *one.getCaseSuccessor()));
    }
    return;
  }
  const auto &branch = cast<BranchInst>(instruction);
  step.code = branch.isConditional() ? Code::branchIf : Code::branch;
  if (branch.isConditional())
    operands(step, {branch.getCondition()});
  for (unsigned k = 0; k < branch.getNumSuccessors(); ++k) // successors() is in another order
    step.edges.push_back(edge(block, *branch.getSuccessor(k)));
}

// The trap instruction of lowering, a barrier, or what keeps a load whole and returns its operand.
void Decoder::decodeAssembly(const CallInst &call, Step &step) {
  if (!call.getType()->isVoidTy()) {
    step.lanes = lanesOf(call.getType());
    return operands(step, {call.getArgOperand(0)});
  }
  StringRef text = cast<InlineAsm>(call.getCalledOperand())->getAsmString();
  if (text.starts_with("ud1l"))
    step.code = Code::trap;
  else if (!text.empty() && !text.starts_with("testb"))
    unknown(call);
}

void Decoder::decodeCall(const CallInst &call, Step &step) {
  step.code = Code::copy; // of nothing
  step.lanes = 0;
  if (call.isInlineAsm())
    return decodeAssembly(call, step);
  Intrinsic::ID id = call.getIntrinsicID();
  Binary operation = {};
  step.lanes = call.getType()->isVoidTy() ? 0 : lanesOf(call.getType());
  if (isBinary(id, operation)) {
    step.operation = static_cast<uint8_t>(operation);
    bool isReduction = call.arg_size() == 1;
    step.code = isReduction                    ? Code::reduce
                : call.getType()->isStructTy() ? Code::withOverflow
                                               : Code::binary;
    step.bits = bitsOf(*call.getArgOperand(0));
    if (isReduction)
      return operands(step, {call.getArgOperand(0)});
    return operands(step, {call.getArgOperand(0), call.getArgOperand(1)});
  }
  switch (id) {
  case Intrinsic::abs:
    step.code = Code::binary;
    step.operation = static_cast<uint8_t>(Binary::abs);
    step.bits = bitsOf(call);
    step.nsw = cast<ConstantInt>(call.getArgOperand(1))->isOne();
    return operands(step, {call.getArgOperand(0), call.getArgOperand(0)});
  case Intrinsic::masked_load:
  case Intrinsic::masked_gather:
    step.code = Code::maskedLoad;
    step.bits = bitsOf(call);
    return operands(step, {call.getArgOperand(0), call.getArgOperand(1), call.getArgOperand(2)});
  case Intrinsic::masked_store:
  case Intrinsic::masked_scatter:
    step.code = Code::maskedStore;
    step.lanes = lanesOf(call.getArgOperand(0)->getType());
    step.bits = bitsOf(*call.getArgOperand(0));
    return operands(step, {call.getArgOperand(0), call.getArgOperand(1), call.getArgOperand(2)});
  case Intrinsic::memset:
    step.code = Code::fill;
    step.isVolatile = cast<MemIntrinsic>(call).isVolatile();
    return operands(step, {call.getArgOperand(0), call.getArgOperand(1), call.getArgOperand(2)});
  case Intrinsic::get_active_lane_mask:
    step.code = Code::laneMask;
    step.bits = bitsOf(*call.getArgOperand(0));
    return operands(step, {call.getArgOperand(0), call.getArgOperand(1)});
  case Intrinsic::experimental_cttz_elts:
    step.code = Code::firstLane;
    step.isBounded = cast<ConstantInt>(call.getArgOperand(1))->isOne(); // or else poison
    return operands(step, {call.getArgOperand(0)});
  case Intrinsic::frameaddress:
    return operands(step, {call.getArgOperand(0)});
  case Intrinsic::assume:
  case Intrinsic::experimental_noalias_scope_decl:
    return;
  default:
    unknown(call);
  }
}

// Each of these is false for instructions of another kind.
bool Decoder::decodeNumber(const Instruction &instruction, Step &step) {
  if (const auto *flags = dyn_cast<OverflowingBinaryOperator>(&instruction)) {
    step.nuw = flags->hasNoUnsignedWrap();
    step.nsw = flags->hasNoSignedWrap();
  }
  if (const auto *flags = dyn_cast<PossiblyExactOperator>(&instruction))
    step.exact = flags->isExact();
  if (const auto *binary = dyn_cast<BinaryOperator>(&instruction)) {
    step.code = Code::binary;
    step.operation = static_cast<uint8_t>(binaryOf(*binary));
    step.bits = bitsOf(*binary);
    operands(step, {binary->getOperand(0), binary->getOperand(1)});
  } else if (const auto *compare = dyn_cast<ICmpInst>(&instruction)) {
    step.code = Code::compare;
    step.operation = static_cast<uint8_t>(compare->getPredicate());
    step.bits = bitsOf(*compare->getOperand(0));
    step.exact = compare->hasSameSign();
    operands(step, {compare->getOperand(0), compare->getOperand(1)});
  } else if (isa<BitCastInst>(instruction)) {
    step.code = Code::reinterpret;
    step.bits = bitsOf(*instruction.getOperand(0));
    step.resultBits = bitsOf(instruction);
    operands(step, {instruction.getOperand(0)});
  } else if (const auto *conversion = dyn_cast<CastInst>(&instruction)) {
    step.code = Code::cast;
    step.operation = static_cast<uint8_t>(castOf(*conversion));
    step.bits = bitsOf(*conversion->getOperand(0));
    step.resultBits = bitsOf(*conversion);
    if (const auto *narrowed = dyn_cast<TruncInst>(conversion)) {
      step.nuw = narrowed->hasNoUnsignedWrap();
      step.nsw = narrowed->hasNoSignedWrap();
    }
    operands(step, {conversion->getOperand(0)});
  } else if (const auto *choice = dyn_cast<SelectInst>(&instruction)) {
    step.code = Code::select;
    operands(step, {choice->getCondition(), choice->getTrueValue(), choice->getFalseValue()});
  } else if (isa<FreezeInst>(instruction)) {
    step.code = Code::freeze;
    step.bits = bitsOf(instruction);
    operands(step, {instruction.getOperand(0)});
  } else {
    return false;
  }
  return true;
}

bool Decoder::decodeAccess(const Instruction &instruction, Step &step) {
  if (const auto *load = dyn_cast<LoadInst>(&instruction)) {
    step.code = Code::load;
    step.bits = bitsOf(*load);
    step.isVolatile = load->isVolatile();
    operands(step, {load->getPointerOperand()});
  } else if (const auto *store = dyn_cast<StoreInst>(&instruction)) {
    step.code = Code::store;
    step.bits = bitsOf(*store->getValueOperand());
    step.lanes = lanesOf(store->getValueOperand()->getType());
    step.isVolatile = store->isVolatile();
    operands(step, {store->getValueOperand(), store->getPointerOperand()});
  } else if (const auto *gep = dyn_cast<GetElementPtrInst>(&instruction)) {
    decodeAddress(*gep, step);
  } else {
    return false;
  }
  return true;
}

bool Decoder::decodeVector(const Instruction &instruction, Step &step) {
  if (isa<InsertElementInst>(instruction)) {
    step.code = Code::insert;
    operands(step,
             {instruction.getOperand(0), instruction.getOperand(1), instruction.getOperand(2)});
  } else if (isa<ExtractElementInst>(instruction)) {
    step.code = Code::extract;
    operands(step, {instruction.getOperand(0), instruction.getOperand(1)});
  } else if (const auto *shuffle = dyn_cast<ShuffleVectorInst>(&instruction)) {
    step.code = Code::shuffle;
    step.mask.assign(shuffle->getShuffleMask().begin(), shuffle->getShuffleMask().end());
    operands(step, {shuffle->getOperand(0), shuffle->getOperand(1)});
  } else {
    return false;
  }
  return true;
}

bool Decoder::decodeOther(const Instruction &instruction, Step &step) {
  if (const auto *extract = dyn_cast<ExtractValueInst>(&instruction)) {
    step.code = Code::copy;
    step.from[0] = placeOf(extract->getAggregateOperand()) + extract->getIndices()[0];
  } else if (const auto *call = dyn_cast<CallInst>(&instruction)) {
    decodeCall(*call, step);
  } else if (const auto *ret = dyn_cast<ReturnInst>(&instruction)) {
    step.code = Code::ret;
    operands(step, {ret->getReturnValue()});
  } else if (isa<UnreachableInst>(instruction)) {
    step.code = Code::unreachable;
  } else if (isa<BranchInst, SwitchInst>(instruction)) {
    decodeBranch(instruction, step);
  } else {
    return false;
  }
  return true;
}

void Decoder::decode(const Instruction &instruction) {
  Step step;
  const Type *type = instruction.getType();
  if (!type->isVoidTy()) {
    step.to = places_.lookup(&instruction);
    step.lanes = lanesOf(type);
  }
  if (!decodeNumber(instruction, step) && !decodeAccess(instruction, step) &&
      !decodeVector(instruction, step) && !decodeOther(instruction, step))
    unknown(instruction);
  program_.steps_.push_back(std::move(step));
}

Program::Program(const Function &function) {
  Decoder(*this, function).decode();
}

} // namespace wasmc::model
