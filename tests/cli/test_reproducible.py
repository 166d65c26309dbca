"""The same module, version, target and CPU give the same bytes, whatever surrounds the compiler."""

import hashlib
import os
import unittest

from harness import CliTest, guest

SOURCE = r"""
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <math.h>
static int compare(const void *a, const void *b) { return *(const int *)a - *(const int *)b; }
int main(int argc, char **argv) {
  int numbers[100];
  for (int k = 0; k < 100; ++k)
    numbers[k] = (k * 7919 + argc) % 1000;
  qsort(numbers, 100, sizeof *numbers, compare);
  printf("%d %s %.10g\n", numbers[argc], argv[0], sqrt(numbers[99]));
  return strlen(argv[0]) > 1000;
}
"""


class Reproducible(CliTest):
    def setUp(self):
        super().setUp()
        source = self.work / "module.c"
        source.write_text(SOURCE, encoding="utf-8")
        guest.build_wasm([source], self.work / "module.wasm", ["-O1"])

    def digest(self, options, wasm, output, **surroundings):
        prefix = surroundings.pop("prefix", [])
        guest.execute([*prefix, self.wasmc.program.parent / "wasmc-compiler", "compile", wasm, "-o", output, *options],
                      limit=guest.COMPILE_LIMIT, **surroundings).require()
        return hashlib.sha256(output.read_bytes()).hexdigest()

    def test_same_bytes(self):
        elsewhere = self.work / "another directory"
        elsewhere.mkdir()
        copy = elsewhere / "module.wasm"
        copy.write_bytes((self.work / "module.wasm").read_bytes())
        for target, cpu in (("x86_64", "x86-64-v2,x86-64-v3"), ("aarch64", "generic"), ("riscv64", "rv64gcv")):
            for emit in ("cwasm", "exe") if target == "x86_64" else ("cwasm",):
                with self.subTest(target=target, emit=emit):
                    options = [f"--target={target}-linux-gnu", f"--cpu={cpu}", f"--emit={emit}"]
                    first = self.digest([*options, "-j1"], self.work / "module.wasm", self.work / "first")
                    self.assertEqual(first, self.digest([*options, "-j3"], self.work / "module.wasm", self.work / "second"))
                    environment = {"PATH": os.environ["PATH"], "TMPDIR": str(elsewhere), "LC_ALL": "C.UTF-8", "TZ": "Asia/Tokyo",
                                   "HOME": "/nowhere"}
                    self.assertEqual(first, self.digest(options, "module.wasm", elsewhere / "third", cwd=elsewhere,
                                                        env=environment))

    def test_same_bytes_on_another_host_cpu(self):
        """What this machine's CPU can do must not show in code for a named one."""
        options = ["--target=x86_64-linux-gnu", "--cpu=x86-64-v3", "-O1"]
        wasm = self.wasm("""(module (memory (export "m") 1) (func (export "_start") (local i32)
          (loop (i32.store (local.get 0) (i32.popcnt (local.get 0)))
            (br_if 0 (i32.lt_u (local.tee 0 (i32.add (local.get 0) (i32.const 4))) (i32.const 4096))))))""")
        here = self.digest(options, wasm, self.work / "here")
        emulator = [guest.compiler("qemu-x86_64"), "-cpu", "Nehalem"]
        self.assertEqual(here, self.digest(options, wasm, self.work / "there", prefix=emulator))


if __name__ == "__main__":
    unittest.main()
