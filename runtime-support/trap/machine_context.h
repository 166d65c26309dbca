// The registers of interrupted code, as the kernel hands them to a signal handler.
#ifndef WASMC_RUNTIME_TRAP_MACHINE_CONTEXT_H
#define WASMC_RUNTIME_TRAP_MACHINE_CONTEXT_H

#include <stdint.h>

namespace wasmc::trap {

// A view of the kernel's ucontext. The offsets are the kernel's interface and never change:
// arch/{x86,arm64,riscv}/include/uapi/asm/{ucontext,sigcontext}.h.
class MachineContext {
public:
  explicit MachineContext(void *ucontext) : base_(static_cast<uint8_t *>(ucontext)) {}

#if defined(__x86_64__)
  uint64_t &programCounter() { return word(168); }
  uint64_t &stackPointer() { return word(160); }
  uint64_t &framePointer() { return word(120); }
  uint64_t &firstResult() { return word(144); } // rax
#elif defined(__aarch64__)
  uint64_t &programCounter() { return word(440); }
  uint64_t &stackPointer() { return word(432); }
  uint64_t &framePointer() { return word(184 + 29 * 8); }
  uint64_t &firstResult() { return word(184); } // x0
#elif defined(__riscv)
  uint64_t &programCounter() { return word(176); }
  uint64_t &stackPointer() { return word(176 + 2 * 8); }
  uint64_t &framePointer() { return word(176 + 8 * 8); }
  uint64_t &firstResult() { return word(176 + 10 * 8); } // a0
#else
#error "unknown architecture"
#endif

private:
  uint64_t &word(unsigned offset) { return *reinterpret_cast<uint64_t *>(base_ + offset); }

  uint8_t *base_;
};

} // namespace wasmc::trap

#endif
