#include "compiler/codegen/target.h"

#include "compiler/codegen/cpu.h"
#include "wasmc/abi/container.h"

#include <llvm/MC/MCSubtargetInfo.h>
#include <llvm/MC/TargetRegistry.h>
#include <llvm/Support/CommandLine.h>
#include <llvm/Support/TargetSelect.h>
#include <llvm/TargetParser/Host.h>
#include <llvm/TargetParser/Triple.h>

#include <algorithm>
#include <mutex>
#include <optional>

namespace wasmc::codegen {

using namespace llvm;

namespace {

// Options of LLVM 22's code generators that our code depends on. There are no other switches.
constexpr struct {
  const char *name;
  bool value;
} kOptions[] = {
    // Each of the first three has a script in testsuite/wast/regressions that fails without it. Two
    // lose the trap of a volatile load. On x86-64 a load whose value is selected is folded into a
    // conditional
    // move, which loads in any case. Such moves are then turned into branches, with the load in one
    // arm of them (selected_load.wast).
    {"x86-cmov-converter-force-mem-operand", false},
    // On riscv64 a sext.w is taken away where the load of eight bytes in front of it can load four,
    // and so not reach beyond the end of a memory (narrowed_load.wast). The price is every other
    // sext.w that could have been taken away. CPUs that prefer such loads would undo this: cpu.cpp.
    {"riscv-disable-sextw-removal", true},
    // A vector that is loaded to be stored elsewhere is copied piece by piece where a smaller store
    // has just written some of it, for the sake of store forwarding: pieces are written before a
    // later one traps, in the copy or in a store of 16 bytes that goes in one (torn_copy.wast).
    {"x86-disable-avoid-SFB", true},
    // With a profile LLVM puts functions into sections by how hot they are; the tables of an
    // artefact describe one section of code for each part. Lowering orders the functions instead.
    {"profile-guided-section-prefix", false},
};

void setOptions() {
  auto &options = cl::getRegisteredOptions();
  for (const auto &[name, value] : kOptions) {
    auto found = options.find(name);
    if (found == options.end())
      report_fatal_error(Twine("LLVM has no option ") + name);
    // As its default: lld, after each link, puts all options of LLVM back to theirs.
    static_cast<cl::opt<bool> *>(found->second)->setInitialValue(value);
  }
}

void initializeTargets() {
  static std::once_flag once;
  std::call_once(once, [] {
#define WASMC_INITIALIZE(NAME)                                                                     \
  LLVMInitialize##NAME##TargetInfo();                                                              \
  LLVMInitialize##NAME##Target();                                                                  \
  LLVMInitialize##NAME##TargetMC();                                                                \
  LLVMInitialize##NAME##AsmPrinter();                                                              \
  LLVMInitialize##NAME##AsmParser();
    WASMC_INITIALIZE(X86)
    WASMC_INITIALIZE(AArch64)
    WASMC_INITIALIZE(RISCV)
#undef WASMC_INITIALIZE
    setOptions();
  });
}

void readFacts(const MCSubtargetInfo &subtarget, Target &target) {
  switch (target.architecture) {
  case Architecture::x86_64:
    target.hasRoundInstruction = hasFeature(subtarget, "sse4.1");
    target.hasSsse3 = hasFeature(subtarget, "ssse3");
    target.hasAvx = hasFeature(subtarget, "avx");
    target.hasFma = hasFeature(subtarget, "fma");
    return;
  case Architecture::aarch64:
    target.hasRoundInstruction = true;
    target.hasFma = true;
    return;
  case Architecture::riscv64:
    target.hasRoundInstruction = hasFeature(subtarget, "zfa");
    target.hasZfa = target.hasRoundInstruction;
    target.hasVectors = hasFeature(subtarget, "v");
    target.hasFma = true;
    return;
  }
}

constexpr const char *kTargets[] = {"x86_64-linux-gnu", "aarch64-linux-gnu", "riscv64-linux-gnu"};

std::unexpected<wasmc::Error> unknownTarget(const std::string &wanted) {
  StringRef best;
  unsigned bestDistance = ~0u;
  for (StringRef known : kTargets) {
    unsigned distance = StringRef(wanted).edit_distance(known);
    if (distance < bestDistance) {
      bestDistance = distance;
      best = known;
    }
  }
  return error(wasmc::Error::kNoOffset, "unknown target ", wanted, ": there are ", kTargets[0],
               ", ", kTargets[1], " and ", kTargets[2], "; did you mean ", best, "?");
}

// Nothing for what we do not compile for.
std::optional<Architecture> architectureOf(const Triple &triple) {
  if (!triple.isOSLinux() || triple.isX32())
    return std::nullopt;
  switch (triple.getArch()) {
  case Triple::x86_64:
    return Architecture::x86_64;
  case Triple::aarch64:
    return Architecture::aarch64;
  case Triple::riscv64:
    return Architecture::riscv64;
  default:
    return std::nullopt;
  }
}

} // namespace

namespace {

// `result` says which triple and architecture; everything else is filled in.
Result<Target> resolveOne(Target result, const std::string &cpuName, const std::string &features) {
  Triple triple(result.triple);
  std::string message;
  const llvm::Target *llvmTarget = TargetRegistry::lookupTarget(triple, message);
  assert(llvmTarget != nullptr && "initialised above");
  TRY_ASSIGN(Cpu cpu, resolveCpu(*llvmTarget, triple, result.architecture, cpuName, features));
  result.cpu = std::move(cpu.name);
  result.features = std::move(cpu.features);
  std::unique_ptr<MCSubtargetInfo> subtarget(
      llvmTarget->createMCSubtargetInfo(triple, result.cpu, result.features));
  readFeatureBits(*subtarget, result.architecture, result.cpuFeatureBits);
  readFacts(*subtarget, result);
  result.dataLayout = createTargetMachine(result, 0)->createDataLayout().getStringRepresentation();
  return result;
}

int featureCount(const Target &target) {
  return popcount(target.cpuFeatureBits[0]) + popcount(target.cpuFeatureBits[1]);
}

} // namespace

Result<std::vector<Target>> resolveTargets(const TargetRequest &request) {
  initializeTargets();
  std::string wanted = request.triple.empty() ? sys::getProcessTriple() : request.triple;
  Target common;
  common.triple = Triple::normalize(wanted);
  std::optional<Architecture> architecture = architectureOf(Triple(common.triple));
  if (!architecture)
    return unknownTarget(wanted);
  common.architecture = *architecture;
  SmallVector<StringRef, 4> names;
  StringRef(request.cpu).split(names, ',');
  if (names.size() > WASMC_MAX_IMAGES)
    return error(wasmc::Error::kNoOffset, "more than ", WASMC_MAX_IMAGES, " CPUs: ", request.cpu);
  std::vector<Target> targets;
  for (StringRef name : names) {
    if (name.empty() && names.size() > 1)
      return error(wasmc::Error::kNoOffset, "no name of a CPU between the commas: ", request.cpu);
    TRY_ASSIGN(Target target, resolveOne(common, name.str(), request.features));
    // Equals stay in the order of the request: none is better than the other.
    auto place = std::upper_bound(
        targets.begin(), targets.end(), target,
        [](const Target &a, const Target &b) { return featureCount(a) > featureCount(b); });
    targets.insert(place, std::move(target));
  }
  return targets;
}

std::vector<KnownTarget> knownTargets() {
  static constexpr const char *kLevels[] = {
      "x86-64 x86-64-v2 x86-64-v3 x86-64-v4",
      "generic (Armv8.0-A) cortex-a76 neoverse-n1 neoverse-v1 apple-m1",
      "rv64gc rv64gcv rva20u64 rva22u64 rva23u64",
  };
  static_assert(std::size(kLevels) == std::size(kTargets));
  Triple host(sys::getProcessTriple());
  std::vector<KnownTarget> targets;
  targets.reserve(std::size(kTargets));
  for (size_t k = 0; k < std::size(kTargets); ++k)
    targets.push_back({kTargets[k], kLevels[k], Triple(kTargets[k]).getArch() == host.getArch()});
  return targets;
}

Result<std::vector<Settings>> settingsOf(const TargetRequest &request) {
  TRY_ASSIGN(std::vector<Target> targets, resolveTargets(request));
  std::vector<Settings> all;
  for (Target &target : targets) {
    Triple triple(target.triple);
    std::string message;
    const llvm::Target *llvmTarget = TargetRegistry::lookupTarget(triple, message);
    std::unique_ptr<MCSubtargetInfo> subtarget(
        llvmTarget->createMCSubtargetInfo(triple, target.cpu, target.features));
    Settings settings;
    for (std::string &name : featureNames(target.architecture))
      (hasFeature(*subtarget, name) ? settings.featuresOn : settings.featuresOff)
          .push_back(std::move(name));
    settings.cpuNames = cpuNames(*llvmTarget, triple, target.architecture);
    settings.target = std::move(target);
    all.push_back(std::move(settings));
  }
  return all;
}

std::unique_ptr<TargetMachine> createTargetMachine(const Target &target, unsigned level) {
  Triple triple(target.triple);
  std::string message;
  const llvm::Target *llvmTarget = TargetRegistry::lookupTarget(triple, message);
  assert(llvmTarget != nullptr && "resolveTarget has looked it up");
  TargetOptions options;
  // Never a*b+c in one rounding unless the source asks for it.
  options.AllowFPOpFusion = FPOpFusion::Strict;
  // Named, so that no choice of features can change how numbers are passed.
  if (target.architecture == Architecture::riscv64)
    options.MCOptions.ABIName = "lp64d";
  static constexpr CodeGenOptLevel kLevels[] = {CodeGenOptLevel::None, CodeGenOptLevel::Less,
                                                CodeGenOptLevel::Default,
                                                CodeGenOptLevel::Aggressive};
  std::unique_ptr<TargetMachine> machine(
      llvmTarget->createTargetMachine(triple, target.cpu, target.features, options, Reloc::PIC_,
                                      CodeModel::Small, kLevels[std::min(level, 3u)]));
  // Instruction by instruction where it can, by patterns over whole blocks where it cannot: a third
  // less time for code generation, for code that is a few percent slower. LLVM itself does so at
  // level 0.
  if (level == 1)
    machine->setFastISel(true);
  return machine;
}

} // namespace wasmc::codegen
