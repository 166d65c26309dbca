// Modules: what their text becomes, and what is refused with which message and where. How the whole
// language is encoded the comparisons with the official suite and with wabt show.
#include "compiler/decode/decode.h"
#include "compiler/text/text.h"
#include "compiler/validate/validate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wasmc::text {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

std::vector<uint8_t> bytesOf(std::string_view text) {
  Result<BinaryModule> module = readModule(text);
  if (!module) {
    ADD_FAILURE() << renderError("module", text, module.error());
    return {};
  }
  return module->bytes;
}

// The sections of a module, without the header.
std::vector<int> sections(std::string_view text) {
  std::vector<uint8_t> bytes = bytesOf(text);
  return {bytes.begin() + std::min<ptrdiff_t>(8, std::ssize(bytes)), bytes.end()};
}

// "line:column: message" of the text error; what the validator says if there is none; else "".
std::string failure(std::string_view text) {
  auto show = [&](const Error &error) {
    TextPosition position = positionOf(text, error.offset);
    return std::to_string(position.line) + ":" + std::to_string(position.column) + ": " +
           error.text;
  };
  Result<BinaryModule> module = readModule(text);
  if (!module)
    return show(module.error());
  Result<wasm::Module> decoded = decode::decode(module->bytes, wasm::kAllFeatures);
  if (!decoded)
    return show(toTextError(decoded.error(), module->map));
  auto valid = validate::validate(std::move(*decoded), wasm::kAllFeatures, 1);
  return valid ? "" : show(toTextError(valid.error(), module->map));
}

TEST(Modules, AreFormsOrFieldsAlone) {
  const std::vector<uint8_t> kEmpty = {0, 'a', 's', 'm', 1, 0, 0, 0};
  EXPECT_EQ(bytesOf(""), kEmpty);
  EXPECT_EQ(bytesOf("(module)"), kEmpty);
  EXPECT_EQ(bytesOf("(module binary \"\\00as\" \"m\\01\\00\" \"\\00\\00\")"), kEmpty);
  EXPECT_EQ(bytesOf("(module quote \"(mod\" \"ule)\")"), kEmpty);
  EXPECT_EQ(bytesOf("(module quote \"(module binary)\")"), std::vector<uint8_t>());
  EXPECT_EQ(failure("(module) (module)"), "1:10: unexpected token (");
  EXPECT_EQ(failure("(module definition)"), "1:9: unexpected token definition");
  EXPECT_EQ(failure("(module"), "1:8: unexpected token: end of text");
  EXPECT_EQ(failure("(module (func)"), "1:15: unexpected token: end of text");
  EXPECT_EQ(failure("(module (func"), "1:14: unexpected token: end of text");
  EXPECT_EQ(failure(")"), "1:1: unexpected token )");
  EXPECT_EQ(failure("(module quote \"(module quote \\\"\\\")\")"),
            "1:15: unexpected token quote in a quoted module");
}

TEST(Modules, EncodeFunctions) {
  EXPECT_THAT(sections("(func (export \"f\") (param i32 i32) (result i32) (local i64 i64 f32)\n"
                       "  (i32.sub (local.get 1) (local.get 0)))"),
              ElementsAre(1, 7, 1, 0x60, 2, 0x7f, 0x7f, 1, 0x7f, // type
                          3, 2, 1, 0,                            // function
                          7, 5, 1, 1, 'f', 0, 0,                 // export
                          10, 13, 1, 11, 2, 2, 0x7e, 1, 0x7d, 0x20, 1, 0x20, 0, 0x6b, 0x0b));
}

TEST(Modules, FoldedAndPlainFormsMeanTheSame) {
  constexpr std::string_view kFolded =
      "(func (param i32) (result i32) (if (result i32) (i32.eqz (local.get 0))"
      " (then (block $b (br_if $b (i32.const 1)) (loop $l (br $l))) (i32.const 2))"
      " (else (select (i32.const 3) (i32.const 4) (local.get 0)))))";
  constexpr std::string_view kPlain =
      "(func (param i32) (result i32) local.get 0 i32.eqz if (result i32)"
      " block i32.const 1 br_if 0 loop br 0 end end i32.const 2"
      " else i32.const 3 i32.const 4 local.get 0 select end)";
  EXPECT_EQ(bytesOf(kFolded), bytesOf(kPlain));
  EXPECT_EQ(failure(kFolded), "");
}

