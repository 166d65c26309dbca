// What is known of a module while its text is read: index spaces, types, sections so far.
#ifndef WASMC_COMPILER_TEXT_MODULE_STATE_H
#define WASMC_COMPILER_TEXT_MODULE_STATE_H

#include "compiler/text/byte_writer.h"
#include "compiler/wasm/types.h"

#include <array>
#include <span>
#include <unordered_map>

namespace wasmc::text {

// The names of an index space (spec 6.3.6).
class IndexSpace {
public:
  // `what` names an item in messages.
  explicit IndexSpace(const char *what) : what_(what) {}

  uint32_t size() const { return size_; }
  // Gives the next indices to items without a name.
  void defineUnnamed(uint32_t count) { size_ += count; }
  // Gives the next index to an item. "duplicate function $f" at `offset` when the name is taken.
  Result<uint32_t> define(std::optional<std::string> name, uint32_t offset);
  // The index of a name; "unknown function $f" at `offset` when there is none.
  Result<uint32_t> find(const std::string &name, uint32_t offset) const;

private:
  const char *what_;
  uint32_t size_ = 0;
  std::unordered_map<std::string, uint32_t> indices_;
};

struct FunctionType {
  std::vector<wasm::ValueType> params;
  std::vector<wasm::ValueType> results;
};

// An entry of the type index space.
struct TextType {
  wasm::CompositeKind kind = wasm::CompositeKind::function;
  // function:
  uint32_t parameters = 0;
  std::string signature; // binary encoding of parameters and results: equal iff the types are
  // struct:
  IndexSpace fields{"field"};
};

// Items of one section.
struct Section {
  uint32_t count = 0;
  ByteWriter items;

  // Starts an item that comes from this place of the text.
  ByteWriter &add(uint32_t text) {
    ++count;
    items.mark(text);
    return items;
  }
};

// Sections by their ids in the binary format (spec 5.5.2).
enum class SectionId : uint8_t {
  custom,
  type,
  import,
  function,
  table,
  memory,
  global,
  export_,
  start,
  element,
  code,
  data,
  data_count,
  tag,
};
inline constexpr size_t kSectionIds = 14;

// The order of the known sections in a binary module.
inline constexpr std::array kSectionOrder = {
    SectionId::type,   SectionId::import,  SectionId::function,   SectionId::table,
    SectionId::memory, SectionId::tag,     SectionId::global,     SectionId::export_,
    SectionId::start,  SectionId::element, SectionId::data_count, SectionId::code,
    SectionId::data,
};

// From `(@custom "name" (before section) "contents")`.
struct CustomSection {
  std::string name;
  std::string contents;
  uint32_t text = 0;
  // 2 * position in kSectionOrder of the section it stands before, one more to stand after it.
  uint32_t place = 0;
};

// From `(@metadata.code.branch_hint "\00")`.
struct BranchHint {
  uint64_t offset = 0; // of the instruction, from the start of the function's locals
  uint8_t isLikely = 0;
};
struct FunctionHints {
  uint32_t function = 0;
  std::vector<BranchHint> hints;
};

struct NamedItem {
  uint32_t index = 0;
  std::string name;
};
struct LocalNames {
  uint32_t function = 0;
  std::vector<NamedItem> names;
};

struct ModuleState {
  IndexSpace types{"type"};
  IndexSpace functions{"function"};
  IndexSpace tables{"table"};
  IndexSpace memories{"memory"};
  IndexSpace globals{"global"};
  IndexSpace tags{"tag"};
  IndexSpace elements{"elem segment"};
  IndexSpace datas{"data segment"};

  // The explicit types, then those that type uses imply.
  std::vector<TextType> definedTypes;
  // Signature -> first type that is such a function type and nothing else (spec 6.6.5: final,
  // without supertypes, alone in its group).
  std::unordered_map<std::string, uint32_t> plainFunctionTypes;

  std::array<Section, kSectionIds> sections;
  Section &section(SectionId id) { return sections[static_cast<size_t>(id)]; }

  bool usesDataCount = false; // an instruction names a data segment
  std::vector<CustomSection> customSections;
  std::vector<FunctionHints> branchHints;
  std::string moduleName;
  std::vector<NamedItem> functionNames;
  std::vector<LocalNames> localNames;
};

// Puts the sections together (spec 5.5.16).
BinaryModule assemble(ModuleState &&state);

} // namespace wasmc::text

#endif
