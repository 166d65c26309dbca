// The sections of a module (spec 5.5), each by one method. Internal to this room.
#ifndef WASMC_COMPILER_DECODE_MODULE_DECODER_H
#define WASMC_COMPILER_DECODE_MODULE_DECODER_H

#include "compiler/decode/cursor.h"
#include "compiler/decode/limits.h"
#include "compiler/wasm/features.h"
#include "compiler/wasm/module.h"

namespace wasmc::decode {

class ModuleDecoder {
public:
  explicit ModuleDecoder(wasm::Features features) : features_(features) {}

  // Decodes a whole module: header, sections, and what must agree between them.
  Result<wasm::Module> decode(std::span<const uint8_t> bytes);

private:
  using SectionMethod = Result<void> (ModuleDecoder::*)(Cursor &);
  struct Section {
    SectionMethod decode; // null where there is no section of that id
    uint8_t position;     // in the prescribed order
  };
  static const Section kSections[];
  static const uint8_t kSectionCount;

  // decode.cpp
  Result<void> sections(Cursor &cursor);
  // Whether the operators of the bodies read so far are well formed.
  Result<void> checkBodies(const Cursor &input) const;
  Result<void> header(Cursor &cursor);
  Result<void> section(Cursor &cursor);
  Result<void> customSection(const wasm::Bytes &contents);
  Result<void> checkCounts(uint64_t endOffset);

  // type_section.cpp
  Result<void> typeSection(Cursor &cursor);
  Result<void> recGroup(Cursor &cursor);
  Result<void> subType(Cursor &cursor);
  Result<void> compositeType(Cursor &cursor, uint8_t form, uint64_t offset, wasm::SubType &type);
  Result<void> functionType(Cursor &cursor, wasm::SubType &type);
  Result<void> structType(Cursor &cursor, wasm::SubType &type);
  Result<wasm::FieldType> fieldType(Cursor &cursor);
  Result<void> valueTypes(Cursor &cursor, std::vector<wasm::ValueType> &types, uint32_t limit,
                          const char *what);

  // sections.cpp
  Result<void> importSection(Cursor &cursor);
  Result<void> import(Cursor &cursor);
  Result<void> importDescription(Cursor &cursor, wasm::Import &import);
  Result<void> functionSection(Cursor &cursor);
  Result<void> tableSection(Cursor &cursor);
  Result<void> memorySection(Cursor &cursor);
  Result<void> tagSection(Cursor &cursor);
  Result<void> globalSection(Cursor &cursor);
  Result<void> exportSection(Cursor &cursor);
  Result<void> startSection(Cursor &cursor);
  Result<void> dataCountSection(Cursor &cursor);
  Result<void> codeSection(Cursor &cursor);
  Result<void> functionBody(const Cursor &section, wasm::Bytes bytes, wasm::Function &function);

  Result<wasm::Table> table(Cursor &cursor);
  Result<wasm::TableType> tableType(Cursor &cursor);
  Result<wasm::MemoryType> memoryType(Cursor &cursor);
  Result<wasm::GlobalType> globalType(Cursor &cursor);
  Result<wasm::TagType> tagType(Cursor &cursor);

  // segments.cpp
  Result<void> elementSection(Cursor &cursor);
  Result<void> elementSegment(Cursor &cursor);
  Result<void> elementFunctions(Cursor &cursor, wasm::ElementSegment &segment);
  Result<void> elementExpressions(Cursor &cursor, wasm::ElementSegment &segment);
  Result<void> dataSection(Cursor &cursor);
  Result<void> dataSegment(Cursor &cursor);

  // A constant expression: its extent, `end` included.
  Result<wasm::Expression> expression(Cursor &cursor);
  // The length of a vector, refused above `limit` and where the section cannot hold so many.
  Result<uint32_t> count(Cursor &cursor, uint32_t limit, const char *what);

  wasm::Features features_;
  wasm::Module module_;
  uint8_t lastPosition_ = 0;           // of the last section that was not custom
  uint32_t bodyCount_ = 0;             // entries of the code section
  std::optional<uint64_t> codeOffset_; // of the code section's contents
};

// Fills in the names that the module's name section gives (appendix, "Name Section"); nothing
// where it is malformed.
void readNameSection(const wasm::Bytes &contents, wasm::Module &module);

// Fills in the hints that the module's branch hint section gives; nothing where the section is
// malformed, there twice, or behind the code section, whose contents stand at `codeOffset`.
void readBranchHints(uint64_t codeOffset, wasm::Module &module);

} // namespace wasmc::decode

#endif
