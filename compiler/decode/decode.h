// The door of the binary decoder (spec section 5).
#ifndef WASMC_COMPILER_DECODE_DECODE_H
#define WASMC_COMPILER_DECODE_DECODE_H

#include "compiler/wasm/features.h"
#include "compiler/wasm/module.h"
#include "wasmc/detail/result.h"

#include <span>

namespace wasmc::decode {

// Decodes the sections of a binary module; function bodies stay byte spans with their offsets.
// The module points into `bytes`, which must outlive it. Errors carry the byte offset and, where
// the specification's test suite has one, its message ("unexpected end", "magic header not
// detected", ...). Never crashes or allocates more than a small multiple of the input's size.
Result<wasm::Module> decode(std::span<const uint8_t> bytes, wasm::Features features);

} // namespace wasmc::decode

#endif
