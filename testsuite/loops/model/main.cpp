// loop-model [--seeds FIRST-LAST] [--runs N] [--kind NAME] [--until-difference] [--dump]
//
// A model of loop versioning small enough to try nearly everything: loops over a memory of at most
// 2^bits bytes with indices of 4 to 8 bits, in IR as lowering makes it. The pass runs on them as on
// any other (the width of an index is a fact of the memory, compiler/optimize/guest_memory.h),
// alone and with all passes of levels 2 and 3, and an interpreter compares trap, result, memory and
// global of the function before and after: for all arguments where they are few, for a sample of N
// otherwise, with memories of many lengths.
//
// Fails on any difference, on any plain access outside the memory or use of poison, and when some
// kind of loop never enters its fast copy: the strict copy passes every comparison. The first lines
// of a difference tell the --seeds and --kind that make it again; --dump prints the functions.

#include "testsuite/loops/model/program.h"
#include "testsuite/loops/model/versions.h"

#include <llvm/Support/raw_ostream.h>

#include <cstdio>
#include <cstring>
#include <optional>

namespace wasmc::model {
namespace {

struct Options {
  uint64_t first = 1, last = 100;
  uint64_t runs = 3000; // per function
  std::optional<Kind> kind;
  bool untilDifference = false, dump = false;
};

constexpr unsigned kFormCount = 3;
constexpr uint64_t kStepLimit = 6000; // of the original; what takes longer is left out

struct Totals {
  uint64_t functions = 0, runs = 0, traps = 0, endless = 0, differences = 0, vectors = 0;
  uint64_t leftOut = 0; // what LLVM made of so many functions
  uint64_t fast[kKinds] = {}, strict[kKinds] = {};
  uint64_t fastByForm[kFormCount] = {};
  uint64_t needless = 0; // runs in which a strict copy was entered although nothing trapped
};

uint64_t mix(uint64_t number) {
  number ^= number >> 31;
  number *= 0x9e3779b97f4a7c15ull;
  number ^= number >> 29;
  number *= 0xbf58476d1ce4e5b9ull;
  return number ^ number >> 32;
}

// The arguments of run `k`, of all or of a sample.
class Arguments {
public:
  Arguments(const llvm::Function &function, unsigned bits, uint64_t runs, uint64_t seed)
      : seed_(seed) {
    uint64_t all = 1;
    for (unsigned k = 0; k < kParameters; ++k) {
      sizes_[k] = function.getArg(k + 1)->use_empty() ? 1
                  : k == kW                           ? std::size(kWide)
                                                      : uint64_t{1} << bits;
      all *= sizes_[k];
    }
    isSample_ = all > runs;
    count_ = isSample_ ? runs : all;
  }
  uint64_t count() const { return count_; }
  std::array<uint64_t, kParameters> of(uint64_t k) const {
    uint64_t number = isSample_ ? mix(seed_ + k) : k;
    std::array<uint64_t, kParameters> values = {};
    for (unsigned p = 0; p < kParameters; ++p) {
      uint64_t value = number % sizes_[p];
      number /= sizes_[p];
      // Most counts of a sample are small, or most of it would trap.
      if (isSample_ && p == kN && mix(number) % 4 != 0)
        value %= 1 + mix(number) / 4 % 40;
      values[p] = p == kW && sizes_[p] > 1 ? kWide[value] : value;
    }
    return values;
  }

private:
  // Around the limits of steps and counts, and what overflows in 64 bits.
  static constexpr uint64_t kWide[] = {0,
                                       1,
                                       2,
                                       3,
                                       8,
                                       17,
                                       200,
                                       uint64_t(-1),
                                       uint64_t(-8),
                                       1u << 23,
                                       (1u << 23) - 1,
                                       uint64_t(-1) << 23,
                                       uint64_t{1} << 32,
                                       (uint64_t{1} << 32) + 2,
                                       uint64_t{1} << 56,
                                       uint64_t{1} << 58,
                                       uint64_t{1} << 60,
                                       uint64_t{1} << 62,
                                       uint64_t{1} << 63,
                                       uint64_t(-1) << 57,
                                       uint64_t(-1) << 60};
  uint64_t seed_;
  uint64_t sizes_[kParameters];
  uint64_t count_;
  bool isSample_;
};

// Whole memories most of the time; else any length.
uint64_t anyLength(uint64_t random, unsigned bits) {
  uint64_t most = uint64_t{1} << bits;
  switch (random % 8) {
  case 0:
    return most / 2;
  case 1:
    return random / 8 % (most + 1);
  case 2:
    return most - 1 - random / 8 % 3;
  case 3:
    return random / 8 % 3;
  default:
    return most;
  }
}

uint64_t lengthOf(uint64_t random, const Request &request) {
  uint64_t length = anyLength(random, request.bits);
  return request.form == Form::wide ? std::max(length, kLeastLength) : length;
}

class Check {
public:
  explicit Check(const Options &options) : options_(options) {}
  int run();

private:
  void checkFunction(const Request &request);
  void compare(const Request &request, std::vector<Program> &programs,
               const std::vector<Version> &versions);
  bool compareOnce(const Request &request, std::vector<Program> &programs,
                   const std::vector<Version> &versions, uint64_t number);
  void report(const Request &request, const std::vector<Version> &versions, size_t which,
              const Outcome &wanted, const Outcome &found, const World &left, const World &other);
  int judge() const;

