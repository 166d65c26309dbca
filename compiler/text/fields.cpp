// Imports, definitions, exports and start (spec 6.6.3 to 6.6.9).
#include "compiler/text/module_reader.h"

namespace wasmc::text {

using wasm::ValueType;

namespace {

constexpr uint8_t kFunction = WASMC_EXTERN_function;
constexpr uint8_t kTable = WASMC_EXTERN_table;
constexpr uint8_t kMemory = WASMC_EXTERN_memory;
constexpr uint8_t kGlobal = WASMC_EXTERN_global;
constexpr uint8_t kTag = WASMC_EXTERN_tag;

} // namespace

Result<std::string> ModuleReader::itemName() {
  std::string name = tokens_.acceptIdentifier().value_or("");
  TRY_ASSIGN(std::optional<std::string> annotated, annotations_.takeName(tokens_.position()));
  return annotated ? std::move(*annotated) : std::move(name);
}

Result<ModuleReader::ImportName> ModuleReader::importName() {
  ImportName import;
  import.offset = tokens_.offset();
  TRY_ASSIGN(import.module, tokens_.name());
  TRY_ASSIGN(import.name, tokens_.name());
  return import;
}

Result<void> ModuleReader::inlineExports(uint8_t kind, uint32_t index) {
  while (tokens_.acceptForm("export")) {
    ByteWriter &to = state_.section(SectionId::export_).add(tokens_.offset());
    TRY_ASSIGN(std::string name, tokens_.name());
    to.name(name);
    to.byte(kind);
    to.unsignedLeb(index);
    TRY(tokens_.expect(TokenKind::right));
  }
  return {};
}

Result<std::optional<ModuleReader::ImportName>> ModuleReader::inlineImport() {
  if (!tokens_.acceptForm("import"))
    return std::nullopt;
  TRY_ASSIGN(ImportName import, importName());
  TRY(tokens_.expect(TokenKind::right));
  return import;
}

ByteWriter &ModuleReader::addImport(const ImportName &import, uint8_t kind) {
  ByteWriter &to = state_.section(SectionId::import).add(import.offset);
  to.name(import.module);
  to.name(import.name);
  to.byte(kind);
  return to;
}

Result<void> ModuleReader::readImport() {
  TRY_ASSIGN(ImportName import, importName());
  if (tokens_.acceptForm("func")) {
    TRY_ASSIGN(std::string name, itemName());
    if (!name.empty())
      state_.functionNames.push_back({nextFunction_, std::move(name)});
    ++nextFunction_;
    TRY_ASSIGN(TypeUse use, types_.typeUse(TypeReader::Names::allowed));
    TRY_ASSIGN(uint32_t type, types_.resolve(use));
    addImport(import, kFunction).unsignedLeb(type);
  } else if (tokens_.acceptForm("table")) {
    TRY(itemName());
    ++nextTable_;
    TRY(types_.tableType(addImport(import, kTable)));
  } else if (tokens_.acceptForm("memory")) {
    TRY(itemName());
    ++nextMemory_;
    TRY(types_.memoryType(addImport(import, kMemory)));
  } else if (tokens_.acceptForm("global")) {
    TRY(itemName());
    ++nextGlobal_;
    TRY(types_.globalType(addImport(import, kGlobal)));
  } else {
    TRY(tokens_.expectForm("tag"));
    TRY(itemName());
    ++nextTag_;
    TRY(tagType(addImport(import, kTag)));
  }
  TRY(tokens_.expect(TokenKind::right));
  return tokens_.expect(TokenKind::right);
}

Result<void> ModuleReader::readFunction() {
  uint32_t offset = tokens_.peek(0).begin;
  uint32_t index = nextFunction_++;
  TRY_ASSIGN(std::string name, itemName());
  if (!name.empty())
    state_.functionNames.push_back({index, std::move(name)});
  TRY(inlineExports(kFunction, index));
  TRY_ASSIGN(std::optional<ImportName> import, inlineImport());
  TRY_ASSIGN(TypeUse use, types_.typeUse(TypeReader::Names::allowed));
  TRY_ASSIGN(uint32_t type, types_.resolve(use));
  if (import) {
    addImport(*import, kFunction).unsignedLeb(type);
    return tokens_.expect(TokenKind::right);
  }
  state_.section(SectionId::function).add(use.offset).unsignedLeb(type);
  return functionBody(index, use, type, offset);
}

Result<void> ModuleReader::functionBody(uint32_t index, const TypeUse &use, uint32_t type,
                                        uint32_t offset) {
  IndexSpace locals("local");
  LocalNames names{index, {}};
  ByteWriter body;
  body.mark(offset);
  TRY(bindParameters(locals, use, type, names));
  TRY(localGroups(body, locals, names));
  ExpressionReader expression(tokens_, state_, annotations_, locals);
  TRY(expression.sequence(body));
  TRY(tokens_.expect(TokenKind::right));
  state_.section(SectionId::code).add(offset).sized(body);
  if (!names.names.empty())
    state_.localNames.push_back(std::move(names));
  if (!expression.branchHints().empty())
    state_.branchHints.push_back({index, expression.branchHints()});
  return {};
}

Result<void> ModuleReader::bindParameters(IndexSpace &locals, const TypeUse &use, uint32_t type,
                                          LocalNames &names) {
  for (const NamedLocal &parameter : use.names) {
    locals.defineUnnamed(parameter.index - locals.size());
    TRY(locals.define(parameter.name, parameter.offset));
    names.names.push_back({parameter.index, parameter.name});
  }
  // A type that is not there is for the validator to tell.
  if (type < state_.definedTypes.size())
    locals.defineUnnamed(state_.definedTypes[type].parameters - locals.size());
  return {};
}

Result<void> ModuleReader::localGroups(ByteWriter &body, IndexSpace &locals, LocalNames &names) {
  std::vector<ValueType> types;
  while (tokens_.acceptForm("local")) {
    uint32_t offset = tokens_.offset();
    if (std::optional<std::string> name = tokens_.acceptIdentifier()) {
      names.names.push_back({locals.size(), *name});
      TRY(locals.define(std::move(name), offset));
      TRY_ASSIGN(ValueType type, types_.valueType());
      types.push_back(type);
      TRY(tokens_.expect(TokenKind::right));
    } else {
      size_t before = types.size();
      TRY(types_.valueTypes(types));
      locals.defineUnnamed(static_cast<uint32_t>(types.size() - before));
    }
  }
  ByteWriter groups;
  uint64_t count = 0;
  for (size_t i = 0; i < types.size(); ++count) {
    size_t start = i;
    while (i < types.size() && types[i] == types[start])
      ++i;
    groups.unsignedLeb(i - start);
    writeValueType(groups, types[start]);
  }
  body.unsignedLeb(count);
  body.append(groups);
  return {};
}

Result<void> ModuleReader::readTable() {
  constexpr uint8_t kHasInitializer = 0x40;
  uint32_t offset = tokens_.offset();
  uint32_t index = nextTable_++;
  TRY(itemName());
  TRY(inlineExports(kTable, index));
  TRY_ASSIGN(std::optional<ImportName> import, inlineImport());
  if (import) {
    TRY(types_.tableType(addImport(*import, kTable)));
    return tokens_.expect(TokenKind::right);
  }
  uint32_t start = tokens_.position();
  bool is64 = types_.addressType();
  if (types_.atReferenceType())
    return inlineElements(index, offset, is64);
  tokens_.setPosition(start);
  ByteWriter type;
  TRY(types_.tableType(type));
  ByteWriter &to = state_.section(SectionId::table).add(offset);
  bool hasInitializer = !tokens_.at(TokenKind::right);
  if (hasInitializer) {
    to.byte(kHasInitializer);
    to.byte(0);
  }
  to.append(type);
  if (hasInitializer)
    TRY(expressions_.sequence(to));
  return tokens_.expect(TokenKind::right);
}

Result<void> ModuleReader::readMemory() {
  uint32_t offset = tokens_.offset();
  uint32_t index = nextMemory_++;
  TRY(itemName());
  TRY(inlineExports(kMemory, index));
  TRY_ASSIGN(std::optional<ImportName> import, inlineImport());
  if (import) {
    TRY(types_.memoryType(addImport(*import, kMemory)));
    return tokens_.expect(TokenKind::right);
  }
  uint32_t start = tokens_.position();
  bool is64 = types_.addressType();
  TRY_ASSIGN(uint64_t page, types_.pageSize());
  if (tokens_.atForm("data"))
    return inlineData(index, offset, is64, page);
  tokens_.setPosition(start);
  TRY(types_.memoryType(state_.section(SectionId::memory).add(offset)));
  return tokens_.expect(TokenKind::right);
}

Result<void> ModuleReader::readGlobal() {
  uint32_t offset = tokens_.offset();
  uint32_t index = nextGlobal_++;
  TRY(itemName());
  TRY(inlineExports(kGlobal, index));
  TRY_ASSIGN(std::optional<ImportName> import, inlineImport());
  if (import) {
    TRY(types_.globalType(addImport(*import, kGlobal)));
    return tokens_.expect(TokenKind::right);
  }
  ByteWriter &to = state_.section(SectionId::global).add(offset);
  TRY(types_.globalType(to));
  TRY(expressions_.sequence(to));
  return tokens_.expect(TokenKind::right);
}

Result<void> ModuleReader::tagType(ByteWriter &to) {
  constexpr uint8_t kException = 0;
  TRY_ASSIGN(TypeUse use, types_.typeUse(TypeReader::Names::allowed));
  TRY_ASSIGN(uint32_t type, types_.resolve(use));
  to.byte(kException);
  to.unsignedLeb(type);
  return {};
}

Result<void> ModuleReader::readTag() {
  uint32_t offset = tokens_.offset();
  uint32_t index = nextTag_++;
  TRY(itemName());
  TRY(inlineExports(kTag, index));
  TRY_ASSIGN(std::optional<ImportName> import, inlineImport());
  if (import)
    TRY(tagType(addImport(*import, kTag)));
  else
    TRY(tagType(state_.section(SectionId::tag).add(offset)));
  return tokens_.expect(TokenKind::right);
}

Result<void> ModuleReader::readExport() {
  struct Kind {
    std::string_view keyword;
    uint8_t kind;
  };
  static constexpr Kind kKinds[] = {{"func", kFunction},
                                    {"table", kTable},
                                    {"memory", kMemory},
                                    {"global", kGlobal},
                                    {"tag", kTag}};
  uint32_t offset = tokens_.offset();
  TRY_ASSIGN(std::string name, tokens_.name());
  TRY(tokens_.expect(TokenKind::left));
  for (const Kind &kind : kKinds) {
    if (!tokens_.acceptKeyword(kind.keyword))
      continue;
    TRY_ASSIGN(uint32_t index, types_.index(*spaceOf(kind.keyword)));
    ByteWriter &to = state_.section(SectionId::export_).add(offset);
    to.name(name);
    to.byte(kind.kind);
    to.unsignedLeb(index);
    TRY(tokens_.expect(TokenKind::right));
    return tokens_.expect(TokenKind::right);
  }
  return tokens_.unexpected();
}

Result<void> ModuleReader::readStart() {
  uint32_t offset = tokens_.offset();
  if (state_.section(SectionId::start).count > 0)
    return error(offset, "multiple start sections");
  TRY_ASSIGN(uint32_t function, types_.index(state_.functions));
  state_.section(SectionId::start).add(offset).unsignedLeb(function);
  return tokens_.expect(TokenKind::right);
}

} // namespace wasmc::text
