#include "compiler/text/type_reader.h"

#include <bit>

namespace wasmc::text {

using wasm::CompositeKind;
using wasm::HeapKind;
using wasm::HeapType;
using wasm::ValueType;

namespace {

struct AbstractHeapType {
  HeapKind kind;
  uint8_t code;
  std::string_view name;
  std::string_view reference; // abbreviation of (ref null name)
};

// spec 5.3.3 and 6.4.3
constexpr AbstractHeapType kAbstractHeapTypes[] = {
    {HeapKind::func, 0x70, "func", "funcref"},
    {HeapKind::nofunc, 0x73, "nofunc", "nullfuncref"},
    {HeapKind::extern_, 0x6f, "extern", "externref"},
    {HeapKind::noextern, 0x72, "noextern", "nullexternref"},
    {HeapKind::any, 0x6e, "any", "anyref"},
    {HeapKind::eq, 0x6d, "eq", "eqref"},
    {HeapKind::i31, 0x6c, "i31", "i31ref"},
    {HeapKind::struct_, 0x6b, "struct", "structref"},
    {HeapKind::array, 0x6a, "array", "arrayref"},
    {HeapKind::none, 0x71, "none", "nullref"},
    {HeapKind::exn, 0x69, "exn", "exnref"},
    {HeapKind::noexn, 0x74, "noexn", "nullexnref"},
};

// What a ValueType can hold; more types than a module may have.
constexpr uint32_t kMaxTypeIndex = (1u << 20) - 1;

ValueType numberType(std::string_view word) {
  if (word == "i32")
    return wasm::kI32;
  if (word == "i64")
    return wasm::kI64;
  if (word == "f32")
    return wasm::kF32;
  if (word == "f64")
    return wasm::kF64;
  return word == "v128" ? wasm::kV128 : wasm::kBottom;
}

uint8_t abstractCode(HeapKind kind) {
  for (const AbstractHeapType &entry : kAbstractHeapTypes)
    if (entry.kind == kind)
      return entry.code;
  return 0;
}

uint8_t numberCode(ValueType type) {
  // i32 is 0x7f, and so on downwards; packed types are 0x78 and 0x77.
  if (type == wasm::kI8)
    return 0x78;
  if (type == wasm::kI16)
    return 0x77;
  return static_cast<uint8_t>(0x80 - type.kind());
}
static_assert(WASMC_VALUE_i32 == 1 && WASMC_VALUE_v128 == 5);

constexpr uint8_t kFunction = 0x60;
constexpr uint8_t kStruct = 0x5f;
constexpr uint8_t kArray = 0x5e;
constexpr uint8_t kSub = 0x50;
constexpr uint8_t kSubFinal = 0x4f;
constexpr uint8_t kRec = 0x4e;

void writeSignature(ByteWriter &to, const FunctionType &function) {
  for (const std::vector<ValueType> *types : {&function.params, &function.results}) {
    to.unsignedLeb(types->size());
    for (ValueType type : *types)
      writeValueType(to, type);
  }
}

std::string signatureOf(const FunctionType &function) {
  ByteWriter bytes;
  writeSignature(bytes, function);
  return {bytes.bytes().begin(), bytes.bytes().end()};
}

} // namespace

void writeHeapType(ByteWriter &to, HeapType heap) {
  if (heap.kind == HeapKind::defined)
    to.signedLeb(heap.index.value);
  else
    to.byte(abstractCode(heap.kind));
}

void writeValueType(ByteWriter &to, ValueType type) {
  constexpr uint8_t kRef = 0x64;
  constexpr uint8_t kRefNull = 0x63;
  if (!type.isRef()) {
    to.byte(numberCode(type));
    return;
  }
  bool isShort = type.isNullable() && type.heap().kind != HeapKind::defined;
  if (!isShort)
    to.byte(type.isNullable() ? kRefNull : kRef);
  writeHeapType(to, type.heap());
}

Result<uint32_t> TypeReader::index(const IndexSpace &space) {
  uint32_t offset = tokens_.offset();
  if (std::optional<std::string> name = tokens_.acceptIdentifier())
    return space.find(*name, offset);
  return tokens_.naturalU32();
}

Result<HeapType> TypeReader::heapType() {
  if (tokens_.atIndex()) {
    uint32_t offset = tokens_.offset();
    TRY_ASSIGN(uint32_t type, index(state_.types));
    if (type > kMaxTypeIndex)
      return error(offset, "unknown type ", type);
    return HeapType::defined(wasm::TypeIndex(type));
  }
  if (tokens_.at(TokenKind::keyword))
    for (const AbstractHeapType &entry : kAbstractHeapTypes)
      if (tokens_.acceptKeyword(entry.name))
        return HeapType{entry.kind, {}};
  return tokens_.unexpected();
}

bool TypeReader::atReferenceType() const {
  if (tokens_.atForm("ref"))
    return true;
  if (!tokens_.at(TokenKind::keyword))
    return false;
  return std::ranges::any_of(kAbstractHeapTypes, [&](const AbstractHeapType &entry) {
    return tokens_.word() == entry.reference;
  });
}

Result<ValueType> TypeReader::referenceType() {
  if (tokens_.acceptForm("ref")) {
    bool isNullable = tokens_.acceptKeyword("null");
    TRY_ASSIGN(HeapType heap, heapType());
    TRY(tokens_.expect(TokenKind::right));
    return ValueType::ref(heap, isNullable);
  }
  if (tokens_.at(TokenKind::keyword))
    for (const AbstractHeapType &entry : kAbstractHeapTypes)
      if (tokens_.acceptKeyword(entry.reference))
        return ValueType::ref({entry.kind, {}}, true);
  return tokens_.unexpected();
}

Result<ValueType> TypeReader::valueType() {
  if (tokens_.at(TokenKind::keyword)) {
    ValueType number = numberType(tokens_.word());
    if (!number.isBottom()) {
      tokens_.next();
      return number;
    }
  }
  return referenceType();
}

Result<void> TypeReader::valueTypes(std::vector<ValueType> &types) {
  while (!tokens_.accept(TokenKind::right)) {
    TRY_ASSIGN(ValueType type, valueType());
    types.push_back(type);
  }
  return {};
}

Result<void> TypeReader::parameters(FunctionType &function, std::vector<NamedLocal> *names) {
  uint32_t offset = tokens_.offset();
  if (names != nullptr && tokens_.at(TokenKind::identifier)) {
    auto index = static_cast<uint32_t>(function.params.size());
    names->push_back({index, *tokens_.acceptIdentifier(), offset});
    TRY_ASSIGN(ValueType type, valueType());
    function.params.push_back(type);
    return tokens_.expect(TokenKind::right);
  }
  return valueTypes(function.params);
}

Result<FunctionType> TypeReader::functionType(std::vector<NamedLocal> *names) {
  FunctionType function;
  while (tokens_.acceptForm("param"))
    TRY(parameters(function, names));
  while (tokens_.acceptForm("result"))
    TRY(valueTypes(function.results));
  if (tokens_.atForm("param")) {
    tokens_.next();
    return tokens_.unexpected();
  }
  return function;
}

Result<TypeUse> TypeReader::typeUse(Names names) {
  TypeUse use;
  use.offset = tokens_.offset();
  if (tokens_.acceptForm("type")) {
    TRY_ASSIGN(use.index, index(state_.types));
    TRY(tokens_.expect(TokenKind::right));
  }
  use.isInline = tokens_.atForm("param") || tokens_.atForm("result");
  TRY_ASSIGN(use.function, functionType(names == Names::allowed ? &use.names : nullptr));
  return use;
}

Result<uint32_t> TypeReader::resolve(const TypeUse &use) {
  if (use.index && !use.isInline)
    return *use.index;
  std::string signature = signatureOf(use.function);
  if (use.index) {
    if (*use.index >= state_.definedTypes.size())
      return error(use.offset, "unknown type ", *use.index);
    const TextType &type = state_.definedTypes[*use.index];
    if (type.kind != CompositeKind::function || type.signature != signature)
      return error(use.offset, "inline function type does not match type ", *use.index);
    return *use.index;
  }
  auto next = static_cast<uint32_t>(state_.definedTypes.size());
  auto [entry, isNew] = state_.plainFunctionTypes.emplace(signature, next);
  if (isNew) {
    ByteWriter &to = state_.section(SectionId::type).add(use.offset);
    to.byte(kFunction);
    to.raw(signature);
    TextType type;
    type.parameters = static_cast<uint32_t>(use.function.params.size());
    type.signature = std::move(signature);
    state_.definedTypes.push_back(std::move(type));
  }
  return entry->second;
}

Result<void> TypeReader::typeField() {
  Section &section = state_.section(SectionId::type);
  uint32_t offset = tokens_.offset();
  if (tokens_.atForm("type")) {
    ByteWriter &to = section.add(offset);
    return typeDefinition(to, true);
  }
  TRY(tokens_.expectForm("rec"));
  ByteWriter members;
  uint32_t count = 0;
  // Whether the group has one member shows only at its end, but decides about its first.
  auto first = static_cast<uint32_t>(state_.definedTypes.size());
  for (; !tokens_.accept(TokenKind::right); ++count) {
    members.mark(tokens_.offset());
    TRY(typeDefinition(members, false));
  }
  ByteWriter &to = section.add(offset);
  to.byte(kRec);
  to.unsignedLeb(count);
  bool isPlain = count == 1 && members.bytes()[0] == kFunction;
  if (isPlain)
    state_.plainFunctionTypes.emplace(state_.definedTypes[first].signature, first);
  to.append(members);
  return {};
}

Result<void> TypeReader::typeDefinition(ByteWriter &to, bool isAlone) {
  TRY(tokens_.expectForm("type"));
  (void)tokens_.acceptIdentifier();
  TextType type;
  bool isPlain = true;
  bool isSub = tokens_.acceptForm("sub");
  if (isSub) {
    bool isFinal = tokens_.acceptKeyword("final");
    std::vector<uint32_t> supertypes;
    while (tokens_.atIndex()) {
      TRY_ASSIGN(uint32_t supertype, index(state_.types));
      supertypes.push_back(supertype);
    }
    isPlain = isFinal && supertypes.empty();
    if (!isPlain) {
      to.byte(isFinal ? kSubFinal : kSub);
      to.unsignedLeb(supertypes.size());
      for (uint32_t supertype : supertypes)
        to.unsignedLeb(supertype);
    }
  }
  TRY(compositeType(to, type));
  if (isSub)
    TRY(tokens_.expect(TokenKind::right));
  TRY(tokens_.expect(TokenKind::right));
  auto index = static_cast<uint32_t>(state_.definedTypes.size());
  if (isAlone && isPlain && type.kind == CompositeKind::function)
    state_.plainFunctionTypes.emplace(type.signature, index);
  state_.definedTypes.push_back(std::move(type));
  return {};
}

Result<void> TypeReader::compositeType(ByteWriter &to, TextType &type) {
  if (tokens_.acceptForm("func")) {
    std::vector<NamedLocal> names; // bind nothing
    TRY_ASSIGN(FunctionType function, functionType(&names));
    type.parameters = static_cast<uint32_t>(function.params.size());
    type.signature = signatureOf(function);
    to.byte(kFunction);
    to.raw(type.signature);
    return tokens_.expect(TokenKind::right);
  }
  if (tokens_.acceptForm("struct")) {
    type.kind = CompositeKind::struct_;
    return structType(to, type);
  }
  TRY(tokens_.expectForm("array"));
  type.kind = CompositeKind::array;
  to.byte(kArray);
  TRY(fieldType(to));
  return tokens_.expect(TokenKind::right);
}

Result<void> TypeReader::structType(ByteWriter &to, TextType &type) {
  ByteWriter fields;
  while (!tokens_.accept(TokenKind::right)) {
    TRY(tokens_.expectForm("field"));
    uint32_t offset = tokens_.offset();
    std::optional<std::string> name = tokens_.acceptIdentifier();
    bool isNamed = name.has_value();
    while (isNamed || !tokens_.at(TokenKind::right)) {
      TRY(type.fields.define(std::move(name), offset));
      TRY(fieldType(fields));
      name.reset();
      if (isNamed)
        break;
    }
    TRY(tokens_.expect(TokenKind::right));
  }
  to.byte(kStruct);
  to.unsignedLeb(type.fields.size());
  to.append(fields);
  return {};
}

Result<void> TypeReader::fieldType(ByteWriter &to) {
  bool isMutable = tokens_.acceptForm("mut");
  if (tokens_.acceptKeyword("i8")) {
    writeValueType(to, wasm::kI8);
  } else if (tokens_.acceptKeyword("i16")) {
    writeValueType(to, wasm::kI16);
  } else {
    TRY_ASSIGN(ValueType type, valueType());
    writeValueType(to, type);
  }
  to.byte(isMutable ? 1 : 0);
  return isMutable ? tokens_.expect(TokenKind::right) : Result<void>();
}

bool TypeReader::addressType() {
  if (tokens_.acceptKeyword("i64"))
    return true;
  tokens_.acceptKeyword("i32");
  return false;
}

Result<TableLimits> TypeReader::limits(bool is64) {
  TableLimits limits;
  limits.is64 = is64;
  TRY_ASSIGN(limits.min, tokens_.natural(64));
  if (tokens_.at(TokenKind::number)) {
    TRY_ASSIGN(limits.max, tokens_.natural(64));
  }
  return limits;
}

void writeLimits(ByteWriter &to, const TableLimits &limits, uint8_t moreFlags) {
  constexpr uint8_t kHasMaximum = 1;
  constexpr uint8_t kIs64 = 4;
  to.byte(moreFlags | (limits.max ? kHasMaximum : 0) | (limits.is64 ? kIs64 : 0));
  to.unsignedLeb(limits.min);
  if (limits.max)
    to.unsignedLeb(*limits.max);
}

Result<void> TypeReader::tableType(ByteWriter &to) {
  bool is64 = addressType();
  TRY_ASSIGN(TableLimits size, limits(is64));
  TRY_ASSIGN(ValueType element, referenceType());
  writeValueType(to, element);
  writeLimits(to, size, 0);
  return {};
}

Result<uint64_t> TypeReader::pageSize() {
  if (!tokens_.acceptForm("pagesize"))
    return kDefaultPageSizeLog2;
  uint32_t offset = tokens_.offset();
  TRY_ASSIGN(uint64_t size, tokens_.natural(64));
  if (!std::has_single_bit(size))
    return error(offset, "invalid custom page size");
  TRY(tokens_.expect(TokenKind::right));
  return static_cast<uint64_t>(std::countr_zero(size));
}

Result<void> TypeReader::memoryType(ByteWriter &to) {
  bool is64 = addressType();
  TRY_ASSIGN(TableLimits size, limits(is64));
  uint8_t flags = tokens_.acceptKeyword("shared") ? kLimitsShared : 0;
  TRY_ASSIGN(uint64_t page, pageSize());
  if (page != kDefaultPageSizeLog2)
    flags |= kLimitsPageSize;
  writeLimits(to, size, flags);
  if (page != kDefaultPageSizeLog2)
    to.unsignedLeb(page);
  return {};
}

Result<void> TypeReader::globalType(ByteWriter &to) {
  bool isMutable = tokens_.acceptForm("mut");
  TRY_ASSIGN(ValueType type, valueType());
  if (isMutable)
    TRY(tokens_.expect(TokenKind::right));
  writeValueType(to, type);
  to.byte(isMutable ? 1 : 0);
  return {};
}

} // namespace wasmc::text
