"""Damaged, invalid and missing .wasm, and outputs that cannot be written."""

import resource
import signal
import subprocess
import unittest

from harness import CliTest

MODULE = """(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (type $binary (func (param i32 i32) (result i32)))
  (memory (export "memory") 1 2)
  (table 2 funcref)
  (global $counter (mut i32) (i32.const 5))
  (elem (i32.const 0) $add $add)
  (data (i32.const 16) "some data")
  (func $add (type $binary) (i32.add (local.get 0) (local.get 1)))
  (func (export "_start")
    (if (i32.ne (call_indirect (type $binary) (i32.const 2) (i32.const 3) (i32.const 1)) (global.get $counter))
      (then (call $exit (i32.const 1))))))"""


class BadWasm(CliTest):
    def refused(self, data, *parts, name="bad.wasm"):
        """`compile`, `validate` and `run` refuse the bytes alike, and nothing is left behind."""
        source = self.work / name
        source.write_bytes(data)
        output = self.work / "bad.cwasm"
        compiled = self.wasmc("compile", source, "-o", output)
        self.assert_refused(compiled, name, *parts)
        self.assert_refused(self.wasmc("validate", source), name, *parts)
        cache = self.work / "cache"
        cache.mkdir(exist_ok=True)
        ran = self.wasmc("run", source, env={"XDG_CACHE_HOME": str(cache)})
        self.assert_refused(ran, name)
        self.assertEqual([path for path in cache.rglob("*") if path.is_file()], [])
        self.assert_only(self.work, [name, "cache"])
        return compiled

    def test_empty_file(self):
        self.refused(b"")

    def test_not_wasm(self):
        self.refused(b"this is no module, it is a sentence")

    def test_wrong_version(self):
        self.refused(b"\0asm\x02\0\0\0")

    def test_component(self):
        self.refused(b"\0asm\x0d\0\x01\0")

    def test_cut_inside_code(self):
        good = self.wasm(MODULE).read_bytes()
        (self.work / "module.wat").unlink()
        (self.work / "module.wasm").unlink()
        self.refused(good[: good.index(b"\x41\x02\x41\x03") + 1])

    def test_type_error_names_the_offset(self):
        # wat2wasm will not write this one: function 0 of type [] -> [i32] with an empty body.
        head = b"\0asm\x01\0\0\0" + b"\x01\x05\x01\x60\x00\x01\x7f" + b"\x03\x02\x01\x00"
        data = head + b"\x0a\x04\x01\x02\x00\x0b"
        outcome = self.refused(data)
        self.assertRegex(outcome.stderr.decode(), rf"(0x0*{len(data) - 1:x}|\b{len(data) - 1})\b", outcome)

    def survives(self, data):
        """Accepted or refused, but in an orderly way; returns whether it was refused."""
        source, output = self.work / "mutant.wasm", self.work / "mutant.cwasm"
        source.write_bytes(data)
        outcome = self.wasmc("compile", source, "-o", output, "-O0")
        self.assertIn(outcome.status, (0, 1), outcome)
        self.assertEqual(output.exists(), outcome.status == 0, outcome)
        if outcome.status == 1:
            self.assert_refused(outcome, "mutant.wasm")
        output.unlink(missing_ok=True)
        self.assert_only(self.work, ["module.wat", "module.wasm", "mutant.wasm"])
        return outcome.status == 1

    def test_every_truncation(self):
        good = self.wasm(MODULE).read_bytes()
        refused = sum(self.survives(good[:length]) for length in range(len(good)))
        # Accepted are only the empty module and what ends between sections.
        self.assertGreater(refused, len(good) - 16)

    def test_every_byte_inverted(self):
        good = self.wasm(MODULE).read_bytes()
        # The names at the end may say anything.
        end = good.index(b"\x04name")
        refused = 0
        for at in range(end):
            mutant = bytearray(good)
            mutant[at] ^= 0xFF
            refused += self.survives(bytes(mutant))
        self.assertGreater(refused, end // 2)

    def test_deep_nesting(self):
        """Blocks in blocks, deeper than any recursive compiler's stack."""
        depth = 200000
        body = b"\x00" + b"\x02\x40" * depth + b"\x0b" * depth + b"\x0b"
        code = b"\x01" + leb(len(body)) + body
        data = (b"\0asm\x01\0\0\0" + b"\x01\x04\x01\x60\x00\x00" + b"\x03\x02\x01\x00"
                + b"\x0a" + leb(len(code)) + code)
        source, output = self.work / "deep.wasm", self.work / "deep.cwasm"
        source.write_bytes(data)
        outcome = self.wasmc("compile", source, "-o", output, "-O0", limit=120)
        self.assertIn(outcome.status, (0, 1), outcome)
        if outcome.status == 1:
            self.assert_refused(outcome, "deep.wasm")

    def test_huge_counts(self):
        """Counts that promise more than the file holds must not be believed with memory."""
        for section in range(1, 13):
            with self.subTest(section=section):
                self.refused(b"\0asm\x01\0\0\0" + bytes([section]) + b"\x05" + b"\xff\xff\xff\xff\x0f")


class Output(CliTest):
    def test_failure_leaves_an_older_output_alone(self):
        source, output = self.work / "bad.wasm", self.work / "out.cwasm"
        source.write_bytes(b"\0asm\x01\0\0\0\xff")
        output.write_bytes(b"precious")
        self.assert_refused(self.wasmc("compile", source, "-o", output), "bad.wasm")
        self.assertEqual(output.read_bytes(), b"precious")
        self.assert_only(self.work, ["bad.wasm", "out.cwasm"])

    def test_missing_input(self):
        for command in (["compile", "-o", self.work / "out.cwasm"], ["validate"]):
            with self.subTest(command=command[0]):
                outcome = self.wasmc(command[0], self.work / "absent.wasm", *command[1:])
                self.assert_refused(outcome, "absent.wasm", "No such file")
        self.assert_only(self.work, [])

    def test_input_is_a_directory(self):
        outcome = self.wasmc("compile", self.work, "-o", self.work / "out.cwasm")
        self.assert_refused(outcome, self.work.name)
        self.assert_only(self.work, [])

    def test_directory_of_output_is_missing(self):
        source = self.wasm(MODULE)
        outcome = self.wasmc("compile", source, "-o", self.work / "absent" / "out.cwasm")
        self.assert_refused(outcome, "out.cwasm", "No such file")
        self.assert_only(self.work, ["module.wat", "module.wasm"])

    def test_output_is_a_directory(self):
        source = self.wasm(MODULE)
        (self.work / "out.cwasm").mkdir()
        self.assert_refused(self.wasmc("compile", source, "-o", self.work / "out.cwasm"), "out.cwasm")
        self.assert_only(self.work, ["module.wat", "module.wasm", "out.cwasm"])
        self.assert_only(self.work / "out.cwasm", [])

    def test_disk_full(self):
        """A limit on file sizes stands for a full disk: the half-written file goes away again."""
        source, output = self.wasm(MODULE), self.work / "out.cwasm"
        output.write_bytes(b"precious")

        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

        scratch = self.work / "tmp"
        scratch.mkdir()
        done = subprocess.run([self.wasmc.program, "compile", source, "-o", output], capture_output=True,
                              timeout=60, check=False, preexec_fn=limit, env={"TMPDIR": str(scratch)})
        self.assertEqual(done.returncode, 1, done)
        self.assertIn(b"File too large", done.stderr)
        self.assertEqual(output.read_bytes(), b"precious")
        self.assert_only(self.work, ["module.wat", "module.wasm", "out.cwasm", "tmp"])
        self.assert_only(scratch, [])

    def test_output_of_every_kind(self):
        source = self.wasm(MODULE)
        for kind, start in (("cwasm", b"\x7fELF"), ("obj", b"\x7fELF"), ("llvm-ir", b""), ("asm", b"")):
            with self.subTest(kind=kind):
                output = self.work / f"out.{kind}"
                self.wasmc("compile", source, f"--emit={kind}", "-o", output).require()
                data = output.read_bytes()
                self.assertTrue(data.startswith(start) and len(data) > 100, data[:100])
                output.unlink()
        self.assert_only(self.work, ["module.wat", "module.wasm"])

    def test_same_input_same_output(self):
        source = self.wasm(MODULE)
        outputs = []
        for name in ("one.cwasm", "two.cwasm"):
            self.wasmc.compile(source, self.work / name)
            outputs.append((self.work / name).read_bytes())
        self.assertEqual(outputs[0], outputs[1])


def leb(value):
    out = bytearray()
    while value >= 128:
        out.append(value % 128 + 128)
        value //= 128
    out.append(value)
    return bytes(out)


if __name__ == "__main__":
    unittest.main()
