// Constants of instructions and scripts, read off a token stream.
#ifndef WASMC_COMPILER_TEXT_LITERALS_H
#define WASMC_COMPILER_TEXT_LITERALS_H

#include "compiler/text/token_stream.h"

#include <array>

namespace wasmc::text {

// iN, cut to its bits, and fN as its bits; `bits` is 8, 16, 32, 64 and 32, 64. "constant out of
// range" for what does not fit.
Result<uint64_t> readIntegerLiteral(TokenStream &tokens, unsigned bits);
Result<uint64_t> readFloatLiteral(TokenStream &tokens, unsigned bits);

// A way to see a v128 (spec 2.2.4).
struct Shape {
  std::string_view name;
  unsigned laneBits;
  bool isFloat;
  unsigned lanes() const { return 128 / laneBits; }
};

// The shape whose name is next, and is taken; null when there is none.
const Shape *acceptShape(TokenStream &tokens);

using V128 = std::array<uint8_t, 16>;
// Puts the bits of a lane where they belong.
void setLane(V128 &vector, const Shape &shape, unsigned lane, uint64_t bits);

// The literal after v128.const: a shape and its lanes.
Result<V128> readV128Literal(TokenStream &tokens);

} // namespace wasmc::text

#endif
