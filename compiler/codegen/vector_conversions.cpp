// What x86 has is cvttps2dq and cvttpd2dq, which give 0x80000000 for what is out of range or not a
// number, and with AVX-512 their unsigned forms, which give 0xffffffff for it. Wasm wants the
// nearest integer in range, and zero for a NaN (spec section 4.3.3, trunc_sat).
#include "compiler/codegen/vector_conversions.h"

#include <llvm/Analysis/TargetTransformInfo.h>
#include <llvm/Analysis/VectorUtils.h>
#include <llvm/IR/IRBuilder.h>
#include <llvm/IR/InstIterator.h>
#include <llvm/IR/IntrinsicInst.h>
#include <llvm/IR/IntrinsicsX86.h>
#include <llvm/MC/MCSubtargetInfo.h>

namespace wasmc::codegen {

using namespace llvm;

namespace {

constexpr unsigned kSmallest = 128;  // bits of a vector
constexpr uint64_t kMostLanes = 256; // of one conversion
constexpr int kCurrentRounding = 4;  // "current direction": truncation rounds towards zero anyway

class Converter {
public:
  Converter(IntrinsicInst &call, unsigned machineBits, bool hasUnsigned)
      : call_(call), b_(&call), from_(cast<FixedVectorType>(call.getArgOperand(0)->getType())),
        isDouble_(from_->getElementType()->isDoubleTy()),
        isSigned_(call.getIntrinsicID() == Intrinsic::fptosi_sat), machineBits_(machineBits),
        hasUnsigned_(hasUnsigned) {}

  Value *convert();

private:
  Value *convertPart(Value *part);
  Value *truncate(Value *part, bool isSigned);
  Value *toSigned(Value *part);
  Value *toUnsigned(Value *part);
  Value *toUnsignedByHalves(Value *least);
  Value *floatsByHalves(Value *least);
  Value *doublesByHalves(Value *least);
  Value *number(double value) const { return ConstantFP::get(partType_, value); }
  Value *extend(Value *mask) {
    return b_.CreateSExt(mask, partType_->getWithNewType(b_.getInt32Ty()));
  }

