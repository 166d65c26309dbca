"""Foreign, damaged, cut and missing .cwasm: refused with a message that says which."""

import pathlib
import shutil
import unittest

from harness import CliTest, NOTHING
from image import Image

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
    (call $exit (call_indirect (type $binary) (i32.const 2) (global.get $counter) (i32.const 1)))))"""


class BadCwasm(CliTest):
    def setUp(self):
        super().setUp()
        self.good = self.cwasm(MODULE)
        self.assert_status(self.wasmc.run(self.good), 7)

    def image(self):
        return Image(self.good.read_bytes())

    def refused(self, data, *parts):
        path = self.work / "bad.cwasm"
        path.write_bytes(data)
        outcome = self.wasmc.run(path)
        self.assert_refused(outcome, "bad.cwasm", *parts)
        return outcome.stderr.decode()

    def test_patching_by_itself_changes_nothing(self):
        image = self.image()
        before = bytes(image.data)
        self.assertEqual(before, bytes(image.rehash().data))

    def test_another_version(self):
        image = self.image()
        version = image.get("abi_version")
        text = self.refused(image.set("abi_version", version + 1).rehash().data, "version")
        self.assertIn(str(version), text)
        self.assertIn(str(version + 1), text)

    def test_another_machine(self):
        image = self.image()
        image.set("machine", 183)
        self.refused(image.rehash().data, "AArch64")
        image.data[18:20] = (183).to_bytes(2, "little") # the ELF header's e_machine
        self.refused(image.data, "AArch64")

    def test_missing_cpu_feature(self):
        table = (pathlib.Path(__file__).resolve().parents[2] / "include/wasmc/abi/cpu_features.def").read_text()
        flags = pathlib.Path("/proc/cpuinfo").read_text().split("\nflags")[1].split("\n")[0].split()
        # Names in /proc/cpuinfo, of features that a machine in use today may lack.
        for bit, name in ((27, "avxvnni"), (28, "avxifma"), (15, "avx512cd"), (21, "avx512vbmi2")):
            self.assertIn(f'{bit}, "{name}"', table)
            kernel_name = {"avxvnni": "avx_vnni", "avxifma": "avx_ifma", "avx512vbmi2": "avx512_vbmi2"}.get(name, name)
            if kernel_name not in flags:
                image = self.image()
                self.refused(image.set("cpu_features", 1 << bit).rehash().data, name)
                return
        self.fail("this machine has every feature that the test knows")

    def test_unknown_cpu_feature(self):
        self.refused(self.image().set("cpu_features", 1 << 63).rehash().data)
        self.refused(self.image().set("cpu_features", 1 << 127).rehash().data)

    def test_damaged_header(self):
        image = self.image()
        for name in ("header_hash", "memory_reservation", "types", "initialize", "layout", "target"):
            with self.subTest(field=name):
                changed = self.image()
                changed.set(name, image.get(name) ^ 0x10)
                self.refused(changed.data)

    def test_wrong_magic(self):
        self.refused(self.image().set("magic", 0).data)

    def test_cut_short(self):
        data = self.good.read_bytes()
        image = self.image()
        lengths = {0, 1, 4, 63, 64, 120, image.header - 1, image.header, image.header + 8,
                   image.header + image.get("header_size") - 1, image.header + image.get("header_size"),
                   len(data) // 2, len(data) - 1}
        for length in sorted(lengths):
            with self.subTest(length=length):
                self.refused(data[:length])

    def test_longer_than_it_says(self):
        self.refused(self.good.read_bytes() + b"more")

    def test_spans_beyond_the_file(self):
        for name in self.image().spans:
            for offset, count in ((0x7FFFFF00, 1), (-0x7FFFFF00, 1), (0, 0xFFFFFFFF), (-4096, 0x7FFFFFFF),
                                  (len(self.good.read_bytes()), 1)):
                with self.subTest(span=name, offset=offset, count=count):
                    image = self.image().set_span(name, offset, count)
                    self.refused(image.rehash().data)

    def test_impossible_numbers(self):
        for name, value in (("memory_reservation", 0), ("memory_guard_above", 0), ("memory_guard_below", 0),
                            ("header_size", 8), ("header_size", 0xFFFFFFF0), ("page_size", 3),
                            ("file_size", 1 << 40), ("initialize", 0x7FFFFFF0), ("host_stack_headroom", 0)):
            with self.subTest(field=name, value=value):
                self.refused(self.image().set(name, value).rehash().data)

    def test_code_outside_the_text(self):
        """Entries behind the header are not covered by its hash; each is checked before use."""
        image = self.image()
        offset, count = image.span("functions")
        for index in range(count):
            at = image.header + offset + 12 * index + 4
            if int.from_bytes(image.data[at : at + 4], "little") == 0:
                continue # imported
            for code in (8, -0x70000000, 0x7FFFFFF0):
                with self.subTest(function=index, code=code):
                    changed = self.image()
                    changed.data[at : at + 4] = (code % 2**32).to_bytes(4, "little")
                    self.refused(changed.data)

    def test_contents_are_checked_on_request(self):
        image = self.image()
        self.assert_status(self.wasmc("run", "--verify", self.good), 7)
        image.data[-1] ^= 0x40
        path = image.write(self.work / "bad.cwasm")
        self.assert_refused(self.wasmc("run", "--verify", path), "bad.cwasm")


class NoCwasm(CliTest):
    def test_missing_file(self):
        self.assert_refused(self.wasmc("run", self.work / "absent.cwasm"), "absent.cwasm", "No such file")

    def test_directory(self):
        self.assert_refused(self.wasmc("run", self.work), self.work.name)

    def test_empty_file(self):
        (self.work / "empty.cwasm").touch()
        self.assert_refused(self.wasmc("run", self.work / "empty.cwasm"), "empty.cwasm")

    def test_text(self):
        (self.work / "text.cwasm").write_text("not a module at all\n" * 100, encoding="utf-8")
        self.assert_refused(self.wasmc("run", self.work / "text.cwasm"), "text.cwasm")

    def test_an_elf_file_of_someone_else(self):
        shutil.copy("/bin/true", self.work / "true.cwasm")
        self.assert_refused(self.wasmc("run", self.work / "true.cwasm"), "true.cwasm")

    def test_unreadable_fifo_is_no_hang(self):
        import os

        os.mkfifo(self.work / "fifo.cwasm")
        self.assert_refused(self.wasmc("run", self.work / "fifo.cwasm", limit=10), "fifo.cwasm")

    def test_kind_is_told_by_contents(self):
        """A .cwasm runs under any name."""
        good = self.cwasm(NOTHING)
        shutil.copy(good, self.work / "odd.wasm")
        self.assert_status(self.wasmc.run(self.work / "odd.wasm"), 0)


class Imports(CliTest):
    def test_missing_import(self):
        cwasm = self.cwasm('(module (import "env" "absent" (func)) (func (export "_start")))')
        self.assert_refused(self.wasmc.run(cwasm), "unknown import", "env", "absent")

    def test_missing_wasi_function(self):
        cwasm = self.cwasm('(module (import "wasi_snapshot_preview1" "fd_fly" (func)) (func (export "_start")))')
        self.assert_refused(self.wasmc.run(cwasm), "unknown import", "fd_fly")

    def test_import_of_another_type(self):
        cwasm = self.cwasm('(module (import "wasi_snapshot_preview1" "fd_write" (func (param i64)))'
                           ' (func (export "_start")))')
        self.assert_refused(self.wasmc.run(cwasm), "incompatible import type", "fd_write")

    def test_missing_memory_table_and_global(self):
        for kind in ("(memory 1)", "(table 1 funcref)", "(global i32)"):
            with self.subTest(kind=kind):
                cwasm = self.cwasm(f'(module (import "env" "thing" {kind}) (func (export "_start")))')
                self.assert_refused(self.wasmc.run(cwasm), "unknown import", "thing")


if __name__ == "__main__":
    unittest.main()
