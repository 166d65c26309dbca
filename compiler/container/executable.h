// A static executable: a module that is a program, linked with the runtime.
#ifndef WASMC_COMPILER_CONTAINER_EXECUTABLE_H
#define WASMC_COMPILER_CONTAINER_EXECUTABLE_H

#include "compiler/wasm/module.h"
#include "compiler/wasm/target_facts.h"
#include "wasmc/detail/result.h"

#include <llvm/IR/Module.h>

#include <memory>
#include <span>
#include <string>

namespace wasmc::container {

// Whether the module can be an executable: it exports _start, and imports nothing but functions of
// WASI with their types. The error names what is in the way.
Result<void> checkExecutable(const wasm::Module &module);

// Symbol of the header of the executable's module for the k-th CPU.
std::string executableHeaderSymbol(size_t k);

// What the runtime looks for (abi/executable.h): `modules` headers and the words of baked-in
// options.
std::unique_ptr<llvm::Module> describeExecutable(size_t modules,
                                                 std::span<const std::string> options,
                                                 const wasm::TargetFacts &facts,
                                                 llvm::LLVMContext &context);

} // namespace wasmc::container

#endif
