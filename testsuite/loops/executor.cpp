// executor SEED CALLS FUNCTIONS FILE...: calls the exports f0, f1, ... of several compilations of
// one module with the same random arguments and compares, after every call, trapping or not: trap,
// result, the whole memory (and the other one), the global. The first file is the reference. Files
// compiled with --loop-versioning=count tell how often each copy of a loop was entered. The last
// line is `calls traps fast strict`; the exit status is 1 after a difference.

#include "wasmc/embed.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

namespace {

constexpr size_t kMemory = 2 * 65536;

uint64_t state;
uint64_t next() {
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return state * 0x2545f4914f6cdd1dull;
}
uint32_t below(uint32_t limit) {
  return static_cast<uint32_t>((next() >> 33) % limit);
}

// An index: inside, around the end of memory, or around the ends of the 32-bit numbers.
uint32_t randomIndex() {
  switch (below(12)) {
  case 0:
    return kMemory - below(400);
  case 1:
    return kMemory - below(4000);
  case 2:
    return 0u - below(300);
  case 3:
    return 0x80000000u + below(200) - 100;
  case 4:
    return below(64);
  default:
    return below(100) * 8 + below(8) * below(2) + below(2) * 65536;
  }
}

uint32_t randomCount() {
  switch (below(8)) {
  case 0:
    return below(4);
  case 1:
    return below(3000);
  case 2:
    return below(40) * 4;
  default:
    return below(80);
  }
}

struct Answer {
  uint32_t trap = 0;
  uint64_t result = 0, global = 0;
  std::vector<uint8_t> memory, other;
  bool operator==(const Answer &) const = default;
};

struct Compilation {
  const char *path;
  wasmc_instance *instance;
};

uint64_t ask(const Compilation &c, const char *function) {
  wasmc_slot slots[1] = {};
  if (wasmc_call(c.instance, function, slots, 1) != WASMC_TRAP_none) {
    std::printf("%s: %s failed: %s\n", c.path, function, wasmc_last_error());
    std::exit(2);
  }
  uint64_t value;
  std::memcpy(&value, &slots[0], sizeof value);
  return value;
}

// The second memory, or null where there is only one.
uint8_t *otherMemory(const Compilation &c) {
  size_t bytes;
  uint8_t *memory = wasmc_memory_data(c.instance, "other", &bytes);
  return memory != nullptr && bytes == kMemory ? memory : nullptr;
}

Answer call(const Compilation &c, const std::string &function, const uint32_t (&arguments)[6],
            const std::vector<uint8_t> &image) {
  size_t bytes;
  uint8_t *memory = wasmc_memory_data(c.instance, "memory", &bytes);
  if (memory == nullptr || bytes != kMemory) {
    std::printf("%s: no memory of two pages\n", c.path);
    std::exit(2);
  }
  std::memcpy(memory, image.data(), kMemory);
  uint8_t *other = otherMemory(c);
  if (other != nullptr)
    std::memcpy(other, image.data(), kMemory);
  ask(c, "reset");
  wasmc_slot slots[6] = {};
  for (int k = 0; k < 6; ++k)
    std::memcpy(&slots[k], &arguments[k], sizeof arguments[k]);
  Answer answer;
  answer.trap = wasmc_call(c.instance, function.c_str(), slots, 6);
  if (answer.trap == WASMC_TRAP_none)
    std::memcpy(&answer.result, &slots[0], sizeof answer.result);
  answer.global = ask(c, "global");
  answer.memory.assign(memory, memory + kMemory);
  if (other != nullptr)
    answer.other.assign(other, other + kMemory);
  return answer;
}

void report(const char *reference, const char *other, const std::string &function,
            const uint32_t (&arguments)[6], const Answer &a, const Answer &b) {
  std::printf("DIFFERENT %s(", function.c_str());
  for (uint32_t argument : arguments)
    std::printf(" %u", argument);
  std::printf(" ): %s trap %u result %llx global %llx; %s trap %u result %llx global %llx",
              reference, a.trap, static_cast<unsigned long long>(a.result),
              static_cast<unsigned long long>(a.global), other, b.trap,
              static_cast<unsigned long long>(b.result), static_cast<unsigned long long>(b.global));
  for (size_t k = 0; k < kMemory; ++k)
    if (a.memory[k] != b.memory[k]) {
      std::printf("; memory differs first at %zu", k);
      break;
    }
  if (a.other != b.other)
    std::printf("; the other memory differs");
  std::printf("\n");
}

} // namespace

int main(int argc, char **argv) {
  if (argc < 6)
    return 2;
  state = std::strtoull(argv[1], nullptr, 10) * 0x9e3779b97f4a7c15ull + 1;
  int calls = std::atoi(argv[2]), functions = std::atoi(argv[3]);
  std::vector<Compilation> compilations;
  for (int k = 4; k < argc; ++k) {
    compilations.push_back({argv[k], wasmc_instance_load(argv[k], nullptr)});
    if (compilations.back().instance == nullptr) {
      std::printf("%s: %s\n", argv[k], wasmc_last_error());
      return 2;
    }
  }
  std::vector<uint8_t> image(kMemory);
  for (uint8_t &byte : image)
    byte = static_cast<uint8_t>(next() >> 40);
  unsigned done = 0, traps = 0, differences = 0;
  for (int f = 0; f < functions; ++f)
    for (int k = 0; k < calls; ++k) {
      std::string function = "f" + std::to_string(f);
      const uint32_t arguments[6] = {randomIndex(), randomIndex(), randomIndex(),
                                     randomCount(), randomCount(), below(40) - 16};
      Answer wanted = call(compilations[0], function, arguments, image);
      ++done;
      traps += wanted.trap != WASMC_TRAP_none;
      for (size_t other = 1; other < compilations.size(); ++other) {
        Answer answer = call(compilations[other], function, arguments, image);
        if (!(answer == wanted) && ++differences <= 5)
          report(argv[4], compilations[other].path, function, arguments, wanted, answer);
      }
    }
  uint64_t fast = 0, strict = 0;
  for (const Compilation &c : compilations) {
    fast += ask(c, "fast");
    strict += ask(c, "strict");
    wasmc_instance_delete(c.instance);
  }
  std::printf("%u %u %llu %llu\n", done, traps, static_cast<unsigned long long>(fast),
              static_cast<unsigned long long>(strict));
  return differences != 0;
}
