"""Modules as large as docs/limits.md allows, and one larger; and the same bytes on any number of
threads."""

import unittest

import modules
from harness import CliTest, guest

LEVELS = ("-O0", "-O2")
MEMORY = 3 << 30  # address space of a compilation here
LIMIT = 300  # seconds, for a machine that does other things as well; alone it takes a few


class Limits(CliTest):
    def compile(self, data, level, *options):
        """Compiles the bytes within MEMORY and LIMIT."""
        source, output = self.work / "large.wasm", self.work / "large.cwasm"
        source.write_bytes(data)
        output.unlink(missing_ok=True)
        return guest.execute([guest.compiler("prlimit"), f"--as={MEMORY}", self.wasmc.program, "compile", level,
                              *options, source, "-o", output], limit=LIMIT)

    def computes(self, data, arguments, result, levels=LEVELS):
        """Compiles at the levels, and calling `run` gives the result."""
        for level in levels:
            with self.subTest(level=level):
                self.assert_status(self.compile(data, level), 0)
                outcome = self.wasmc("run", "--invoke", "run", self.work / "large.cwasm", *arguments)
                self.assert_status(outcome, 0)
                self.assertEqual(outcome.stdout.split(), [str(result).encode()], outcome)

    def refused(self, data, *parts):
        """Refused by message, within memory, before any code is made; nothing is left behind."""
        self.assert_refused(self.compile(data, "-O0"), "large.wasm", *parts)
        self.assert_only(self.work, ["large.wasm"])

    def test_nesting(self):
        self.computes(modules.module([modules.nested(100000)]), ["41"], 42)

    def test_nested_conditions(self):
        self.computes(modules.module([modules.nested_ifs(3000)]), ["1"], 3001)

    def test_locals(self):
        self.computes(modules.module([modules.many_locals(50000)]), ["1"], 50001)
        self.refused(modules.module([modules.many_locals(50001)]), "too many locals: 50001, at most 50000")

    def test_parameters(self):
        body = b"\x00\x20" + modules.leb(999)
        self.computes(modules.module([body], params=1000), [str(k) for k in range(1000)], 999)
        self.refused(modules.module([body], params=1001), "too many parameters: 1001, at most 1000")

    def test_large_body(self):
        size = 1_000_000
        value = 5
        for _ in range(size // 6):
            value = (value * 3 + 1) % 2**32
        signed = value - 2**32 if value >= 2**31 else value
        self.computes(modules.module([modules.straight(size)]), ["5"], signed)

    def test_branch_table(self):
        blocks = 300
        # Entry k goes to label k % 300, behind which the later places add too.
        value = 65519 + sum(place + 1 for place in range(65519 % blocks, blocks))
        # Level 2 takes too long for the largest: docs/limits.md.
        self.computes(modules.module([modules.table_of_branches(65520, blocks)]), ["65519"], value, levels=("-O0",))
        value = 1999 + sum(place + 1 for place in range(1999 % blocks, blocks))
        self.computes(modules.module([modules.table_of_branches(2000, blocks)]), ["1999"], value, levels=("-O2",))
        self.refused(modules.module([modules.table_of_branches(65521, blocks)]),
                     "br_table with 65521 targets, more than 65520")

    def test_elements(self):
        self.computes(modules.elements(10_000_000), ["7"], 7, levels=("-O0",))
        self.refused(modules.elements(10_000_001), "too many elements: 10000001, at most 10000000")

    def test_functions(self):
        count = 1_000_001
        data = modules.HEAD + modules.section(1, b"\x01\x60\x00\x00") + modules.section(3, modules.leb(count) + b"\x00" * count)
        self.refused(data, "too many functions: 1000001, at most 1000000")


class Threads(CliTest):
    def test_bytes_do_not_depend_on_threads(self):
        data = modules.scattered_calls(400, 2300)
        # compiler/driver/partition.cpp cuts at 96 KiB of bodies.
        self.assertGreater(len(data), 8 * 96 * 1024)
        source = self.work / "many.wasm"
        source.write_bytes(data)
        outputs = {}
        for level in ("-O0", "-O2"):
            for threads in ("1", "2"):
                output = self.work / f"many{level}-{threads}.cwasm"
                self.wasmc("compile", level, "-j", threads, source, "-o", output, limit=LIMIT).require()
                outputs[level, threads] = output.read_bytes()
            self.assertEqual(outputs[level, "1"], outputs[level, "2"])
        self.assertNotEqual(outputs["-O0", "1"], outputs["-O2", "1"])


if __name__ == "__main__":
    unittest.main()
