"""Programs compiled for another architecture and run there by qemu-user.

Beside what the command-line tests expect, in the environment: WASMC_ARCHITECTURE, and WASMC_CROSS, the
directory with ARCHITECTURE/bin/wasmc below it; WASMC_SCRIPTS, the directory of generate_calls.py.
"""

import os
import pathlib
import re
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "cli"))
from harness import CliTest, guest, offset_of  # noqa: E402
import profiles  # noqa: E402

sys.path.insert(0, os.environ["WASMC_SCRIPTS"])
import generate_calls  # noqa: E402

LEVELS = ("-O0", "-O2")
ARCHITECTURE = os.environ["WASMC_ARCHITECTURE"]
TARGET = f"--target={ARCHITECTURE}-linux-gnu"
OTHER = {"aarch64": "riscv64", "riscv64": "aarch64"}[ARCHITECTURE]
MACHINE_NAME = {"aarch64": "AArch64", "riscv64": "RISC-V"}
BASELINE = {"aarch64": "generic", "riscv64": "rv64gc"}[ARCHITECTURE]
FD_WRITE = '(import "wasi_snapshot_preview1" "fd_write" (func $fd_write (param i32 i32 i32 i32) (result i32)))'

MAX_EXECUTABLE_BYTES = 1_000_000

# qemu is slow, and the machine may be busy.
RUN_LIMIT = 240


class CrossTest(CliTest):
    def compile(self, wasm, level="-O2", *options, name="guest.cwasm"):
        cwasm = self.work / name
        outcome = self.wasmc("compile", wasm, TARGET, level, *options, "-o", cwasm, limit=guest.COMPILE_LIMIT)
        self.assert_status(outcome, 0)
        # LLVM warns about names that it does not know on stderr only.
        self.assertEqual(outcome.stderr, b"", outcome)
        return cwasm

    def emulate(self, cwasm, *arguments, options=(), cpu=None, architecture=ARCHITECTURE):
        front_door = pathlib.Path(os.environ["WASMC_CROSS"]) / architecture / "bin" / "wasmc"
        if not front_door.is_file():
            raise guest.Failure(f"missing input: {front_door} has not been built")
        emulator = [guest.compiler(f"qemu-{architecture}"), *(["-cpu", cpu] if cpu else [])]
        return guest.execute([*emulator, front_door, "run", *options, cwasm, *arguments], RUN_LIMIT)


