// Why inline assembly: `llvm.trap` and `llvm.ubsantrap` are declared to write inaccessible memory
// only, so -O2 deletes a guest store that precedes one when a later store overwrites it. Assembly
// that is a side effect and clobbers memory keeps every store before it, and `nomerge` keeps one
// instruction per site so that its address names the operator.

#include "compiler/lower/trap.h"

#include <llvm/IR/InlineAsm.h>

namespace wasmc::lower {

using namespace llvm;

namespace {

// The code is read back by runtime-support/trap: byte 4 of ud1, the immediate of brk, the half word
// behind unimp.
const char *trapInstruction(wasm::Architecture architecture) {
  switch (architecture) {
  case wasm::Architecture::x86_64:
    return "ud1l ${0:c}(%eax), %eax";
  case wasm::Architecture::aarch64:
    return "brk $0";
  case wasm::Architecture::riscv64:
    return "unimp\n.half $0";
  }
  llvm_unreachable("unknown architecture");
}

} // namespace

void emitTrap(FunctionBuilder &b, wasmc_trap_code code) {
  auto *type = FunctionType::get(b.getVoidTy(), {b.getInt32Ty()}, false);
  auto *assembly = InlineAsm::get(type, trapInstruction(b.facts().architecture), "i,~{memory}",
                                  /*hasSideEffects=*/true);
  CallInst *call = b.CreateCall(type, assembly, {b.getInt32(code)});
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
