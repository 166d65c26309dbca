#include "compiler/text/text.h"

#include <gtest/gtest.h>

namespace wasmc::text {
namespace {

Error at(uint64_t offset, const char *text = "wrong") {
  return error(offset, text).error();
}

TEST(Positions, CountLinesAndCharacters) {
  constexpr std::string_view kText = "a\nbc\r\nd\re\xc3\xa9x";
  auto position = [&](uint64_t offset) { return positionOf(kText, offset); };
  EXPECT_EQ(position(0), (TextPosition{1, 1}));
  EXPECT_EQ(position(1), (TextPosition{1, 2}));
  EXPECT_EQ(position(2), (TextPosition{2, 1}));
  EXPECT_EQ(position(6), (TextPosition{3, 1}));
  EXPECT_EQ(position(8), (TextPosition{4, 1}));
  EXPECT_EQ(position(11), (TextPosition{4, 3})); // one character of two bytes before
  EXPECT_EQ(position(1000), (TextPosition{4, 4}));
  EXPECT_EQ(positionOf("", 0), (TextPosition{1, 1}));
}

TEST(Positions, MapsKnowTheLastItemBefore) {
  OffsetMap map;
  EXPECT_EQ(map.find(0), std::nullopt);
  map.add(10, 7);
  map.add(20, 3);
  EXPECT_EQ(map.find(9), std::nullopt);
  EXPECT_EQ(map.find(10), 7u);
  EXPECT_EQ(map.find(19), 7u);
  EXPECT_EQ(map.find(1000), 3u);
  EXPECT_EQ(toTextError(at(15), map).offset, 7u);
  EXPECT_STREQ(toTextError(at(15), map).text, "wrong");
  EXPECT_EQ(toTextError(at(5), map).offset, Error::kNoOffset);
  EXPECT_EQ(toTextError(at(Error::kNoOffset), map).offset, Error::kNoOffset);
}

TEST(Positions, ErrorsShowTheirLine) {
  EXPECT_EQ(renderError("f.wat", "(module\n  (funk))\n", at(11)),
            "f.wat:2:4: wrong\n    (funk))\n     ^");
  EXPECT_EQ(renderError("f.wat", "", at(0)), "f.wat:1:1: wrong\n  \n  ^");
  EXPECT_EQ(renderError("f.wat", "abc", at(99)), "f.wat:1:4: wrong\n  abc\n     ^");
  EXPECT_EQ(renderError("f.wat", "abc", at(Error::kNoOffset)), "f.wat: wrong");
  EXPECT_EQ(renderError("f.wat", "\xc3\xa9\xc3\xa9 x", at(5)),
            "f.wat:1:4: wrong\n  \xc3\xa9\xc3\xa9 x\n     ^");
}

TEST(Positions, NothingShownMovesTheTerminal) {
  EXPECT_EQ(renderError("f", "\ta\x1b[2Jb", at(6, "unknown \x1b[31m")),
            "f:1:7: unknown  [31m\n   a [2Jb\n        ^");
}

TEST(Positions, LongLinesAreCut) {
  std::string text = std::string(1000, 'a') + "X" + std::string(1000, 'b');
  EXPECT_EQ(renderError("f", text, at(1000)), "f:1:1001: wrong\n  " + std::string(80, 'a') + "X" +
                                                  std::string(79, 'b') + "\n  " +
                                                  std::string(80, ' ') + "^");
}

} // namespace
} // namespace wasmc::text
