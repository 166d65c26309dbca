#include "compiler/codegen/emit.h"

#include "compiler/codegen/compare_loads.h"
#include "compiler/codegen/entry_prologues.h"

#include <llvm/CodeGen/Passes.h>
#include <llvm/CodeGen/TargetPassConfig.h>
#include <llvm/IR/DiagnosticInfo.h>
#include <llvm/IR/DiagnosticPrinter.h>
#include <llvm/IR/LLVMContext.h>
#include <llvm/IR/LegacyPassManager.h>
#include <llvm/PassInfo.h>
#include <llvm/PassRegistry.h>
#include <llvm/Support/raw_ostream.h>
#include <llvm/Target/RegisterTargetPassConfigCallback.h>

namespace wasmc::codegen {

using namespace llvm;

namespace {

// Keeps the first error that code generation reports.
struct FirstError : DiagnosticHandler {
  explicit FirstError(std::string &to) : text(to) {}

  bool handleDiagnostics(const DiagnosticInfo &info) override {
    if (info.getSeverity() == DS_Error && text.empty()) {
      raw_string_ostream stream(text);
      DiagnosticPrinterRawOStream printer(stream);
      info.print(printer);
    }
    return true;
  }

  std::string &text;
};

// Takes out of LLVM's code generation what costs time and gives us nothing. LLVM calls it for every
// pipeline that it builds in this process; there is no way to say it for one.
void leaveOut(TargetMachine &machine, PassManagerBase &, TargetPassConfig *passes) {
  // Where variables live: we describe lines only, and it still walks every instruction (7 %).
  passes->disablePass(&LiveDebugValuesID);
  passes->disablePass(&RemoveRedundantDebugValuesID);
  // Instructions were scheduled before registers were allocated; a second time (5 %) made no
  // program of the benchmark faster.
  if (machine.getOptLevel() != CodeGenOptLevel::Aggressive)
    passes->disablePass(&PostRASchedulerID);
}

// What level 1 does without, by LLVM's names: together 3 % of its instructions, and no program
// of the benchmark is slower without them by more than the noise. Some look like these and are not
// here, because a program took a third longer or more: break-false-deps, consthoist,
// machine-scheduler and x86-fixup-bw-insts (docs/compile-time.md).
constexpr StringLiteral kNotAtLevel1[] = {
    "canon-freeze",
    "lrshrink",
    "machine-combiner",
    "machine-latecleanup",
    "postra-machine-sink",
    "stack-slot-coloring",
    "x86-avoid-sfb",
    "x86-cmov-conversion",
    "x86-domain-reassignment",
    "x86-execution-domain-fix",
    "x86-fixup-inst-tuning",
    "x86-fixup-leas",
    "x86-fixup-vector-constants",
    "x86-optimize-leas",
};

// Keeps passes out of a pipeline that LLVM builds, whatever way they come in, and puts ours in.
// Unlike `leaveOut` it is one pipeline's.
class OurPassManager : public legacy::PassManager {
public:
  explicit OurPassManager(const TargetMachine &machine)
      : isX86_(machine.getTargetTriple().isX86()) {
    if (machine.getOptLevel() == CodeGenOptLevel::Less)
      unwanted_ = kNotAtLevel1;
  }

  void add(Pass *pass) override {
    const PassInfo *info = PassRegistry::getPassRegistry()->getPassInfo(pass->getPassID());
    StringRef name = info != nullptr ? info->getPassArgument() : "";
    if (is_contained(unwanted_, name))
      delete pass; // it would have been ours
    else
      legacy::PassManager::add(pass);
    if (isX86_ && name == kBeforeCompareLoads)
      legacy::PassManager::add(createCompareLoads());
    if (name == kBeforeEntryPrologues)
      legacy::PassManager::add(createEntryPrologues());
  }

private:
  bool isX86_;
  ArrayRef<StringLiteral> unwanted_;
};

} // namespace

Result<std::string> emit(Module &module, TargetMachine &machine, OutputKind kind,
                         FunctionTimes *times) {
  static const RegisterTargetPassConfigCallback callback(leaveOut);
  std::string problem;
  module.getContext().setDiagnosticHandler(std::make_unique<FirstError>(problem));
  SmallVector<char, 0> bytes;
  raw_svector_ostream stream(bytes);
  OurPassManager passes(machine);
  CodeGenFileType type =
      kind == OutputKind::object ? CodeGenFileType::ObjectFile : CodeGenFileType::AssemblyFile;
  if (machine.addPassesToEmitFile(passes, stream, nullptr, type))
    return error(Error::kNoOffset, "the target cannot emit this kind of file");
  if (times != nullptr)
    passes.add(times->createLastPass());
  passes.run(module);
  if (!problem.empty())
    return error(Error::kNoOffset, "code generation failed: ", problem);
  return std::string(bytes.begin(), bytes.end());
}

std::string printIr(const Module &module) {
  std::string text;
  raw_string_ostream stream(text);
  module.print(stream, nullptr);
  return text;
}

} // namespace wasmc::codegen
