// How a value type is written in 32 bits, in compiler and artefact alike.
//
//   bits 0-3   kind            (wasmc_value_kind)
//   bit  4     nullable        (references only)
//   bits 5-9   heap kind       (wasmc_heap_kind, references only)
//   bit  10    mutable         (fields of struct and array types only)
//   bits 12-31 type index      (references to a defined type only; the index space of one module)
//
// Equal bits mean equal types within one module; across modules defined types are compared by
// their canonical ids.
#ifndef WASMC_ABI_VALUE_TYPES_H
#define WASMC_ABI_VALUE_TYPES_H

#include <stdint.h>

enum wasmc_value_kind {
  WASMC_VALUE_none = 0, // no type: "bottom" inside the validator, never in an artefact
  WASMC_VALUE_i32 = 1,
  WASMC_VALUE_i64 = 2,
  WASMC_VALUE_f32 = 3,
  WASMC_VALUE_f64 = 4,
  WASMC_VALUE_v128 = 5,
  WASMC_VALUE_ref = 6,
  WASMC_VALUE_i8 = 7, // packed storage types of struct and array fields
  WASMC_VALUE_i16 = 8
};

enum wasmc_heap_kind {
  WASMC_HEAP_func = 0,
  WASMC_HEAP_nofunc = 1,
  WASMC_HEAP_extern = 2,
  WASMC_HEAP_noextern = 3,
  WASMC_HEAP_any = 4,
  WASMC_HEAP_eq = 5,
  WASMC_HEAP_i31 = 6,
  WASMC_HEAP_struct = 7,
  WASMC_HEAP_array = 8,
  WASMC_HEAP_none = 9,
  WASMC_HEAP_exn = 10,
  WASMC_HEAP_noexn = 11,
  WASMC_HEAP_defined = 12 // the type index says which
};

// The letters of the kinds from `none` to `ref`, in the names of thunks and in the signatures of
// host functions.
#define WASMC_VALUE_LETTERS "-ilfdvr"

#define WASMC_VALUE_KIND_MASK 0xfu
#define WASMC_VALUE_NULLABLE_BIT 0x10u
#define WASMC_VALUE_HEAP_SHIFT 5
#define WASMC_VALUE_MUTABLE_BIT 0x400u
#define WASMC_VALUE_HEAP_MASK 0x1fu
#define WASMC_VALUE_INDEX_SHIFT 12

// funcref and externref, the two reference types of Wasm 2.0.
#define WASMC_VALUE_TYPE_funcref                                                                   \
  (WASMC_VALUE_ref | WASMC_VALUE_NULLABLE_BIT |                                                    \
   ((uint32_t)WASMC_HEAP_func << WASMC_VALUE_HEAP_SHIFT))
#define WASMC_VALUE_TYPE_externref                                                                 \
  (WASMC_VALUE_ref | WASMC_VALUE_NULLABLE_BIT |                                                    \
   ((uint32_t)WASMC_HEAP_extern << WASMC_VALUE_HEAP_SHIFT))

#endif
