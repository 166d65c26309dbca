#include "compiler/container/c_header.h"

#include "wasmc/abi/version.h"

#include <algorithm>
#include <set>
#include <vector>

namespace wasmc::container {

namespace {

// How a value type is written in C, which member of a slot it is (null: a vector, which functions
// get and set), and its letter in signatures.
struct CType {
  const char *name;
  const char *member;
  char letter;
};

CType cTypeOf(wasm::ValueType type) {
  switch (type.bits() & WASMC_VALUE_KIND_MASK) {
  case WASMC_VALUE_i32:
    return {"int32_t", "i32", 'i'};
  case WASMC_VALUE_i64:
    return {"int64_t", "i64", 'l'};
  case WASMC_VALUE_f32:
    return {"float", "f32", 'f'};
  case WASMC_VALUE_f64:
    return {"double", "f64", 'd'};
  case WASMC_VALUE_v128:
    return {"wasmc_v128", nullptr, 'v'};
  default:
    return {"void *", "ref", 'r'};
  }
}

// The value in slot k, as an expression.
std::string readSlot(wasm::ValueType type, size_t k) {
  std::string slot = "slots[" + std::to_string(k) + "]";
  const char *member = cTypeOf(type).member;
  return member != nullptr ? slot + "." + member : "wasmc_get_v128(&" + slot + ")";
}

// The statement that puts a value into slot k.
std::string writeSlot(wasm::ValueType type, size_t k, const std::string &value) {
  std::string slot = "slots[" + std::to_string(k) + "]";
  const char *member = cTypeOf(type).member;
  return member != nullptr ? slot + "." + member + " = " + value + ";"
                           : "wasmc_set_v128(&" + slot + ", " + value + ");";
}

bool isWasi(const wasm::Import &import) {
  return import.module == "wasi_snapshot_preview1" || import.module == "wasi_unstable";
}

// A name out of hostile input inside a C comment: no end of the comment, no control characters.
std::string commentText(std::string_view text) {
  std::string shown;
  for (char c : text)
    shown += c >= ' ' && c < 127 && c != '*' && c != '\\' && c != '?' ? c : '.';
  return shown;
}

// A C string literal of any bytes.
std::string stringLiteral(std::string_view text) {
  std::string literal = "\"";
  for (char c : text) {
    auto byte = static_cast<unsigned char>(c);
    // Octal escapes end after three digits, whatever follows.
    literal += '\\';
    literal += static_cast<char>('0' + (byte >> 6));
    literal += static_cast<char>('0' + (byte >> 3 & 7));
    literal += static_cast<char>('0' + (byte & 7));
  }
  return literal + "\"";
}

// Letters and digits stay readable.
std::string readableLiteral(std::string_view text) {
  for (char c : text)
    if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'))
      return stringLiteral(text);
  return '"' + std::string(text) + '"';
}

class Writer {
public:
  Writer(const wasm::Module &module, const std::string &prefix) : module_(module), prefix_(prefix) {
    for (const char *reserved : {"module", "new", "imports"})
      used_.insert(prefix + "_" + reserved);
  }

  Result<std::string> write(const std::string &sourceName) {
    line("/* ", commentText(sourceName), " as C functions, made by wasmc " WASMC_VERSION_STRING,
         ".");
    line(" * Functions that call into the module return WASMC_TRAP_none, or what wasmc_call "
         "returns;");
    line(" * results are written only in the first case. */");
    line("#ifndef WASMC_HEADER_OF_", prefix_);
    line("#define WASMC_HEADER_OF_", prefix_);
    line();
    line("#include \"wasmc/embed.h\"");
    line();
    line("#ifdef __cplusplus");
    line("extern \"C\" {");
    line("#endif");
    line();
    line("extern const wasmc_image_header ", prefix_, "_module;");
    if (Result<void> done = writeImports(); !done)
      return std::unexpected(done.error());
    writeConstructor();
    for (size_t e = 0; e < module_.exports.size(); ++e)
      writeExport(e);
    line();
    line("#ifdef __cplusplus");
    line("}");
    line("#endif");
    line();
    line("#endif");
    return std::move(text_);
  }

private:
  template <class... Parts> void line(const Parts &...parts) {
    ((text_ += parts), ...);
    text_ += '\n';
  }

  std::string unusedName(const std::string &wanted) {
    std::string name = wanted;
    for (unsigned k = 2; !used_.insert(name).second; ++k)
      name = wanted + "_" + std::to_string(k);
    return name;
  }

  const wasm::SubType &typeOf(uint32_t function) const {
    return module_.types[module_.functions[function].type.value];
  }

  // ", int32_t p0, ..., int64_t *result0": what follows the first parameters.
  static std::string parametersOf(const wasm::SubType &type) {
    std::string text;
    for (size_t k = 0; k < type.params.size(); ++k)
      text += std::string(", ") + cTypeOf(type.params[k]).name + " p" + std::to_string(k);
    for (size_t k = 0; k < type.results.size(); ++k)
      text += std::string(", ") + cTypeOf(type.results[k]).name + " *result" + std::to_string(k);
    return text;
  }

  Result<void> writeImports() {
    for (const wasm::Import &import : module_.imports) {
      if (import.kind != wasm::ExternKind::function)
        return error(Error::kNoOffset, "the import \"", import.module, "\" \"", import.name,
                     "\" is no function: a program can supply functions only");
      if (!isWasi(import))
        writeImport(import);
    }
    return {};
  }

