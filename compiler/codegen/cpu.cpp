#include "compiler/codegen/cpu.h"

#include "wasmc/abi/container.h"

#include <llvm/ADT/StringMap.h>
#include <llvm/TargetParser/Host.h>

#include <vector>

namespace wasmc::codegen {

using namespace llvm;

namespace {

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

// Names that users know and LLVM takes for features, not for CPUs.
struct Profile {
  const char *name;
  const char *features;
};

constexpr Profile kRiscvProfiles[] = {
    {"rv64gc", ""},
    {"rv64gcv", "+v"},
    {"rva20u64", "+rva20u64"},
    {"rva22u64", "+rva22u64"},
    {"rva23u64", "+rva23u64"},
    {"rvb23u64", "+rvb23u64"},
};

const Profile *findProfile(Architecture architecture, StringRef name) {
  if (architecture == Architecture::riscv64)
    for (const Profile &profile : kRiscvProfiles)
      if (name == profile.name)
        return &profile;
  return nullptr;
}

// The CPU that every machine of the architecture can stand in for.
const char *baselineOf(Architecture architecture) {
  switch (architecture) {
  case Architecture::x86_64:
    return "x86-64";
  case Architecture::aarch64:
    return "generic";
  case Architecture::riscv64:
    return "generic-rv64";
  }
  llvm_unreachable("unknown architecture");
}

void append(std::string &features, const Twine &more) {
  features += features.empty() ? "" : ",";
  features += more.str();
}

std::string hostFeatures() {
  std::string text;
  for (const auto &feature : sys::getHostCPUFeatures())
    append(text, (feature.second ? "+" : "-") + feature.first());
  return text;
}

// Whether LLVM knows the CPU and it can run 64-bit code.
bool isUsable(const llvm::Target &llvmTarget, const Triple &triple, Architecture architecture,
              StringRef name) {
  std::unique_ptr<MCSubtargetInfo> known(llvmTarget.createMCSubtargetInfo(triple, "", ""));
  if (!known->isCPUStringValid(name))
    return false;
  std::unique_ptr<MCSubtargetInfo> subtarget(llvmTarget.createMCSubtargetInfo(triple, name, ""));
  return architecture == Architecture::aarch64 || hasFeature(*subtarget, "64bit");
}

// The known name that takes the fewest edits.
std::string nearest(const std::vector<std::string> &names, StringRef wanted) {
  std::string best;
  unsigned bestDistance = ~0u;
  for (const std::string &name : names) {
    unsigned distance = wanted.edit_distance(name);
    if (distance < bestDistance) {
      bestDistance = distance;
      best = name;
    }
  }
  return best;
}

// Whether a list of "+name" and "-name" is one of the table's features.
Result<void> checkFeatures(Architecture architecture, const Triple &triple, StringRef list) {
  std::vector<std::string> names = featureNames(architecture);
  SmallVector<StringRef, 8> items;
  list.split(items, ',');
  for (StringRef item : items) {
    StringRef name = item.drop_front(item.empty() ? 0 : 1);
    if (name.empty() || (item[0] != '+' && item[0] != '-'))
      return error(wasmc::Error::kNoOffset, "--cpu-features is a list like +a,-b, but ", item,
                   " is neither");
    if (!is_contained(names, name))
      return error(wasmc::Error::kNoOffset, "unknown CPU feature ", name, " for ", triple.str(),
                   "; did you mean ", nearest(names, name), "?");
  }
  return {};
}

// What riscv64 code of ours is always made with. The CPU models name less than riscv64-linux-gnu
// promises; Linux lets user code access memory at any address (without the feature each guest
// access would become a series of byte accesses); relaxation is the linker's and would move code
// that the tables have described already. Vendors' own extensions have no rows in
// cpu_features.def, so the loader could not tell whether they are there; nor the length of vectors.
// A preference for instructions on words would narrow volatile loads (kOptions in target.cpp).
void addRiscvFeatures(const llvm::Target &llvmTarget, const Triple &triple, Cpu &cpu) {
  append(cpu.features, "+m,+a,+f,+d,+c,+zifencei,-relax,+unaligned-scalar-mem,-prefer-w-inst");
  std::unique_ptr<MCSubtargetInfo> subtarget(
      llvmTarget.createMCSubtargetInfo(triple, cpu.name, cpu.features));
  if (hasFeature(*subtarget, "v"))
    append(cpu.features, "+unaligned-vector-mem,-zvl256b");
  for (const SubtargetFeatureKV &feature : subtarget->getEnabledProcessorFeatures())
    if (StringRef(feature.Key).starts_with("x"))
      append(cpu.features, Twine("-") + feature.Key);
}

// Features of the newest architecture versions that have no row in cpu_features.def.
void addAarch64Features(Cpu &cpu) {
  append(cpu.features, "-cmpbr,-fprcvt,-sme,-sve2p2");
}

} // namespace

std::vector<std::string> cpuNames(const llvm::Target &llvmTarget, const Triple &triple,
                                  Architecture architecture) {
  std::vector<std::string> names;
  std::unique_ptr<MCSubtargetInfo> known(llvmTarget.createMCSubtargetInfo(triple, "", ""));
  for (const SubtargetSubTypeKV &cpu : known->getAllProcessorDescriptions())
    if (isUsable(llvmTarget, triple, architecture, cpu.Key))
      names.emplace_back(cpu.Key);
  if (architecture == Architecture::riscv64)
    for (const Profile &profile : kRiscvProfiles)
      names.emplace_back(profile.name);
  llvm::sort(names);
  return names;
}

std::vector<std::string> featureNames(Architecture architecture) {
  std::vector<std::string> names;
  for (const FeatureRow &row : kFeatures)
    if (row.architecture == architecture)
      names.emplace_back(row.name);
  llvm::sort(names);
  return names;
}

bool hasFeature(const MCSubtargetInfo &subtarget, StringRef name) {
  return subtarget.checkFeatures(("+" + name).str());
}

void readFeatureBits(const MCSubtargetInfo &subtarget, Architecture architecture,
                     uint64_t (&bits)[2]) {
  for (const FeatureRow &row : kFeatures)
    if (row.architecture == architecture && hasFeature(subtarget, row.name))
      bits[row.bit / 64] |= uint64_t{1} << (row.bit % 64);
}

Result<Cpu> resolveCpu(const llvm::Target &llvmTarget, const Triple &triple,
                       Architecture architecture, const std::string &request,
                       const std::string &features) {
  bool isHost = triple.getArch() == Triple(sys::getProcessTriple()).getArch();
  if (request == "native" && !isHost)
    return error(Error::kNoOffset, "the CPU of this machine is none of ", triple.str(),
                 ": name the one to compile for with --cpu");
  Cpu cpu{baselineOf(architecture), ""};
  if (request == "native" || (request.empty() && isHost)) {
    std::string host = sys::getHostCPUName().str();
    cpu.features = hostFeatures();
    // One that is newer than LLVM: its features still tell most of it.
    if (isUsable(llvmTarget, triple, architecture, host))
      cpu.name = host;
  } else if (const Profile *profile = findProfile(architecture, request)) {
    cpu.features = profile->features;
  } else if (!request.empty()) {
    if (!isUsable(llvmTarget, triple, architecture, request))
      return error(Error::kNoOffset, "unknown CPU ", request, " for ", triple.str(),
                   "; did you mean ", nearest(cpuNames(llvmTarget, triple, architecture), request),
                   "?");
    cpu.name = request;
  }
  if (!features.empty()) {
    TRY(checkFeatures(architecture, triple, features));
    append(cpu.features, features);
  }
  if (architecture == Architecture::riscv64)
    addRiscvFeatures(llvmTarget, triple, cpu);
  if (architecture == Architecture::aarch64)
    addAarch64Features(cpu);
  return cpu;
}

} // namespace wasmc::codegen
