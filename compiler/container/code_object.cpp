#include "compiler/container/code_object.h"

#include "compiler/wasm/symbols.h"

#include <llvm/DebugInfo/DWARF/DWARFContext.h>
#include <llvm/Object/ELFObjectFile.h>

#include <algorithm>

namespace wasmc::container {

using namespace llvm;

namespace {

// llvm::Error ends here.
std::unexpected<wasmc::Error> asError(llvm::Error problem) {
  return error(wasmc::Error::kNoOffset,
               "cannot read back the object: ", llvm::toString(std::move(problem)));
}

// Function symbols that are Wasm functions; thunks carry other prefixes.
bool isWasmFunction(StringRef name) {
  return name.starts_with("wf_") || name.starts_with("wi_");
}

struct FunctionRange {
  uint32_t start;
  bool isWasm;
};

Result<std::vector<FunctionRange>> readSymbols(const object::ObjectFile &file,
                                               const object::SectionRef &text, CodeObject &result) {
  std::vector<FunctionRange> ranges;
  for (const object::SymbolRef &symbol : file.symbols()) {
    auto section = symbol.getSection();
    auto type = symbol.getType();
    auto name = symbol.getName();
    auto value = symbol.getValue();
    if (!section || !type || !name || !value)
      return asError(joinErrors(joinErrors(section.takeError(), type.takeError()),
                                joinErrors(name.takeError(), value.takeError())));
    if (*section == file.section_end() || **section != text ||
        *type != object::SymbolRef::ST_Function)
      continue;
    ranges.push_back({static_cast<uint32_t>(*value), isWasmFunction(*name)});
    // Internal symbols are not visible to the object that describes the module.
    auto flags = symbol.getFlags();
    if (flags && (*flags & object::SymbolRef::SF_Global) != 0 && result.anchor.empty()) {
      result.anchor = name->str();
      result.anchorOffset = static_cast<uint32_t>(*value);
    }
  }
  std::ranges::sort(ranges, {}, &FunctionRange::start);
  return ranges;
}

// Where in the input lines of a file count from: the start of the function it is named for, or of
// the input.
uint64_t startOf(StringRef file, const wasm::Module &module) {
  uint32_t index = 0;
  if (!file.consume_front(wasm::kFunctionSymbolPrefix) || file.getAsInteger(10, index))
    return 0;
  assert(index < module.functions.size() && "lowering made the name");
  return module.functions[index].bodyOffset;
}

// By number of the file in the line table.
std::vector<uint64_t> startsOf(const DWARFDebugLine::LineTable &table, const wasm::Module &module) {
  std::vector<uint64_t> starts(table.Prologue.FileNames.size() + 1);
  for (uint64_t file = 1; file < starts.size(); ++file) {
    std::string name;
    if (table.getFileNameByIndex(file, "", DILineInfoSpecifier::FileLineInfoKind::RawValue, name))
      starts[file] = startOf(name, module);
  }
  return starts;
}

OffsetEntry entryOf(const DWARFDebugLine::Row &row, const std::vector<uint64_t> &starts) {
  auto pc = static_cast<uint32_t>(row.Address.Address);
  if (row.EndSequence || row.Line == 0)
    return {pc, 0};
  return {pc, static_cast<uint32_t>(starts[row.File] + row.Line - 1)};
}

void readLines(const object::ObjectFile &file, const wasm::Module &module,
               std::vector<OffsetEntry> &entries) {
  std::unique_ptr<DWARFContext> dwarf = DWARFContext::create(file);
  for (const auto &unit : dwarf->compile_units()) {
    const DWARFDebugLine::LineTable *table = dwarf->getLineTableForUnit(unit.get());
    if (table == nullptr)
      continue;
    std::vector<uint64_t> starts = startsOf(*table, module);
    for (const DWARFDebugLine::Row &row : table->Rows)
      entries.push_back(entryOf(row, starts));
  }
}

// Cuts thunks out: they have no line of their own and would inherit their neighbour's.
void clearThunks(const std::vector<FunctionRange> &ranges, uint32_t textSize,
                 std::vector<OffsetEntry> &entries) {
  for (size_t k = 0; k < ranges.size(); ++k) {
    if (ranges[k].isWasm)
      continue;
    uint32_t end = k + 1 < ranges.size() ? ranges[k + 1].start : textSize;
    std::erase_if(entries, [&](const OffsetEntry &entry) {
      return entry.pc >= ranges[k].start && entry.pc < end;
    });
    entries.push_back({ranges[k].start, 0});
  }
}

// One entry per change, sorted.
void tidy(std::vector<OffsetEntry> &entries) {
  std::ranges::sort(entries, [](const OffsetEntry &a, const OffsetEntry &b) {
    // A real offset at the same address wins over the end of the sequence before it.
    return a.pc != b.pc ? a.pc < b.pc : a.wasmOffset < b.wasmOffset;
  });
  std::vector<OffsetEntry> kept;
  for (const OffsetEntry &entry : entries) {
    if (!kept.empty() && kept.back().pc == entry.pc)
      kept.back() = entry;
    else if (kept.empty() || kept.back().wasmOffset != entry.wasmOffset)
      kept.push_back(entry);
  }
  entries = std::move(kept);
}

} // namespace

Result<CodeObject> readCodeObject(std::string_view bytes, const wasm::Module &module) {
  MemoryBufferRef buffer(StringRef(bytes.data(), bytes.size()), "object");
  auto file = object::ObjectFile::createELFObjectFile(buffer);
  if (!file)
    return asError(file.takeError());
  CodeObject result;
  for (const object::SectionRef &section : (*file)->sections()) {
    auto name = section.getName();
    if (!name)
      return asError(name.takeError());
    if (!section.isText() || section.getSize() == 0)
      continue;
    if (*name != ".text")
      return error(wasmc::Error::kNoOffset, "code in section ", StringRef(*name),
                   ", where the tables cannot describe it");
    result.textSize = static_cast<uint32_t>(section.getSize());
    TRY_ASSIGN(std::vector<FunctionRange> ranges, readSymbols(**file, section, result));
    readLines(**file, module, result.offsets);
    if (!result.offsets.empty())
      clearThunks(ranges, result.textSize, result.offsets);
    tidy(result.offsets);
  }
  return result;
}

} // namespace wasmc::container
