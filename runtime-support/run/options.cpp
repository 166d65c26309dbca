#include "runtime-support/run/options.h"

#include <string.h>

namespace wasmc::run {

constinit const std::string_view kRunHelp =
    "usage: wasmc run [OPTIONS] FILE [ARGS]\n"
    "\n"
    "Runs a WebAssembly program: a .cwasm (compiled by `wasmc compile`), or a .wasm, which is\n"
    "compiled into the user's cache first. Options stand before FILE; what follows FILE is the\n"
    "program's.\n"
    "\n"
    "  --dir HOST[::GUEST[::ro]]   let the program use a directory, under the name GUEST;\n"
    "                              with `ro` it cannot change anything there\n"
    "  --env NAME[=VALUE]          set a variable; without a value, hand the host's on\n"
    "  --invoke FUNCTION           call this export with ARGS instead of running the program\n"
    "  --max-wasm-stack BYTES      size of the program's stack (default 8388608)\n"
    "  --max-memory-size BYTES     limit of each memory of the program\n"
    "  -O LEVEL                    0, 1, 2 or 3: how to compile a .wasm (default 2)\n"
    "  --verify                    check the hash of the whole .cwasm before it is run\n"
    "  --help                      print this text\n";

constinit const std::string_view kExecutableHelp =
    "A WebAssembly program, compiled to this executable by wasmc. Options of the runtime stand in\n"
    "front of the program's own arguments:\n"
    "\n"
    "  --wasmc-dir HOST[::GUEST[::ro]]   let the program use a directory, under the name GUEST;\n"
    "                                    with `ro` it cannot change anything there\n"
    "  --wasmc-env NAME[=VALUE]          set a variable; without a value, hand the host's on\n"
    "  --wasmc-invoke FUNCTION           call this export instead of running the program\n"
    "  --wasmc-max-wasm-stack BYTES      size of the program's stack (default 8388608)\n"
    "  --wasmc-max-memory-size BYTES     limit of each memory of the program\n"
    "  --wasmc-help                      print this text\n";

const char *environmentValue(const char *const *environment, std::string_view name) {
  for (; *environment != nullptr; ++environment) {
    std::string_view entry = *environment;
    if (entry.size() > name.size() && entry.starts_with(name) && entry[name.size()] == '=')
      return *environment + name.size() + 1;
  }
  return nullptr;
}

namespace {

template <class... Parts> std::unexpected<Error> misuse(const Parts &...parts) {
  return error(Error::kNoOffset, parts...);
}

constexpr std::string_view kExecutablePrefix = "--wasmc-";

class Parser {
public:
  // `capacity`: how many words there are to parse in all.
  Parser(size_t capacity, char **environment, platform::Arena &arena)
      : capacity_(capacity), environment_(environment), arena_(arena) {}

  Result<RunOptions> parse(std::span<const char *const> arguments) {
    arguments_ = arguments;
    while (next_ < arguments_.size()) {
      std::string_view word = arguments_[next_];
      if (word == "--") {
        ++next_;
        break;
      }
      if (word.size() < 2 || word[0] != '-')
        break;
      ++next_;
      TRY(parseOption(word));
      if (options_.help)
        return options_;
    }
    options_.program = arguments_.subspan(next_);
    if (options_.program.empty())
      return misuse("no FILE to run");
    return finish();
  }

  Result<RunOptions> parseExecutable(std::span<const char *const> baked,
                                     std::span<char *> arguments) {
    arguments_ = baked;
    while (next_ < arguments_.size())
      TRY(parseOption(arguments_[next_++]));
    arguments_ = arguments;
    next_ = 1;
    while (next_ < arguments_.size()) {
      std::string_view word = arguments_[next_];
      if (!word.starts_with(kExecutablePrefix))
        break;
      ++next_;
      TRY_ASSIGN(const char *option, copy(word.substr(kExecutablePrefix.size() - 2)));
      // "--wasmc-dir" is "--dir" now.
      const_cast<char *>(option)[0] = '-';
      std::string_view name = option;
      if (name == "--verify")
        return misuse("unknown option ", word);
      shown_ = word;
      TRY(parseOption(name));
      if (options_.help)
        return options_;
    }
    // The program's name goes where the last option stood.
    arguments[next_ - 1] = arguments[0];
    options_.program = arguments.subspan(next_ - 1);
    return finish();
  }

private:
  Result<RunOptions> finish() {
    options_.preopens = preopens_.first(preopenCount_);
    options_.environment = variables_.first(variableCount_);
    return options_;
  }

