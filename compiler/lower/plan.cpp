#include "compiler/lower/plan.h"

#include "compiler/lower/call_table.h"
#include "compiler/lower/constant.h"

#include <algorithm>
#include <cstring>

namespace wasmc::lower {

namespace {

// Spec 3.5.16: the functions that occur outside of function bodies, which are the only ones that
// ref.func may name inside.
std::vector<wasm::FunctionIndex> referencedFunctions(const wasm::Module &module) {
  std::vector<wasm::FunctionIndex> references;
  for (const wasm::Export &e : module.exports)
    if (e.kind == wasm::ExternKind::function)
      references.emplace_back(e.index);
  for (const wasm::ElementSegment &segment : module.elements) {
    references.insert(references.end(), segment.functions.begin(), segment.functions.end());
    for (const wasm::Expression &expression : segment.expressions)
      collectReferences(expression, references);
  }
  for (size_t g = module.importedGlobals; g < module.globals.size(); ++g)
    collectReferences(module.globals[g].init, references);
  for (const wasm::Table &table : module.tables)
    if (table.init)
      collectReferences(*table.init, references);
  return references;
}

bool isZero(const wasm::Expression &expression) {
  KnownConstant constant = readConstant(expression);
  return constant.kind == KnownConstant::Kind::null ||
         (constant.kind == KnownConstant::Kind::integer && constant.integer == 0);
}

bool isComputed(const wasm::ElementSegment &segment) {
  return std::ranges::any_of(segment.expressions, [](const wasm::Expression &expression) {
    return readConstant(expression).kind == KnownConstant::Kind::unknown;
  });
}

// --- the data image ---

// Segments further apart than this become chunks of their own, so that two bytes at both ends of a
// memory do not make a file of its size.
constexpr uint64_t kMaxGap = 1 << 16;

struct PlacedSegment {
  uint64_t start;
  std::span<const uint8_t> bytes;
};

// A segment can be laid out beforehand when nothing can be seen to happen before it is copied:
// its memory is our own, and it surely lies within the memory's first size.
std::optional<PlacedSegment> placeSegment(const wasm::Module &module,
                                          const wasm::DataSegment &segment) {
  if (segment.mode != wasm::SegmentMode::active || segment.memory.value < module.importedMemories)
    return std::nullopt;
  const wasm::MemoryType &type = module.memories[segment.memory.value].type;
  KnownConstant start = readConstant(segment.start);
  if (start.kind != KnownConstant::Kind::integer || type.pageSizeLog2 != 16)
    return std::nullopt;
  uint64_t size = type.limits.min << 16;
  if (start.integer > size || segment.bytes.data.size() > size - start.integer)
    return std::nullopt;
  return PlacedSegment{start.integer, segment.bytes.data};
}

void addToChunks(std::vector<wasm::DataImage::Chunk> &chunks, wasm::MemoryIndex memory,
                 uint64_t first, uint64_t last, const std::vector<PlacedSegment> &segments,
                 uint64_t page) {
  wasm::DataImage::Chunk chunk;
  chunk.memory = memory;
  chunk.destination = first / page * page;
  chunk.bytes.resize((last - chunk.destination + page - 1) / page * page);
  // In the order of the module: later segments overwrite earlier ones.
  for (const PlacedSegment &segment : segments)
    if (segment.start >= first && segment.start < last)
      std::memcpy(chunk.bytes.data() + (segment.start - chunk.destination), segment.bytes.data(),
                  segment.bytes.size());
  chunks.push_back(std::move(chunk));
}

void layOutMemory(std::vector<wasm::DataImage::Chunk> &chunks, wasm::MemoryIndex memory,
                  const std::vector<PlacedSegment> &segments, uint64_t page) {
  std::vector<PlacedSegment> sorted;
  for (const PlacedSegment &segment : segments)
    if (!segment.bytes.empty())
      sorted.push_back(segment);
  std::ranges::sort(sorted, {}, &PlacedSegment::start);
  for (size_t k = 0; k < sorted.size();) {
    uint64_t first = sorted[k].start;
    uint64_t last = first + sorted[k].bytes.size();
    // The gap is measured in whole pages, so that no two chunks share one.
    for (++k; k < sorted.size() && sorted[k].start / page * page <= last + kMaxGap; ++k)
      last = std::max(last, sorted[k].start + sorted[k].bytes.size());
    addToChunks(chunks, memory, first, last, segments, page);
  }
}

// Whether code of this module can run, or its memory be seen, before the data segments are copied:
// an active element segment may put a function into an imported table and a later one trap.
bool isSeenBeforeData(const wasm::Module &module) {
  return std::ranges::any_of(module.elements, [&](const wasm::ElementSegment &segment) {
    return segment.mode == wasm::SegmentMode::active && segment.table.value < module.importedTables;
  });
}

wasm::DataImage layOutData(const wasm::Module &module, uint64_t page) {
  wasm::DataImage image;
  image.covered.assign(module.datas.size(), false);
  if (isSeenBeforeData(module))
    return image;
  std::vector<std::vector<PlacedSegment>> byMemory(module.memories.size());
  for (size_t s = 0; s < module.datas.size(); ++s) {
    std::optional<PlacedSegment> placed = placeSegment(module, module.datas[s]);
    // Segments are copied in order: what comes after one that is left to run time must wait for it.
    if (!placed && module.datas[s].mode == wasm::SegmentMode::active)
      break;
    if (!placed)
      continue;
    image.covered[s] = true;
    byMemory[module.datas[s].memory.value].push_back(*placed);
  }
  for (uint32_t m = 0; m < byMemory.size(); ++m)
    layOutMemory(image.chunks, wasm::MemoryIndex(m), byMemory[m], page);
  return image;
}

// A fresh context holds zeros, and what the image covers is there already.
bool needsInitialize(const wasm::Module &module, const wasm::DataImage &image) {
  if (module.start)
    return true;
  for (size_t g = module.importedGlobals; g < module.globals.size(); ++g)
    if (!isZero(module.globals[g].init))
      return true;
  for (const wasm::Table &table : module.tables)
    if (table.init)
      return true;
  for (const wasm::ElementSegment &segment : module.elements)
    if (segment.mode == wasm::SegmentMode::active || isComputed(segment))
      return true;
  for (size_t s = 0; s < module.datas.size(); ++s)
    if (module.datas[s].mode == wasm::SegmentMode::active && !image.covered[s])
      return true;
  return false;
}

} // namespace

ModulePlan planModule(const wasm::ValidatedModule &validated, const wasm::TableUses &tableUses,
                      const wasm::TargetFacts &facts, const wasm::CodeOptions &options,
                      const wasm::Profile *profile) {
  const wasm::Module &module = *validated;
  std::vector<wasm::FunctionIndex> referenced = referencedFunctions(module);
  std::vector<bool> computed;
  for (const wasm::ElementSegment &segment : module.elements)
    computed.push_back(isComputed(segment));
  uint32_t counters = profile != nullptr && profile->isCounted ? profile->counterCount : 0;
  ModulePlan plan{options, wasm::computeInstanceLayout(module, referenced, computed, counters),
                  layOutData(module, facts.pageSize), wasm::thunkNeeds(module, referenced),
                  findCallTables(module, tableUses, options)};
  plan.profile = profile;
  plan.hasInitialize = needsInitialize(module, plan.image);
  return plan;
}

} // namespace wasmc::lower
