// The rules for everything but function bodies (spec 3.2, 3.5). Internal to this room.
#ifndef WASMC_COMPILER_VALIDATE_MODULE_CHECKER_H
#define WASMC_COMPILER_VALIDATE_MODULE_CHECKER_H

#include "compiler/validate/const_expr.h"

namespace wasmc::validate {

// Checks section by section in the order of the binary format, so that the first error found is
// the one at the lowest offset. Fills in what of the context the checks of bodies need.
class ModuleChecker {
public:
  explicit ModuleChecker(Context &context)
      : context_(context), module_(context.module), types_(context.types), checker_(context) {}

  // What stands before the code section.
  Result<void> checkBeforeCode();
  // What stands behind it: the data section.
  Result<void> checkAfterCode();

private:
  Result<void> checkImports();
  Result<void> checkImport(const wasm::Import &import);
  Result<void> checkFunctions();
  Result<void> checkTables();
  Result<void> checkMemories();
  Result<void> checkTags();
  Result<void> checkGlobals();
  Result<void> checkExports();
  Result<void> checkStart();
  Result<void> checkElements();
  Result<void> checkElement(const wasm::ElementSegment &segment);
  void declareFunctions();

  Result<void> checkFunctionType(wasm::TypeIndex type, uint64_t offset) const;
  Result<void> checkTableType(const wasm::TableType &type, uint64_t offset) const;
  Result<void> checkMemoryType(const wasm::MemoryType &type, uint64_t offset) const;
  Result<void> checkTagType(const wasm::TagType &type, uint64_t offset) const;
  Result<void> checkValueType(wasm::ValueType type, uint64_t offset) const;
  uint32_t countOf(wasm::ExternKind kind) const;

  Context &context_;
  const wasm::Module &module_;
  TypeSystem &types_;
  Checker checker_;
};

} // namespace wasmc::validate

#endif
