// The name section. It is only for people: whatever is wrong with it, the module is as good as
// without it.
#include "compiler/decode/module_decoder.h"

namespace wasmc::decode {

namespace {

constexpr uint8_t kModuleName = 0;
constexpr uint8_t kFunctionNames = 1;

Result<void> readFunctionNames(Cursor cursor, wasm::Module &module) {
  TRY_ASSIGN(uint32_t count, cursor.readCount());
  for (uint32_t i = 0; i < count; ++i) {
    uint64_t start = cursor.offset();
    TRY_ASSIGN(uint32_t function, cursor.readU32());
    TRY_ASSIGN(std::string_view name, cursor.readName());
    if (function >= module.functions.size())
      return error(start, "name of unknown function ", function);
    if (function >= module.functionNames.size())
      module.functionNames.resize(function + 1);
    module.functionNames[function] = name;
  }
  return {};
}

Result<void> readSubsections(const wasm::Bytes &contents, wasm::Module &module) {
  Cursor cursor(contents);
  while (!cursor.atEnd()) {
    TRY_ASSIGN(uint8_t id, cursor.readByte());
    TRY_ASSIGN(uint32_t size, cursor.readU32());
    TRY_ASSIGN(wasm::Bytes subsection, cursor.readBytes(size));
    if (id == kModuleName) {
      TRY_ASSIGN(module.moduleName, Cursor(subsection).readName());
    } else if (id == kFunctionNames) {
      TRY(readFunctionNames(Cursor(subsection), module));
    }
  }
  return {};
}

} // namespace

void readNameSection(const wasm::Bytes &contents, wasm::Module &module) {
  if (readSubsections(contents, module))
    return;
  module.moduleName = {};
  module.functionNames.clear();
}

} // namespace wasmc::decode
