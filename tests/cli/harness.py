"""The base of the command-line tests: a scratch directory, the tools, and what every refusal owes.

The front door's path comes in the environment variable WASMC, a directory to work in as WASMC_WORK.
"""

import os
import pathlib
import re
import shutil
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
import guest  # noqa: E402

# A module that exits with 0 and does nothing else.
NOTHING = '(module (memory (export "memory") 1) (func (export "_start")))'


class CliTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.wasmc = guest.Wasmc(os.environ["WASMC"])
        base = pathlib.Path(os.environ["WASMC_WORK"])
        base.mkdir(parents=True, exist_ok=True)
        self.work = pathlib.Path(tempfile.mkdtemp(prefix=self.id().rsplit(".", 1)[-1] + "-", dir=base))
        self.addCleanup(shutil.rmtree, self.work, ignore_errors=True)

    def wasm(self, text, name="module.wasm"):
        """A .wasm out of the text format."""
        return guest.wat_to_wasm(text, self.work / name)

    def cwasm(self, text, level="-O2", name="module.wasm"):
        """A .cwasm out of the text format."""
        wasm = self.wasm(text, name)
        return self.wasmc.compile(wasm, wasm.with_suffix(".cwasm"), level)

    def program(self, source, name="program"):
        """A .cwasm out of C source text."""
        path = self.work / f"{name}.c"
        path.write_text(source, encoding="utf-8")
        guest.build_wasm([path], self.work / f"{name}.wasm", ["-O1"])
        return self.wasmc.compile(self.work / f"{name}.wasm", self.work / f"{name}.cwasm")

    def assert_status(self, outcome, status):
        self.assertEqual(outcome.status, status, outcome)

    def assert_says(self, outcome, *parts):
        """Each part stands in what was said on stderr."""
        text = outcome.stderr.decode(errors="replace")
        for part in parts:
            self.assertIn(part, text, outcome)

    def assert_refused(self, outcome, *parts, status=1):
        """Refused with a message of its own: not by a signal, not by an assertion, not in silence."""
        self.assert_status(outcome, status)
        text = outcome.stderr.decode(errors="replace")
        self.assertTrue(text.strip(), outcome)
        self.assertNotRegex(text, r"(?i)assert|sanitizer|stack dump|terminate called|core dumped")
        self.assertEqual(outcome.stdout, b"", outcome)
        self.assert_says(outcome, *parts)

    def assert_trapped(self, outcome, message, *frames):
        """Trapped with `message`, and a backtrace of exactly these (name, Wasm offset) frames first.

        An offset of None stands for any but 0."""
        self.assert_status(outcome, 134)
        text = outcome.stderr.decode(errors="replace")
        self.assertRegex(text, rf"wasm trap: {re.escape(message)}")
        found = re.findall(r"^\s*(\d+): (\S.*?) @ 0x([0-9a-f]+)$", text, re.M)
        self.assertEqual([int(number) for number, _, _ in found], list(range(len(found))), text)
        self.assertGreaterEqual(len(found), max(1, len(frames)), text)
        for (number, name, offset), (wanted_name, wanted_offset) in zip(found, frames):
            self.assertEqual(name, wanted_name, f"frame {number} of:\n{text}")
            if wanted_offset is None:
                self.assertNotEqual(int(offset, 16), 0, f"frame {number} of:\n{text}")
            else:
                self.assertEqual(int(offset, 16), wanted_offset, f"frame {number} of:\n{text}")

    def assert_only(self, directory, names):
        """The directory holds exactly these entries: nothing was left behind."""
        self.assertEqual(sorted(path.name for path in pathlib.Path(directory).iterdir()), sorted(names))


def offset_of(wasm, pattern, at=0):
    """The file offset of a byte pattern that occurs once in a .wasm, plus `at`."""
    data = pathlib.Path(wasm).read_bytes()
    first = data.find(pattern)
    if first < 0 or data.find(pattern, first + 1) >= 0:
        raise guest.Failure(f"{pattern.hex()} occurs {data.count(pattern)} times in {wasm}")
    return first + at
