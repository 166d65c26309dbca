"""The options of `run`: what of the host reaches the guest, and how much of it."""

import os
import resource
import subprocess
import unittest

from harness import CliTest, NOTHING

SHOW_ENVIRONMENT = r"""
#include <stdio.h>
extern char **environ;
int main(int argc, char **argv) {
  for (char **at = environ; at != NULL && *at != NULL; ++at)
    puts(*at);
  printf("%d arguments\n", argc);
}
"""

# Counts how often memory can grow by one page, up to 1000 pages, and exits with 0..255 of it.
GROW = """(module (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (memory (export "memory") 2)
  (func (export "_start") (local $count i32)
    (loop $again
      (if (i32.ne (memory.grow (i32.const 1)) (i32.const -1))
        (then (local.set $count (i32.add (local.get $count) (i32.const 1)))
              (br_if $again (i32.lt_u (local.get $count) (i32.const 200))))))
    (call $exit (local.get $count))))"""

# Writes one byte per level of an endless recursion.
RECURSE = """(module (import "wasi_snapshot_preview1" "fd_write" (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (memory (export "memory") 1) (data (i32.const 0) "\\08\\00\\00\\00\\01\\00\\00\\00x")
  (func $down (result i32)
    (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 16)))
    (i32.add (call $down) (i32.const 1)))
  (func (export "_start") (drop (call $down))))"""


class Environment(CliTest):
    def lines(self, *options, env):
        outcome = self.wasmc("run", *options, self.program(SHOW_ENVIRONMENT), env=env).require()
        return outcome.stdout.decode().splitlines()

    def test_nothing_is_inherited_unasked(self):
        self.assertEqual(self.lines(env={"SECRET": "s", "PATH": "/bin"}), ["1 arguments"])

    def test_set_and_handed_on(self):
        self.assertEqual(self.lines("--env", "A=1", "--env=B=x=y", "--env", "HANDED", "--env", "E=",
                                    env={"HANDED": "on", "SECRET": "s"}),
                         ["A=1", "B=x=y", "HANDED=on", "E=", "1 arguments"])

    def test_the_last_value_of_a_name_counts(self):
        self.assertEqual(self.lines("--env", "A=1", "--env", "B=2", "--env", "A=3", env={}),
                         ["A=3", "B=2", "1 arguments"])

    def test_all_inherited(self):
        host = {"ONE": "1", "EMPTY": "", "SET": "host"}
        for words in (("--inherit-env",), ("-S", "inherit-env"), ("-Sinherit-env=y",), ("-S", "inherit-env=n,inherit-env=y")):
            with self.subTest(words=words):
                lines = self.lines("--env", "SET=here", *words, "--env", "NEW=n", env=host)
                self.assertEqual(lines[:2], ["SET=here", "NEW=n"])
                self.assertEqual(sorted(lines[2:]), ["1 arguments", "EMPTY=", "ONE=1"])
        self.assertEqual(self.lines("-S", "inherit-env=n", env=host), ["1 arguments"])

    def test_inherited_wrongly(self):
        cwasm = self.cwasm(NOTHING)
        for words in (("--inherit-env=y",), ("-S", "inherit-env=maybe"), ("-S", "nonsense"), ("-S",), ("-S", "")):
            with self.subTest(words=words):
                self.assert_refused(self.wasmc("run", *words, *([cwasm] if words != ("-S",) else [])), "-", status=2)

    def test_ten_thousand_arguments(self):
        program = self.program(SHOW_ENVIRONMENT)
        outcome = self.wasmc("run", program, *(["word"] * 10000)).require()
        self.assertEqual(outcome.stdout, b"10001 arguments\n")

    def test_handing_on_what_does_not_exist(self):
        self.assertEqual(self.lines("--env", "ABSENT", env={}), ["1 arguments"])


