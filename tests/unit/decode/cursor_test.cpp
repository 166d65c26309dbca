#include "compiler/decode/cursor.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace wasmc::decode {
namespace {

using testing::StartsWith;

struct Input {
  explicit Input(std::vector<uint8_t> b) : bytes(std::move(b)), cursor({bytes, 100}) {}
  std::vector<uint8_t> bytes;
  Cursor cursor;
};

template <class T> std::string errorOf(const Result<T> &result) {
  return result ? "no error" : result.error().text;
}

TEST(Cursor, ReadsUnsignedLeb128) {
  EXPECT_EQ(*Input({0x00}).cursor.readU32(), 0u);
  EXPECT_EQ(*Input({0xe5, 0x8e, 0x26}).cursor.readU32(), 624485u);
  EXPECT_EQ(*Input({0xff, 0xff, 0xff, 0xff, 0x0f}).cursor.readU32(), 0xffffffffu);
  EXPECT_EQ(*Input({0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01}).cursor.readU64(),
            ~uint64_t{0});
}

TEST(Cursor, ReadsSignedLeb128) {
  EXPECT_EQ(*Input({0x7f}).cursor.readS32(), -1);
  EXPECT_EQ(*Input({0x3f}).cursor.readS32(), 63);
  EXPECT_EQ(*Input({0x40}).cursor.readS32(), -64);
  EXPECT_EQ(*Input({0x9b, 0xf1, 0x59}).cursor.readS32(), -624485);
  EXPECT_EQ(*Input({0x80, 0x80, 0x80, 0x80, 0x78}).cursor.readS32(), INT32_MIN);
  EXPECT_EQ(*Input({0xff, 0xff, 0xff, 0xff, 0x07}).cursor.readS32(), INT32_MAX);
  EXPECT_EQ(*Input({0xff, 0xff, 0xff, 0xff, 0x0f}).cursor.readS33(), 0xffffffff);
  EXPECT_EQ(*Input({0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x7f}).cursor.readS64(),
            INT64_MIN);
}

TEST(Cursor, AcceptsOverlongLeb128UpToItsLongestForm) {
  EXPECT_EQ(*Input({0x83, 0x80, 0x80, 0x80, 0x00}).cursor.readU32(), 3u);
  EXPECT_EQ(*Input({0xff, 0xff, 0xff, 0xff, 0x7f}).cursor.readS32(), -1);
  EXPECT_EQ(errorOf(Input({0x83, 0x80, 0x80, 0x80, 0x80, 0x00}).cursor.readU32()),
            "integer representation too long");
  EXPECT_EQ(errorOf(Input({0xff, 0xff, 0xff, 0xff, 0xff, 0x7f}).cursor.readS32()),
            "integer representation too long");
}

TEST(Cursor, RefusesBitsBeyondTheInteger) {
  EXPECT_EQ(errorOf(Input({0xff, 0xff, 0xff, 0xff, 0x1f}).cursor.readU32()), "integer too large");
  EXPECT_EQ(errorOf(Input({0xff, 0xff, 0xff, 0xff, 0x4f}).cursor.readS32()), "integer too large");
  EXPECT_EQ(errorOf(Input({0x80, 0x80, 0x80, 0x80, 0x20}).cursor.readS33()), "integer too large");
  std::vector<uint8_t> wide(9, 0x80);
  wide.push_back(0x02);
  EXPECT_EQ(errorOf(Input(wide).cursor.readU64()), "integer too large");
}

TEST(Cursor, ErrorsCarryTheOffsetInTheInput) {
  Input input({0x05, 0xff, 0xff});
  EXPECT_EQ(*input.cursor.readByte(), 5);
  Result<uint32_t> result = input.cursor.readU32();
  ASSERT_FALSE(result);
  EXPECT_THAT(result.error().text, StartsWith("unexpected end of section or function"));
  EXPECT_EQ(result.error().offset, 103u);
}

TEST(Cursor, SaysOfAnIntegerCutShortWhatIsWrongWithTheWhole) {
  Input input({0xff, 0xff, 0xff, 0xff, 0x1f});
  wasm::Bytes first = *input.cursor.readBytes(4);
  EXPECT_EQ(errorOf(input.cursor.on(first).readU32()), "integer too large");
  EXPECT_THAT(errorOf(decode::Cursor(first).readU32()), StartsWith("unexpected end"));
  // Nothing is wrong with this one but its length.
  Input good({0x80, 0x01});
  decode::Cursor cut = good.cursor.on(*good.cursor.readBytes(1));
  Result<uint32_t> result = cut.readU32();
  ASSERT_FALSE(result);
  EXPECT_THAT(result.error().text, StartsWith("unexpected end"));
  EXPECT_EQ(result.error().offset, 101u);
  EXPECT_TRUE(cut.atEnd());
}

TEST(Cursor, StopsAtItsEnd) {
  Input input({1, 2, 3});
  EXPECT_THAT(errorOf(input.cursor.readFixed32()), StartsWith("unexpected end"));
  EXPECT_THAT(errorOf(input.cursor.readBytes(4)), StartsWith("length out of bounds"));
  EXPECT_EQ(input.cursor.remaining(), 3u);
  EXPECT_EQ(input.cursor.readBytes(3)->offset, 100u);
  EXPECT_TRUE(input.cursor.atEnd());
  EXPECT_THAT(errorOf(input.cursor.readByte()), StartsWith("unexpected end"));
}

TEST(Cursor, RefusesCountsThatTheInputCannotHold) {
  EXPECT_EQ(*Input({2, 0, 0}).cursor.readCount(), 2u);
  EXPECT_THAT(errorOf(Input({3, 0, 0}).cursor.readCount()), StartsWith("unexpected end"));
  EXPECT_THAT(errorOf(Input({0xff, 0xff, 0xff, 0xff, 0x0f, 0}).cursor.readCount()),
              StartsWith("unexpected end"));
}

TEST(Utf8, FollowsTheUnicodeTable) {
  for (const char *good : {"", "plain", "\xc2\x80", "\xdf\xbf", "\xe0\xa0\x80", "\xed\x9f\xbf",
                           "\xee\x80\x80", "\xef\xbf\xbf", "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf"})
    EXPECT_TRUE(isUtf8(good)) << good;
  for (const char *bad : {"\x80", "\xc0\x80", "\xc1\xbf", "\xc2", "\xc2\x41", "\xe0\x9f\xbf",
                          "\xed\xa0\x80", "\xe2\x82", "\xf0\x8f\xbf\xbf", "\xf4\x90\x80\x80",
                          "\xf5\x80\x80\x80", "\xf0\x90\x80", "ok\xff"})
    EXPECT_FALSE(isUtf8(bad)) << bad;
  EXPECT_TRUE(isUtf8(std::string_view("\0", 1)));
}

} // namespace
} // namespace wasmc::decode
