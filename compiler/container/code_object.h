// What is read back from an object that code generation made: how much code there is, where it can
// be found after linking, and which Wasm offset each address belongs to.
#ifndef WASMC_COMPILER_CONTAINER_CODE_OBJECT_H
#define WASMC_COMPILER_CONTAINER_CODE_OBJECT_H

#include "compiler/wasm/module.h"
#include "wasmc/detail/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace wasmc::container {

// From `pc` on, up to the next entry, code belongs to the operator at `wasmOffset` (0: to none).
struct OffsetEntry {
  uint32_t pc = 0; // relative to the object's text
  uint32_t wasmOffset = 0;
};

struct CodeObject {
  uint32_t textSize = 0;
  // A symbol of the text and its place in it: the start of the text is anchor - anchorOffset.
  std::string anchor;
  uint32_t anchorOffset = 0;
  std::vector<OffsetEntry> offsets; // sorted by pc
};

// `bytes` is an ELF object with one `.text` section and, if compiled with line tables, offsets into
// functions of `module` as line numbers, counted from 1, and the functions' symbols as files. An
// object without code has textSize 0.
Result<CodeObject> readCodeObject(std::string_view bytes, const wasm::Module &module);

} // namespace wasmc::container

#endif
