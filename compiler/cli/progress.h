// A line that tells a waiting person how far the compiler is.
#ifndef WASMC_COMPILER_CLI_PROGRESS_H
#define WASMC_COMPILER_CLI_PROGRESS_H

#include <chrono>
#include <cstddef>
#include <mutex>

namespace wasmc::cli {

// Rewrites one line on standard error, if that is a terminal, once a second has passed; takes it
// away when destroyed. Thread-safe.
class Progress {
public:
  explicit Progress(bool quiet);
  ~Progress();
  Progress(const Progress &) = delete;
  Progress &operator=(const Progress &) = delete;

  void update(size_t done, size_t total);

private:
  std::chrono::steady_clock::time_point start_;
  std::mutex mutex_;
  bool enabled_;
  bool shown_ = false;
  size_t most_ = 0;
};

} // namespace wasmc::cli

#endif
