#include "testsuite/wast-run/values.h"

#include "wasmc/abi/value_types.h"

#include <algorithm>
#include <cstdio>
#include <cstring>

namespace wasmc::wast {

namespace {

using text::LanePattern;
using text::ScriptResult;
using text::ScriptValue;

// Host references are numbers plus one: null is 0.
uint64_t hostReference(uint64_t number) {
  return number + 1;
}

uint32_t kindOf(uint32_t type) {
  return type & WASMC_VALUE_KIND_MASK;
}

uint32_t kindOf(ScriptValue::Kind kind) {
  switch (kind) {
  case ScriptValue::Kind::i32:
    return WASMC_VALUE_i32;
  case ScriptValue::Kind::i64:
    return WASMC_VALUE_i64;
  case ScriptValue::Kind::f32:
    return WASMC_VALUE_f32;
  case ScriptValue::Kind::f64:
    return WASMC_VALUE_f64;
  case ScriptValue::Kind::v128:
    return WASMC_VALUE_v128;
  default:
    return WASMC_VALUE_ref;
  }
}

uint32_t kindOf(ScriptResult::Kind kind) {
  switch (kind) {
  case ScriptResult::Kind::i32:
    return WASMC_VALUE_i32;
  case ScriptResult::Kind::i64:
    return WASMC_VALUE_i64;
  case ScriptResult::Kind::f32:
    return WASMC_VALUE_f32;
  case ScriptResult::Kind::f64:
    return WASMC_VALUE_f64;
  case ScriptResult::Kind::v128:
    return WASMC_VALUE_v128;
  default:
    return WASMC_VALUE_ref;
  }
}

bool matchesLane(const LanePattern &pattern, unsigned bits, uint64_t lane) {
  if (pattern.kind == LanePattern::Kind::bits)
    return lane == pattern.bits;
  // Exponent and the highest bit of the payload; the sign is free.
  uint64_t quiet = bits == 32 ? 0x7fc0'0000u : 0x7ff8'0000'0000'0000u;
  uint64_t magnitude = lane & (bits == 32 ? 0x7fff'ffffu : 0x7fff'ffff'ffff'ffffu);
  return pattern.kind == LanePattern::Kind::canonical_nan ? magnitude == quiet
                                                          : (magnitude & quiet) == quiet;
}

uint64_t laneOf(const wasmc_slot &slot, unsigned bits, size_t index) {
  uint64_t lane = 0;
  memcpy(&lane, reinterpret_cast<const char *>(&slot) + index * bits / 8, bits / 8);
  return lane;
}

bool matchesReference(const ScriptResult &expected, uint32_t type, uint64_t reference) {
  uint32_t heap = type >> WASMC_VALUE_HEAP_SHIFT & WASMC_VALUE_HEAP_MASK;
  bool isExternal = heap == WASMC_HEAP_extern || heap == WASMC_HEAP_noextern;
  switch (expected.kind) {
  case ScriptResult::Kind::ref_null:
    return reference == 0;
  case ScriptResult::Kind::ref_extern:
    return isExternal && reference != 0 &&
           (!expected.number || reference == hostReference(*expected.number));
  case ScriptResult::Kind::ref_heap:
    // Functions are all that there is as long as there is no garbage collection, of a declared type
    // or not.
    return expected.heap == wasm::HeapKind::func && reference != 0 &&
           (heap == WASMC_HEAP_func || heap == WASMC_HEAP_defined);
  default:
    return false;
  }
}

bool matches(const ScriptResult &expected, uint32_t type, const wasmc_slot &slot) {
  if (expected.kind == ScriptResult::Kind::either)
    return std::any_of(
        expected.alternatives.begin(), expected.alternatives.end(),
        [&](const ScriptResult &alternative) { return matches(alternative, type, slot); });
  if (kindOf(expected.kind) != kindOf(type))
    return false;
  if (kindOf(type) == WASMC_VALUE_ref)
    return matchesReference(expected, type, slot.u64);
  for (size_t i = 0; i < expected.lanes.size(); ++i)
    if (!matchesLane(expected.lanes[i], expected.laneBits, laneOf(slot, expected.laneBits, i)))
      return false;
  return !expected.lanes.empty();
}

std::string describe(uint32_t type, const wasmc_slot &slot) {
  char text[80];
  switch (kindOf(type)) {
  case WASMC_VALUE_i32:
    snprintf(text, sizeof text, "i32 0x%08x", slot.u32);
    break;
  case WASMC_VALUE_f32:
    snprintf(text, sizeof text, "f32 0x%08x (%.9g)", slot.u32, static_cast<double>(slot.f32));
    break;
  case WASMC_VALUE_i64:
    snprintf(text, sizeof text, "i64 0x%016llx", static_cast<unsigned long long>(slot.u64));
    break;
  case WASMC_VALUE_f64:
    snprintf(text, sizeof text, "f64 0x%016llx (%.17g)", static_cast<unsigned long long>(slot.u64),
             slot.f64);
    break;
  case WASMC_VALUE_v128:
    snprintf(text, sizeof text, "v128 0x%016llx%016llx",
             static_cast<unsigned long long>(slot.v128[1]),
             static_cast<unsigned long long>(slot.v128[0]));
    break;
  default:
    snprintf(text, sizeof text, "reference 0x%llx", static_cast<unsigned long long>(slot.u64));
  }
  return text;
}

std::string describe(const ScriptResult &expected) {
  switch (expected.kind) {
  case ScriptResult::Kind::ref_null:
    return "null";
  case ScriptResult::Kind::ref_extern:
  case ScriptResult::Kind::ref_host:
    return "host reference " + (expected.number ? std::to_string(*expected.number) : "of any kind");
  case ScriptResult::Kind::ref_heap:
    return "a reference that is not null";
  case ScriptResult::Kind::either:
    return "one of " + std::to_string(expected.alternatives.size()) + " alternatives";
  default:
    break;
  }
  std::string text;
  for (const LanePattern &lane : expected.lanes) {
    char bits[32];
    snprintf(bits, sizeof bits, "0x%llx", static_cast<unsigned long long>(lane.bits));
    text += text.empty() ? "" : " ";
    text += lane.kind == LanePattern::Kind::bits            ? bits
            : lane.kind == LanePattern::Kind::canonical_nan ? "nan:canonical"
                                                            : "nan:arithmetic";
  }
  return text;
}

} // namespace

bool writeArgument(const ScriptValue &value, uint32_t type, wasmc_slot &slot) {
  if (kindOf(value.kind) != kindOf(type))
    return false;
  slot.v128[0] = slot.v128[1] = 0;
  switch (value.kind) {
  case ScriptValue::Kind::ref_null:
    return true;
  case ScriptValue::Kind::ref_extern:
  case ScriptValue::Kind::ref_host:
    slot.u64 = hostReference(value.low);
    return true;
  default:
    slot.v128[0] = value.low;
    slot.v128[1] = value.high;
    return true;
  }
}

std::optional<std::string> mismatch(std::span<const ScriptResult> expected,
                                    std::span<const uint32_t> types,
                                    std::span<const wasmc_slot> slots) {
  if (expected.size() != types.size())
    return std::to_string(types.size()) + " results instead of " + std::to_string(expected.size());
  for (size_t i = 0; i < expected.size(); ++i)
    if (!matches(expected[i], types[i], slots[i]))
      return "result " + std::to_string(i) + " is " + describe(types[i], slots[i]) + ", expected " +
             describe(expected[i]);
  return std::nullopt;
}

} // namespace wasmc::wast
