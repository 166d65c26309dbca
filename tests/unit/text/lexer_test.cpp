#include "compiler/text/lexer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wasmc::text {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

Result<TokenList> lex(std::string_view text) {
  return tokenize(text, 0, text.size());
}

// The kinds of the tokens, one letter each: ( ) s(tring) i(dentifier) k(eyword) n(umber)
// r(eserved).
std::string kinds(std::string_view text) {
  Result<TokenList> list = lex(text);
  if (!list)
    return list.error().text;
  std::string result;
  for (const Token &token : list->tokens)
    if (token.kind != TokenKind::end)
      result += "()siknr"[static_cast<size_t>(token.kind)];
  return result;
}

// "message@offset", or "" when the text is in order.
std::string failure(std::string_view text) {
  Result<TokenList> list = lex(text);
  return list ? "" : list.error().text + ("@" + std::to_string(list.error().offset));
}

TEST(Lexer, TellsTokensApart) {
  EXPECT_EQ(kinds("(func $f i32.const -0x1p+3 \"a b\")"), "(kikns)");
  EXPECT_EQ(kinds("$\"quoted id\" $x\"y\" \"x\"$y 0$\"l\""), "irrr");
  EXPECT_EQ(kinds("a,b ] @x .0 nan:0x1 +inf"), "rrrrkn");
  EXPECT_EQ(kinds("0$l"), "n"); // which is none, as its reader will say
  EXPECT_EQ(kinds("offset=0 i8x16 if"), "kkk");
  EXPECT_EQ(kinds("(nop)nop(;c;)nop;;c"), "(k)kk");
  EXPECT_EQ(kinds(""), "");
}

TEST(Lexer, AlwaysEndsInTwoEndTokens) {
  Result<TokenList> list = lex(" a ");
  ASSERT_TRUE(list);
  ASSERT_EQ(list->tokens.size(), 3u);
  EXPECT_EQ(list->tokens[0].begin, 1u);
  EXPECT_EQ(list->tokens[0].end, 2u);
  EXPECT_EQ(list->tokens[1].kind, TokenKind::end);
  EXPECT_EQ(list->tokens[2].begin, 3u);
}

TEST(Lexer, ReadsAPartOfATextWithItsOffsets) {
  Result<TokenList> list = tokenize("abc (def) ghi", 4, 9);
  ASSERT_TRUE(list);
  ASSERT_EQ(list->tokens.size(), 5u);
  EXPECT_EQ(list->textOf(list->tokens[1]), "def");
  EXPECT_EQ(list->tokens[1].begin, 5u);
}

TEST(Lexer, SkipsComments) {
  EXPECT_EQ(kinds(";; a \n b ;; c \r d (; e (; f ;) ;; ;) g"), "kkk");
  EXPECT_EQ(kinds("(;;)(;(;;);)"), "");
  EXPECT_EQ(failure("a (; (; ;)"), "unclosed comment@2");
  EXPECT_EQ(failure(";; \xff\n"), "malformed UTF-8 encoding@3");
  EXPECT_EQ(failure(""), "");
}

TEST(Lexer, NestingDepthIsNoMatterOfTheStack) {
  constexpr size_t kDepth = 2'000'000;
  std::string open(2 * kDepth, '(');
  for (size_t i = 1; i < open.size(); i += 2)
    open[i] = ';';
  EXPECT_THAT(failure(open), StartsWith("unclosed comment"));
  EXPECT_THAT(failure("(@a " + std::string(kDepth, '(')), StartsWith("unclosed annotation"));
}

TEST(Lexer, ChecksStrings) {
  auto contents = [](std::string_view text) { return stringContents(text); };
  EXPECT_EQ(contents(R"("a\t\n\r\"\'\\b")"), "a\t\n\r\"'\\b");
  EXPECT_EQ(contents(R"("\00\ff\Aa")"), std::string("\0\xff\xaa", 3));
  EXPECT_EQ(contents(R"("\u{41}\u{7ff}\u{20_AC}\u{10ffff}")"),
            "A\xdf\xbf\xe2\x82\xac\xf4\x8f\xbf\xbf");
  EXPECT_EQ(failure("\"a\nb\""), "unclosed string@0");
  EXPECT_EQ(failure("x \"a"), "unclosed string@2");
  EXPECT_EQ(failure("\"\\\""), "unclosed string@0");
  for (const char *escape : {"\\x", "\\0", "\\0g", "\\u{}", "\\u{d800}", "\\u{110000}", "\\u41",
                             "\\u{4_}", "\\u{_4}", "\\u{41", "\\u{fffffffff41}"})
    EXPECT_EQ(failure("\"" + std::string(escape) + "\""), "illegal escape@1") << escape;
  EXPECT_THAT(failure("\"\x01\""), StartsWith("illegal control character"));
  EXPECT_EQ(failure("\"\xc0\xaf\""), "malformed UTF-8 encoding@1");
  EXPECT_EQ(failure("\"\xed\xa0\x80\""), "malformed UTF-8 encoding@1");
  EXPECT_EQ(failure("\"\xf0\x9f\x98\x80\""), "");
}

TEST(Lexer, ChecksIdentifiers) {
  EXPECT_EQ(identifierName("$abc"), "abc");
  EXPECT_EQ(identifierName("$\"a\\42 c\""), "aB c");
  EXPECT_EQ(failure("$"), "empty identifier@0");
  EXPECT_EQ(failure("$\"\""), "empty identifier@0");
  EXPECT_THAT(failure("$\"a\tb\""), StartsWith("empty identifier"));
  EXPECT_EQ(failure("$\"\\ff\""), "malformed UTF-8 encoding@0");
}

TEST(Lexer, RefusesOtherCharacters) {
  EXPECT_EQ(failure("a \x7f"), "illegal character@2");
  EXPECT_EQ(failure("W\xc3\xbcrst"), "illegal character@1");
  EXPECT_EQ(failure("\xff"), "malformed UTF-8 encoding@0");
  EXPECT_EQ(failure(std::string_view("\0", 1)), "illegal character@0");
}

TEST(Lexer, KeepsOnlyTheAnnotationsThatAreRead) {
  Result<TokenList> list = lex("(module (@x (y)) a (@custom \"n\" (before first)) b)");
  ASSERT_TRUE(list);
  ASSERT_EQ(list->annotations.size(), 1u);
  const Annotation &custom = list->annotations[0];
  EXPECT_EQ(custom.kind, AnnotationKind::custom);
  EXPECT_EQ(custom.depth, 1u);
  EXPECT_EQ(list->textOf(list->tokens[custom.before]), "b");
  EXPECT_EQ(custom.tokens.size(), 5u + 2u);
  EXPECT_EQ(kinds("(module (@x (y)) a)"), "(kk)");
  EXPECT_EQ(failure("(@)"), "empty annotation id@0");
  EXPECT_EQ(failure("(@\"\")"), "empty annotation id@0");
  EXPECT_EQ(failure("(@a (b)"), "unclosed annotation@0");
}

} // namespace
} // namespace wasmc::text
