// Where the time of a compilation goes: what --time-report prints.
#ifndef WASMC_COMPILER_DRIVER_TIME_REPORT_H
#define WASMC_COMPILER_DRIVER_TIME_REPORT_H

#include "compiler/codegen/function_times.h"
#include "compiler/optimize/loop_versioning.h"
#include "compiler/wasm/module.h"

#include <array>
#include <mutex>
#include <string>
#include <vector>

namespace wasmc::driver {

// In the order of the data flow. `key` is what the cache of objects costs, `tables` everything the
// artefact holds beside code.
enum class Stage : uint8_t { decode, validate, plan, lower, key, optimize, codegen, tables, link };
inline constexpr size_t kStageCount = 9;

// Collects from all threads of one compilation.
class TimeReport {
public:
  TimeReport();

  // Thread-safe. Wall and processor time in nanoseconds; stages of several threads overlap.
  void add(Stage stage, uint64_t wall, uint64_t processor);
  void addFunctions(const codegen::FunctionTimes &times, const wasm::Module &module);
  void addPart(bool fromCache);
  void addLoops(const optimize::LoopStatistics &loops);

  // After the compilation. As a table for people, or as one line of JSON.
  std::string text() const;
  std::string json() const;

private:
  struct StageRow {
    uint64_t wall = 0;
    uint64_t processor = 0;
    uint64_t peakBytes = 0; // of the process, when the stage was last seen
  };
  struct FunctionRow {
    uint32_t index;
    std::string name;
    uint64_t bytes; // of its body
    uint64_t optimize;
    uint64_t codegen;
    uint64_t total() const { return optimize + codegen; }
  };
  // The slowest functions, slowest first.
  std::vector<FunctionRow> slowest() const;

  mutable std::mutex mutex_;
  uint64_t start_;
  std::array<StageRow, kStageCount> stages_;
  std::vector<FunctionRow> functions_;
  size_t parts_ = 0;
  size_t partsFromCache_ = 0;
  optimize::LoopStatistics loops_;
};

// Times a stage on this thread, from construction to destruction; does nothing without a report.
class StageTimer {
public:
  StageTimer(TimeReport *report, Stage stage);
  StageTimer(const StageTimer &) = delete;
  StageTimer &operator=(const StageTimer &) = delete;
  ~StageTimer();

private:
  TimeReport *report_;
  Stage stage_;
  uint64_t wall_ = 0;
  uint64_t processor_ = 0;
};

} // namespace wasmc::driver

#endif
