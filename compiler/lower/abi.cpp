#include "compiler/lower/abi.h"

#include <llvm/Support/ErrorHandling.h>

namespace wasmc::lower {

using namespace llvm;

// At most this many values come back in registers: riscv64 has two for LLVM's C convention, and a
// third would turn into a hidden pointer parameter, which tail calls cannot have.
static constexpr size_t kMaxRegisterResults = 2;

llvm::Type *llvmType(LLVMContext &context, wasm::ValueType type) {
  switch (type.kind()) {
  case WASMC_VALUE_i32:
    return llvm::Type::getInt32Ty(context);
  case WASMC_VALUE_i64:
    return llvm::Type::getInt64Ty(context);
  case WASMC_VALUE_f32:
    return llvm::Type::getFloatTy(context);
  case WASMC_VALUE_f64:
    return llvm::Type::getDoubleTy(context);
  case WASMC_VALUE_v128:
    return FixedVectorType::get(llvm::Type::getInt64Ty(context), 2);
  case WASMC_VALUE_ref:
    return PointerType::getUnqual(context);
  default:
    llvm_unreachable("not a value type");
  }
}

std::vector<llvm::Type *> passedTypes(LLVMContext &context, const wasm::TargetFacts &facts,
                                      wasm::ValueType type) {
  if (type.isVector() && facts.architecture == wasm::Architecture::riscv64) {
    llvm::Type *half = llvm::Type::getInt64Ty(context);
    return {half, half};
  }
  return {llvmType(context, type)};
}

namespace {

// Counts the argument registers that are left.
class RegisterBudget {
public:
  explicit RegisterBudget(const wasm::TargetFacts &facts)
      : integers_(facts.integerRegisters - 1), floats_(facts.floatRegisters) {}

  bool take(const std::vector<llvm::Type *> &types) {
    bool isFloat = types[0]->isFloatingPointTy() || types[0]->isVectorTy();
    uint32_t &left = isFloat ? floats_ : integers_;
    if (left < types.size())
      return false;
    left -= types.size();
    return true;
  }

private:
  uint32_t integers_; // without the context's
  uint32_t floats_;
};

llvm::Type *resultType(LLVMContext &context, const wasm::TargetFacts &facts,
                       const wasm::SubType &type, uint32_t &registerResults) {
  std::vector<llvm::Type *> parts;
  for (wasm::ValueType result : type.results) {
    std::vector<llvm::Type *> passed = passedTypes(context, facts, result);
    if (parts.size() + passed.size() > kMaxRegisterResults)
      break;
    parts.insert(parts.end(), passed.begin(), passed.end());
    ++registerResults;
  }
  if (parts.empty())
    return llvm::Type::getVoidTy(context);
  if (parts.size() == 1)
    return parts[0];
  return StructType::get(context, parts);
}

} // namespace

GuestSignature makeSignature(LLVMContext &context, const wasm::TargetFacts &facts,
                             const wasm::SubType &type) {
  GuestSignature signature;
  signature.params = type.params;
  signature.results = type.results;
  RegisterBudget budget(facts);
  std::vector<llvm::Type *> arguments = {PointerType::getUnqual(context)};
  for (wasm::ValueType param : type.params) {
    std::vector<llvm::Type *> passed = passedTypes(context, facts, param);
    bool fits = budget.take(passed);
    signature.inRegister.push_back(fits);
    if (fits)
      arguments.insert(arguments.end(), passed.begin(), passed.end());
  }
  llvm::Type *result = resultType(context, facts, type, signature.registerResults);
  signature.type = FunctionType::get(result, arguments, false);
  return signature;
}

} // namespace wasmc::lower
