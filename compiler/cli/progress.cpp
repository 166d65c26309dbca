#include "compiler/cli/progress.h"

#include <cstdio>
#include <unistd.h>

namespace wasmc::cli {

Progress::Progress(bool quiet)
    : start_(std::chrono::steady_clock::now()), enabled_(!quiet && isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() {
  if (shown_)
    std::fputs("\r\033[K", stderr);
}

void Progress::update(size_t done, size_t total) {
  if (!enabled_ || std::chrono::steady_clock::now() - start_ < std::chrono::seconds(1))
    return;
  std::scoped_lock lock(mutex_);
  // Threads report out of order; the line only moves on.
  if (done <= most_)
    return;
  most_ = done;
  shown_ = true;
  std::fprintf(stderr, "\rcompiling: %zu of %zu parts, %zu %%\033[K", done, total,
               done * 100 / total);
}

} // namespace wasmc::cli
