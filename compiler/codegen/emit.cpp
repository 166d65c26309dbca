#include "compiler/codegen/emit.h"

#include <llvm/CodeGen/Passes.h>
#include <llvm/CodeGen/TargetPassConfig.h>
#include <llvm/IR/DiagnosticInfo.h>
#include <llvm/IR/DiagnosticPrinter.h>
#include <llvm/IR/LLVMContext.h>
#include <llvm/IR/LegacyPassManager.h>
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

} // namespace

Result<std::string> emit(Module &module, TargetMachine &machine, OutputKind kind,
                         FunctionTimes *times) {
  static const RegisterTargetPassConfigCallback callback(leaveOut);
  std::string problem;
  module.getContext().setDiagnosticHandler(std::make_unique<FirstError>(problem));
  SmallVector<char, 0> bytes;
  raw_svector_ostream stream(bytes);
  legacy::PassManager passes;
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
