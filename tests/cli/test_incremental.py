"""--cache: what has not changed is not compiled again, and never gives other bytes. --time-report."""

import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from harness import CliTest, guest


def module(functions=400, edited=None):
    """Enough code for several parts; every function differs, and one can have a few bytes more."""
    bodies = []
    for k in range(functions):
        steps = "".join(f"(local.set 0 (i32.mul (i32.add (local.get 0) (i32.const {k * 64 + step})) (i32.const 77)))"
                        for step in range(32))
        extra = "(local.set 0 (i32.xor (local.get 0) (i32.const 123456)))" if k == edited else ""
        bodies.append(f"(func $f{k} (param i32) (result i32) {steps}{extra}"
                      f"(if (i32.eqz (local.get 0)) (then unreachable)) (local.get 0))")
    calls = "".join(f"(local.set 0 (call $f{k} (local.get 0)))" for k in range(functions))
    # The last one traps: its place in the backtrace comes out of a cached part too.
    return (f"(module (memory (export \"memory\") 1) {' '.join(bodies)} (func $zero unreachable)"
            f"(func $start (export \"_start\") (local i32) {calls} (call $zero)))")


class Incremental(CliTest):
    def setUp(self):
        super().setUp()
        self.cache = self.work / "made/for/it"

    def compile(self, wasm, name, *options):
        """(bytes of the artefact, the report)"""
        outcome = self.wasmc("compile", "-O1", wasm, "-o", self.work / name, "--time-report=json", *options,
                             limit=guest.COMPILE_LIMIT).require()
        return (self.work / name).read_bytes(), json.loads(outcome.stderr)

    def cached(self, wasm, name):
        return self.compile(wasm, name, "--cache", self.cache)

    def test_nothing_changed(self):
        wasm = self.wasm(module())
        plain, report = self.compile(wasm, "plain.cwasm")
        self.assertGreaterEqual(report["parts"], 3)
        for expected in (0, report["parts"]):
            artefact, again = self.cached(wasm, "cached.cwasm")
            self.assertEqual(again["parts_from_cache"], expected)
            self.assertEqual(artefact, plain)
        self.assertEqual(list(self.cache.glob("tmp-*")), [])

    def test_one_function_changed(self):
        self.cached(self.wasm(module()), "before.cwasm")
        edited = self.wasm(module(edited=150), "edited.wasm")
        plain, _ = self.compile(edited, "plain.cwasm")
        artefact, report = self.cached(edited, "cached.cwasm")
        self.assertEqual(artefact, plain)
        # Its own part; at most the neighbour besides, if the edit moved where the part ends.
        self.assertGreaterEqual(report["parts_from_cache"], report["parts"] - 2)
        self.assertLess(report["parts_from_cache"], report["parts"])
        traps = [self.wasmc("run", self.work / name) for name in ("plain.cwasm", "cached.cwasm")]
        self.assert_trapped(traps[0], "unreachable", ("zero", None), ("start", None))
        self.assertEqual(traps[0].stderr, traps[1].stderr)

    def test_other_options_are_other_parts(self):
        wasm = self.wasm(module(functions=4))
        for options in (["--cpu=x86-64"], ["--cpu=x86-64-v3"], ["--cpu=x86-64", "--cpu-features=+sse3"]):
            plain, _ = self.compile(wasm, "plain.cwasm", *options)
            artefact, report = self.compile(wasm, "cached.cwasm", "--cache", self.cache, *options)
            self.assertEqual((report["parts_from_cache"], artefact), (0, plain))

    def test_damaged_entries_are_none(self):
        wasm = self.wasm(module(functions=4))
        plain, report = self.cached(wasm, "plain.cwasm")
        entries = list(self.cache.iterdir())
        self.assertEqual(len(entries), report["parts"])
        for damage in (lambda data: data[:-1], lambda data: b"", lambda data: data[:30],
                       lambda data: data[:100] + bytes([data[100] ^ 1]) + data[101:]):
            for entry in entries:
                entry.write_bytes(damage(entry.read_bytes()))
            artefact, report = self.cached(wasm, "again.cwasm")
            self.assertEqual((report["parts_from_cache"], artefact), (0, plain))
            # And they have been replaced.
            self.assertEqual(self.cached(wasm, "again.cwasm")[1]["parts_from_cache"], report["parts"])

    def test_at_once(self):
        wasm = self.wasm(module(functions=40))
        names = [f"{k}.cwasm" for k in range(4)]
        running = [subprocess.Popen([self.wasmc.program, "compile", "-O0", wasm, "-o", self.work / name,
                                     "--cache", self.cache]) for name in names]
        self.assertEqual([process.wait(guest.COMPILE_LIMIT) for process in running], [0] * 4)
        self.assertEqual(len({(self.work / name).read_bytes() for name in names}), 1)

    def test_unusable_directory(self):
        (self.work / "file").write_text("not a directory", encoding="utf-8")
        wasm = self.wasm(module(functions=1))
        outcome = self.wasmc("compile", wasm, "-o", self.work / "out.cwasm", "--cache", self.work / "file")
        self.assert_refused(outcome, "cannot use", "file", "as cache")
        self.assertFalse((self.work / "out.cwasm").exists())

    def test_directories_of_others(self):
        """What is in the cache becomes machine code, so nobody else may be able to write there."""
        wasm = self.wasm(module(functions=1))
        self.cache.mkdir(parents=True)
        for mode in (0o720, 0o702, 0o777, 0o1777):
            self.cache.chmod(mode)
            outcome = self.wasmc("compile", wasm, "-o", self.work / "out.cwasm", "--cache", self.cache)
            self.assert_refused(outcome, "as cache", "others may write to it")
        self.cache.chmod(0o755)
        self.cached(wasm, "out.cwasm")
        foreign = "/usr"  # root's, unless that is who we are
        if os.geteuid() == 0:
            foreign = self.cache
            os.chown(foreign, 65534, 65534)
        outcome = self.wasmc("compile", wasm, "-o", self.work / "foreign.cwasm", "--cache", foreign)
        self.assert_refused(outcome, "as cache", "belongs to another user")
        self.assertFalse((self.work / "foreign.cwasm").exists())

    def test_other_files_stay(self):
        wasm = self.wasm(module(functions=1))
        self.cached(wasm, "out.cwasm")
        entry, = self.cache.iterdir()
        kept = ["tmp-", "tmp-notes", "tmp-abcdef", "tmp-abcdef.wasmc-temporary.txt", "tmp-abcdefg.wasmc-temporary",
                "tmp-abc.ef.wasmc-temporary", "other.wasmc-object", f"x{entry.name[1:]}", f"{entry.name}.txt"]
        abandoned = "tmp-aB3def.wasmc-temporary"
        for name in kept + [abandoned]:
            # Sparse, and more than the limit of the whole cache together, so that entries have to go.
            with open(self.cache / name, "wb") as file:
                file.truncate(1 << 29)
            os.utime(self.cache / name, (1000, 1000))
        self.cached(self.wasm(module(functions=2), "two.wasm"), "out.cwasm")
        names = {path.name for path in self.cache.iterdir()}
        self.assertEqual(names & set(kept + [abandoned]), set(kept))
        self.assertIn(entry.name, names)
        # A cache that is too large loses the entry used longest ago.
        os.truncate(entry, 1 << 30)
        self.cached(self.wasm(module(functions=3), "three.wasm"), "out.cwasm")
        names = {path.name for path in self.cache.iterdir()}
        self.assertNotIn(entry.name, names)
        self.assertEqual(names & set(kept), set(kept))

    def test_compiler_that_cannot_read_itself(self):
        """Without its own hash in the keys it would take what another compiler has made."""
        with tempfile.TemporaryDirectory() as name:
            directory = pathlib.Path(name)
            compiler = directory / "wasmc-compiler"
            shutil.copy(self.wasmc.program.parent / "wasmc-compiler", compiler)
            (directory / "m.wasm").write_bytes(self.wasm(module(functions=1)).read_bytes())
            (directory / "m.wasm").chmod(0o444)
            compiler.chmod(0o111)
            user = None
            if os.geteuid() == 0:  # who may read everything
                user = 65534
                os.chown(directory, user, user)
            outcome = subprocess.run([compiler, "compile", "m.wasm", "-o", "m.cwasm", "--cache", "cache"], cwd=directory,
                                     user=user, capture_output=True, text=True, timeout=guest.COMPILE_LIMIT, check=False)
            self.assertEqual(outcome.returncode, 1, outcome)
            self.assertIn("cannot read itself", outcome.stderr)
            self.assertFalse((directory / "m.cwasm").exists())

    def test_report_for_people(self):
        outcome = self.wasmc("compile", self.wasm(module(functions=3)), "-o", self.work / "out.cwasm",
                             "--time-report").require()
        self.assert_says(outcome, "processor s", "codegen", "link", "slowest functions", " f2\n")

    def test_report_counts_loops(self):
        """One loop can be versioned, one calls; without the option none is looked at."""
        wasm = self.wasm("""(module (memory 1) (func $callee (export "g") (memory.fill (i32.const 0) (i32.const 1) (i32.const 2)))
          (func (export "f") (param $n i32) (local $i i32)
            (loop $fill
              (i32.store (i32.shl (local.get $i) (i32.const 2)) (local.get $i))
              (br_if $fill (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (local.get $n))))
            (loop $grow
              (drop (memory.grow (i32.const 0)))
              (i32.store8 (local.get $i) (i32.const 1))
              (br_if $grow (local.tee $i (i32.sub (local.get $i) (i32.const 1)))))))""")
        out = self.work / "loops.cwasm"
        for option, expected in (("on", {"versioned": 1, "rolled": 0, "widened": 0, "searches": 0, "accesses": 1, "a call in the loop": 1}),
                                 ("off", {"versioned": 0, "rolled": 0, "widened": 0, "searches": 0, "accesses": 0})):
            outcome = self.wasmc("compile", "-O2", wasm, "-o", out, "--time-report=json",
                                 f"--loop-versioning={option}").require()
            self.assertEqual(json.loads(outcome.stderr)["loops"], expected)

    def test_every_loop_of_a_function(self):
        """All loops of a function are versioned, and what had been unrolled is rolled up."""
        def loop(factor):
            turns = "".join(f"(f64.store offset={8 * k} (local.get $i) (f64.mul (f64.load offset={8 * k} (local.get $i))"
                            " (f64.const 0.5)))" for k in range(factor))
            return (f"(local.set $i (i32.const 0)) (loop {turns} (local.set $i (i32.add (local.get $i) "
                    f"(i32.const {8 * factor}))) (br_if 0 (i32.ne (local.get $i) (i32.const {960 * factor}))))")
        wasm = self.wasm('(module (memory 1) (func (export "f") (local $i i32) ' + loop(1) + loop(3) + loop(4) + "))")
        outcome = self.wasmc("compile", "-O2", wasm, "-o", self.work / "loops.cwasm", "--time-report=json").require()
        self.assertEqual(json.loads(outcome.stderr)["loops"], {"versioned": 3, "rolled": 2, "widened": 0, "searches": 0, "accesses": 16})

    def test_loops_that_become_wider(self):
        wasm = self.wasm("""(module (memory 1) (func (export "f") (result v128) (local $i i32) (local $v v128)
            (loop $l
              (local.set $v (i32x4.add (local.get $v) (v128.load (local.get $i))))
              (br_if $l (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 16))) (i32.const 4096))))
            (local.get $v)))""")
        for cpu, widened in (("x86-64-v3", 1), ("x86-64", 0)):
            outcome = self.wasmc("compile", "-O2", "--target", "x86_64-linux-gnu", "--cpu", cpu, wasm, "-o",
                                 self.work / "loops.cwasm", "--time-report=json").require()
            self.assertEqual(json.loads(outcome.stderr)["loops"]["widened"], widened, cpu)

    def test_loops_that_search(self):
        wasm = self.wasm("""(module (memory 1) (func (export "f") (param $p i32) (result i32)
            (loop $l
              (br_if $l (i32.load8_u (local.tee $p (i32.add (local.get $p) (i32.const 1))))))
            (local.get $p)))""")
        for option, searches in (("on", 1), ("off", 0)):
            outcome = self.wasmc("compile", "-O2", "--target", "x86_64-linux-gnu", wasm, "-o", self.work / "loops.cwasm",
                                 "--time-report=json", f"--loop-versioning={option}").require()
            self.assertEqual(json.loads(outcome.stderr)["loops"]["searches"], searches, option)

    def test_searches_without_vectors(self):
        """Where no vectors look ahead, a loop with many accesses is versioned for the sake of their addresses."""
        tests = " ".join(f"(br_if $out (i32.eqz (i32.load8_u offset={k} (i32.add (local.get $p) (local.get $i)))))" for k in range(8))
        wasm = self.wasm(f"""(module (memory 1) (func (export "f") (param $p i32) (result i32) (local $i i32)
            (block $out (loop $l {tests}
              (br_if $l (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 8))) (i32.const 800)))))
            (local.get $i)))""")
        for target, cpu, versioned, searches in (("x86_64-linux-gnu", "x86-64", 0, 1), ("riscv64-linux-gnu", "rv64gc", 1, 0)):
            outcome = self.wasmc("compile", "-O2", "--target", target, "--cpu", cpu, wasm, "-o", self.work / "loops.cwasm",
                                 "--time-report=json").require()
            loops = json.loads(outcome.stderr)["loops"]
            self.assertEqual((loops["versioned"], loops["searches"]), (versioned, searches), target)


if __name__ == "__main__":
    unittest.main()
