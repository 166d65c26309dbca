// The fields of a module (spec 6.6), in three passes over the tokens: names may be used before
// they are defined, and types that type uses imply come after all explicit ones.
#ifndef WASMC_COMPILER_TEXT_MODULE_READER_H
#define WASMC_COMPILER_TEXT_MODULE_READER_H

#include "compiler/text/expression_reader.h"

namespace wasmc::text {

class ModuleReader {
public:
  // Scripts may say `(module definition ...)`.
  enum class Dialect : uint8_t { file, script };

  ModuleReader(const TokenList &list, Dialect dialect)
      : dialect_(dialect), tokens_(list), annotations_(list), types_(tokens_, state_),
        expressions_(tokens_, state_, annotations_, noLocals_) {}

  // The whole token list: `(module ...)` or its fields.
  Result<BinaryModule> read();

private:
  using FieldReader = Result<void> (ModuleReader::*)();
  struct FieldKind {
    std::string_view keyword;
    FieldReader collect; // first pass; null: nothing to collect
    FieldReader read;    // third pass; null: the second has read it
  };
  static const FieldKind kFields[];

  // An element list (spec 6.6.11).
  struct ElementList {
    bool isExpressions = false;
    wasm::ValueType type = wasm::kFuncRef;
    uint32_t count = 0;
    ByteWriter items;
  };
  struct ImportName {
    std::string module;
    std::string name;
    uint32_t offset = 0;
  };

  Result<const FieldKind *> fieldKind();
  Result<BinaryModule> readBinary();
  Result<BinaryModule> readQuote();

  // First pass: names. From behind the keyword; the caller skips the rest of the field.
  Result<void> collectFields();
  Result<void> collectType();
  Result<void> collectRec();
  Result<void> collectImport();
  Result<void> collectFunction() { return collectItem(state_.functions, "function"); }
  Result<void> collectTable() { return collectItem(state_.tables, "table"); }
  Result<void> collectMemory() { return collectItem(state_.memories, "memory"); }
  Result<void> collectGlobal() { return collectItem(state_.globals, "global"); }
  Result<void> collectTag() { return collectItem(state_.tags, "tag"); }
  Result<void> collectElements() { return collectName(state_.elements); }
  Result<void> collectData() { return collectName(state_.datas); }
  Result<void> collectItem(IndexSpace &space, const char *what);
  Result<void> collectName(IndexSpace &space);
  Result<void> collectInlineSegment();
  IndexSpace *spaceOf(std::string_view keyword);

  // Second pass.
  Result<void> readTypes();

  // Third pass, from behind the keyword to the closing parenthesis, which they take.
  Result<void> readFields();
  Result<void> readImport();
  Result<void> readFunction();
  Result<void> readTable();
  Result<void> readMemory();
  Result<void> readGlobal();
  Result<void> readTag();
  Result<void> readExport();
  Result<void> readStart();
  Result<void> readElements();
  Result<void> readData();

  Result<void> functionBody(uint32_t index, const TypeUse &use, uint32_t type, uint32_t offset);
  Result<void> bindParameters(IndexSpace &locals, const TypeUse &use, uint32_t type,
                              LocalNames &names);
  Result<void> localGroups(ByteWriter &body, IndexSpace &locals, LocalNames &names);
  Result<void> inlineElements(uint32_t table, uint32_t offset, bool is64);
  Result<void> inlineData(uint32_t memory, uint32_t offset, bool is64, uint64_t pageSizeLog2);

  // What all definitions start with: `$id? (export "n")*`, and the `(import "m" "n")` if there.
  Result<std::string> itemName();
  Result<void> inlineExports(uint8_t kind, uint32_t index);
  Result<std::optional<ImportName>> inlineImport();
  ByteWriter &addImport(const ImportName &import, uint8_t kind);
  Result<ImportName> importName();
  Result<void> tagType(ByteWriter &to);

  Result<void> segmentOffset(ByteWriter &to);
  Result<ElementList> elementList(bool isBareAllowed);
  Result<void> elementIndices(ElementList &list);
  Result<void> elementExpressions(ElementList &list);
  void addElements(uint32_t offset, uint32_t mode, uint32_t table, const ByteWriter &start,
                   const ElementList &list);

  Dialect dialect_;
  TokenStream tokens_;
  ModuleState state_;
  Annotations annotations_;
  TypeReader types_;
  const IndexSpace noLocals_{"local"};
  ExpressionReader expressions_; // for constant expressions
  uint32_t firstField_ = 0;      // token position
  uint32_t depth_ = 0;           // of parentheses around the fields
  const char *definition_ =
      nullptr; // what the first definition defines, after which no import may come
  // Indices of the next items in the third pass.
  uint32_t nextFunction_ = 0;
  uint32_t nextTable_ = 0;
  uint32_t nextMemory_ = 0;
  uint32_t nextGlobal_ = 0;
  uint32_t nextTag_ = 0;
};

} // namespace wasmc::text

#endif