  const Options &options_;
  Versions versions_;
  Totals totals_;
  std::array<uint64_t, kParameters> values_ = {};
  uint64_t length_ = 0;
};

void Check::report(const Request &request, const std::vector<Version> &versions, size_t which,
                   const Outcome &wanted, const Outcome &found, const World &left,
                   const World &other) {
  static const char *const kEnds[] = {"returns", "traps", "is endless", "is wrong: "};
  std::printf("DIFFERENT --seeds %llu-%llu --kind %s, %u bits, %s, f(",
              (unsigned long long)request.seed, (unsigned long long)request.seed,
              nameOf(request.kind), request.bits, versions[which].name.c_str());
  for (uint64_t value : values_)
    std::printf(" %llx", (unsigned long long)value);
  std::printf(" ) with %llu bytes: %s %llx before, %s%s %llx after", (unsigned long long)length_,
              kEnds[(int)wanted.end], (unsigned long long)wanted.result, kEnds[(int)found.end],
              found.why.c_str(), (unsigned long long)found.result);
  if (left.global != other.global)
    std::printf("; the global differs");
  for (size_t k = 0; k < left.memory.size(); ++k)
    if (left.memory[k] != other.memory[k]) {
      std::printf("; memory differs first at %zu", k);
      break;
    }
  std::printf("\n");
  std::fflush(stdout);
  if (options_.dump)
    for (size_t k : {size_t{0}, which})
      llvm::outs() << "; " << versions[k].name << "\n" << versions[k].function() << "\n";
}

// False after a difference.
bool Check::compareOnce(const Request &request, std::vector<Program> &programs,
                        const std::vector<Version> &versions, uint64_t number) {
  uint64_t random = mix(number * 31 + request.seed);
  length_ = lengthOf(random, request);
  World start;
  start.memory.resize(length_);
  for (size_t k = 0; k < length_; ++k)
    start.memory[k] = static_cast<uint8_t>(k * 167 + random % 16 * 13 + 5);
  World left = start;
  Outcome wanted = programs[0].run(values_, left, kStepLimit, 0);
  if (wanted.end == End::endless) {
    ++totals_.endless;
    return true;
  }
  ++totals_.runs;
  totals_.traps += wanted.end == End::trapped;
  auto kind = static_cast<unsigned>(request.kind);
  for (size_t k = 1; k < programs.size(); ++k) {
    World other = start;
    Outcome found = programs[k].run(values_, other, 20 * kStepLimit, mix(random + k));
    totals_.fast[kind] += other.fast;
    totals_.fastByForm[static_cast<unsigned>(request.form)] += other.fast;
    totals_.strict[kind] += other.strict;
    totals_.needless += wanted.end == End::returned && other.strict > 0;
    bool isSame = found.end == wanted.end && other == left &&
                  (wanted.end != End::returned || found.result == wanted.result);
    if (!isSame || wanted.end == End::wrong) {
      report(request, versions, k, wanted, found, left, other);
      return false;
    }
  }
  return true;
}

bool hasVectors(const llvm::Function &function) {
  for (const llvm::BasicBlock &block : function)
    for (const llvm::Instruction &instruction : block)
      if (const auto *vector = llvm::dyn_cast<llvm::FixedVectorType>(instruction.getType()))
        if (vector->getNumElements() > 2)
          return true;
  return false;
}

// LLVM counts in 128 bits where one more than a count may not fit 64 (the least of several counts
// for a loop of several exits); the interpreter does not.
bool hasLongNumbers(const llvm::Function &function) {
  for (const llvm::BasicBlock &block : function)
    for (const llvm::Instruction &instruction : block)
      if (instruction.getType()->isIntegerTy() && instruction.getType()->getIntegerBitWidth() > 64)
        return true;
  return false;
}

void Check::checkFunction(const Request &request) {
  llvm::LLVMContext context;
  std::vector<Version> versions;
  versions.push_back(versions_.original(context, request));
  versions.push_back(versions_.versioned(context, request));
  // Loops of a few iterations have nothing that vectors could be made of.
  if (request.bits >= 6) {
    const char *cpu = request.seed % 2 == 0 ? "x86-64-v2" : "x86-64-v4";
    versions.push_back(versions_.optimised(context, request, cpu, request.seed % 3 == 0 ? 3 : 2));
    totals_.vectors += hasVectors(versions.back().function());
    if (hasLongNumbers(versions.back().function())) {
      ++totals_.leftOut;
      versions.pop_back();
    }
  }
  std::vector<Program> programs;
  programs.reserve(versions.size());
  for (const Version &version : versions)
    programs.emplace_back(version.function());
  ++totals_.functions;
  Arguments arguments(versions[0].function(), request.bits, options_.runs, mix(request.seed));
  for (uint64_t k = 0; k < arguments.count(); ++k) {
    values_ = arguments.of(k);
    if (!compareOnce(request, programs, versions, k)) {
      ++totals_.differences;
      return;
    }
  }
}

int Check::judge() const {
  std::printf("%llu functions, %llu runs, %llu of them trapping, %llu too long; with vectors: %llu "
              "functions; "
              "strict copies entered although nothing traps: %llu\n",
              (unsigned long long)totals_.functions, (unsigned long long)totals_.runs,
              (unsigned long long)totals_.traps, (unsigned long long)totals_.endless,
              (unsigned long long)totals_.vectors, (unsigned long long)totals_.needless);
  std::printf("fast copies entered: guarded %llu, checked %llu, wide %llu\n",
              (unsigned long long)totals_.fastByForm[0], (unsigned long long)totals_.fastByForm[1],
              (unsigned long long)totals_.fastByForm[2]);
  std::printf("left out, for numbers of 128 bits: %llu\n", (unsigned long long)totals_.leftOut);
  bool isSharp = options_.kind || (totals_.vectors > 0 && totals_.fastByForm[0] > 0 &&
                                   totals_.fastByForm[1] > 0 && totals_.fastByForm[2] > 0);
  for (unsigned k = 0; k < kKinds; ++k) {
    if (options_.kind && k != static_cast<unsigned>(*options_.kind))
      continue;
    std::printf("%s: copies entered: fast %llu, strict %llu\n", nameOf(static_cast<Kind>(k)),
                (unsigned long long)totals_.fast[k], (unsigned long long)totals_.strict[k]);
    isSharp &= totals_.fast[k] > 0 && totals_.strict[k] > 0;
  }
  if (totals_.differences > 0)
    std::printf("FAILED: %llu functions differ\n", (unsigned long long)totals_.differences);
  else if (!isSharp)
    std::printf("FAILED: a copy was never entered, or nothing became vectors: the comparison "
                "proves nothing\n");
  bool isWhole = totals_.leftOut * 100 <= totals_.functions;
  if (!isWhole)
    std::printf("FAILED: more than one in a hundred was left out\n");
  return totals_.differences > 0 || !isSharp || !isWhole ? 1 : 0;
}

int Check::run() {
  static const unsigned kBits[] = {8, 4, 8, 5, 6, 8, 7};
  static const Form kForms[] = {Form::guarded, Form::checked, Form::guarded, Form::checked,
                                Form::wide};
  for (uint64_t seed = options_.first; seed <= options_.last; ++seed)
    for (unsigned kind = 0; kind < kKinds; ++kind) {
      if (options_.kind && kind != static_cast<unsigned>(*options_.kind))
        continue;
      Form form = kForms[seed % std::size(kForms)];
      checkFunction({seed, static_cast<Kind>(kind), kBits[(seed + kind) % std::size(kBits)], form});
      if (options_.untilDifference && totals_.differences > 0)
        return judge();
    }
  return judge();
}

std::optional<Options> parse(int argc, char **argv) {
  Options options;
  for (int k = 1; k < argc; ++k) {
    std::string word = argv[k];
    const char *value = k + 1 < argc ? argv[k + 1] : "";
    if (word == "--until-difference") {
      options.untilDifference = true;
      continue;
    }
    if (word == "--dump") {
      options.dump = true;
      continue;
    }
    ++k;
    if (word == "--seeds") {
      char *end;
      options.first = options.last = std::strtoull(value, &end, 10);
      if (*end == '-')
        options.last = std::strtoull(end + 1, nullptr, 10);
    } else if (word == "--runs") {
      options.runs = std::strtoull(value, nullptr, 10);
    } else if (word == "--kind") {
      for (unsigned kind = 0; kind < kKinds; ++kind)
        if (nameOf(static_cast<Kind>(kind)) == std::string(value))
          options.kind = static_cast<Kind>(kind);
      if (!options.kind)
        return std::nullopt;
    } else {
      return std::nullopt;
    }
  }
  return options;
}

} // namespace
} // namespace wasmc::model

int main(int argc, char **argv) {
  auto options = wasmc::model::parse(argc, argv);
  if (!options) {
    std::fputs("usage: loop-model [--seeds FIRST-LAST] [--runs N] [--kind NAME] "
               "[--until-difference] [--dump]\n",
               stderr);
    return 2;
  }
  return wasmc::model::Check(*options).run();
}
