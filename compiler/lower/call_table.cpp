// Calls through tables that never change, which is what C and C++ programs have: instead of the
// table's element, the function's record in the context and three fields of that, each load waiting
// for the one before, one pair of numbers is read from constant data.
//
// Why this is safe: the data says what the table holds at every moment at which code of the
// instance runs, and its size never differs from the table's.
//   - Nobody outside can change the table: it is neither imported nor exported.
//   - No function of the module has an operator that writes to it or grows it.
//   - Instantiation fills it from active segments. All of the module's active segments lie, as
//     constants say, within the tables' first sizes, so none of them traps: what one of them gives
//     away in an imported table cannot be called when a later one was never written.
// The index is compared with the constant size, and the type with the one that the call expects,
// before anything that was read is used as code. Only types that are final are expected so: a
// function has such a type when its own is equal to it (spec 3.3), which within a module is a
// question of numbers; a type that may have subtypes goes the general way.
//
// Of a type of which the table has few functions, no code is read at all: the index itself says
// which of them it is, and any other index traps, by the same three questions in the same order.
#include "compiler/lower/call_table.h"

#include "compiler/lower/constant.h"
#include "compiler/lower/trap.h"
#include "compiler/wasm/symbols.h"

#include <llvm/IR/MDBuilder.h>

#include <algorithm>

