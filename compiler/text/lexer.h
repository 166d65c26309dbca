// The lexical format (spec 6.3): text to tokens.
//
// The text is hostile. Comments and annotations nest by counting, never by recursion; every token
// lies inside the text; there are no more tokens than bytes.
#ifndef WASMC_COMPILER_TEXT_LEXER_H
#define WASMC_COMPILER_TEXT_LEXER_H

#include "wasmc/detail/result.h"

#include <stdint.h>

#include <string>
#include <string_view>
#include <vector>

namespace wasmc::text {

enum class TokenKind : uint8_t {
  left,  // (
  right, // )
  string,
  identifier, // $name or $"name"
  keyword,    // starts with a small letter; nan and inf are among them
  number,     // starts with a digit or a sign; whether it is a number its reader says
  reserved,   // anything else that the lexical format lets stand, and nothing reads
  end,        // of the text
};

struct Token {
  TokenKind kind = TokenKind::end;
  uint32_t begin = 0; // byte offsets in the text
  uint32_t end = 0;
};

enum class AnnotationKind : uint8_t { custom, name, branchHint };

// `(@id ...)` of a kind that is read. All others are dropped like comments.
struct Annotation {
  AnnotationKind kind = AnnotationKind::custom;
  uint32_t begin = 0;        // byte offset in the text
  uint32_t before = 0;       // index of the token that follows
  uint32_t depth = 0;        // of open parentheses around it
  std::vector<Token> tokens; // its contents, with an `end` at the closing parenthesis
};

struct TokenList {
  std::string_view text;
  std::vector<Token> tokens; // two `end` tokens come last
  std::vector<Annotation> annotations;

  std::string_view textOf(const Token &token) const {
    return text.substr(token.begin, token.end - token.begin);
  }
};

// Splits text[begin, end) into tokens, whose offsets are those in `text`. The list points into
// `text`. Errors carry the byte offset in `text`.
Result<TokenList> tokenize(std::string_view text, uint64_t begin, uint64_t end);

// What a `string` token stands for: any bytes. The lexer has checked its escapes.
std::string stringContents(std::string_view token);
// The name of an `identifier` token, the same for $x and $"x".
std::string identifierName(std::string_view token);

} // namespace wasmc::text

#endif
