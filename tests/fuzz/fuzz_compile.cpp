// Compiles whatever validates, at -O0 and at -O2: no valid module may crash the compiler.
#include "compiler/driver/compile.h"
#include "tests/fuzz/targets.h"

#include <cstdlib>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  using namespace wasmc;
  constexpr size_t kMaxSize = 16384; // beyond, LLVM's time hides everything else
  if (size > kMaxSize || !driver::validate({data, size}, wasm::kDefault, 1))
    return 0;
  for (unsigned level : {0u, 2u}) {
    driver::CompileOptions options;
    options.optimizationLevel = level;
    options.threads = 1;
    options.features = wasm::kDefault;
    if (!driver::compile({data, size}, options))
      abort(); // valid, and yet refused
  }
  return 0;
}