TEST(Modules, FoldedFormsAreChecked) {
  EXPECT_EQ(failure("(func (if (i32.const 0)))"), "1:24: unexpected token )");
  EXPECT_EQ(failure("(func (if (i32.const 0) (else)))"), "1:26: unexpected token else");
  EXPECT_EQ(failure("(func (if (i32.const 0) (then) (else) (else)))"),
            "1:40: unexpected token else");
  EXPECT_EQ(failure("(func (if (i32.const 0) (then) (nop)))"), "1:33: unexpected token nop");
  EXPECT_EQ(failure("(func (drop i32.const 0))"), "1:13: unexpected token i32.const");
  EXPECT_EQ(failure("(func (block end))"), "1:14: unexpected token end");
  EXPECT_EQ(failure("(func block)"), "1:12: unexpected token )");
  EXPECT_EQ(failure("(func i32.const 0 if else else end)"), "1:27: unexpected token else");
  EXPECT_EQ(failure("(func end)"), "1:7: unexpected token end");
  EXPECT_EQ(failure("(func (end))"), "1:8: unexpected token end");
  EXPECT_EQ(failure("(func then)"), "1:7: unexpected token then");
}

TEST(Modules, NestingDepthIsNoMatterOfTheStack) {
  constexpr int kDepth = 300'000;
  std::string folded = "(func ";
  std::string blocks = "(func ";
  std::string plain = "(func ";
  for (int i = 0; i < kDepth; ++i) {
    folded += "(drop";
    blocks += "(block";
    plain += "block ";
  }
  EXPECT_THAT(failure(folded), HasSubstr("unexpected token: end of text"));
  EXPECT_THAT(failure(plain + ")"), HasSubstr("unexpected token )"));
  folded += std::string(kDepth, ')') + ")";
  blocks += std::string(kDepth, ')') + ")";
  EXPECT_TRUE(readModule(folded));
  EXPECT_TRUE(readModule(blocks));
  EXPECT_THAT(failure(std::string(kDepth, '(')), StartsWith("1:2: unexpected token ("));
}

TEST(Modules, ManyLabelsCostNoSquare) {
  // Every branch names the outermost of 200,000 blocks: looked for from inside out, that would be
  // 20 thousand million comparisons.
  constexpr int kDepth = 200'000;
  std::string text = "(func block $outer ";
  for (int i = 0; i < kDepth; ++i)
    text += "block $inner br $outer ";
  for (int i = 0; i <= kDepth; ++i)
    text += "end ";
  EXPECT_TRUE(readModule(text + ")"));
}

TEST(Modules, NamesAreFoundBeforeTheyAreDefined) {
  EXPECT_EQ(
      failure(
          "(export \"e\" (func $f)) (start $f) (func $f (call $g) (global.set $x (i32.const 1)))"
          "(func $g (type $t)) (type $t (func)) (global $x (mut i32) (i32.const 0))"),
      "");
  EXPECT_EQ(failure("(func (call $g))"), "1:13: unknown function $g");
  EXPECT_EQ(failure("(func (local.get $x))"), "1:18: unknown local $x");
  EXPECT_EQ(failure("(func (br $l))"), "1:11: unknown label $l");
  EXPECT_EQ(failure("(func (block $l) (br $l))"), "1:22: unknown label $l");
  EXPECT_EQ(failure("(func (if $l (br $l) (then)))"), "1:18: unknown label $l");
  EXPECT_EQ(failure("(tag $e) (func (try_table $l (catch $e $l)))"), "1:40: unknown label $l");
  EXPECT_EQ(failure("(func $f) (func $\"f\")"), "1:17: duplicate function $f");
  EXPECT_EQ(failure("(type $t (struct (field $a i32))) (func (param (ref $t))"
                    " (drop (struct.get $t $b (local.get 0))))"),
            "1:79: unknown field $b");
}

TEST(Modules, InnerLabelsHideOuterOnes) {
  EXPECT_EQ(bytesOf("(func (block $l (block $m (block $l (br $l) (br $m) (br_table $l $m $l)))))"),
            bytesOf("(func (block (block (block (br 0) (br 1) (br_table 0 1 0)))))"));
}

