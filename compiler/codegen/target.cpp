#include "compiler/codegen/target.h"

#include "wasmc/abi/container.h"

#include <llvm/ADT/StringMap.h>
#include <llvm/MC/MCSubtargetInfo.h>
#include <llvm/MC/TargetRegistry.h>
#include <llvm/Support/TargetSelect.h>
#include <llvm/TargetParser/Host.h>
#include <llvm/TargetParser/Triple.h>

#include <mutex>

namespace wasmc::codegen {

using namespace llvm;

namespace {

void initializeTargets() {
  static std::once_flag once;
  std::call_once(once, [] {
    InitializeNativeTarget();
    InitializeNativeTargetAsmPrinter();
    InitializeNativeTargetAsmParser();
  });
}

std::string hostFeatures() {
  std::string text;
  for (const auto &feature : sys::getHostCPUFeatures()) {
    text += text.empty() ? "" : ",";
    text += feature.second ? '+' : '-';
    text += feature.first();
  }
  return text;
}

struct FeatureRow {
  Architecture architecture;
  unsigned bit;
  const char *name;
};

constexpr FeatureRow kFeatures[] = {
#define WASMC_CPU_FEATURE(architecture, bit, name) {Architecture::architecture, bit, name},
#include "wasmc/abi/cpu_features.def"
#undef WASMC_CPU_FEATURE
};

bool hasFeature(const MCSubtargetInfo &subtarget, StringRef name) {
  return subtarget.checkFeatures(("+" + name).str());
}

void readFeatures(const MCSubtargetInfo &subtarget, Target &target) {
  for (const FeatureRow &row : kFeatures)
    if (row.architecture == target.architecture && hasFeature(subtarget, row.name))
      target.cpuFeatureBits[row.bit / 64] |= uint64_t{1} << (row.bit % 64);
  target.hasRoundInstruction = hasFeature(subtarget, "sse4.1");
  target.hasSsse3 = hasFeature(subtarget, "ssse3");
  target.hasAvx = hasFeature(subtarget, "avx");
  target.hasFma = hasFeature(subtarget, "fma");
}

// The known name that takes the fewest edits.
std::string nearestCpu(const MCSubtargetInfo &subtarget, StringRef wanted) {
  std::string best;
  unsigned bestDistance = ~0u;
  for (const SubtargetSubTypeKV &cpu : subtarget.getAllProcessorDescriptions()) {
    unsigned distance = wanted.edit_distance(cpu.Key);
    if (distance < bestDistance) {
      bestDistance = distance;
      best = cpu.Key;
    }
  }
  return best;
}

} // namespace

Result<Target> resolveTarget(const TargetRequest &request) {
  initializeTargets();
  Target result;
  std::string host = sys::getProcessTriple();
  result.triple = Triple::normalize(request.triple.empty() ? host : request.triple);
  Triple triple(result.triple);
  if (triple.getArch() != Triple::x86_64 || !triple.isOSLinux())
    return error(Error::kNoOffset, "target ", request.triple,
                 " is not supported yet: this version compiles for x86_64-linux-gnu");

  std::string message;
  const llvm::Target *llvmTarget = TargetRegistry::lookupTarget(triple, message);
  if (llvmTarget == nullptr)
    return error(Error::kNoOffset, "unknown target ", request.triple, ": ", message);

  bool native = request.cpu.empty() || request.cpu == "native";
  result.cpu = native ? sys::getHostCPUName().str() : request.cpu;
  result.features = native ? hostFeatures() : "";
  std::unique_ptr<MCSubtargetInfo> known(llvmTarget->createMCSubtargetInfo(triple, "", ""));
  if (!known->isCPUStringValid(result.cpu)) {
    if (!native)
      return error(Error::kNoOffset, "unknown CPU ", result.cpu, " for ", result.triple,
                   "; did you mean ", nearestCpu(*known, result.cpu), "?");
    result.cpu = "x86-64";
  }
  std::unique_ptr<MCSubtargetInfo> subtarget(
      llvmTarget->createMCSubtargetInfo(triple, result.cpu, result.features));
  readFeatures(*subtarget, result);
  result.dataLayout = createTargetMachine(result, 0)->createDataLayout().getStringRepresentation();
  return result;
}

std::unique_ptr<TargetMachine> createTargetMachine(const Target &target, unsigned level) {
  Triple triple(target.triple);
  std::string message;
  const llvm::Target *llvmTarget = TargetRegistry::lookupTarget(triple, message);
  assert(llvmTarget != nullptr && "resolveTarget has looked it up");
  TargetOptions options;
  // Never a*b+c in one rounding unless the source asks for it.
  options.AllowFPOpFusion = FPOpFusion::Strict;
  static constexpr CodeGenOptLevel kLevels[] = {CodeGenOptLevel::None, CodeGenOptLevel::Less,
                                                CodeGenOptLevel::Default,
                                                CodeGenOptLevel::Aggressive};
  return std::unique_ptr<TargetMachine>(
      llvmTarget->createTargetMachine(triple, target.cpu, target.features, options, Reloc::PIC_,
                                      CodeModel::Small, kLevels[std::min(level, 3u)]));
}

} // namespace wasmc::codegen
