// Which machine code is made for, and what follows from it.
#ifndef WASMC_COMPILER_CODEGEN_TARGET_H
#define WASMC_COMPILER_CODEGEN_TARGET_H

#include "wasmc/detail/result.h"

#include <llvm/Target/TargetMachine.h>

#include <memory>
#include <string>
#include <vector>

namespace wasmc::codegen {

enum class Architecture : uint8_t { x86_64, aarch64, riscv64 };

// What the command line says; empty means "of this machine".
struct TargetRequest {
  std::string triple;
  std::string cpu; // a name LLVM knows, a RISC-V profile (rva22u64, rv64gcv), or "native"; several
                   // of them with commas between
  std::string features; // of abi/cpu_features.def, on top of the CPU's: "+avx2,-avx512f"
};

// A target that exists: every name has been checked.
struct Target {
  Architecture architecture = Architecture::x86_64;
  std::string triple;
  std::string cpu;
  std::string features; // LLVM's form: "+avx2,-avx512f"
  std::string dataLayout;
  uint64_t cpuFeatureBits[2] = {}; // of abi/cpu_features.def: what the loader must find
  // Facts about the features, for lowering.
  bool hasRoundInstruction = false;
  bool hasZfa = true;
  bool hasVectors = true;
  bool hasFma = false;
  bool hasSsse3 = false;
  bool hasAvx = false;
};

// Refuses unknown triples, CPUs and features, naming the nearest known one. One target for each CPU
// of the request, those that ask for the most features first.
Result<std::vector<Target>> resolveTargets(const TargetRequest &request);

// What `wasmc targets` lists.
struct KnownTarget {
  const char *triple;
  const char *levels; // names for --cpu that are worth knowing, the baseline first
  bool isHost;
};
std::vector<KnownTarget> knownTargets();

// A target with the features of abi/cpu_features.def that code for it may use, those that it may
// not, and every name that --cpu takes for its architecture. Sorted.
struct Settings {
  Target target;
  std::vector<std::string> featuresOn;
  std::vector<std::string> featuresOff;
  std::vector<std::string> cpuNames;
};
Result<std::vector<Settings>> settingsOf(const TargetRequest &request);

// A target machine for one thread. `level` is 0 to 3.
std::unique_ptr<llvm::TargetMachine> createTargetMachine(const Target &target, unsigned level);

} // namespace wasmc::codegen

#endif
