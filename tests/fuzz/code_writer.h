// Instructions and sections of a module under construction.
#ifndef WASMC_TESTS_FUZZ_CODE_WRITER_H
#define WASMC_TESTS_FUZZ_CODE_WRITER_H

#include "compiler/text/byte_writer.h"
#include "compiler/wasm/operators.h"

#include <string>

namespace wasmc::fuzz {

using wasm::Op;
using wasm::ValueType;

// A value type's byte (spec 5.3.1); of the types of Wasm 2.0.
uint8_t encoding(ValueType type);

class CodeWriter : public text::ByteWriter {
public:
  CodeWriter &op(Op op) {
    uint32_t opcode = wasm::info(op).opcode;
    if (opcode < 256) {
      byte(static_cast<uint8_t>(opcode));
    } else {
      byte(static_cast<uint8_t>(opcode >> 16));
      unsignedLeb(opcode & 0xffff);
    }
    return *this;
  }
  CodeWriter &op(Op code, uint32_t immediate) {
    op(code).unsignedLeb(immediate);
    return *this;
  }
  CodeWriter &op(Op code, uint32_t first, uint32_t second) {
    op(code, first).unsignedLeb(second);
    return *this;
  }

  CodeWriter &i32(uint32_t value) {
    op(Op::i32_const).signedLeb(static_cast<int32_t>(value));
    return *this;
  }
  CodeWriter &i64(uint64_t value) {
    op(Op::i64_const).signedLeb(static_cast<int64_t>(value));
    return *this;
  }
  // A constant of a number or vector type, from its bits.
  CodeWriter &constant(ValueType type, uint64_t low, uint64_t high = 0);
  // 0, or null.
  CodeWriter &zero(ValueType type);

  CodeWriter &get(uint32_t local) { return op(Op::local_get, local); }
  CodeWriter &set(uint32_t local) { return op(Op::local_set, local); }
  CodeWriter &tee(uint32_t local) { return op(Op::local_tee, local); }

  // A block without parameters and results, or with one result.
  CodeWriter &open(Op code) {
    op(code).byte(0x40);
    return *this;
  }
  CodeWriter &open(Op code, ValueType result) {
    op(code).byte(encoding(result));
    return *this;
  }
  CodeWriter &end() { return op(Op::end); }

  // memarg (spec 5.4.6). Memory 0 is left out as in Wasm 2.0.
  void memoryArgument(uint32_t alignLog2, uint32_t memory, uint64_t offset) {
    unsignedLeb(alignLog2 | (memory != 0 ? 0x40 : 0));
    if (memory != 0)
      unsignedLeb(memory);
    unsignedLeb(offset);
  }
};

// Puts sections together into a module, leaving out those that are empty.
class ModuleWriter {
public:
  ModuleWriter() { bytes_.raw(std::string_view("\0asm\1\0\0\0", 8)); }

  // `entries` entries that `contents` holds one after the other.
  void section(uint8_t id, size_t entries, const CodeWriter &contents) {
    if (entries == 0)
      return;
    CodeWriter body;
    body.unsignedLeb(entries);
    body.append(contents);
    bytes_.byte(id);
    bytes_.sized(body);
  }
  // A section that is one number.
  void count(uint8_t id, uint32_t number) {
    CodeWriter body;
    body.unsignedLeb(number);
    bytes_.byte(id);
    bytes_.sized(body);
  }

  std::vector<uint8_t> take() { return bytes_.bytes(); }

private:
  CodeWriter bytes_;
};

} // namespace wasmc::fuzz

#endif
