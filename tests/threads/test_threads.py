"""The compiler's threads under ThreadSanitizer, on a module of many parts (SQLite): no race is reported, and four
threads give the bytes and the messages that one gives.

The program wasmc-compiler comes in the environment variable WASMC_COMPILER, the module as WASMC_MODULE, a
directory to work in as WASMC_WORK. tsan.supp says what is not counted, and why.
"""

import json
import os
import pathlib
import pty
import shutil
import subprocess
import sys
import tempfile
import threading
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
import guest  # noqa: E402

LIMIT = 900


class Threads(unittest.TestCase):
    def setUp(self):
        self.module = pathlib.Path(os.environ["WASMC_MODULE"])
        self.assertTrue(self.module.is_file(), f"missing input: {self.module}")
        base = pathlib.Path(os.environ["WASMC_WORK"])
        base.mkdir(parents=True, exist_ok=True)
        self.work = pathlib.Path(tempfile.mkdtemp(dir=base))
        self.addCleanup(shutil.rmtree, self.work, ignore_errors=True)

    def environment(self):
        """Reports go into files: whole, and apart from what the compiler says."""
        suppressions = pathlib.Path(__file__).resolve().parent / "tsan.supp"
        return dict(os.environ, TSAN_OPTIONS=f"suppressions={suppressions} print_suppressions=0 exitcode=66 log_path="
                                             f"{self.work / 'race'}")

    def assert_no_race(self):
        for report in self.work.glob("race.*"):
            self.fail(report.read_text(errors="replace"))

    def run_compiler(self, *arguments, status=0):
        outcome = guest.execute([os.environ["WASMC_COMPILER"], *arguments], limit=LIMIT, env=self.environment())
        self.assert_no_race()
        return outcome.require(status)

    def compile(self, threads, *options, name="artefact"):
        """(bytes of the artefact, what was printed)"""
        output = self.work / name
        outcome = self.run_compiler("compile", "-q", f"-j{threads}", *options, self.module, "-o", output)
        return output.read_bytes(), outcome.stderr

    def assert_same_by_one_and_by_four(self, *options):
        alone, _ = self.compile(1, *options)
        together, _ = self.compile(4, *options)
        self.assertTrue(alone == together, f"other bytes by four threads: {options}")

    def test_levels(self):
        for level in ("-O0", "-O1", "-O2"):
            with self.subTest(level=level):
                self.assert_same_by_one_and_by_four(level)

    def test_what_is_written(self):
        for options in (["--cpu=x86-64,x86-64-v3"], ["--target=aarch64-linux-gnu"], ["--target=riscv64-linux-gnu"],
                        ["--emit=asm"], ["--emit=llvm-ir"], ["--bounds-checks"]):
            with self.subTest(options=options):
                self.assert_same_by_one_and_by_four("-O0", *options)

    def test_cache_and_report(self):
        plain, _ = self.compile(4, "-O1")
        parts = None
        for from_cache in (False, True):
            artefact, report = self.compile(4, "-O1", "--cache", self.work / "cache", "--time-report=json")
            parts = json.loads(report)["parts"]
            self.assertGreaterEqual(parts, 8)
            self.assertEqual(json.loads(report)["parts_from_cache"], parts if from_cache else 0)
            self.assertTrue(artefact == plain)
        _, report = self.compile(4, "-O2", "--time-report")
        self.assertIn(b"slowest", report)

    def test_two_processes_share_a_cache(self):
        plain, _ = self.compile(4, "-O0")
        for _ in ("empty", "full"):
            found = {}

            def compile_as(name, found=found):
                found[name] = self.compile(4, "-O0", "--cache", self.work / "cache", name=name)[0]
            others = [threading.Thread(target=compile_as, args=(name,)) for name in ("one", "other")]
            for other in others:
                other.start()
            for other in others:
                other.join()
            self.assertEqual({name: data == plain for name, data in found.items()}, {"one": True, "other": True})

    def test_progress(self):
        """The line that threads rewrite is shown on a terminal only."""
        controller, terminal = pty.openpty()
        command = [os.environ["WASMC_COMPILER"], "compile", "-j4", "-O1", self.module, "-o", self.work / "artefact"]
        shown = bytearray()
        with subprocess.Popen(command, stderr=terminal, env=self.environment()) as process:
            os.close(terminal)
            stop = threading.Timer(LIMIT, process.kill)
            stop.start()
            try:
                while part := os.read(controller, 4096):
                    shown += part
            except OSError: # how Linux says that nobody holds the terminal any more
                pass
            process.wait()
            stop.cancel()
        os.close(controller)
        self.assert_no_race()
        self.assertEqual(process.returncode, 0, shown)
        self.assertIn(b"compiling: ", shown)

    def test_validation(self):
        self.run_compiler("validate", "-j4", self.module)
        data = bytearray(self.module.read_bytes())
        bad = self.work / "bad.wasm"
        # Bad bodies everywhere, then the first ones mended: the lowest is reported, whoever finds which one first.
        places = range(len(data) // 4, len(data) // 2, 997)
        for first in (0, len(places) // 2, len(places) - 3):
            damaged = bytearray(data)
            for place in places[first:]:
                damaged[place] = 0xFF
            bad.write_bytes(damaged)
            alone = self.run_compiler("validate", "-j1", bad, status=1)
            for _ in range(5):
                self.assertEqual(self.run_compiler("validate", "-j4", bad, status=1).stderr, alone.stderr)


if __name__ == "__main__":
    unittest.main()
