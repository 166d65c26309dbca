"""`--emit=exe`: a static executable that needs nothing, and says what it cannot do."""

import os
import shutil
import subprocess
import unittest

from harness import CliTest, NOTHING, guest

MAX_HELLO_BYTES = 200_000
FD_WRITE = '(import "wasi_snapshot_preview1" "fd_write" (func $fd_write (param i32 i32 i32 i32) (result i32)))'

HELLO = r"""
#include <stdio.h>
#include <stdlib.h>
int main(int argc, char **argv) {
  printf("hello");
  for (int k = 1; k < argc; ++k)
    printf(" %s", argv[k]);
  printf(" %s\n", getenv("NAME") ? getenv("NAME") : "-");
  return 7;
}
"""

READ = r"""
#include <stdio.h>
int main(int argc, char **argv) {
  char text[64];
  FILE *file = fopen(argv[1], argc > 2 ? argv[2] : "r");
  if (file == NULL)
    return 3;
  if (argc == 2 && fgets(text, sizeof text, file) != NULL)
    fputs(text, stdout);
  return 0;
}
"""

# Data of many pages that is read, written and surrounded by zeros: moved into place, not copied.
DATA = r"""
#include <stdio.h>
#include <stdlib.h>
static unsigned char big[300000] = {[0] = 1, [70000] = 2, [150001] = 3, [299999] = 4};
static unsigned char zeros[200000];
int main(void) {
  unsigned sum = 0;
  for (int k = 0; k < 300000; ++k) sum += (k + 1) * big[k];
  for (int k = 0; k < 200000; ++k) sum += zeros[k];
  for (int k = 0; k < 300000; ++k) big[k] = (unsigned char)k;
  unsigned char *more = malloc(4000000);
  for (int k = 0; k < 4000000; ++k) more[k] = big[k % 300000];
  for (int k = 0; k < 4000000; ++k) sum += more[k];
  printf("%u\n", sum);
  return 0;
}
"""


class ExecutableTest(CliTest):
    def build(self, source, *options, name="program"):
        """An executable out of C source text."""
        path = self.work / f"{name}.c"
        path.write_text(source, encoding="utf-8")
        guest.build_wasm([path], self.work / f"{name}.wasm", ["-O1"])
        return self.link(self.work / f"{name}.wasm", *options)

    def link(self, wasm, *options):
        program = wasm.with_suffix("")
        self.wasmc("compile", "--emit=exe", wasm, "-o", program, *options, limit=guest.COMPILE_LIMIT).require()
        return program


class Programs(ExecutableTest):
    def test_arguments_and_exit_code(self):
        program = self.build(HELLO)
        outcome = guest.execute([program, "one", "--wasmc-env", "NAME=x"])
        self.assert_status(outcome, 7)
        self.assertEqual(outcome.stdout, b"hello one --wasmc-env NAME=x -\n")

    def test_it_is_static_and_small(self):
        program = self.build(HELLO)
        self.assertLess(program.stat().st_size, MAX_HELLO_BYTES)
        text = subprocess.run(["readelf", "-dlW", program], capture_output=True, text=True, check=True, timeout=60).stdout
        self.assertIn("There is no dynamic section", text)
        self.assertNotIn("INTERP", text)
        self.assertNotIn("RWE", text)

    def test_in_an_empty_root(self):
        program = self.build(HELLO)
        root = self.work / "root"
        root.mkdir()
        shutil.copy(program, root / "program")
        # Where an unprivileged user's PATH does not lead.
        chroot = "/usr/sbin/chroot"
        enter = [chroot, root] if os.geteuid() == 0 else ["unshare", "--user", "--map-root-user", chroot, root]
        outcome = guest.execute(["env", "-i", *enter, "/program", "alone"])
        self.assert_status(outcome, 7)
        self.assertEqual(outcome.stdout, b"hello alone -\n")
        self.assert_only(root, ["program"])

    def test_the_data_image(self):
        program = self.build(DATA)
        expected = self.wasmc.run(self.wasmc.compile(self.work / "program.wasm", self.work / "p.cwasm"))
        outcome = guest.execute([program]).require()
        self.assertEqual(outcome.stdout, expected.stdout)
        self.assertRegex(outcome.stdout, rb"^\d+\n$")

    def test_a_trap(self):
        wasm = self.wasm('(module (func $start (export "_start") (unreachable)))')
        self.assert_trapped(guest.execute([self.link(wasm)]), "unreachable", ("start", None))

    def test_stack_overflow(self):
        wasm = self.wasm('(module (func $deep (export "_start") (call $deep) (call $deep)))')
        self.assert_trapped(guest.execute([self.link(wasm)]), "call stack exhausted", ("deep", None))

    def test_several_levels(self):
        program = self.build(HELLO, "--cpu=x86-64-v2,x86-64,x86-64-v4")
        outcome = guest.execute([program])
        self.assert_status(outcome, 7)
        self.assertEqual(outcome.stdout, b"hello -\n")