class Limits(CliTest):
    def test_memory(self):
        cwasm = self.cwasm(GROW)
        self.assert_status(self.wasmc("run", cwasm), 200)
        self.assert_status(self.wasmc("run", "--max-memory-size", str(10 * 65536), cwasm), 8)
        self.assert_status(self.wasmc("run", "--max-memory-size", str(2 * 65536), cwasm), 0)

    def test_memory_that_starts_too_large(self):
        outcome = self.wasmc("run", "--max-memory-size", "65536", self.cwasm(GROW))
        self.assert_refused(outcome, "memory")

    def test_stack(self):
        cwasm = self.cwasm(RECURSE)
        depths = []
        for size in (1 << 20, 2 << 20, 4 << 20):
            outcome = self.wasmc("run", "--max-wasm-stack", str(size), cwasm)
            self.assert_trapped(outcome, "call stack exhausted", ("down", None))
            depths.append(len(outcome.stdout))
        self.assertGreater(depths[0], 1000)
        # The headroom for host functions is taken off each time, so the growth is more than double.
        self.assertGreater(depths[1], depths[0] * 1.9)
        self.assertGreater(depths[2], depths[1] * 1.9)

    def test_bad_numbers(self):
        cwasm = self.cwasm(NOTHING)
        for option in ("--max-memory-size", "--max-wasm-stack"):
            for value in ("", "-1", "many", "1e6", "99999999999999999999999"):
                with self.subTest(option=option, value=value):
                    self.assert_refused(self.wasmc("run", f"{option}={value}", cwasm), option, status=2)

    def run_within(self, addresses, *words):
        return subprocess.run(
            [self.wasmc.program, "run", *words], capture_output=True, timeout=30, check=False,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (addresses, addresses)))

    def test_address_space_too_small_for_the_reservation(self):
        done = self.run_within(1 << 30, self.cwasm(NOTHING))
        self.assertEqual(done.returncode, 1, done)
        text = done.stderr.decode()
        self.assertIn("ulimit -v", text)
        self.assertIn("--bounds-checks", text)

    def test_bounds_checks_need_no_reservation(self):
        wasm = self.wasm(GROW)
        cwasm = self.work / "checked.cwasm"
        self.wasmc("compile", "--bounds-checks", wasm, "-o", cwasm).require()
        self.assertEqual(self.run_within(1 << 30, cwasm).returncode, 200)
        # With room for the stack and 8 MiB: half of what is asked for is tried until it fits.
        done = self.run_within(18 << 20, cwasm)
        self.assertIn(done.returncode, range(1, 200), done)

    def test_bounds_checks_of_a_module_that_is_compiled_to_run(self):
        wasm = self.wasm(GROW)
        env = {**os.environ, "XDG_CACHE_HOME": str(self.work / "cache")}
        self.assert_status(self.wasmc("run", "--bounds-checks", wasm, env=env), 200)
        self.assert_status(self.wasmc("run", wasm, env=env), 200)
        self.assertEqual(len(list((self.work / "cache" / "wasmc").glob("*.cwasm"))), 2)
        # Compiled already, so the small address space is the guest's alone.
        os.environ["XDG_CACHE_HOME"] = env["XDG_CACHE_HOME"]
        self.addCleanup(os.environ.pop, "XDG_CACHE_HOME")
        self.assertEqual(self.run_within(1 << 30, "--bounds-checks", wasm).returncode, 200)
        self.assertEqual(self.run_within(1 << 30, wasm).returncode, 1)

    def test_checks_are_made(self):
        cwasm = self.work / "checked.cwasm"
        wasm = self.wasm('''(module (memory 1) (func (export "load") (param i32) (result i32)
                              (i32.load offset=2 (local.get 0))))''')
        self.wasmc("compile", "--bounds-checks", wasm, "-o", cwasm).require()
        self.assertEqual(self.run_within(1 << 30, "--invoke", "load", cwasm, "65530").returncode, 0)
        for index in ("65531", "70000", "4294967295", "2147483648"):
            done = self.run_within(1 << 30, "--invoke", "load", cwasm, index)
            self.assertEqual(done.returncode, 134, done)
            self.assertIn(b"out of bounds memory access", done.stderr)


