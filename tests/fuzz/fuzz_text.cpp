// Reads any text, as a module and as a script, and decodes what came out: the reader's own output
// must be well formed wherever it says so.
#include "compiler/decode/decode.h"
#include "compiler/text/script.h"
#include "compiler/text/text.h"
#include "compiler/validate/validate.h"
#include "tests/fuzz/targets.h"

namespace {

using namespace wasmc;

void check(const Result<text::BinaryModule> &binary) {
  if (!binary)
    return;
  Result<wasm::Module> module = decode::decode(binary->bytes, wasm::kAllFeatures);
  if (module)
    (void)validate::validate(std::move(*module), wasm::kAllFeatures, 1);
  else
    (void)text::toTextError(module.error(), binary->map);
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  std::string_view text(reinterpret_cast<const char *>(data), size);
  Result<text::BinaryModule> binary = text::readModule(text);
  check(binary);
  if (!binary)
    (void)text::renderError("fuzz.wat", text, binary.error());
  if (Result<text::Script> script = text::readScript(text))
    for (const text::ScriptCommand &command : script->commands)
      if (command.hasModule)
        check(text::readScriptModule(text, command.module));
  return 0;
}
