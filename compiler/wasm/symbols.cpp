#include "compiler/wasm/symbols.h"

namespace wasmc::wasm {

std::string signatureLetters(const SubType &type) {
  std::string letters;
  for (ValueType p : type.params)
    letters += WASMC_VALUE_LETTERS[p.kind()];
  letters += '_';
  for (ValueType r : type.results)
    letters += WASMC_VALUE_LETTERS[r.kind()];
  return letters;
}

ThunkNeeds thunkNeeds(const Module &module, const std::vector<FunctionIndex> &referenced) {
  ThunkNeeds needs{std::vector<bool>(module.types.size()), std::vector<bool>(module.types.size())};
  for (FunctionIndex f : referenced) {
    needs.entry[module.functions[f.value].type.value] = true;
    needs.host[module.functions[f.value].type.value] = true;
  }
  for (uint32_t f = 0; f < module.importedFunctions; ++f)
    needs.host[module.functions[f].type.value] = true;
  return needs;
}

} // namespace wasmc::wasm
