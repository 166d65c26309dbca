// The parts of the front door that need no process of their own.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <bit>
#include <filesystem>
#include <fstream>
#include <random>
#include <set>

#include "runtime-support/run/cache_eviction.h"
#include "runtime-support/run/decimal.h"
#include "runtime-support/run/options.h"
#include "runtime-support/run/sha256.h"

namespace wasmc::run {
namespace {

using testing::HasSubstr;

std::string print(double number) {
  FloatText text;
  return std::string(printFloat(std::bit_cast<uint64_t>(number), kBinary64, text));
}
std::string print(float number) {
  FloatText text;
  return std::string(printFloat(std::bit_cast<uint32_t>(number), kBinary32, text));
}

TEST(Decimal, PrintsTheShortest) {
  EXPECT_EQ(print(2.5), "2.5");
  EXPECT_EQ(print(-500.0), "-500");
  EXPECT_EQ(print(0.1), "0.1");
  EXPECT_EQ(print(0.1f), "0.1");
  EXPECT_EQ(print(1.0 / 3), "0.3333333333333333");
  EXPECT_EQ(print(5e-324), "5e-324");
  EXPECT_EQ(print(1.7976931348623157e308), "1.7976931348623157e+308");
  EXPECT_EQ(print(123456789012345680.0), "123456789012345680");
  EXPECT_EQ(print(1e21), "1e+21");
  EXPECT_EQ(print(1e-7), "0.0000001");
  EXPECT_EQ(print(1.5e-8), "1.5e-8");
  EXPECT_EQ(print(9007199254740993.0), "9007199254740992");
  EXPECT_EQ(print(3.4028235e38f), "3.4028235e+38");
  EXPECT_EQ(print(1e-45f), "1e-45");
  EXPECT_EQ(print(0.0), "0");
  EXPECT_EQ(print(-0.0), "-0");
  EXPECT_EQ(print(1.0 / 0), "inf");
  EXPECT_EQ(print(-1.0f / 0), "-inf");
  EXPECT_EQ(print(__builtin_nan("")), "nan");
}

// No shorter text may read back as the same number, and the text itself must.
TEST(Decimal, AgreesWithTheCLibrary) {
  std::mt19937_64 random(42);
  for (int i = 0; i < 3000; ++i) {
    uint64_t bits = random();
    if (i % 3 == 1)
      bits = random() % 4096; // subnormal
    if (i % 3 == 2)
      bits = (random() & 0x7ff) << 52; // powers of two
    double number = std::bit_cast<double>(bits);
    if (number != number || number - number != 0)
      continue;
    std::string text = print(number);
    ASSERT_EQ(std::bit_cast<uint64_t>(strtod(text.c_str(), nullptr)), bits) << text;
    ASSERT_EQ(parseFloat(text, kBinary64), bits) << text;
    size_t digits = 0;
    std::string significant;
    for (char c : text.substr(0, text.find('e')))
      if (c >= '0' && c <= '9')
        significant += c;
    significant.erase(0, significant.find_first_not_of('0'));
    significant.erase(significant.find_last_not_of('0') + 1);
    digits = significant.size();
    if (digits > 1) {
      char shorter[64];
      snprintf(shorter, sizeof(shorter), "%.*e", static_cast<int>(digits) - 2, number);
      ASSERT_NE(std::bit_cast<uint64_t>(strtod(shorter, nullptr)), bits) << text << " " << shorter;
    }
  }
}

TEST(Decimal, ParsesLikeTheCLibrary) {
  std::mt19937_64 random(7);
  auto check = [](const std::string &text) {
    ASSERT_EQ(parseFloat(text, kBinary64), std::bit_cast<uint64_t>(strtod(text.c_str(), nullptr)))
        << text;
    ASSERT_EQ(parseFloat(text, kBinary32), std::bit_cast<uint32_t>(strtof(text.c_str(), nullptr)))
        << text;
  };
  for (const char *text : {"0",
                           "-0",
                           "1",
                           "-1e3",
                           "+5",
                           ".5",
                           "5.",
                           "0.1",
                           "1e400",
                           "-1e400",
                           "1e-400",
                           "4.9e-324",
                           "2.4703282292062327e-324",
                           "2.4703282292062328e-324",
                           "1.7976931348623158e308",
                           "1.7976931348623159e308",
                           "9007199254740993",
                           "9007199254740992.9999",
                           "16777217",
                           "16777216.99999999999999999999",
                           "1e22",
                           "1e23",
                           "123456789012345678901234567890",
                           "0.000000000000000000000000000000000000000000001",
                           "00001.5",
                           "1E5",
                           "1e+5",
                           "0e999999999",
                           "1e-999999999",
                           "1.00000005960464477539062500",
                           "3.4028235677973366e38"})
    check(text);
  // Half way between two numbers, and a hair above it, with more digits than are kept.
  check("1.00000011920928955078125");
  check("1.000000059604644775390625" + std::string(900, '0') + "1");
  check("1.000000059604644775390625" + std::string(900, '0'));
  for (int i = 0; i < 3000; ++i) {
    std::string text = std::to_string(random());
    text.insert(random() % text.size(), ".");
    text += "e" + std::to_string(static_cast<int>(random() % 700) - 360);
    check(text);
  }
}

TEST(Decimal, RefusesWhatIsNoNumber) {
  for (const char *text : {"", "-", ".", "e5", "1e", "1e+", "x", "1x", "1.2.3", "--1", "0x10", " 1",
                           "1 ", "in", "infin", "na"})
    EXPECT_EQ(parseFloat(text, kBinary64), std::nullopt) << text;
  EXPECT_EQ(parseFloat("inf", kBinary64), 0x7ff0000000000000u);
  EXPECT_EQ(parseFloat("-infinity", kBinary64), 0xfff0000000000000u);
  EXPECT_EQ(parseFloat("nan", kBinary32), 0x7fc00000u);
}

std::string sha256(std::string_view text) {
  Sha256 hash;
  hash.update(text);
  std::string hex;
  for (uint8_t byte : hash.finish()) {
    char digits[3];
    snprintf(digits, sizeof(digits), "%02x", byte);
    hex += digits;
  }
  return hex;
}

// FIPS 180-4 examples and the padding's edges.
TEST(Sha256Test, KnownMessages) {
  EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(sha256(std::string(1000000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256Test, PiecesMakeNoDifference) {
  std::string text(300, 'q');
  for (size_t cut = 0; cut <= text.size(); cut += 13) {
    Sha256 pieces;
    pieces.update(std::string_view(text).substr(0, cut));
    pieces.update(std::string_view(text).substr(cut));
    Sha256 whole;
    whole.update(std::string_view(text));
    ASSERT_EQ(pieces.finish(), whole.finish()) << cut;
  }
}

// --- options ---

class Options : public testing::Test {
protected:
  Result<RunOptions> parse(std::vector<const char *> words) {
    words_ = std::move(words);
    return parseRunOptions({const_cast<char **>(words_.data()), words_.size()},
                           const_cast<char **>(environment_), arena_);
  }
  std::string misuse(std::vector<const char *> words) {
    Result<RunOptions> options = parse(std::move(words));
    return options ? "" : options.error().text;
  }

  std::vector<const char *> words_;
  const char *environment_[3] = {"HOME=/home/me", "EMPTY=", nullptr};
  platform::Arena arena_;
};

TEST_F(Options, FileAndArguments) {
  Result<RunOptions> options = parse({"--verify", "m.cwasm", "--dir", "-x"});
  ASSERT_TRUE(options);
  EXPECT_TRUE(options->verify);
  ASSERT_EQ(options->program.size(), 3u);
  EXPECT_STREQ(options->program[0], "m.cwasm");
  EXPECT_STREQ(options->program[1], "--dir");
  EXPECT_TRUE(options->preopens.empty());
  options = parse({"--", "--odd-name"});
  ASSERT_TRUE(options);
  EXPECT_STREQ(options->program[0], "--odd-name");
}

TEST_F(Options, Directories) {
  Result<RunOptions> options =
      parse({"--dir", "/a", "--dir=/b::/c", "--dir", "/d::/e::ro", "m.cwasm"});
  ASSERT_TRUE(options) << options.error().text;
  ASSERT_EQ(options->preopens.size(), 3u);
  EXPECT_STREQ(options->preopens[0].hostPath, "/a");
  EXPECT_EQ(options->preopens[0].guestPath, "/a");
  EXPECT_STREQ(options->preopens[1].hostPath, "/b");
  EXPECT_EQ(options->preopens[1].guestPath, "/c");
  EXPECT_FALSE(options->preopens[1].readOnly);
  EXPECT_STREQ(options->preopens[2].hostPath, "/d");
  EXPECT_TRUE(options->preopens[2].readOnly);
  for (const char *bad : {"", "::/x", "/x::", "/a::/b::rw", "/a::/b::", "/a::/b::ro::x"})
    EXPECT_THAT(misuse({"--dir", bad, "m"}), HasSubstr("--dir")) << bad;
}

TEST_F(Options, Variables) {
  Result<RunOptions> options = parse(
      {"--env", "A=1", "--env=HOME", "--env", "ABSENT", "--env", "B=x=y", "--env", "EMPTY", "m"});
  ASSERT_TRUE(options);
  ASSERT_EQ(options->environment.size(), 4u);
  EXPECT_STREQ(options->environment[0], "A=1");
  EXPECT_STREQ(options->environment[1], "HOME=/home/me");
  EXPECT_STREQ(options->environment[2], "B=x=y");
  EXPECT_STREQ(options->environment[3], "EMPTY=");
  EXPECT_NE(misuse({"--env", "=x", "m"}), "");
}

TEST_F(Options, NumbersAndLevels) {
  Result<RunOptions> options =
      parse({"--max-wasm-stack=1048576", "--max-memory-size", "65536", "-O0", "m"});
  ASSERT_TRUE(options);
  EXPECT_EQ(options->limits.stackBytes, 1048576u);
  EXPECT_EQ(options->limits.memoryBytes, 65536u);
  EXPECT_EQ(options->compile.level, '0');
  EXPECT_EQ(parse({"-O", "3", "m"})->compile.level, '3');
  for (const char *bad : {"", "x", "1k", "-1", "99999999999999999999999"})
    EXPECT_THAT(misuse({"--max-wasm-stack", bad, "m"}), HasSubstr("--max-wasm-stack")) << bad;
  EXPECT_THAT(misuse({"-O7", "m"}), HasSubstr("7"));
  EXPECT_NE(misuse({"-O"}), "");
}

TEST_F(Options, Misuse) {
  EXPECT_THAT(misuse({}), HasSubstr("FILE"));
  EXPECT_THAT(misuse({"--dir"}), HasSubstr("--dir"));
  EXPECT_THAT(misuse({"--frobnicate", "m"}), HasSubstr("--frobnicate"));
  EXPECT_THAT(misuse({"--verify=yes", "m"}), HasSubstr("--verify"));
}

// --- the cache's bounds ---

class Eviction : public testing::Test {
protected:
  void SetUp() override {
    directory_ = testing::TempDir() + "/wasmc-eviction-" + std::to_string(getpid());
    std::filesystem::create_directory(directory_);
    fd_ = open(directory_.c_str(), O_RDONLY | O_DIRECTORY);
    ASSERT_GE(fd_, 0);
  }
  void TearDown() override {
    close(fd_);
    std::filesystem::remove_all(directory_);
  }
  void make(const std::string &name, size_t size, time_t age) {
    std::ofstream(directory_ + "/" + name) << std::string(size, 'x');
    timespec times[2] = {{time(nullptr) - age, 0}, {time(nullptr) - age, 0}};
    ASSERT_EQ(utimensat(AT_FDCWD, (directory_ + "/" + name).c_str(), times, 0), 0);
  }
  std::set<std::string> names() const {
    std::set<std::string> names;
    for (auto &entry : std::filesystem::directory_iterator(directory_))
      names.insert(entry.path().filename());
    return names;
  }

  std::string directory_;
  int fd_ = -1;
};

// A name such as an entry has.
std::string entry(unsigned number) {
  std::string digits = std::to_string(number);
  return std::string(64 - digits.size(), 'e') + digits + ".cwasm";
}

TEST_F(Eviction, OldestGoFirst) {
  make(entry(1), 100, 300);
  make(entry(2), 100, 100);
  make(entry(3), 100, 200);
  make("other", 1000, 1000);
  evictOldEntries(fd_, "x", 300);
  EXPECT_EQ(names(), (std::set<std::string>{entry(1), entry(2), entry(3), "other"}));
  evictOldEntries(fd_, "x", 299);
  EXPECT_EQ(names(), (std::set<std::string>{entry(2), entry(3), "other"}));
  evictOldEntries(fd_, entry(3), 0);
  EXPECT_EQ(names(), (std::set<std::string>{entry(3), "other"}));
}

TEST_F(Eviction, LeftoversGoAfterAnHour) {
  make("tmp-1.wasmc-temporary", 10, 4000);
  make("tmp-2.wasmc-temporary", 10, 10);
  // What the compiler makes of that name while it writes.
  make("tmp-3.wasmc-temporary.aZ09xY", 10, 4000);
  make("tmp-4.wasmc-temporary.aZ09xY", 10, 10);
  evictOldEntries(fd_, "x");
  EXPECT_EQ(names(),
            (std::set<std::string>{"tmp-2.wasmc-temporary", "tmp-4.wasmc-temporary.aZ09xY"}));
}

TEST_F(Eviction, FilesOfOthersStay) {
  const std::set<std::string> others = {"tmp-1",
                                        "tmp-notes",
                                        "tmp-.wasmc-temporary",
                                        "tmp-1a.wasmc-temporary",
                                        "tmp-1.wasmc-temporary.txt",
                                        "tmp-1.wasmc-temporary.aZ-9xY",
                                        "tmp-1.wasmc-temporaryaaZ09xY",
                                        "tmp-1.aZ09xY",
                                        ".aZ09xY",
                                        "program.cwasm",
                                        ".cwasm",
                                        "0" + entry(1),
                                        entry(1).substr(1),
                                        "E" + entry(1).substr(1),
                                        entry(1) + ".txt"};
  for (const std::string &name : others)
    make(name, 100, 4000);
  evictOldEntries(fd_, "x", 0);
  EXPECT_EQ(names(), others);
}

TEST_F(Eviction, ManyEntries) {
  for (unsigned i = 0; i < 500; ++i)
    make(entry(i), 1, static_cast<time_t>(i));
  evictOldEntries(fd_, "x", 10);
  EXPECT_EQ(names().size(), 10u);
}

} // namespace
} // namespace wasmc::run
