"""A native program with a module linked in: `--emit=obj`, libwasmc-rt.a and gcc, nothing else.

With WASMC_TARGET and WASMC_EMULATOR in the environment the programs are for that machine, by clang, and the
emulator runs them.
"""

import os
import pathlib
import subprocess
import sys
import unittest

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(TOP / "tests" / "cli"))
import harness  # noqa: E402
from harness import guest  # noqa: E402

TARGET = os.environ.get("WASMC_TARGET")
LINK_FLAGS = os.environ["WASMC_LINK_FLAGS"].split()
RUN_LIMIT = 120


def compiler_for(language):
    """The command that builds a program of ".c" or ".cpp" for where it is to run."""
    is_cxx = language == ".cpp"
    if TARGET:
        command = [guest.compiler("clang++-22" if is_cxx else "clang-22"), f"--target={TARGET}", "-fuse-ld=lld", "-static"]
    elif LINK_FLAGS:
        # The archive of a sanitizer build needs clang's support library.
        command = [guest.compiler("clang++-22" if is_cxx else "clang-22")]
    else:
        command = [guest.compiler("g++" if is_cxx else "gcc")]
    return [*command, "-std=c++17" if is_cxx else "-std=c11", "-Wall", "-Wextra", "-Werror", "-I", TOP / "include"]