class Programs(CrossTest):
    HELLO = r"""
    #include <stdio.h>
    #include <stdlib.h>
    int main(int argc, char **argv) {
      printf("hello %d %s %s %.17g\n", argc, argv[argc - 1], getenv("NAME"), 2.0 / 3 * argc);
      return 7;
    }"""

    FILES = r"""
    #include <dirent.h>
    #include <stdio.h>
    #include <stdlib.h>
    #include <string.h>
    #include <sys/stat.h>
    #include <unistd.h>
    static int compare(const void *a, const void *b) { return strcmp(*(char **)a, *(char **)b); }
    int main(void) {
      char text[64], *names[8];
      int count = 0;
      FILE *in = fopen("/data/in", "r");
      if (in == NULL || fgets(text, sizeof text, in) == NULL)
        return 1;
      mkdir("/data/made", 0777);
      FILE *out = fopen("/data/made/out", "w");
      fprintf(out, "copy of %s", text);
      fclose(out);
      struct stat status;
      if (stat("/data/made/out", &status) != 0 || stat("/data/link-out", &status) == 0)
        return 2;
      DIR *directory = opendir("/data");
      for (struct dirent *entry; (entry = readdir(directory)) != NULL && count < 8;)
        if (entry->d_name[0] != '.')
          names[count++] = strdup(entry->d_name);
      qsort(names, count, sizeof *names, compare);
      for (int i = 0; i < count; ++i)
        puts(names[i]);
      return fopen("/etc/passwd", "r") != NULL || fopen("/data/../../etc/passwd", "r") != NULL;
    }"""

    def build(self, source):
        path = self.work / "program.c"
        path.write_text(source, encoding="utf-8")
        guest.build_wasm([path], self.work / "program.wasm", ["-O1"])
        return self.work / "program.wasm"

    def test_hello(self):
        wasm = self.build(self.HELLO)
        for level in LEVELS:
            with self.subTest(level=level):
                outcome = self.emulate(self.compile(wasm, level), "one", "two", options=["--env", "NAME=value"])
                self.assert_status(outcome, 7)
                self.assertEqual(outcome.stdout, b"hello 3 two value 2\n")
                self.assertEqual(outcome.stderr, b"")

    def test_profile(self):
        """A profile of one machine is that of any other, and good for it."""
        wasm = self.build(self.HELLO)
        counts = self.work / "counts"
        counting = self.compile(wasm, "-O2", "--instrument")
        self.assert_status(self.emulate(counting, "one", options=["--env=NAME=value", f"--profile={counts}"]), 7)
        here, here_counts = self.work / "here", self.work / "here.counts"
        self.wasmc("compile", wasm, "--instrument", "-o", here, limit=guest.COMPILE_LIMIT).require()
        # Under a name of the same length: the program looks at it.
        here = here.rename(self.work / counting.name)
        self.assert_status(self.wasmc("run", "--env=NAME=value", f"--profile={here_counts}", here, "one"), 7)
        counted = profiles.Profile.read(counts)
        self.assertGreater(sum(counted.counters), 100)
        self.assertEqual(counted.counters, profiles.Profile.read(here_counts).counters)
        outcome = self.emulate(self.compile(wasm, "-O3", f"--profile-use={here_counts}"), "one", options=["--env=NAME=value"])
        self.assert_status(outcome, 7)
        self.assertEqual(outcome.stdout, b"hello 2 one value 1.3333333333333333\n")

    def test_executable(self):
        wasm = self.build(self.HELLO)
        program = self.compile(wasm, "-O2", "--emit=exe", "--bake-env", "NAME=baked", name="program")
        self.assertLess(program.stat().st_size, MAX_EXECUTABLE_BYTES)
        emulator = guest.compiler(f"qemu-{ARCHITECTURE}")
        outcome = guest.execute([emulator, program, "--wasmc-env", "OTHER=x", "one"], RUN_LIMIT)
        self.assert_status(outcome, 7)
        self.assertEqual(outcome.stdout, b"hello 2 one baked 1.3333333333333333\n")
        big = self.wasm("""(module (memory (export "memory") 4) (func (export "_start") (if (i32.ne
          (i32.load (i32.const 70000)) (i32.const 0x64636261)) (then unreachable))
          (i32.store (i32.const 70000) (i32.const 1)) (i32.store (i32.const 200000) (i32.const 1)))
          (data (i32.const 70000) "abcd"))""")
        program = self.compile(big, "-O2", "--emit=exe", name="big")
        self.assert_status(guest.execute([emulator, program], RUN_LIMIT), 0)

    def test_files_beneath_a_grant(self):
        grant = self.work / "grant"
        grant.mkdir()
        (grant / "in").write_text("the input\n", encoding="utf-8")
        (grant / "link-out").symlink_to("/etc/passwd")
        outcome = self.emulate(self.compile(self.build(self.FILES)), options=["--dir", f"{grant}::/data"])
        self.assert_status(outcome, 0)
        self.assertEqual(outcome.stdout.decode().split(), ["in", "link-out", "made"])
        self.assertEqual((grant / "made" / "out").read_bytes(), b"copy of the input\n")

    def test_calls_of_every_shape(self):
        """More parameters and results than there are registers, tables, a jump table, rounding."""
        parameters = 20
        sum_of = " ".join(f"(i64.add (i64.mul (local.get {k}) (i64.const {k + 1})))" for k in range(1, parameters))
        text = f"""(module
          (type $many (func (param {"i64 " * parameters}) (result i64)))
          (table 2 funcref) (elem (i32.const 0) $sum $sum)
          (func $sum (type $many) (local.get 0) {sum_of})
          (func (export "sum") (param i64) (result i64)
            {"(local.get 0)" * parameters} (call_indirect (type $many) (i32.const 1)))
          (func $floats (param {"f64 " * 12}) (result f64 f32 f64)
            (f64.sub (local.get 11) (local.get 0)) (f32.demote_f64 (local.get 10)) (local.get 9))
          (func (export "floats") (result f64 f32 f64)
            {"".join(f"(f64.const {k}.5)" for k in range(12))} (call $floats))
          (func (export "vector") (param i64) (result i64)
            (i64x2.extract_lane 1 (call $swap (i64x2.splat (i64.const 5)) (i64x2.replace_lane 0
              (i64x2.splat (i64.const 1)) (local.get 0)))))
          (func $swap (param v128 v128) (result v128)
            (i8x16.shuffle 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 (local.get 0) (local.get 1)))
          (func (export "choose") (param i32) (result i32)
            {"(block " * 7} (br_table 0 1 2 3 4 5 6 (local.get 0)) )
            {")".join(f"(return (i32.const {k * k + 10}))" for k in range(6))} ) (i32.const -1))
          (func (export "round") (param f64) (result f64 f64 f64 f64)
            (f64.ceil (local.get 0)) (f64.floor (local.get 0)) (f64.trunc (local.get 0)) (f64.nearest (local.get 0))))"""
        wasm = self.wasm(text)
        calls = ((("sum", "3"), str(3 * sum(range(1, parameters + 1)))), (("floats",), "11\n10.5\n9.5"),
                 (("vector", "77"), "77"), (("choose", "0"), "10"), (("choose", "4"), "26"), (("choose", "99"), "-1"),
                 (("round", "-2.5"), "-2\n-3\n-2\n-2"), (("round", "3.5"), "4\n3\n3\n4"))
        for level in LEVELS:
            cwasm = self.compile(wasm, level)
            for (function, *arguments), expected in calls:
                with self.subTest(level=level, function=function):
                    outcome = self.emulate(cwasm, *arguments, options=["--invoke", function])
                    self.assert_status(outcome, 0)
                    self.assertEqual(outcome.stdout.decode().strip(), expected)


