// What lowering must know of the target, as a plain value filled by the driver: lowering never
// includes code generation.
#ifndef WASMC_COMPILER_WASM_TARGET_FACTS_H
#define WASMC_COMPILER_WASM_TARGET_FACTS_H

#include <stdint.h>

#include <string>

namespace wasmc::wasm {

enum class Architecture : uint8_t { x86_64, aarch64, riscv64 };

struct TargetFacts {
  std::string triple;
  std::string dataLayout; // LLVM's
  Architecture architecture = Architecture::x86_64;
  uint32_t elfMachine = 62;
  uint32_t pageSize = 4096;        // largest host page of the architecture
  uint32_t integerRegisters = 6;   // for arguments, the context included
  uint32_t floatRegisters = 8;     // for float and v128 arguments
  bool hasRoundInstruction = true; // ceil, floor, trunc, nearest without a call (SSE4.1, Zfa, A64)
  bool hasZfa = true;              // false only on riscv64 without it: rounding does not quiet sNaN
  bool hasVectors = true;          // 128-bit vectors in registers (false: rv64gc without V)
  bool hasFma = false;
  bool hasSsse3 = true;
  bool hasAvx = false; // a blend by top bits in one instruction
  // A store that faults has written nothing, however it lies across pages.
  bool hasWholeStores = true;
};

} // namespace wasmc::wasm

#endif
