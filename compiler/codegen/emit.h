// From optimised IR to the bytes of an object file.
#ifndef WASMC_COMPILER_CODEGEN_EMIT_H
#define WASMC_COMPILER_CODEGEN_EMIT_H

#include "wasmc/detail/result.h"

#include <llvm/IR/Module.h>
#include <llvm/Target/TargetMachine.h>

#include <string>

namespace wasmc::codegen {

enum class OutputKind : uint8_t { object, assembly };

// The relocatable object (or assembly text) of the module. LLVM diagnostics become the error.
Result<std::string> emit(llvm::Module &module, llvm::TargetMachine &machine, OutputKind kind);

// The module as IR text.
std::string printIr(const llvm::Module &module);

} // namespace wasmc::codegen

#endif
