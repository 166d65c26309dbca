#include "testsuite/wast-run/script_runner.h"

#include "compiler/decode/decode.h"
#include "compiler/validate/validate.h"
#include "runtime-support/instance/instance.h"
#include "runtime-support/trap/trap.h"
#include "testsuite/wast-run/features.h"
#include "testsuite/wast-run/spectest.h"
#include "testsuite/wast-run/values.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <memory>
#include <vector>

namespace wasmc::wast {

namespace {

using instance::Instance;
using text::ScriptAction;
using text::ScriptCommand;
using text::ScriptModule;

// Messages of the suite and ours are the same up to where one of them says more.
bool sameMessage(std::string_view ours, std::string_view suite) {
  return !ours.empty() && !suite.empty() && (ours.starts_with(suite) || suite.starts_with(ours));
}

std::string textOf(std::string_view view) {
  return std::string(view);
}

std::string trapText(uint32_t code) {
  return "trapped: " + textOf(trap::message(code));
}

// What a name of a script stands for: an instance, or why there is none.
struct InstanceSlot {
  Instance *instance = nullptr;
  Reason skipped = Reason::none;

  // What becomes of a command that needs the instance.
  Outcome usable() const {
    if (skipped != Reason::none)
      return Outcome::skip(skipped);
    return instance != nullptr ? Outcome::pass() : Outcome::fail("there is no such instance");
  }
};

// A compiled module, or why there is none.
struct ImageSlot {
  load::CodeImage *image = nullptr;
  Outcome outcome = Outcome::fail("there is no such module");
};

// How far instantiation came.
struct Instantiation {
  Outcome outcome; // failed: it could not even be tried
  Instance *instance = nullptr;
  std::string linkError;
  uint32_t trap = WASMC_TRAP_none;
};

struct ActionResult {
  Outcome outcome; // failed: it could not be tried
  uint32_t trap = WASMC_TRAP_none;
  std::vector<uint32_t> types;
  std::vector<wasmc_slot> slots;
};

class ScriptRunner {
public:
  ScriptRunner(const std::string &path, const std::string &text, const CompileSettings &settings,
               Listener &listener)
      : text_(text), settings_(settings), listener_(listener), features_(featuresOf(path)),
        directoryReason_(reasonOfDirectory(path)) {}

  Result<void> prepare() {
    TRY(trap::prepareThread());
    TRY(store_.create({}));
    return host_.create(store_);
  }

  Outcome run(const ScriptCommand &command) {
    Outcome outcome = dispatch(command);
    if (outcome.verdict != Verdict::failed || command.hasModule)
      return outcome;
    // Not what it was when a skipped module should have changed it.
    auto entry = disturbed_.find(slotOf(command.action.module).instance);
    return entry != disturbed_.end() ? Outcome::skip(entry->second) : outcome;
  }

private:
  Outcome dispatch(const ScriptCommand &command) {
    switch (command.kind) {
    case CommandKind::module:
      return module(command.module);
    case CommandKind::module_instance:
      return moduleInstance(command);
    case CommandKind::register_:
      return registerInstance(command);
    case CommandKind::action:
      return plainAction(command.action);
    case CommandKind::assert_return:
      return assertReturn(command);
    case CommandKind::assert_trap:
      return assertTrap(command);
    case CommandKind::assert_exhaustion:
      return assertActionTraps(command);
    case CommandKind::assert_exception:
      return assertException(command.action);
    case CommandKind::assert_malformed:
    case CommandKind::assert_malformed_custom:
    case CommandKind::assert_invalid:
    case CommandKind::assert_invalid_custom:
      return assertRefused(command);
    case CommandKind::assert_unlinkable:
      return assertUnlinkable(command);
    case CommandKind::unsupported:
      // `thread` and `wait` are all that the reader lets through.
      return Outcome::skip(Reason::threads);
    }
    return Outcome::fail("an unknown command");
  }

  // --- modules ---

  // A module that should be valid is not: in directories whose proposal nobody here implements, a
  // use of that proposal.
  Outcome notAccepted(const Error &error) const {
    if (directoryReason_ != Reason::none)
      return Outcome::skip(directoryReason_);
    return Outcome::fail("refused: " + std::string(error.text));
  }

