// Two modules in one C++ program, each with names of its own:
//
//   wasmc compile --emit=obj --emit-header adder.h --prefix adder examples/sum.wat -o adder.o
//   wasmc compile --emit=obj --emit-header counter.h examples/counter.wat -o counter.o
//   g++ -std=c++17 -I include -I . examples/two_modules.cpp adder.o counter.o
//       build/release/lib/libwasmc-rt.a -o two_modules
#include "adder.h"
#include "counter.h"

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

// Where the guests' logs go: each module's functions get what its instance was made with.
using Log = std::vector<std::string>;

extern "C" uint32_t adder_import_env_log(void *env, wasmc_store *, int32_t p0) {
  static_cast<Log *>(env)->push_back("sum " + std::to_string(p0));
  return WASMC_TRAP_none;
}

extern "C" uint32_t counter_import_env_log(void *env, wasmc_store *, int32_t p0) {
  static_cast<Log *>(env)->push_back("count " + std::to_string(p0));
  return p0 > 2 ? WASMC_TRAP_host_error : WASMC_TRAP_none;
}

struct Delete {
  void operator()(wasmc_instance *instance) const { wasmc_instance_delete(instance); }
};
using Instance = std::unique_ptr<wasmc_instance, Delete>;

int main() {
  Log log;
  Instance adder(adder_new(&log, nullptr));
  Instance first(counter_new(&log, nullptr));
  Instance second(counter_new(&log, nullptr));
  if (!adder || !first || !second) {
    std::fprintf(stderr, "%s\n", wasmc_last_error());
    return 1;
  }
  int32_t sum = 0;
  adder_sum(adder.get(), 3, 4, &sum);
  int64_t count = 0;
  double inverse = 0;
  counter_count(first.get(), &count, &inverse);
  counter_count(first.get(), &count, &inverse);
  std::printf("sum %d, count %lld, inverse %g\n", sum, static_cast<long long>(count), inverse);
  std::printf("%s\n", wasmc_trap_message(counter_count(first.get(), &count, &inverse)));
  counter_count(second.get(), &count, &inverse);
  size_t bytes = 0;
  const uint8_t *memory = counter_memory(first.get(), &bytes);
  std::printf("%lld %d %zu\n", static_cast<long long>(count), memory[8], bytes);
  for (const std::string &line : log)
    std::printf("%s\n", line.c_str());
  return 0;
}