TEST(Modules, TypeUsesFindOrMakeTheirTypes) {
  // Two functions share the implied type, which comes after the explicit one.
  EXPECT_THAT(sections("(import \"\" \"\" (func (param i32))) (import \"\" \"\" (func (param i32)))"
                       "(type (func (param i64)))"),
              ElementsAre(1, 9, 2, 0x60, 1, 0x7e, 0, 0x60, 1, 0x7f, 0, //
                          2, 9, 2, 0, 0, 0, 1, 0, 0, 0, 1));
  EXPECT_EQ(failure("(type $t (func (param i32))) (func (type $t) (param i64))"),
            "1:36: inline function type does not match type 0");
  EXPECT_EQ(failure("(type $t (struct)) (func (type $t) (param i64))"),
            "1:26: inline function type does not match type 0");
  EXPECT_EQ(failure("(func (type 3) (param i32))"), "1:7: unknown type 3");
  // Neither open types nor members of larger groups are what a type use implies.
  EXPECT_THAT(
      sections("(type (sub (func))) (rec (type (func)) (type (func))) (import \"\" \"\" (func))"),
      ElementsAre(1, 17, 3, 0x50, 0, 0x60, 0, 0, 0x4e, 2, 0x60, 0, 0, 0x60, 0, 0, 0x60, 0, 0, 2, 5,
                  1, 0, 0, 0, 3));
  EXPECT_THAT(sections("(rec (type (sub final (func)))) (import \"\" \"\" (func))"),
              ElementsAre(1, 6, 1, 0x4e, 1, 0x60, 0, 0, 2, 5, 1, 0, 0, 0, 0));
}

TEST(Modules, InlineSegmentsCountInTheirIndexSpace) {
  EXPECT_EQ(
      failure(
          "(table funcref (elem $f $f)) (memory (data \"abc\")) (elem $e func $f) (data $d \"x\")"
          "(func $f (elem.drop $e) (data.drop $d))"),
      "");
  EXPECT_EQ(
      bytesOf("(table i64 funcref (elem $f)) (elem $e func) (func $f (elem.drop $e))"),
      bytesOf("(table i64 1 1 funcref) (elem (i64.const 0) 0) (elem func) (func (elem.drop 1))"
              "(@custom \"name\" \"\\01\\04\\01\\00\\01f\")"));
  EXPECT_THAT(sections("(memory (data \"a\\00\"))"),
              ElementsAre(5, 4, 1, 1, 1, 1, 11, 8, 1, 0, 0x41, 0, 0x0b, 2, 'a', 0));
  EXPECT_EQ(failure("(memory (pagesize 1) (data \"abc\"))"), "");
  EXPECT_THAT(sections("(memory (pagesize 1) (data \"abc\"))"),
              ElementsAre(5, 5, 1, 9, 3, 3, 0, 11, 9, 1, 0, 0x41, 0, 0x0b, 3, 'a', 'b', 'c'));
}

TEST(Modules, DataCountOnlyWhereInstructionsNameData) {
  EXPECT_THAT(sections("(data \"a\")"), ElementsAre(11, 4, 1, 1, 1, 'a'));
  EXPECT_THAT(sections("(func (data.drop 0)) (data \"a\")"),
              ElementsAre(1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0, 12, 1, 1, 10, 7, 1, 5, 0, 0xfc, 9, 0,
                          0x0b, 11, 4, 1, 1, 1, 'a'));
}

TEST(Modules, IdentifiersBecomeTheNameSection) {
  Result<BinaryModule> text = readModule(
      "(module $mod (import \"a\" \"b\" (func $imported))"
      " (func $first (param $p i32) (param i32) (local $l i32)) (func) (func $\"last \\c3\\a9\"))");
  ASSERT_TRUE(text);
  Result<wasm::Module> module = decode::decode(text->bytes, wasm::kDefault);
  ASSERT_TRUE(module);
  EXPECT_EQ(module->moduleName, "mod");
  EXPECT_THAT(module->functionNames, ElementsAre("imported", "first", "", "last \xc3\xa9"));
  std::string bytes(text->bytes.begin(), text->bytes.end());
  // Subsection 2: one function, number 1, locals 0 and 2.
  EXPECT_THAT(bytes, HasSubstr(std::string("\2\x09\1\1\2\0\1p\2\1l", 11)));
  EXPECT_THAT(sections("(func)"),
              ElementsAre(1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0, 10, 4, 1, 2, 0, 0x0b));
}

TEST(Modules, AnnotationsNameThings) {
  Result<BinaryModule> text = readModule("(module $m (@name \"Mod\") (func $f (@name \"Fun\")))");
  ASSERT_TRUE(text);
  Result<wasm::Module> module = decode::decode(text->bytes, wasm::kDefault);
  ASSERT_TRUE(module);
  EXPECT_EQ(module->moduleName, "Mod");
  EXPECT_THAT(module->functionNames, ElementsAre("Fun"));
  EXPECT_EQ(failure("(func (@name 1))"), "1:14: @name annotation: unexpected token");
  EXPECT_EQ(failure("(func (@name \"\\ff\"))"), "1:7: @name annotation: malformed UTF-8 encoding");
}

