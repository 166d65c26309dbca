#include "compiler/driver/body_size.h"

#include "compiler/decode/body.h"
#include "compiler/decode/empty_visitor.h"
#include "compiler/wasm/profile.h"

#include <algorithm>

namespace wasmc::driver {

namespace {

using decode::Op;

// Moved by all functions of a module: so many, and as many again for each byte of their bodies.
// Each is an LLVM instruction, of some hundred bytes and some 20 microseconds at level 0; whoever
// writes operands down one by one needs two bytes for each.
constexpr uint64_t kMaxOperands = 1'000'000;
constexpr uint64_t kMaxOperandsPerByte = 4;

// Beyond these a function is compiled as at level 0, whatever the level. Measured at level 2
// (docs/limits.md): at the bound itself a body takes seconds, or half a minute.
constexpr uint64_t kOptimisedBytes = 256 * 1024;
// Instruction selection is quadratic in what one call moves. So many, and as many again per byte:
// ordinary code has less than one.
constexpr uint64_t kOptimisedOperands = 256;
constexpr uint64_t kOptimisedOperandsPerByte = 2;
constexpr uint32_t kOptimisedBlocks = 12'000;
constexpr uint64_t kOptimisedTargets = 8192;
constexpr uint32_t kOptimisedDepth = 4000;
constexpr uint32_t kOptimisedLoops = 512;
constexpr uint32_t kOptimisedLoopDepth = 128;
constexpr uint32_t kOptimisedLocals = 6000;
// Pairs of a local and a way into a block: the phis, at most, that turning locals into values
// makes. So many, and as many again per byte.
constexpr uint64_t kOptimisedCells = 65'536;
constexpr uint64_t kOptimisedCellsPerByte = 8;
// Beyond, locals stay in memory.
constexpr uint64_t kMaxCells = 1'000'000;

// Operators that branch to a trap.
bool trapsByBranch(Op op) {
  switch (op) {
  case Op::i32_div_s:
  case Op::i32_div_u:
  case Op::i32_rem_s:
  case Op::i32_rem_u:
  case Op::i64_div_s:
  case Op::i64_div_u:
  case Op::i64_rem_s:
  case Op::i64_rem_u:
  case Op::i32_trunc_f32_s:
  case Op::i32_trunc_f32_u:
  case Op::i32_trunc_f64_s:
  case Op::i32_trunc_f64_u:
  case Op::i64_trunc_f32_s:
  case Op::i64_trunc_f32_u:
  case Op::i64_trunc_f64_s:
  case Op::i64_trunc_f64_u:
    return true;
  default:
    return false;
  }
}

struct Measure : decode::EmptyVisitor {
  explicit Measure(const wasm::Module &m) : module(m) {
    tableUses.changed.resize(m.tables.size());
    tableUses.called.resize(m.tables.size());
  }

  // Starts with a function's body.
  void start(const wasm::Function &function) {
    size = {};
    size.bytes = function.body.data.size();
    size.counters = wasm::kEntryCounters;
    const wasm::SubType &type = module.types[function.type.value];
    labels.assign(1, {static_cast<uint32_t>(type.results.size()), 0});
    ++serial;
    lastWrite.resize(std::max(lastWrite.size(), type.params.size() + function.localCount));
  }

  Done onBlock(const decode::BlockType &type) { return enter(type, false); }
  Done onLoop(const decode::BlockType &type) { return enter(type, true); }
  Done onIf(const decode::BlockType &type) {
    size.counters += wasm::kBranchCounters;
    return enter(type, false);
  }
  Done onTryTable(const decode::BlockType &type, std::span<const decode::CatchClause>) {
    return enter(type, false);
  }
  Done onEnd() {
    labels.pop_back();
    return {};
  }
  Done onBr(wasm::LabelIndex label) { return branch(label, 1); }
  Done onBrIf(wasm::LabelIndex label) { return conditionalBranch(label); }
  Done onBrOnNull(wasm::LabelIndex label) { return conditionalBranch(label); }
  Done onBrOnNonNull(wasm::LabelIndex label) { return conditionalBranch(label); }
  Done onBrTable(std::span<const wasm::LabelIndex> targets, wasm::LabelIndex otherwise) {
    size.targets += targets.size() + 1;
    size.counters += wasm::tableCounters(targets.size());
    return branch(otherwise, targets.size() + 1); // all move the same
  }
  Done onReturn() {
    size.operands += labels.front().values;
    return {};
  }
  Done onCall(wasm::FunctionIndex f) { return call(module.functions[f.value].type); }
  Done onReturnCall(wasm::FunctionIndex f) { return call(module.functions[f.value].type); }
  Done onCallIndirect(wasm::TypeIndex type, wasm::TableIndex table) { return call(type, table); }
  Done onReturnCallIndirect(wasm::TypeIndex type, wasm::TableIndex table) {
    return call(type, table);
  }
  Done onCallRef(wasm::TypeIndex type) { return call(type); }
  Done onReturnCallRef(wasm::TypeIndex type) { return call(type); }
  Done onNumeric(Op op) {
    size.blocks += static_cast<uint32_t>(trapsByBranch(op));
    return {};
  }
  Done onLocalSet(wasm::LocalIndex local) { return write(local); }
  Done onLocalTee(wasm::LocalIndex local) { return write(local); }

