// From optimised IR to the bytes of an object file.
#ifndef WASMC_COMPILER_CODEGEN_EMIT_H
#define WASMC_COMPILER_CODEGEN_EMIT_H

#include "compiler/codegen/function_times.h"
#include "wasmc/detail/result.h"

#include <llvm/IR/Module.h>
#include <llvm/Target/TargetMachine.h>

#include <string>

namespace wasmc::codegen {

enum class OutputKind : uint8_t { object, assembly };

// The relocatable object (or assembly text) of the module. LLVM diagnostics become the error.
// `times`, if there are any, gets the time of each function.
Result<std::string> emit(llvm::Module &module, llvm::TargetMachine &machine, OutputKind kind,
                         FunctionTimes *times = nullptr);

// The module as IR text.
std::string printIr(const llvm::Module &module);

} // namespace wasmc::codegen

#endif