  // What the program defines, and what turns slots into its parameters.
  void writeImport(const wasm::Import &import) {
    const wasm::SubType &type = typeOf(import.index);
    std::string name = unusedName(prefix_ + "_import_" + cIdentifier(import.module) + "_" +
                                  cIdentifier(import.name));
    std::string adapter = unusedName(name + "_slots");
    line();
    line("/* To be defined by the program: the import \"", commentText(import.module), "\" \"",
         commentText(import.name), "\".");
    line(" * `env` is what ", prefix_,
         "_new was given. A result other than WASMC_TRAP_none ends the");
    line(" * guest's call. */");
    line("uint32_t ", name, "(void *env, wasmc_store *store", parametersOf(type), ");");
    line();
    line("static inline uint32_t ", adapter,
         "(void *env, wasmc_store *store, wasmc_slot *slots) {");
    std::string arguments;
    for (size_t k = 0; k < type.params.size(); ++k)
      arguments += ", " + readSlot(type.params[k], k);
    for (size_t k = 0; k < type.results.size(); ++k) {
      std::string result = "result" + std::to_string(k);
      line("  ", cTypeOf(type.results[k]).name, " ", result, ";");
      arguments += ", &" + result;
    }
    if (type.params.empty() && type.results.empty())
      line("  (void)slots;");
    line("  uint32_t code = ", name, "(env, store", arguments, ");");
    if (!type.results.empty()) {
      line("  if (code != WASMC_TRAP_none)");
      line("    return code;");
    }
    for (size_t k = 0; k < type.results.size(); ++k)
      line("  ", writeSlot(type.results[k], k, "result" + std::to_string(k)));
    line("  return code;");
    line("}");
    std::string signature;
    for (wasm::ValueType value : type.params)
      signature += cTypeOf(value).letter;
    signature += ':';
    for (wasm::ValueType value : type.results)
      signature += cTypeOf(value).letter;
    rows_.push_back("{" + readableLiteral(import.module) + ", " + readableLiteral(import.name) +
                    ", \"" + signature + "\", " + adapter + ", env}");
  }

  void writeConstructor() {
    line();
    line("/* Instantiates the module like wasmc_instance_new. `options` may be NULL; its functions "
         "are");
    line(" * replaced by the ones above, which get `env`. */");
    line("static inline wasmc_instance *", prefix_,
         "_new(void *env, const wasmc_embed_options *options) {");
    line("  static wasmc_embed_options none;");
    line("  wasmc_embed_options all = options != NULL ? *options : none;");
    if (rows_.empty()) {
      line("  (void)env;");
    } else {
      line("  const wasmc_embed_function functions[] = {");
      for (const std::string &row : rows_)
        line("      ", row, ",");
      line("  };");
    }
    line("  all.functions = ", rows_.empty() ? "NULL" : "functions", ";");
    line("  all.function_count = ", std::to_string(rows_.size()), ";");
    line("  return wasmc_instance_new(&", prefix_, "_module, &all);");
    line("}");
  }

  void writeExport(size_t index) {
    const wasm::Export &entry = module_.exports[index];
    std::string name = prefix_ + "_" + cIdentifier(entry.name);
    if (entry.kind == wasm::ExternKind::memory) {
      line();
      line("/* The memory \"", commentText(entry.name), "\", like wasmc_memory_data. */");
      line("static inline uint8_t *", unusedName(name),
           "(const wasmc_instance *instance, size_t *bytes) {");
      line("  return wasmc_export_memory(instance, ", std::to_string(index), ", bytes);");
      line("}");
    } else if (entry.kind == wasm::ExternKind::function) {
      writeFunction(index, unusedName(name));
    }
  }

  void writeFunction(size_t index, const std::string &name) {
    const wasm::Export &entry = module_.exports[index];
    const wasm::SubType &type = typeOf(entry.index);
    size_t count = std::max(type.params.size(), type.results.size());
    line();
    line("/* The function \"", commentText(entry.name), "\". */");
    line("static inline uint32_t ", name, "(wasmc_instance *instance", parametersOf(type), ") {");
    if (count != 0)
      line("  wasmc_slot slots[", std::to_string(count), "];");
    for (size_t k = 0; k < type.params.size(); ++k)
      line("  ", writeSlot(type.params[k], k, "p" + std::to_string(k)));
    line(type.results.empty() ? "  return" : "  uint32_t code =", " wasmc_call_export(instance, ",
         std::to_string(index), ", ", count != 0 ? "slots" : "NULL", ", ", std::to_string(count),
         ");");
    if (!type.results.empty()) {
      line("  if (code == WASMC_TRAP_none) {");
      for (size_t k = 0; k < type.results.size(); ++k)
        line("    *result", std::to_string(k), " = ", readSlot(type.results[k], k), ";");
      line("  }");
      line("  return code;");
    }
    line("}");
  }

  const wasm::Module &module_;
  const std::string &prefix_;
  std::string text_;
  std::set<std::string> used_;
  std::vector<std::string> rows_; // of the table of imports
};

} // namespace

std::string cIdentifier(std::string_view text) {
  std::string name;
  for (char c : text) {
    bool isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    bool isDigit = c >= '0' && c <= '9';
    if (isDigit && name.empty())
      name += '_';
    name += isLetter || isDigit ? c : '_';
  }
  return name.empty() ? "_" : name;
}

Result<std::string> writeCHeader(const wasm::Module &module, const std::string &prefix,
                                 const std::string &sourceName) {
  return Writer(module, prefix).write(sourceName);
}

} // namespace wasmc::container
