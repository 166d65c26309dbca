// The door of the text reader (spec 6): .wat text to the bytes of a binary module, so that there is
// one decoder and one validator, and a map from those bytes back to the text for their errors.
#ifndef WASMC_COMPILER_TEXT_TEXT_H
#define WASMC_COMPILER_TEXT_TEXT_H

#include "wasmc/detail/result.h"

#include <stdint.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wasmc::text {

// A place in a text as people count: lines and columns start at 1, a column is a character.
struct TextPosition {
  uint32_t line = 1;
  uint32_t column = 1;
  bool operator==(const TextPosition &) const = default;
};

// The position of a byte of `text`; an offset beyond the end is the end.
TextPosition positionOf(std::string_view text, uint64_t offset);

// Which piece of text a binary byte comes from.
class OffsetMap {
public:
  struct Entry {
    uint64_t binary; // byte offset in the binary
    uint32_t text;   // byte offset in the text
  };

  // Entries come in ascending order of `binary`.
  void add(uint64_t binary, uint32_t text) { entries_.push_back({binary, text}); }
  // The text offset of the item that the byte belongs to; nullopt before the first.
  std::optional<uint32_t> find(uint64_t binary) const;
  const std::vector<Entry> &entries() const { return entries_; }

private:
  std::vector<Entry> entries_;
};

// A module in the binary format, not validated.
struct BinaryModule {
  std::vector<uint8_t> bytes;
  // Has an entry for every operator, function, type, segment and other section item.
  OffsetMap map;
};

// Reads a module: `(module ...)`, its fields alone, `(module binary "...")` or `(module quote
// "...")`. The whole syntax of Wasm 3.0, of threads, wide arithmetic and custom page sizes; the
// annotations
// @custom, @name and @metadata.code.branch_hint. Identifiers become a name section. Errors are
// those of the text alone (spec 6), with byte offsets in `text` and the messages of the
// specification's test suite; what the text says is for the validator. Never crashes on any input;
// memory and time are linear in its size.
Result<BinaryModule> readModule(std::string_view text);

// The error of the decoder or validator on the module's bytes, as an error at a place of the text
// that the module was read from.
Error toTextError(const Error &error, const OffsetMap &map);

// "file:line:column: message", the line of the text and a caret below the place. Only
// "file: message" when the error has no offset. Ends without a line feed.
std::string renderError(std::string_view file, std::string_view text, const Error &error);

} // namespace wasmc::text

#endif
