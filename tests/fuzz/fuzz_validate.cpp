// Decodes and validates any bytes, under the default features and under all that there are.
#include "compiler/decode/decode.h"
#include "compiler/validate/validate.h"
#include "tests/fuzz/targets.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  using namespace wasmc;
  for (wasm::Features features : {wasm::kDefault, wasm::kAllFeatures}) {
    Result<wasm::Module> module = decode::decode({data, size}, features);
    if (module)
      (void)validate::validate(std::move(*module), features, 1);
  }
  return 0;
}
