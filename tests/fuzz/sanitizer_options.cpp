// What AddressSanitizer must not look for in programs that use LLVM: its library is not
// instrumented, so containers that are filled there and read here look overrun, and what both
// define looks defined twice.

// NOLINTNEXTLINE(bugprone-reserved-identifier): the name that the sanitizer asks for.
extern "C" const char *__asan_default_options();
// NOLINTNEXTLINE(bugprone-reserved-identifier)
extern "C" const char *__asan_default_options() {
  return "detect_container_overflow=0:detect_odr_violation=0";
}
