// wast-guest: runs one script on the machine for which it was built, and has its modules compiled
// by the process at the other end of two pipes. Started by wast-run --target, never by hand.
#include "testsuite/wast-run/records.h"
#include "testsuite/wast-run/transfer.h"

#include <cstdio>
#include <cstdlib>

namespace wasmc::wast {

namespace {

int requestsFd = -1;
int answersFd = -1;

} // namespace

Result<std::string> compileModule(std::span<const uint8_t> bytes, const CompileSettings &) {
  if (!send(requestsFd, kCompile, {reinterpret_cast<const char *>(bytes.data()), bytes.size()}))
    return error(Error::kNoOffset, "the compiler is gone");
  std::optional<Message> answer = receive(answersFd);
  if (!answer)
    return error(Error::kNoOffset, "the compiler died");
  if (answer->kind != kArtefact)
    return error(Error::kNoOffset, answer->bytes);
  return std::move(answer->bytes);
}

} // namespace wasmc::wast

int main(int argc, char **argv) {
  using namespace wasmc::wast;
  if (argc != 7) {
    std::fputs("usage: wast-guest ROOT SCRIPT SCRATCH RECORDS REQUESTS ANSWERS\n", stderr);
    return 2;
  }
  std::string root = argv[1];
  std::string script = argv[2];
  CompileSettings settings;
  settings.scratchDirectory = argv[3];
  requestsFd = std::atoi(argv[5]);
  answersFd = std::atoi(argv[6]);
  PipeListener listener(std::atoi(argv[4]));
  runScript(script, readScriptFile(root + "/" + script), settings, listener);
  listener.finished();
  _exit(0);
}
