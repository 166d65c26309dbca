#include "compiler/wasm/types.h"

namespace wasmc::wasm {

namespace {

const char *nameOf(HeapKind kind) {
  switch (kind) {
  case HeapKind::func:
    return "func";
  case HeapKind::nofunc:
    return "nofunc";
  case HeapKind::extern_:
    return "extern";
  case HeapKind::noextern:
    return "noextern";
  case HeapKind::any:
    return "any";
  case HeapKind::eq:
    return "eq";
  case HeapKind::i31:
    return "i31";
  case HeapKind::struct_:
    return "struct";
  case HeapKind::array:
    return "array";
  case HeapKind::none:
    return "none";
  case HeapKind::exn:
    return "exn";
  case HeapKind::noexn:
    return "noexn";
  case HeapKind::defined:
    break;
  }
  return "";
}

std::string referenceToString(ValueType type) {
  HeapType heap = type.heap();
  // funcref and externref are what Wasm 2.0 and most users call them.
  if (type == kFuncRef || type == kExternRef)
    return std::string(nameOf(heap.kind)) + "ref";
  return std::string(type.isNullable() ? "(ref null " : "(ref ") + toString(heap) + ")";
}

} // namespace

std::string toString(HeapType heap) {
  if (heap.kind == HeapKind::defined)
    return "$" + std::to_string(heap.index.value);
  return nameOf(heap.kind);
}

std::string toString(ValueType type) {
  switch (type.kind()) {
  case WASMC_VALUE_i32:
    return "i32";
  case WASMC_VALUE_i64:
    return "i64";
  case WASMC_VALUE_f32:
    return "f32";
  case WASMC_VALUE_f64:
    return "f64";
  case WASMC_VALUE_v128:
    return "v128";
  case WASMC_VALUE_i8:
    return "i8";
  case WASMC_VALUE_i16:
    return "i16";
  case WASMC_VALUE_ref:
    return referenceToString(type);
  default:
    return "bot";
  }
}

} // namespace wasmc::wasm
