#include "compiler/lower/debug_info.h"

namespace wasmc::lower {

using namespace llvm;

DebugInfo::DebugInfo(Module &module, StringRef sourceName) : builder_(module) {
  module.addModuleFlag(Module::Warning, "Debug Info Version", DEBUG_METADATA_VERSION);
  module.addModuleFlag(Module::Max, "Dwarf Version", 4);
  file_ = builder_.createFile(sourceName, "");
  builder_.createCompileUnit(DISourceLanguageName(dwarf::DW_LANG_C99), file_, "wasmc", true, "", 0,
                             "", DICompileUnit::LineTablesOnly);
  type_ = builder_.createSubroutineType(builder_.getOrCreateTypeArray({}));
}

void DebugInfo::describe(Function &function, uint64_t wasmOffset) {
  auto line = static_cast<unsigned>(wasmOffset);
  function.setSubprogram(builder_.createFunction(file_, function.getName(), "", file_, line, type_,
                                                 line, DINode::FlagZero,
                                                 DISubprogram::SPFlagDefinition));
}

DebugLoc DebugInfo::location(Function &function, uint64_t wasmOffset) {
  // The column is 16 bits wide, the line 32: offsets go into the line.
  return DILocation::get(function.getContext(), static_cast<unsigned>(wasmOffset), 0,
                         function.getSubprogram());
}

} // namespace wasmc::lower
