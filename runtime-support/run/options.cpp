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
    "  --inherit-env               hand on all of the host's variables (also -S inherit-env)\n"
    "  --listen tcp://HOST:PORT    listen there; the program finds the socket behind its\n"
    "                              directories (the first is descriptor 3) and can accept from it\n"
    "  --listen fd://N             hand on a socket that wasmc inherited as descriptor N\n"
    "  --invoke FUNCTION           call this export with ARGS instead of running the program\n"
    "  --max-wasm-stack BYTES      size of the program's stack (default 8388608)\n"
    "  --max-memory-size BYTES     limit of each memory of the program\n"
    "  -O LEVEL                    0, 1, 2 or 3: how to compile a .wasm (default 2)\n"
    "  --bounds-checks             compile a .wasm for hosts with little address space\n"
    "  --deterministic             compile a .wasm so that NaNs do not depend on the machine\n"
    "  --profile FILE              where a module compiled with --instrument leaves its profile\n"
    "                              (default wasmc.profile); a .wasm is compiled so\n"
    "  --verify                    check the hash of the whole .cwasm before it is run\n"
    "  --help                      print this text\n";

constinit const std::string_view kExecutableHelp =
    "A WebAssembly program, compiled to this executable by wasmc. Options of the runtime stand in\n"
    "front of the program's own arguments:\n"
    "\n"
    "  --wasmc-dir HOST[::GUEST[::ro]]   let the program use a directory, under the name GUEST;\n"
    "                                    with `ro` it cannot change anything there\n"
    "  --wasmc-env NAME[=VALUE]          set a variable; without a value, hand the host's on\n"
    "  --wasmc-inherit-env               hand on all of the host's variables\n"
    "  --wasmc-listen tcp://HOST:PORT    listen there; the program can accept from the socket\n"
    "  --wasmc-listen fd://N             hand on a socket that was inherited as descriptor N\n"
    "  --wasmc-invoke FUNCTION           call this export instead of running the program\n"
    "  --wasmc-max-wasm-stack BYTES      size of the program's stack (default 8388608)\n"
    "  --wasmc-max-memory-size BYTES     limit of each memory of the program\n"
    "  --wasmc-profile FILE              where a module compiled with --instrument leaves its\n"
    "                                    profile (default wasmc.profile)\n"
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
      if (name == "--verify" || name == "--bounds-checks" || name == "--deterministic")
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
    options_.listeners = listeners_.first(listenerCount_);
    TRY(chooseResolver());
    TRY(inheritVariables());
    options_.environment = variables_.first(variableCount_);
    return options_;
  }

  // For tests: both ways of resolving paths are to give the same answers (docs/wasi.md).
  Result<void> chooseResolver() {
    const char *value = environmentValue(environment_, "WASMC_WASI_RESOLVER");
    if (value == nullptr)
      return {};
    std::string_view name = value;
    if (name == "openat2")
      options_.resolver = wasi::ResolverKind::openat2;
    else if (name == "walk")
      options_.resolver = wasi::ResolverKind::walk;
    else
      return misuse("WASMC_WASI_RESOLVER: neither openat2 nor walk: ", name);
    return {};
  }

  static std::string_view nameOf(std::string_view variable) {
    return variable.substr(0, variable.find('='));
  }

  // What is set by --env goes before what is inherited, whichever was said first.
  Result<void> inheritVariables() {
    if (!inheritEnvironment_)
      return {};
    size_t count = 0;
    while (environment_[count] != nullptr)
      ++count;
    TRY_ASSIGN(std::span<const char *> all,
               arena_.allocateArray<const char *>(variableCount_ + count));
    size_t used = 0;
    for (const char *set : variables_.first(variableCount_))
      all[used++] = set;
    for (size_t i = 0; i < count; ++i) {
      std::string_view name = nameOf(environment_[i]);
      // The kernel lets a caller hand over anything.
      if (name.empty() || environment_[i][name.size()] != '=' || isSet(name))
        continue;
      all[used++] = environment_[i];
    }
    variables_ = all;
    variableCount_ = used;
    return {};
  }

  bool isSet(std::string_view name) const {
    for (const char *set : variables_.first(variableCount_))
      if (nameOf(set) == name)
        return true;
    return false;
  }

  // The option without a value of that name, or null.
  bool *flagNamed(std::string_view name) {
    if (name == "--help" || name == "-h")
      return &options_.help;
    if (name == "--verify")
      return &options_.verify;
    if (name == "--inherit-env")
      return &inheritEnvironment_;
    if (name == "--bounds-checks")
      return &options_.compile.boundsChecks;
    if (name == "--deterministic")
      return &options_.compile.deterministic;
    return nullptr;
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
    if (bool *flag = flagNamed(name); flag != nullptr) {
      if (attached != nullptr)
        return misuse("option ", written(name), " takes no value");
      *flag = true;
      return {};
    }
    if (name.starts_with("-S"))
      return parseSystem(word);
    if (name == "--listen")
      return withValue(name, attached, &Parser::addListener);
    if (name == "--tcplisten")
      return withValue(name, attached, &Parser::addTcplisten);
    if (name == "--dir")
      return withValue(name, attached, &Parser::addDirectory);
    if (name == "--env")
      return withValue(name, attached, &Parser::addVariable);
    if (name == "--invoke")
      return withValue(name, attached, &Parser::setInvoke);
    if (name == "--profile")
      return withValue(name, attached, &Parser::setProfile);
    if (name == "--max-wasm-stack")
      return withValue(name, attached, &Parser::setStack);
    if (name == "--max-memory-size")
      return withValue(name, attached, &Parser::setMemory);
    return misuse("unknown option ", shown_.empty() ? word : shown_);
  }

  // Wasmtime's way to say some of this: "-S inherit-env=y,tcplisten=127.0.0.1:80", "-Sinherit-env".
  Result<void> parseSystem(std::string_view word) {
    std::string_view list = word.substr(2);
    if (list.empty()) {
      if (next_ == arguments_.size())
        return misuse("option -S needs a value");
      list = arguments_[next_++];
    } else if (list.starts_with('=')) {
      list.remove_prefix(1);
    }
    do {
      const size_t comma = list.find(',');
      TRY(parseSystemSetting(list.substr(0, comma)));
      list.remove_prefix(comma == std::string_view::npos ? list.size() : comma + 1);
    } while (!list.empty());
    return {};
  }

  Result<void> parseSystemSetting(std::string_view setting) {
    const size_t equals = setting.find('=');
    const bool hasValue = equals != std::string_view::npos;
    std::string_view name = setting.substr(0, equals);
    std::string_view value = hasValue ? setting.substr(equals + 1) : std::string_view("y");
    if (name == "inherit-env") {
      if (value != "y" && value != "n" && value != "yes" && value != "no" && value != "true" &&
          value != "false")
        return misuse("-S inherit-env: neither y nor n: ", value);
      inheritEnvironment_ = value[0] == 'y' || value[0] == 't';
      return {};
    }
    if (name == "tcplisten" && hasValue) {
      return addTcpListener("-S tcplisten", "=", value);
    }
    return misuse("unknown option -S ", setting);
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
    options_.compile.level = level[0];
    return {};
  }

  // The name of the option at hand, as its writer knows it.
  std::string_view written(std::string_view name) const {
    return shown_.empty() ? name : shown_.substr(0, shown_.find('='));
  }

  Result<void> withValue(std::string_view name, const char *attached,
                         Result<void> (Parser::*set)(const char *)) {
    if (attached == nullptr) {
      if (next_ == arguments_.size())
        return misuse("option ", written(name), " needs a value");
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
          return misuse(written("--dir"), " ", text, ": only `ro` can follow the guest's name");
        preopen.readOnly = true;
      }
    }
    if (preopen.hostPath[0] == '\0' || preopen.guestPath.empty())
      return misuse(written("--dir"), " ", text, ": a name is empty");
    preopens_[preopenCount_++] = preopen;
    return {};
  }

  Result<void> addVariable(const char *value) {
    TRY(makeList(variables_));
    std::string_view text = value;
    if (text.empty() || text[0] == '=')
      return misuse(written("--env"), " ", text, ": the name is empty");
    if (text.find('=') == std::string_view::npos) {
      const char *inherited = environmentValue(environment_, text);
      if (inherited == nullptr)
        return {};
      value = inherited - text.size() - 1;
    }
    // The last word counts: a C library would find the first of two.
    for (const char *&set : variables_.first(variableCount_))
      if (nameOf(set) == nameOf(value)) {
        set = value;
        return {};
      }
    variables_[variableCount_++] = value;
    return {};
  }

  Result<void> addListener(const char *value) {
    Result<Listener> listener = parseListener(value);
    if (!listener)
      return misuse(written("--listen"), " ", std::string_view(listener.error().text));
    return keepListener(*listener);
  }

  Result<void> addTcplisten(const char *value) {
    return addTcpListener(written("--tcplisten"), " ", value);
  }

  // Wasmtime's way to name a socket: without "tcp://".
  Result<void> addTcpListener(std::string_view option, std::string_view separator,
                              std::string_view address) {
    constexpr std::string_view kScheme = "tcp://";
    TRY_ASSIGN(std::span<char> text,
               arena_.allocateArray<char>(kScheme.size() + address.size() + 1));
    memcpy(text.data(), kScheme.data(), kScheme.size());
    memcpy(text.data() + kScheme.size(), address.data(), address.size());
    Result<Listener> listener = parseListener(text.data());
    if (!listener)
      return misuse(option, separator, address, ": no ADDRESS:PORT");
    return keepListener(*listener);
  }

  Result<void> keepListener(const Listener &listener) {
    constexpr size_t kMaxListeners = 64; // one word can name several
    if (listeners_.empty()) {
      TRY_ASSIGN(listeners_, arena_.allocateArray<Listener>(kMaxListeners));
    }
    if (listenerCount_ == listeners_.size())
      return misuse("too many sockets to listen at");
    listeners_[listenerCount_++] = listener;
    return {};
  }

  Result<void> setInvoke(const char *value) {
    options_.invoke = value;
    return {};
  }

  Result<void> setProfile(const char *value) {
    if (value[0] == '\0')
      return misuse(written("--profile"), ": the name is empty");
    options_.profile = value;
    options_.compile.instrument = true;
    return {};
  }

  Result<void> setStack(const char *value) {
    return parseSize("--max-wasm-stack", value, options_.limits.stackBytes);
  }

  Result<void> setMemory(const char *value) {
    return parseSize("--max-memory-size", value, options_.limits.memoryBytes);
  }

  Result<void> parseSize(std::string_view option, std::string_view text, uint64_t &size) {
    uint64_t value = 0;
    for (char c : text) {
      if (c < '0' || c > '9' || value > (uint64_t{1} << 56))
        return misuse(written(option), ": no number of bytes: ", text);
      value = 10 * value + static_cast<uint64_t>(c - '0');
    }
    if (text.empty())
      return misuse(written(option), ": no number of bytes");
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
  bool inheritEnvironment_ = false;
  std::span<Listener> listeners_;
  size_t listenerCount_ = 0;
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
