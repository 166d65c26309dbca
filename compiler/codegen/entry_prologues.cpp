// Why. Shrink wrapping moves a prologue behind early returns, to blocks where more than parameters
// is in registers. A prologue that probes the stack needs scratch registers, and so does one that
// allocates a multiple of the vector length: LLVM 22 takes t1 and t2 on riscv64 without a look at
// what lives there. It was the base of memory once, and the guest read through another
// (testsuite/wast/shrink_wrapping.wast). At the entry those registers hold nothing. For the other
// machines nothing of the kind was seen; the rule holds there too, for its price is nothing.
#include "compiler/codegen/entry_prologues.h"

#include "wasmc/abi/vm_context.h"

#include <llvm/CodeGen/MachineFrameInfo.h>

namespace wasmc::codegen {

using namespace llvm;

namespace {

// The size of a frame is an estimate here: what is known later, the registers that are saved and
// the gaps, is less than this.
constexpr uint64_t kUncertain = 4096;

class EntryPrologues : public MachineFunctionPass {
public:
  static char ID;
  EntryPrologues() : MachineFunctionPass(ID) {}

  StringRef getPassName() const override { return "Probing prologues at the entry"; }
  bool runOnMachineFunction(MachineFunction &function) override;
};

char EntryPrologues::ID = 0;

bool hasScalableObjects(const MachineFrameInfo &frame) {
  for (int object = frame.getObjectIndexBegin(); object < frame.getObjectIndexEnd(); ++object)
    if (!frame.isDeadObjectIndex(object) && frame.getStackID(object) != TargetStackID::Default)
      return true;
  return false;
}

bool EntryPrologues::runOnMachineFunction(MachineFunction &function) {
  MachineFrameInfo &frame = function.getFrameInfo();
  if (frame.getSavePoints().empty())
    return false;
  bool mayProbe = frame.estimateStackSize(function) + kUncertain >= WASMC_STACK_PROBE_SIZE;
  if (!mayProbe && !hasScalableObjects(frame))
    return false;
  frame.clearSavePoints();
  frame.clearRestorePoints();
  return true;
}

} // namespace

MachineFunctionPass *createEntryPrologues() {
  return new EntryPrologues;
}

} // namespace wasmc::codegen
