// The order is the specification's (4.7.2, instantiation): globals, tables' initial elements,
// element segments' values, active element segments, active data segments, start function.

#include "compiler/lower/initialize.h"

#include "compiler/lower/body.h"
#include "compiler/lower/memory.h"
#include "compiler/lower/table.h"
#include "compiler/lower/variable.h"
#include "compiler/wasm/symbols.h"

namespace wasmc::lower {

using namespace llvm;

namespace {

void emitGlobals(FunctionBuilder &b) {
  const wasm::Module &wasm = b.module().wasm;
  for (uint32_t g = wasm.importedGlobals; g < wasm.globals.size(); ++g) {
    b.setWasmOffset(wasm.globals[g].offset);
    Value *value = lowerConstantExpression(b, wasm.globals[g].init);
    // A fresh context holds zeros; writing them would only touch the page.
    if (auto *constant = dyn_cast<Constant>(value); constant && constant->isNullValue())
      continue;
    emitGlobalSet(b, wasm::GlobalIndex(g), value);
  }
}

void emitTableInits(FunctionBuilder &b) {
  const wasm::Module &wasm = b.module().wasm;
  for (uint32_t t = wasm.importedTables; t < wasm.tables.size(); ++t) {
    const wasm::Table &table = wasm.tables[t];
    if (!table.init)
      continue;
    b.setWasmOffset(table.offset);
    Value *reference = lowerConstantExpression(b, *table.init);
    emitTableFill(b, wasm::TableIndex(t), b.getInt64(0), reference,
                  b.getInt64(table.type.limits.min));
  }
}

void emitElementValues(FunctionBuilder &b) {
  const wasm::Module &wasm = b.module().wasm;
  for (size_t s = 0; s < wasm.elements.size(); ++s) {
    uint32_t at = b.module().layout.elementValues[s];
    for (const wasm::Expression &expression : wasm.elements[s].expressions) {
      if (at == 0)
        break;
      b.setWasmOffset(expression.offset);
      b.storeField(lowerConstantExpression(b, expression), b.context(), at);
      at += sizeof(void *);
    }
  }
}

void emitActiveElements(FunctionBuilder &b) {
  const wasm::Module &wasm = b.module().wasm;
  for (uint32_t s = 0; s < wasm.elements.size(); ++s) {
    const wasm::ElementSegment &segment = wasm.elements[s];
    if (segment.mode != wasm::SegmentMode::active)
      continue;
    b.setWasmOffset(segment.offset);
    Value *start = lowerConstantExpression(b, segment.start);
    emitTableInit(b, segment.table, wasm::ElementIndex(s), start, b.getInt32(0),
                  b.getInt32(segment.size()));
    emitElemDrop(b, wasm::ElementIndex(s));
  }
}

void emitActiveData(FunctionBuilder &b, const wasm::DataImage &image) {
  const wasm::Module &wasm = b.module().wasm;
  for (uint32_t s = 0; s < wasm.datas.size(); ++s) {
    const wasm::DataSegment &segment = wasm.datas[s];
    if (segment.mode != wasm::SegmentMode::active || image.covered[s])
      continue;
    b.setWasmOffset(segment.offset);
    Value *start = lowerConstantExpression(b, segment.start);
    emitMemoryInit(
        b, segment.memory, wasm::DataIndex(s),
        {start, b.getInt32(0), b.getInt32(static_cast<uint32_t>(segment.bytes.data.size()))});
    emitDataDrop(b, wasm::DataIndex(s));
  }
}

} // namespace

void makeInitialize(ModuleContext &module, const wasm::DataImage &image) {
  auto *type = FunctionType::get(llvm::Type::getVoidTy(module.llvm()), {module.ptr()}, false);
  llvm::Function *function =
      module.createFunction(type, wasm::kInitializeSymbol, GlobalValue::ExternalLinkage);
  module.debugInfo.describe(*function, std::nullopt, 0);
  FunctionBuilder b(module, *function);
  b.setWasmOffset(0);
  emitGlobals(b);
  emitTableInits(b);
  emitElementValues(b);
  emitActiveElements(b);
  emitActiveData(b, image);
  if (module.wasm.start) {
    b.setWasmOffset(module.wasm.startOffset);
    emitCall(b, emitDirectCallee(b, *module.wasm.start), {});
  }
  b.CreateRetVoid();
}

} // namespace wasmc::lower