  ImageSlot compile(const ScriptModule &module) {
    Result<text::BinaryModule> binary = text::readScriptModule(text_, module);
    if (!binary)
      return {nullptr, notAccepted(binary.error())};
    if (Result<void> valid = checkModule(binary->bytes, wasm::kAllFeatures); !valid)
      return {nullptr, notAccepted(valid.error())};
    if (Result<void> lowerable = checkModule(binary->bytes, wasm::kDefault); !lowerable) {
      Reason reason = missingFeature(binary->bytes);
      noteDisturbed(binary->bytes, reason);
      return {nullptr, reason != Reason::none ? Outcome::skip(reason)
                                              : Outcome::fail("valid, but refused by default: " +
                                                              std::string(lowerable.error().text))};
    }
    Result<std::unique_ptr<load::CodeImage>> image = compileAndMap(binary->bytes, settings_);
    if (!image)
      return {nullptr, Outcome::fail("not compiled: " + std::string(image.error().text))};
    images_.push_back(std::move(*image));
    const wasmc_image_header &header = images_.back()->view().header();
    listener_.mapped(header.optimization_level, header.cpu);
    return {images_.back().get(), Outcome::pass()};
  }

  // Instances that a skipped module imports from: its start and its segments would have changed
  // what they share.
  void noteDisturbed(std::span<const uint8_t> bytes, Reason reason) {
    Result<wasm::Module> module = decode::decode(bytes, wasm::kAllFeatures);
    if (!module || reason == Reason::none)
      return;
    for (const wasm::Import &import : module->imports) {
      auto entry = registered_.find(textOf(import.module));
      if (entry != registered_.end() && entry->second.instance != nullptr)
        disturbed_[entry->second.instance] = reason;
    }
  }

  // A module that was skipped leaves nothing to import from.
  Reason skippedImport(const load::ImageView &image) const {
    for (const wasmc_import &import : image.table<wasmc_import>(image.header().imports)) {
      std::string_view module = image.stringOrEmpty(import.module);
      // The runtime has no shared memories to offer.
      if (module == "spectest" && image.stringOrEmpty(import.name) == "shared_memory")
        return Reason::threads;
      auto entry = registered_.find(textOf(module));
      if (entry != registered_.end() && entry->second.skipped != Reason::none)
        return entry->second.skipped;
    }
    return Reason::none;
  }

  static bool findImport(void *self, std::string_view module, std::string_view name,
                         object::Extern &found) {
    auto &runner = *static_cast<ScriptRunner *>(self);
    auto entry = runner.registered_.find(textOf(module));
    if (entry == runner.registered_.end())
      return runner.host_.find(module, name, found);
    return entry->second.instance != nullptr && entry->second.instance->findExport(name, found);
  }

  Instantiation instantiate(const ImageSlot &slot) {
    Instantiation result;
    result.outcome = slot.outcome;
    if (slot.image == nullptr)
      return result;
    if (Reason reason = skippedImport(slot.image->view()); reason != Reason::none) {
      result.outcome = Outcome::skip(reason);
      return result;
    }
    Result<Instance *> created = Instance::create(store_, *slot.image, {findImport, this});
    if (!created) {
      result.linkError = created.error().text;
      return result;
    }
    result.instance = *created;
    Result<uint32_t> code = result.instance->initialize();
    if (!code)
      result.outcome = Outcome::fail("not initialized: " + std::string(code.error().text));
    else
      result.trap = *code;
    return result;
  }

  // Instantiates what must work, and makes it the current instance.
  Outcome instantiateCurrent(const ImageSlot &slot, const std::string &id) {
    Instantiation made = instantiate(slot);
    Outcome outcome = made.outcome;
    if (outcome.verdict == Verdict::passed && !made.linkError.empty())
      outcome = Outcome::fail("not linked: " + made.linkError);
    else if (outcome.verdict == Verdict::passed && made.trap != WASMC_TRAP_none)
      outcome = Outcome::fail("instantiation " + trapText(made.trap));
    current_ = {};
    if (outcome.verdict == Verdict::passed)
      current_.instance = made.instance;
    current_.skipped = outcome.reason;
    if (!id.empty())
      instances_[id] = current_;
    return outcome;
  }

  Outcome module(const ScriptModule &module) {
    ImageSlot slot = compile(module);
    if (module.isDefinition) {
      definitions_[module.id] = slot;
      definitions_[""] = slot;
      return slot.outcome;
    }
    Outcome outcome = instantiateCurrent(slot, module.id);
    closeFile(slot);
    return outcome;
  }

