#include "compiler/text/script.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wasmc::text {
namespace {

using testing::SizeIs;
using Kind = ScriptCommand::Kind;

Script read(std::string_view text) {
  Result<Script> script = readScript(text);
  if (!script) {
    ADD_FAILURE() << renderError("script", text, script.error());
    return {};
  }
  return std::move(*script);
}

ScriptCommand readOne(std::string_view text) {
  Script script = read(text);
  EXPECT_THAT(script.commands, SizeIs(1)) << text;
  return script.commands.empty() ? ScriptCommand{} : script.commands[0];
}

std::string failure(std::string_view text) {
  Result<Script> script = readScript(text);
  return script ? "" : script.error().text + ("@" + std::to_string(script.error().offset));
}

ScriptResult resultOf(std::string_view result) {
  ScriptCommand command = readOne("(assert_return (invoke \"f\") " + std::string(result) + ")");
  EXPECT_THAT(command.results, SizeIs(1)) << result;
  return command.results.empty() ? ScriptResult{} : command.results[0];
}

ScriptValue valueOf(std::string_view value) {
  ScriptCommand command = readOne("(invoke \"f\" " + std::string(value) + ")");
  EXPECT_THAT(command.action.arguments, SizeIs(1)) << value;
  return command.action.arguments.empty() ? ScriptValue{} : command.action.arguments[0];
}

TEST(Scripts, KnowTheirCommands) {
  Script script = read(";; comment\n"
                       "(module $m (func))\n"
                       "(module definition $d)\n"
                       "(module instance $i $d)\n"
                       "(register \"name\" $m)\n"
                       "  (invoke $m \"f\" (i32.const -1) (f64.const inf))\n"
                       "(get \"g\")\n"
                       "(assert_trap (invoke \"f\") \"unreachable\")\n"
                       "(assert_trap (module (func)) \"start\")\n"
                       "(assert_exhaustion (invoke \"f\") \"stack\")\n"
                       "(assert_exception (invoke \"f\"))\n"
                       "(assert_malformed (module quote \"(f\" \"unk)\") \"unknown operator\")\n"
                       "(assert_invalid (module binary \"\\00\" \"a\") \"message\")\n"
                       "(assert_unlinkable (module) \"unknown import\")\n"
                       "(thread $t (shared (module $m)) (invoke \"x\"))\n");
  ASSERT_THAT(script.commands, SizeIs(14));
  const auto &commands = script.commands;
  const Kind kKinds[] = {Kind::module,
                         Kind::module,
                         Kind::module_instance,
                         Kind::register_,
                         Kind::action,
                         Kind::action,
                         Kind::assert_trap,
                         Kind::assert_trap,
                         Kind::assert_exhaustion,
                         Kind::assert_exception,
                         Kind::assert_malformed,
                         Kind::assert_invalid,
                         Kind::assert_unlinkable,
                         Kind::unsupported};
  for (size_t i = 0; i < commands.size(); ++i) {
    EXPECT_EQ(commands[i].kind, kKinds[i]) << i;
    EXPECT_EQ(commands[i].position.line, i + 2);
  }
  EXPECT_EQ(commands[4].position, (TextPosition{6, 3}));
  EXPECT_EQ(commands[0].module.id, "m");
  EXPECT_FALSE(commands[0].module.isDefinition);
  EXPECT_TRUE(commands[1].module.isDefinition);
  EXPECT_EQ(commands[2].module.id, "i");
  EXPECT_EQ(commands[2].name, "d");
  EXPECT_EQ(commands[3].name, "name");
  EXPECT_EQ(commands[3].module.id, "m");
  EXPECT_EQ(commands[4].action.module, "m");
  ASSERT_THAT(commands[4].action.arguments, SizeIs(2));
  EXPECT_EQ(commands[4].action.arguments[0].low, 0xffffffffu);
  EXPECT_EQ(commands[5].action.kind, ScriptAction::Kind::get);
  EXPECT_FALSE(commands[6].hasModule);
  EXPECT_TRUE(commands[7].hasModule);
  EXPECT_EQ(commands[7].message, "start");
  EXPECT_EQ(commands[10].module.form, ScriptModule::Form::quote);
  EXPECT_EQ(commands[10].module.contents, "(funk)");
  EXPECT_EQ(commands[11].module.contents, std::string("\0a", 2));
  EXPECT_EQ(commands[13].name, "thread");
}

TEST(Scripts, MalformedModulesAreDataUntilAskedFor) {
  constexpr std::string_view kText = "(module) (assert_malformed (module (funk)) \"x\")\n"
                                     "(assert_malformed (module quote \"(fun\") \"y\")";
  Script script = read(kText);
  ASSERT_THAT(script.commands, SizeIs(3));
  EXPECT_TRUE(readScriptModule(kText, script.commands[0].module));
  Result<BinaryModule> module = readScriptModule(kText, script.commands[1].module);
  ASSERT_FALSE(module);
  EXPECT_STREQ(module.error().text, "unknown operator funk");
  EXPECT_EQ(module.error().offset, kText.find("funk")); // in the script
  module = readScriptModule(kText, script.commands[2].module);
  ASSERT_FALSE(module);
  EXPECT_EQ(module.error().offset, 1u); // in the quoted text
}

TEST(Scripts, ModulesMapBackIntoTheScript) {
  constexpr std::string_view kText = "(invoke \"x\")\n(module definition $d (func nop))";
  Script script = read(kText);
  ASSERT_THAT(script.commands, SizeIs(2));
  Result<BinaryModule> module = readScriptModule(kText, script.commands[1].module);
  ASSERT_TRUE(module);
  bool hasNop = false;
  for (const OffsetMap::Entry &entry : module->map.entries())
    hasNop =
        hasNop || (module->bytes[entry.binary] == 1 && kText.substr(entry.text).starts_with("nop"));
  EXPECT_TRUE(hasNop);
}

TEST(Scripts, FieldsAloneAreOneModule) {
  constexpr std::string_view kText = " (func) (memory 0)";
  ScriptCommand command = readOne(kText);
  EXPECT_EQ(command.kind, Kind::module);
  Result<BinaryModule> module = readScriptModule(kText, command.module);
  ASSERT_TRUE(module);
  EXPECT_EQ(module->bytes, readModule(kText)->bytes);
}

TEST(Scripts, Values) {
  EXPECT_EQ(valueOf("(f32.const -nan:0x1)").low, 0xff800001u);
  EXPECT_EQ(valueOf("(i64.const -1)").low, ~uint64_t{0});
  ScriptValue vector = valueOf("(v128.const i16x8 1 2 3 4 5 6 7 -1)");
  EXPECT_EQ(vector.kind, ScriptValue::Kind::v128);
  EXPECT_EQ(vector.low, 0x0004'0003'0002'0001u);
  EXPECT_EQ(vector.high, 0xffff'0007'0006'0005u);
  EXPECT_EQ(valueOf("(ref.null func)").heap, wasm::HeapKind::func);
  EXPECT_EQ(valueOf("(ref.null)").heap, std::nullopt);
  ScriptValue host = valueOf("(ref.host 3)");
  EXPECT_EQ(host.kind, ScriptValue::Kind::ref_host);
  EXPECT_EQ(host.low, 3u);
  EXPECT_EQ(valueOf("(ref.extern 7)").kind, ScriptValue::Kind::ref_extern);
  EXPECT_THAT(failure("(invoke \"f\" (f32.const nan:canonical))"),
              testing::StartsWith("unexpected token nan:canonical"));
  EXPECT_EQ(failure("(invoke \"f\" (i32.const 4294967296))"), "constant out of range of i32@23");
  EXPECT_EQ(failure("(invoke \"f\" (ref.func 0))"), "unexpected token ref.func@13");
}

TEST(Scripts, Results) {
  ScriptResult number = resultOf("(f32.const nan:arithmetic)");
  EXPECT_EQ(number.kind, ScriptResult::Kind::f32);
  EXPECT_EQ(number.lanes.at(0).kind, LanePattern::Kind::arithmetic_nan);
  EXPECT_EQ(resultOf("(i64.const 5)").lanes.at(0).bits, 5u);
  ScriptResult vector = resultOf("(v128.const f64x2 nan:canonical -0x1p1)");
  EXPECT_EQ(vector.laneBits, 64u);
  EXPECT_TRUE(vector.isFloatShape);
  ASSERT_THAT(vector.lanes, SizeIs(2));
  EXPECT_EQ(vector.lanes[0].kind, LanePattern::Kind::canonical_nan);
  EXPECT_EQ(vector.lanes[1].bits, 0xc000000000000000u);
  EXPECT_THAT(resultOf("(v128.const i8x16 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 -1)").lanes,
              SizeIs(16));
  EXPECT_EQ(resultOf("(ref.func)").heap, wasm::HeapKind::func);
  EXPECT_EQ(resultOf("(ref.func)").kind, ScriptResult::Kind::ref_heap);
  EXPECT_EQ(resultOf("(ref.i31)").heap, wasm::HeapKind::i31);
  EXPECT_EQ(resultOf("(ref.null any)").heap, wasm::HeapKind::any);
  EXPECT_EQ(resultOf("(ref.extern 9)").number, 9u);
  EXPECT_EQ(resultOf("(ref.extern)").number, std::nullopt);
  ScriptResult either = resultOf("(either (i32.const 1) (i32.const 2) (i32.const 3))");
  EXPECT_EQ(either.kind, ScriptResult::Kind::either);
  ASSERT_THAT(either.alternatives, SizeIs(3));
  EXPECT_EQ(either.alternatives[2].lanes.at(0).bits, 3u);
  EXPECT_EQ(failure("(assert_return (invoke \"f\") (ref.is_null))"),
            "unexpected token ref.is_null@29");
  EXPECT_EQ(failure("(assert_return (invoke \"f\") (i32.const nan:canonical))"),
            "unexpected token nan:canonical@39");
  EXPECT_EQ(failure("(assert_return (invoke \"f\") (either (either (i32.const 1))))"),
            "unexpected token either@37");
}

TEST(Scripts, AreRefused) {
  EXPECT_EQ(failure("(module) (assert_return (invoke \"f\")"), "unexpected token: end of text@36");
  EXPECT_EQ(failure("(assert_malformed (invoke \"f\") \"x\")"), "unexpected token (@18");
  EXPECT_EQ(failure("(assert_invalid (module))"), "unexpected token )@24");
  EXPECT_EQ(failure("(frobnicate)"), "unknown operator frobnicate@1");
  EXPECT_EQ(failure("(nop)"), "unexpected token nop@1");
  EXPECT_EQ(failure("module"), "unexpected token module@0");
  EXPECT_EQ(failure("(invoke \"\\ff\")"), "malformed UTF-8 encoding@8");
}

} // namespace
} // namespace wasmc::text
