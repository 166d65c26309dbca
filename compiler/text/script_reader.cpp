#include "compiler/text/script_reader.h"

#include "compiler/text/module_reader.h"

namespace wasmc::text {

using Kind = ScriptCommand::Kind;

namespace {

struct AssertionKind {
  std::string_view keyword;
  Kind kind;
  bool takesAction;
  bool takesModule;
  bool hasMessage;
};

constexpr AssertionKind kAssertions[] = {
    {"assert_return", Kind::assert_return, true, false, false},
    {"assert_trap", Kind::assert_trap, true, true, true},
    {"assert_exhaustion", Kind::assert_exhaustion, true, false, true},
    {"assert_exception", Kind::assert_exception, true, false, false},
    {"assert_malformed", Kind::assert_malformed, false, true, true},
    {"assert_malformed_custom", Kind::assert_malformed_custom, false, true, true},
    {"assert_invalid", Kind::assert_invalid, false, true, true},
    {"assert_invalid_custom", Kind::assert_invalid_custom, false, true, true},
    {"assert_unlinkable", Kind::assert_unlinkable, false, true, true},
};

// Commands of the interpreter and of proposals that no runner here knows.
constexpr std::string_view kUnsupported[] = {"thread", "wait",   "input",
                                             "output", "script", "assert_suspension"};

const AssertionKind *findAssertion(std::string_view keyword) {
  for (const AssertionKind &entry : kAssertions)
    if (entry.keyword == keyword)
      return &entry;
  return nullptr;
}

// Keeps a line number, so that a script's positions cost one walk over its text.
class LineCounter {
public:
  explicit LineCounter(std::string_view text) : text_(text) {}

