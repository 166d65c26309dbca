// The immediates of instructions (spec 6.5): what the text says after an operator's name, and the
// opcode and bytes it stands for.
#ifndef WASMC_COMPILER_TEXT_IMMEDIATE_READER_H
#define WASMC_COMPILER_TEXT_IMMEDIATE_READER_H

#include "compiler/text/type_reader.h"
#include "compiler/wasm/operators.h"

namespace wasmc::text {

void writeOpcode(ByteWriter &to, wasm::Op op);

class ImmediateReader {
public:
  // `labels`: names of the blocks around, innermost last, empty for a block without a name.
  ImmediateReader(TokenStream &tokens, ModuleState &state, const IndexSpace &locals,
                  const std::vector<std::string> &labels)
      : tokens_(tokens), state_(state), types_(tokens, state), locals_(locals), labels_(labels) {}

  // An operator that is no block, whose name is behind: opcode and immediates.
  Result<void> instruction(ByteWriter &to, wasm::Op op);
  Result<void> blockType(ByteWriter &to);
  // The catch clauses of a try_table, and their number.
  Result<void> catchClauses(ByteWriter &to);

private:
  Result<void> immediates(ByteWriter &to, wasm::Op op);
  Result<void> index(ByteWriter &to, const IndexSpace &space);
  Result<void> label(ByteWriter &to);
  Result<void> labels(ByteWriter &to);
  Result<void> typeTable(ByteWriter &to);
  Result<void> typeField(ByteWriter &to);
  Result<void> select(ByteWriter &to);
  Result<void> heapType(ByteWriter &to, wasm::Op op);
  Result<void> castBranch(ByteWriter &to);
  Result<void> optionalIndex(ByteWriter &to, const IndexSpace &space);
  Result<void> optionalPair(ByteWriter &to, const IndexSpace &space);
  Result<void> segmentAndPlace(ByteWriter &to, const IndexSpace &segments,
                               const IndexSpace &places);
  Result<void> dataIndex(ByteWriter &to);
  Result<void> memArg(ByteWriter &to, wasm::Op op, bool hasLane);
  bool atAssignment(uint32_t ahead) const;
  Result<uint64_t> assignment(std::string_view key, uint64_t otherwise);
  Result<void> integer(ByteWriter &to, unsigned bits);
  Result<void> v128(ByteWriter &to);
  Result<void> lane(ByteWriter &to);
  Result<void> shuffle(ByteWriter &to);

  TokenStream &tokens_;
  ModuleState &state_;
  TypeReader types_;
  const IndexSpace &locals_;
  const std::vector<std::string> &labels_;
};

} // namespace wasmc::text

#endif
