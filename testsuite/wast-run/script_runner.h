// Runs one script in this process, which may die of it.
#ifndef WASMC_TESTSUITE_WAST_RUN_SCRIPT_RUNNER_H
#define WASMC_TESTSUITE_WAST_RUN_SCRIPT_RUNNER_H

#include "compiler/text/script.h"
#include "testsuite/wast-run/compiled_module.h"
#include "testsuite/wast-run/outcome.h"

#include <string>
#include <string_view>

namespace wasmc::wast {

using CommandKind = text::ScriptCommand::Kind;

// Who is told how a script goes on.
class Listener {
public:
  virtual ~Listener() = default;
  // Before the first command.
  virtual void started(size_t commandCount) = 0;
  virtual void commandBegins(uint32_t line, CommandKind kind) = 0;
  virtual void commandEnds(const Outcome &outcome) = 0;
  // A `.cwasm` file has been mapped; what its header says.
  virtual void mapped(uint32_t level, std::string_view cpu) = 0;
  // A module was refused, as it should be, with another message than the suite's.
  virtual void otherMessage() = 0;
};

// `path` is relative to the suite: the directory says which features the script may use. False when
// the text is no script; the listener has been told of one failed command then.
bool runScript(const std::string &path, const std::string &text, const CompileSettings &settings,
               Listener &listener);

} // namespace wasmc::wast

#endif
