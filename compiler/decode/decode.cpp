#include "compiler/decode/decode.h"

#include "compiler/decode/body.h"
#include "compiler/decode/empty_visitor.h"
#include "compiler/decode/module_decoder.h"

namespace wasmc::decode {

// By section id (spec 5.5.2). The order of the ids is not the order in the file.
const ModuleDecoder::Section ModuleDecoder::kSections[] = {
    {nullptr, 0}, // custom, anywhere
    {&ModuleDecoder::typeSection, 1},
    {&ModuleDecoder::importSection, 2},
    {&ModuleDecoder::functionSection, 3},
    {&ModuleDecoder::tableSection, 4},
    {&ModuleDecoder::memorySection, 5},
    {&ModuleDecoder::globalSection, 7},
    {&ModuleDecoder::exportSection, 8},
    {&ModuleDecoder::startSection, 9},
    {&ModuleDecoder::elementSection, 10},
    {&ModuleDecoder::codeSection, 12},
    {&ModuleDecoder::dataSection, 13},
    {&ModuleDecoder::dataCountSection, 11},
    {&ModuleDecoder::tagSection, 6},
};
const uint8_t ModuleDecoder::kSectionCount = sizeof(kSections) / sizeof(kSections[0]);

Result<wasm::Module> decode(std::span<const uint8_t> bytes, wasm::Features features) {
  return ModuleDecoder(features).decode(bytes);
}

Result<wasm::Module> ModuleDecoder::decode(std::span<const uint8_t> bytes) {
  Cursor cursor(wasm::Bytes{bytes, 0});
  module_.inputSize = bytes.size();
  if (Result<void> done = sections(cursor); !done) {
    // Bodies are not looked into yet, and one that is malformed stands before what was found.
    TRY(checkBodies(cursor));
    return std::unexpected(done.error());
  }
  for (const wasm::CustomSection &custom : module_.customSections)
    if (custom.name == "name")
      readNameSection(custom.contents, module_);
  if (codeOffset_)
    readBranchHints(*codeOffset_, module_);
  return std::move(module_);
}

Result<void> ModuleDecoder::sections(Cursor &cursor) {
  TRY(header(cursor));
  while (!cursor.atEnd())
    TRY(section(cursor));
  return checkCounts(cursor.offset());
}

Result<void> ModuleDecoder::checkBodies(const Cursor &input) const {
  EmptyVisitor visitor;
  for (const wasm::Function &function : module_.functions) {
    OperatorReader<EmptyVisitor> reader(input.on(function.body), features_, visitor);
    while (!reader.atEnd())
      TRY(reader.next());
  }
  return {};
}

// spec 5.5.16
Result<void> ModuleDecoder::header(Cursor &cursor) {
  uint8_t magic[4];
  if (!cursor.readRaw(magic, sizeof(magic)))
    return error(0, "unexpected end: no WebAssembly header");
  if (memcmp(magic, "\0asm", sizeof(magic)) != 0)
    return error(0, "magic header not detected");
  Result<uint32_t> version = cursor.readFixed32();
  if (!version)
    return error(4, "unexpected end: no WebAssembly version");
  if (*version != 1)
    return error(4, "unknown binary version ", *version);
  return {};
}

Result<void> ModuleDecoder::section(Cursor &cursor) {
  uint64_t start = cursor.offset();
  TRY_ASSIGN(uint8_t id, cursor.readByte());
  if (id >= kSectionCount)
    return error(start, "malformed section id ", id);
  TRY_ASSIGN(uint32_t size, cursor.readU32());
  TRY_ASSIGN(wasm::Bytes contents, cursor.readBytes(size));
  if (id == 0)
    return customSection(contents);
  const Section &section = kSections[id];
  if (section.position <= lastPosition_)
    return error(start, "unexpected content after last section: section ", id,
                 section.position == lastPosition_ ? " twice" : " out of order");
  lastPosition_ = section.position;
  Cursor inside = cursor.on(contents);
  TRY((this->*section.decode)(inside));
  if (!inside.atEnd())
    return error(inside.offset(), "section size mismatch: ", inside.remaining(),
                 " bytes left in section ", id);
  return {};
}

Result<void> ModuleDecoder::customSection(const wasm::Bytes &contents) {
  Cursor cursor(contents);
  wasm::CustomSection custom;
  TRY_ASSIGN(custom.name, cursor.readName());
  TRY_ASSIGN(custom.contents, cursor.readBytes(cursor.remaining()));
  module_.customSections.push_back(custom);
  return {};
}

Result<void> ModuleDecoder::checkCounts(uint64_t endOffset) {
  uint64_t defined = module_.functions.size() - module_.importedFunctions;
  if (bodyCount_ != defined)
    return error(codeOffset_.value_or(endOffset),
                 "function and code section have inconsistent lengths: ", defined, " functions, ",
                 bodyCount_, " bodies");
  if (module_.dataCount && *module_.dataCount != module_.datas.size())
    return error(endOffset,
                 "data count and data section have inconsistent lengths: ", *module_.dataCount,
                 " announced, ", module_.datas.size(), " there");
  return {};
}

Result<uint32_t> ModuleDecoder::count(Cursor &cursor, uint32_t limit, const char *what) {
  uint64_t start = cursor.offset();
  TRY_ASSIGN(uint32_t count, cursor.readCount());
  if (count > limit)
    return error(start, "too many ", what, ": ", count, ", at most ", limit);
  return count;
}

Result<wasm::Expression> ModuleDecoder::expression(Cursor &cursor) {
  Cursor start = cursor;
  EmptyVisitor visitor;
  OperatorReader<EmptyVisitor> reader(cursor, features_, visitor);
  // No block is allowed here, but saying so is for validation: this finds the matching `end`.
  for (uint64_t depth = 1; depth > 0;) {
    if (reader.atEnd())
      return reader.cursor().unexpectedEnd();
    TRY(reader.next());
    wasm::Immediate immediate = wasm::info(reader.op()).immediate;
    if (reader.op() == Op::end)
      --depth;
    else if (immediate == wasm::Immediate::block_type || immediate == wasm::Immediate::try_table)
      ++depth;
  }
  cursor = reader.cursor();
  return start.readBytes(cursor.offset() - start.offset());
}

} // namespace wasmc::decode
