#include "testsuite/wast-run/pool.h"

#include "testsuite/wast-run/other_machine.h"
#include "testsuite/wast-run/records.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <iterator>
#include <list>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace wasmc::wast {

namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void runChild(const std::string &script, const PoolSettings &settings, int fd) {
  if (!settings.guest.empty())
    runOnOtherMachine(script, settings, fd);
  PipeListener listener(fd);
  runScript(script, readScriptFile(settings.root + "/" + script), settings.compile, listener);
  listener.finished();
  _exit(0);
}

// The parent's side of one child.
class Child {
public:
  Child(const std::string &script, const PoolSettings &settings, Report &report)
      : script_(script), settings_(settings), report_(report) {
    int ends[2];
    if (pipe(ends) != 0) {
      perror("pipe");
      exit(2);
    }
    fflush(stdout);
    pid_ = fork();
    if (pid_ == 0) {
      close(ends[0]);
      runChild(script, settings, ends[1]);
    }
    close(ends[1]);
    fd_ = ends[0];
    deadline_ = Clock::now() + limit();
  }

  int fd() const { return fd_; }
  Clock::time_point deadline() const { return deadline_; }

  // Takes what the pipe holds. False when the child is gone.
  bool read() {
    char buffer[65536];
    ssize_t count = ::read(fd_, buffer, sizeof buffer);
    if (count <= 0) {
      reap("");
      return false;
    }
    buffered_.append(buffer, static_cast<size_t>(count));
    takeRecords();
    deadline_ = Clock::now() + limit();
    return true;
  }

  void kill() {
    ::kill(pid_, SIGKILL);
    reap("took more than " + std::to_string(settings_.secondsPerCommand) + " seconds");
  }

private:
  std::chrono::seconds limit() const { return std::chrono::seconds(settings_.secondsPerCommand); }

  void takeRecords() {
    size_t position = 0;
    Record record;
    while (buffered_.size() - position >= sizeof record) {
      memcpy(&record, buffered_.data() + position, sizeof record);
      if (buffered_.size() - position < sizeof record + record.textSize)
        break;
      take(record, buffered_.substr(position + sizeof record, record.textSize));
      position += sizeof record + record.textSize;
    }
    buffered_.erase(0, position);
  }

  void take(const Record &record, std::string text) {
    switch (record.type) {
    case RecordType::started:
      remaining_ = record.number;
      break;
    case RecordType::begins:
      line_ = record.number;
      kind_ = record.kind;
      break;
    case RecordType::ends:
      --remaining_;
      report_.commandDone(script_, line_, kind_, {record.verdict, record.reason, std::move(text)});
      break;
    case RecordType::mapped:
      report_.mapped(record.number, text);
      break;
    case RecordType::other_message:
      report_.otherMessage();
      break;
    case RecordType::finished:
      isFinished_ = true;
    }
  }

  void reap(std::string problem) {
    close(fd_);
    int status = 0;
    waitpid(pid_, &status, 0);
    if (isFinished_ && status == 0)
      return;
    if (problem.empty())
      problem = WIFSIGNALED(status)
                    ? "the process died of signal " + std::to_string(WTERMSIG(status))
                    : "the process ended with code " + std::to_string(WEXITSTATUS(status));
    report_.commandDone(script_, line_, kind_, Outcome::fail(problem));
    report_.commandsLost(script_, remaining_ > 0 ? remaining_ - 1 : 0);
  }

  const std::string &script_;
  const PoolSettings &settings_;
  Report &report_;
  pid_t pid_ = 0;
  int fd_ = -1;
  std::string buffered_;
  Clock::time_point deadline_;
  uint32_t line_ = 0;
  CommandKind kind_ = CommandKind::module;
  size_t remaining_ = 0;
  bool isFinished_ = false;
};

int millisecondsUntil(Clock::time_point time) {
  auto left = std::chrono::duration_cast<std::chrono::milliseconds>(time - Clock::now()).count();
  return static_cast<int>(std::max<long long>(left + 1, 0));
}

// Waits for news of any child, or for the first deadline.
void waitForNews(std::list<Child> &children) {
  std::vector<pollfd> polled;
  Clock::time_point first = Clock::time_point::max();
  for (const Child &child : children) {
    polled.push_back({child.fd(), POLLIN, 0});
    first = std::min(first, child.deadline());
  }
  poll(polled.data(), polled.size(), millisecondsUntil(first));
  size_t k = 0;
  for (auto child = children.begin(); child != children.end(); ++k) {
    bool isAlive = true;
    if (polled[k].revents != 0) {
      isAlive = child->read();
    } else if (Clock::now() >= child->deadline()) {
      child->kill();
      isAlive = false;
    }
    child = isAlive ? std::next(child) : children.erase(child);
  }
}

} // namespace

void runScripts(const std::vector<std::string> &scripts, const PoolSettings &settings,
                Report &report) {
  std::list<Child> children;
  size_t next = 0;
  while (next < scripts.size() || !children.empty()) {
    while (next < scripts.size() && children.size() < std::max(settings.jobs, 1u))
      children.emplace_back(scripts[next++], settings, report);
    waitForNews(children);
  }
}

} // namespace wasmc::wast