class Grants(ExecutableTest):
    def setUp(self):
        super().setUp()
        self.grant = self.work / "grant"
        self.grant.mkdir()
        (self.grant / "in").write_text("the input\n", encoding="utf-8")

    def test_nothing_by_default(self):
        program = self.build(READ)
        self.assert_status(guest.execute([program, str(self.grant / "in")]), 3)
        self.assert_status(guest.execute([program, "/in", "--wasmc-dir", str(self.grant)]), 3)

    def test_given_at_the_start(self):
        program = self.build(READ)
        for options in (["--wasmc-dir", f"{self.grant}::/"], [f"--wasmc-dir={self.grant}::/"]):
            outcome = guest.execute([program, *options, "/in"]).require()
            self.assertEqual(outcome.stdout, b"the input\n")
        self.assert_status(guest.execute([program, "--wasmc-dir", f"{self.grant}::/::ro", "/new", "w"]), 3)
        self.assert_only(self.grant, ["in"])

    def test_baked_in(self):
        program = self.build(READ, "--bake-dir", f"{self.grant}::/a", "--bake-dir", f"{self.grant}::/b::ro")
        for path in ("/a/in", "/b/in"):
            self.assertEqual(guest.execute([program, path]).require().stdout, b"the input\n")
        self.assert_status(guest.execute([program, "/b/new", "w"]), 3)
        # More can be granted, nothing is taken away.
        outcome = guest.execute([program, "--wasmc-dir", f"{self.grant}::/c", "/c/in"]).require()
        self.assertEqual(outcome.stdout, b"the input\n")

    def test_variables(self):
        program = self.build(HELLO)
        outcome = guest.execute([program, "--wasmc-env", "NAME=value", "x"])
        self.assertEqual(outcome.stdout, b"hello x value\n")
        outcome = guest.execute([program, "--wasmc-env=NAME"], env=dict(os.environ, NAME="host"))
        self.assertEqual(outcome.stdout, b"hello host\n")
        baked = self.build(HELLO, "--bake-env", "NAME=baked in", name="baked")
        self.assertEqual(guest.execute([baked]).stdout, b"hello baked in\n")

    def test_limits(self):
        wasm = self.wasm('(module (memory 3) (func (export "_start")))')
        program = self.link(wasm)
        self.assert_status(guest.execute([program]), 0)
        self.assert_refused(guest.execute([program, "--wasmc-max-memory-size", "65536"]), "limit of 65536")

    def test_help_and_misuse(self):
        program = self.build(HELLO)
        outcome = guest.execute([program, "--wasmc-help"]).require()
        self.assertIn(b"--wasmc-dir", outcome.stdout)
        for option in ("--wasmc-bogus", "--wasmc-verify", "--wasmc-"):
            self.assert_refused(guest.execute([program, option]), option, "--wasmc-help", status=2)
        # Every message names the option as it was written.
        for words, *parts in ((["--wasmc-dir"], "option --wasmc-dir needs a value"),
                              (["--wasmc-help=1"], "option --wasmc-help takes no value"),
                              (["--wasmc-dir", "::x"], "--wasmc-dir ::x: a name is empty"),
                              (["--wasmc-dir=.::x::rw"], "--wasmc-dir .::x::rw: only `ro`"),
                              (["--wasmc-env", "=1"], "--wasmc-env =1: the name is empty"),
                              (["--wasmc-listen", "udp://x"], "--wasmc-listen udp://x: "),
                              (["--wasmc-tcplisten", "x"], "--wasmc-tcplisten x: "),
                              (["--wasmc-max-wasm-stack=1k"], "--wasmc-max-wasm-stack: no number of bytes: 1k")):
            self.assert_refused(guest.execute([program, *words]), *parts, status=2)
        self.assert_refused(guest.execute([program, "--wasmc-dir", "/no/such"]), "/no/such")


