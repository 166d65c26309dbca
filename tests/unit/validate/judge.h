// What the front end says of a module.
#ifndef WASMC_TESTS_UNIT_VALIDATE_JUDGE_H
#define WASMC_TESTS_UNIT_VALIDATE_JUDGE_H

#include "compiler/decode/decode.h"
#include "compiler/validate/validate.h"
#include "tests/unit/validate/wabt.h"

#include <string>

namespace wasmc::test {

// The error that decoding or validation gives, with an empty text where both accept.
inline Error judge(const ByteVector &bytes, wasm::Features features = wasm::kAllFeatures,
                   unsigned threads = 1) {
  Result<wasm::Module> module = decode::decode(bytes, features);
  if (!module)
    return module.error();
  Result<wasm::ValidatedModule> validated =
      validate::validate(std::move(*module), features, threads);
  return validated ? Error{} : validated.error();
}

// The same of a module in the text format. Empty: valid.
inline std::string judgeText(std::string_view text, wasm::Features features = wasm::kAllFeatures) {
  return judge(assemble(text), features).text;
}

} // namespace wasmc::test

#endif
