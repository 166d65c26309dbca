#include "compiler/text/lexer.h"

#include "compiler/text/utf8.h"

#include <array>
#include <cassert>

namespace wasmc::text {

namespace {

enum CharClass : uint8_t { kIllegal, kSpace, kIdChar, kPunctuation, kOther };

// spec 6.3.1 and 6.3.5; punctuation is what only reserved tokens are made of.
constexpr std::array<CharClass, 256> makeClasses() {
  std::array<CharClass, 256> classes = {};
  for (unsigned c = 0x21; c < 0x7f; ++c)
    classes[c] = kIdChar;
  for (char c : {' ', '\t', '\n', '\r'})
    classes[static_cast<uint8_t>(c)] = kSpace;
  for (char c : {',', ';', '[', ']', '{', '}'})
    classes[static_cast<uint8_t>(c)] = kPunctuation;
  for (char c : {'"', '(', ')'})
    classes[static_cast<uint8_t>(c)] = kOther;
  return classes;
}

constexpr std::array<CharClass, 256> kClasses = makeClasses();

CharClass classOf(char c) {
  return kClasses[static_cast<uint8_t>(c)];
}

constexpr int hexValue(char c) {
  if (c >= '0' && c <= '9')
    return c - '0';
  if (c >= 'a' && c <= 'f')
    return c - 'a' + 10;
  if (c >= 'A' && c <= 'F')
    return c - 'A' + 10;
  return -1;
}

// The length of `\...` at the start of `text`, 0 when it is no escape (spec 6.3.3).
size_t escapeLength(std::string_view text) {
  auto at = [&](size_t i) { return i < text.size() ? text[i] : '\0'; };
  switch (at(1)) {
  case 't':
  case 'n':
  case 'r':
  case '"':
  case '\'':
  case '\\':
    return 2;
  case 'u': {
    if (at(2) != '{' || hexValue(at(3)) < 0)
      return 0;
    uint32_t value = 0;
    size_t i = 3;
    for (; hexValue(at(i)) >= 0 || (at(i) == '_' && hexValue(at(i + 1)) >= 0); ++i) {
      if (at(i) == '_')
        continue;
      value = value * 16 + static_cast<uint32_t>(hexValue(at(i)));
      if (value > 0x10ffff)
        return 0;
    }
    bool isSurrogate = value >= 0xd800 && value < 0xe000;
    return at(i) == '}' && !isSurrogate ? i + 1 : 0;
  }
  default:
    return hexValue(at(1)) >= 0 && hexValue(at(2)) >= 0 ? 3 : 0;
  }
}

class Lexer {
public:
  Lexer(std::string_view text, uint64_t begin, uint64_t end)
      : text_(text.substr(0, end)), at_(begin) {
    list_.text = text;
  }

  Result<TokenList> run() {
    for (;;) {
      TRY(skipSpace());
      if (at_ == text_.size())
        break;
      if (text_[at_] == '(' && peek(1) == '@') {
        TRY(annotation());
      } else {
        TRY_ASSIGN(Token token, nextToken());
        countParentheses(token);
        list_.tokens.push_back(token);
      }
    }
    auto end = static_cast<uint32_t>(text_.size());
    list_.tokens.insert(list_.tokens.end(), 2, Token{TokenKind::end, end, end});
    return std::move(list_);
  }

private:
  char peek(uint64_t ahead) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }

  void countParentheses(const Token &token) {
    if (token.kind == TokenKind::left)
      ++depth_;
    else if (token.kind == TokenKind::right && depth_ > 0)
      --depth_;
  }

  Result<void> skipSpace() {
    while (at_ < text_.size()) {
      char c = text_[at_];
      if (classOf(c) == kSpace) {
        ++at_;
      } else if (c == ';' && peek(1) == ';') {
        TRY(skipLineComment());
      } else if (c == '(' && peek(1) == ';') {
        TRY(skipBlockComment());
      } else {
        break;
      }
    }
    return {};
  }

  // Steps over one character of a comment or string.
  Result<void> skipCharacter() {
    size_t length = utf8Length(text_.substr(at_));
    if (length == 0)
      return error(at_, "malformed UTF-8 encoding");
    at_ += length;
    return {};
  }

