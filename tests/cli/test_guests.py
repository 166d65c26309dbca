"""How guests end: traps with their message and backtrace, exit codes, invoked functions."""

import os
import subprocess
import time
import unittest

from harness import CliTest, offset_of

LEVELS = ("-O0", "-O2")
PROC_EXIT = '(import "wasi_snapshot_preview1" "proc_exit" (func $proc_exit (param i32)))'
FD_WRITE = '(import "wasi_snapshot_preview1" "fd_write" (func $fd_write (param i32 i32 i32 i32) (result i32)))'
FD_READ = '(import "wasi_snapshot_preview1" "fd_read" (func $fd_read (param i32 i32 i32 i32) (result i32)))'


class Traps(CliTest):
    def traps(self, body, message, *frames, declarations=""):
        """A module whose _start calls $victim with `body` traps at both levels."""
        text = f"""(module (memory (export "memory") 1 3) {declarations}
          (func $victim (param i32 i32) (result i32) {body})
          (func $caller (param i32 i32) (result i32)
            (i32.add (call $victim (local.get 0) (local.get 1)) (i32.const 1)))
          (func $start (export "_start") (drop (call $caller (i32.const 12) (i32.const 0)))))"""
        for level in LEVELS:
            with self.subTest(level=level):
                outcome = self.wasmc.run(self.cwasm(text, level))
                self.assert_trapped(outcome, message, *frames)
        return self.work / "module.wasm"

    def test_divide_by_zero_with_exact_offsets(self):
        text = """(module
          (func $quotient (param i32 i32) (result i32) (i32.div_s (local.get 0) (local.get 1)))
          (func $outer (param i32) (result i32)
            (i32.mul (call $quotient (local.get 0) (i32.const 0)) (i32.const 77)))
          (func $start (export "_start") (drop (call $outer (i32.const 1)))))"""
        wasm = self.wasm(text)
        # -O2 may inline, so the exact frames are those of -O0.
        division = offset_of(wasm, b"\x20\x00\x20\x01\x6d", 4)
        call = offset_of(wasm, b"\x20\x00\x41\x00\x10\x00", 4)
        start = offset_of(wasm, b"\x41\x01\x10\x01", 2)
        cwasm = self.wasmc.compile(wasm, self.work / "o0.cwasm", "-O0")
        self.assert_trapped(self.wasmc.run(cwasm), "integer divide by zero",
                            ("quotient", division), ("outer", call), ("start", start))
        cwasm = self.wasmc.compile(wasm, self.work / "o2.cwasm", "-O2")
        outcome = self.wasmc.run(cwasm)
        self.assert_trapped(outcome, "integer divide by zero")
        self.assert_says(outcome, f"@ 0x{division:x}")

    def test_remainder_by_zero(self):
        self.traps("(i32.rem_u (local.get 0) (local.get 1))", "integer divide by zero")
        self.traps("(i32.wrap_i64 (i64.div_u (i64.const 1) (i64.extend_i32_u (local.get 1))))",
                   "integer divide by zero")

    def test_overflow(self):
        self.traps("(i32.div_s (i32.shl (local.get 0) (i32.const 31)) (i32.sub (local.get 1) (i32.const 1)))"
                   "(drop) (i32.div_s (i32.const 0x80000000) (i32.sub (local.get 1) (i32.const 1)))",
                   "integer overflow")

    def test_conversions(self):
        self.traps("(i32.trunc_f32_s (f32.div (f32.const 0) (f32.convert_i32_s (local.get 1))))",
                   "invalid conversion to integer")
        self.traps("(i32.trunc_f64_u (f64.sub (f64.const -1) (f64.convert_i32_s (local.get 1))))",
                   "integer overflow")

    def test_unreachable(self):
        self.traps("(unreachable)", "unreachable")

    def test_out_of_bounds_reads_and_writes(self):
        for access in ("(i32.load (i32.const 65536))", "(i32.load (i32.const 65533))", "(i32.load (i32.const -1))",
                       "(i32.load offset=4294967295 (i32.const -1))", "(i32.load8_u offset=65536 (local.get 1))",
                       "(i32.wrap_i64 (i64.load (i32.const 65529)))",
                       "(i32.store (i32.const 65534) (i32.const 1)) (i32.const 0)",
                       "(i64.store offset=0xfffffff8 (i32.const 0xfffffff8) (i64.const 1)) (i32.const 0)",
                       "(memory.fill (i32.const 65000) (i32.const 1) (i32.const 537)) (i32.const 0)",
                       "(memory.copy (i32.const 0) (i32.const 65000) (i32.const 537)) (i32.const 0)"):
            with self.subTest(access=access):
                self.traps(access, "out of bounds memory access")

    def test_last_bytes_are_within_bounds(self):
        text = """(module (memory (export "memory") 1 1)
          (func (export "_start")
            (drop (i32.load (i32.const 65532))) (drop (i64.load offset=65528 (i32.const 0)))
            (i32.store8 (i32.const 65535) (i32.const 1)) (i64.store (i32.const 65528) (i64.const -1))
            (memory.fill (i32.const 65536) (i32.const 0) (i32.const 0))
            (if (i32.ne (memory.grow (i32.const 1)) (i32.const -1)) (then (unreachable)))))"""
        for level in LEVELS:
            with self.subTest(level=level):
                self.wasmc.run(self.cwasm(text, level)).require()

    def test_grown_memory_is_usable_to_its_new_end(self):
        self.traps("(drop (memory.grow (i32.const 1))) (i32.store (i32.const 131068) (i32.const 7))"
                   "(i32.load (i32.const 131072))", "out of bounds memory access")

    def test_indirect_calls(self):
        table = "(type $other (func (result i64))) (table 3 funcref) (elem (i32.const 0) $victim)"
        self.traps("(i32.wrap_i64 (call_indirect (type $other) (i32.const 0)))", "indirect call type mismatch",
                   declarations=table)
        self.traps("(i32.wrap_i64 (call_indirect (type $other) (i32.const 1)))", "uninitialized element",
                   declarations=table)
        self.traps("(i32.wrap_i64 (call_indirect (type $other) (i32.const 3)))", "undefined element",
                   declarations=table)
        self.traps("(i32.wrap_i64 (call_indirect (type $other) (i32.const -1)))", "undefined element",
                   declarations=table)

    def test_endless_recursion(self):
        for body in ("(call $victim (local.get 0) (local.get 1)) (i32.const 1) (i32.add)",
                     "(local i64 i64 i64 f64 f64) (i32.store (i32.const 0) (local.get 0))"
                     "(call $victim (i32.add (local.get 0) (i32.const 1)) (local.get 1))"
                     "(i32.load (i32.const 0)) (i32.add)"):
            self.traps(body, "call stack exhausted", ("victim", None), ("victim", None))

    def test_start_function_traps(self):
        cwasm = self.cwasm('(module (func $early (unreachable)) (start $early) (func (export "_start")))')
        self.assert_trapped(self.wasmc.run(cwasm), "unreachable", ("early", None))

    def test_segment_does_not_fit(self):
        cwasm = self.cwasm('(module (memory 1) (data (i32.const 65530) "too long") (func (export "_start")))')
        self.assert_trapped_or_refused(cwasm, "out of bounds memory access")
        cwasm = self.cwasm('(module (table 1 funcref) (func $f) (elem (i32.const 1) $f) (func (export "_start")))')
        self.assert_trapped_or_refused(cwasm, "out of bounds table access")

    def assert_trapped_or_refused(self, cwasm, message):
        """At instantiation no guest code runs yet, so there may be no frames."""
        outcome = self.wasmc.run(cwasm)
        self.assert_status(outcome, 134)
        self.assert_says(outcome, "wasm trap: ", message)

    def test_function_without_a_name_has_a_number(self):
        wasm = self.wasm('(module (func (unreachable)) (func (export "_start") (call 0)))')
        outcome = self.wasmc.run(self.wasmc.compile(wasm, self.work / "x.cwasm", "-O0"))
        self.assert_status(outcome, 134)
        self.assert_says(outcome, "[0]")

    def test_output_before_the_trap_is_kept(self):
        text = f"""(module {FD_WRITE} (memory (export "memory") 1)
          (data (i32.const 0) "\\08\\00\\00\\00\\06\\00\\00\\00before")
          (func (export "_start") (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 100)))
            (unreachable)))"""
        outcome = self.wasmc.run(self.cwasm(text))
        self.assert_trapped(outcome, "unreachable")
        self.assertEqual(outcome.stdout, b"before")


