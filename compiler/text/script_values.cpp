// Constants and expected results of scripts.
#include "compiler/text/literals.h"
#include "compiler/text/script_reader.h"

#include <cstring>

namespace wasmc::text {

using wasm::HeapKind;

namespace {

struct HeapName {
  std::string_view name;
  HeapKind kind;
};
constexpr HeapName kHeapNames[] = {
    {"func", HeapKind::func},         {"nofunc", HeapKind::nofunc},  {"extern", HeapKind::extern_},
    {"noextern", HeapKind::noextern}, {"any", HeapKind::any},        {"eq", HeapKind::eq},
    {"i31", HeapKind::i31},           {"struct", HeapKind::struct_}, {"array", HeapKind::array},
    {"none", HeapKind::none},         {"exn", HeapKind::exn},        {"noexn", HeapKind::noexn},
};

std::optional<HeapKind> findHeapKind(std::string_view name) {
  for (const HeapName &entry : kHeapNames)
    if (entry.name == name)
      return entry.kind;
  return std::nullopt;
}

struct NumberType {
  std::string_view keyword;
  unsigned bits;
  bool isFloat;
  ScriptValue::Kind value;
  ScriptResult::Kind result;
};
constexpr NumberType kNumberTypes[] = {
    {"i32.const", 32, false, ScriptValue::Kind::i32, ScriptResult::Kind::i32},
    {"i64.const", 64, false, ScriptValue::Kind::i64, ScriptResult::Kind::i64},
    {"f32.const", 32, true, ScriptValue::Kind::f32, ScriptResult::Kind::f32},
    {"f64.const", 64, true, ScriptValue::Kind::f64, ScriptResult::Kind::f64},
};

} // namespace

// The heap type after ref.null, if there is one.
Result<std::optional<HeapKind>> ScriptReader::heapKind() {
  if (tokens_.at(TokenKind::right))
    return std::nullopt;
  if (tokens_.atIndex()) {
    tokens_.next();
    return HeapKind::defined;
  }
  std::optional<HeapKind> kind = findHeapKind(tokens_.word());
  if (!kind)
    return tokens_.unexpected();
  tokens_.next();
  return kind;
}

Result<void> ScriptReader::referenceValue(ScriptValue &value, std::string_view keyword) {
  if (keyword == "ref.null") {
    value.kind = ScriptValue::Kind::ref_null;
    TRY_ASSIGN(value.heap, heapKind());
    return {};
  }
  value.kind = keyword == "ref.host" ? ScriptValue::Kind::ref_host : ScriptValue::Kind::ref_extern;
  TRY_ASSIGN(value.low, tokens_.natural(32));
  return {};
}

Result<ScriptValue> ScriptReader::value() {
  TRY(tokens_.expect(TokenKind::left));
  ScriptValue value;
  bool isFound = false;
  for (const NumberType &type : kNumberTypes) {
    if (!tokens_.acceptKeyword(type.keyword))
      continue;
    isFound = true;
    value.kind = type.value;
    TRY_ASSIGN(value.low, type.isFloat ? readFloatLiteral(tokens_, type.bits)
                                       : readIntegerLiteral(tokens_, type.bits));
  }
  if (!isFound && tokens_.acceptKeyword("v128.const")) {
    isFound = true;
    value.kind = ScriptValue::Kind::v128;
    TRY_ASSIGN(V128 bytes, readV128Literal(tokens_));
    memcpy(&value.low, bytes.data(), 8);
    memcpy(&value.high, bytes.data() + 8, 8);
  }
  for (std::string_view keyword : {"ref.null", "ref.extern", "ref.host"}) {
    if (isFound || !tokens_.acceptKeyword(keyword))
      continue;
    isFound = true;
    TRY(referenceValue(value, keyword));
  }
  if (!isFound)
    return tokens_.unexpected();
  TRY(tokens_.expect(TokenKind::right));
  return value;
}

Result<LanePattern> ScriptReader::lane(unsigned bits, bool isFloat) {
  LanePattern pattern;
  if (isFloat && tokens_.acceptKeyword("nan:canonical")) {
    pattern.kind = LanePattern::Kind::canonical_nan;
  } else if (isFloat && tokens_.acceptKeyword("nan:arithmetic")) {
    pattern.kind = LanePattern::Kind::arithmetic_nan;
  } else {
    TRY_ASSIGN(pattern.bits,
               isFloat ? readFloatLiteral(tokens_, bits) : readIntegerLiteral(tokens_, bits));
  }
  return pattern;
}

Result<void> ScriptReader::vectorResult(ScriptResult &result) {
  const Shape *shape = acceptShape(tokens_);
  if (shape == nullptr)
    return tokens_.unexpected();
  result.kind = ScriptResult::Kind::v128;
  result.laneBits = shape->laneBits;
  result.isFloatShape = shape->isFloat;
  for (unsigned i = 0; i < shape->lanes(); ++i) {
    TRY_ASSIGN(LanePattern pattern, lane(shape->laneBits, shape->isFloat));
    result.lanes.push_back(pattern);
  }
  return {};
}

Result<void> ScriptReader::referenceResult(ScriptResult &result, std::string_view keyword) {
  if (keyword == "ref.null") {
    result.kind = ScriptResult::Kind::ref_null;
    TRY_ASSIGN(result.heap, heapKind());
    return {};
  }
  if (keyword == "ref.extern" || keyword == "ref.host") {
    result.kind =
        keyword == "ref.host" ? ScriptResult::Kind::ref_host : ScriptResult::Kind::ref_extern;
    if (keyword == "ref.host" || tokens_.at(TokenKind::number)) {
      TRY_ASSIGN(result.number, tokens_.naturalU32());
    }
    return {};
  }
  result.kind = ScriptResult::Kind::ref_heap;
  result.heap = findHeapKind(keyword.substr(4));
  // Scripts of old name the function, which nobody can compare.
  if (result.heap == HeapKind::func && tokens_.atIndex())
    tokens_.next();
  return {};
}

Result<ScriptResult> ScriptReader::singleResult() {
  TRY(tokens_.expect(TokenKind::left));
  if (!tokens_.at(TokenKind::keyword))
    return tokens_.unexpected();
  ScriptResult result;
  std::string_view keyword = tokens_.word();
  bool isFound = false;
  for (const NumberType &type : kNumberTypes) {
    if (!tokens_.acceptKeyword(type.keyword))
      continue;
    isFound = true;
    result.kind = type.result;
    result.laneBits = type.bits;
    TRY_ASSIGN(LanePattern pattern, lane(type.bits, type.isFloat));
    result.lanes.push_back(pattern);
    break;
  }
  if (!isFound && tokens_.acceptKeyword("v128.const")) {
    TRY(vectorResult(result));
  } else if (!isFound) {
    bool isReference = keyword == "ref.null" || keyword == "ref.host" ||
                       (keyword.starts_with("ref.") && findHeapKind(keyword.substr(4)));
    if (!isReference)
      return tokens_.unexpected();
    tokens_.next();
    TRY(referenceResult(result, keyword));
  }
  TRY(tokens_.expect(TokenKind::right));
  return result;
}

Result<ScriptResult> ScriptReader::result() {
  if (!tokens_.acceptForm("either"))
    return singleResult();
  ScriptResult result;
  result.kind = ScriptResult::Kind::either;
  while (!tokens_.accept(TokenKind::right)) {
    TRY_ASSIGN(ScriptResult alternative, singleResult());
    result.alternatives.push_back(std::move(alternative));
  }
  return result;
}

} // namespace wasmc::text
