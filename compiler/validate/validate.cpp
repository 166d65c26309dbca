#include "compiler/validate/validate.h"

#include "compiler/validate/checker.h"
#include "compiler/validate/module_checker.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>
#include <thread>

namespace wasmc::validate {

// Nobody else can make one, hence nobody else a ValidatedModule.
struct ValidatedModuleKey {};

namespace {

// Checks the bodies. The threads take runs of functions in ascending order. A thread stops where an
// error is known at a lower index; so every body below the lowest bad one is checked, and which
// error is reported does not depend on the number of threads or on their luck.
class BodyCheck {
public:
  explicit BodyCheck(const Context &context)
      : context_(context), next_(context.module.importedFunctions),
        firstBad_(context.module.functions.size()) {}

  Result<void> run(unsigned threads) {
    size_t runs = (context_.module.functions.size() - next_) / kRun + 1;
    std::vector<std::thread> others;
    for (size_t i = 1; i < std::min<size_t>(threads, runs); ++i)
      others.emplace_back([this] { work(); });
    work();
    for (std::thread &thread : others)
      thread.join();
    if (error_)
      return std::unexpected(*error_);
    return {};
  }

private:
  static constexpr size_t kRun = 16;

  void work() {
    Checker checker(context_);
    const std::vector<wasm::Function> &functions = context_.module.functions;
    for (;;) {
      size_t begin = next_.fetch_add(kRun, std::memory_order_relaxed);
      size_t end = std::min(begin + kRun, functions.size());
      for (size_t i = begin; i < end; ++i) {
        if (i >= firstBad_.load(std::memory_order_relaxed))
          return;
        if (Result<void> result = checker.checkFunction(functions[i]); !result)
          report(i, result.error());
      }
      if (begin >= functions.size())
        return;
    }
  }

  void report(size_t function, const Error &error) {
    std::scoped_lock lock(mutex_);
    if (function >= firstBad_.load(std::memory_order_relaxed))
      return;
    firstBad_.store(function, std::memory_order_relaxed);
    error_ = error;
  }

  const Context &context_;
  std::atomic<size_t> next_;
  std::atomic<size_t> firstBad_;
  std::mutex mutex_;
  std::optional<Error> error_;
};

} // namespace

Result<wasm::ValidatedModule> validate(wasm::Module &&module, wasm::Features features,
                                       unsigned threads) {
  Context context(module, features);
  ModuleChecker checker(context);
  TRY(checker.checkBeforeCode());
  TRY(BodyCheck(context).run(threads));
  TRY(checker.checkAfterCode());
  module.canonicalTypes = context.types.canonicalTypes();
  return wasm::ValidatedModule(ValidatedModuleKey{}, std::move(module));
}

} // namespace wasmc::validate
