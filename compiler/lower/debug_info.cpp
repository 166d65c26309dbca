#include "compiler/lower/debug_info.h"

#include "compiler/wasm/symbols.h"

namespace wasmc::lower {

using namespace llvm;

DebugInfo::DebugInfo(Module &module) : builder_(module) {
  module.addModuleFlag(Module::Warning, "Debug Info Version", DEBUG_METADATA_VERSION);
  module.addModuleFlag(Module::Max, "Dwarf Version", 4);
  noFunction_ = builder_.createFile(wasm::kInitializeSymbol, "");
  builder_.createCompileUnit(DISourceLanguageName(dwarf::DW_LANG_C99), noFunction_, "wasmc", true,
                             "", 0, "", DICompileUnit::LineTablesOnly);
  type_ = builder_.createSubroutineType(builder_.getOrCreateTypeArray({}));
}

void DebugInfo::describe(Function &function, std::optional<wasm::FunctionIndex> index,
                         uint64_t wasmOffset) {
  start_ = wasmOffset;
  DIFile *file = index ? builder_.createFile(wasm::functionSymbol(*index), "") : noFunction_;
  function.setSubprogram(builder_.createFunction(file, function.getName(), "", file, 1, type_, 1,
                                                 DINode::FlagZero, DISubprogram::SPFlagDefinition));
}

DebugLoc DebugInfo::location(Function &function, uint64_t wasmOffset) {
  assert(wasmOffset >= start_ && "of another function than the one described last");
  // The column is 16 bits wide, the line 32: offsets go into the line. Line 0 means none.
  return DILocation::get(function.getContext(), static_cast<unsigned>(wasmOffset - start_ + 1), 0,
                         function.getSubprogram());
}

} // namespace wasmc::lower