  Result<void> skipLineComment() {
    while (at_ < text_.size() && text_[at_] != '\n' && text_[at_] != '\r')
      TRY(skipCharacter());
    return {};
  }

  Result<void> skipBlockComment() {
    uint64_t start = at_;
    uint64_t depth = 0;
    do {
      if (at_ == text_.size())
        return error(start, "unclosed comment");
      if (text_[at_] == '(' && peek(1) == ';') {
        ++depth;
        at_ += 2;
      } else if (text_[at_] == ';' && peek(1) == ')') {
        --depth;
        at_ += 2;
      } else {
        TRY(skipCharacter());
      }
    } while (depth > 0);
    return {};
  }

  Result<Token> nextToken() {
    auto begin = static_cast<uint32_t>(at_);
    char c = text_[at_];
    if (c == '(' || c == ')') {
      ++at_;
      return Token{c == '(' ? TokenKind::left : TokenKind::right, begin, begin + 1};
    }
    if (classOf(c) == kIllegal)
      return illegalCharacter();
    bool isPlain = true; // nothing but idchars so far
    uint32_t strings = 0;
    while (at_ < text_.size()) {
      CharClass kind = classOf(text_[at_]);
      if (kind == kPunctuation && !(text_[at_] == ';' && peek(1) == ';')) {
        isPlain = false;
        ++at_;
      } else if (text_[at_] == '"') {
        TRY(skipString(text_.substr(begin, at_ - begin) == "$"));
        ++strings;
      } else if (kind == kIdChar) {
        ++at_;
      } else {
        break;
      }
    }
    Token token{TokenKind::reserved, begin, static_cast<uint32_t>(at_)};
    token.kind = classify(text_.substr(begin, at_ - begin), isPlain, strings);
    if (c == '$')
      TRY(checkIdentifier(token));
    return token;
  }

  static TokenKind classify(std::string_view word, bool isPlain, uint32_t strings) {
    char c = word[0];
    if (strings == 1 && isPlain) {
      // The quote of a lone string is first or follows the $, and its other is last.
      size_t open = c == '$' ? 1 : 0;
      if (word[open] == '"' && word.back() == '"' && stringEnd(word, open) == word.size())
        return open == 1 ? TokenKind::identifier : TokenKind::string;
    }
    if (strings > 0 || !isPlain)
      return TokenKind::reserved;
    if (c == '$')
      return TokenKind::identifier;
    if (c >= 'a' && c <= 'z')
      return TokenKind::keyword;
    return (c >= '0' && c <= '9') || c == '+' || c == '-' ? TokenKind::number : TokenKind::reserved;
  }

  // Where the string that opens at word[open] ends.
  static size_t stringEnd(std::string_view word, size_t open) {
    size_t i = open + 1;
    while (i < word.size() && word[i] != '"')
      i += word[i] == '\\' ? escapeLength(word.substr(i)) : 1;
    return i + 1;
  }

  Result<void> checkIdentifier(const Token &token) {
    std::string_view word = text_.substr(token.begin, token.end - token.begin);
    if (word == "$" || word == "$\"\"")
      return error(token.begin, "empty identifier");
    if (token.kind == TokenKind::identifier && word[1] == '"' &&
        !isUtf8(stringContents(word.substr(1))))
      return error(token.begin, "malformed UTF-8 encoding");
    return {};
  }

  Result<void> skipString(bool isIdentifier) {
    uint64_t start = at_++;
    for (;;) {
      char c = peek(0);
      if (at_ == text_.size() || c == '\n' || c == '\r' ||
          (isIdentifier && classOf(c) == kIllegal && static_cast<uint8_t>(c) < 0x80) ||
          (isIdentifier && c == '\t'))
        return error(start, isIdentifier ? "empty identifier" : "unclosed string");
      if (c == '"') {
        ++at_;
        return {};
      }
      if (c == '\\') {
        size_t length = escapeLength(text_.substr(at_));
        if (length == 0)
          return error(at_, "illegal escape");
        at_ += length;
      } else if (static_cast<uint8_t>(c) < 0x20 || c == 0x7f) {
        return error(at_, "illegal control character in a string");
      } else {
        TRY(skipCharacter());
      }
    }
  }

