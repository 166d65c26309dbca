// Places in the text, for people.
#include "compiler/text/text.h"

#include <algorithm>

namespace wasmc::text {

namespace {

struct Line {
  uint32_t number = 1;
  uint64_t begin = 0;
};

bool isContinuation(char c) {
  return (static_cast<uint8_t>(c) & 0xc0) == 0x80;
}

// The line of a byte. Lines end in LF, CR or both (spec 6.3.4).
Line lineOf(std::string_view text, uint64_t offset) {
  Line line;
  for (uint64_t i = 0; i < offset; ++i) {
    bool isEnd = text[i] == '\n' || (text[i] == '\r' && !text.substr(i + 1).starts_with('\n'));
    if (isEnd) {
      ++line.number;
      line.begin = i + 1;
    }
  }
  return line;
}

uint32_t columnOf(std::string_view text, const Line &line, uint64_t offset) {
  auto before = text.substr(line.begin, offset - line.begin);
  return 1 + static_cast<uint32_t>(
                 std::ranges::count_if(before, [](char c) { return !isContinuation(c); }));
}

// What is shown of a line around a place: all of it unless it is very long.
struct Excerpt {
  uint64_t begin;
  uint64_t end;
};

Excerpt excerptAround(std::string_view text, uint64_t lineBegin, uint64_t offset) {
  constexpr uint64_t kBefore = 80;
  constexpr uint64_t kAfter = 80;
  uint64_t end = std::min(text.find_first_of("\r\n", offset), text.size());
  Excerpt excerpt{lineBegin, std::min(end, offset + kAfter)};
  if (offset - lineBegin > kBefore)
    excerpt.begin = offset - kBefore;
  while (excerpt.begin < offset && isContinuation(text[excerpt.begin]))
    ++excerpt.begin;
  while (excerpt.end < end && isContinuation(text[excerpt.end]))
    ++excerpt.end;
  return excerpt;
}

// A terminal must not act on what a hostile text says, nor must the caret stand elsewhere.
void appendShown(std::string &to, char c) {
  bool isControl = static_cast<uint8_t>(c) < 0x20 || c == 0x7f;
  to += isControl ? ' ' : c;
}

} // namespace

TextPosition positionOf(std::string_view text, uint64_t offset) {
  offset = std::min<uint64_t>(offset, text.size());
  Line line = lineOf(text, offset);
  return {line.number, columnOf(text, line, offset)};
}

std::optional<uint32_t> OffsetMap::find(uint64_t binary) const {
  auto after = std::ranges::upper_bound(entries_, binary, {}, &Entry::binary);
  if (after == entries_.begin())
    return std::nullopt;
  return std::prev(after)->text;
}

Error toTextError(const Error &error, const OffsetMap &map) {
  Error result = error;
  result.offset = Error::kNoOffset;
  if (error.offset != Error::kNoOffset) {
    if (std::optional<uint32_t> offset = map.find(error.offset))
      result.offset = *offset;
  }
  return result;
}

std::string renderError(std::string_view file, std::string_view text, const Error &error) {
  std::string result(file);
  // Messages quote names out of the text.
  std::string message;
  for (const char *c = error.text; *c != '\0'; ++c)
    appendShown(message, *c);
  if (error.offset == Error::kNoOffset)
    return result + ": " + message;
  uint64_t offset = std::min<uint64_t>(error.offset, text.size());
  Line line = lineOf(text, offset);
  result += ':' + std::to_string(line.number) + ':' + std::to_string(columnOf(text, line, offset)) +
            ": " + message + "\n  ";
  Excerpt excerpt = excerptAround(text, line.begin, offset);
  for (uint64_t i = excerpt.begin; i < excerpt.end; ++i)
    appendShown(result, text[i]);
  result += "\n  ";
  for (uint64_t i = excerpt.begin; i < offset; ++i)
    if (!isContinuation(text[i]))
      result += ' ';
  return result + '^';
}

} // namespace wasmc::text