def run(program, *arguments):
    emulator = os.environ["WASMC_EMULATOR"].split() if TARGET else []
    return guest.execute([*(guest.compiler(word) for word in emulator[:1]), *emulator[1:], program, *arguments], limit=RUN_LIMIT)


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
    def object_of(self, source, module, *options):
        """Compiles to an object for where the program is to run."""
        target = [f"--target={TARGET}"] if TARGET else []
        self.wasmc("compile", "--emit=obj", *target, source, "-o", module, *options, limit=guest.COMPILE_LIMIT).require()

    def link(self, source, wasm, level):
        """A native program out of a C source and a module."""
        module = self.work / "module.o"
        self.object_of(wasm, module, level)
        program = self.work / "program"
        guest.execute([*compiler_for(".c"), source, module, os.environ["WASMC_RUNTIME"], *LINK_FLAGS, "-o", program],
                      limit=120).require()
        return program

    def test_the_whole_interface(self):
        source = self.work / "driver.c"
        source.write_text(DRIVER, encoding="utf-8")
        for level in ("-O0", "-O2"):
            program = self.link(source, self.wasm(MODULE), level)
            self.assertEqual(run(program).require().stdout.decode(), EXPECTED, level)

    def test_closed_streams(self):
        """What the program opens under the number of a closed stream is not the guest's."""
        module = """(module
          (import "wasi_snapshot_preview1" "fd_read" (func $read (param i32 i32 i32 i32) (result i32)))
          (memory (export "memory") 1)
          (data (i32.const 0) "\\10\\00\\00\\00\\20\\00\\00\\00")
          (func (export "read") (param i32) (result i32)
            (call $read (local.get 0) (i32.const 0) (i32.const 1) (i32.const 8))))"""
        source = self.work / "closed.c"
        source.write_text(r"""
        #include "wasmc/embed.h"
        #include <fcntl.h>
        #include <stdio.h>
        #include <unistd.h>
        int main(int argc, char **argv) {
          (void)argc;
          const wasmc_embed_options options = {.wasi = 1};
          close(0);
          wasmc_instance *instance = wasmc_instance_new(&wasmc_module, &options);
          if (instance == NULL)
            return puts(wasmc_last_error()), 1;
          int secret = open(argv[1], O_RDONLY);
          dup2(secret, 0);
          wasmc_slot slots[1];
          slots[0].i32 = 0;
          uint32_t code = wasmc_call(instance, "read", slots, 1);
          printf("%u %d %d\n", code, slots[0].i32, secret > 2);
          wasmc_instance_delete(instance);
          return 0;
        }""", encoding="utf-8")
        outcome = run(self.link(source, self.wasm(module), "-O2"), __file__).require()
        self.assertEqual(outcome.stdout, b"0 8 1\n") # badf

    def test_the_example(self):
        text = (TOP / "examples" / "sum.wat").read_text(encoding="utf-8")
        program = self.link(TOP / "examples" / "embed.c", self.wasm(text), "-O2")
        outcome = run(program, "3", "4").require()
        self.assertEqual(outcome.stdout, b"guest says 7\n3 + 4 = 7\n")

    def typed(self, source, modules, language=".c"):
        """A native program out of a source of ours and modules with their headers: (text, name, options)."""
        objects = []
        for text, name, options in modules:
            wat = self.work / f"{name}.wat"
            wat.write_text(text, encoding="utf-8")
            self.object_of(wat, self.work / f"{name}.o", "--emit-header", self.work / f"{name}.h", *options)
            objects.append(self.work / f"{name}.o")
        program = self.work / "program"
        guest.execute([*compiler_for(language), "-I", self.work, source, *objects, os.environ["WASMC_RUNTIME"], *LINK_FLAGS,
                       "-o", program], limit=120).require()
        return run(program, "3", "4")

    def example(self, name):
        return (TOP / "examples" / name).read_text(encoding="utf-8")

    def test_the_typed_example(self):
        outcome = self.typed(TOP / "examples" / "sum_typed.c", [(self.example("sum.wat"), "sum", [])]).require()
        self.assertEqual(outcome.stdout, b"guest says: 7\n3 + 4 = 7\n")

    def test_two_modules_in_one_program(self):
        outcome = self.typed(TOP / "examples" / "two_modules.cpp",
                             [(self.example("sum.wat"), "adder", []), (self.example("counter.wat"), "counter", [])],
                             ".cpp").require()
        self.assertEqual(outcome.stdout.decode().splitlines(),
                         ["sum 7, count 2, inverse 0.5", "error in host function", "1 3 65536", "sum 7", "count 1", "count 2",
                          "count 3", "count 1"])

    def test_names_and_types_of_every_kind(self):
        """Names that are no identifiers, or meant to break out of a comment or a literal; every type."""
        text = r"""(module
          (import "a\"b*/\n??/" "\\" (func $host (param f32 v128 externref) (result f64 v128)))
          (func (export "") (param f32 f64 i64) (result i64 f64 f32) (local.get 2) (local.get 1) (local.get 0))
          (func (export "a-b") (result i32) (i32.const 1))
          (func (export "a.b") (result i32) (i32.const 2))
          (func (export "*/ #error") )
          (func (export "new"))
          (func (export "9") (param v128 externref) (result f64 v128)
            (call $host (f32.const 1.5) (local.get 0) (local.get 1))))"""
        source = r"""
        #include "m.h"
        #include <stdio.h>
        uint32_t m_import_a_b________(void *env, wasmc_store *store, float p0, wasmc_v128 p1, void *p2, double *result0,
                                     wasmc_v128 *result1) {
          (void)store;
          *result0 = p0 * (p2 == env ? 2 : 100);
          result1->bits[0] = p1.bits[1];
          result1->bits[1] = p1.bits[0];
          return WASMC_TRAP_none;
        }
        int main(void) {
          int here = 0;
          wasmc_instance *m = m_new(&here, NULL);
          if (m == NULL)
            return puts(wasmc_last_error()), 1;
          int64_t l = 0; double d = 0; float f = 0; int32_t a = 0, b = 0;
          wasmc_v128 v = {{1, 2}};
          m__(m, 1.5f, 2.5, -3, &l, &d, &f);
          m_a_b(m, &a);
          m_a_b_2(m, &b);
          printf("%lld %g %g %d %d\n", (long long)l, d, f, a, b);
          m__9(m, v, &here, &d, &v);
          m_____error(m);
          m_new_2(m);
          printf("%g %d %d\n", d, (int)v.bits[0], (int)v.bits[1]);
          wasmc_instance_delete(m);
          return 0;
        }"""
        for language in (".c", ".cpp"):
            copy = self.work / f"driver{language}"
            copy.write_text(source, encoding="utf-8")
            outcome = self.typed(copy, [(text, "m", [])], language).require()
            self.assertEqual(outcome.stdout, b"-3 2.5 1.5 1 2\n3 2 1\n")

    def test_the_prefix(self):
        wat = self.wasm(MODULE)
        module = self.work / "module.o"
        self.wasmc("compile", "--emit=obj", "--prefix", "mine", wat, "-o", module).require()
        symbols = subprocess.run([guest.compiler("nm"), "-g", module], capture_output=True, text=True, check=True).stdout.split()
        self.assertEqual(symbols[1:], ["R", "mine_module"])
        self.assert_refused(self.wasmc("compile", "--emit=obj", "--prefix", "a-b", wat, "-o", module), "--prefix", status=2)
        self.assert_refused(self.wasmc("compile", "--prefix", "a", wat, "-o", module), "--emit=obj", status=2)

    def test_imports_that_are_no_functions(self):
        wat = self.wasm('(module (import "env" "memory" (memory 1)))')
        outcome = self.wasmc("compile", "--emit=obj", "--emit-header", self.work / "m.h", wat, "-o", self.work / "m.o")
        self.assert_refused(outcome, '"env" "memory"', "functions only")
        self.assertFalse((self.work / "m.h").exists() or (self.work / "m.o").exists())

    def test_no_object_without_its_header(self):
        wat, module = self.wasm('(module (func (export "f")))'), self.work / "m.o"
        module.write_bytes(b"before")
        outcome = self.wasmc("compile", "--emit=obj", "--emit-header", self.work / "absent" / "m.h", wat, "-o", module)
        self.assert_refused(outcome, "absent/m.h", "cannot create")
        self.assertEqual(module.read_bytes(), b"before")
        self.assertEqual([p.name for p in self.work.glob("m.o*")], ["m.o"])

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
