#include "runtime-support/run/invoke.h"

#include <algorithm>
#include <bit>

#include "runtime-support/platform/arena.h"
#include "runtime-support/platform/output.h"
#include "runtime-support/run/decimal.h"
#include "wasmc/abi/value_types.h"

namespace wasmc::run {

namespace {

std::unexpected<Error> notA(std::string_view type, std::string_view text) {
  return error(Error::kNoOffset, "not a number of type ", type, ": ", text);
}

// Decimal or 0x, with a sign; values from the smallest signed to the largest unsigned number.
bool parseInteger(std::string_view text, unsigned bits, uint64_t &value) {
  bool negative = text.starts_with('-');
  if (negative || text.starts_with('+'))
    text.remove_prefix(1);
  unsigned base = 10;
  if (text.starts_with("0x") || text.starts_with("0X")) {
    base = 16;
    text.remove_prefix(2);
  }
  if (text.empty())
    return false;
  uint64_t magnitude = 0;
  for (char c : text) {
    unsigned digit = c >= '0' && c <= '9'   ? static_cast<unsigned>(c - '0')
                     : c >= 'a' && c <= 'f' ? static_cast<unsigned>(c - 'a' + 10)
                     : c >= 'A' && c <= 'F' ? static_cast<unsigned>(c - 'A' + 10)
                                            : 99;
    if (digit >= base || magnitude > (~uint64_t{0} - digit) / base)
      return false;
    magnitude = magnitude * base + digit;
  }
  uint64_t limit = negative ? uint64_t{1} << (bits - 1) : ~uint64_t{0} >> (64 - bits);
  if (magnitude > limit)
    return false;
  value = negative ? uint64_t{0} - magnitude : magnitude;
  return true;
}

Result<void> parseArgument(std::string_view text, uint32_t type, wasmc_slot &slot) {
  switch (type & WASMC_VALUE_KIND_MASK) {
  case WASMC_VALUE_i32:
    if (!parseInteger(text, 32, slot.u64))
      return notA("i32", text);
    return {};
  case WASMC_VALUE_i64:
    if (!parseInteger(text, 64, slot.u64))
      return notA("i64", text);
    return {};
  case WASMC_VALUE_f32: {
    std::optional<uint64_t> bits = parseFloat(text, kBinary32);
    if (!bits)
      return notA("f32", text);
    slot.u64 = *bits;
    return {};
  }
  case WASMC_VALUE_f64: {
    std::optional<uint64_t> bits = parseFloat(text, kBinary64);
    if (!bits)
      return notA("f64", text);
    slot.u64 = *bits;
    return {};
  }
  default:
    return error(Error::kNoOffset, "the function has a parameter that is not a number");
  }
}

void printResult(platform::Output &output, uint32_t type, const wasmc_slot &slot) {
  FloatText text;
  switch (type & WASMC_VALUE_KIND_MASK) {
  case WASMC_VALUE_i32:
    output << slot.i32;
    break;
  case WASMC_VALUE_i64:
    output << slot.i64;
    break;
  case WASMC_VALUE_f32:
    output << printFloat(slot.u32, kBinary32, text);
    break;
  case WASMC_VALUE_f64:
    output << printFloat(slot.u64, kBinary64, text);
    break;
  case WASMC_VALUE_v128:
    output << "v128 0x" << platform::Hex{slot.v128[1]} << " 0x" << platform::Hex{slot.v128[0]};
    break;
  default:
    output << (slot.ref == nullptr ? "null" : "reference");
    break;
  }
  output << "\n";
}

} // namespace

Result<uint32_t> invokeFunction(instance::Instance &instance, const char *name,
                                std::span<const char *const> arguments) {
  uint32_t index = instance.findFunction(name);
  if (index == WASMC_NO_INDEX)
    return error(Error::kNoOffset, "the module does not export a function \"",
                 std::string_view(name), "\"");
  TRY_ASSIGN(instance::Callee callee, instance.callee(index));
  if (arguments.size() != callee.parameters.size())
    return error(Error::kNoOffset, "function \"", std::string_view(name), "\" takes ",
                 callee.parameters.size(), " arguments, not ", arguments.size());
  platform::Arena arena;
  size_t slotCount = std::max({callee.parameters.size(), callee.results.size(), size_t{1}});
  TRY_ASSIGN(std::span<wasmc_slot> slots, arena.allocateArray<wasmc_slot>(slotCount));
  for (size_t i = 0; i < arguments.size(); ++i)
    TRY(parseArgument(arguments[i], callee.parameters[i], slots[i]));
  uint32_t code = instance::call(instance.store(), callee, slots.data());
  if (code == WASMC_TRAP_none) {
    platform::Output output(platform::kStandardOutput);
    for (size_t i = 0; i < callee.results.size(); ++i)
      printResult(output, callee.results[i], slots[i]);
  }
  return code;
}

} // namespace wasmc::run
