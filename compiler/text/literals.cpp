#include "compiler/text/literals.h"

#include "compiler/text/number.h"

#include <cassert>

namespace wasmc::text {

namespace {

// Takes the token that was read with this outcome.
Result<uint64_t> finish(TokenStream &tokens, NumberResult result, uint64_t value, char type,
                        unsigned bits) {
  const char kind[] = {type, '\0'};
  switch (result) {
  case NumberResult::ok:
    tokens.next();
    return value;
  case NumberResult::out_of_range:
    return error(tokens.offset(), "constant out of range of ", kind, bits);
  case NumberResult::malformed:
    break;
  }
  return tokens.unexpected();
}

bool canBeNumber(const TokenStream &tokens) {
  return tokens.at(TokenKind::number) || tokens.at(TokenKind::keyword);
}

// Whether something that is no token of the language cuts the lanes short: that is the mistake to
// tell of.
bool isBadToken(const TokenStream &tokens, uint32_t lanes) {
  uint32_t i = 0;
  while (i < lanes && tokens.atNumber(i))
    ++i;
  return i < lanes && tokens.peek(i).kind != TokenKind::right &&
         tokens.peek(i).kind != TokenKind::left;
}

constexpr Shape kShapes[] = {{"i8x16", 8, false},  {"i16x8", 16, false}, {"i32x4", 32, false},
                             {"i64x2", 64, false}, {"f32x4", 32, true},  {"f64x2", 64, true}};

} // namespace

Result<uint64_t> readIntegerLiteral(TokenStream &tokens, unsigned bits) {
  if (!canBeNumber(tokens))
    return tokens.unexpected();
  uint64_t value = 0;
  NumberResult result = readInteger(tokens.word(), bits, value);
  return finish(tokens, result, value, 'i', bits);
}

Result<uint64_t> readFloatLiteral(TokenStream &tokens, unsigned bits) {
  if (!canBeNumber(tokens))
    return tokens.unexpected();
  uint64_t value = 0;
  NumberResult result = NumberResult::malformed;
  if (bits == 32) {
    uint32_t narrow = 0;
    result = readFloat32(tokens.word(), narrow);
    value = narrow;
  } else {
    result = readFloat64(tokens.word(), value);
  }
  return finish(tokens, result, value, 'f', bits);
}

const Shape *acceptShape(TokenStream &tokens) {
  for (const Shape &shape : kShapes)
    if (tokens.acceptKeyword(shape.name))
      return &shape;
  return nullptr;
}

void setLane(V128 &vector, const Shape &shape, unsigned lane, uint64_t bits) {
  assert(lane < shape.lanes());
  unsigned bytes = shape.laneBits / 8;
  for (unsigned i = 0; i < bytes; ++i)
    vector[lane * bytes + i] = static_cast<uint8_t>(bits >> 8 * i);
}

Result<V128> readV128Literal(TokenStream &tokens) {
  const Shape *shape = acceptShape(tokens);
  if (shape == nullptr)
    return tokens.unexpected();
  if (!tokens.atNumbers(shape->lanes()) && !isBadToken(tokens, shape->lanes()))
    return error(tokens.offset(), "wrong number of lane literals");
  V128 vector = {};
  for (unsigned lane = 0; lane < shape->lanes(); ++lane) {
    TRY_ASSIGN(uint64_t bits, shape->isFloat ? readFloatLiteral(tokens, shape->laneBits)
                                             : readIntegerLiteral(tokens, shape->laneBits));
    setLane(vector, *shape, lane, bits);
  }
  return vector;
}

} // namespace wasmc::text