  std::unexpected<Error> illegalCharacter() const {
    if (utf8Length(text_.substr(at_)) == 0)
      return error(at_, "malformed UTF-8 encoding");
    return error(at_, "illegal character");
  }

  // `(@id ...)`. Inside, parentheses must match and everything else may stand.
  Result<void> annotation() {
    Annotation annotation;
    annotation.begin = static_cast<uint32_t>(at_);
    annotation.before = static_cast<uint32_t>(list_.tokens.size());
    annotation.depth = depth_;
    at_ += 2;
    TRY_ASSIGN(std::string id, annotationId(annotation.begin));
    bool isKnown = true;
    if (id == "custom")
      annotation.kind = AnnotationKind::custom;
    else if (id == "name")
      annotation.kind = AnnotationKind::name;
    else if (id == "metadata.code.branch_hint")
      annotation.kind = AnnotationKind::branchHint;
    else
      isKnown = false;
    uint64_t depth = 1;
    for (;;) {
      TRY(skipSpace());
      if (at_ == text_.size())
        return error(annotation.begin, "unclosed annotation");
      TRY_ASSIGN(Token token, nextToken());
      if (token.kind == TokenKind::left)
        ++depth;
      if (token.kind == TokenKind::right && --depth == 0) {
        annotation.tokens.insert(annotation.tokens.end(), 2,
                                 Token{TokenKind::end, token.begin, token.begin});
        break;
      }
      if (isKnown)
        annotation.tokens.push_back(token);
    }
    if (isKnown)
      list_.annotations.push_back(std::move(annotation));
    return {};
  }

  Result<std::string> annotationId(uint64_t start) {
    uint64_t begin = at_;
    if (peek(0) == '"') {
      if (Result<void> string = skipString(true); !string)
        return error(start, "empty annotation id");
      std::string id = stringContents(text_.substr(begin, at_ - begin));
      if (id.empty())
        return error(start, "empty annotation id");
      if (!isUtf8(id))
        return error(start, "malformed UTF-8 encoding");
      return id;
    }
    while (at_ < text_.size() && classOf(text_[at_]) == kIdChar)
      ++at_;
    if (at_ == begin)
      return error(start, "empty annotation id");
    return std::string(text_.substr(begin, at_ - begin));
  }

  std::string_view text_;
  uint64_t at_;
  uint32_t depth_ = 0;
  TokenList list_;
};

// Appends what the escape at the start of `text` stands for.
void appendEscape(std::string &to, std::string_view text) {
  switch (text[1]) {
  case 't':
    to += '\t';
    return;
  case 'n':
    to += '\n';
    return;
  case 'r':
    to += '\r';
    return;
  case '"':
  case '\'':
  case '\\':
    to += text[1];
    return;
  case 'u': {
    uint32_t value = 0;
    for (size_t i = 3; text[i] != '}'; ++i)
      if (text[i] != '_')
        value = value * 16 + static_cast<uint32_t>(hexValue(text[i]));
    appendUtf8(to, value);
    return;
  }
  default:
    to += static_cast<char>(hexValue(text[1]) * 16 + hexValue(text[2]));
  }
}

} // namespace

Result<TokenList> tokenize(std::string_view text, uint64_t begin, uint64_t end) {
  // Tokens keep their offsets in 32 bits.
  if (text.size() >= UINT32_MAX)
    return error(Error::kNoOffset, "text of ", text.size(), " bytes, more than ", UINT32_MAX - 1u);
  assert(begin <= end && end <= text.size());
  return Lexer(text, begin, end).run();
}

std::string stringContents(std::string_view token) {
  assert(token.size() >= 2 && token.front() == '"' && token.back() == '"');
  token = token.substr(1, token.size() - 2);
  std::string contents;
  contents.reserve(token.size());
  for (size_t i = 0; i < token.size();) {
    if (token[i] != '\\') {
      contents += token[i++];
      continue;
    }
    appendEscape(contents, token.substr(i));
    i += escapeLength(token.substr(i));
  }
  return contents;
}

std::string identifierName(std::string_view token) {
  assert(token.size() >= 2 && token.front() == '$');
  return token[1] == '"' ? stringContents(token.substr(1)) : std::string(token.substr(1));
}

} // namespace wasmc::text
