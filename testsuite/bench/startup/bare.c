// The floor: a static program without any C library that leaves at once.
void _start(void) {
#if defined(__x86_64__)
  __asm__ volatile("syscall" : : "a"(231L), "D"(0L));
#elif defined(__aarch64__)
  register long number __asm__("x8") = 94, status __asm__("x0") = 0;
  __asm__ volatile("svc 0" : : "r"(number), "r"(status));
#elif defined(__riscv)
  register long number __asm__("a7") = 94, status __asm__("a0") = 0;
  __asm__ volatile("ecall" : : "r"(number), "r"(status));
#endif
  __builtin_unreachable();
}