class TailCalls(CrossTest):
    def source(self, text):
        path = self.work / "tail.wat"
        path.write_text(text, encoding="utf-8")
        return path

    def test_ten_million_deep(self):
        text = """(module
          (type $t (func (param i64 i64) (result i64)))
          (table 2 funcref) (elem (i32.const 0) $direct $indirect)
          (func $direct (export "direct") (param i64 i64) (result i64)
            (if (i64.eqz (local.get 0)) (then (return (local.get 1))))
            (return_call $indirect (i64.sub (local.get 0) (i64.const 1)) (i64.add (local.get 1) (i64.const 2))))
          (func $indirect (param i64 i64) (result i64)
            (if (i64.eqz (local.get 0)) (then (return (local.get 1))))
            (return_call_indirect (type $t) (i64.sub (local.get 0) (i64.const 1)) (local.get 1) (i32.const 0))))"""
        source = self.source(text)
        for level in LEVELS:
            with self.subTest(level=level):
                outcome = self.emulate(self.compile(source, level), "10000000", "5", options=["--invoke", "direct"])
                self.assert_status(outcome, 0)
                self.assertEqual(outcome.stdout, b"10000005\n")

    def test_between_prototypes(self):
        """Beyond the registers of every kind, deeper than the stack; each function checks its parameters."""
        depth = 300_001
        for way, first, second, results in (("direct", "floats", "mixed", "two"), ("indirect", "mixed", "ints", "one"),
                                            ("ref", "vectors", "few", "many")):
            kinds = generate_calls.RESULTS[results]
            source = self.source(generate_calls.module_of_pair(way, first, second, kinds))
            last = 65530 + 7 * depth & 0xFFFF
            numbers = [last + k & 0xFFFF for k in range(len(kinds))]
            expected = [f"v128 0x{k:x} 0x{number:x}" if kind == "v128" else str(number)
                        for k, (kind, number) in enumerate(zip(kinds, numbers))]
            for level in LEVELS:
                with self.subTest(way=way, level=level):
                    outcome = self.emulate(self.compile(source, level), str(depth), "65530", options=["--invoke", "run"])
                    self.assert_status(outcome, 0)
                    self.assertEqual(outcome.stdout.decode().split("\n"), [*expected, ""])


