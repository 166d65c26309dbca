#include "testsuite/wast-run/other_machine.h"

#include "testsuite/wast-run/transfer.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace wasmc::wast {

namespace {

struct Pipe {
  int readEnd;
  int writeEnd;
};

Pipe makePipe() {
  int ends[2];
  if (pipe(ends) != 0) {
    perror("pipe");
    _exit(2);
  }
  return {ends[0], ends[1]};
}

[[noreturn]] void becomeGuest(const std::string &script, const PoolSettings &settings, int records,
                              int requests, int answers) {
  // An emulator does not outlive the script that wast-run gave up.
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  std::vector<std::string> words = settings.guest;
  words.insert(words.end(),
               {settings.root, script, settings.compile.scratchDirectory, std::to_string(records),
                std::to_string(requests), std::to_string(answers)});
  std::vector<char *> pointers;
  for (std::string &word : words)
    pointers.push_back(word.data());
  pointers.push_back(nullptr);
  execvp(pointers[0], pointers.data());
  perror(pointers[0]);
  _exit(127);
}

void serve(const CompileSettings &settings, int requests, int answers) {
  while (std::optional<Message> request = receive(requests)) {
    Result<std::string> artefact = compileModule(
        {reinterpret_cast<const uint8_t *>(request->bytes.data()), request->bytes.size()},
        settings);
    bool isSent = artefact ? send(answers, kArtefact, *artefact)
                           : send(answers, kRefused, artefact.error().text);
    if (!isSent)
      return;
  }
}

} // namespace

void runOnOtherMachine(const std::string &script, const PoolSettings &settings, int fd) {
  signal(SIGPIPE, SIG_IGN);
  Pipe requests = makePipe();
  Pipe answers = makePipe();
  pid_t guest = fork();
  if (guest == 0) {
    close(requests.readEnd);
    close(answers.writeEnd);
    becomeGuest(script, settings, fd, requests.writeEnd, answers.readEnd);
  }
  close(requests.writeEnd);
  close(answers.readEnd);
  serve(settings.compile, requests.readEnd, answers.writeEnd);
  int status = 0;
  waitpid(guest, &status, 0);
  if (WIFSIGNALED(status)) {
    signal(WTERMSIG(status), SIG_DFL);
    raise(WTERMSIG(status));
  }
  _exit(WIFEXITED(status) ? WEXITSTATUS(status) : 1);
}

} // namespace wasmc::wast