  // Offsets must ascend.
  TextPosition advanceTo(uint32_t offset) {
    TextPosition rest = positionOf(text_.substr(lineBegin_), offset - lineBegin_);
    line_ += rest.line - 1;
    lineBegin_ = offset;
    while (lineBegin_ > 0 && text_[lineBegin_ - 1] != '\n' && text_[lineBegin_ - 1] != '\r')
      --lineBegin_;
    return {line_, rest.column};
  }

private:
  std::string_view text_;
  uint32_t line_ = 1;
  uint32_t lineBegin_ = 0;
};

} // namespace

Result<Script> ScriptReader::read() {
  Script script;
  // Fields alone: the whole text is one module.
  for (std::string_view field : {"type", "rec", "import", "func", "table", "memory", "global",
                                 "tag", "export", "start", "elem", "data"}) {
    if (!tokens_.atForm(field))
      continue;
    ScriptCommand command;
    command.offset = tokens_.offset();
    command.position = positionOf(list_.text, command.offset);
    command.module.end = static_cast<uint32_t>(list_.text.size());
    command.hasModule = true;
    script.commands.push_back(std::move(command));
    return script;
  }
  LineCounter lines(list_.text);
  while (tokens_.at(TokenKind::left)) {
    uint32_t offset = tokens_.offset();
    TRY_ASSIGN(ScriptCommand command, command());
    command.offset = offset;
    command.position = lines.advanceTo(offset);
    script.commands.push_back(std::move(command));
  }
  TRY(tokens_.expect(TokenKind::end));
  return script;
}

bool ScriptReader::atAction() const {
  return tokens_.atForm("invoke") || tokens_.atForm("get");
}

Result<ScriptCommand> ScriptReader::command() {
  ScriptCommand command;
  if (tokens_.atForm("module")) {
    TRY(moduleCommand(command));
  } else if (tokens_.atForm("register")) {
    TRY(registerCommand(command));
  } else if (atAction()) {
    command.kind = Kind::action;
    TRY_ASSIGN(command.action, action());
  } else if (tokens_.peek(1).kind == TokenKind::keyword && findAssertion(tokens_.word(1))) {
    TRY(assertion(command));
  } else {
    TRY(unsupported(command));
  }
  return command;
}

Result<void> ScriptReader::unsupported(ScriptCommand &command) {
  command.kind = Kind::unsupported;
  for (std::string_view keyword : kUnsupported)
    if (tokens_.acceptForm(keyword)) {
      command.name = keyword;
      return tokens_.skipRest();
    }
  TRY(tokens_.expect(TokenKind::left));
  return tokens_.unexpected();
}

Result<void> ScriptReader::moduleCommand(ScriptCommand &command) {
  bool isInstance = tokens_.peek(2).kind == TokenKind::keyword && tokens_.word(2) == "instance";
  if (!isInstance) {
    command.hasModule = true;
    TRY_ASSIGN(command.module, module());
    return {};
  }
  command.kind = Kind::module_instance;
  tokens_.setPosition(tokens_.position() + 3);
  // One name is the instance's, of the last definition.
  command.module.id = tokens_.acceptIdentifier().value_or("");
  command.name = tokens_.acceptIdentifier().value_or("");
  return tokens_.expect(TokenKind::right);
}

Result<void> ScriptReader::registerCommand(ScriptCommand &command) {
  command.kind = Kind::register_;
  TRY(tokens_.expectForm("register"));
  TRY_ASSIGN(command.name, tokens_.name());
  command.module.id = tokens_.acceptIdentifier().value_or("");
  return tokens_.expect(TokenKind::right);
}

Result<ScriptModule> ScriptReader::module() {
  ScriptModule module;
  module.begin = tokens_.offset();
  TRY(tokens_.expectForm("module"));
  module.isDefinition = tokens_.acceptKeyword("definition");
  module.id = tokens_.acceptIdentifier().value_or("");
  if (tokens_.acceptKeyword("binary"))
    module.form = ScriptModule::Form::binary;
  else if (tokens_.acceptKeyword("quote"))
    module.form = ScriptModule::Form::quote;
  if (module.form == ScriptModule::Form::text) {
    TRY(tokens_.skipRest());
  } else {
    module.contents = tokens_.strings();
    TRY(tokens_.expect(TokenKind::right));
  }
  module.end = list_.tokens[tokens_.position() - 1].end;
  return module;
}

Result<ScriptAction> ScriptReader::action() {
  ScriptAction action;
  if (tokens_.acceptForm("get"))
    action.kind = ScriptAction::Kind::get;
  else
    TRY(tokens_.expectForm("invoke"));
  action.module = tokens_.acceptIdentifier().value_or("");
  TRY_ASSIGN(action.name, tokens_.name());
  while (action.kind == ScriptAction::Kind::invoke && tokens_.at(TokenKind::left)) {
    TRY_ASSIGN(ScriptValue argument, value());
    action.arguments.push_back(argument);
  }
  TRY(tokens_.expect(TokenKind::right));
  return action;
}

Result<void> ScriptReader::assertion(ScriptCommand &command) {
  const AssertionKind &assertion = *findAssertion(tokens_.word(1));
  command.kind = assertion.kind;
  tokens_.setPosition(tokens_.position() + 2);
  if (assertion.takesModule && tokens_.atForm("module")) {
    command.hasModule = true;
    TRY_ASSIGN(command.module, module());
  } else if (assertion.takesAction) {
    TRY_ASSIGN(command.action, action());
  } else {
    return tokens_.unexpected();
  }
  while (command.kind == Kind::assert_return && tokens_.at(TokenKind::left)) {
    TRY_ASSIGN(ScriptResult expected, result());
    command.results.push_back(std::move(expected));
  }
  if (assertion.hasMessage) {
    TRY_ASSIGN(command.message, tokens_.string());
  }
  return tokens_.expect(TokenKind::right);
}

Result<Script> readScript(std::string_view text) {
  TRY_ASSIGN(TokenList list, tokenize(text, 0, text.size()));
  return ScriptReader(list).read();
}

Result<BinaryModule> readScriptModule(std::string_view text, const ScriptModule &module) {
  switch (module.form) {
  case ScriptModule::Form::binary:
    return BinaryModule{{module.contents.begin(), module.contents.end()}, {}};
  case ScriptModule::Form::quote:
    return readModule(module.contents);
  case ScriptModule::Form::text:
    break;
  }
  TRY_ASSIGN(TokenList list, tokenize(text, module.begin, module.end));
  return ModuleReader(list, ModuleReader::Dialect::script).read();
}

} // namespace wasmc::text
