// The branch hint section (proposal branch-hinting, "Binary format"): for functions, in ascending
// order, the offsets of branches in the body, ascending too, each with a byte that says which way.
//
// It is only advice: whatever is wrong with it, the module is as good as without it. It is taken
// whole or not at all, since what one wrong number means for the next nobody knows. A hint takes
// three bytes of the section, so those kept are a small multiple of the input.
#include "compiler/decode/module_decoder.h"

namespace wasmc::decode {

namespace {

constexpr std::string_view kSectionName = "metadata.code.branch_hint";
constexpr uint32_t kHintBytes = 1;
static_assert(kMaxBodyBytes < 1u << 31, "BranchHint::offset has 31 bits");

Result<void> readHint(Cursor &cursor, wasm::FunctionIndex index, wasm::Module &module) {
  const wasm::Function &function = module.functions[index.value];
  uint64_t start = cursor.offset();
  TRY_ASSIGN(uint32_t offset, cursor.readU32());
  TRY_ASSIGN(uint32_t size, cursor.readU32());
  if (size != kHintBytes)
    return error(start, "branch hint of ", size, " bytes");
  TRY_ASSIGN(uint8_t isLikely, cursor.readByte());
  if (isLikely > 1)
    return error(start, "branch hint ", isLikely);
  // Compared in 64 bits: the offset is any number of 32.
  uint64_t place = function.bodyOffset + offset;
  if (place < function.body.offset || place >= function.body.offset + function.body.data.size())
    return error(start, "branch hint outside of the operators of function ", index.value);
  if (!module.branchHints.empty()) {
    const wasm::BranchHint &last = module.branchHints.back();
    if (last.function == index && offset <= last.offset)
      return error(start, "branch hints out of order");
  }
  module.branchHints.push_back({index, offset, isLikely});
  return {};
}

Result<void> readFunctions(Cursor cursor, wasm::Module &module) {
  TRY_ASSIGN(uint32_t functions, cursor.readCount());
  uint64_t next = module.importedFunctions; // the lowest that may follow: imports have no body
  for (uint32_t i = 0; i < functions; ++i) {
    uint64_t start = cursor.offset();
    TRY_ASSIGN(uint32_t function, cursor.readU32());
    if (function < next || function >= module.functions.size())
      return error(start, "branch hints of function ", function, ", which is imported, unknown or ",
                   "out of order");
    next = uint64_t{function} + 1;
    TRY_ASSIGN(uint32_t hints, cursor.readCount());
    for (uint32_t k = 0; k < hints; ++k)
      TRY(readHint(cursor, wasm::FunctionIndex(function), module));
  }
  if (!cursor.atEnd())
    return error(cursor.offset(), "bytes left behind the branch hints");
  return {};
}

} // namespace

void readBranchHints(uint64_t codeOffset, wasm::Module &module) {
  const wasm::Bytes *contents = nullptr;
  for (const wasm::CustomSection &custom : module.customSections) {
    if (custom.name != kSectionName)
      continue;
    // Of two that contradict each other neither is to be believed.
    if (contents != nullptr || custom.contents.offset > codeOffset)
      return;
    contents = &custom.contents;
  }
  if (contents != nullptr && !readFunctions(Cursor(*contents), module))
    module.branchHints.clear();
}

} // namespace wasmc::decode
