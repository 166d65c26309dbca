#include "runtime-support/wasi/wasi.h"

#include "runtime-support/platform/file.h"
#include "runtime-support/wasi/functions.h"
#include "runtime-support/wasi/rights.h"

namespace wasmc::wasi {

using namespace platform;
// Without the suffix a string view asks strlen, which the static build does not have.
using namespace std::string_view_literals;

namespace {

std::string_view reason(intptr_t linuxErrno) {
  switch (linuxErrno) {
  case kENOENT:
    return "no such file or directory"sv;
  case kENOTDIR:
    return "not a directory"sv;
  case kEACCES:
    return "permission denied"sv;
  default:
    return {};
  }
}

std::unexpected<Error> cannotOpen(const char *path, intptr_t linuxErrno) {
  const std::string_view text = reason(linuxErrno);
  if (text.empty())
    return error(Error::kNoOffset, "cannot open directory '", path, "' to grant it: error ",
                 linuxErrno);
  return error(Error::kNoOffset, "cannot open directory '", path, "' to grant it: ", text);
}

// Sorted by name; a static_assert below says so.
constexpr HostFunction kFunctions[] = {
    {"args_get", "ii:i", hostFunction<argsGet>},
    {"args_sizes_get", "ii:i", hostFunction<argsSizesGet>},
    {"clock_res_get", "ii:i", hostFunction<clockResGet>},
    {"clock_time_get", "ili:i", hostFunction<clockTimeGet>},
    {"environ_get", "ii:i", hostFunction<environGet>},
    {"environ_sizes_get", "ii:i", hostFunction<environSizesGet>},
    {"fd_advise", "illi:i", hostFunction<fdAdvise>},
    {"fd_allocate", "ill:i", hostFunction<fdAllocate>},
    {"fd_close", "i:i", hostFunction<fdClose>},
    {"fd_datasync", "i:i", hostFunction<fdDatasync>},
    {"fd_fdstat_get", "ii:i", hostFunction<fdFdstatGet>},
    {"fd_fdstat_set_flags", "ii:i", hostFunction<fdFdstatSetFlags>},
    {"fd_fdstat_set_rights", "ill:i", hostFunction<fdFdstatSetRights>},
    {"fd_filestat_get", "ii:i", hostFunction<fdFilestatGet>},
    {"fd_filestat_set_size", "il:i", hostFunction<fdFilestatSetSize>},
    {"fd_filestat_set_times", "illi:i", hostFunction<fdFilestatSetTimes>},
    {"fd_pread", "iiili:i", hostFunction<fdPread>},
    {"fd_prestat_dir_name", "iii:i", hostFunction<fdPrestatDirName>},
    {"fd_prestat_get", "ii:i", hostFunction<fdPrestatGet>},
    {"fd_pwrite", "iiili:i", hostFunction<fdPwrite>},
    {"fd_read", "iiii:i", hostFunction<fdRead>},
    {"fd_readdir", "iiili:i", hostFunction<fdReaddir>},
    {"fd_renumber", "ii:i", hostFunction<fdRenumber>},
    {"fd_seek", "ilii:i", hostFunction<fdSeek>},
    {"fd_sync", "i:i", hostFunction<fdSync>},
    {"fd_tell", "ii:i", hostFunction<fdTell>},
    {"fd_write", "iiii:i", hostFunction<fdWrite>},
    {"path_create_directory", "iii:i", hostFunction<pathCreateDirectory>},
    {"path_filestat_get", "iiiii:i", hostFunction<pathFilestatGet>},
    {"path_filestat_set_times", "iiiilli:i", hostFunction<pathFilestatSetTimes>},
    {"path_link", "iiiiiii:i", hostFunction<pathLink>},
    {"path_open", "iiiiillii:i", hostFunction<pathOpen>},
    {"path_readlink", "iiiiii:i", hostFunction<pathReadlink>},
    {"path_remove_directory", "iii:i", hostFunction<pathRemoveDirectory>},
    {"path_rename", "iiiiii:i", hostFunction<pathRename>},
    {"path_symlink", "iiiii:i", hostFunction<pathSymlink>},
    {"path_unlink_file", "iii:i", hostFunction<pathUnlinkFile>},
    {"poll_oneoff", "iiii:i", hostFunction<pollOneoff>},
    {"proc_exit", "i:", procExit},
    {"proc_raise", "i:i", procRaise},
    {"random_get", "ii:i", hostFunction<randomGet>},
    {"sched_yield", ":i", hostFunction<schedYield>},
    {"sock_accept", "iii:i", hostFunction<sockAccept>},
    {"sock_recv", "iiiiii:i", hostFunction<sockRecv>},
    {"sock_send", "iiiii:i", hostFunction<sockSend>},
    {"sock_shutdown", "ii:i", hostFunction<sockShutdown>},
};
static_assert(std::size(kFunctions) == 46);

// What the compiler believes about them when it makes an executable.
consteval bool isAsDeclared(std::span<const HostFunction> table) {
  constexpr std::string_view kDeclared[][2] = {
#define WASMC_WASI_FUNCTION(name, signature) {name, signature},
#include "wasmc/abi/wasi_functions.def"
#undef WASMC_WASI_FUNCTION
  };
  if (table.size() != std::size(kDeclared))
    return false;
  for (size_t i = 0; i < table.size(); ++i)
    if (table[i].name != kDeclared[i][0] || table[i].signature != kDeclared[i][1])
      return false;
  return true;
}
static_assert(isAsDeclared(kFunctions));

// Where wasi_unstable differs. It has no sock_accept.
constexpr HostFunction kUnstableFunctions[] = {
    {"fd_filestat_get", "ii:i", hostFunction<fdFilestatGetUnstable>},
    {"fd_seek", "ilii:i", hostFunction<fdSeekUnstable>},
    {"path_filestat_get", "iiiii:i", hostFunction<pathFilestatGetUnstable>},
    {"poll_oneoff", "iiii:i", hostFunction<pollOneoffUnstable>},
};

consteval bool isSorted(std::span<const HostFunction> table) {
  for (size_t i = 1; i < table.size(); ++i)
    if (!(table[i - 1].name < table[i].name))
      return false;
  return true;
}
static_assert(isSorted(kFunctions) && isSorted(kUnstableFunctions));

const HostFunction *search(std::span<const HostFunction> table, std::string_view name) {
  size_t low = 0;
  size_t high = table.size();
  while (low < high) {
    const size_t middle = (low + high) / 2;
    const int order = table[middle].name.compare(name);
    if (order == 0)
      return &table[middle];
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return nullptr;
}

} // namespace

Result<void> WasiContext::addDescriptor(const Descriptor &descriptor) {
  if (!descriptors_.insert(descriptor))
    return error(Error::kNoOffset, "too many directories and descriptors are granted");
  return {};
}

Result<void> WasiContext::addPreopen(const Preopen &preopen, uint32_t index) {
  const intptr_t fd = systemCall(SystemCall::openat, kAT_FDCWD, preopen.hostPath,
                                 kO_RDONLY | kO_DIRECTORY | kO_CLOEXEC, 0);
  if (isError(fd))
    return cannotOpen(preopen.hostPath, -fd);
  Descriptor descriptor;
  descriptor.host = static_cast<int32_t>(fd);
  descriptor.directory = true;
  descriptor.known = true;
  descriptor.filetype = Filetype::directory;
  descriptor.readOnly = preopen.readOnly;
  descriptor.preopen = static_cast<uint16_t>(index + 1);
  descriptor.rightsBase =
      preopen.readOnly ? kDirectoryRights & ~kDirectoryChangingRights : kDirectoryRights;
  descriptor.rightsInheriting = kInheritableRights;
  return addDescriptor(descriptor);
}

// A stream that is closed now is none of the guest's: what the host opens next may get its number.
// The guest cannot open anything under it either: C libraries write to 1 and 2 unasked.
Result<void> WasiContext::addStreams() {
  const intptr_t closed = holdClosedStreams();
  if (isError(closed))
    return error(Error::kNoOffset, "cannot keep the number of a closed standard stream: ",
                 errnoText(static_cast<int>(-closed)));
  for (int32_t stream = 0; stream <= 2; ++stream) {
    if ((closed >> stream & 1) != 0) {
      descriptors_.withhold();
      continue;
    }
    Descriptor descriptor;
    descriptor.host = stream;
    descriptor.borrowed = true;
    descriptor.rightsBase = stream == 0 ? kStandardInputRights : kStandardOutputRights;
    TRY(addDescriptor(descriptor));
  }
  return {};
}

Result<void> WasiContext::initialize(const WasiOptions &options) {
  constexpr size_t kMaxPreopens = 0xfffe; // what Descriptor::preopen can number
  arguments_ = options.arguments;
  environment_ = options.environment;
  preopens_ = options.preopens;
  resolver_ = PathResolver(options.resolver);
  if (preopens_.size() > kMaxPreopens)
    return error(Error::kNoOffset, "too many directories and descriptors are granted");
  TRY(addStreams());
  for (size_t i = 0; i < preopens_.size(); ++i)
    TRY(addPreopen(preopens_[i], static_cast<uint32_t>(i)));
  for (const int32_t host : options.descriptors) {
    Descriptor descriptor;
    descriptor.host = host;
    descriptor.borrowed = true;
    descriptor.rightsBase = kSocketRights | kRightSockAccept;
    descriptor.rightsInheriting = kSocketRights;
    TRY(addDescriptor(descriptor));
  }
  return {};
}

const HostFunction *lookup(std::string_view module, std::string_view name) {
  if (module == "wasi_snapshot_preview1"sv)
    return search(kFunctions, name);
  if (module != "wasi_unstable"sv || name == "sock_accept"sv)
    return nullptr;
  const HostFunction *const own = search(kUnstableFunctions, name);
  return own != nullptr ? own : search(kFunctions, name);
}

std::span<const HostFunction> functions() {
  return kFunctions;
}

} // namespace wasmc::wasi
