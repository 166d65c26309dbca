// The door of WASI preview1: what a guest may see of the host, and the functions by which it sees
// it. Modules "wasi_snapshot_preview1" and "wasi_unstable" (its predecessor, which differs in the
// layout of three structures and in the numbers of fd_seek).
//
// A guest reaches files only beneath the directories granted to it (path_resolution.h says how that
// is upheld) and the three standard streams. A grant may be read-only: then whatever would change
// a file or a directory beneath it answers rofs, as on a read-only file system.
#ifndef WASMC_RUNTIME_WASI_WASI_H
#define WASMC_RUNTIME_WASI_WASI_H

#include <stdint.h>

#include <span>
#include <string_view>

#include "runtime-support/object/host_function.h"
#include "runtime-support/wasi/descriptor_table.h"
#include "runtime-support/wasi/path_resolution.h"
#include "wasmc/detail/result.h"

namespace wasmc::wasi {

// A directory granted to the guest.
struct Preopen {
  const char *hostPath;
  std::string_view guestPath; // what fd_prestat_dir_name answers
  bool readOnly = false;
};

// Everything is referenced, not copied, and must outlive the context.
struct WasiOptions {
  std::span<const char *const> arguments;   // the first is the program's name
  std::span<const char *const> environment; // "NAME=VALUE"
  std::span<const Preopen> preopens;
  // Sockets (or any open descriptors) of the host that the guest is to find behind the preopened
  // directories; borrowed.
  std::span<const int32_t> descriptors;
  ResolverKind resolver = ResolverKind::automatic;
};

// What one guest sees of the host; the `env` of every function found by lookup(). Serves one thread
// of guest execution at a time. Zero-initialised storage is enough before initialize(), which makes
// one system call for each preopened directory and one besides.
class WasiContext {
public:
  WasiContext() = default;

  // Opens the preopened directories. Standard input, output and error become descriptors 0 to 2,
  // whatever they are, but for those that are closed: these the guest never has, and the process
  // keeps their numbers taken (holdClosedStreams). The directories follow in their order, from 3.
  // Fails, naming the directory, when one cannot be opened; to be called once.
  Result<void> initialize(const WasiOptions &options);

  std::span<const char *const> arguments() const { return arguments_; }
  std::span<const char *const> environment() const { return environment_; }
  std::span<const Preopen> preopens() const { return preopens_; }
  DescriptorTable &descriptors() { return descriptors_; }
  PathResolver &resolver() { return resolver_; }

private:
  Result<void> addStreams();
  Result<void> addPreopen(const Preopen &preopen, uint32_t index);
  Result<void> addDescriptor(const Descriptor &descriptor);

  std::span<const char *const> arguments_;
  std::span<const char *const> environment_;
  std::span<const Preopen> preopens_;
  PathResolver resolver_;
  DescriptorTable descriptors_;
};

// The host function of this name, or null. Its env is a WasiContext. Thread-safe.
//
// A process that runs guests should ignore SIGPIPE: only then does fd_write to a pipe without a
// reader answer `pipe` instead of ending the process.
const HostFunction *lookup(std::string_view module, std::string_view name);

// All functions of wasi_snapshot_preview1, sorted by name.
std::span<const HostFunction> functions();

} // namespace wasmc::wasi

#endif
