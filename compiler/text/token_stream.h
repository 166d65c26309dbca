// Walks over the tokens of a text: the small steps that all readers are made of.
#ifndef WASMC_COMPILER_TEXT_TOKEN_STREAM_H
#define WASMC_COMPILER_TEXT_TOKEN_STREAM_H

#include "compiler/text/lexer.h"

#include <algorithm>
#include <optional>

namespace wasmc::text {

class TokenStream {
public:
  // The list must outlive the stream.
  explicit TokenStream(const TokenList &list) : list_(&list) {}

  // Index of the next token; setPosition goes back to one that was.
  uint32_t position() const { return at_; }
  void setPosition(uint32_t position) { at_ = position; }
  // Byte offset in the text of the next token.
  uint32_t offset() const { return peek().begin; }

  // At the end of the text this is an `end` token, for the second one too.
  const Token &peek(uint32_t ahead = 0) const {
    return list_->tokens[std::min<size_t>(at_ + ahead, list_->tokens.size() - 1)];
  }
  std::string_view word(uint32_t ahead = 0) const { return list_->textOf(peek(ahead)); }
  bool at(TokenKind kind) const { return peek().kind == kind; }
  bool atKeyword(std::string_view keyword) const {
    return at(TokenKind::keyword) && word() == keyword;
  }
  // At `(` and this keyword.
  bool atForm(std::string_view keyword) const {
    return at(TokenKind::left) && peek(1).kind == TokenKind::keyword && word(1) == keyword;
  }
  // A token that an index can be.
  bool atIndex(uint32_t ahead = 0) const;
  // A token that is a number by the grammar, nan and inf too.
  bool atNumber(uint32_t ahead = 0) const;
  // Whether exactly `count` numbers come next.
  bool atNumbers(uint32_t count) const;

  Token next() {
    Token token = peek();
    if (token.kind != TokenKind::end)
      ++at_;
    return token;
  }
  bool accept(TokenKind kind) {
    bool isHere = at(kind);
    if (isHere)
      next();
    return isHere;
  }
  bool acceptKeyword(std::string_view keyword) {
    bool isHere = atKeyword(keyword);
    if (isHere)
      next();
    return isHere;
  }
  bool acceptForm(std::string_view keyword) {
    bool isHere = atForm(keyword);
    if (isHere)
      at_ += 2;
    return isHere;
  }
  // The name of an identifier, if one is next.
  std::optional<std::string> acceptIdentifier();

  Result<void> expect(TokenKind kind);
  Result<void> expectForm(std::string_view keyword);
  // A string: any bytes; and one that must be UTF-8.
  Result<std::string> string();
  Result<std::string> name();
  // All strings that come next, one after the other.
  std::string strings();
  // uN.
  Result<uint64_t> natural(unsigned bits);
  Result<uint32_t> naturalU32();

  // Steps over the rest of a form whose `(` is behind, with its `)`.
  Result<void> skipRest();

  // "unknown operator" for what is no token of the language, else "unexpected token".
  std::unexpected<Error> unexpected() const;

private:
  const TokenList *list_;
  uint32_t at_ = 0;
};

} // namespace wasmc::text

#endif
