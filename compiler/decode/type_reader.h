// Types in the binary format (spec 5.3).
#ifndef WASMC_COMPILER_DECODE_TYPE_READER_H
#define WASMC_COMPILER_DECODE_TYPE_READER_H

#include "compiler/decode/cursor.h"
#include "compiler/decode/limits.h"
#include "compiler/decode/operator_visitor.h"
#include "compiler/wasm/features.h"

namespace wasmc::decode {

// "SIMD support is not enabled: v128.load"
template <class... Parts>
[[gnu::cold]] std::unexpected<Error> notEnabled(uint64_t offset, wasm::Feature feature,
                                                const Parts &...parts) {
  return error(offset, toString(feature), " support is not enabled: ", parts...);
}

// A type index, below kMaxTypes. Whether the module has that type is for validation to say.
Result<wasm::TypeIndex> readTypeIndex(Cursor &cursor);

Result<wasm::HeapType> readHeapType(Cursor &cursor, wasm::Features features);
Result<wasm::ValueType> readValueType(Cursor &cursor, wasm::Features features);
// The same, but only reference types; `funcref` needs no feature here.
Result<wasm::ValueType> readReferenceType(Cursor &cursor, wasm::Features features);
// A value type or i8, i16.
Result<wasm::ValueType> readStorageType(Cursor &cursor, wasm::Features features);
Result<BlockType> readBlockType(Cursor &cursor, wasm::Features features);

} // namespace wasmc::decode

#endif
