#include "runtime-support/run/program.h"

#include <new>

#include "runtime-support/instance/instance.h"
#include "runtime-support/platform/kernel_types.h"
#include "runtime-support/platform/output.h"
#include "runtime-support/platform/process.h"
#include "runtime-support/platform/syscall.h"
#include "runtime-support/run/exit_codes.h"
#include "runtime-support/run/invoke.h"
#include "runtime-support/run/profile_file.h"
#include "runtime-support/run/report.h"
#include "runtime-support/trap/trap.h"

namespace wasmc::run {

namespace {

bool findWasi(void *self, std::string_view module, std::string_view name, object::Extern &found) {
  const HostFunction *function = wasi::lookup(module, name);
  if (function == nullptr)
    return false;
  found.kind = WASMC_EXTERN_function;
  found.function = {};
  found.function.host = function;
  found.function.env = self;
  return true;
}

// Apart from conclude(), for its buffer on the stack.
[[gnu::noinline]] int refuseExitCode(uint32_t code) {
  platform::Output(platform::kStandardError)
      << "wasmc: the program's exit code " << code << " does not fit a byte\n";
  return kFailure;
}

// A guest call came back: gives the exit code, or -1 when all is well.
int conclude(const wasmc_store &store, uint32_t code) {
  if (code == WASMC_TRAP_none)
    return -1;
  if (code != WASMC_TRAP_exit) {
    reportTrap(store, code);
    return kTrap;
  }
  if (store.exit_code > 255)
    return refuseExitCode(store.exit_code);
  return static_cast<int>(store.exit_code);
}

// Calls an exported function without parameters, if there is one.
Result<int> callExport(instance::Instance &instance, std::string_view name, bool required) {
  uint32_t index = instance.findFunction(name);
  if (index == WASMC_NO_INDEX) {
    if (required)
      return error(Error::kNoOffset, "the module does not export a function \"", name,
                   "\": it is no program (--invoke calls one of its functions)");
    return -1;
  }
  TRY_ASSIGN(instance::Callee callee, instance.callee(index));
  if (!callee.parameters.empty() || !callee.results.empty())
    return error(Error::kNoOffset, "\"", name, "\" must have neither parameters nor results");
  return conclude(*instance.store().abi(), instance::call(instance.store(), callee, nullptr));
}

// From the module's own part of instantiation on.
Result<int> runInstance(const RunOptions &options, instance::Instance &instance) {
  const wasmc_store &store = *instance.store().abi();
  TRY_ASSIGN(uint32_t code, instance.initialize());
  if (int exitCode = conclude(store, code); exitCode >= 0)
    return exitCode;
  if (options.invoke == nullptr)
    return callExport(instance, "_start", true);
  TRY_ASSIGN(int exitCode, callExport(instance, "_initialize", false));
  if (exitCode >= 0)
    return exitCode;
  TRY_ASSIGN(code, invokeFunction(instance, options.invoke, options.program.subspan(1)));
  return conclude(store, code);
}

Result<int> runProgram(const RunOptions &options, object::Store &store,
                       const load::CodeImage &image) {
  TRY(store.create(options.limits, trap::signalStackSize()));
  TRY(trap::prepareThread(store.signalStack()));
  // In the store's first page, which is touched anyhow.
  static_assert(alignof(wasi::WasiContext) <= 16);
  TRY_ASSIGN(uint8_t *storage, store.allocate(sizeof(wasi::WasiContext)));
  wasi::WasiContext *wasi = new (storage) wasi::WasiContext;
  wasi::WasiOptions wasiOptions;
  // An invoked function's arguments are not the program's.
  wasiOptions.arguments = options.invoke == nullptr ? options.program : options.program.first(1);
  wasiOptions.environment = options.environment;
  wasiOptions.preopens = options.preopens;
  wasiOptions.descriptors = options.sockets;
  wasiOptions.resolver = options.resolver;
  TRY(wasi->initialize(wasiOptions));
  TRY_ASSIGN(instance::Instance * instance,
             instance::Instance::create(store, image, {findWasi, wasi}));
  if (!isInstrumented(*instance)) {
    if (options.profile != nullptr)
      return error(Error::kNoOffset, "counts nothing for a profile: it has no function, or was "
                                     "compiled without --instrument");
    return runInstance(options, *instance);
  }
  TRY_ASSIGN(const ProfileFile profile,
             ProfileFile::prepare(options.profile != nullptr ? options.profile : kDefaultProfile));
  TRY_ASSIGN(int exitCode, runInstance(options, *instance));
  TRY(profile.write(*instance));
  return exitCode;
}

// A guest that writes to a pipe without a reader is to get an errno, not to die.
void ignoreBrokenPipes() {
  platform::KernelSigaction ignore = {};
  ignore.handler = reinterpret_cast<void *>(1);
  platform::systemCall(platform::SystemCall::rt_sigaction, platform::kSIGPIPE, &ignore, nullptr,
                       platform::kKernelSigsetSize);
}

} // namespace

void runImage(const RunOptions &options, const load::CodeImage &image) {
  ignoreBrokenPipes();
  object::Store store;
  Result<int> exitCode = runProgram(options, store, image);
  if (!exitCode)
    reportError(options.program[0], exitCode.error());
  // At once: the kernel gives memory back faster than our destructors would, and the signal stack
  // lies in the store.
  platform::exitProcess(!exitCode ? kFailure : *exitCode < 0 ? kSuccess : *exitCode);
}

} // namespace wasmc::run
