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

    def test_file_without_end(self):
        outcome = guest.execute([guest.compiler("prlimit"), f"--as={MEMORY}", self.wasmc.program, "compile", "/dev/zero",
                                 "-o", self.work / "o"], limit=LIMIT)
        self.assert_refused(outcome, "/dev/zero", "too large")
        self.assert_only(self.work, [])

    def test_nesting(self):
        self.computes(modules.module([modules.nested(100000)]), ["41"], 42)
        self.refused(modules.module([modules.nested(100001)]), "blocks nested more than 100000 deep")

    def test_nested_conditions(self):
        self.computes(modules.module([modules.nested_ifs(20000)]), ["1"], 20001)

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

    def test_body_size(self):
        # One byte more than fits: the locals, the constant and the nops; `end` is added.
        self.refused(modules.module([b"\x00\x20\x00" + b"\x01" * (7_654_321 - 3)]),
                     "function body too large: 7654322 bytes, at most 7654321")

    def test_moved_operands(self):
        # Each call, of two bytes, takes a thousand and gives a thousand.
        kind = b"\x60" + modules.leb(1000) + modules.I32 * 1000 + modules.leb(1000) + modules.I32 * 1000
        def calls(count):
            code = b"\x00" + b"\x41\x00" * 1000 + b"\x10\x00" * count + b"\x0b"
            return modules.HEAD + modules.section(1, modules.vector([kind])) + modules.section(
                3, b"\x01\x00") + modules.section(10, modules.vector([modules.leb(len(code)) + code]))

        self.assert_status(self.compile(calls(500), "-O2"), 0)
        self.refused(calls(510), "module too large: its operators move 1020000 operands until here, at most 10120")

    def test_locals_that_nobody_names(self):
        # Six bytes declare as many as there may be; so does every function here.
        body = modules.leb(1) + modules.leb(50000) + modules.I32
        self.computes(modules.module([body + b"\x20\x00"] + [body + b"\x20\x00"] * 999), ["7"], 7)

    def test_values_that_live_over_branches(self):
        # Of each local a phi for each branch: a few bytes of branches cost megabytes.
        count, branches = 600, 6000
        body = modules.leb(1) + modules.leb(count) + modules.I32 + b"\x02\x40"
        for k in range(branches):
            body += b"\x20\x00" + (b"\x22" + modules.leb(1 + k) if k < count else b"") + b"\x0d\x00"
        body += b"\x0b\x20\x00"
        for k in range(count):
            body += b"\x20" + modules.leb(1 + k) + b"\x6a"
        self.computes(modules.module([body]), ["0"], 0)

    def test_null_branches(self):
        # Each of five bytes moves the thousand results of its label.
        kinds = [b"\x60\x00" + modules.leb(1000) + modules.I32 * 1000, b"\x60\x01\x70\x00"]
        code = b"\x00\x02\x00" + b"\x41\x00" * 1000 + b"\x20\x00\xd5\x00\x1a" * 2000 + b"\x0b" + b"\x1a" * 1000 + b"\x0b"
        data = modules.HEAD + modules.section(1, modules.vector(kinds)) + modules.section(
            3, b"\x01\x01") + modules.section(10, modules.vector([modules.leb(len(code)) + code]))
        self.refused(data, "module too large: its operators move")

    def test_loops_around_locals(self):
        # Of the loops each would have a phi for each of the locals.
        depth, count = 20000, 20000
        body = modules.leb(1) + modules.leb(count) + modules.I32 + b"\x03\x40" * depth
        for k in range(1, count + 1):
            body += b"\x20" + modules.leb(k - 1) + b"\x41\x01\x6a\x21" + modules.leb(k)
        body += b"\x41\x00\x0d\x00" + b"\x0b" * depth + b"\x20" + modules.leb(count)
        self.computes(modules.module([body]), ["1"], 20001)

    def test_many_blocks(self):
        # One after the other; divisions, too, are blocks to LLVM.
        body = b"\x00" + b"\x20\x00\x04\x40\x20\x00\x41\x01\x6a\x21\x00\x0b" * 20000 + b"\x20\x00"
        self.computes(modules.module([body]), ["1"], 20001)
        self.computes(modules.module([b"\x00\x20\x00" + b"\x20\x00\x6d" * 50000]), ["7"], 0)

    def test_many_accesses(self):
        # In one loop: were all made plain, LLVM would compare each with each.
        count = 20000
        body = b"\x01\x01" + modules.I32 + b"\x03\x40"
        for k in range(count):
            body += b"\x20\x01\x41" + modules.signed(k) + b"\x36\x02" + modules.leb(4 * k)
        body += b"\x20\x01\x41" + modules.signed(4 * count) + b"\x6a\x21\x01"
        body += b"\x20\x00\x41\x01\x6b\x22\x00\x0d\x00\x0b"
        body += b"\x20\x01\x41\x04\x6b\x28\x02\x00"  # what the last turn has stored last
        self.computes(modules.module([body], extra=[(5, b"\x01\x00\x03")]), ["2"], count - 1)

    def test_branch_table(self):
        blocks = 300
        # Entry k goes to label k % 300, behind which the later places add too.
        value = 65519 + sum(place + 1 for place in range(65519 % blocks, blocks))
        self.computes(modules.module([modules.table_of_branches(65520, blocks)]), ["65519"], value)
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