  Done onTableSet(wasm::TableIndex table) { return change(table); }
  Done onTableGrow(wasm::TableIndex table) { return change(table); }
  Done onTableFill(wasm::TableIndex table) { return change(table); }
  Done onTableCopy(wasm::TableIndex destination, wasm::TableIndex) { return change(destination); }
  Done onTableInit(wasm::TableIndex table, wasm::ElementIndex) { return change(table); }

  const wasm::Module &module;
  BodySize size;
  wasm::TableUses tableUses;

private:
  Done enter(const decode::BlockType &type, bool isLoop) {
    auto results = static_cast<uint32_t>(type.kind == decode::BlockType::Kind::value);
    uint32_t parameters = 0;
    if (type.kind == decode::BlockType::Kind::function) {
      const wasm::SubType &function = module.types[type.function.value];
      parameters = static_cast<uint32_t>(function.params.size());
      results = static_cast<uint32_t>(function.results.size());
    }
    uint32_t loops = labels.back().loops + static_cast<uint32_t>(isLoop);
    labels.push_back({isLoop ? parameters : results, loops});
    size.loops += static_cast<uint32_t>(isLoop);
    size.loopDepth = std::max(size.loopDepth, loops);
    size.operands += uint64_t{parameters} + results;
    size.depth = std::max(size.depth, static_cast<uint32_t>(labels.size() - 1));
    ++size.blocks;
    return {};
  }
  // What it falls through to is a block too.
  Done conditionalBranch(wasm::LabelIndex label) {
    ++size.blocks;
    size.counters += wasm::kBranchCounters;
    return branch(label, 1);
  }
  Done branch(wasm::LabelIndex label, uint64_t times) {
    size.edges += times;
    size.operands += times * labels[labels.size() - 1 - label.value].values;
    return {};
  }
  Done call(wasm::TypeIndex type, wasm::TableIndex table) {
    tableUses.called[table.value] = true;
    return call(type);
  }
  Done call(wasm::TypeIndex type) {
    const wasm::SubType &function = module.types[type.value];
    size.operands += function.params.size() + function.results.size();
    return {};
  }
  Done change(wasm::TableIndex table) {
    tableUses.changed[table.value] = true;
    return {};
  }
  Done write(wasm::LocalIndex local) {
    size.locals += static_cast<uint32_t>(lastWrite[local.value] != serial);
    lastWrite[local.value] = serial;
    return {};
  }

  struct Label {
    uint32_t values; // that a branch there moves
    uint32_t loops;  // around it, itself included
  };
  std::vector<Label> labels;       // of the open blocks
  std::vector<uint32_t> lastWrite; // by local: the function that wrote it last
  uint32_t serial = 0;
};
static_assert(decode::OperatorVisitor<Measure>);

} // namespace

Effort BodySize::effort() const {
  uint64_t cells = (blocks + edges) * locals;
  if (cells > kMaxCells)
    return Effort::none;
  bool isLarge = bytes > kOptimisedBytes ||
                 operands > kOptimisedOperands + kOptimisedOperandsPerByte * bytes ||
                 targets > kOptimisedTargets || blocks > kOptimisedBlocks ||
                 depth > kOptimisedDepth || loops > kOptimisedLoops ||
                 loopDepth > kOptimisedLoopDepth || locals > kOptimisedLocals ||
                 cells > kOptimisedCells + kOptimisedCellsPerByte * bytes;
  return isLarge ? Effort::least : Effort::asked;
}

Result<BodySurvey> surveyBodies(const wasm::Module &module) {
  std::vector<BodySize> sizes(module.functions.size());
  Measure measure(module);
  uint64_t operands = 0;
  uint64_t limit = kMaxOperands;
  for (size_t f = module.importedFunctions; f < sizes.size(); ++f) {
    const wasm::Function &function = module.functions[f];
    measure.start(function);
    TRY(decode::visitOperators(function.body, {~uint32_t{0}}, measure));
    operands += measure.size.operands;
    limit += kMaxOperandsPerByte * measure.size.bytes;
    if (operands > limit)
      return error(function.bodyOffset, "module too large: its operators move ", operands,
                   " operands until here, at most ", limit);
    sizes[f] = measure.size;
  }
  return BodySurvey{std::move(sizes), std::move(measure.tableUses)};
}

} // namespace wasmc::driver
