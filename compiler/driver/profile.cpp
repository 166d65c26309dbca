#include "compiler/driver/profile.h"

#include "compiler/wasm/fnv1a.h"

#include <llvm/ADT/StringExtras.h>
#include <llvm/ProfileData/ProfileCommon.h>
#include <llvm/Support/BLAKE3.h>
#include <llvm/Support/MathExtras.h>

#include <algorithm>
#include <cstring>
#include <limits>

namespace wasmc::driver {

namespace {

using ModuleHash = decltype(wasm::Profile::moduleHash);

ModuleHash hashOf(std::span<const uint8_t> module) {
  return llvm::BLAKE3::hash<sizeof(ModuleHash)>({module.data(), module.size()});
}

// Enough of a hash for a person to tell two apart.
std::string shortHash(std::span<const uint8_t> hash) {
  return llvm::toHex(llvm::ArrayRef(hash.data(), 8), /*LowerCase=*/true);
}

template <class... Parts> std::unexpected<Error> refuse(const Parts &...parts) {
  return error(Error::kNoOffset, parts...);
}

// The header of a file that is one of ours, of this version, and has all bytes that it should have.
Result<wasmc_profile_header> readHeader(std::span<const uint8_t> file) {
  constexpr size_t kUpToVersion = offsetof(wasmc_profile_header, header_size);
  wasmc_profile_header header = {};
  std::memcpy(&header, file.data(), std::min(file.size(), sizeof(header)));
  if (file.size() < sizeof(header.magic) ||
      std::memcmp(header.magic, WASMC_PROFILE_MAGIC, sizeof(header.magic)) != 0)
    return refuse("not a profile of wasmc");
  if (file.size() >= kUpToVersion && header.version != WASMC_PROFILE_VERSION)
    return refuse("a profile of version ", header.version, ", but this is version ",
                  WASMC_PROFILE_VERSION, ": instrument and run the module again");
  if (file.size() < sizeof(header))
    return refuse("cut short: the profile ends after ", file.size(), " bytes");
  uint64_t counters = (file.size() - sizeof(header)) / sizeof(uint64_t);
  if (header.counter_count > counters)
    return refuse("cut short: the profile has ", counters, " counters of ", header.counter_count);
  if (header.header_size != sizeof(header) ||
      file.size() != sizeof(header) + header.counter_count * sizeof(uint64_t))
    return refuse("damaged: the profile has another size than it says");
  return header;
}

// Reads a field that is 0 where it goes into the hash itself.
bool hasRecordedHash(wasmc_profile_header header, std::span<const uint8_t> counters) {
  uint64_t recorded = header.file_hash;
  header.file_hash = 0;
  uint64_t hash = wasm::fnv1a({reinterpret_cast<const uint8_t *>(&header), sizeof(header)});
  return wasm::fnv1a(counters, hash) == recorded;
}

// Numbers the counters; tells how many there are.
uint64_t numberCounters(std::span<const BodySize> sizes, wasm::Profile &profile) {
  uint64_t count = 0;
  for (const BodySize &size : sizes) {
    profile.first.push_back(static_cast<uint32_t>(count));
    count += size.counters;
  }
  return count;
}

// All profiles in one. Each count is kept so small that no sum of counts overflows, here or in
// LLVM.
std::vector<uint64_t> merge(std::span<const ProfileCounts> profiles, uint64_t count) {
  std::vector<uint64_t> merged(count);
  const uint64_t most = std::numeric_limits<uint64_t>::max() / std::max(count, uint64_t{1});
  for (const ProfileCounts &profile : profiles)
    for (size_t k = 0; k < count; ++k)
      merged[k] = std::min(llvm::SaturatingAdd(merged[k], profile.counts[k]), most);
  bool isEmpty = std::ranges::all_of(merged, [](uint64_t n) { return n == 0; });
  return isEmpty ? std::vector<uint64_t>() : merged;
}

std::unique_ptr<llvm::ProfileSummary> summarize(const wasm::Profile &profile,
                                                std::span<const BodySize> sizes) {
  llvm::InstrProfSummaryBuilder builder(llvm::ProfileSummaryBuilder::DefaultCutoffs);
  for (size_t f = 0; f < sizes.size(); ++f) {
    auto counts = std::span(profile.counts).subspan(profile.first[f], sizes[f].counters);
    for (size_t k = 0; k < counts.size(); ++k)
      k < wasm::kEntryCounters ? builder.addEntryCount(counts[k])
                               : builder.addInternalCount(counts[k]);
  }
  return builder.getSummary();
}

void markHot(const ModuleProfile &profile, std::span<BodySize> sizes) {
  uint64_t hot =
      llvm::ProfileSummaryBuilder::getHotCountThreshold(profile.summary->getDetailedSummary());
  for (size_t f = 0; f < sizes.size(); ++f)
    sizes[f].isHot =
        sizes[f].counters != 0 && profile.numbers.counts[profile.numbers.first[f]] >= hot;
}

} // namespace

Result<std::vector<uint64_t>> readProfile(std::span<const uint8_t> file,
                                          std::span<const uint8_t> module) {
  TRY_ASSIGN(wasmc_profile_header header, readHeader(file));
  std::span<const uint8_t> bytes = file.subspan(sizeof(header));
  if (!hasRecordedHash(header, bytes))
    return refuse("damaged: the profile does not have the recorded hash");
  ModuleHash hash = hashOf(module);
  if (!std::ranges::equal(hash, header.module_hash))
    return refuse("the profile of another module: it is of the .wasm with hash ",
                  shortHash(header.module_hash), "..., and this one's is ", shortHash(hash), "...");
  std::vector<uint64_t> counts(header.counter_count);
  std::memcpy(counts.data(), bytes.data(), bytes.size());
  return counts;
}

void ModuleProfile::describe(llvm::Module &part) const {
  if (summary != nullptr)
    part.setProfileSummary(summary->getMD(part.getContext()), llvm::ProfileSummary::PSK_Instr);
}

Result<std::unique_ptr<ModuleProfile>> makeProfile(std::span<const uint8_t> bytes,
                                                   const wasm::Module &module,
                                                   std::span<BodySize> sizes,
                                                   const CompileOptions &options) {
  if (!options.instrument && options.profiles.empty())
    return nullptr;
  assert(sizes.size() == module.functions.size() && "one for each function");
  auto profile = std::make_unique<ModuleProfile>();
  wasm::Profile &numbers = profile->numbers;
  uint64_t count = numberCounters(sizes, numbers);
  if (count > WASMC_MAX_COUNTERS)
    return refuse("module too large to be counted: its branches need ", count,
                  " counters, at most ", WASMC_MAX_COUNTERS);
  for (const ProfileCounts &known : options.profiles)
    if (known.counts.size() != count)
      return refuse("the module has ", count, " counters, but a profile has ", known.counts.size(),
                    ": ", known.name);
  numbers.counterCount = static_cast<uint32_t>(count);
  numbers.isCounted = options.instrument;
  numbers.moduleHash = hashOf(bytes);
  numbers.counts = merge(options.profiles, count);
  if (!numbers.counts.empty()) {
    profile->summary = summarize(numbers, sizes);
    markHot(*profile, sizes);
  }
  return profile;
}

} // namespace wasmc::driver