class Traps(CrossTest):
    def test_backtrace_with_exact_offsets(self):
        text = """(module
          (func $quotient (param i32 i32) (result i32) (i32.div_s (local.get 0) (local.get 1)))
          (func $outer (param i32) (result i32)
            (i32.mul (call $quotient (local.get 0) (i32.const 0)) (i32.const 77)))
          (func $start (export "_start") (drop (call $outer (i32.const 1)))))"""
        wasm = self.wasm(text)
        division = offset_of(wasm, b"\x20\x00\x20\x01\x6d", 4)
        call = offset_of(wasm, b"\x20\x00\x41\x00\x10\x00", 4)
        start = offset_of(wasm, b"\x41\x01\x10\x01", 2)
        self.assert_trapped(self.emulate(self.compile(wasm, "-O0")), "integer divide by zero",
                            ("quotient", division), ("outer", call), ("start", start))
        outcome = self.emulate(self.compile(wasm, "-O2"))
        self.assert_trapped(outcome, "integer divide by zero")
        self.assert_says(outcome, f"@ 0x{division:x}")

    def test_every_way_to_trap(self):
        """By instruction, by a fault in the memory, by a null reference, by a builtin."""
        for body, message in (
            ("(unreachable)", "unreachable"),
            ("(drop (i32.trunc_f32_s (f32.const nan)))", "invalid conversion to integer"),
            ("(drop (i64.div_s (i64.const 0x8000000000000000) (i64.const -1)))", "integer overflow"),
            ("(drop (i32.load (i32.const 65533)))", "out of bounds memory access"),
            ("(drop (i64.load offset=0xffffffff (i32.const -1)))", "out of bounds memory access"),
            ("(i32.store8 (i32.const 65536) (i32.const 1))", "out of bounds memory access"),
            ("(memory.fill (i32.const 65530) (i32.const 1) (i32.const 7))", "out of bounds memory access"),
            ("(memory.init $bytes (i32.const 0) (i32.const 2) (i32.const 2))", "out of bounds memory access"),
            ("(call_indirect (i32.const 0))", "uninitialized element"),
            ("(call_indirect (i32.const 1))", "indirect call type mismatch"),
            ("(call_indirect (i32.const 2))", "undefined element"),
            ("(table.init $functions (i32.const 0) (i32.const 0) (i32.const 3))", "out of bounds table access"),
        ):
            wasm = self.wasm(f"""(module (memory (export "memory") 1) (data $bytes "abc")
              (table 2 funcref) (elem (i32.const 1) $other) (elem $functions func $other)
              (func $other (param i32)) (func $start (export "_start") {body}))""")
            for level in LEVELS:
                with self.subTest(body=body, level=level):
                    outcome = self.emulate(self.compile(wasm, level))
                    self.assert_trapped(outcome, message)
                    self.assert_says(outcome, ": start @ ")

    def test_endless_recursion(self):
        wasm = self.wasm("""(module
          (func $deep (param i32) (result i32)
            (i32.add (i32.const 1) (call $deep (i32.add (local.get 0) (i32.const 1)))))
          (func (export "_start") (drop (call $deep (i32.const 0)))))""")
        for level in LEVELS:
            with self.subTest(level=level):
                self.assert_trapped(self.emulate(self.compile(wasm, level)), "call stack exhausted",
                                    ("deep", None), ("deep", None), ("deep", None))

    def test_endless_recursion_that_writes_at_every_level(self):
        wasm = self.wasm(f"""(module {FD_WRITE} (memory (export "memory") 1)
          (data (i32.const 0) "\\10\\00\\00\\00\\01\\00\\00\\00") (data (i32.const 16) "x")
          (func $deep (result i32)
            (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))
            (i32.add (i32.const 1) (call $deep)))
          (func (export "_start") (drop (call $deep))))""")
        for level in LEVELS:
            with self.subTest(level=level):
                outcome = self.emulate(self.compile(wasm, level))
                self.assert_trapped(outcome, "call stack exhausted", ("deep", None), ("deep", None))
                self.assertGreater(len(outcome.stdout), 1000)
                self.assertEqual(set(outcome.stdout), {ord("x")})

    def test_a_large_frame_does_not_jump_over_the_guard(self):
        """Hundreds of locals that live across the call: each frame is some KiB."""
        count = 2000
        locals_ = " ".join(["i64"] * count)
        sets = "".join(f"(local.set {k} (i64.add (local.get 0) (i64.const {k})))" for k in range(1, count))
        adds = "".join(f"(local.set 0 (i64.xor (local.get 0) (local.get {k})))" for k in range(1, count))
        wasm = self.wasm(f"""(module (func $deep (param i64) (result i64) (local {locals_})
            {sets} (local.set 0 (call $deep (local.get 1))) {adds} (local.get 0))
          (func (export "_start") (drop (call $deep (i64.const 1)))))""")
        for level in LEVELS:
            with self.subTest(level=level):
                self.assert_trapped(self.emulate(self.compile(wasm, level)), "call stack exhausted", ("deep", None))


