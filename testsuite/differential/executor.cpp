// executor SUFFIX BASE...: for each BASE instantiates BASE.SUFFIX.cwasm and makes the calls of
// BASE.calls, and after each prints what it did: results or trap, and the whole state.
//
// Freestanding like the front door and of the same rooms, so that the same program runs on every
// architecture under qemu, where there is no C library. node_executor.mjs prints the same lines.
//
//   module BASE
//   init ok | init trap MESSAGE | refused MESSAGE
//   NAME ok RESULT... | NAME trap MESSAGE
//     memory BYTES HASH ... table LENGTH HASH ... globals BITS...
//
// With --dump N before SUFFIX the memories are printed after call N of the (only) module.

#include "runtime-support/instance/instance.h"
#include "runtime-support/platform/arena.h"
#include "runtime-support/platform/file.h"
#include "runtime-support/platform/output.h"
#include "runtime-support/platform/process.h"
#include "runtime-support/platform/start.h"
#include "runtime-support/trap/trap.h"

#include <string.h>

#include <algorithm>

namespace wasmc::differential {

namespace {

using instance::Instance;
using platform::Output;

constexpr size_t kMaxSlots = 256;
constexpr size_t kMaxFunctions = 64;

struct Settings {
  std::string_view suffix;
  uint64_t dumpAfter = ~uint64_t{0};
};

// The same arithmetic as in node_executor.mjs.
struct Hash {
  uint32_t value = 0x811c9dc5;
  void add(uint32_t word) {
    value = (value ^ word) * 0x85ebca6b;
    value = value << 13 | value >> 19;
  }
};

Result<std::string_view> readFile(const char *path, platform::Arena &arena) {
  TRY_ASSIGN(platform::File file, platform::File::openForReading(path));
  TRY_ASSIGN(uint64_t size, file.size());
  TRY_ASSIGN(uint8_t *bytes, arena.allocate(size + 1));
  TRY_ASSIGN(size_t got, file.readAt(bytes, size, 0));
  return std::string_view(reinterpret_cast<char *>(bytes), got);
}

// Takes the text up to a separator off the front.
std::string_view take(std::string_view &text, char separator) {
  size_t end = std::min(text.find(separator), text.size());
  std::string_view result = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return result;
}

uint64_t parseHex(std::string_view text) {
  uint64_t value = 0;
  for (char c : text)
    value = value << 4 | static_cast<uint64_t>(c <= '9' ? c - '0' : c - 'a' + 10);
  return value;
}

std::string_view join(const char *base, std::string_view suffix, std::string_view extension,
                      char *buffer) {
  char *end = buffer;
  for (std::string_view part : {std::string_view(base), std::string_view("."), suffix, extension}) {
    memcpy(end, part.data(), part.size());
    end += part.size();
  }
  *end = 0;
  return {buffer, static_cast<size_t>(end - buffer)};
}

class Runner {
public:
  Runner(const Settings &settings, Output &out) : settings_(settings), out_(out) {}

  Result<void> run(const char *base) {
    char path[512];
    join(base, settings_.suffix, ".cwasm", path);
    TRY_ASSIGN(platform::File file, platform::File::openForReading(path));
    TRY(image_.load(std::move(file), {.verify = true}));
    join(base, "calls", "", path);
    TRY_ASSIGN(std::string_view calls, readFile(path, arena_));
    TRY(store_.create({}));
    TRY_ASSIGN(instance_, Instance::create(store_, image_, {}));
    TRY_ASSIGN(uint32_t code, instance_->initialize());
    out_ << "init ";
    printTrap(code);
    out_ << "\n";
    if (code != WASMC_TRAP_none)
      return {};
    findFunctions();
    for (uint64_t number = 0; !calls.empty(); ++number) {
      TRY(call(take(calls, '\n')));
      printState();
      if (number == settings_.dumpAfter)
        dump();
    }
    return {};
  }

private:
  void printTrap(uint32_t code) {
    if (code == WASMC_TRAP_none)
      out_ << "ok";
    else
      out_ << "trap " << trap::message(code);
  }

  static bool refuseImport(void *, std::string_view, std::string_view, object::Extern &) {
    return false;
  }

  // Code of f0, f1, ..., to tell what a table holds.
  void findFunctions() {
    for (functionCount_ = 0; functionCount_ < kMaxFunctions; ++functionCount_) {
      char name[8] = {'f'};
      size_t size = 1;
      if (functionCount_ >= 10)
        name[size++] = static_cast<char>('0' + functionCount_ / 10);
      name[size++] = static_cast<char>('0' + functionCount_ % 10);
      object::Extern found;
      if (!instance_->findExport({name, size}, found))
        return;
      functions_[functionCount_] = found.function.code;
    }
  }

