// One identity for equal types of all modules in the process.
#ifndef WASMC_RUNTIME_OBJECT_TYPE_REGISTRY_H
#define WASMC_RUNTIME_OBJECT_TYPE_REGISTRY_H

#include <stdint.h>

#include <span>
#include <string_view>

#include "wasmc/abi/container.h"
#include "wasmc/abi/value_types.h"
#include "wasmc/detail/result.h"

namespace wasmc::object {

// Canonical ids: equal numbers mean equal types, in whatever module and store they were written
// (Wasm 3.0, "Type equivalence": recursion groups are equal by structure, with references into the
// group compared by position). 0 is no type. Ids are never given back, so an id outlives the module
// that brought it and a reload finds it again.
//
// All functions are thread-safe.

// Gives every type of a module its id. `types` is the module's type index space; `values` the array
// that wasmc_type::values indexes. Checks all that it reads: the arguments may come out of a
// damaged file. `ids` is as long as `types`.
Result<void> canonicalizeTypes(std::span<const wasmc_type> types, std::span<const uint32_t> values,
                               std::span<uint32_t> ids);

// Whether `type` is `super` or declared below it. Takes no lock: call_indirect asks.
bool isSubtype(uint32_t type, uint32_t super);

// The id of a final function type without supertypes and without references to other types, from
// parameters and results (value types).
Result<uint32_t> functionTypeId(std::span<const uint32_t> parameters,
                                std::span<const uint32_t> results);

// A value type that can be compared across modules: the bits of value_types.h without the type
// index below, the canonical id of a defined type above.
using CanonicalValueType = uint64_t;

// `ids` are those of the module that wrote `type`; an index beyond them gives a type equal to none.
CanonicalValueType canonicalValueType(uint32_t type, std::span<const uint32_t> ids);

// Whether a value of `type` can stand where `super` is expected.
bool matches(CanonicalValueType type, CanonicalValueType super);

} // namespace wasmc::object

#endif
