// What each symbol of the generated code means. Wasm names never become symbols: a function named
// "memcpy" must not meet the linker.
#ifndef WASMC_COMPILER_WASM_SYMBOLS_H
#define WASMC_COMPILER_WASM_SYMBOLS_H

#include "compiler/wasm/module.h"

#include <string>

namespace wasmc::wasm {

// The code of a defined function: this and its index.
inline constexpr const char *kFunctionSymbolPrefix = "wf_";
inline std::string functionSymbol(FunctionIndex f) {
  return kFunctionSymbolPrefix + std::to_string(f.value);
}

// The data of a table that never changes (call_table.h).
inline std::string callTableSymbol(TableIndex t) {
  return "wt_" + std::to_string(t.value);
}

// One letter per value: types with equal letters share their thunks.
std::string signatureLetters(const SubType &type);

// `void entry(code, context, slots)` for every function type with these letters.
inline std::string entryThunkSymbol(const SubType &type) {
  return "we_" + signatureLetters(type);
}

// Guest signature outside, wasmc_host_function inside.
inline std::string hostThunkSymbol(const SubType &type) {
  return "wh_" + signatureLetters(type);
}

// `void initialize(context)`: globals, segments, start function.
inline constexpr const char *kInitializeSymbol = "wi_initialize";

// Which types need thunks: those through which the host can call in, or be called.
struct ThunkNeeds {
  std::vector<bool> entry; // by type index
  std::vector<bool> host;
};
ThunkNeeds thunkNeeds(const Module &module, const std::vector<FunctionIndex> &referenced);

} // namespace wasmc::wasm

#endif
