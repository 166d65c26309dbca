#include "compiler/container/describe.h"

#include "compiler/container/blob.h"
#include "compiler/container/offset_map.h"
#include "compiler/container/segments.h"
#include "wasmc/abi/version.h"

#include <llvm/IR/Constants.h>

#include <algorithm>
#include <numeric>

namespace wasmc::container {

using namespace llvm;

namespace {

template <size_t N> void copyText(char (&to)[N], std::string_view text) {
  std::memset(to, 0, N);
  text.copy(to, N - 1);
}

template <size_t N> void copyText(uint8_t (&to)[N], std::string_view text) {
  std::memset(to, 0, N);
  std::ranges::copy(text.substr(0, N), to);
}

// Fills the blob section by section; `header_` is written last.
class Describer {
public:
  explicit Describer(const Description &description) : d_(description), m_(description.module) {}

  Blob build();

private:
  void putConstants();
  void putEntryPoints();
  void putTypes();
  void putImportsAndExports();
  void putFunctions();
  void putMemoriesTablesGlobals();
  void reserveCode();
  void fillCode();
  void putNames();

  const Description &d_;
  const wasm::Module &m_;
  wasmc_image_header header_{};
  Blob blob_;
};

void Describer::putConstants() {
  copyText(header_.magic, WASMC_IMAGE_MAGIC);
  header_.abi_version = WASMC_ABI_VERSION;
  header_.header_size = sizeof(header_);
  header_.machine = d_.facts.elfMachine;
  header_.page_size = d_.facts.pageSize;
  std::copy_n(d_.cpuFeatureBits, 2, header_.cpu_features);
  copyText(header_.compiler, "wasmc " WASMC_VERSION_STRING);
  copyText(header_.target, d_.facts.triple);
  copyText(header_.cpu, d_.cpu);
  header_.optimization_level = d_.optimizationLevel;
  header_.memory_guard_below = WASMC_MEMORY_GUARD_BELOW;
  header_.memory_reservation = WASMC_MEMORY_RESERVATION;
  header_.memory_guard_above = WASMC_MEMORY_GUARD_ABOVE;
  header_.host_stack_headroom = WASMC_HOST_STACK_HEADROOM;
  header_.stack_probe_size = WASMC_STACK_PROBE_SIZE;
  header_.layout = d_.layout.offsets;
  header_.start_function = m_.start ? m_.start->value : WASMC_NO_INDEX;
  auto exportsFunction = [&](std::string_view name) {
    return std::ranges::any_of(m_.exports, [&](const wasm::Export &e) {
      return e.kind == wasm::ExternKind::function && e.name == name;
    });
  };
  if (exportsFunction("_initialize") && !exportsFunction("_start"))
    header_.flags |= WASMC_IMAGE_FLAG_WASI_REACTOR;
  if (d_.profile != nullptr && d_.profile->isCounted)
    std::ranges::copy(d_.profile->moduleHash, header_.module_hash);
  if (d_.options.boundsChecks)
    header_.flags |= WASMC_IMAGE_FLAG_BOUNDS_CHECKS;
}

void Describer::putEntryPoints() {
  // The header itself is written at the end; its one hole is made here because holes ascend.
  blob_.reserve<wasmc_image_header>();
  if (d_.hasInitialize)
    blob_.link(offsetof(wasmc_image_header, initialize), wasm::kInitializeSymbol);
}

void Describer::putTypes() {
  std::vector<uint32_t> values;
  header_.types = blob_.reserveTable<wasmc_type>(m_.types.size());
  for (uint32_t t = 0; t < header_.types.count; ++t) {
    const wasm::SubType &type = m_.types[t];
    const wasm::RecGroup &group = m_.recGroups[m_.recGroupOfType[t]];
    wasmc_type entry{};
    entry.kind = static_cast<uint8_t>(type.kind);
    entry.flags = type.isFinal ? WASMC_TYPE_FLAG_FINAL : 0;
    entry.supertype = type.supertypes.empty() ? WASMC_NO_INDEX : type.supertypes[0].value;
    entry.group_start = group.first.value;
    entry.group_size = group.count;
    entry.values = static_cast<uint32_t>(values.size());
    entry.param_count = static_cast<uint32_t>(type.params.size() + type.fields.size());
    entry.result_count = static_cast<uint32_t>(type.results.size());
    for (wasm::ValueType v : type.params)
      values.push_back(v.bits());
    for (wasm::ValueType v : type.results)
      values.push_back(v.bits());
    for (const wasm::FieldType &field : type.fields)
      values.push_back(field.type.bits() | (field.isMutable ? WASMC_VALUE_MUTABLE_BIT : 0));
    blob_.putEntry(header_.types, t, entry);
    if (d_.thunks.entry[t])
      blob_.link(Blob::fieldOf<wasmc_type>(header_.types, t, offsetof(wasmc_type, entry_thunk)),
                 wasm::entryThunkSymbol(type));
    if (d_.thunks.host[t])
      blob_.link(Blob::fieldOf<wasmc_type>(header_.types, t, offsetof(wasmc_type, host_thunk)),
                 wasm::hostThunkSymbol(type));
  }
  header_.value_types = blob_.append(values);
}

void Describer::putImportsAndExports() {
  std::vector<wasmc_import> imports;
  imports.reserve(m_.imports.size());
  for (const wasm::Import &i : m_.imports)
    imports.push_back(
        {blob_.append(i.module), blob_.append(i.name), static_cast<uint32_t>(i.kind), i.index});
  header_.imports = blob_.append(imports);

  std::vector<wasmc_export> exports;
  exports.reserve(m_.exports.size());
  for (const wasm::Export &e : m_.exports)
    exports.push_back({blob_.append(e.name), static_cast<uint32_t>(e.kind), e.index});
  header_.exports = blob_.append(exports);

  std::vector<uint32_t> order(m_.exports.size());
  std::iota(order.begin(), order.end(), 0u);
  std::ranges::sort(order, {}, [&](uint32_t e) { return m_.exports[e].name; });
  header_.export_order = blob_.append(order);
}

void Describer::putFunctions() {
  header_.functions = blob_.reserveTable<wasmc_function>(m_.functions.size());
  for (uint32_t f = 0; f < header_.functions.count; ++f) {
    wasm::FunctionIndex index(f);
    blob_.putEntry(header_.functions, f,
                   wasmc_function{m_.functions[f].type.value, 0, d_.layout.recordOfFunction[f]});
    if (!m_.isImported(index))
      blob_.link(
          Blob::fieldOf<wasmc_function>(header_.functions, f, offsetof(wasmc_function, code)),
          wasm::functionSymbol(index));
  }
  std::vector<uint32_t> records;
  records.reserve(d_.layout.records.size());
  for (wasm::FunctionIndex f : d_.layout.records)
    records.push_back(f.value);
  header_.function_records = blob_.append(records);
}

void Describer::putMemoriesTablesGlobals() {
  std::vector<wasmc_memory_type> memories;
  memories.reserve(m_.memories.size());
  for (const wasm::Memory &memory : m_.memories) {
    const wasm::MemoryType &type = memory.type;
    uint32_t flags = (type.is64 ? WASMC_LIMITS_FLAG_64 : 0) |
                     (type.isShared ? WASMC_LIMITS_FLAG_SHARED : 0) |
                     (isChecked(type, d_.options) ? WASMC_MEMORY_FLAG_CHECKED : 0);
    memories.push_back({type.limits.min, type.limits.max, flags, type.pageSizeLog2});
  }
  header_.memories = blob_.append(memories);

  std::vector<wasmc_table_type> tables;
  tables.reserve(m_.tables.size());
  for (const wasm::Table &table : m_.tables)
    tables.push_back({table.type.limits.min, table.type.limits.max,
                      table.type.is64 ? WASMC_LIMITS_FLAG_64 : 0, table.type.element.bits()});
  header_.tables = blob_.append(tables);

  std::vector<wasmc_global_type> globals;
  globals.reserve(m_.globals.size());
  for (size_t g = 0; g < m_.globals.size(); ++g)
    globals.push_back({m_.globals[g].type.type.bits(), m_.globals[g].type.isMutable ? 1u : 0u,
                       d_.layout.globals[g]});
  header_.globals = blob_.append(globals);

  std::vector<uint32_t> tags;
  tags.reserve(m_.tags.size());
  for (const wasm::TagType &tag : m_.tags)
    tags.push_back(tag.type.value);
  header_.tags = blob_.append(tags);
}

void Describer::reserveCode() {
  header_.code_ranges = blob_.reserveTable<wasmc_code_range>(d_.code.size());
  for (uint32_t r = 0; r < header_.code_ranges.count; ++r)
    blob_.link(
        Blob::fieldOf<wasmc_code_range>(header_.code_ranges, r, offsetof(wasmc_code_range, text)),
        d_.code[r].anchor, -static_cast<int64_t>(d_.code[r].anchorOffset));
}

void Describer::fillCode() {
  for (uint32_t r = 0; r < header_.code_ranges.count; ++r) {
    OffsetMap map = packOffsets(d_.code[r].offsets);
    blob_.putEntry(header_.code_ranges, r,
                   wasmc_code_range{0, d_.code[r].textSize, blob_.append(map.blocks),
                                    blob_.append(map.deltas)});
  }
}

void Describer::putNames() {
  header_.module_name = blob_.append(m_.moduleName);
  header_.source_name = blob_.append(d_.sourceName);
  if (m_.functionNames.empty())
    return;
  std::vector<wasmc_string> names(m_.functions.size());
  for (size_t f = 0; f < names.size() && f < m_.functionNames.size(); ++f)
    names[f] = blob_.append(m_.functionNames[f]);
  header_.function_names = blob_.append(names);
}

Blob Describer::build() {
  // What every start reads comes first and close together: a page that is touched costs more than
  // a system call.
  putConstants();
  putEntryPoints();
  putTypes();
  putImportsAndExports();
  putMemoriesTablesGlobals();
  header_.element_segments = reserveElements(blob_, m_);
  header_.data_segments = reserveData(blob_, m_);
  header_.image_chunks = appendChunks(blob_, d_.image);
  reserveCode();
  // What grows with the module, by how likely it is to be read.
  putFunctions();
  fillElements(blob_, header_.element_segments, m_, d_.layout);
  fillData(blob_, header_.data_segments, m_, d_.image);
  fillCode();
  putNames();
  blob_.put(0, header_);
  return std::move(blob_);
}

// The difference between a symbol's address + addend and that of `from`, in 32 bits.
Constant *distanceTo(Module &module, GlobalVariable &from, const std::string &name,
                     int64_t addend = 0) {
  LLVMContext &context = module.getContext();
  llvm::Type *i64 = llvm::Type::getInt64Ty(context);
  GlobalVariable *symbol = module.getNamedGlobal(name);
  if (symbol == nullptr) {
    module.getOrInsertGlobal(name, llvm::Type::getInt8Ty(context));
    symbol = module.getNamedGlobal(name);
    symbol->setConstant(true);
    symbol->setVisibility(GlobalValue::HiddenVisibility);
    symbol->setDSOLocal(true);
  }
  Constant *target = ConstantExpr::getAdd(ConstantExpr::getPtrToInt(symbol, i64),
                                          ConstantInt::getSigned(i64, addend));
  Constant *distance = ConstantExpr::getSub(target, ConstantExpr::getPtrToInt(&from, i64));
  return ConstantExpr::getTrunc(distance, llvm::Type::getInt32Ty(context));
}

Constant *bytesConstant(LLVMContext &context, std::span<const uint8_t> bytes) {
  return ConstantDataArray::get(context, ArrayRef<uint8_t>(bytes.data(), bytes.size()));
}

// A packed struct type of byte runs with an i32 for each hole between them.
StructType *blobType(LLVMContext &context, const Blob &blob) {
  llvm::Type *byte = llvm::Type::getInt8Ty(context);
  std::vector<llvm::Type *> fields;
  size_t at = 0;
  for (const Blob::Hole &hole : blob.holes()) {
    fields.push_back(ArrayType::get(byte, hole.offset - at));
    fields.push_back(llvm::Type::getInt32Ty(context));
    at = hole.offset + sizeof(uint32_t);
  }
  fields.push_back(ArrayType::get(byte, blob.bytes().size() - at));
  return StructType::get(context, fields, /*isPacked=*/true);
}

void defineBlob(Module &module, const Blob &blob, const std::string &symbol) {
  LLVMContext &context = module.getContext();
  StructType *type = blobType(context, blob);
  auto *header =
      new GlobalVariable(module, type, true, GlobalValue::ExternalLinkage, nullptr, symbol);
  // Visible: it is how a program finds the module that it links.
  header->setDSOLocal(true);
  header->setSection(kHeaderSection);
  header->setAlignment(Align(16));
  std::span<const uint8_t> bytes = blob.bytes();
  std::vector<Constant *> fields;
  size_t at = 0;
  for (const Blob::Hole &hole : blob.holes()) {
    fields.push_back(bytesConstant(context, bytes.subspan(at, hole.offset - at)));
    // What stands in the hole already is the addend's place in no format we use: always 0.
    fields.push_back(distanceTo(module, *header, hole.symbol, hole.addend));
    at = hole.offset + sizeof(uint32_t);
  }
  fields.push_back(bytesConstant(context, bytes.subspan(at)));
  header->setInitializer(ConstantStruct::get(type, fields));
}

// The chunks, each under the symbol that its table entry is linked to.
void defineImage(Module &module, const wasm::DataImage &image, uint32_t pageSize) {
  for (size_t k = 0; k < image.chunks.size(); ++k) {
    Constant *bytes = bytesConstant(module.getContext(), image.chunks[k].bytes);
    auto *chunk = new GlobalVariable(module, bytes->getType(), true, GlobalValue::ExternalLinkage,
                                     nullptr, "");
    if (GlobalVariable *declared = module.getNamedGlobal(chunkSymbol(k))) {
      declared->replaceAllUsesWith(chunk);
      declared->eraseFromParent();
    }
    chunk->setName(chunkSymbol(k));
    chunk->setInitializer(bytes);
    chunk->setVisibility(GlobalValue::HiddenVisibility);
    chunk->setDSOLocal(true);
    chunk->setSection(kImageSection);
    chunk->setAlignment(Align(pageSize));
  }
}

// The data of a table that never changes (wasm/call_table.h).
void defineCallTable(Module &module, wasm::TableIndex index, const wasm::CallTable &table) {
  llvm::Type *i32 = llvm::Type::getInt32Ty(module.getContext());
  auto *type = ArrayType::get(i32, 2 * table.elements.size());
  auto *data = new GlobalVariable(module, type, true, GlobalValue::ExternalLinkage, nullptr,
                                  wasm::callTableSymbol(index));
  std::vector<Constant *> words;
  for (const wasm::CallTable::Element &element : table.elements) {
    words.push_back(ConstantInt::get(i32, element.type));
    words.push_back(element.type == wasm::CallTable::kNull
                        ? ConstantInt::get(i32, 0)
                        : distanceTo(module, *data, wasm::functionSymbol(element.function)));
  }
  data->setInitializer(ConstantArray::get(type, words));
  data->setVisibility(GlobalValue::HiddenVisibility);
  data->setDSOLocal(true);
  data->setAlignment(Align(wasm::kCallTableElementSize));
}

} // namespace

std::unique_ptr<Module> describe(const Description &description, LLVMContext &context) {
  auto module = std::make_unique<Module>("description", context);
  module->setTargetTriple(Triple(description.facts.triple));
  module->setDataLayout(description.facts.dataLayout);
  defineBlob(*module, Describer(description).build(), description.headerSymbol);
  defineImage(*module, description.image, description.facts.pageSize);
  for (uint32_t t = 0; t < description.callTables.size(); ++t)
    if (const auto &table = description.callTables[t])
      defineCallTable(*module, wasm::TableIndex(t), *table);
  return module;
}

} // namespace wasmc::container