class Deterministic(CliTest):
    # What 0/0 gives on this machine's processor, and a product of two different NaNs.
    NANS = '''(module
      (func (export "scalar") (param f64) (result i64) (i64.reinterpret_f64 (f64.div (local.get 0) (local.get 0))))
      (func (export "product") (param i64 i64) (result i64)
        (i64.reinterpret_f64 (f64.mul (f64.reinterpret_i64 (local.get 0)) (f64.reinterpret_i64 (local.get 1)))))
      (func (export "negated") (param f64) (result i64)
        (i64.reinterpret_f64 (f64.neg (f64.sqrt (local.get 0)))))
      (func (export "moved") (param i64) (result i64)
        (i64.reinterpret_f64 (f64.abs (f64.reinterpret_i64 (local.get 0)))))
      (func (export "lanes") (param f32) (result i32)
        (i32x4.extract_lane 2 (f32x4.div (f32x4.splat (local.get 0)) (f32x4.splat (local.get 0)))))
      (func (export "folded") (result i64) (i64.reinterpret_f64 (f64.div (f64.const 0) (f64.const 0)))))'''
    CANONICAL = 0x7ff8000000000000

    def test_nans(self):
        wasm, cwasm = self.wasm(self.NANS), self.work / "nans.cwasm"
        negative = self.CANONICAL - (1 << 63)  # with the sign bit, as a signed number
        for level in ("-O0", "-O2"):
            self.wasmc("compile", level, "--deterministic", wasm, "-o", cwasm).require()
            for name, arguments, result in (
                    ("scalar", ["0"], self.CANONICAL),
                    ("product", [str(0xfff4000000000001), str(0x7ff8000000000abc)], self.CANONICAL),
                    ("negated", ["-1"], negative),
                    ("moved", [str(0xfff8000000000abc)], 0x7ff8000000000abc),
                    ("lanes", ["0"], 0x7fc00000),
                    ("folded", [], self.CANONICAL)):
                with self.subTest(level=level, name=name):
                    outcome = self.wasmc("run", "--invoke", name, cwasm, *arguments).require()
                    self.assertEqual(int(outcome.stdout), result)


class Streams(CliTest):
    HELLO = r"""
#include <errno.h>
#include <stdio.h>
#include <unistd.h>
int main(void) {
  if (write(1, "hello\n", 6) == 6)
    return 0;
  return errno == EPIPE ? 7 : errno == EBADF ? 8 : 9;
}
"""

    def test_closed_stdout(self):
        done = subprocess.run(["sh", "-c", f'exec "{self.wasmc.program}" run "{self.program(self.HELLO)}" >&-'],
                              timeout=30, check=False)
        self.assertEqual(done.returncode, 8)

    def test_pipe_without_a_reader(self):
        cwasm = self.program(self.HELLO)
        reader, writer = os.pipe()
        os.close(reader)
        done = subprocess.run([self.wasmc.program, "run", cwasm], stdout=writer, timeout=30, check=False)
        os.close(writer)
        self.assertEqual(done.returncode, 7)

    def test_full_device(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([self.wasmc.program, "run", self.program(self.HELLO)], stdout=full,
                                  timeout=30, check=False)
        self.assertEqual(done.returncode, 9)


class Features(CliTest):
    """`wasmc features` says the truth: a module that uses a proposal is accepted when it is on, and only then."""

    USES = {
        "simd": "(module (func (param v128)))",
        "tail-call": "(module (func $f (return_call $f)))",
        "function-references": "(module (type $t (func)) (func (param (ref $t))))",
        "gc-types": "(module (type (sub (func))))",
        "gc": "(module (func (result i31ref) (ref.i31 (i32.const 1))))",
        "memory64": "(module (memory i64 1))",
        "multi-memory": "(module (memory 1) (memory 1))",
        "exceptions": "(module (tag))",
        "threads": "(module (memory 1 1 shared))",
        "custom-page-sizes": "(module (memory 1 (pagesize 1)))",
        "wide-arithmetic": "(module (func (param i64 i64) (result i64 i64) (i64.mul_wide_u (local.get 0) (local.get 1))))",
    }

    def test_features(self):
        listing = self.wasmc("features").require().stdout.decode()
        states = {}
        for line in listing.splitlines():
            name, version, state = line.split()
            self.assertIn(version, ("2.0", "3.0", "-"))
            self.assertIn(state, ("on", "off"))
            states[name] = state
        for name, text in self.USES.items():
            with self.subTest(feature=name):
                path = self.work / "module.wat"
                path.write_text(text, encoding="utf-8")
                self.assert_status(self.wasmc("validate", path), 0 if states[name] == "on" else 1)

    def test_takes_no_operand(self):
        self.assert_refused(self.wasmc("features", "more"), status=2)


if __name__ == "__main__":
    unittest.main()
