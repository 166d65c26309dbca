#include "compiler/text/module_state.h"

#include <algorithm>

namespace wasmc::text {

Result<uint32_t> IndexSpace::define(std::optional<std::string> name, uint32_t offset) {
  uint32_t index = size_++;
  if (name) {
    auto [entry, isNew] = indices_.emplace(std::move(*name), index);
    if (!isNew)
      return error(offset, "duplicate ", what_, " $", entry->first);
  }
  return index;
}

Result<uint32_t> IndexSpace::find(const std::string &name, uint32_t offset) const {
  auto found = indices_.find(name);
  if (found == indices_.end())
    return error(offset, "unknown ", what_, " $", name);
  return found->second;
}

namespace {

void writeSection(ByteWriter &module, SectionId id, const ByteWriter &contents) {
  module.byte(static_cast<uint8_t>(id));
  module.sized(contents);
}

void writeCustomSection(ByteWriter &module, std::string_view name, const ByteWriter &contents) {
  ByteWriter section;
  section.name(name);
  section.append(contents);
  writeSection(module, SectionId::custom, section);
}

void writeCustomSections(ByteWriter &module, const ModuleState &state, uint32_t place) {
  for (const CustomSection &custom : state.customSections) {
    if (custom.place != place)
      continue;
    module.mark(custom.text);
    ByteWriter contents;
    contents.raw(custom.contents);
    writeCustomSection(module, custom.name, contents);
  }
}

void writeNameMap(ByteWriter &to, const std::vector<NamedItem> &names) {
  to.unsignedLeb(names.size());
  for (const NamedItem &item : names) {
    to.unsignedLeb(item.index);
    to.name(item.name);
  }
}

void writeSubsection(ByteWriter &section, uint8_t id, const ByteWriter &contents) {
  section.byte(id);
  section.sized(contents);
}

// The name section (spec, appendix "Custom Sections").
void writeNames(ByteWriter &module, const ModuleState &state) {
  constexpr uint8_t kModule = 0;
  constexpr uint8_t kFunctions = 1;
  constexpr uint8_t kLocals = 2;
  ByteWriter section;
  if (!state.moduleName.empty()) {
    ByteWriter name;
    name.name(state.moduleName);
    writeSubsection(section, kModule, name);
  }
  if (!state.functionNames.empty()) {
    ByteWriter functions;
    writeNameMap(functions, state.functionNames);
    writeSubsection(section, kFunctions, functions);
  }
  if (!state.localNames.empty()) {
    ByteWriter locals;
    locals.unsignedLeb(state.localNames.size());
    for (const LocalNames &function : state.localNames) {
      locals.unsignedLeb(function.function);
      writeNameMap(locals, function.names);
    }
    writeSubsection(section, kLocals, locals);
  }
  if (section.size() > 0)
    writeCustomSection(module, "name", section);
}

// Must stand before the code section.
void writeBranchHints(ByteWriter &module, const ModuleState &state) {
  if (state.branchHints.empty())
    return;
  ByteWriter contents;
  contents.unsignedLeb(state.branchHints.size());
  for (const FunctionHints &function : state.branchHints) {
    contents.unsignedLeb(function.function);
    contents.unsignedLeb(function.hints.size());
    for (const BranchHint &hint : function.hints) {
      contents.unsignedLeb(hint.offset);
      contents.unsignedLeb(1); // bytes of the hint
      contents.byte(hint.isLikely);
    }
  }
  writeCustomSection(module, "metadata.code.branch_hint", contents);
}

void writeKnownSection(ByteWriter &module, const ModuleState &state, SectionId id) {
  const Section &section = state.sections[static_cast<size_t>(id)];
  ByteWriter contents;
  switch (id) {
  case SectionId::start:
    if (section.count == 0)
      return;
    break;
  case SectionId::data_count:
    if (!state.usesDataCount)
      return;
    contents.unsignedLeb(state.sections[static_cast<size_t>(SectionId::data)].count);
    break;
  default:
    if (section.count == 0)
      return;
    contents.unsignedLeb(section.count);
  }
  contents.append(section.items);
  writeSection(module, id, contents);
}

} // namespace

BinaryModule assemble(ModuleState &&state) {
  constexpr std::string_view kHeader("\0asm\1\0\0\0", 8);
  ByteWriter module;
  module.raw(kHeader);
  uint32_t place = 0;
  for (SectionId id : kSectionOrder) {
    writeCustomSections(module, state, place++);
    if (id == SectionId::code)
      writeBranchHints(module, state);
    writeKnownSection(module, state, id);
    writeCustomSections(module, state, place++);
  }
  writeNames(module, state);
  return std::move(module).take();
}

} // namespace wasmc::text
