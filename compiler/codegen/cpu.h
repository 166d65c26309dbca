// Names of CPUs, and which features of abi/cpu_features.def they have.
#ifndef WASMC_COMPILER_CODEGEN_CPU_H
#define WASMC_COMPILER_CODEGEN_CPU_H

#include "compiler/codegen/target.h"

#include <llvm/ADT/StringRef.h>
#include <llvm/MC/MCSubtargetInfo.h>
#include <llvm/MC/TargetRegistry.h>
#include <llvm/TargetParser/Triple.h>

#include <string>
#include <vector>

namespace wasmc::codegen {

// In LLVM's terms.
struct Cpu {
  std::string name;
  std::string features; // "+avx2,-avx512f"
};

// What a name on the command line means: a CPU of LLVM's that can run the triple's code, a RISC-V
// profile, or "native". Empty means this machine where it is of the target's architecture, and its
// baseline otherwise. An unknown name is an error that tells the nearest known one: LLVM itself
// would only warn, or die of a CPU that has no 64-bit mode.
//
// `features` ("+avx2,-avx512f") come on top; only those of abi/cpu_features.def can be chosen,
// since the loader could not tell whether a machine has any other.
Result<Cpu> resolveCpu(const llvm::Target &llvmTarget, const llvm::Triple &triple,
                       Architecture architecture, const std::string &request,
                       const std::string &features);

// The names of the CPUs and profiles that resolveCpu takes, and of the features; sorted.
std::vector<std::string> cpuNames(const llvm::Target &llvmTarget, const llvm::Triple &triple,
                                  Architecture architecture);
std::vector<std::string> featureNames(Architecture architecture);

// Whether the subtarget has a feature, by LLVM's name; it must be one of the architecture's.
bool hasFeature(const llvm::MCSubtargetInfo &subtarget, llvm::StringRef name);

// Sets the bits of the features that the loader must find.
void readFeatureBits(const llvm::MCSubtargetInfo &subtarget, Architecture architecture,
                     uint64_t (&bits)[2]);

} // namespace wasmc::codegen

#endif
