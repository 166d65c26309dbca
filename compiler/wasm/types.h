// The types of WebAssembly 3.0 (spec section 2.3), as values.
#ifndef WASMC_COMPILER_WASM_TYPES_H
#define WASMC_COMPILER_WASM_TYPES_H

#include "compiler/wasm/index.h"
#include "wasmc/abi/container.h"
#include "wasmc/abi/value_types.h"

#include <stdint.h>

#include <string>
#include <vector>

namespace wasmc::wasm {

enum class HeapKind : uint8_t {
  func = WASMC_HEAP_func,
  nofunc = WASMC_HEAP_nofunc,
  extern_ = WASMC_HEAP_extern,
  noextern = WASMC_HEAP_noextern,
  any = WASMC_HEAP_any,
  eq = WASMC_HEAP_eq,
  i31 = WASMC_HEAP_i31,
  struct_ = WASMC_HEAP_struct,
  array = WASMC_HEAP_array,
  none = WASMC_HEAP_none,
  exn = WASMC_HEAP_exn,
  noexn = WASMC_HEAP_noexn,
  defined = WASMC_HEAP_defined,
};

// A heap type: an abstract one, or a type of the module.
struct HeapType {
  HeapKind kind = HeapKind::func;
  TypeIndex index; // when kind is `defined`

  constexpr bool operator==(const HeapType &) const = default;
  static constexpr HeapType defined(TypeIndex index) { return {HeapKind::defined, index}; }
};

// A value type, a storage type (i8, i16) or `bottom`, in the 32 bits of abi/value_types.h, so that
// comparing two is comparing two integers.
class ValueType {
public:
  constexpr ValueType() = default;
  constexpr explicit ValueType(uint32_t bits) : bits_(bits) {}

  static constexpr ValueType ref(HeapType heap, bool nullable) {
    return ValueType(WASMC_VALUE_ref | (nullable ? WASMC_VALUE_NULLABLE_BIT : 0) |
                     static_cast<uint32_t>(heap.kind) << WASMC_VALUE_HEAP_SHIFT |
                     heap.index.value << WASMC_VALUE_INDEX_SHIFT);
  }

  constexpr uint32_t bits() const { return bits_; }
  constexpr uint32_t kind() const { return bits_ & WASMC_VALUE_KIND_MASK; } // wasmc_value_kind
  constexpr bool isRef() const { return kind() == WASMC_VALUE_ref; }
  constexpr bool isNumber() const { return kind() >= WASMC_VALUE_i32 && kind() <= WASMC_VALUE_f64; }
  constexpr bool isVector() const { return kind() == WASMC_VALUE_v128; }
  constexpr bool isBottom() const { return bits_ == 0; }
  constexpr bool isNullable() const { return (bits_ & WASMC_VALUE_NULLABLE_BIT) != 0; }
  // Numbers, vectors and nullable references have a default value (spec 3.1, "defaultable").
  constexpr bool isDefaultable() const { return !isRef() || isNullable(); }
  constexpr HeapType heap() const {
    return {static_cast<HeapKind>(bits_ >> WASMC_VALUE_HEAP_SHIFT & WASMC_VALUE_HEAP_MASK),
            TypeIndex(bits_ >> WASMC_VALUE_INDEX_SHIFT)};
  }
  constexpr bool operator==(const ValueType &) const = default;

private:
  uint32_t bits_ = 0;
};

inline constexpr ValueType kBottom{};
inline constexpr ValueType kI32{WASMC_VALUE_i32};
inline constexpr ValueType kI64{WASMC_VALUE_i64};
inline constexpr ValueType kF32{WASMC_VALUE_f32};
inline constexpr ValueType kF64{WASMC_VALUE_f64};
inline constexpr ValueType kV128{WASMC_VALUE_v128};
inline constexpr ValueType kI8{WASMC_VALUE_i8};
inline constexpr ValueType kI16{WASMC_VALUE_i16};
inline constexpr ValueType kFuncRef = ValueType::ref({HeapKind::func, {}}, true);
inline constexpr ValueType kExternRef = ValueType::ref({HeapKind::extern_, {}}, true);
static_assert(kFuncRef.bits() == WASMC_VALUE_TYPE_funcref);
static_assert(kExternRef.bits() == WASMC_VALUE_TYPE_externref);

struct FieldType {
  ValueType type; // storage type
  bool isMutable = false;
  bool operator==(const FieldType &) const = default;
};

enum class CompositeKind : uint8_t {
  function = WASMC_TYPE_function,
  struct_ = WASMC_TYPE_struct,
  array = WASMC_TYPE_array,
};

// A type of the type section: a sub type with its composite type (spec 2.3.8 to 2.3.10).
struct SubType {
  CompositeKind kind = CompositeKind::function;
  bool isFinal = true;
  std::vector<TypeIndex> supertypes; // at most one in Wasm 3.0
  // function:
  std::vector<ValueType> params;
  std::vector<ValueType> results;
  // struct: any number; array: one
  std::vector<FieldType> fields;
};

// A recursion group: types [first, first + count) of the module's type index space.
struct RecGroup {
  TypeIndex first;
  uint32_t count = 1;
};

struct Limits {
  uint64_t min = 0;
  uint64_t max = WASMC_LIMITS_NO_MAX;
  bool hasMax() const { return max != WASMC_LIMITS_NO_MAX; }
};

struct MemoryType {
  Limits limits; // in pages of 1 << pageSizeLog2 bytes
  bool is64 = false;
  bool isShared = false;
  uint32_t pageSizeLog2 = 16;
};

struct TableType {
  ValueType element;
  Limits limits;
  bool is64 = false;
};

struct GlobalType {
  ValueType type;
  bool isMutable = false;
};

struct TagType {
  TypeIndex type;
};

// "i32", "(ref null $3)" and so on, for messages.
std::string toString(ValueType type);
std::string toString(HeapType heap);

} // namespace wasmc::wasm

#endif
