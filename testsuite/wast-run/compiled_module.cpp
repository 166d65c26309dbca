#include "testsuite/wast-run/compiled_module.h"

#include "compiler/driver/compile.h"

#include <array>
#include <csignal>

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
  return driver::compile(bytes, options);
}

} // namespace wasmc::wast