  Result<uint32_t> invoke(std::string_view name, std::string_view arguments) {
    uint32_t index = instance_->findFunction(name);
    if (index == WASMC_NO_INDEX)
      return error(Error::kNoOffset, "no function ", name);
    TRY_ASSIGN(callee_, instance_->callee(index));
    if (std::max(callee_.parameters.size(), callee_.results.size()) > kMaxSlots)
      return error(Error::kNoOffset, "too many parameters");
    // What the call must write is not there before.
    memset(slots_, 0xa5, sizeof slots_);
    for (size_t i = 0; i < callee_.parameters.size(); ++i)
      slots_[i].v128[0] = parseHex(take(arguments, ' '));
    return instance::call(store_, callee_, slots_);
  }

  void printResults() {
    for (size_t i = 0; i < callee_.results.size(); ++i) {
      bool isNarrow = (callee_.results[i] & WASMC_VALUE_KIND_MASK) == WASMC_VALUE_i32;
      out_ << ' ' << platform::Hex{isNarrow ? slots_[i].u32 : slots_[i].u64};
    }
  }

  Result<void> call(std::string_view line) {
    std::string_view name = take(line, ' ');
    TRY_ASSIGN(uint32_t code, invoke(name, line));
    out_ << name << ' ';
    printTrap(code);
    if (code == WASMC_TRAP_none)
      printResults();
    out_ << "\n";
    return {};
  }

  void printState() {
    out_ << "  ";
    for (memory::LinearMemory *memory : instance_->memories()) {
      Hash hash;
      for (uint64_t at = 0; at < memory->bytes(); at += 4) {
        uint32_t word;
        memcpy(&word, memory->base() + at, 4);
        hash.add(word);
      }
      out_ << "memory " << memory->bytes() << ' ' << platform::Hex{hash.value} << ' ';
    }
    for (object::Table *table : instance_->tables()) {
      Hash hash;
      for (uint64_t i = 0; i < table->length(); ++i)
        hash.add(describe(*table, i));
      out_ << "table " << table->length() << ' ' << platform::Hex{hash.value} << ' ';
    }
    if (instance_->findFunction("globals") != WASMC_NO_INDEX) {
      out_ << "globals";
      if (Result<uint32_t> code = invoke("globals", ""); code && *code == WASMC_TRAP_none)
        printResults();
    }
    out_ << "\n";
  }

  // 0 for null; the number of a function plus 1; an external reference itself.
  uint32_t describe(const object::Table &table, uint64_t index) const {
    void *element = table.elements()[index];
    if (element == nullptr)
      return 0;
    if ((table.elementType() & 0xfff) == WASMC_VALUE_TYPE_externref)
      return static_cast<uint32_t>(reinterpret_cast<uintptr_t>(element));
    void *code = static_cast<wasmc_function_record *>(element)->code;
    for (size_t i = 0; i < functionCount_; ++i)
      if (functions_[i] == code)
        return static_cast<uint32_t>(i + 1);
    return ~0u;
  }

  // Words that are not 0.
  void dump() {
    for (memory::LinearMemory *memory : instance_->memories())
      for (uint64_t at = 0; at < memory->bytes(); at += 4) {
        uint32_t word;
        memcpy(&word, memory->base() + at, 4);
        if (word != 0)
          out_ << "    " << platform::Hex{at} << ": " << platform::Hex{word} << "\n";
      }
  }

  const Settings &settings_;
  Output &out_;
  // In this order: the image outlives the store.
  platform::Arena arena_;
  load::CodeImage image_;
  object::Store store_;
  Instance *instance_ = nullptr;
  instance::Callee callee_;
  wasmc_slot slots_[kMaxSlots];
  void *functions_[kMaxFunctions] = {};
  size_t functionCount_ = 0;
};

} // namespace

} // namespace wasmc::differential

int wasmc::platform::programMain(int count, char **arguments, char **) {
  using namespace differential;
  Settings settings;
  int first = 1;
  if (count > 3 && std::string_view(arguments[1]) == "--dump") {
    settings.dumpAfter = parseHex(arguments[2]);
    first = 3;
  }
  if (count <= first + 1 || !trap::prepareThread())
    return 2;
  settings.suffix = arguments[first];
  Output out(kStandardOutput);
  for (int i = first + 1; i < count; ++i) {
    out << "module " << arguments[i] << "\n";
    out.flush();
    Runner runner(settings, out);
    if (Result<void> done = runner.run(arguments[i]); !done)
      out << "refused " << done.error().text << "\n";
    out.flush();
  }
  return 0;
}