class Refusals(ExecutableTest):
    def refused(self, text, *parts, options=(), status=1):
        outcome = self.wasmc("compile", "--emit=exe", self.wasm(text), "-o", self.work / "none", *options)
        self.assert_refused(outcome, *parts, status=status)
        self.assertFalse((self.work / "none").exists())
        return outcome

    def test_imports_that_nothing_provides(self):
        start = '(func (export "_start"))'
        for text, *parts in (
            (f'(module (import "env" "f" (func)) {start})', '"env" "f"'),
            (f'(module (import "wasi_snapshot_preview1" "fd_writ" (func)) {start})', '"fd_writ"'),
            (f'(module (import "wasi_snapshot_preview1" "fd_write" (func)) {start})', '"fd_write"', "another type"),
            (f'(module (import "wasi_unstable" "sock_accept" (func (param i32 i32 i32) (result i32))) {start})', "sock_accept"),
            (f'(module (import "env" "memory" (memory 1)) {start})', '"env" "memory"'),
            (f'(module (import "wasi_snapshot_preview1" "fd_write" (global i32)) {start})', '"fd_write"'),
        ):
            with self.subTest(text=text):
                self.refused(text, "cannot provide the import", *parts)

    def test_no_program(self):
        self.refused('(module (func (export "f")))', "_start", "no program")
        self.refused('(module (memory (export "_start") 1))', "_start", "no program")
        self.refused('(module (func (export "_start") (param i32)))', "_start", "parameters")

    def test_baked_options(self):
        for option, value in (("--bake-dir", "::/x"), ("--bake-env", "=x")):
            self.refused(NOTHING, option, options=[option, value], status=2)
        outcome = self.wasmc("compile", self.wasm(NOTHING), "--bake-env", "A=b", "-o", self.work / "none")
        self.assert_refused(outcome, "--emit=exe", status=2)

    def copied_compiler(self):
        """wasmc-compiler in a directory of its own, for which something is missing."""
        directory = self.work / "tools"
        directory.mkdir()
        shutil.copy(self.wasmc.program.parent / "wasmc-compiler", directory)
        return directory / "wasmc-compiler"

    def test_a_missing_runtime(self):
        outcome = guest.execute([self.copied_compiler(), "compile", "--emit=exe", self.wasm(NOTHING), "-o", self.work / "none"])
        self.assert_refused(outcome, "runtime for executables is missing", "libwasmc-executable-runtime.a")
        self.assertFalse((self.work / "none").exists())

    def test_a_linker_error_names_the_symbol_once(self):
        compiler = self.copied_compiler()
        archive = compiler.parent / "runtime" / os.uname().machine / "libwasmc-executable-runtime.a"
        archive.parent.mkdir(parents=True)
        shutil.copy(self.wasmc.program.parent / "runtime" / os.uname().machine / archive.name, archive)
        guest.execute([guest.compiler("llvm-ar-22"), "d", archive, "virtual_memory.cpp.o"]).require()
        outcome = guest.execute([compiler, "compile", "--emit=exe", self.wasm(NOTHING), "-o", self.work / "none"])
        self.assert_refused(outcome, "linking failed: undefined symbol: wasmc::platform::")
        self.assertEqual(len(outcome.stderr.splitlines()), 1, outcome)
        self.assertFalse((self.work / "none").exists())

    def test_an_existing_output_survives_an_error(self):
        (self.work / "old").write_text("precious", encoding="utf-8")
        outcome = self.wasmc("compile", "--emit=exe", self.wasm('(module (func (export "f")))'), "-o", self.work / "old")
        self.assert_refused(outcome, "_start")
        self.assertEqual((self.work / "old").read_text(encoding="utf-8"), "precious")


if __name__ == "__main__":
    unittest.main()
