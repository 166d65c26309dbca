#include "compiler/lower/constant.h"

#include "compiler/decode/body.h"
#include "compiler/decode/empty_visitor.h"

namespace wasmc::lower {

namespace {

constexpr wasm::Features kAnyFeature{~uint32_t{0}};

// Sees the first operator; everything else makes the constant unknown, since setOffset is called
// for each operator and only `X` and `end` may come.
struct ConstantReader : decode::EmptyVisitor {
  KnownConstant first;
  uint32_t operators = 0;

  void setOffset(uint64_t) { ++operators; }
  Done onI32Const(int32_t value) {
    return set({KnownConstant::Kind::integer, static_cast<uint32_t>(value), {}});
  }
  Done onI64Const(int64_t value) {
    return set({KnownConstant::Kind::integer, static_cast<uint64_t>(value), {}});
  }
  Done onRefNull(wasm::HeapType) { return set({KnownConstant::Kind::null, 0, {}}); }
  Done onRefFunc(wasm::FunctionIndex f) { return set({KnownConstant::Kind::function, 0, f}); }

  Done set(const KnownConstant &value) {
    if (operators == 1)
      first = value;
    return {};
  }
};
static_assert(decode::OperatorVisitor<ConstantReader>);

struct ReferenceCollector : decode::EmptyVisitor {
  std::vector<wasm::FunctionIndex> &references;

  explicit ReferenceCollector(std::vector<wasm::FunctionIndex> &to) : references(to) {}
  Done onRefFunc(wasm::FunctionIndex f) {
    references.push_back(f);
    return {};
  }
};
static_assert(decode::OperatorVisitor<ReferenceCollector>);

template <class Visitor> void visit(const wasm::Expression &expression, Visitor &visitor) {
  [[maybe_unused]] Result<void> done = decode::visitOperators(expression, kAnyFeature, visitor);
  assert(done && "a validated expression decodes");
}

} // namespace

KnownConstant readConstant(const wasm::Expression &expression) {
  ConstantReader reader;
  visit(expression, reader);
  return reader.operators == 2 ? reader.first : KnownConstant{};
}

void collectReferences(const wasm::Expression &expression,
                       std::vector<wasm::FunctionIndex> &references) {
  ReferenceCollector collector(references);
  visit(expression, collector);
}

} // namespace wasmc::lower