class Ends(CliTest):
    def test_exit_codes(self):
        for code in (0, 1, 7, 42, 125, 126, 127, 255):
            with self.subTest(code=code):
                cwasm = self.cwasm(f'(module {PROC_EXIT} (memory (export "memory") 1)'
                                   f' (func (export "_start") (call $proc_exit (i32.const {code})) (unreachable)))')
                outcome = self.wasmc.run(cwasm)
                self.assert_status(outcome, code)
                self.assertEqual(outcome.stderr, b"")

    def test_exit_code_that_does_not_fit(self):
        cwasm = self.cwasm(f'(module {PROC_EXIT} (memory (export "memory") 1)'
                           ' (func (export "_start") (call $proc_exit (i32.const 263))))')
        self.assert_refused(self.wasmc.run(cwasm), "263")

    def test_memory_need_not_be_exported(self):
        text = f"""(module {FD_WRITE} (memory 1) (data (i32.const 0) "\\08\\00\\00\\00\\02\\00\\00\\00hi")
          (func (export "_start")
            (if (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 100)) (then (unreachable)))))"""
        self.assertEqual(self.wasmc.run(self.cwasm(text)).require().stdout, b"hi")

    def test_without_a_memory_every_address_is_wrong(self):
        text = f"""(module {FD_WRITE} {PROC_EXIT}
          (func (export "_start")
            (call $proc_exit (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 100)))))"""
        self.assert_status(self.wasmc.run(self.cwasm(text)), 21) # fault

    def test_a_program_does_not_need_initialize(self):
        """_initialize is for modules whose functions are invoked; a program has _start alone."""
        cwasm = self.cwasm('(module (func (export "_initialize") (unreachable)) (func (export "_start")))')
        self.wasmc.run(cwasm).require()
        self.assert_refused(self.wasmc.run(self.cwasm('(module (func (export "_initialize")))')), "_start")

    def test_no_start(self):
        cwasm = self.cwasm('(module (func (export "other")))')
        self.assert_refused(self.wasmc.run(cwasm), "_start")

    def test_endless_loop_can_be_killed(self):
        cwasm = self.cwasm('(module (func (export "_start") (loop (br 0))))')
        process = subprocess.Popen([self.wasmc.program, "run", cwasm])
        time.sleep(0.3)
        self.assertIsNone(process.poll())
        process.terminate()
        self.assertEqual(process.wait(timeout=10), -15)


