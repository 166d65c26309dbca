// Types of the text format (spec 6.4): reads them, and writes their binary form.
#ifndef WASMC_COMPILER_TEXT_TYPE_READER_H
#define WASMC_COMPILER_TEXT_TYPE_READER_H

#include "compiler/text/module_state.h"
#include "compiler/text/token_stream.h"

namespace wasmc::text {

void writeHeapType(ByteWriter &to, wasm::HeapType heap);
void writeValueType(ByteWriter &to, wasm::ValueType type);

// A parameter's or local's name and where it stands.
struct NamedLocal {
  uint32_t index = 0;
  std::string name;
  uint32_t offset = 0;
};

// `(type x)? (param ...)* (result ...)*` (spec 6.4.7).
struct TypeUse {
  std::optional<uint32_t> index;
  FunctionType function;
  bool isInline = false; // has parameters or results of its own
  std::vector<NamedLocal> names;
  uint32_t offset = 0;
};

struct TableLimits {
  bool is64 = false;
  uint64_t min = 0;
  std::optional<uint64_t> max;
};

class TypeReader {
public:
  TypeReader(TokenStream &tokens, ModuleState &state) : tokens_(tokens), state_(state) {}

  // A number or an identifier.
  Result<uint32_t> index(const IndexSpace &space);

  Result<wasm::HeapType> heapType();
  bool atReferenceType() const;
  Result<wasm::ValueType> referenceType();
  Result<wasm::ValueType> valueType();
  // Value types up to the closing parenthesis, which it takes.
  Result<void> valueTypes(std::vector<wasm::ValueType> &types);

  enum class Names : uint8_t { allowed, refused };
  Result<TypeUse> typeUse(Names names);
  // The type that a type use means; adds it when no type is like it.
  Result<uint32_t> resolve(const TypeUse &use);

  // Table, memory and global types, as the binary format has them.
  Result<TableLimits> limits(bool is64);
  bool addressType(); // takes i32 or i64; whether it is i64
  Result<void> tableType(ByteWriter &to);
  Result<void> memoryType(ByteWriter &to);
  Result<uint64_t> pageSize(); // its log2; takes `(pagesize n)` if it is next
  Result<void> globalType(ByteWriter &to);

  // A `(type ...)` or `(rec ...)` field, from its `(` to its `)`. The names of all types are known.
  Result<void> typeField();

private:
  Result<void> typeDefinition(ByteWriter &to, bool isAlone);
  Result<void> compositeType(ByteWriter &to, TextType &type);
  Result<FunctionType> functionType(std::vector<NamedLocal> *names);
  Result<void> structType(ByteWriter &to, TextType &type);
  Result<void> fieldType(ByteWriter &to);
  Result<void> parameters(FunctionType &function, std::vector<NamedLocal> *names);

  TokenStream &tokens_;
  ModuleState &state_;
};

void writeLimits(ByteWriter &to, const TableLimits &limits, uint8_t moreFlags);
// Limits flags beyond the maximum's (spec 5.3.10, proposals threads and custom-page-sizes).
inline constexpr uint8_t kLimitsShared = 2;
inline constexpr uint8_t kLimitsPageSize = 8;
inline constexpr uint64_t kDefaultPageSizeLog2 = 16;

} // namespace wasmc::text

#endif
