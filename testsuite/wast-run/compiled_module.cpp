#include "testsuite/wast-run/compiled_module.h"

#include "compiler/driver/compile.h"

#include "wasmc/abi/container.h"

#include <array>
#include <csignal>
#include <cstring>
#include <random>
#include <vector>

namespace wasmc::wast {

namespace {

// LLVM takes the signals that kill programs when lld writes its first file, and gives none of them
// back; without their handlers no trap of the guest would end only the guest's call.
class SignalKeeper {
public:
  SignalKeeper() {
    for (size_t i = 0; i < kSignals.size(); ++i)
      sigaction(kSignals[i], nullptr, &actions_[i]);
  }
  ~SignalKeeper() {
    for (size_t i = 0; i < kSignals.size(); ++i)
      sigaction(kSignals[i], &actions_[i], nullptr);
  }
  SignalKeeper(const SignalKeeper &) = delete;
  SignalKeeper &operator=(const SignalKeeper &) = delete;

private:
  static constexpr std::array<int, 5> kSignals = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP};

  struct sigaction actions_[kSignals.size()];
};

// As many counts as the module has counters, of every size and with many zeros: whatever a profile
// says, it must not change what a module does. The same for the same module.
Result<std::vector<uint64_t>> randomCounts(std::span<const uint8_t> bytes,
                                           driver::CompileOptions options) {
  options.instrument = true;
  options.optimizationLevel = 0;
  TRY_ASSIGN(std::string counting, driver::compile(bytes, options));
  wasmc_image_header header;
  std::memcpy(&header, counting.data() + WASMC_IMAGE_HEADER_OFFSET, sizeof(header));
  std::vector<uint64_t> counts(header.layout.counter_count);
  std::mt19937_64 random(bytes.size());
  for (uint64_t &count : counts)
    count = random() % 3 == 0 ? 0 : random() >> random() % 64;
  return counts;
}

} // namespace

Result<std::string> compileModule(std::span<const uint8_t> bytes, const CompileSettings &settings) {
  SignalKeeper signals;
  driver::CompileOptions options;
  options.target.triple = settings.target;
  static unsigned compiled = 0; // a script has a process of its own
  bool isSecond = !settings.otherCpu.empty() && compiled++ % 2 == 1;
  options.target.cpu = isSecond ? settings.otherCpu : settings.cpu;
  options.optimizationLevel = settings.level;
  options.threads = 1; // scripts run side by side already
  options.features = wasm::kDefault;
  options.code = settings.code;
  options.instrument = settings.instrument;
  if (settings.randomProfile) {
    TRY_ASSIGN(std::vector<uint64_t> counts, randomCounts(bytes, options));
    options.profiles.push_back({"random", std::move(counts)});
  }
  return driver::compile(bytes, options);
}

} // namespace wasmc::wast