class Invoke(CliTest):
    MODULE = """(module
      (func (export "add") (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1)))
      (func (export "wide") (param i64) (result i64) (i64.mul (local.get 0) (i64.const -2)))
      (func (export "half") (param f64) (result f64) (f64.div (local.get 0) (f64.const 2)))
      (func (export "single") (param f32) (result f32) (f32.add (local.get 0) (f32.const 0.25)))
      (func (export "swap") (param i32 i64) (result i64 i32) (local.get 1) (local.get 0))
      (func (export "many") (result i32 i32 i32 i32) (i32.const 1) (i32.const 2) (i32.const 3) (i32.const 4))
      (func (export "nothing"))
      (func (export "trap") (unreachable)))"""

    def test_results(self):
        for level in LEVELS:
            cwasm = self.cwasm(self.MODULE, level)
            for arguments, result in (
                (("add", "2", "3"), "5\n"), (("add", "-2", "1"), "-1\n"), (("add", "2147483647", "1"), "-2147483648\n"),
                (("wide", "4611686018427387904"), "-9223372036854775808\n"), (("half", "5"), "2.5\n"),
                (("half", "-1e3"), "-500\n"), (("single", "0.5"), "0.75\n"), (("swap", "1", "2"), "2\n1\n"),
                (("many",), "1\n2\n3\n4\n"), (("nothing",), ""),
            ):
                with self.subTest(level=level, call=arguments):
                    outcome = self.wasmc("run", "--invoke", arguments[0], cwasm, *arguments[1:])
                    self.assert_status(outcome, 0)
                    self.assertEqual(outcome.stdout.decode(), result)

    def test_trap(self):
        self.assert_trapped(self.wasmc("run", "--invoke", "trap", self.cwasm(self.MODULE)), "unreachable")

    def test_mistakes(self):
        cwasm = self.cwasm(self.MODULE)
        for arguments, part in ((("absent",), "absent"), (("add", "1"), "add"), (("add", "1", "2", "3"), "add"),
                                (("add", "1", "two"), "two"), (("add", "1", "99999999999"), "99999999999"),
                                (("half", "x"), "x")):
            with self.subTest(call=arguments):
                outcome = self.wasmc("run", "--invoke", arguments[0], cwasm, *arguments[1:])
                self.assertIn(outcome.status, (1, 2), outcome)
                self.assert_says(outcome, part)
                self.assertEqual(outcome.stdout, b"")

    def test_reactor(self):
        """_initialize runs once before the invoked function."""
        cwasm = self.cwasm("""(module (global $g (mut i32) (i32.const 1))
          (func (export "_initialize") (global.set $g (i32.add (global.get $g) (i32.const 41))))
          (func (export "get") (result i32) (global.get $g)))""")
        self.assertEqual(self.wasmc("run", "--invoke", "get", cwasm).require().stdout, b"42\n")


