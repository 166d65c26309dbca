// A loop over independent tasks on several threads.
#ifndef WASMC_COMPILER_DRIVER_PARALLEL_H
#define WASMC_COMPILER_DRIVER_PARALLEL_H

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace wasmc::driver {

// Runs task(k) for every k in [0, count) on up to `threads` threads, the caller's among them.
// Returns when all are done.
template <class Task> void forEachParallel(size_t count, unsigned threads, Task task) {
  std::atomic<size_t> next{0};
  auto work = [&] {
    for (size_t k = next++; k < count; k = next++)
      task(k);
  };
  std::vector<std::thread> helpers;
  for (size_t k = 1; k < std::min<size_t>(threads, count); ++k)
    helpers.emplace_back(work);
  work();
  for (std::thread &helper : helpers)
    helper.join();
}

} // namespace wasmc::driver

#endif
