// The header and tables of an artefact (abi/container.h), as an LLVM module of constants: LLVM then
// writes the relocations of each target, and the same object serves `.cwasm` and `--emit=obj`.
#ifndef WASMC_COMPILER_CONTAINER_DESCRIBE_H
#define WASMC_COMPILER_CONTAINER_DESCRIBE_H

#include "compiler/container/code_object.h"
#include "compiler/wasm/call_table.h"
#include "compiler/wasm/code_options.h"
#include "compiler/wasm/instance_layout.h"
#include "compiler/wasm/module.h"
#include "compiler/wasm/profile.h"
#include "compiler/wasm/symbols.h"
#include "compiler/wasm/target_facts.h"

#include <llvm/IR/Module.h>

#include <memory>
#include <span>

namespace wasmc::container {

struct Description {
  const wasm::Module &module;
  const wasm::InstanceLayout &layout;
  const wasm::DataImage &image;
  const wasm::ThunkNeeds &thunks;
  const wasm::CallTables &callTables;
  const wasm::TargetFacts &facts;
  const wasm::CodeOptions &options;
  const wasm::Profile *profile = nullptr; // null: the code does not count
  std::span<const CodeObject> code;       // in link order
  bool hasInitialize = false;
  std::string cpu;
  uint64_t cpuFeatureBits[2] = {};
  uint32_t optimizationLevel = 0;
  std::string sourceName;
  std::string headerSymbol; // by which a program that links the object finds the header
};

// Sections by which the linker script of a `.cwasm` orders the image.
inline constexpr const char *kHeaderSection = ".wasmc.header";
inline constexpr const char *kImageSection = ".wasmc.image";

std::unique_ptr<llvm::Module> describe(const Description &description, llvm::LLVMContext &context);

} // namespace wasmc::container

#endif
