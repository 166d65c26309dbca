// The operators: their numbering, and the table that operators.def holds.
#ifndef WASMC_COMPILER_WASM_OPERATORS_H
#define WASMC_COMPILER_WASM_OPERATORS_H

#include "compiler/wasm/features.h"
#include "compiler/wasm/types.h"

#include <stdint.h>

#include <array>
#include <optional>
#include <span>
#include <string_view>

namespace wasmc::wasm {

// Dense: 0 to kOperatorCount - 1 in the order of the rows of operators.def.
enum class Op : uint16_t {
#define WASMC_OPERATOR(enumerator, ...) enumerator,
#include "compiler/wasm/operators.def"
#undef WASMC_OPERATOR
};

inline constexpr uint32_t kOperatorCount = 0
#define WASMC_OPERATOR(...) +1
#include "compiler/wasm/operators.def"
#undef WASMC_OPERATOR
    ;

// What follows an opcode in the binary format. Operators without immediates are `numeric` when
// their row's signature is all there is to say about their typing, else `none`.
enum class Immediate : uint8_t {
  none,
  numeric,
  zero_byte, // one byte, 0
  block_type,
  try_table, // block type and catch clauses
  label,
  labels, // vector of labels and the default label
  function,
  type,
  type_table,
  type_field,
  type_count,
  type_data,
  type_element,
  type_type,
  heap_type,
  br_on_cast, // flags, label, two heap types
  tag,
  value_types,
  local,
  global,
  table,
  table_table,
  element_table, // element index first
  element,
  memory,
  memory_memory,
  data_memory, // data index first
  data,
  load, // memarg from here
  store,
  atomic,
  load_lane, // memarg and a lane index
  store_lane,
  i32,
  i64,
  f32,
  f64,
  v128,
  lane,
  shuffle, // sixteen lane indices
};

// A row's signature, parsed.
struct Signature {
  std::array<ValueType, 4> operands = {};
  std::array<ValueType, 2> results = {};
  uint8_t operandCount = 0;
  uint8_t resultCount = 0;

  constexpr std::span<const ValueType> operandTypes() const {
    return {operands.data(), operandCount};
  }
  constexpr std::span<const ValueType> resultTypes() const { return {results.data(), resultCount}; }
};

namespace detail {

constexpr ValueType typeOfLetter(char letter) {
  switch (letter) {
  case 'i':
    return kI32;
  case 'l':
    return kI64;
  case 'f':
    return kF32;
  case 'd':
    return kF64;
  default:
    return kV128;
  }
}

constexpr Signature parseSignature(std::string_view text) {
  Signature signature;
  bool isResult = false;
  for (char c : text) {
    if (c == ':')
      isResult = true;
    else if (isResult)
      signature.results[signature.resultCount++] = typeOfLetter(c);
    else
      signature.operands[signature.operandCount++] = typeOfLetter(c);
  }
  return signature;
}

} // namespace detail

// A row of operators.def.
struct OperatorInfo {
  uint32_t opcode; // the byte, or prefix << 16 | sub-opcode
  std::string_view name;
  Immediate immediate;
  uint8_t accessLog2; // log2 of the bytes accessed in memory; 0 for operators that access none
  Feature feature;
  Signature signature; // empty for operators with a typing rule of their own
};

inline constexpr std::array<OperatorInfo, kOperatorCount> kOperators = {{
#define WASMC_ACCESS_OPERATOR(enumerator, opcode, name, immediate, signature, feature, access)     \
  {opcode, name, Immediate::immediate, access, Feature::feature, detail::parseSignature(signature)},
#define WASMC_OPERATOR(enumerator, opcode, name, immediate, signature, feature)                    \
  {opcode, name, Immediate::immediate, 0, Feature::feature, detail::parseSignature(signature)},
#include "compiler/wasm/operators.def"
#undef WASMC_OPERATOR
}};

constexpr const OperatorInfo &info(Op op) {
  return kOperators[static_cast<uint16_t>(op)];
}
constexpr std::string_view name(Op op) {
  return info(op).name;
}
// Bytes that a load, store or atomic operator accesses; also its natural alignment.
constexpr uint32_t accessBytes(Op op) {
  return 1u << info(op).accessLog2;
}

namespace detail {

// How many sub-opcodes the tables below cover per prefix (0xFB to 0xFE).
inline constexpr uint32_t kSubOpcodes = 288;
inline constexpr uint16_t kNoOperator = 0xffff;

// All that the decoder's loop needs of a row, in eight bytes: rows of kOperators are so long that
// going through them costs the decoder a third of its speed.
struct OpcodeEntry {
  uint16_t op = kNoOperator;
  Immediate immediate = Immediate::none;
  Feature feature = Feature::mvp;
};

struct OpcodeTables {
  std::array<OpcodeEntry, 256> plain;
  std::array<std::array<OpcodeEntry, kSubOpcodes>, 4> prefixed;
};

constexpr OpcodeTables makeOpcodeTables() {
  OpcodeTables tables;
  for (uint16_t i = 0; i < kOperatorCount; ++i) {
    const OperatorInfo &row = kOperators[i];
    OpcodeEntry entry{i, row.immediate, row.feature};
    if (row.opcode < 256)
      tables.plain[row.opcode] = entry;
    else
      tables.prefixed[(row.opcode >> 16) - 0xfb][row.opcode & 0xffff] = entry;
  }
  return tables;
}

inline constexpr OpcodeTables kOpcodeTables = makeOpcodeTables();

} // namespace detail

constexpr bool isPrefix(uint8_t byte) {
  return byte >= 0xfb && byte <= 0xfe;
}

// The operator of a one-byte opcode.
constexpr std::optional<Op> findOperator(uint8_t byte) {
  uint16_t op = detail::kOpcodeTables.plain[byte].op;
  if (op == detail::kNoOperator)
    return std::nullopt;
  return static_cast<Op>(op);
}

// The operator of a prefixed opcode; `prefix` must satisfy isPrefix.
constexpr std::optional<Op> findOperator(uint8_t prefix, uint32_t subOpcode) {
  if (subOpcode >= detail::kSubOpcodes)
    return std::nullopt;
  uint16_t op = detail::kOpcodeTables.prefixed[prefix - 0xfb][subOpcode].op;
  if (op == detail::kNoOperator)
    return std::nullopt;
  return static_cast<Op>(op);
}

// The operator that the text format calls `name`; where two share a name (select, ref.test,
// ref.cast), the one with the lower opcode. Nullopt when there is none.
std::optional<Op> findOperatorByName(std::string_view name);

// What a feature is called in messages: "SIMD", "tail calls".
std::string_view toString(Feature feature);

} // namespace wasmc::wasm

#endif
