#include "compiler/wasm/symbols.h"

namespace wasmc::wasm {

namespace {

char letter(ValueType type) {
  switch (type.kind()) {
  case WASMC_VALUE_i32:
    return 'i';
  case WASMC_VALUE_i64:
    return 'l';
  case WASMC_VALUE_f32:
    return 'f';
  case WASMC_VALUE_f64:
    return 'd';
  case WASMC_VALUE_v128:
    return 'v';
  default:
    return 'r';
  }
}

} // namespace

std::string signatureLetters(const SubType &type) {
  std::string letters;
  for (ValueType p : type.params)
    letters += letter(p);
  letters += '_';
  for (ValueType r : type.results)
    letters += letter(r);
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