  // Some scripts have more modules than a process may have open files.
  static void closeFile(const ImageSlot &slot) {
    if (slot.image != nullptr)
      slot.image->closeFile();
  }

  Outcome moduleInstance(const ScriptCommand &command) {
    return instantiateCurrent(definitions_[command.name], command.module.id);
  }

  InstanceSlot slotOf(const std::string &id) const {
    if (id.empty())
      return current_;
    auto entry = instances_.find(id);
    return entry != instances_.end() ? entry->second : InstanceSlot{};
  }

  Outcome registerInstance(const ScriptCommand &command) {
    InstanceSlot slot = slotOf(command.module.id);
    registered_[command.name] = slot;
    return slot.usable();
  }

  // --- actions ---

  static ActionResult impossible(Outcome outcome) {
    ActionResult result;
    result.outcome = std::move(outcome);
    return result;
  }

  ActionResult invoke(Instance &instance, const ScriptAction &action) {
    uint32_t index = instance.findFunction(action.name);
    if (index == WASMC_NO_INDEX)
      return impossible(Outcome::fail("no exported function \"" + action.name + "\""));
    Result<instance::Callee> callee = instance.callee(index);
    if (!callee)
      return impossible(Outcome::fail(callee.error().text));
    if (callee->parameters.size() != action.arguments.size())
      return impossible(Outcome::fail("the function takes another number of arguments"));
    ActionResult result;
    result.types.assign(callee->results.begin(), callee->results.end());
    // What the call must write is not there before.
    wasmc_slot garbage = {.v128 = {0xdead'beef'dead'beef, 0xdead'beef'dead'beef}};
    result.slots.assign(std::max(callee->parameters.size(), callee->results.size()), garbage);
    for (size_t i = 0; i < action.arguments.size(); ++i)
      if (!writeArgument(action.arguments[i], callee->parameters[i], result.slots[i]))
        return impossible(Outcome::fail("an argument is not of the function's type"));
    result.trap = instance::call(store_, *callee, result.slots.data());
    return result;
  }

  ActionResult get(const Instance &instance, const ScriptAction &action) {
    object::Extern found;
    if (!instance.findExport(action.name, found) || found.kind != WASMC_EXTERN_global)
      return impossible(Outcome::fail("no exported global \"" + action.name + "\""));
    ActionResult result;
    // Without the canonical index of a defined type, which no script can name.
    auto type = static_cast<uint32_t>(found.global.type & 0xfff);
    wasmc_slot slot = {};
    bool isVector = (type & WASMC_VALUE_KIND_MASK) == WASMC_VALUE_v128;
    memcpy(&slot, found.global.value, isVector ? 16 : 8);
    result.types = {type};
    result.slots = {slot};
    return result;
  }

  ActionResult perform(const ScriptAction &action) {
    InstanceSlot slot = slotOf(action.module);
    Outcome usable = slot.usable();
    if (usable.verdict != Verdict::passed)
      return impossible(std::move(usable));
    return action.kind == ScriptAction::Kind::get ? get(*slot.instance, action)
                                                  : invoke(*slot.instance, action);
  }

  Outcome plainAction(const ScriptAction &action) {
    ActionResult result = perform(action);
    if (result.outcome.verdict == Verdict::passed && result.trap != WASMC_TRAP_none)
      return Outcome::fail(trapText(result.trap));
    return result.outcome;
  }

  Outcome assertReturn(const ScriptCommand &command) {
    ActionResult result = perform(command.action);
    if (result.outcome.verdict != Verdict::passed)
      return result.outcome;
    if (result.trap != WASMC_TRAP_none)
      return Outcome::fail(trapText(result.trap));
    if (auto wrong = mismatch(command.results, result.types, result.slots))
      return Outcome::fail(command.action.name + ": " + *wrong);
    return Outcome::pass();
  }

  static Outcome expectTrap(uint32_t trap, const std::string &message) {
    if (trap == WASMC_TRAP_none)
      return Outcome::fail("returned, expected trap: " + message);
    if (!sameMessage(trap::message(trap), message))
      return Outcome::fail(trapText(trap) + ", expected: " + message);
    return Outcome::pass();
  }

  Outcome assertActionTraps(const ScriptCommand &command) {
    ActionResult result = perform(command.action);
    if (result.outcome.verdict != Verdict::passed)
      return result.outcome;
    return expectTrap(result.trap, command.message);
  }