class Targets(CrossTest):
    MODULE = """(module (memory (export "memory") 1) (table 1 funcref) (elem (i32.const 0) $start)
      (data (i32.const 8) "data") (func $start (export "_start")))"""
    # A CPU with more than the baseline, a machine that has it, one that has not, and what it lacks.
    NAMED = {"aarch64": ("neoverse-n1", "max", "cortex-a57", "lse"),
             "riscv64": ("rv64gcv", "rv64,v=true,vext_spec=v1.0", "rv64", "v")}[ARCHITECTURE]

    def test_image(self):
        """Two segments, none of them writable, of the right machine; nothing to relocate."""
        cwasm = self.compile(self.wasm(self.MODULE))
        readelf = guest.compiler("llvm-readelf-22")
        text = subprocess.run([readelf, "-hlrW", cwasm], capture_output=True, text=True, check=True,
                              timeout=60).stdout
        self.assertRegex(text, rf"Machine:\s+{MACHINE_NAME[ARCHITECTURE]}")
        self.assertEqual(re.findall(r"^\s+LOAD .* (R E|R|RW|RWE)\s+0x[0-9a-f]+$", text, re.M), ["R", "R E"], text)
        self.assertIn("There are no relocations in this file.", text)

    def test_object(self):
        module = self.work / "module.o"
        self.wasmc("compile", TARGET, "--emit=obj", self.wasm(self.MODULE), "-o", module).require()
        text = subprocess.run([guest.compiler("llvm-readelf-22"), "-hsW", module], capture_output=True, text=True,
                              check=True, timeout=60).stdout
        self.assertRegex(text, rf"Machine:\s+{MACHINE_NAME[ARCHITECTURE]}")
        self.assertEqual(re.findall(r"GLOBAL\s+\S+\s+\S+\s+(\S+)$", text, re.M), ["wasmc_module"], text)

    def test_another_machine_refuses(self):
        cwasm = self.compile(self.wasm(self.MODULE))
        self.assert_refused(self.wasmc.run(cwasm), MACHINE_NAME[ARCHITECTURE])
        self.assert_refused(self.emulate(cwasm, architecture=OTHER), MACHINE_NAME[ARCHITECTURE])

    def test_cpu_features(self):
        cpu, able, unable, feature = self.NAMED
        cwasm = self.compile(self.wasm(self.MODULE), "-O2", f"--cpu={cpu}")
        self.assert_status(self.emulate(cwasm, cpu=able), 0)
        both = self.compile(self.wasm(self.MODULE), "-O2", f"--cpu={cpu},{BASELINE}", name="both.cwasm")
        for machine in (able, unable):
            self.assert_status(self.emulate(both, cpu=machine), 0)
        self.assert_refused(self.emulate(cwasm, cpu=unable), f" {feature},")
        self.assert_status(self.emulate(self.compile(self.wasm(self.MODULE)), cpu=unable), 0)

    def test_names_of_cpus(self):
        wasm = self.wasm(self.MODULE)
        known = {"aarch64": ["generic", "cortex-a53", "apple-m1", "neoverse-v2"],
                 "riscv64": ["rv64gc", "rva20u64", "rva22u64", "rva23u64", "rvb23u64", "sifive-u74", "generic-rv64"]}
        for cpu in known[ARCHITECTURE]:
            with self.subTest(cpu=cpu):
                self.compile(wasm, "-O2", f"--cpu={cpu}")
        unknown = {"aarch64": [("cortex-a53x", "cortex-a53"), ("native", "--cpu"), ("x86-64", "unknown CPU")],
                   "riscv64": [("rva22u65", "rva22u64"), ("native", "--cpu"), ("sifive-e31", "unknown CPU")]}
        for cpu, part in unknown[ARCHITECTURE]:
            with self.subTest(cpu=cpu):
                outcome = self.wasmc("compile", TARGET, f"--cpu={cpu}", wasm, "-o", self.work / "none.cwasm")
                self.assert_refused(outcome, part)
                self.assertFalse((self.work / "none.cwasm").exists())

    def test_names_of_targets(self):
        wasm = self.wasm(self.MODULE)
        outcome = self.wasmc("compile", TARGET.replace("-linux", "-linu"), wasm, "-o", self.work / "none.cwasm")
        self.assert_refused(outcome, f"did you mean {ARCHITECTURE}-linux-gnu?")


if __name__ == "__main__":
    unittest.main()
