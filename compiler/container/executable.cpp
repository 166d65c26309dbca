#include "compiler/container/executable.h"

#include "wasmc/abi/executable.h"

#include <llvm/IR/Constants.h>

#include <algorithm>

namespace wasmc::container {

using namespace llvm;

namespace {

struct WasiFunction {
  std::string_view name;
  std::string_view signature;
};

constexpr WasiFunction kWasiFunctions[] = {
#define WASMC_WASI_FUNCTION(name, signature) {name, signature},
#include "wasmc/abi/wasi_functions.def"
#undef WASMC_WASI_FUNCTION
};

// As wasi_functions.def writes types; '?' for a type that occurs in none of them.
char letterOf(wasm::ValueType type) {
  switch (type.bits()) {
  case WASMC_VALUE_i32:
    return 'i';
  case WASMC_VALUE_i64:
    return 'l';
  default:
    return '?';
  }
}

std::string signatureOf(const wasm::SubType &type) {
  std::string signature;
  for (wasm::ValueType value : type.params)
    signature += letterOf(value);
  signature += ':';
  for (wasm::ValueType value : type.results)
    signature += letterOf(value);
  return signature;
}

Result<void> checkImport(const wasm::Module &module, const wasm::Import &import) {
  auto refuse = [&](const char *reason) {
    return error(wasmc::Error::kNoOffset, "an executable cannot provide the import \"",
                 import.module, "\" \"", import.name, "\": ", reason);
  };
  bool isUnstable = import.module == "wasi_unstable";
  if (import.kind != wasm::ExternKind::function ||
      (!isUnstable && import.module != "wasi_snapshot_preview1"))
    return refuse("there are only the functions of WASI preview1");
  const WasiFunction *found = std::ranges::find(kWasiFunctions, import.name, &WasiFunction::name);
  if (found == std::end(kWasiFunctions) || (isUnstable && import.name == "sock_accept"))
    return refuse("WASI has no function of this name");
  if (signatureOf(module.types[module.functions[import.index].type.value]) != found->signature)
    return refuse("that function of WASI has another type");
  return {};
}

// A constant table of pointers; null when it is empty.
Constant *pointerTable(Module &module, ArrayRef<Constant *> pointers) {
  PointerType *pointer = PointerType::getUnqual(module.getContext());
  if (pointers.empty())
    return ConstantPointerNull::get(pointer);
  ArrayType *type = ArrayType::get(pointer, pointers.size());
  return new GlobalVariable(module, type, true, GlobalValue::PrivateLinkage,
                            ConstantArray::get(type, pointers));
}

Constant *textConstant(Module &module, const std::string &text) {
  Constant *bytes = ConstantDataArray::getString(module.getContext(), text);
  return new GlobalVariable(module, bytes->getType(), true, GlobalValue::PrivateLinkage, bytes);
}

} // namespace

Result<void> checkExecutable(const wasm::Module &module) {
  auto start = std::ranges::find_if(module.exports, [](const wasm::Export &e) {
    return e.kind == wasm::ExternKind::function && e.name == "_start";
  });
  if (start == module.exports.end())
    return error(wasmc::Error::kNoOffset,
                 "the module does not export a function \"_start\": it is no program");
  if (signatureOf(module.types[module.functions[start->index].type.value]) != ":")
    return error(wasmc::Error::kNoOffset, "\"_start\" must have neither parameters nor results");
  for (const wasm::Import &import : module.imports)
    TRY(checkImport(module, import));
  return {};
}

std::string executableHeaderSymbol(size_t k) {
  return "wasmc_module_" + std::to_string(k);
}

std::unique_ptr<Module> describeExecutable(size_t modules, std::span<const std::string> options,
                                           const wasm::TargetFacts &facts, LLVMContext &context) {
  auto module = std::make_unique<Module>("executable", context);
  module->setTargetTriple(Triple(facts.triple));
  module->setDataLayout(facts.dataLayout);
  std::vector<Constant *> headers;
  for (size_t k = 0; k < modules; ++k)
    headers.push_back(new GlobalVariable(*module, llvm::Type::getInt8Ty(context), true,
                                         GlobalValue::ExternalLinkage, nullptr,
                                         executableHeaderSymbol(k)));
  std::vector<Constant *> words;
  for (const std::string &option : options)
    words.push_back(textConstant(*module, option));
  llvm::Type *i32 = llvm::Type::getInt32Ty(context);
  // The fields of wasmc_executable.
  Constant *contents =
      ConstantStruct::getAnon({pointerTable(*module, headers), ConstantInt::get(i32, modules),
                               ConstantInt::get(i32, words.size()), pointerTable(*module, words)});
  new GlobalVariable(*module, contents->getType(), true, GlobalValue::ExternalLinkage, contents,
                     WASMC_EXECUTABLE_SYMBOL);
  return module;
}

} // namespace wasmc::container
