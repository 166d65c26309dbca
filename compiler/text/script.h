// The door of the script reader: .wast files, the format of the specification's test suite
// (its interpreter's README, "Scripts"). Modules stay text until asked for, so that a script may
// hold malformed ones.
#ifndef WASMC_COMPILER_TEXT_SCRIPT_H
#define WASMC_COMPILER_TEXT_SCRIPT_H

#include "compiler/text/text.h"
#include "compiler/wasm/types.h"

#include <array>

namespace wasmc::text {

// A module of a script, not read yet.
struct ScriptModule {
  enum class Form : uint8_t { text, binary, quote };
  Form form = Form::text;
  std::string id;            // without the $; empty when it has none
  bool isDefinition = false; // (module definition ...): not to be instantiated
  // text: its part of the script's text, from `(` to `)`, or fields alone.
  uint32_t begin = 0;
  uint32_t end = 0;
  // binary: the module's bytes. quote: the quoted text.
  std::string contents;
};

// A value that a script names, or the bits that a result must have.
struct ScriptValue {
  enum class Kind : uint8_t { i32, i64, f32, f64, v128, ref_null, ref_extern, ref_host };
  Kind kind = Kind::i32;
  // Numbers: little-endian bits. ref_extern and ref_host: the number the script gave it, in `low`.
  uint64_t low = 0;
  uint64_t high = 0; // v128 only
  // ref_null: whose null, if the script says so. A defined type has no index: scripts name types
  // of modules that are not at hand.
  std::optional<wasm::HeapKind> heap;
};

// What one number, or one lane of a vector, must be.
struct LanePattern {
  enum class Kind : uint8_t {
    bits,           // exactly these
    canonical_nan,  // spec 2.2.3: payload has its highest bit alone, any sign
    arithmetic_nan, // payload has its highest bit, any sign
  };
  Kind kind = Kind::bits;
  uint64_t bits = 0;
};

// What a result must be.
struct ScriptResult {
  enum class Kind : uint8_t {
    i32,
    i64,
    f32,
    f64,
    v128,
    ref_null,   // of `heap` if given
    ref_extern, // the external reference `number` if given, else any that is not null
    ref_host,   // the internalized reference `number`
    ref_heap,   // a reference of heap kind `heap` that is not null
    either,     // one of `alternatives`
  };
  Kind kind = Kind::i32;
  // Numbers: one lane. v128: as many as the shape has, each of `laneBits` bits.
  std::vector<LanePattern> lanes;
  unsigned laneBits = 0;
  bool isFloatShape = false; // v128: f32x4 or f64x2
  std::optional<wasm::HeapKind> heap;
  std::optional<uint32_t> number;
  std::vector<ScriptResult> alternatives;
};

struct ScriptAction {
  enum class Kind : uint8_t { invoke, get };
  Kind kind = Kind::invoke;
  std::string module; // id of the instance; empty: the current one
  std::string name;   // of the export
  std::vector<ScriptValue> arguments;
};

struct ScriptCommand {
  enum class Kind : uint8_t {
    module,                  // module: instantiate it, unless isDefinition
    module_instance,         // module.id: of the new instance; name: id of the definition, or empty
    register_,               // name: to import it by; module.id: of the instance, or empty
    action,                  // action
    assert_return,           // action, results
    assert_trap,             // action, or module when hasModule; message
    assert_exhaustion,       // action, message
    assert_exception,        // action
    assert_malformed,        // module, message
    assert_malformed_custom, // module, message
    assert_invalid,          // module, message
    assert_invalid_custom,   // module, message
    assert_unlinkable,       // module, message
    unsupported,             // name: the command's keyword. Not looked into
  };
  Kind kind = Kind::module;
  uint32_t offset = 0;   // in the script
  TextPosition position; // the same for people
  ScriptModule module;
  bool hasModule = false;
  ScriptAction action;
  std::vector<ScriptResult> results;
  std::string message;
  std::string name;
};

struct Script {
  std::vector<ScriptCommand> commands;
};

// Reads a script. Text that is a module's fields alone is a script of that one module. Errors carry
// the byte offset in `text`.
Result<Script> readScript(std::string_view text);

// The binary of a module of the script that was read from `text`. The offset map, and the offsets
// of errors, are those in `text`; in module.contents when the module is a quote; for a binary there
// is no map, and no error.
Result<BinaryModule> readScriptModule(std::string_view text, const ScriptModule &module);

} // namespace wasmc::text

#endif
