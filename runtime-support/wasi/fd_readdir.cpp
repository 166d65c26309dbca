// fd_readdir. A cookie is the kernel's own position (d_off), so nothing is remembered between two
// calls: the directory is positioned at the cookie and read from there. 0 is the start.
#include "runtime-support/wasi/functions.h"
#include "runtime-support/wasi/stat.h"

namespace wasmc::wasi {

using namespace platform;

namespace {

bool isDotDot(const char *name) {
  return name[0] == '.' && name[1] == '.' && name[2] == '\0';
}

// What lies above the directory may lie above the grant, where nothing is the guest's to know: its
// number is the directory's own, as in the root of a file system.
uint64_t inodeOf(int32_t directory, uint64_t inode, const char *name) {
  if (!isDotDot(name)) [[likely]]
    return inode;
  const Outcome<Statx> stat = statOf(directory);
  return stat ? stat->stx_ino : 0;
}

Filetype filetypeOfDirent(int32_t directory, uint8_t type, const char *name) {
  switch (type) {
  case kDT_REG:
    return Filetype::regularFile;
  case kDT_DIR:
    return Filetype::directory;
  case kDT_LNK:
    return Filetype::symbolicLink;
  case kDT_CHR:
    return Filetype::characterDevice;
  case kDT_BLK:
    return Filetype::blockDevice;
  case kDT_SOCK:
    return Filetype::socketStream;
  case kDT_UNKNOWN: {
    // Some file systems do not keep the type with the name. (".." is never anything else.)
    if ((name[0] == '.' && name[1] == '\0') || isDotDot(name))
      return Filetype::directory;
    const Outcome<Statx> stat = statOfName(directory, name);
    return stat ? filetypeOfMode(stat->stx_mode) : Filetype::unknown;
  }
  default:
    return Filetype::unknown;
  }
}

// The part of the guest's buffer that is still free; what does not fit is cut off.
class Output {
public:
  explicit Output(std::span<uint8_t> buffer) : buffer_(buffer) {}

  void append(const void *bytes, size_t size) {
    const size_t room = buffer_.size() - used_;
    const size_t part = size < room ? size : room;
    memcpy(buffer_.data() + used_, bytes, part);
    used_ += part;
  }
  bool full() const { return used_ == buffer_.size(); }
  uint32_t used() const { return static_cast<uint32_t>(used_); }

private:
  std::span<uint8_t> buffer_;
  size_t used_ = 0;
};

void appendEntry(int32_t directory, const uint8_t *entry, const LinuxDirent64Head &head,
                 Output &output) {
  const auto *name = reinterpret_cast<const char *>(entry + kDirentNameOffset);
  uint32_t length = 0;
  while (name[length] != '\0')
    ++length;
  Dirent dirent{};
  dirent.next = static_cast<uint64_t>(head.d_off);
  dirent.ino = inodeOf(directory, head.d_ino, name);
  dirent.namlen = length;
  dirent.type = filetypeOfDirent(directory, head.d_type, name);
  output.append(&dirent, sizeof(dirent));
  output.append(name, length);
}

// True at the end of the directory.
Outcome<bool> appendSome(int32_t directory, Output &output) {
  alignas(8) uint8_t entries[4096];
  TRY_ASSIGN(const intptr_t size,
             checked(systemCall(SystemCall::getdents64, directory, entries, sizeof(entries))));
  for (intptr_t at = 0; at < size && !output.full();) {
    LinuxDirent64Head head;
    memcpy(&head, entries + at, kDirentNameOffset);
    appendEntry(directory, entries + at, head, output);
    at += head.d_reclen;
  }
  return size == 0;
}

} // namespace

// fd, buffer, its size, cookie, address of the result. A result less than the size means the end of
// the directory; else the last entry may be cut off, and the guest asks again from its cookie.
Outcome<void> fdReaddir(Call &call) {
  TRY_ASSIGN(const Descriptor *const descriptor,
             call.requireDirectory(call.u32(0), kRightFdReaddir));
  TRY_ASSIGN(const std::span<uint8_t> buffer, call.memory.bytes(call.u32(1), call.u32(2)));
  TRY(checked(systemCall(SystemCall::lseek, descriptor->host, call.i64(3), kSEEK_SET)));
  Output output(buffer);
  bool atEnd = false;
  while (!atEnd && !output.full()) {
    TRY_ASSIGN(atEnd, appendSome(descriptor->host, output));
  }
  return call.memory.write(call.u32(4), output.used());
}

} // namespace wasmc::wasi
