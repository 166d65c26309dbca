#include "compiler/text/module_reader.h"

namespace wasmc::text {

const ModuleReader::FieldKind ModuleReader::kFields[] = {
    {"type", &ModuleReader::collectType, nullptr},
    {"rec", &ModuleReader::collectRec, nullptr},
    {"import", &ModuleReader::collectImport, &ModuleReader::readImport},
    {"func", &ModuleReader::collectFunction, &ModuleReader::readFunction},
    {"table", &ModuleReader::collectTable, &ModuleReader::readTable},
    {"memory", &ModuleReader::collectMemory, &ModuleReader::readMemory},
    {"global", &ModuleReader::collectGlobal, &ModuleReader::readGlobal},
    {"tag", &ModuleReader::collectTag, &ModuleReader::readTag},
    {"export", nullptr, &ModuleReader::readExport},
    {"start", nullptr, &ModuleReader::readStart},
    {"elem", &ModuleReader::collectElements, &ModuleReader::readElements},
    {"data", &ModuleReader::collectData, &ModuleReader::readData},
};

Result<BinaryModule> ModuleReader::read() {
  bool isForm = tokens_.acceptForm("module");
  if (isForm) {
    depth_ = 1;
    if (dialect_ == Dialect::script)
      tokens_.acceptKeyword("definition");
    if (std::optional<std::string> name = tokens_.acceptIdentifier())
      state_.moduleName = std::move(*name);
    if (tokens_.acceptKeyword("binary"))
      return readBinary();
    if (tokens_.acceptKeyword("quote"))
      return readQuote();
  }
  firstField_ = tokens_.position();
  TRY(annotations_.takeOfModule(firstField_, depth_, state_));
  TRY(collectFields());
  if (isForm)
    TRY(tokens_.expect(TokenKind::right));
  TRY(tokens_.expect(TokenKind::end));
  TRY(readTypes());
  TRY(readFields());
  TRY(annotations_.checkAllTaken(depth_));
  return assemble(std::move(state_));
}

Result<BinaryModule> ModuleReader::readBinary() {
  ByteWriter bytes;
  while (tokens_.at(TokenKind::string)) {
    bytes.mark(tokens_.offset());
    TRY_ASSIGN(std::string piece, tokens_.string());
    bytes.raw(piece);
  }
  TRY(tokens_.expect(TokenKind::right));
  TRY(tokens_.expect(TokenKind::end));
  return std::move(bytes).take();
}

// The quoted text has places of its own, so errors in it and the map point to the quotes.
Result<BinaryModule> ModuleReader::readQuote() {
  uint32_t start = tokens_.offset();
  std::string text = tokens_.strings();
  TRY(tokens_.expect(TokenKind::right));
  TRY(tokens_.expect(TokenKind::end));
  TRY_ASSIGN(TokenList list, tokenize(text, 0, text.size()));
  TokenStream inner(list);
  bool isQuote = inner.acceptForm("module") && (inner.acceptIdentifier(), inner.atKeyword("quote"));
  if (isQuote) // else hostile quotes in quotes would recurse
    return error(start, "unexpected token quote in a quoted module");
  Result<BinaryModule> module = ModuleReader(list, Dialect::file).read();
  if (!module) {
    module.error().offset = start;
    return module;
  }
  OffsetMap map;
  map.add(0, start);
  return BinaryModule{std::move(module->bytes), std::move(map)};
}

// The kind of the field that is next; its `(` and keyword are taken.
Result<const ModuleReader::FieldKind *> ModuleReader::fieldKind() {
  for (const FieldKind &kind : kFields)
    if (tokens_.acceptForm(kind.keyword))
      return &kind;
  TRY(tokens_.expect(TokenKind::left));
  return tokens_.unexpected();
}

Result<void> ModuleReader::collectFields() {
  while (tokens_.at(TokenKind::left)) {
    TRY_ASSIGN(const FieldKind *kind, fieldKind());
    if (kind->collect != nullptr)
      TRY((this->*kind->collect)());
    TRY(tokens_.skipRest());
  }
  return {};
}

Result<void> ModuleReader::collectName(IndexSpace &space) {
  uint32_t offset = tokens_.offset();
  TRY(space.define(tokens_.acceptIdentifier(), offset));
  return {};
}

Result<void> ModuleReader::collectType() {
  return collectName(state_.types);
}

Result<void> ModuleReader::collectRec() {
  while (tokens_.acceptForm("type")) {
    TRY(collectType());
    TRY(tokens_.skipRest());
  }
  return {};
}

IndexSpace *ModuleReader::spaceOf(std::string_view keyword) {
  if (keyword == "func")
    return &state_.functions;
  if (keyword == "table")
    return &state_.tables;
  if (keyword == "memory")
    return &state_.memories;
  if (keyword == "global")
    return &state_.globals;
  return keyword == "tag" ? &state_.tags : nullptr;
}

Result<void> ModuleReader::collectImport() {
  if (definition_ != nullptr)
    return error(tokens_.offset(), "import after ", definition_);
  TRY(tokens_.string());
  TRY(tokens_.string());
  TRY(tokens_.expect(TokenKind::left));
  IndexSpace *space = spaceOf(tokens_.word());
  if (space == nullptr)
    return tokens_.unexpected();
  tokens_.next();
  TRY(collectName(*space));
  return tokens_.skipRest();
}

Result<void> ModuleReader::collectItem(IndexSpace &space, const char *what) {
  uint32_t offset = tokens_.offset();
  TRY(collectName(space));
  while (tokens_.acceptForm("export"))
    TRY(tokens_.skipRest());
  bool isImport = tokens_.atForm("import");
  if (isImport && definition_ != nullptr)
    return error(offset, "import after ", definition_);
  if (isImport)
    return {};
  if (definition_ == nullptr)
    definition_ = what;
  return collectInlineSegment();
}

// `(table funcref (elem ...))` and `(memory (data ...))` define a segment too.
Result<void> ModuleReader::collectInlineSegment() {
  while (tokens_.at(TokenKind::left) || tokens_.at(TokenKind::keyword) ||
         tokens_.at(TokenKind::number)) {
    if (tokens_.atForm("elem"))
      state_.elements.defineUnnamed(1);
    else if (tokens_.atForm("data"))
      state_.datas.defineUnnamed(1);
    if (tokens_.next().kind == TokenKind::left)
      TRY(tokens_.skipRest());
  }
  return {};
}

Result<void> ModuleReader::readTypes() {
  tokens_.setPosition(firstField_);
  while (tokens_.at(TokenKind::left)) {
    if (tokens_.atForm("type") || tokens_.atForm("rec")) {
      TRY(types_.typeField());
    } else {
      tokens_.next();
      TRY(tokens_.skipRest());
    }
  }
  return {};
}

Result<void> ModuleReader::readFields() {
  tokens_.setPosition(firstField_);
  while (tokens_.at(TokenKind::left)) {
    TRY_ASSIGN(const FieldKind *kind, fieldKind());
    if (kind->read != nullptr)
      TRY((this->*kind->read)());
    else
      TRY(tokens_.skipRest());
  }
  return {};
}

Result<BinaryModule> readModule(std::string_view text) {
  TRY_ASSIGN(TokenList list, tokenize(text, 0, text.size()));
  return ModuleReader(list, ModuleReader::Dialect::file).read();
}

} // namespace wasmc::text
