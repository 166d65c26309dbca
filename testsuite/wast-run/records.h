// How the process that runs a script tells wast-run about it: records in a pipe.
#ifndef WASMC_TESTSUITE_WAST_RUN_RECORDS_H
#define WASMC_TESTSUITE_WAST_RUN_RECORDS_H

#include "testsuite/wast-run/script_runner.h"

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <unistd.h>

namespace wasmc::wast {

enum class RecordType : uint8_t { started, begins, ends, mapped, other_message, finished };

// What a child writes into its pipe; `textSize` bytes follow. The same on all our machines, which
// are little-endian with 64 bits.
struct Record {
  RecordType type;
  CommandKind kind;
  Verdict verdict;
  Reason reason;
  uint32_t number; // of commands; line; level
  uint32_t textSize;
};

// The child's side.
class PipeListener final : public Listener {
public:
  explicit PipeListener(int fd) : fd_(fd) {}

  void started(size_t count) override {
    write({.type = RecordType::started, .number = static_cast<uint32_t>(count)}, "");
  }
  void commandBegins(uint32_t line, CommandKind kind) override {
    write({.type = RecordType::begins, .kind = kind, .number = line}, "");
  }
  void commandEnds(const Outcome &outcome) override {
    write({.type = RecordType::ends, .verdict = outcome.verdict, .reason = outcome.reason},
          outcome.text);
  }
  void mapped(uint32_t level, std::string_view cpu) override {
    write({.type = RecordType::mapped, .number = level}, cpu);
  }
  void otherMessage() override { write({.type = RecordType::other_message}, ""); }
  void finished() { write({.type = RecordType::finished}, ""); }

private:
  // At once: what is buffered when a child dies would be lost.
  void write(Record record, std::string_view text) {
    record.textSize = static_cast<uint32_t>(text.size());
    std::string bytes(reinterpret_cast<const char *>(&record), sizeof record);
    bytes += text;
    for (size_t done = 0; done < bytes.size();) {
      ssize_t count = ::write(fd_, bytes.data() + done, bytes.size() - done);
      if (count <= 0)
        _exit(3);
      done += static_cast<size_t>(count);
    }
  }

  int fd_;
};

// The whole text of a script; empty when there is no such file.
inline std::string readScriptFile(const std::string &path) {
  std::ifstream input(path, std::ios::binary);
  return std::string((std::istreambuf_iterator<char>(input)), {});
}

} // namespace wasmc::wast

#endif
