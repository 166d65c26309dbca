// Runs the fuzz target without a fuzzer: on files given, or on inputs from a random generator with
// the seeds 0 to COUNT-1, the same in every run.
//
// usage: fuzz-wasi-run COUNT | FILE...
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <fstream>
#include <iterator>
#include <random>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

namespace {

void runSeed(unsigned seed) {
  std::mt19937 random(seed);
  std::vector<uint8_t> input(100 + random() % 900);
  for (uint8_t &byte : input)
    byte = static_cast<uint8_t>(random());
  LLVMFuzzerTestOneInput(input.data(), input.size());
}

int runFile(const char *path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    fprintf(stderr, "cannot read %s\n", path);
    return 1;
  }
  const std::vector<char> input{std::istreambuf_iterator<char>(in), {}};
  return LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(input.data()), input.size());
}

} // namespace

int main(int argc, char **argv) {
  if (argc < 2) {
    fprintf(stderr, "usage: %s COUNT | FILE...\n", argv[0]);
    return 2;
  }
  char *end = nullptr;
  const unsigned long count = strtoul(argv[1], &end, 10);
  if (argc == 2 && *end == '\0') {
    for (unsigned long seed = 0; seed < count; ++seed)
      runSeed(static_cast<unsigned>(seed));
    printf("%lu inputs\n", count);
    return 0;
  }
  for (int i = 1; i < argc; ++i)
    if (runFile(argv[i]) != 0)
      return 1;
  return 0;
}