TEST(Modules, CustomSectionsStandWhereTheirAnnotationSays) {
  EXPECT_THAT(sections("(@custom \"z\" \"1\" \"2\") (@custom \"a\" (before first)) (type (func))"
                       "(@custom \"f\" (after type) \"x\") (import \"\" \"\" (func (type 0)))"),
              ElementsAre(0, 2, 1, 'a', 1, 4, 1, 0x60, 0, 0, 0, 3, 1, 'f', 'x', 2, 5, 1, 0, 0, 0, 0,
                          0, 4, 1, 'z', '1', '2'));
}

TEST(Modules, BranchHintsPointIntoTheirFunctions) {
  std::vector<int> bytes = sections(
      "(func) (func (local i32) (@metadata.code.branch_hint \"\\01\")"
      " (if (i32.const 0) (then)) i32.const 1 (@metadata.code.branch_hint \"\\00\") br_if 0)");
  std::string text(bytes.begin(), bytes.end());
  // After the locals (3 bytes) and an i32.const (2): offset 5; if, block type, end, i32.const: 10.
  EXPECT_THAT(text, HasSubstr(std::string("metadata.code.branch_hint\1\1\2\5\1\1\x0a\1\0", 34)));
  EXPECT_EQ(failure("(func (@metadata.code.branch_hint \"\\02\") (br_if 0 (i32.const 0)))"),
            "1:7: @metadata.code.branch_hint annotation: invalid value");
  EXPECT_EQ(failure("(func (@metadata.code.branch_hint \"\\01\"))"),
            "1:7: @metadata.code.branch_hint annotation: invalid target");
}

TEST(Modules, MemoryOperandsAreToldFromLanes) {
  constexpr std::string_view kMemories = "(memory 1) (memory $m 1) ";
  auto body = [&](std::string_view code) {
    return bytesOf(std::string(kMemories) + "(func (param v128) (drop (" + std::string(code) +
                   " (i32.const 0) (local.get 0))))");
  };
  EXPECT_EQ(body("v128.load8_lane 3"), body("v128.load8_lane 0 offset=0 align=1 3"));
  EXPECT_EQ(body("v128.load8_lane $m 3"), body("v128.load8_lane 1 3"));
  EXPECT_NE(body("v128.load8_lane $m 3"), body("v128.load8_lane 0 3"));
  EXPECT_EQ(failure("(func (i32.load align=3 (i32.const 0)))"),
            "1:17: alignment must be a power of two");
  EXPECT_EQ(failure("(func (i32.load align=0 (i32.const 0)))"),
            "1:17: alignment must be a power of two");
  EXPECT_EQ(failure("(func (i32.load offset=18446744073709551616 (i32.const 0)))"),
            "1:17: i64 constant out of range");
  EXPECT_EQ(failure("(func (i32.load offset=x (i32.const 0)))"), "1:17: unknown operator offset=x");
  EXPECT_EQ(failure("(func (i32.load align=4 offset=0 (i32.const 0)))"),
            "1:25: unexpected token offset=0");
}

TEST(Modules, ErrorsOfTheValidatorPointIntoTheText) {
  EXPECT_EQ(failure("(func (result i32)\n  (i32.add (i32.const 1)\n           (f32.const 2)))"),
            "2:4: type mismatch: expected i32, found f32");
  EXPECT_EQ(failure("(func\n  (block (result i32)\n    nop\n  )\n drop)"),
            "4:3: type mismatch: expected i32, found nothing");
  EXPECT_THAT(failure("(module\n  (memory 1)\n  (memory 65537))"), StartsWith("3:11: memory size"));
  EXPECT_THAT(failure("(module (func)\n (global i32\n (i64.const 0)))"),
              HasSubstr("type mismatch"));
  EXPECT_THAT(failure("(func)\n(start 1)"), StartsWith("2:8: unknown function 1"));
  EXPECT_THAT(failure("(func)\n(export \"a\" (func 0))\n (export \"a\" (func 0))"),
              StartsWith("3:10: duplicate export name"));
}

TEST(Modules, TokensThatAreNoneAreToldFromMisplacedOnes) {
  EXPECT_EQ(failure("(func (get_local 0))"), "1:8: unknown operator get_local");
  EXPECT_EQ(failure("(func (i32.const 0x))"), "1:18: unknown operator 0x");
  EXPECT_EQ(failure("(func (i32.const 1.5))"), "1:18: unexpected token 1.5");
  EXPECT_EQ(failure("(func (i32.const $x))"), "1:18: unexpected token $x");
  EXPECT_EQ(failure("(funk)"), "1:2: unknown operator funk");
  EXPECT_EQ(failure("(param)"), "1:2: unexpected token param");
  EXPECT_EQ(failure("(func (i32.const 4294967296))"), "1:18: constant out of range of i32");
}

} // namespace
} // namespace wasmc::text
