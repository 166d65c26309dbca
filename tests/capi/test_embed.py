"""A native program with a module linked in: `--emit=obj`, libwasmc-rt.a and gcc, nothing else."""

import os
import pathlib
import subprocess
import sys
import unittest

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(TOP / "tests" / "cli"))
import harness  # noqa: E402
from harness import guest  # noqa: E402

# Drives one module through the whole interface and prints what it sees.
DRIVER = r"""
#include "wasmc/embed.h"
#include <stdio.h>
#include <string.h>

static uint32_t twice(void *env, wasmc_store *store, wasmc_slot *slots) {
  (void)store;
  ++*(int *)env;
  if (slots[0].i32 < 0)
    return WASMC_TRAP_host_error;
  slots[0].i64 = 2 * (int64_t)slots[0].i32;
  return WASMC_TRAP_none;
}

int main(void) {
  int calls = 0;
  const wasmc_embed_function functions[] = {{"env", "twice", "i:l", twice, &calls}};
  const wasmc_embed_options options = {.functions = functions, .function_count = 1};
  if (wasmc_instance_new(&wasmc_module, NULL) == NULL)
    printf("refused: %s\n", wasmc_last_error());
  wasmc_instance *a = wasmc_instance_new(&wasmc_module, &options);
  wasmc_instance *b = wasmc_instance_new(&wasmc_module, &options);
  if (a == NULL || b == NULL) {
    printf("%s\n", wasmc_last_error());
    return 1;
  }
  wasmc_slot slots[2];
  memset(slots, 0, sizeof slots);
  slots[0].i32 = 21;
  uint32_t code = wasmc_call(a, "double", slots, 2);
  printf("double: %u %lld\n", code, (long long)slots[0].i64);
  slots[0].i32 = -1;
  printf("host error: %s\n", wasmc_trap_message(wasmc_call(a, "double", slots, 2)));
  slots[0].i32 = 0;
  printf("trap: %s\n", wasmc_trap_message(wasmc_call(a, "divide", slots, 2)));
  slots[0].i32 = 8;
  slots[1].i32 = 77;
  code = wasmc_call(a, "poke", slots, 2);
  size_t bytes = 0;
  uint8_t *ours = wasmc_memory_data(a, "memory", &bytes);
  uint8_t *theirs = wasmc_memory_data(b, "memory", &bytes);
  printf("memory: %u %zu %u %u %.5s\n", code, bytes, ours[8], theirs[8], (char *)theirs);
  printf("missing: %d %s\n", wasmc_call(a, "nothing", slots, 2) == WASMC_CALL_FAILED,
         wasmc_last_error());
  printf("slots: %d\n", wasmc_call(a, "poke", slots, 1) == WASMC_CALL_FAILED);
  printf("deep: %s\n", wasmc_trap_message(wasmc_call(b, "recurse", slots, 2)));
  wasmc_instance_delete(a);
  wasmc_instance_delete(b);
  printf("calls: %d\n", calls);
  return 0;
}
"""

MODULE = """
(module
  (import "env" "twice" (func $twice (param i32) (result i64)))
  (memory (export "memory") 1)
  (data (i32.const 0) "hello")
  (func (export "double") (param i32) (result i64) (call $twice (local.get 0)))
  (func (export "divide") (param i32) (result i32) (i32.div_u (i32.const 1) (local.get 0)))
  (func (export "poke") (param i32 i32) (i32.store8 (local.get 0) (local.get 1)))
  (func $recurse (export "recurse") (call $recurse)))
"""

EXPECTED = """refused: unknown import: "env" "twice"
double: 0 42
host error: error in host function
trap: integer divide by zero
memory: 0 65536 77 0 hello
missing: 1 no exported function named nothing
slots: 1
deep: call stack exhausted
calls: 2
"""


class EmbedTest(harness.CliTest):
    def link(self, source, wasm, level):
        """A native program out of a C source and a module."""
        module = self.work / "module.o"
        self.wasmc("compile", level, "--emit=obj", wasm, "-o", module,
                   limit=guest.COMPILE_LIMIT).require()
        program = self.work / "program"
        flags = [flag for flag in os.environ["WASMC_LINK_FLAGS"].split(";") if flag]
        # The archive of a sanitizer build needs clang's support library.
        compiler = "clang-22" if flags else "gcc"
        guest.execute([guest.compiler(compiler), "-std=c11", "-Wall", "-Wextra", "-Werror", "-I",
                       TOP / "include", source, module, os.environ["WASMC_RUNTIME"], *flags, "-o",
                       program]).require()
        return program

    def test_the_whole_interface(self):
        source = self.work / "driver.c"
        source.write_text(DRIVER, encoding="utf-8")
        for level in ("-O0", "-O2"):
            program = self.link(source, self.wasm(MODULE), level)
            outcome = guest.execute([program]).require()
            self.assertEqual(outcome.stdout.decode(), EXPECTED, level)

    def test_the_example(self):
        text = (TOP / "examples" / "sum.wat").read_text(encoding="utf-8")
        program = self.link(TOP / "examples" / "embed.c", self.wasm(text), "-O2")
        outcome = guest.execute([program, "3", "4"]).require()
        self.assertEqual(outcome.stdout, b"guest says 7\n3 + 4 = 7\n")

    @unittest.skipIf(os.environ["WASMC_LINK_FLAGS"], "the sanitizers' support library needs glibc")
    def test_another_c_library(self):
        """The archive asks nothing of glibc: the same program, static, against musl."""
        module, program = self.work / "module.o", self.work / "program"
        self.wasmc("compile", "--emit=obj", self.wasm(MODULE), "-o", module).require()
        source = self.work / "driver.c"
        source.write_text(DRIVER, encoding="utf-8")
        guest.execute([guest.compiler("musl-gcc"), "-static", "-I", TOP / "include", source, module,
                       os.environ["WASMC_RUNTIME"], "-o", program]).require()
        self.assertEqual(guest.execute([program]).require().stdout.decode(), EXPECTED)

    def test_the_object_shows_one_symbol(self):
        module = self.work / "module.o"
        self.wasmc("compile", "--emit=obj", self.wasm(MODULE), "-o", module).require()
        symbols = subprocess.run([guest.compiler("nm"), "-g", module], capture_output=True,
                                 text=True, check=True).stdout.split()
        self.assertEqual(symbols[1:], ["R", "wasmc_module"])


if __name__ == "__main__":
    unittest.main()