  Outcome assertTrap(const ScriptCommand &command) {
    if (!command.hasModule)
      return assertActionTraps(command);
    ImageSlot slot = compile(command.module);
    Instantiation made = instantiate(slot);
    closeFile(slot);
    if (made.outcome.verdict != Verdict::passed)
      return made.outcome;
    if (!made.linkError.empty())
      return Outcome::fail("not linked: " + made.linkError);
    return expectTrap(made.trap, command.message);
  }

  // Nothing that is compiled today can throw, so only a skipped module is no failure.
  Outcome assertException(const ScriptAction &action) {
    ActionResult result = perform(action);
    if (result.outcome.verdict != Verdict::passed)
      return result.outcome;
    return Outcome::fail("no exception was thrown");
  }

  // --- modules that must be refused ---

  struct Refusal {
    bool byText = false;
    std::optional<Error> error;
  };

  Refusal refusalOf(const ScriptModule &module) const {
    Result<text::BinaryModule> binary = text::readScriptModule(text_, module);
    if (!binary)
      return {true, binary.error()};
    Result<wasm::Module> decoded = decode::decode(binary->bytes, features_);
    if (!decoded)
      return {false, decoded.error()};
    Result<wasm::ValidatedModule> valid = validate::validate(std::move(*decoded), features_, 1);
    if (!valid)
      return {false, valid.error()};
    return {};
  }

  Outcome assertRefused(const ScriptCommand &command) {
    Refusal refusal = refusalOf(command.module);
    bool isExpected =
        refusal.error &&
        (sameMessage(refusal.error->text, command.message) ||
         sameMessage(refusal.error->text, command.message.substr(0, command.message.find(':'))));
    // There the message tells whether the module was refused for what it does wrong, or for using
    // the proposal at all.
    if (directoryReason_ != Reason::none && !isExpected)
      return Outcome::skip(directoryReason_);
    if (!refusal.error)
      return Outcome::fail("accepted, expected: " + command.message);
    bool mustBeReadable = command.kind == CommandKind::assert_invalid;
    if (mustBeReadable && refusal.byText)
      return Outcome::fail("refused by the text reader: " + std::string(refusal.error->text));
    if (!isExpected)
      listener_.otherMessage();
    return Outcome::pass();
  }

  Outcome assertUnlinkable(const ScriptCommand &command) {
    ImageSlot slot = compile(command.module);
    Instantiation made = instantiate(slot);
    closeFile(slot);
    if (made.outcome.verdict != Verdict::passed)
      return made.outcome;
    if (made.linkError.empty())
      return Outcome::fail("linked, expected: " + command.message);
    if (!sameMessage(made.linkError, command.message))
      return Outcome::fail("not linked: " + made.linkError + ", expected: " + command.message);
    return Outcome::pass();
  }

  const std::string &text_;
  const CompileSettings &settings_;
  Listener &listener_;
  wasm::Features features_;
  Reason directoryReason_;
  // Before the store: instances do not outlive the code they run.
  std::vector<std::unique_ptr<load::CodeImage>> images_;
  object::Store store_;
  HostModules host_;
  InstanceSlot current_;
  std::map<std::string, InstanceSlot> instances_;
  std::map<std::string, InstanceSlot> registered_;
  std::map<std::string, ImageSlot> definitions_;
  std::map<const Instance *, Reason> disturbed_;
};

} // namespace

bool runScript(const std::string &path, const std::string &text, const CompileSettings &settings,
               Listener &listener) {
  auto refuse = [&](const Error &error) {
    listener.started(1);
    listener.commandBegins(text::positionOf(text, error.offset).line, CommandKind::module);
    listener.commandEnds(Outcome::fail(std::string("cannot be run: ") + error.text));
    return false;
  };
  Result<text::Script> script = text::readScript(text);
  if (!script)
    return refuse(script.error());
  ScriptRunner runner(path, text, settings, listener);
  if (Result<void> prepared = runner.prepare(); !prepared)
    return refuse(prepared.error());
  listener.started(script->commands.size());
  for (const ScriptCommand &command : script->commands) {
    listener.commandBegins(command.position.line, command.kind);
    listener.commandEnds(runner.run(command));
  }
  return true;
}

} // namespace wasmc::wast
