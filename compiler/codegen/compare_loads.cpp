// A strict load that is only compared, and the comparison: one instruction on x86-64.
//
// LLVM does that for plain loads. A volatile one is part of the chain of effects that the branch at
// the end of the block ends, and instruction selection does not look whether the comparison in
// front of the branch could take the load with it.
//
// Why this is exact: the comparison makes the very access that the load made, of the same width and
// volatile as it was, and nothing stands between the two that accesses memory, calls, or has
// effects that LLVM does not know of. So it traps where the load did, and nobody sees that it is
// later by some arithmetic. It takes the load's place among the lines, which a backtrace reads.

#include "compiler/codegen/compare_loads.h"

#include <llvm/ADT/StringExtras.h>
#include <llvm/CodeGen/MachineRegisterInfo.h>
#include <llvm/CodeGen/TargetInstrInfo.h>
#include <llvm/CodeGen/TargetSubtargetInfo.h>

namespace wasmc::codegen {

using namespace llvm;

namespace {

constexpr unsigned kMaxDistance = 16; // instructions between the two: more are hardly worth it

// By name: LLVM does not install the header that has the numbers.
bool isPlainLoad(StringRef name) {
  return name == "MOV8rm" || name == "MOV16rm" || name == "MOV32rm" || name == "MOV64rm";
}
bool isComparison(StringRef name) {
  bool isTest = name.consume_front("TEST");
  if ((!isTest && !name.consume_front("CMP")) || name.empty() || !isDigit(name.front()))
    return false; // CMPXCHG is none
  StringRef operands = name.drop_while(isDigit);
  bool hasNumber = operands == "ri" || operands == "ri8" || operands == "ri32";
  return hasNumber || (!isTest && operands == "rr");
}

class CompareLoads : public MachineFunctionPass {
public:
  static char ID;
  CompareLoads() : MachineFunctionPass(ID) {}

  StringRef getPassName() const override { return "Comparisons with memory operands"; }
  bool runOnMachineFunction(MachineFunction &function) override;

private:
  MachineInstr *comparisonOf(MachineInstr &load) const;
  bool fold(MachineInstr &load);

  const TargetInstrInfo *instructions_ = nullptr;
  MachineRegisterInfo *registers_ = nullptr;
};
char CompareLoads::ID = 0;

// The only user of what `load` has read, if that is a comparison behind it that nothing keeps
// apart.
MachineInstr *CompareLoads::comparisonOf(MachineInstr &load) const {
  Register value = load.getOperand(0).getReg();
  if (!value.isVirtual() || load.getOperand(0).getSubReg() != 0 ||
      !registers_->hasOneNonDBGUse(value))
    return nullptr;
  MachineInstr &user = *registers_->use_instr_nodbg_begin(value);
  if (user.getParent() != load.getParent() ||
      !isComparison(instructions_->getName(user.getOpcode())))
    return nullptr;
  auto at = std::next(load.getIterator());
  for (unsigned distance = 0; distance < kMaxDistance && at != load.getParent()->end(); ++at) {
    if (&*at == &user)
      return &user;
    if (at->mayLoadOrStore() || at->isCall() || at->hasUnmodeledSideEffects() || at->isPosition() ||
        at->isTerminator())
      return nullptr;
    distance += !at->isDebugInstr();
  }
  return nullptr;
}

bool CompareLoads::fold(MachineInstr &load) {
  if (!load.hasOrderedMemoryRef() || !load.canFoldAsLoad() ||
      !isPlainLoad(instructions_->getName(load.getOpcode())))
    return false;
  MachineInstr *comparison = comparisonOf(load);
  if (comparison == nullptr)
    return false;
  unsigned operand = comparison->findRegisterUseOperandIdx(load.getOperand(0).getReg(), nullptr);
  MachineInstr *folded = instructions_->foldMemoryOperand(*comparison, {operand}, load);
  if (folded == nullptr)
    return false;
  folded->setDebugLoc(load.getDebugLoc());
  comparison->eraseFromParent();
  load.eraseFromParent();
  return true;
}

bool CompareLoads::runOnMachineFunction(MachineFunction &function) {
  instructions_ = function.getSubtarget().getInstrInfo();
  registers_ = &function.getRegInfo();
  bool isChanged = false;
  // Backwards: what is erased, a load and a comparison behind it, the iterator has passed.
  for (MachineBasicBlock &block : function)
    for (MachineInstr &instruction : make_early_inc_range(reverse(block)))
      if (instruction.mayLoad() && instruction.getNumExplicitDefs() == 1)
        isChanged |= fold(instruction);
  return isChanged;
}

} // namespace

MachineFunctionPass *createCompareLoads() {
  return new CompareLoads;
}

} // namespace wasmc::codegen
