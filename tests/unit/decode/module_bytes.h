// Writes binary modules by hand, for tests.
#ifndef WASMC_TESTS_UNIT_DECODE_MODULE_BYTES_H
#define WASMC_TESTS_UNIT_DECODE_MODULE_BYTES_H

#include <stdint.h>

#include <initializer_list>
#include <string_view>
#include <vector>

namespace wasmc::test {

using ByteVector = std::vector<uint8_t>;

inline void appendU32(ByteVector &bytes, uint32_t value) {
  for (; value >= 0x80; value >>= 7)
    bytes.push_back(static_cast<uint8_t>(value | 0x80));
  bytes.push_back(static_cast<uint8_t>(value));
}

inline ByteVector concat(std::initializer_list<ByteVector> parts) {
  ByteVector all;
  for (const ByteVector &part : parts)
    all.insert(all.end(), part.begin(), part.end());
  return all;
}

// Its length in front: a name, a function body, a vector of bytes.
inline ByteVector sized(const ByteVector &contents) {
  ByteVector bytes;
  appendU32(bytes, static_cast<uint32_t>(contents.size()));
  return concat({bytes, contents});
}

inline ByteVector name(std::string_view text) {
  return sized(ByteVector(text.begin(), text.end()));
}

inline ByteVector section(uint8_t id, const ByteVector &contents) {
  return concat({{id}, sized(contents)});
}

// A section that is a vector of `items`.
inline ByteVector vectorSection(uint8_t id, const std::vector<ByteVector> &items) {
  ByteVector contents;
  appendU32(contents, static_cast<uint32_t>(items.size()));
  for (const ByteVector &item : items)
    contents.insert(contents.end(), item.begin(), item.end());
  return section(id, contents);
}

inline ByteVector module(std::initializer_list<ByteVector> sections) {
  return concat({{0, 'a', 's', 'm', 1, 0, 0, 0}, concat(sections)});
}

inline constexpr uint8_t kTypeSection = 1, kImportSection = 2, kFunctionSection = 3,
                         kTableSection = 4, kMemorySection = 5, kGlobalSection = 6,
                         kExportSection = 7, kStartSection = 8, kElementSection = 9,
                         kCodeSection = 10, kDataSection = 11, kDataCountSection = 12,
                         kTagSection = 13;

// Value types and type forms.
inline constexpr uint8_t kI32 = 0x7f, kI64 = 0x7e, kF32 = 0x7d, kF64 = 0x7c, kV128 = 0x7b,
                         kFuncRef = 0x70, kRef = 0x64, kRefNull = 0x63, kFunc = 0x60,
                         kStruct = 0x5f, kArray = 0x5e, kSub = 0x50, kSubFinal = 0x4f, kRec = 0x4e;

inline constexpr uint8_t kEnd = 0x0b;

// A module of functions of type 0 = `type`, with these bodies (locals first, `end` last).
inline ByteVector functions(const std::vector<ByteVector> &types,
                            const std::vector<ByteVector> &bodies) {
  std::vector<ByteVector> indices(bodies.size(), ByteVector{0});
  std::vector<ByteVector> code;
  for (const ByteVector &body : bodies)
    code.push_back(sized(body));
  return module({vectorSection(kTypeSection, types), vectorSection(kFunctionSection, indices),
                 vectorSection(kCodeSection, code)});
}

} // namespace wasmc::test

#endif
