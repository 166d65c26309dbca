// The table of contents of the compiler. Between the calls stands what holds there.

#include "compiler/driver/compile.h"

#include "compiler/codegen/emit.h"
#include "compiler/container/c_header.h"
#include "compiler/container/code_object.h"
#include "compiler/container/describe.h"
#include "compiler/container/executable.h"
#include "compiler/container/link.h"
#include "compiler/decode/decode.h"
#include "compiler/driver/compile_parts.h"
#include "compiler/driver/parallel.h"
#include "compiler/driver/profile.h"
#include "compiler/driver/time_report.h"
#include "compiler/validate/validate.h"

#include <llvm/IR/LLVMContext.h>

namespace wasmc::driver {

namespace {

// What follows from the architecture alone.
wasm::TargetFacts factsOf(codegen::Architecture architecture) {
  wasm::TargetFacts facts;
  switch (architecture) {
  case codegen::Architecture::x86_64:
    break; // the defaults
  case codegen::Architecture::aarch64:
    facts.architecture = wasm::Architecture::aarch64;
    facts.elfMachine = 183;
    facts.pageSize = 65536;
    facts.integerRegisters = 8;
    facts.hasWholeStores = false;
    break;
  case codegen::Architecture::riscv64:
    facts.architecture = wasm::Architecture::riscv64;
    facts.elfMachine = 243;
    facts.integerRegisters = 8;
    facts.hasWholeStores = false;
    break;
  }
  return facts;
}

// Lowering knows nothing of code generation: this is all it is told.
wasm::TargetFacts factsOf(const codegen::Target &target) {
  wasm::TargetFacts facts = factsOf(target.architecture);
  facts.triple = target.triple;
  facts.dataLayout = target.dataLayout;
  facts.hasRoundInstruction = target.hasRoundInstruction;
  facts.hasZfa = target.hasZfa;
  facts.hasVectors = target.hasVectors;
  facts.hasSsse3 = target.hasSsse3;
  facts.hasAvx = target.hasAvx;
  facts.hasFma = target.hasFma;
  return facts;
}

// What is read back from the objects; those without code are left out.
Result<std::vector<container::CodeObject>> readObjects(const Compilation &c,
                                                       const std::vector<std::string> &objects) {
  std::vector<Result<container::CodeObject>> results(objects.size());
  forEachParallel(objects.size(), threadsOf(c.options),
                  [&](size_t k) { results[k] = container::readCodeObject(objects[k], *c.module); });
  std::vector<container::CodeObject> code;
  for (Result<container::CodeObject> &result : results) {
    TRY(result);
    if (result->textSize != 0)
      code.push_back(std::move(*result));
  }
  return code;
}

// The object with everything the artefact holds beside code.
Result<std::string> describe(const Compilation &c, const std::vector<std::string> &objects) {
  StageTimer timer(c.options.report, Stage::tables);
  TRY_ASSIGN(std::vector<container::CodeObject> code, readObjects(c, objects));
  llvm::LLVMContext context;
  std::unique_ptr<llvm::Module> description = container::describe(
      {.module = *c.module,
       .layout = c.plan.layout,
       .image = c.plan.image,
       .thunks = c.plan.thunks,
       .callTables = c.plan.callTables,
       .facts = c.facts,
       .options = c.options.code,
       .profile = c.plan.profile,
       .code = code,
       .hasInitialize = c.plan.hasInitialize,
       .cpu = c.target.cpu,
       .cpuFeatureBits = {c.target.cpuFeatureBits[0], c.target.cpuFeatureBits[1]},
       .optimizationLevel = c.options.optimizationLevel,
       .sourceName = c.options.sourceName,
       .headerSymbol = c.headerSymbol},
      context);
  std::unique_ptr<llvm::TargetMachine> machine = codegen::createTargetMachine(c.target, 0);
  return codegen::emit(*description, *machine, codegen::OutputKind::object);
}

// Describes the compiled parts and links everything to the artefact.
Result<std::string> assemble(const Compilation &c, std::vector<std::string> objects) {
  objects.emplace_back(container::imageBuiltins(c.facts.elfMachine));
  TRY_ASSIGN(std::string header, describe(c, objects));
  StageTimer timer(c.options.report, Stage::link);
  std::vector<std::string_view> inputs = {header};
  inputs.insert(inputs.end(), objects.begin(), objects.end());
  if (c.options.emit != Emit::cwasm)
    return container::linkRelocatable(inputs);
  return container::linkImage(inputs, c.facts.pageSize);
}

const char *nameOf(codegen::Architecture architecture) {
  switch (architecture) {
  case codegen::Architecture::x86_64:
    return "x86_64";
  case codegen::Architecture::aarch64:
    return "aarch64";
  case codegen::Architecture::riscv64:
    return "riscv64";
  }
  return "";
}

// The module's objects, the description of what they are, and the runtime of their architecture.
Result<std::string> linkExecutable(const codegen::Target &target,
                                   std::span<const std::string> objects,
                                   const CompileOptions &options) {
  wasm::TargetFacts facts = factsOf(target);
  llvm::LLVMContext context;
  std::unique_ptr<llvm::Module> description =
      container::describeExecutable(objects.size(), options.bakedOptions, facts, context);
  std::unique_ptr<llvm::TargetMachine> machine = codegen::createTargetMachine(target, 0);
  TRY_ASSIGN(std::string contents,
             codegen::emit(*description, *machine, codegen::OutputKind::object));
  std::vector<std::string_view> inputs(objects.begin(), objects.end());
  inputs.push_back(contents);
  return container::linkExecutable(inputs,
                                   options.executableRuntimes + "/" + nameOf(target.architecture) +
                                       "/libwasmc-executable-runtime.a",
                                   facts.pageSize);
}

// A valid module through all stages, for one CPU.
Result<std::string> compileFor(const codegen::Target &target, const wasm::ValidatedModule &module,
                               const BodySurvey &survey, const CompileOptions &options,
                               const std::string &headerSymbol, const ObjectCache *cache,
                               const ModuleProfile *profile) {
  wasm::TargetFacts facts = factsOf(target);
  lower::ModulePlan plan = [&] {
    StageTimer timer(options.report, Stage::plan);
    wasm::CodeOptions code = options.code;
    code.namesCallees = options.optimizationLevel >= 2;
    return lower::planModule(module, survey.tableUses, facts, code,
                             profile != nullptr ? &profile->numbers : nullptr);
  }();
  Compilation compilation{module,  survey.sizes, plan,  target, facts,
                          options, headerSymbol, cache, profile};
  TRY_ASSIGN(std::vector<std::string> outputs, compileParts(compilation));
  // No LLVM object lives; Wasm offsets are line numbers of the objects, names are symbols.
  if (options.emit == Emit::llvm_ir || options.emit == Emit::assembly) {
    std::string text;
    for (const std::string &output : outputs)
      text += output;
    return text;
  }
  return assemble(compilation, std::move(outputs));
}

Result<wasm::ValidatedModule> read(std::span<const uint8_t> bytes, const CompileOptions &options) {
  wasm::Module decoded;
  {
    StageTimer timer(options.report, Stage::decode);
    TRY_ASSIGN(decoded, decode::decode(bytes, options.features));
  }
  // Every index list is complete; every function body is a byte span with its file offset.
  StageTimer timer(options.report, Stage::validate);
  return validate::validate(std::move(decoded), options.features, threadsOf(options));
}

// The cache, where one was asked for and objects are made.
Result<std::optional<ObjectCache>> openCache(const CompileOptions &options) {
  if (options.cacheDirectory.empty() || options.emit == Emit::llvm_ir ||
      options.emit == Emit::assembly)
    return std::nullopt;
  TRY_ASSIGN(ObjectCache cache, ObjectCache::open(options.cacheDirectory));
  return cache;
}

} // namespace

Result<void> validate(std::span<const uint8_t> bytes, wasm::Features features, unsigned threads) {
  TRY_ASSIGN(wasm::Module module, decode::decode(bytes, features));
  TRY(validate::validate(std::move(module), features, std::max(threads, 1u)));
  return {};
}

Result<std::string> writeCHeader(std::span<const uint8_t> bytes, wasm::Features features,
                                 const std::string &prefix, const std::string &sourceName) {
  TRY_ASSIGN(wasm::Module decoded, decode::decode(bytes, features));
  TRY_ASSIGN(wasm::ValidatedModule module, validate::validate(std::move(decoded), features, 1));
  return container::writeCHeader(*module, prefix, sourceName);
}

Result<std::string> compile(std::span<const uint8_t> bytes, const CompileOptions &options) {
  TRY_ASSIGN(std::vector<codegen::Target> targets, codegen::resolveTargets(options.target));
  bool holdsSeveral = options.emit == Emit::cwasm || options.emit == Emit::executable;
  if (targets.size() > 1 && !holdsSeveral)
    return error(Error::kNoOffset, "several CPUs (", options.target.cpu,
                 ") fit into a .cwasm or an executable only");

  TRY_ASSIGN(wasm::ValidatedModule module, read(bytes, options));
  // Every body is well typed.
  TRY_ASSIGN(BodySurvey survey, surveyBodies(*module));
  TRY_ASSIGN(std::unique_ptr<ModuleProfile> profile,
             makeProfile(bytes, *module, survey.sizes, options));
  // No body is more than the stages below can take: from here on nothing is reported about the
  // input, except that it is no program.
  if (options.emit == Emit::executable)
    TRY(container::checkExecutable(*module));
  TRY_ASSIGN(std::optional<ObjectCache> cache, openCache(options));
  std::vector<std::string> artefacts;
  for (size_t k = 0; k < targets.size(); ++k) {
    bool isPart = options.emit == Emit::executable;
    std::string symbol = isPart ? container::executableHeaderSymbol(k) : options.headerSymbol;
    TRY_ASSIGN(std::string artefact, compileFor(targets[k], module, survey, options, symbol,
                                                cache ? &*cache : nullptr, profile.get()));
    artefacts.push_back(std::move(artefact));
  }
  if (cache)
    cache->evict();
  // Each is whole for its CPU: an image, an object or a text.
  if (options.emit == Emit::executable)
    return linkExecutable(targets[0], artefacts, options);
  return targets.size() == 1 ? std::move(artefacts[0]) : container::joinImages(artefacts);
}

} // namespace wasmc::driver
