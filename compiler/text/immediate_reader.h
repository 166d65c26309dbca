// The immediates of instructions (spec 6.5): what the text says after an operator's name, and the
// opcode and bytes it stands for.
#ifndef WASMC_COMPILER_TEXT_IMMEDIATE_READER_H
#define WASMC_COMPILER_TEXT_IMMEDIATE_READER_H

#include "compiler/text/type_reader.h"
#include "compiler/wasm/operators.h"

namespace wasmc::text {

void writeOpcode(ByteWriter &to, wasm::Op op);

// The labels of the blocks around an instruction. Finds one in constant time, so that deep nesting
// does not cost the square of its depth.
class LabelStack {
public:
  bool empty() const { return names_.empty(); }
  // An empty name: a block without one.
  void push(std::string name) {
    if (!name.empty())
      depths_[name].push_back(static_cast<uint32_t>(names_.size()));
    names_.push_back(std::move(name));
  }
  void pop() {
    if (!names_.back().empty())
      depths_[names_.back()].pop_back();
    names_.pop_back();
  }
  const std::string &innermost() const { return names_.back(); }
  // How many blocks lie between here and the innermost of that name.
  std::optional<uint32_t> find(const std::string &name) const {
    auto found = depths_.find(name);
    if (found == depths_.end() || found->second.empty())
      return std::nullopt;
    return static_cast<uint32_t>(names_.size()) - 1 - found->second.back();
  }

private:
  std::vector<std::string> names_; // innermost last
  std::unordered_map<std::string, std::vector<uint32_t>> depths_;
};

class ImmediateReader {
public:
  ImmediateReader(TokenStream &tokens, ModuleState &state, const IndexSpace &locals,
                  const LabelStack &labels)
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
  const LabelStack &labels_;
};

} // namespace wasmc::text

#endif
