"""`run m.wasm`: compiles into the user's cache, once."""

import os
import shutil
import signal
import stat
import time
import unittest

from harness import CliTest, guest

MODULE = """(module (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (memory (export "memory") 1) (func (export "_start") (call $exit (i32.const %d))))"""


class Cache(CliTest):
    def setUp(self):
        super().setUp()
        self.home = self.work / "xdg"
        self.home.mkdir()
        self.env = {"XDG_CACHE_HOME": str(self.home)}

    def run_wasm(self, wasm, status, *options, env=None):
        outcome = self.wasmc("run", *options, wasm, env=self.env if env is None else env)
        self.assert_status(outcome, status)
        self.assertEqual(outcome.stderr, b"", outcome)

    def entries(self, directory=None):
        """(name, inode, time of last change) of each cached image."""
        found = []
        for path in sorted((directory or self.home).rglob("*")):
            if path.is_file():
                info = path.stat()
                found.append((path, info.st_ino, info.st_mtime_ns))
        return found

    def test_second_run_uses_the_first_ones_image(self):
        wasm = self.wasm(MODULE % 7)
        self.run_wasm(wasm, 7)
        first = self.entries()
        self.assertEqual(len(first), 1, first)
        self.run_wasm(wasm, 7)
        self.assertEqual(self.entries(), first)

    def test_key_is_the_contents(self):
        one, copy, two = self.wasm(MODULE % 7, "one.wasm"), self.work / "copy.wasm", self.wasm(MODULE % 8, "two.wasm")
        copy.write_bytes(one.read_bytes())
        self.run_wasm(one, 7)
        self.run_wasm(copy, 7)
        self.assertEqual(len(self.entries()), 1)
        self.run_wasm(two, 8)
        self.assertEqual(len(self.entries()), 2)
        one.write_bytes(two.read_bytes())
        self.run_wasm(one, 8)
        self.assertEqual(len(self.entries()), 2)

    def test_key_has_the_level(self):
        wasm = self.wasm(MODULE % 7)
        self.run_wasm(wasm, 7, "-O0")
        self.run_wasm(wasm, 7, "-O2")
        self.assertEqual(len(self.entries()), 2)

    def test_directory_is_private(self):
        self.run_wasm(self.wasm(MODULE % 7), 7)
        directory = self.home / "wasmc"
        self.assertEqual(stat.S_IMODE(directory.stat().st_mode), 0o700)
        self.assertFalse(any(path.stat().st_mode & 0o077 for path, _, _ in self.entries()), self.entries())

    def test_home_when_there_is_no_xdg(self):
        self.run_wasm(self.wasm(MODULE % 7), 7, env={"HOME": str(self.home)})
        self.assertEqual(len(self.entries(self.home / ".cache" / "wasmc")), 1)

    def test_no_home_at_all(self):
        self.run_wasm(self.wasm(MODULE % 7), 7, env={})
        self.assertEqual(self.entries(), [])

    def test_directory_that_others_may_write_is_not_trusted(self):
        directory = self.home / "wasmc"
        directory.mkdir(mode=0o700)
        directory.chmod(0o777)
        self.run_untrusted(directory)

    @unittest.skipIf(os.getuid() != 0, "only root can give a directory away")
    def test_directory_of_someone_else_is_not_trusted(self):
        directory = self.home / "wasmc"
        directory.mkdir(mode=0o700)
        os.chown(directory, 12345, 12345)
        self.run_untrusted(directory)

    def run_untrusted(self, directory):
        """The program runs all the same, but nothing is read from or written to the directory."""
        outcome = self.wasmc("run", self.wasm(MODULE % 7), env=self.env)
        self.assertIn(outcome.status, (1, 7), outcome)
        if outcome.status == 1:
            self.assert_refused(outcome, str(directory))
        self.assertEqual(self.entries(directory), [])

    def test_damaged_image_is_made_again(self):
        wasm = self.wasm(MODULE % 7)
        self.run_wasm(wasm, 7)
        (path, _, _), = self.entries()
        data = path.read_bytes()
        for damage in (data[: len(data) // 2], b"", b"nonsense" * 100):
            with self.subTest(bytes=len(damage)):
                path.write_bytes(damage)
                self.run_wasm(wasm, 7)
                self.assertEqual(path.read_bytes(), data)

    def test_leftovers_of_a_killed_compilation_go(self):
        """Those that `run` itself leaves behind: a later run finds them again, after an hour."""
        there = self.work / "bin"
        there.mkdir()
        shutil.copy(self.wasmc.program, there / "wasmc")
        compiler = there / "wasmc-compiler"
        compiler.write_text("#!/bin/sh\n"
                            'while [ "$1" != -o ]; do shift; done\n'
                            'echo partial > "$2"; echo partial > "$2.aB3xYz"; kill -9 "$PPID"\n', encoding="utf-8")
        compiler.chmod(0o755)
        outcome = guest.execute([there / "wasmc", "run", self.wasm(MODULE % 7)], env=self.env)
        self.assert_status(outcome, -signal.SIGKILL)
        leftovers = [path for path, _, _ in self.entries()]
        self.assertEqual(len(leftovers), 2)
        self.run_wasm(self.wasm(MODULE % 8, "second.wasm"), 8)
        self.assertEqual(len(self.entries()), 3, "another run may still be writing them")
        for path in leftovers:
            os.utime(path, (time.time() - 4000,) * 2)
        self.run_wasm(self.wasm(MODULE % 9, "third.wasm"), 9)
        self.assertEqual([path.suffix for path, _, _ in self.entries()], [".cwasm"] * 2)

    def test_module_that_does_not_compile_leaves_nothing(self):
        wasm = self.work / "bad.wasm"
        wasm.write_bytes(b"\0asm\x01\0\0\0\xff\xff")
        outcome = self.wasmc("run", wasm, env=self.env)
        self.assert_refused(outcome, "bad.wasm")
        self.assertEqual(self.entries(), [])

    def test_guest_gets_its_arguments_and_stdin_through(self):
        program = self.work / "echo.c"
        program.write_text("""#include <stdio.h>
int main(int argc, char **argv) {
  for (int i = 1; i < argc; ++i) printf("%s|", argv[i]);
  for (int c; (c = getchar()) != EOF;) putchar(c);
}""", encoding="utf-8")
        guest.build_wasm([program], self.work / "echo.wasm", ["-O1"])
        outcome = self.wasmc("run", self.work / "echo.wasm", "-O0", "--dir", "x", stdin=b"input", env=self.env)
        self.assert_status(outcome, 0)
        self.assertEqual(outcome.stdout, b"-O0|--dir|x|input")


if __name__ == "__main__":
    unittest.main()
