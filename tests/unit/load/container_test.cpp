// The loader against files that are right, foreign, cut short and damaged.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "runtime-support/load/code_image.h"
#include "runtime-support/object/store.h"
#include "runtime-support/platform/cpu_features.h"
#include "runtime-support/platform/guest_ranges.h"
#include "tests/unit/load/image_builder.h"

namespace wasmc {
namespace {

using load::CodeImage;
using testing::AnyOf;
using testing::HasSubstr;

ImageBuilder sample() {
  ImageBuilder builder;
  uint32_t type = builder.addGuestType();
  builder.functions = {{type, guest_add}, {type, guest_outer, true}};
  builder.exports = {{"outer", WASMC_EXTERN_function, 1}, {"add", WASMC_EXTERN_function, 0}};
  builder.memories = {{1, 2, 0, 16}};
  builder.tables = {{2, 2, 0, WASMC_VALUE_TYPE_funcref}};
  builder.globals = {{WASMC_VALUE_i32, 1, 0}};
  builder.dataSegments = {"some data"};
  builder.elementSegments = {{1, 0}};
  builder.functionNames = {"add", "outer"};
  builder.wasmOffsets = {{0, 0}, {64, 100}, {128, 80}};
  builder.dataImage = std::string(ImageBuilder::kPage, 'd');
  builder.counterCount = 2;
  return builder;
}

// Loads; "" when that went well.
std::string loadError(const std::vector<uint8_t> &bytes, bool verify = false) {
  CodeImage image;
  Result<void> loaded = image.load(fileOf(bytes), {verify});
  return loaded ? "" : loaded.error().text;
}

// The sample with one change to its header, with right hashes.
template <class Change> std::string changed(Change change) {
  ImageBuilder builder = sample();
  std::vector<uint8_t> bytes = builder.bytes();
  wasmc_image_header header = builder.header;
  change(header);
  ImageBuilder::seal(bytes, header);
  return loadError(bytes);
}

TEST(Container, LoadsAndRegistersItsCode) {
  std::vector<uint8_t> bytes = sample().bytes();
  uint64_t add = 0;
  platform::GuestRange range;
  {
    CodeImage image;
    Result<void> loaded = image.load(fileOf(bytes), {});
    ASSERT_TRUE(loaded) << loaded.error().text;
    auto functions = image.view().table<wasmc_function>(image.view().header().functions);
    ASSERT_EQ(functions.size(), 2u);
    Result<void *> code = image.view().code(functions[0].code);
    ASSERT_TRUE(code);
    add = reinterpret_cast<uint64_t>(*code);
    EXPECT_EQ(reinterpret_cast<uint64_t (*)(void *, uint64_t, uint64_t)>(add)(nullptr, 40, 2), 42u);
    ASSERT_TRUE(platform::guestCode.find(add, range));
    EXPECT_EQ(range.owner, &image);
  }
  EXPECT_FALSE(platform::guestCode.find(add, range));
}

TEST(Container, VerifiesContentsOnRequest) {
  std::vector<uint8_t> bytes = sample().bytes();
  EXPECT_EQ(loadError(bytes, true), "");
  bytes.back() ^= 1;
  EXPECT_EQ(loadError(bytes, false), "");
  EXPECT_THAT(loadError(bytes, true), HasSubstr("damaged"));
}

TEST(Container, SegmentsMayLieElsewhereInTheFile) {
  // The code's address moves away from its place in the file, as linkers like to do.
  ImageBuilder builder = sample();
  std::vector<uint8_t> bytes = builder.bytes();
  Elf64_Phdr code;
  size_t place = sizeof(Elf64_Ehdr) + sizeof(Elf64_Phdr);
  memcpy(&code, bytes.data() + place, sizeof(code));
  constexpr uint32_t kMove = 16 * ImageBuilder::kPage;
  code.p_vaddr += kMove;
  memcpy(bytes.data() + place, &code, sizeof(code));
  wasmc_image_header header = builder.header;
  auto move = [&](int32_t offset, auto &&change) {
    change(bytes.data() + WASMC_IMAGE_HEADER_OFFSET + offset);
  };
  auto add = [](uint8_t *at) {
    int32_t value;
    memcpy(&value, at, 4);
    value += static_cast<int32_t>(kMove);
    memcpy(at, &value, 4);
  };
  move(header.code_ranges.offset, add);
  move(header.functions.offset + static_cast<int32_t>(offsetof(wasmc_function, code)), add);
  ImageBuilder::seal(bytes, header);
  CodeImage image;
  Result<void> loaded = image.load(fileOf(bytes), {});
  ASSERT_TRUE(loaded) << loaded.error().text;
  auto functions = image.view().table<wasmc_function>(image.view().header().functions);
  Result<void *> code0 = image.view().code(functions[0].code);
  ASSERT_TRUE(code0);
  EXPECT_EQ(memcmp(*code0, reinterpret_cast<void *>(guest_add), 5), 0);
}

// --- each reason to refuse has its own message ---

TEST(ContainerRefusal, NotOurs) {
  EXPECT_THAT(loadError({}), HasSubstr("not a compiled WebAssembly module"));
  EXPECT_THAT(loadError(std::vector<uint8_t>(5000, 'x')), HasSubstr("not a compiled"));
  std::vector<uint8_t> bytes = sample().bytes();
  bytes[WASMC_IMAGE_HEADER_OFFSET] = 0;
  EXPECT_THAT(loadError(bytes), HasSubstr("ELF file of another kind"));
}

TEST(ContainerRefusal, AnotherVersionNamesBoth) {
  std::string text = changed([](auto &header) { header.abi_version = 4711; });
  EXPECT_THAT(text, HasSubstr("4711"));
  EXPECT_THAT(text, HasSubstr("version " + std::to_string(WASMC_ABI_VERSION)));
}

TEST(ContainerRefusal, AnotherMachineIsNamed) {
  std::string text = changed([](auto &header) { header.machine = EM_AARCH64; });
  EXPECT_THAT(text, HasSubstr("AArch64"));
  EXPECT_THAT(text, HasSubstr("x86-64"));
}

TEST(ContainerRefusal, MissingCpuFeatureIsNamed) {
  platform::CpuFeatures present = platform::presentFeatures();
  bool tried = false;
  for (unsigned bit = 0; bit < 128 && !tried; ++bit) {
    std::string_view name = platform::featureName(bit);
    if (name.empty() || present.has(bit))
      continue;
    tried = true;
    std::string text =
        changed([&](auto &header) { header.cpu_features[bit / 64] |= uint64_t{1} << (bit % 64); });
    EXPECT_THAT(text, HasSubstr(std::string(name)));
  }
  std::string text = changed([](auto &header) { header.cpu_features[1] = uint64_t{1} << 63; });
  EXPECT_THAT(text, HasSubstr("does not know (bit 127)"));
}

TEST(ContainerRefusal, PresentFeaturesAreFine) {
  platform::CpuFeatures present = platform::presentFeatures();
  EXPECT_EQ(changed([&](auto &header) {
              header.cpu_features[0] = present.words[0];
              header.cpu_features[1] = present.words[1];
            }),
            "");
}

TEST(ContainerRefusal, LengthOfTheFile) {
  std::vector<uint8_t> bytes = sample().bytes();
  size_t size = bytes.size();
  bytes.push_back(0);
  EXPECT_THAT(loadError(bytes), HasSubstr("longer than recorded"));
  bytes.resize(size - 1);
  EXPECT_THAT(loadError(bytes), HasSubstr("cut short"));
}

TEST(ContainerRefusal, WritableOrDynamicSegments) {
  for (uint32_t flags : {PF_R | PF_W, PF_R | PF_W | PF_X, PF_X, 0}) {
    std::vector<uint8_t> bytes = sample().bytes();
    memcpy(bytes.data() + sizeof(Elf64_Ehdr) + offsetof(Elf64_Phdr, p_flags), &flags, 4);
    EXPECT_THAT(loadError(bytes), HasSubstr("damaged")) << flags;
  }
  std::vector<uint8_t> bytes = sample().bytes();
  bytes[sizeof(Elf64_Ehdr) + sizeof(Elf64_Phdr)] = PT_DYNAMIC;
  EXPECT_THAT(loadError(bytes), HasSubstr("dynamic linker"));
}

TEST(ContainerRefusal, EverySpanIsHeldAgainstTheImage) {
  wasmc_span wasmc_image_header::*spans[] = {
      &wasmc_image_header::code_ranges,   &wasmc_image_header::types,
      &wasmc_image_header::value_types,   &wasmc_image_header::imports,
      &wasmc_image_header::exports,       &wasmc_image_header::export_order,
      &wasmc_image_header::functions,     &wasmc_image_header::function_records,
      &wasmc_image_header::memories,      &wasmc_image_header::tables,
      &wasmc_image_header::globals,       &wasmc_image_header::tags,
      &wasmc_image_header::data_segments, &wasmc_image_header::element_segments,
      &wasmc_image_header::image_chunks,  &wasmc_image_header::function_names,
  };
  const wasmc_span kBad[] = {
      {INT32_MAX, 1}, {INT32_MIN, 1}, {0, UINT32_MAX}, {-257, 1}, {1, 1u << 20}};
  for (size_t i = 0; i < std::size(spans); ++i)
    for (wasmc_span bad : kBad)
      EXPECT_THAT(changed([&](auto &header) { header.*spans[i] = bad; }), HasSubstr("damaged"))
          << "span " << i << " at " << bad.offset << " count " << bad.count;
}

TEST(ContainerRefusal, EveryPlaceInTheContextIsHeldAgainstItsSize) {
  EXPECT_THAT(changed([](auto &header) { header.layout.size = 32; }), HasSubstr("context"));
  EXPECT_THAT(changed([](auto &header) { header.layout.size = 0xfffffff0; }), HasSubstr("context"));
  uint32_t wasmc_context_layout::*places[] = {
      &wasmc_context_layout::memories,        &wasmc_context_layout::tables,
      &wasmc_context_layout::type_ids,        &wasmc_context_layout::data_lengths,
      &wasmc_context_layout::element_lengths, &wasmc_context_layout::function_records,
      &wasmc_context_layout::counters};
  for (auto place : places)
    for (uint32_t offset : {0u, 4u, 1u << 20, UINT32_MAX})
      EXPECT_THAT(changed([&](auto &header) { header.layout.*place = offset; }),
                  HasSubstr("layout of the context"));
  EXPECT_THAT(changed([](auto &header) { ++header.layout.counter_count; }),
              HasSubstr("layout of the context"));
  EXPECT_THAT(changed([](auto &header) { header.layout.counter_count = UINT32_MAX; }),
              HasSubstr("layout of the context"));
}

TEST(ContainerRefusal, CodeOutsideTheCode) {
  std::vector<uint8_t> bytes = sample().bytes();
  CodeImage image;
  ASSERT_TRUE(image.load(fileOf(bytes), {}));
  const load::ImageView &view = image.view();
  wasmc_code_range range = view.table<wasmc_code_range>(view.header().code_ranges)[0];
  EXPECT_TRUE(view.code(range.text));
  EXPECT_FALSE(view.code(range.text - 1));
  EXPECT_TRUE(view.code(range.text + static_cast<int32_t>(range.text_size) - 1));
  EXPECT_FALSE(view.code(range.text + static_cast<int32_t>(range.text_size)));
  EXPECT_FALSE(view.code(0));
  EXPECT_FALSE(view.code(INT32_MAX));
  EXPECT_FALSE(view.code(INT32_MIN));
  Result<void *> none = view.optionalCode(0);
  ASSERT_TRUE(none);
  EXPECT_EQ(*none, nullptr);
}

// --- and nothing crashes ---

TEST(ContainerFuzz, EveryTruncation) {
  std::vector<uint8_t> good = sample().bytes();
  ASSERT_EQ(loadError(good), "");
  for (size_t size = 0; size < good.size(); ++size)
    ASSERT_NE(loadError({good.begin(), good.begin() + static_cast<ptrdiff_t>(size)}), "") << size;
}

// Up to where the code begins: what is behind it is trusted.
size_t endOfTables(const std::vector<uint8_t> &bytes) {
  wasmc_image_header header;
  memcpy(&header, bytes.data() + WASMC_IMAGE_HEADER_OFFSET, sizeof(header));
  return static_cast<size_t>(header.code_ranges.offset) + WASMC_IMAGE_HEADER_OFFSET +
         sizeof(wasmc_code_range);
}

TEST(ContainerFuzz, EveryByteOfTheHeadInverted) {
  std::vector<uint8_t> good = sample().bytes();
  for (size_t at = WASMC_IMAGE_HEADER_OFFSET; at < load::kContainerHeadSize; ++at) {
    // The hash of the contents is not looked at unless asked for, but lies under the header's.
    std::vector<uint8_t> bytes = good;
    bytes[at] ^= 0xff;
    ASSERT_NE(loadError(bytes), "") << at;
  }
}

// Loads with right hashes, so that what lies behind them is reached.
TEST(ContainerFuzz, EveryByteChangedUnderRightHashes) {
  std::vector<uint8_t> good = sample().bytes();
  for (size_t at = 0; at < endOfTables(good); ++at)
    for (uint8_t change : {0x01, 0x80, 0xff}) {
      std::vector<uint8_t> bytes = good;
      bytes[at] ^= change;
      wasmc_image_header header;
      memcpy(&header, bytes.data() + WASMC_IMAGE_HEADER_OFFSET, sizeof(header));
      ImageBuilder::seal(bytes, header);
      loadError(bytes, true); // must return
    }
}

TEST(RelocatableForm, UsesAHeaderInTheProgram) {
  // Tables and code stand in this program; offsets lead from the header to both.
  static wasmc_image_header header;
  static wasmc_code_range range;
  header = ImageBuilder().header;
  auto offsetTo = [](const void *to) {
    return static_cast<int32_t>(static_cast<const char *>(to) -
                                reinterpret_cast<const char *>(&header));
  };
  range = {
      offsetTo(guest_code_begin), static_cast<uint32_t>(guest_code_end - guest_code_begin), {}, {}};
  header.code_ranges = {offsetTo(&range), 1};
  header.layout.size = WASMC_CONTEXT_FIXED_SIZE;
  CodeImage image;
  Result<void> used = image.use(&header);
  ASSERT_TRUE(used) << used.error().text;
  EXPECT_EQ(image.file(), nullptr);
  platform::GuestRange found;
  EXPECT_TRUE(platform::guestCode.find(reinterpret_cast<uint64_t>(guest_add), found));
  header.abi_version = 99;
  CodeImage other;
  EXPECT_FALSE(other.use(&header));
}

TEST(FileKindTest, TellsByContents) {
  auto kind = [](std::string_view text) {
    return load::fileKind({reinterpret_cast<const uint8_t *>(text.data()), text.size()});
  };
  EXPECT_EQ(kind(std::string_view("\0asm\1\0\0\0", 8)), load::FileKind::wasm);
  EXPECT_EQ(kind("\x7f"
                 "ELF..."),
            load::FileKind::container);
  EXPECT_EQ(kind("  (module)"), load::FileKind::text);
  EXPECT_EQ(kind(";; a comment"), load::FileKind::text);
  EXPECT_EQ(kind("hello"), load::FileKind::other);
  EXPECT_EQ(kind(""), load::FileKind::other);
}

} // namespace
} // namespace wasmc
