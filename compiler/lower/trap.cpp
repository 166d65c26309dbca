// Why inline assembly: `llvm.trap` and `llvm.ubsantrap` are declared to write inaccessible memory
// only, so -O2 deletes a guest store that precedes one when a later store overwrites it. A call of
// assembly without attributes may read and write all memory for LLVM's passes, and one that is a
// side effect is never moved or dropped by its code generators, so every store before it stays;
// `nomerge` keeps one instruction per site so that its address names the operator.

#include "compiler/lower/trap.h"

#include <llvm/IR/InlineAsm.h>

namespace wasmc::lower {

using namespace llvm;

namespace {

// The code is read back by runtime-support/trap: byte 4 of ud1, the immediate of brk, the half word
// behind unimp.
std::string trapInstruction(wasm::Architecture architecture, wasmc_trap_code code) {
  std::string number = std::to_string(code);
  switch (architecture) {
  case wasm::Architecture::x86_64:
    return "ud1l " + number + "(%eax), %eax";
  case wasm::Architecture::aarch64:
    return "brk " + number;
  case wasm::Architecture::riscv64:
    return "unimp\n.half " + number;
  }
  llvm_unreachable("unknown architecture");
}

} // namespace

void emitTrap(FunctionBuilder &b, wasmc_trap_code code) {
  // The number stands in the text: assembly with an operand or a clobber is more than LLVM's fast
  // instruction selection does, and what it gives up is selected by the slow one.
  auto *assembly = InlineAsm::get(FunctionType::get(b.getVoidTy(), false),
                                  trapInstruction(b.facts().architecture, code),
                                  /*Constraints=*/"", /*hasSideEffects=*/true);
  CallInst *call = b.CreateCall(assembly->getFunctionType(), assembly);
  call->addFnAttr(Attribute::NoMerge);
  call->addFnAttr(Attribute::NoUnwind);
  b.CreateUnreachable();
}

void emitTrapIf(FunctionBuilder &b, Value *condition, wasmc_trap_code code) {
  BasicBlock *trap = b.createBlock("trap");
  BasicBlock *next = b.createBlock();
  b.CreateCondBr(condition, trap, next, b.unlikely());
  b.SetInsertPoint(trap);
  emitTrap(b, code);
  b.SetInsertPoint(next);
}

} // namespace wasmc::lower
