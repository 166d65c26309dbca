#include "compiler/codegen/emit.h"

#include <llvm/IR/DiagnosticInfo.h>
#include <llvm/IR/DiagnosticPrinter.h>
#include <llvm/IR/LLVMContext.h>
#include <llvm/IR/LegacyPassManager.h>
#include <llvm/Support/raw_ostream.h>

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

} // namespace

Result<std::string> emit(Module &module, TargetMachine &machine, OutputKind kind) {
  std::string problem;
  module.getContext().setDiagnosticHandler(std::make_unique<FirstError>(problem));
  SmallVector<char, 0> bytes;
  raw_svector_ostream stream(bytes);
  legacy::PassManager passes;
  CodeGenFileType type =
      kind == OutputKind::object ? CodeGenFileType::ObjectFile : CodeGenFileType::AssemblyFile;
  if (machine.addPassesToEmitFile(passes, stream, nullptr, type))
    return error(Error::kNoOffset, "the target cannot emit this kind of file");
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