  Result<void> parseOption(std::string_view word) {
    if (word.starts_with("-O"))
      return parseLevel(word);
    const char *attached = nullptr;
    std::string_view name = word;
    if (size_t equals = word.find('='); equals != std::string_view::npos) {
      name = word.substr(0, equals);
      attached = word.data() + equals + 1;
    }
    if (name == "--help" || name == "-h" || name == "--verify") {
      if (attached != nullptr)
        return misuse("option ", name, " takes no value");
      (name == "--verify" ? options_.verify : options_.help) = true;
      return {};
    }
    if (name == "--dir")
      return withValue(name, attached, &Parser::addDirectory);
    if (name == "--env")
      return withValue(name, attached, &Parser::addVariable);
    if (name == "--invoke")
      return withValue(name, attached, &Parser::setInvoke);
    if (name == "--max-wasm-stack")
      return withValue(name, attached, &Parser::setStack);
    if (name == "--max-memory-size")
      return withValue(name, attached, &Parser::setMemory);
    return misuse("unknown option ", shown_.empty() ? word : shown_);
  }

  // "-O2", "-O 2" or "-O=2".
  Result<void> parseLevel(std::string_view word) {
    std::string_view level = word.substr(2);
    if (level.empty()) {
      if (next_ == arguments_.size())
        return misuse("option -O needs a level");
      level = arguments_[next_++];
    } else if (level.starts_with('=')) {
      level.remove_prefix(1);
    }
    if (level.size() != 1 || level[0] < '0' || level[0] > '3')
      return misuse("no optimisation level: ", level);
    options_.level = level[0];
    return {};
  }

  Result<void> withValue(std::string_view name, const char *attached,
                         Result<void> (Parser::*set)(const char *)) {
    if (attached == nullptr) {
      if (next_ == arguments_.size())
        return misuse("option ", name, " needs a value");
      attached = arguments_[next_++];
    }
    return (this->*set)(attached);
  }

  // A list that can hold one entry per word.
  template <class T> Result<void> makeList(std::span<T> &list) {
    if (list.empty()) {
      TRY_ASSIGN(list, arena_.allocateArray<T>(capacity_));
    }
    return {};
  }

  Result<const char *> copy(std::string_view text) {
    TRY_ASSIGN(std::span<char> bytes, arena_.allocateArray<char>(text.size() + 1));
    memcpy(bytes.data(), text.data(), text.size());
    return static_cast<const char *>(bytes.data());
  }

  Result<void> addDirectory(const char *value) {
    TRY(makeList(preopens_));
    std::string_view text = value;
    wasi::Preopen preopen = {value, text};
    size_t separator = text.find("::");
    if (separator != std::string_view::npos) {
      std::string_view rest = text.substr(separator + 2);
      TRY_ASSIGN(preopen.hostPath, copy(text.substr(0, separator)));
      size_t second = rest.find("::");
      preopen.guestPath = rest.substr(0, second);
      if (second != std::string_view::npos) {
        if (rest.substr(second + 2) != "ro")
          return misuse("--dir ", text, ": only `ro` can follow the guest's name");
        preopen.readOnly = true;
      }
    }
    if (preopen.hostPath[0] == '\0' || preopen.guestPath.empty())
      return misuse("--dir ", text, ": a name is empty");
    preopens_[preopenCount_++] = preopen;
    return {};
  }

  Result<void> addVariable(const char *value) {
    TRY(makeList(variables_));
    std::string_view text = value;
    if (text.empty() || text[0] == '=')
      return misuse("--env ", text, ": the name is empty");
    if (text.find('=') == std::string_view::npos) {
      const char *inherited = environmentValue(environment_, text);
      if (inherited == nullptr)
        return {};
      value = inherited - text.size() - 1;
    }
    variables_[variableCount_++] = value;
    return {};
  }

  Result<void> setInvoke(const char *value) {
    options_.invoke = value;
    return {};
  }

  Result<void> setStack(const char *value) {
    return parseSize("--max-wasm-stack", value, options_.limits.stackBytes);
  }

  Result<void> setMemory(const char *value) {
    return parseSize("--max-memory-size", value, options_.limits.memoryBytes);
  }

  static Result<void> parseSize(std::string_view option, std::string_view text, uint64_t &size) {
    uint64_t value = 0;
    for (char c : text) {
      if (c < '0' || c > '9' || value > (uint64_t{1} << 56))
        return misuse(option, ": no number of bytes: ", text);
      value = 10 * value + static_cast<uint64_t>(c - '0');
    }
    if (text.empty())
      return misuse(option, ": no number of bytes");
    size = value;
    return {};
  }

  std::span<const char *const> arguments_;
  size_t capacity_;
  char **environment_;
  platform::Arena &arena_;
  size_t next_ = 0;
  std::string_view shown_; // the option as it was written, where that is not how it is parsed
  RunOptions options_;
  std::span<wasi::Preopen> preopens_;
  size_t preopenCount_ = 0;
  std::span<const char *> variables_;
  size_t variableCount_ = 0;
};

} // namespace

Result<RunOptions> parseRunOptions(std::span<char *> arguments, char **environment,
                                   platform::Arena &arena) {
  return Parser(arguments.size(), environment, arena).parse(arguments);
}

Result<RunOptions> parseExecutableOptions(std::span<const char *const> baked,
                                          std::span<char *> arguments, char **environment,
                                          platform::Arena &arena) {
  return Parser(baked.size() + arguments.size(), environment, arena)
      .parseExecutable(baked, arguments);
}

} // namespace wasmc::run
