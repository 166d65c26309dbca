#include "compiler/driver/time_report.h"

#include "compiler/wasm/symbols.h"

#include <llvm/Support/Format.h>
#include <llvm/Support/JSON.h>
#include <llvm/Support/raw_ostream.h>

#include <sys/resource.h>

#include <algorithm>
#include <chrono>

namespace wasmc::driver {

namespace {

constexpr const char *kNames[kStageCount] = {"decode",   "validate", "plan",   "lower", "key",
                                             "optimize", "codegen",  "tables", "link"};
constexpr size_t kSlowest = 10;

uint64_t wallNanoseconds() {
  return static_cast<uint64_t>(std::chrono::duration_cast<std::chrono::nanoseconds>(
                                   std::chrono::steady_clock::now().time_since_epoch())
                                   .count());
}

rusage usage() {
  rusage result = {};
  ::getrusage(RUSAGE_SELF, &result);
  return result;
}

uint64_t peakBytes() {
  return static_cast<uint64_t>(usage().ru_maxrss) * 1024;
}

double seconds(uint64_t nanoseconds) {
  return static_cast<double>(nanoseconds) * 1e-9;
}

double seconds(const timeval &time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

double processorSeconds() {
  rusage all = usage();
  return seconds(all.ru_utime) + seconds(all.ru_stime);
}

double mebibytes(uint64_t bytes) {
  return static_cast<double>(bytes) / 1048576;
}

} // namespace

TimeReport::TimeReport() : start_(wallNanoseconds()) {}

void TimeReport::add(Stage stage, uint64_t wall, uint64_t processor) {
  std::scoped_lock lock(mutex_);
  StageRow &row = stages_[static_cast<size_t>(stage)];
  row.wall += wall;
  row.processor += processor;
  row.peakBytes = peakBytes();
}

void TimeReport::addPart(bool fromCache) {
  std::scoped_lock lock(mutex_);
  ++parts_;
  partsFromCache_ += fromCache ? 1 : 0;
}

void TimeReport::addLoops(const optimize::LoopStatistics &loops) {
  std::scoped_lock lock(mutex_);
  loops_.versioned += loops.versioned;
  loops_.rolled += loops.rolled;
  loops_.widened += loops.widened;
  loops_.searches += loops.searches;
  loops_.accesses += loops.accesses;
  loops_.mergedLoads += loops.mergedLoads;
  for (size_t k = 0; k < optimize::kRefusals; ++k)
    loops_.refused[k] += loops.refused[k];
}

void TimeReport::addFunctions(const codegen::FunctionTimes &times, const wasm::Module &module) {
  std::scoped_lock lock(mutex_);
  for (const auto &entry : times.rows()) {
    llvm::StringRef symbol = entry.first();
    uint32_t index = 0;
    // Thunks belong to no function.
    if (!symbol.consume_front(wasm::kFunctionSymbolPrefix) || symbol.getAsInteger(10, index))
      continue;
    std::string name(index < module.functionNames.size() ? module.functionNames[index] : "");
    functions_.push_back({index, std::move(name), module.functions[index].body.data.size(),
                          entry.second.optimize, entry.second.codegen});
  }
}

std::vector<TimeReport::FunctionRow> TimeReport::slowest() const {
  std::vector<FunctionRow> rows = functions_;
  std::ranges::sort(rows, [](const FunctionRow &a, const FunctionRow &b) {
    return a.total() != b.total() ? a.total() > b.total() : a.index < b.index;
  });
  rows.resize(std::min(rows.size(), kSlowest));
  return rows;
}

std::string TimeReport::text() const {
  std::string result;
  llvm::raw_string_ostream out(result);
  out << "stage       wall s   processor s   peak MiB\n";
  for (size_t k = 0; k < kStageCount; ++k)
    if (stages_[k].wall != 0)
      out << llvm::format("%-10s %7.3f %13.3f %10.1f\n", kNames[k], seconds(stages_[k].wall),
                          seconds(stages_[k].processor), mebibytes(stages_[k].peakBytes));
  out << llvm::format("%-10s %7.3f %13.3f %10.1f\n", "all", seconds(wallNanoseconds() - start_),
                      processorSeconds(), mebibytes(peakBytes()));
  out << "parts: " << parts_ << ", of them from the cache: " << partsFromCache_ << '\n';
  out << "repeated loads taken away: " << loops_.mergedLoads << '\n';
  out << "loops versioned: " << loops_.versioned << ", with accesses: " << loops_.accesses
      << ", rolled up: " << loops_.rolled << ", widened: " << loops_.widened
      << ", searching by vectors: " << loops_.searches << '\n';
  for (size_t k = 0; k < optimize::kRefusals; ++k)
    if (loops_.refused[k] != 0)
      out << "  left as they were for " << describe(static_cast<optimize::Refusal>(k)) << ": "
          << loops_.refused[k] << '\n';
  if (functions_.empty())
    return result;
  out << "slowest functions\noptimize s   codegen s      bytes   function\n";
  for (const FunctionRow &row : slowest())
    out << llvm::format("%10.3f %11.3f %10llu   ", seconds(row.optimize), seconds(row.codegen),
                        static_cast<unsigned long long>(row.bytes))
        << row.index << ' ' << row.name << '\n';
  return result;
}

std::string TimeReport::json() const {
  std::string result;
  llvm::raw_string_ostream out(result);
  llvm::json::OStream json(out);
  json.object([&] {
    json.attribute("wall_seconds", seconds(wallNanoseconds() - start_));
    json.attribute("processor_seconds", processorSeconds());
    json.attribute("peak_bytes", peakBytes());
    json.attribute("parts", parts_);
    json.attribute("parts_from_cache", partsFromCache_);
    json.attribute("repeated_loads", loops_.mergedLoads);
    json.attributeObject("loops", [&] {
      json.attribute("versioned", loops_.versioned);
      json.attribute("rolled", loops_.rolled);
      json.attribute("widened", loops_.widened);
      json.attribute("searches", loops_.searches);
      json.attribute("accesses", loops_.accesses);
      for (size_t k = 0; k < optimize::kRefusals; ++k)
        if (loops_.refused[k] != 0)
          json.attribute(describe(static_cast<optimize::Refusal>(k)), loops_.refused[k]);
    });
    json.attributeArray("stages", [&] {
      for (size_t k = 0; k < kStageCount; ++k)
        json.object([&] {
          json.attribute("name", kNames[k]);
          json.attribute("wall_seconds", seconds(stages_[k].wall));
          json.attribute("processor_seconds", seconds(stages_[k].processor));
          json.attribute("peak_bytes", stages_[k].peakBytes);
        });
    });
    json.attributeArray("slowest_functions", [&] {
      for (const FunctionRow &row : slowest())
        json.object([&] {
          json.attribute("index", row.index);
          json.attribute("name", llvm::json::fixUTF8(row.name));
          json.attribute("bytes", row.bytes);
          json.attribute("optimize_seconds", seconds(row.optimize));
          json.attribute("codegen_seconds", seconds(row.codegen));
        });
    });
  });
  result += '\n';
  return result;
}

StageTimer::StageTimer(TimeReport *report, Stage stage) : report_(report), stage_(stage) {
  if (report_ == nullptr)
    return;
  wall_ = wallNanoseconds();
  processor_ = codegen::threadNanoseconds();
}

StageTimer::~StageTimer() {
  if (report_ != nullptr)
    report_->add(stage_, wallNanoseconds() - wall_, codegen::threadNanoseconds() - processor_);
}

} // namespace wasmc::driver
