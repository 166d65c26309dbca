#include "compiler/driver/compile_parts.h"

#include "compiler/codegen/emit.h"
#include "compiler/codegen/pipeline.h"
#include "compiler/driver/parallel.h"
#include "compiler/driver/partition.h"
#include "compiler/driver/time_report.h"
#include "compiler/lower/lower.h"

#include <llvm/Bitcode/BitcodeWriter.h>
#include <llvm/IR/LLVMContext.h>
#include <llvm/Support/raw_ostream.h>

#include <algorithm>
#include <atomic>
#include <numeric>

namespace wasmc::driver {

namespace {

std::unique_ptr<llvm::Module> lowerPart(const Compilation &c, const lower::Partition &part,
                                        llvm::LLVMContext &context) {
  StageTimer timer(c.options.report, Stage::lower);
  std::unique_ptr<llvm::Module> ir =
      lower::lowerPartition(c.module, c.plan, c.facts, part, context);
  if (c.profile != nullptr)
    c.profile->describe(*ir);
  return ir;
}

unsigned levelOf(const Compilation &c, Effort effort) {
  return effort == Effort::asked ? c.options.optimizationLevel : 0;
}

Result<std::string> compileIr(const Compilation &c, llvm::Module &ir, Effort effort) {
  codegen::FunctionTimes times;
  codegen::FunctionTimes *wanted = c.options.report != nullptr ? &times : nullptr;
  std::unique_ptr<llvm::TargetMachine> machine =
      codegen::createTargetMachine(c.target, levelOf(c, effort));
  if (effort != Effort::none) {
    StageTimer timer(c.options.report, Stage::optimize);
    optimize::LoopStatistics loops;
    TRY(codegen::optimize(ir, *machine, levelOf(c, effort), wanted, c.options.loopVersioning,
                          &loops));
    if (c.options.report != nullptr)
      c.options.report->addLoops(loops);
  }
  if (c.options.emit == Emit::llvm_ir)
    return codegen::printIr(ir);
  StageTimer timer(c.options.report, Stage::codegen);
  TRY_ASSIGN(std::string output,
             codegen::emit(ir, *machine,
                           c.options.emit == Emit::assembly ? codegen::OutputKind::assembly
                                                            : codegen::OutputKind::object,
                           wanted));
  if (wanted != nullptr)
    c.options.report->addFunctions(times, *c.module);
  return output;
}

// Everything that is done to the IR of a part, for its key.
std::string settingsOf(const Compilation &c, Effort effort) {
  return c.target.triple + " " + c.target.cpu + " " + c.target.features + " " +
         std::to_string(levelOf(c, effort)) + (effort == Effort::none ? " untouched" : "") +
         (c.options.loopVersioning.isOn ? " versioned" : "") +
         (c.options.loopVersioning.countEntries ? " counted" : "");
}

std::string keyOf(const Compilation &c, const llvm::Module &ir, Effort effort) {
  StageTimer timer(c.options.report, Stage::key);
  llvm::SmallVector<char, 0> bitcode;
  llvm::raw_svector_ostream stream(bitcode);
  llvm::WriteBitcodeToFile(ir, stream);
  return c.cache->keyOf({bitcode.data(), bitcode.size()}, settingsOf(c, effort));
}

// One part through all stages. The context dies here and every LLVM object with it.
Result<std::string> compilePart(const Compilation &c, const lower::Partition &part, Effort effort) {
  llvm::LLVMContext context;
  std::unique_ptr<llvm::Module> ir = lowerPart(c, part, context);
  std::string key = c.cache != nullptr ? keyOf(c, *ir, effort) : "";
  std::optional<std::string> found;
  if (c.cache != nullptr)
    found = c.cache->find(key);
  if (c.options.report != nullptr)
    c.options.report->addPart(found.has_value());
  if (found)
    return std::move(*found);
  TRY_ASSIGN(std::string object, compileIr(c, *ir, effort));
  if (c.cache != nullptr)
    c.cache->store(key, object);
  return object;
}

uint64_t costOf(const wasm::Module &module, const Part &part) {
  uint64_t bytes = 0;
  for (wasm::FunctionIndex f : part.functions)
    bytes += module.functions[f.value].body.data.size();
  return bytes;
}

// The largest first, so that no thread is left with one when the others are done.
std::vector<size_t> largestFirst(const wasm::Module &module, const std::vector<Part> &parts) {
  std::vector<size_t> order(parts.size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::ranges::sort(order, std::greater(), [&](size_t k) { return costOf(module, parts[k]); });
  return order;
}

} // namespace

unsigned threadsOf(const CompileOptions &options) {
  unsigned threads = options.threads != 0 ? options.threads : std::thread::hardware_concurrency();
  return std::max(threads, 1u);
}

Result<std::vector<std::string>> compileParts(const Compilation &c) {
  // Only levels 2 and 3 inline.
  std::vector<Part> parts = partition(*c.module, c.sizes, c.options.optimizationLevel >= 2);
  std::vector<size_t> order = largestFirst(*c.module, parts);
  std::vector<Result<std::string>> results(parts.size());
  std::atomic<size_t> done{0};
  forEachParallel(parts.size(), threadsOf(c.options), [&](size_t k) {
    size_t p = order[k];
    bool localsInMemory = parts[p].effort == Effort::none;
    results[p] = compilePart(c, {parts[p].functions, parts[p].copies, p == 0, localsInMemory},
                             parts[p].effort);
    if (c.options.progress)
      c.options.progress(++done, parts.size());
  });
  std::vector<std::string> outputs;
  for (Result<std::string> &result : results) {
    TRY(result);
    outputs.push_back(std::move(*result));
  }
  return outputs;
}

} // namespace wasmc::driver