  IntrinsicInst &call_;
  IRBuilder<> b_;
  FixedVectorType *from_;
  bool isDouble_, isSigned_;
  unsigned machineBits_;
  bool hasUnsigned_;
  FixedVectorType *partType_ = nullptr;
};

// One vector's worth at a time, in the smallest register that holds it.
Value *Converter::convert() {
  unsigned elementBits = isDouble_ ? 64 : 32, lanes = from_->getNumElements();
  unsigned bits = std::max<unsigned>(kSmallest, PowerOf2Ceil(lanes * elementBits));
  unsigned partLanes = std::min(bits, machineBits_) / elementBits;
  partType_ = FixedVectorType::get(from_->getElementType(), partLanes);
  SmallVector<Value *, 4> parts;
  for (unsigned first = 0; first < lanes; first += partLanes) {
    SmallVector<int, 16> places;
    for (unsigned lane = first; lane < first + partLanes; ++lane)
      places.push_back(lane < lanes ? static_cast<int>(lane) : PoisonMaskElem);
    parts.push_back(convertPart(b_.CreateShuffleVector(call_.getArgOperand(0), places)));
  }
  Value *all = concatenateVectors(b_, parts);
  return b_.CreateShuffleVector(all, createSequentialMask(0, lanes, 0));
}

Value *Converter::convertPart(Value *part) {
  return isSigned_ ? toSigned(part) : toUnsigned(part);
}

// As many i32 as the part has lanes.
Value *Converter::truncate(Value *part, bool isSigned) {
  unsigned lanes = partType_->getNumElements();
  unsigned bits = partType_->getPrimitiveSizeInBits().getFixedValue();
  auto *type = FixedVectorType::get(b_.getInt32Ty(), lanes);
  Value *result = nullptr;
  if (isSigned && bits == 128) {
    result = b_.CreateIntrinsic(
        isDouble_ ? Intrinsic::x86_sse2_cvttpd2dq : Intrinsic::x86_sse2_cvttps2dq, {}, {part});
  } else if (isSigned && bits == 256) {
    result = b_.CreateIntrinsic(isDouble_ ? Intrinsic::x86_avx_cvtt_pd2dq_256
                                          : Intrinsic::x86_avx_cvtt_ps2dq_256,
                                {}, {part});
  } else {
    // Two doubles give a vector of four integers all the same.
    auto *whole = FixedVectorType::get(b_.getInt32Ty(), std::max(lanes, 4U));
    SmallVector<Value *, 4> operands = {
        part, Constant::getNullValue(whole),
        b_.getIntN(std::max(lanes, 8U), ~uint64_t{0} >> (64 - std::max(lanes, 8U)))};
    static constexpr Intrinsic::ID kUnsigned[2][3] = {
        {Intrinsic::x86_avx512_mask_cvttps2udq_128, Intrinsic::x86_avx512_mask_cvttps2udq_256,
         Intrinsic::x86_avx512_mask_cvttps2udq_512},
        {Intrinsic::x86_avx512_mask_cvttpd2udq_128, Intrinsic::x86_avx512_mask_cvttpd2udq_256,
         Intrinsic::x86_avx512_mask_cvttpd2udq_512}};
    Intrinsic::ID id = kUnsigned[isDouble_][bits / 256];
    if (isSigned)
      id = isDouble_ ? Intrinsic::x86_avx512_mask_cvttpd2dq_512
                     : Intrinsic::x86_avx512_mask_cvttps2dq_512;
    if (bits == 512)
      operands.push_back(b_.getInt32(kCurrentRounding));
    result = b_.CreateIntrinsic(id, {}, operands);
  }
  if (result->getType() == type)
    return result;
  return b_.CreateShuffleVector(result, createSequentialMask(0, lanes, 0));
}

Value *Converter::toSigned(Value *part) {
  Value *isNumber = b_.CreateFCmpORD(part, part);
  if (!isDouble_) {
    // 0x80000000 is right below the range, and its complement above.
    Value *integers =
        b_.CreateXor(truncate(part, true), extend(b_.CreateFCmpOGE(part, number(0x1p31))));
    return b_.CreateAnd(integers, extend(isNumber));
  }
  Value *most = number(0x1p31 - 1);
  Value *limited = b_.CreateSelect(b_.CreateFCmpOLT(part, most), part, most);
  return truncate(b_.CreateSelect(isNumber, limited, number(0)), true);
}

Value *Converter::toUnsigned(Value *part) {
  // A NaN is not greater.
  Value *least = b_.CreateSelect(b_.CreateFCmpOGT(part, number(0)), part, number(0));
  return hasUnsigned_ ? truncate(least, false) : toUnsignedByHalves(least);
}

Value *Converter::toUnsignedByHalves(Value *least) {
  return isDouble_ ? doublesByHalves(least) : floatsByHalves(least);
}

// Two halves of the range, each converted as signed: what is below 2^31, and what exceeds it.
Value *Converter::floatsByHalves(Value *least) {
  Value *excess = b_.CreateFSub(least, number(0x1p31));
  Value *upper =
      b_.CreateXor(truncate(excess, true), extend(b_.CreateFCmpOGE(excess, number(0x1p31))));
  Value *none = Constant::getNullValue(upper->getType());
  return b_.CreateAdd(truncate(least, true),
                      b_.CreateBinaryIntrinsic(Intrinsic::smax, upper, none));
}

// From 2^31 on, what exceeds it is converted, and the top bit set.
Value *Converter::doublesByHalves(Value *least) {
  Value *most = number(0x1p32 - 1);
  Value *limited = b_.CreateSelect(b_.CreateFCmpOLT(least, most), least, most);
  Value *isUpper = b_.CreateFCmpOGE(limited, number(0x1p31));
  Value *rest = b_.CreateFSub(limited, b_.CreateSelect(isUpper, number(0x1p31), number(0)));
  return b_.CreateXor(truncate(rest, true), b_.CreateShl(extend(isUpper), 31));
}

bool isConversion(const IntrinsicInst &call) {
  if (call.getIntrinsicID() != Intrinsic::fptosi_sat &&
      call.getIntrinsicID() != Intrinsic::fptoui_sat)
    return false;
  const auto *from = dyn_cast<FixedVectorType>(call.getArgOperand(0)->getType());
  return from != nullptr && from->getNumElements() > 1 && from->getNumElements() <= kMostLanes &&
         (from->getElementType()->isFloatTy() || from->getElementType()->isDoubleTy()) &&
         call.getType()->getScalarType()->isIntegerTy(32);
}

void convertByVectors(Function &function, const TargetMachine &machine) {
  SmallVector<IntrinsicInst *, 8> calls;
  for (Instruction &instruction : instructions(function))
    if (auto *call = dyn_cast<IntrinsicInst>(&instruction); call != nullptr && isConversion(*call))
      calls.push_back(call);
  if (calls.empty())
    return;
  unsigned bits = machine.getTargetTransformInfo(function)
                      .getRegisterBitWidth(TargetTransformInfo::RGK_FixedWidthVector)
                      .getFixedValue();
  bool hasUnsigned = machine.getMCSubtargetInfo()->checkFeatures("+avx512vl");
  for (IntrinsicInst *call : calls) {
    call->replaceAllUsesWith(Converter(*call, bits, hasUnsigned).convert());
    call->eraseFromParent();
  }
}

} // namespace

void convertByVectors(Module &module, const TargetMachine &target) {
  if (target.getTargetTriple().getArch() != Triple::x86_64)
    return;
  for (Function &function : module)
    convertByVectors(function, target);
}

} // namespace wasmc::codegen
