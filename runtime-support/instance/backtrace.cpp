#include "runtime-support/instance/backtrace.h"

#include <algorithm>
#include <span>

#include "runtime-support/load/code_image.h"
#include "runtime-support/platform/guest_ranges.h"

namespace wasmc::instance {

namespace {

// Reads LEB128 numbers of the offset map; a damaged map ends early and gives wrong numbers, not
// wrong reads.
class Deltas {
public:
  explicit Deltas(std::span<const uint8_t> bytes) : bytes_(bytes) {}

  bool atEnd() const { return bytes_.empty(); }

  uint64_t readUnsigned() {
    uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && !bytes_.empty(); shift += 7)
      if (uint8_t byte = take(); value |= uint64_t{byte & 0x7fu} << shift, (byte & 0x80) == 0)
        break;
    return value;
  }

  int64_t readSigned() {
    uint64_t value = 0;
    unsigned shift = 0;
    uint8_t byte = 0;
    while (shift < 64 && !bytes_.empty()) {
      byte = take();
      value |= uint64_t{byte & 0x7fu} << shift;
      shift += 7;
      if ((byte & 0x80) == 0)
        break;
    }
    if (shift < 64 && (byte & 0x40) != 0)
      value |= ~uint64_t{0} << shift;
    return static_cast<int64_t>(value);
  }

private:
  uint8_t take() {
    uint8_t byte = bytes_.front();
    bytes_ = bytes_.subspan(1);
    return byte;
  }

  std::span<const uint8_t> bytes_;
};

// The Wasm offset of the entry that covers `pc`, relative to the range's text; 0 if there is none.
uint32_t wasmOffsetAt(const load::ImageView &image, const wasmc_code_range &range, uint32_t pc) {
  auto blocks = image.array<wasmc_offset_block>(range.blocks);
  auto deltas = image.array<uint8_t>(range.deltas);
  if (!blocks || !deltas)
    return 0;
  auto after = std::upper_bound(
      blocks->begin(), blocks->end(), pc,
      [](uint32_t wanted, const wasmc_offset_block &block) { return wanted < block.pc; });
  if (after == blocks->begin())
    return 0;
  const wasmc_offset_block &block = *(after - 1);
  size_t begin = std::min<size_t>(block.deltas, deltas->size());
  size_t end =
      after == blocks->end() ? deltas->size() : std::min<size_t>(after->deltas, deltas->size());
  Deltas pairs(deltas->subspan(begin, end < begin ? 0 : end - begin));
  uint64_t entryPc = block.pc;
  int64_t offset = block.wasm_offset;
  while (!pairs.atEnd()) {
    entryPc += pairs.readUnsigned();
    int64_t delta = pairs.readSigned();
    if (entryPc > pc)
      break;
    offset += delta;
  }
  return static_cast<uint32_t>(offset);
}

// What the code at an offset belongs to.
enum class Owner { function, initialize, thunk };
struct Place {
  Owner owner = Owner::thunk;
  uint32_t function = WASMC_NO_INDEX;
};

// The function, thunk or module initialisation whose code begins closest below `offset`.
Place placeOf(const load::ImageView &image, int64_t offset) {
  const wasmc_image_header &header = image.header();
  int64_t best = INT64_MIN;
  Place found;
  auto consider = [&](int32_t code, Place place) {
    if (code != 0 && code <= offset && code > best) {
      best = code;
      found = place;
    }
  };
  auto functions = image.table<wasmc_function>(header.functions);
  for (uint32_t i = 0; i < functions.size(); ++i)
    consider(functions[i].code, {Owner::function, i});
  for (const wasmc_type &type : image.table<wasmc_type>(header.types)) {
    consider(type.entry_thunk, {Owner::thunk, WASMC_NO_INDEX});
    consider(type.host_thunk, {Owner::thunk, WASMC_NO_INDEX});
  }
  consider(header.initialize, {Owner::initialize, header.start_function});
  return found;
}

} // namespace

bool describeFrame(const wasmc_store &store, uint32_t number, Frame &frame) {
  if (number >= store.trap_frame_count)
    return false;
  // A return address lies behind its call, perhaps already in the next function.
  uint64_t pc = store.trap_frames[number] - (number == 0 ? 0 : 1);
  platform::GuestRange range;
  if (!platform::guestCode.find(pc, range))
    return false;
  const load::ImageView &image = static_cast<const load::CodeImage *>(range.owner)->view();
  const wasmc_image_header &header = image.header();
  int64_t offset = static_cast<int64_t>(pc - reinterpret_cast<uint64_t>(&header));
  frame = {};
  for (const wasmc_code_range &code : image.table<wasmc_code_range>(header.code_ranges))
    if (offset >= code.text && offset - code.text < code.text_size)
      frame.wasmOffset = wasmOffsetAt(image, code, static_cast<uint32_t>(offset - code.text));
  // What traps keeps its Wasm offset, so innermost code without one is the thunk of a builtin, for
  // which there is no table.
  if (number == 0 && frame.wasmOffset == 0)
    return false;
  Place place = placeOf(image, offset);
  // What comes from the .wasm inside `initialize` is the start function, inlined.
  if (place.function == WASMC_NO_INDEX ||
      (place.owner == Owner::initialize && frame.wasmOffset == 0))
    return false;
  frame.index = place.function;
  frame.module = image.stringOrEmpty(header.module_name);
  if (frame.module.empty())
    frame.module = image.stringOrEmpty(header.source_name);
  auto names = image.table<wasmc_string>(header.function_names);
  if (frame.index < names.size())
    frame.function = image.stringOrEmpty(names[frame.index]);
  return true;
}

} // namespace wasmc::instance