class Mapping(CliTest):
    def test_data_is_mapped_copy_on_write_from_the_file(self):
        """A guest with 256 KiB of data waits on stdin while its mappings are read."""
        cells = "".join(f"\\{(i * 7 + i // 256) % 256:02x}" for i in range(256 * 1024 - 65536))
        text = f"""(module {FD_READ} (memory (export "memory") 5)
          (data (i32.const 65536) "{cells}")
          (data (i32.const 0) "\\10\\00\\00\\00\\10\\00\\00\\00")
          (func (export "_start")
            (i32.store8 (i32.const 70000) (i32.const 255))
            (drop (call $fd_read (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 8)))
            (if (i32.ne (i32.load8_u (i32.const 70000)) (i32.const 255)) (then (unreachable)))
            (if (i32.ne (i32.load8_u (i32.const 65539)) (i32.const 21)) (then (unreachable)))))"""
        cwasm = self.cwasm(text)
        before = cwasm.read_bytes()
        process = subprocess.Popen([self.wasmc.program, "run", cwasm], stdin=subprocess.PIPE)
        try:
            ours = self.wait_for_mappings(process.pid, str(cwasm))
        finally:
            process.stdin.write(b"go")
            process.stdin.close()
            status = process.wait(timeout=10)
        self.assertEqual(status, 0)
        permissions = [line.split()[1] for line in ours]
        # Private throughout; writable where the guest's memory is, executable where its code is.
        self.assertTrue(all(p.endswith("p") for p in permissions), ours)
        # An emulator (testsuite/cross) reads the code and runs its own.
        self.assertIn("r--p" if "WASMC_THERE_EMULATOR" in os.environ else "r-xp", permissions)
        self.assertFalse([p for p in permissions if "w" in p and "x" in p], ours)
        writable = sum(size(line) for line in ours if line.split()[1] == "rw-p")
        self.assertGreaterEqual(writable, 192 * 1024, ours)
        self.assertEqual(cwasm.read_bytes(), before, "the guest's writes reached the file")

    def wait_for_mappings(self, pid, name):
        """The lines of /proc/PID/maps with the file, once the guest waits in its read."""
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            # The system call first: what is mapped when the guest already waits is all that will be.
            # The other way round, the maps may be read while the loader is half way through them.
            with open(f"/proc/{pid}/syscall", encoding="utf-8") as call:
                waiting = call.read().split()[0] in ("0", "19") # read, readv
            with open(f"/proc/{pid}/maps", encoding="utf-8") as maps:
                lines = [line for line in maps if line.rstrip().endswith(name)]
            if lines and waiting:
                return lines
            time.sleep(0.02)
        self.fail(f"the guest did not come to its read; mappings: {lines}")


def size(line):
    first, last = line.split()[0].split("-")
    return int(last, 16) - int(first, 16)


if __name__ == "__main__":
    unittest.main()
