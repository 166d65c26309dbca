// Reads the commands of a script, one at a time.
#ifndef WASMC_COMPILER_TEXT_SCRIPT_READER_H
#define WASMC_COMPILER_TEXT_SCRIPT_READER_H

#include "compiler/text/script.h"
#include "compiler/text/token_stream.h"

namespace wasmc::text {

class ScriptReader {
public:
  explicit ScriptReader(const TokenList &list) : list_(list), tokens_(list) {}

  Result<Script> read();

private:
  Result<ScriptCommand> command();
  Result<void> moduleCommand(ScriptCommand &command);
  Result<void> registerCommand(ScriptCommand &command);
  Result<void> assertion(ScriptCommand &command);
  Result<void> unsupported(ScriptCommand &command);

  // From behind `(module` to its `)`, both parentheses included.
  Result<ScriptModule> module();
  Result<ScriptAction> action();
  bool atAction() const;

  // script_values.cpp
  Result<ScriptValue> value();
  Result<void> referenceValue(ScriptValue &value, std::string_view keyword);
  Result<ScriptResult> result();
  Result<ScriptResult> singleResult();
  Result<void> referenceResult(ScriptResult &result, std::string_view keyword);
  Result<void> vectorResult(ScriptResult &result);
  Result<LanePattern> lane(unsigned bits, bool isFloat);
  Result<std::optional<wasm::HeapKind>> heapKind();

  const TokenList &list_;
  TokenStream tokens_;
};

} // namespace wasmc::text

#endif
