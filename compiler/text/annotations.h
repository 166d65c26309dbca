// The annotations that are read: @custom, @name and @metadata.code.branch_hint (spec, appendix
// "Custom Sections and Annotations").
#ifndef WASMC_COMPILER_TEXT_ANNOTATIONS_H
#define WASMC_COMPILER_TEXT_ANNOTATIONS_H

#include "compiler/text/module_state.h"
#include "compiler/text/token_stream.h"

namespace wasmc::text {

// The annotations of one module. Each belongs to what comes after it or, for names, before it;
// whoever reads that takes it, and what nobody takes is misplaced.
class Annotations {
public:
  explicit Annotations(const TokenList &list) : list_(list), isTaken_(list.annotations.size()) {}

  // Takes all @custom annotations between the fields of the module and its own @name. `firstField`
  // is the position of the first field, or of what comes after the last when there is none;
  // `depth` that of the open parentheses around the fields.
  Result<void> takeOfModule(uint32_t firstField, uint32_t depth, ModuleState &state);
  // The @name before the token at `position`, if any.
  Result<std::optional<std::string>> takeName(uint32_t position);
  // The @metadata.code.branch_hint before the token at `position`, if any: 0 unlikely, 1 likely.
  Result<std::optional<uint8_t>> takeBranchHint(uint32_t position);
  // Complains about the first annotation that nobody took.
  Result<void> checkAllTaken(uint32_t depth) const;

private:
  template <class Take>
  Result<void> forEachBefore(uint32_t position, AnnotationKind kind, Take take);

  const TokenList &list_;
  std::vector<bool> isTaken_;
};

} // namespace wasmc::text

#endif