namespace wasmc::lower {

using namespace llvm;

namespace {

// More elements than all segments write are not worth the data: a table of ten million nulls is a
// few bytes of Wasm.
constexpr uint64_t kElementsPerFunction = 4;
constexpr uint64_t kElements = 64;
// Each element costs the compiler some hundred bytes and the linker a relocation.
constexpr uint64_t kMaxElements = 1 << 18;
// More callees than this are looked for among the data. Six takes in the virtual calls of
// testsuite/bench's shapes, which has five kinds of nodes: it is neither faster nor slower for it.
// What gains is `sort`, with three callbacks.
constexpr size_t kFewIndices = 6;
// How much likelier any callee is than a trap.
constexpr uint32_t kCalleeWeight = 1 << 16;

// Where an active segment writes, when that is known and within the table's first size (an imported
// table has at least the size that its import declares).
std::optional<uint64_t> startOf(const wasm::Module &module, const wasm::ElementSegment &segment) {
  KnownConstant start = readConstant(segment.start);
  uint64_t size = module.tables[segment.table.value].type.limits.min;
  if (start.kind != KnownConstant::Kind::integer || start.integer > size ||
      segment.size() > size - start.integer)
    return std::nullopt;
  return start.integer;
}

// Element k of a segment; none when it is not known or no function of the module's own.
std::optional<wasm::CallTable::Element> elementOf(const wasm::Module &module,
                                                  const wasm::ElementSegment &segment, uint32_t k) {
  KnownConstant value;
  if (segment.isExpressions)
    value = readConstant(segment.expressions[k]);
  else
    value = {KnownConstant::Kind::function, 0, segment.functions[k]};
  if (value.kind == KnownConstant::Kind::null)
    return wasm::CallTable::Element{};
  if (value.kind != KnownConstant::Kind::function || module.isImported(value.function))
    return std::nullopt;
  wasm::TypeIndex type = module.functions[value.function.value].type;
  return wasm::CallTable::Element{module.canonicalTypes[type.value], value.function};
}

// Whether all elements of the segment are known.
bool fill(const wasm::Module &module, const wasm::ElementSegment &segment, wasm::CallTable &table) {
  uint64_t start = *startOf(module, segment);
  for (uint32_t k = 0; k < segment.size(); ++k) {
    std::optional<wasm::CallTable::Element> element = elementOf(module, segment, k);
    if (!element)
      return false;
    table.elements[start + k] = *element;
  }
  return true;
}

// How many elements the module's active segments write; none when one of them may trap.
std::optional<uint64_t> countWrites(const wasm::Module &module) {
  uint64_t writes = 0;
  for (const wasm::ElementSegment &segment : module.elements) {
    if (segment.mode != wasm::SegmentMode::active)
      continue;
    if (!startOf(module, segment))
      return std::nullopt;
    writes += segment.size();
  }
  return writes;
}

// By table index: whether the table is called through, ours alone and all nulls before the
// segments.
std::vector<bool> findCandidates(const wasm::Module &module, const wasm::TableUses &uses) {
  std::vector<bool> candidates(module.tables.size());
  for (const wasm::ElementSegment &segment : module.elements)
    if (segment.mode == wasm::SegmentMode::active && segment.size() != 0)
      candidates[segment.table.value] = true;
  for (uint32_t t = 0; t < candidates.size(); ++t)
    if (t < module.importedTables || uses.changed[t] || !uses.called[t] || module.tables[t].init)
      candidates[t] = false;
  for (const wasm::Export &e : module.exports)
    if (e.kind == wasm::ExternKind::table)
      candidates[e.index] = false;
  return candidates;
}

void findOnlyFunctions(wasm::CallTable &table) {
  for (const wasm::CallTable::Element &element : table.elements) {
    if (element.type == wasm::CallTable::kNull)
      continue;
    auto [known, isNew] = table.onlyFunctions.try_emplace(element.type, element.function);
    if (!isNew && known->second && known->second->value != element.function.value)
      known->second.reset();
  }
}

void findFewIndices(wasm::CallTable &table) {
  std::map<uint32_t, std::vector<uint32_t>> indices;
  for (uint32_t k = 0; k < table.elements.size(); ++k)
    if (table.elements[k].type != wasm::CallTable::kNull)
      indices[table.elements[k].type].push_back(k);
  for (auto &[type, ofType] : indices)
    if (ofType.size() <= kFewIndices)
      table.fewIndices.emplace(type, std::move(ofType));
}

GlobalVariable *declareData(ModuleContext &module, wasm::TableIndex table) {
  std::string symbol = wasm::callTableSymbol(table);
  if (GlobalVariable *existing = module.module.getNamedGlobal(symbol))
    return existing;
  uint64_t size = module.callTables[table.value]->elements.size() * wasm::kCallTableElementSize;
  auto *data =
      new GlobalVariable(module.module, ArrayType::get(llvm::Type::getInt8Ty(module.llvm()), size),
                         /*isConstant=*/true, GlobalValue::ExternalLinkage, nullptr, symbol);
  data->setVisibility(GlobalValue::HiddenVisibility);
  data->setDSOLocal(true);
  data->setAlignment(Align(wasm::kCallTableElementSize));
  return data;
}

// Where the data says what is at an index that the table has.
Value *elementAddress(FunctionBuilder &b, GlobalVariable *data, Value *at) {
  return b.CreatePtrAdd(data,
                        b.CreateMul(at, b.getInt64(wasm::kCallTableElementSize), "", true, true),
                        "", GEPNoWrapFlags::inBounds());
}

void emitSizeCheck(FunctionBuilder &b, const wasm::CallTable &table, Value *at) {
  emitTrapIf(b, b.CreateICmpUGE(at, b.getInt64(table.elements.size())),
             WASMC_TRAP_undefined_element);
}

void emitTypeTrap(FunctionBuilder &b, Value *actual) {
  emitTrapIf(b, b.CreateICmpEQ(actual, b.getInt32(wasm::CallTable::kNull)),
             WASMC_TRAP_uninitialized_element);
  emitTrap(b, WASMC_TRAP_indirect_call_type_mismatch);
}

// What one of the callees returned, and where it did.
struct Outcome {
  Values results;
  BasicBlock *block;
};

// In the block after a choice: the results of whichever was chosen.
Values joinResults(FunctionBuilder &b, std::span<const Outcome> outcomes) {
  Values joined;
  for (size_t k = 0; k < outcomes.front().results.size(); ++k) {
    PHINode *result = b.CreatePHI(outcomes.front().results[k]->getType(), outcomes.size());
    for (const Outcome &outcome : outcomes)
      result->addIncoming(outcome.results[k], outcome.block);
    joined.push_back(result);
  }
  return joined;
}

} // namespace

wasm::CallTables findCallTables(const wasm::Module &module, const wasm::TableUses &uses,
                                const wasm::CodeOptions &options) {
  wasm::CallTables result(module.tables.size());
  std::optional<uint64_t> writes = countWrites(module);
  if (!writes)
    return result;
  std::vector<bool> candidates = findCandidates(module, uses);
  uint64_t room = std::min(kElements + kElementsPerFunction * *writes, kMaxElements);
  for (uint32_t t = 0; t < candidates.size(); ++t) {
    uint64_t size = module.tables[t].type.limits.min;
    if (!candidates[t] || size > room)
      continue;
    room -= size;
    result[t].emplace().elements.resize(size);
  }
  // In the order of the module: later segments overwrite earlier ones.
  for (const wasm::ElementSegment &segment : module.elements) {
    if (segment.mode != wasm::SegmentMode::active)
      continue;
    std::optional<wasm::CallTable> &table = result[segment.table.value];
    if (table && !fill(module, segment, *table))
      table.reset();
  }
  for (std::optional<wasm::CallTable> &table : result) {
    if (!table)
      continue;
    findOnlyFunctions(*table);
    if (options.namesCallees)
      findFewIndices(*table);
  }
  return result;
}

bool isFixedCall(const ModuleContext &module, wasm::TypeIndex type, wasm::TableIndex table) {
  return module.callTables[table.value].has_value() && module.wasm.types[type.value].isFinal;
}

Callee emitFixedCallee(FunctionBuilder &b, wasm::TypeIndex type, wasm::TableIndex table,
                       Value *index) {
  ModuleContext &module = b.module();
  const wasm::CallTable &known = *module.callTables[table.value];
  uint32_t expected = module.wasm.canonicalTypes[type.value];
  Value *at = b.CreateZExt(index, b.getInt64Ty());
  emitSizeCheck(b, known, at);
  GlobalVariable *data = declareData(module, table);
  Value *element = elementAddress(b, data, at);
  Value *actual = b.loadInvariant(b.getInt32Ty(), element, 0);
  BasicBlock *wrong = b.createBlock("wrong_type");
  BasicBlock *next = b.createBlock();
  b.CreateCondBr(b.CreateICmpNE(actual, b.getInt32(expected)), wrong, next, b.unlikely());
  b.SetInsertPoint(wrong);
  emitTypeTrap(b, actual);
  b.SetInsertPoint(next);
  const GuestSignature &signature = module.signature(type);
  auto only = known.onlyFunctions.find(expected);
  if (only != known.onlyFunctions.end() && only->second)
    return {signature, module.function(*only->second), b.context()};
  Value *distance = b.loadInvariant(b.getInt32Ty(), element, wasm::kCallTableCode);
  Value *code = b.CreatePtrAdd(data, b.CreateSExt(distance, b.getInt64Ty()));
  return {signature, code, b.context()};
}

std::optional<Values> emitFewCallees(FunctionBuilder &b, wasm::TypeIndex type,
                                     wasm::TableIndex table, Value *index,
                                     std::span<Value *const> arguments) {
  ModuleContext &module = b.module();
  if (!isFixedCall(module, type, table))
    return std::nullopt;
  const wasm::CallTable &known = *module.callTables[table.value];
  auto few = known.fewIndices.find(module.wasm.canonicalTypes[type.value]);
  if (few == known.fewIndices.end())
    return std::nullopt;
  BasicBlock *none = b.createBlock("no_callee");
  BasicBlock *next = b.createBlock();
  Value *at = b.CreateZExt(index, b.getInt64Ty());
  SwitchInst *choice = b.CreateSwitch(at, none, few->second.size());
  std::map<uint32_t, BasicBlock *> blocks; // by function: it may stand at several indices
  std::vector<Outcome> outcomes;
  for (uint32_t k : few->second) {
    wasm::FunctionIndex function = known.elements[k].function;
    BasicBlock *&block = blocks[function.value];
    if (block == nullptr) {
      block = b.createBlock("callee");
      b.SetInsertPoint(block);
      Values results =
          emitCall(b, {module.signature(type), module.function(function), b.context()}, arguments);
      outcomes.push_back({std::move(results), b.GetInsertBlock()});
      b.CreateBr(next);
    }
    choice->addCase(b.getInt64(k), block);
  }
  SmallVector<uint32_t> weights(choice->getNumSuccessors(), kCalleeWeight);
  weights.front() = 1; // the default
  choice->setMetadata(LLVMContext::MD_prof, MDBuilder(b.getContext()).createBranchWeights(weights));
  b.SetInsertPoint(none);
  emitSizeCheck(b, known, at);
  Value *element = elementAddress(b, declareData(module, table), at);
  emitTypeTrap(b, b.loadInvariant(b.getInt32Ty(), element, 0));
  b.SetInsertPoint(next);
  return joinResults(b, outcomes);
}

} // namespace wasmc::lower
