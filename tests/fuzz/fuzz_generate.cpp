// Random modules steered by the fuzzer: they must be valid, and compile.
#include "compiler/driver/compile.h"
#include "tests/fuzz/generate.h"
#include "tests/fuzz/targets.h"

#include <cstdlib>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  using namespace wasmc;
  fuzz::GeneratedModule module = fuzz::generate({data, size}, wasm::kDefault);
  driver::CompileOptions options;
  options.threads = 1;
  options.features = wasm::kDefault;
  if (!driver::compile(module.wasm, options))
    abort();
  return 0;
}
