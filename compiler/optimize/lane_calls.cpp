// Why the longer form does the same: Intel's manual defines each of these instructions for 256 and
// 512 bits as what it does to 128, once for each 128 bits (the packing ones too, which do not pack
// across them), or for each element. So operands of several turns, one behind the other, give the
// results of these turns in their order.
#include "compiler/optimize/lane_calls.h"

#include <llvm/Analysis/VectorUtils.h>
#include <llvm/IR/IntrinsicsX86.h>

namespace wasmc::optimize {

using namespace llvm;

namespace {

constexpr unsigned kLane = 128;     // bits
constexpr int kCurrentRounding = 4; // what the forms of 512 bits for floats are told

struct LaneCall {
  Intrinsic::ID by128, by256, by512;
  bool isOfFloats;
};

constexpr LaneCall kLaneCalls[] = {
    {Intrinsic::x86_sse2_packsswb_128, Intrinsic::x86_avx2_packsswb,
     Intrinsic::x86_avx512_packsswb_512, false},
    {Intrinsic::x86_sse2_packuswb_128, Intrinsic::x86_avx2_packuswb,
     Intrinsic::x86_avx512_packuswb_512, false},
    {Intrinsic::x86_sse2_packssdw_128, Intrinsic::x86_avx2_packssdw,
     Intrinsic::x86_avx512_packssdw_512, false},
    {Intrinsic::x86_sse41_packusdw, Intrinsic::x86_avx2_packusdw,
     Intrinsic::x86_avx512_packusdw_512, false},
    {Intrinsic::x86_sse2_pmadd_wd, Intrinsic::x86_avx2_pmadd_wd, Intrinsic::x86_avx512_pmaddw_d_512,
     false},
    {Intrinsic::x86_ssse3_pmadd_ub_sw_128, Intrinsic::x86_avx2_pmadd_ub_sw,
     Intrinsic::x86_avx512_pmaddubs_w_512, false},
    {Intrinsic::x86_ssse3_pmul_hr_sw_128, Intrinsic::x86_avx2_pmul_hr_sw,
     Intrinsic::x86_avx512_pmul_hr_sw_512, false},
    {Intrinsic::x86_ssse3_pshuf_b_128, Intrinsic::x86_avx2_pshuf_b,
     Intrinsic::x86_avx512_pshuf_b_512, false},
    {Intrinsic::x86_sse_min_ps, Intrinsic::x86_avx_min_ps_256, Intrinsic::x86_avx512_min_ps_512,
     true},
    {Intrinsic::x86_sse_max_ps, Intrinsic::x86_avx_max_ps_256, Intrinsic::x86_avx512_max_ps_512,
     true},
    {Intrinsic::x86_sse2_min_pd, Intrinsic::x86_avx_min_pd_256, Intrinsic::x86_avx512_min_pd_512,
     true},
    {Intrinsic::x86_sse2_max_pd, Intrinsic::x86_avx_max_pd_256, Intrinsic::x86_avx512_max_pd_512,
     true},
};

const LaneCall *laneCallOf(const IntrinsicInst &call) {
  const LaneCall *row = find_if(
      kLaneCalls, [&](const LaneCall &each) { return each.by128 == call.getIntrinsicID(); });
  return row == std::end(kLaneCalls) ? nullptr : row;
}

// Whether whole numbers of a byte are added in vectors of so many bits by one instruction: AVX
// alone, and AVX-512 without its extension for bytes, have long vectors for floats only.
bool addsBytes(unsigned bits, const TargetTransformInfo &target, LLVMContext &context) {
  auto costOf = [&](unsigned width) {
    return target.getArithmeticInstrCost(Instruction::Add,
                                         FixedVectorType::get(Type::getInt8Ty(context), width / 8),
                                         TargetTransformInfo::TCK_RecipThroughput);
  };
  return costOf(bits) == costOf(kLane);
}

// Bits of the longest form; those of the call's own if there is no other.
unsigned longest(const LaneCall &row, const TargetTransformInfo &target, LLVMContext &context) {
  unsigned machine =
      target.getRegisterBitWidth(TargetTransformInfo::RGK_FixedWidthVector).getFixedValue();
  for (unsigned bits = std::min(machine, 4 * kLane); bits > kLane; bits /= 2)
    if (row.isOfFloats || addsBytes(bits, target, context))
      return bits;
  return kLane;
}

} // namespace

bool hasLongerForm(const IntrinsicInst &call, const TargetTransformInfo &target) {
  const LaneCall *row = laneCallOf(call);
  return row != nullptr && longest(*row, target, call.getContext()) > kLane;
}

Value *emitLongerForm(IRBuilder<> &b, const IntrinsicInst &call, ArrayRef<Value *> operands,
                      const TargetTransformInfo &target) {
  const LaneCall &row = *laneCallOf(call);
  unsigned all = operands[0]->getType()->getPrimitiveSizeInBits().getFixedValue();
  unsigned bits = std::min(longest(row, target, call.getContext()), all);
  SmallVector<Value *, 4> parts;
  for (unsigned first = 0; first < all; first += bits) {
    SmallVector<Value *, 3> arguments;
    for (Value *operand : operands) {
      unsigned laneBits = operand->getType()->getScalarSizeInBits();
      arguments.push_back(b.CreateShuffleVector(
          operand, createSequentialMask(first / laneBits, bits / laneBits, 0)));
    }
    if (row.isOfFloats && bits == 4 * kLane)
      arguments.push_back(b.getInt32(kCurrentRounding));
    Intrinsic::ID id = bits == kLane ? row.by128 : bits == 2 * kLane ? row.by256 : row.by512;
    parts.push_back(b.CreateIntrinsic(id, {}, arguments));
  }
  return concatenateVectors(b, parts);
}

} // namespace wasmc::optimize
