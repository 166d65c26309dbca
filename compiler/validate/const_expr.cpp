#include "compiler/validate/const_expr.h"

#include "compiler/decode/body.h"
#include "compiler/decode/empty_visitor.h"

namespace wasmc::validate {

namespace {

// Whether constant expressions may contain the operator at all; global.get has a rule besides.
bool isConstant(Op op, wasm::Features features) {
  switch (op) {
  case Op::i32_const:
  case Op::i64_const:
  case Op::f32_const:
  case Op::f64_const:
  case Op::v128_const:
  case Op::global_get:
  case Op::ref_null:
  case Op::ref_func:
  case Op::ref_i31:
  case Op::struct_new:
  case Op::struct_new_default:
  case Op::array_new:
  case Op::array_new_default:
  case Op::array_new_fixed:
  case Op::any_convert_extern:
  case Op::extern_convert_any:
  case Op::end:
    return true;
  case Op::i32_add:
  case Op::i32_sub:
  case Op::i32_mul:
  case Op::i64_add:
  case Op::i64_sub:
  case Op::i64_mul:
    return features.has(wasm::Feature::extended_const);
  default:
    return false;
  }
}

// What is constant is a matter of the operators one by one; the types are for the Checker.
struct ConstantRules : decode::EmptyVisitor {
  ConstantRules(const Context &context, uint32_t visibleGlobals)
      : context(context), visibleGlobals(visibleGlobals) {}

  const Context &context;
  uint32_t visibleGlobals;
  uint64_t offset = 0;

  void setOffset(uint64_t at) { offset = at; }

  Result<void> onGlobalGet(wasm::GlobalIndex global) {
    if (global.value >= visibleGlobals)
      return error(offset, "unknown global ", global.value);
    if (context.module.globals[global.value].type.isMutable)
      return error(offset, "constant expression required: global ", global.value, " is mutable");
    // Before Wasm 3.0, only imported ones.
    if (global.value >= context.module.importedGlobals &&
        !context.features.has(wasm::Feature::gc) &&
        !context.features.has(wasm::Feature::extended_const))
      return error(offset, "unknown global ", global.value, ": only imported ones are constant");
    return {};
  }
};
static_assert(decode::OperatorVisitor<ConstantRules>);

struct FunctionReferences : decode::EmptyVisitor {
  explicit FunctionReferences(std::vector<bool> &declared) : declared(declared) {}

  std::vector<bool> &declared;

  Result<void> onRefFunc(wasm::FunctionIndex function) {
    if (function.value < declared.size())
      declared[function.value] = true;
    return {};
  }
};
static_assert(decode::OperatorVisitor<FunctionReferences>);

} // namespace

Result<void> checkConstant(const Context &context, Checker &checker,
                           const wasm::Expression &expression, ValueType result,
                           uint32_t visibleGlobals) {
  ConstantRules rules(context, visibleGlobals);
  decode::OperatorReader<ConstantRules> reader(decode::Cursor(expression), context.features, rules);
  while (!reader.atEnd()) {
    TRY(reader.next());
    if (!isConstant(reader.op(), context.features))
      return error(rules.offset, "constant expression required: ", wasm::name(reader.op()));
  }
  return checker.checkExpression(expression, result);
}

void collectDeclared(const wasm::Expression &expression, wasm::Features features,
                     std::vector<bool> &declared) {
  FunctionReferences references(declared);
  // An error will be found, and reported, by checkConstant.
  static_cast<void>(decode::visitOperators(expression, features, references));
}

} // namespace wasmc::validate
