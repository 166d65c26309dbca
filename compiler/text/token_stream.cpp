#include "compiler/text/token_stream.h"

#include "compiler/text/keywords.h"
#include "compiler/text/number.h"
#include "compiler/text/utf8.h"

namespace wasmc::text {

bool TokenStream::atIndex(uint32_t ahead) const {
  const Token &token = peek(ahead);
  return token.kind == TokenKind::identifier ||
         (token.kind == TokenKind::number && formOf(list_->textOf(token)) == NumberForm::natural);
}

bool TokenStream::atNumber(uint32_t ahead) const {
  TokenKind kind = peek(ahead).kind;
  return (kind == TokenKind::number || kind == TokenKind::keyword) &&
         formOf(word(ahead)) != NumberForm::none;
}

bool TokenStream::atNumbers(uint32_t count) const {
  for (uint32_t i = 0; i < count; ++i)
    if (!atNumber(i))
      return false;
  return !atNumber(count);
}

std::optional<std::string> TokenStream::acceptIdentifier() {
  if (!at(TokenKind::identifier))
    return std::nullopt;
  return identifierName(list_->textOf(next()));
}

Result<void> TokenStream::expect(TokenKind kind) {
  if (!accept(kind))
    return unexpected();
  return {};
}

Result<void> TokenStream::expectForm(std::string_view keyword) {
  if (acceptForm(keyword))
    return {};
  TRY(expect(TokenKind::left));
  return unexpected();
}

Result<std::string> TokenStream::string() {
  if (!at(TokenKind::string))
    return unexpected();
  return stringContents(list_->textOf(next()));
}

Result<std::string> TokenStream::name() {
  uint32_t start = offset();
  TRY_ASSIGN(std::string name, string());
  if (!isUtf8(name))
    return error(start, "malformed UTF-8 encoding");
  return name;
}

std::string TokenStream::strings() {
  std::string contents;
  while (at(TokenKind::string))
    contents += stringContents(list_->textOf(next()));
  return contents;
}

Result<uint64_t> TokenStream::natural(unsigned bits) {
  if (!at(TokenKind::number))
    return unexpected();
  uint64_t value = 0;
  switch (readNatural(word(), bits, value)) {
  case NumberResult::ok:
    next();
    return value;
  case NumberResult::out_of_range:
    return error(offset(), "i", bits, " constant out of range");
  case NumberResult::malformed:
    break;
  }
  return unexpected();
}

Result<uint32_t> TokenStream::naturalU32() {
  TRY_ASSIGN(uint64_t value, natural(32));
  return static_cast<uint32_t>(value);
}

Result<void> TokenStream::skipRest() {
  uint64_t depth = 1;
  while (depth > 0) {
    if (at(TokenKind::end))
      return unexpected();
    TokenKind kind = next().kind;
    if (kind == TokenKind::left)
      ++depth;
    else if (kind == TokenKind::right)
      --depth;
  }
  return {};
}

std::unexpected<Error> TokenStream::unexpected() const {
  // Enough of a token to know it by.
  std::string_view shown = word().substr(0, 60);
  switch (peek().kind) {
  case TokenKind::end:
    return error(offset(), "unexpected token: end of text");
  case TokenKind::reserved:
    return error(offset(), "unknown operator ", shown);
  case TokenKind::number:
  case TokenKind::keyword:
    if (formOf(word()) == NumberForm::none && !isKnownKeyword(word()))
      return error(offset(), "unknown operator ", shown);
    break;
  default:
    break;
  }
  return error(offset(), "unexpected token ", shown);
}

} // namespace wasmc::text
