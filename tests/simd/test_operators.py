"""Every vector operator on edge cases and random bits, for one processor.

Results of Wasm 2.0's operators are compared with Node's, bit by bit; only which NaN an arithmetic
operator gives is left to the engine, and there the test asks for a quiet one. Relaxed operators are
compared with what the specification allows.

Environment: WASMC_COMPILER, WASMC_RUN (the command that runs a .cwasm of TARGET), CPU, TARGET (empty
for this machine), WASMC_WORK; LEFT_OUT: names of operators that the emulator cannot run.
"""

import os
import pathlib
import shlex
import struct
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
import guest  # noqa: E402
import program  # noqa: E402
import relaxed  # noqa: E402
import vectors  # noqa: E402

# Operators whose NaN results are the engine's choice.
ARITHMETIC = ("add", "sub", "mul", "div", "sqrt", "min", "max", "ceil", "floor", "trunc", "nearest",
              "demote", "promote", "-0 sub")


def lanes(code, data):
    code = {"f": "I", "d": "Q"}.get(code, code)
    return struct.unpack(f"<{len(data) // struct.calcsize(code)}{code}", data)


def is_arithmetic(name):
    shape, _, operation = name.partition(".")
    return shape in ("f32x4", "f64x2") and operation.startswith(ARITHMETIC)


def is_equal(name, ours, reference):
    """Whether two 16-byte results agree."""
    if ours == reference:
        return True
    if not is_arithmetic(name):
        return False
    code = "f" if name.startswith("f32x4") else "d"
    return all(x == y or relaxed.is_quiet_nan(code, x) and relaxed.is_quiet_nan(code, y)
               for x, y in zip(lanes(code, ours), lanes(code, reference)))


def runnable(expressions):
    """Without those that LEFT_OUT names, each of which must be there."""
    left_out = set(os.environ.get("LEFT_OUT", "").split())
    assert left_out <= {e.name for e in program.standard_expressions() + program.relaxed_expressions()}
    return [e for e in expressions if e.name not in left_out]


class Operators(unittest.TestCase):
    def setUp(self):
        self.work = pathlib.Path(os.environ["WASMC_WORK"])
        self.work.mkdir(parents=True, exist_ok=True)

    def build(self, name, expressions):
        path = self.work / f"{name}.wat"
        path.write_text(program.module(expressions), encoding="utf-8")
        wasm = path.with_suffix(".wasm")
        guest.execute([guest.compiler("wat2wasm"), "--enable-relaxed-simd", path, "-o", wasm]).require()
        return wasm

    def output(self, wasm, level):
        """What the guest writes when compiled for the processor under test."""
        cwasm = wasm.with_suffix(f".{level}.cwasm")
        target = os.environ["TARGET"]
        guest.execute([os.environ["WASMC_COMPILER"], "compile", wasm, "-o", cwasm, f"-O{level}",
                       "--cpu", os.environ["CPU"], *(["--target", target] if target else [])],
                      guest.COMPILE_LIMIT).require()
        return guest.execute([*shlex.split(os.environ["WASMC_RUN"]), cwasm], 300).require().stdout

    def results(self, expressions, output):
        """(expression, operands, result) of each evaluation."""
        self.assertEqual(sum(program.result_sizes(expressions)), len(output))
        at = 0
        data = vectors.inputs()
        for expression in expressions:
            for operands in vectors.cases(data, expression.operands):
                yield expression, operands, output[at : at + 16]
                at += 16

    def describe(self, expression, operands, result):
        shown = " ".join(vector.hex() for vector in operands[: expression.operands])
        return f"{expression.name}: {shown} gives {result.hex()}"

    def test_standard_operators_agree_with_node(self):
        expressions = runnable(program.standard_expressions())
        wasm = self.build("standard", expressions)
        reference = guest.NodeWasi().run(wasm).require().stdout
        for level in (0, 2):
            output = self.output(wasm, level)
            wrong = {}
            at = 0
            for expression, operands, result in self.results(expressions, output):
                expected = reference[at : at + 16]
                at += 16
                if result != expected and not is_equal(expression.name, result, expected):
                    wrong.setdefault(expression.name, f"{self.describe(expression, operands, result)}, "
                                                      f"node {expected.hex()}")
            self.assertFalse(wrong, f"at -O{level}:\n" + "\n".join(wrong.values()))

    def test_relaxed_operators_keep_to_the_specification(self):
        expressions = program.relaxed_expressions()
        self.assertEqual(sorted(relaxed.OPERATORS), sorted(e.name for e in expressions))
        expressions = runnable(expressions)
        wasm = self.build("relaxed", expressions)
        outputs = [self.output(wasm, level) for level in (0, 2)]
        wrong = {}
        for expression, operands, result in self.results(expressions, outputs[0]):
            code, model = relaxed.OPERATORS[expression.name]
            for lane, allowed in zip(lanes(code, result), model(*operands)):
                if not relaxed.is_allowed(code, lane, allowed):
                    wrong.setdefault(expression.name, f"{self.describe(expression, operands, result)}, "
                                                      f"allowed {sorted(map(hex, allowed))}")
        self.assertFalse(wrong, "\n".join(wrong.values()))
        self.assert_same_choice(expressions, *outputs)

    def assert_same_choice(self, expressions, unoptimised, optimised):
        """One choice per processor: the level must not change it, but for the bits of NaNs."""
        at = 0
        for expression, operands, result in self.results(expressions, unoptimised):
            other = optimised[at : at + 16]
            at += 16
            if result == other:
                continue
            code = relaxed.OPERATORS[expression.name][0]
            same = code in "fd" and all(
                x == y or relaxed.is_quiet_nan(code, x) and relaxed.is_quiet_nan(code, y)
                for x, y in zip(lanes(code, result), lanes(code, other)))
            self.assertTrue(same, f"{self.describe(expression, operands, result)} at -O0, "
                                  f"{other.hex()} at -O2")


if __name__ == "__main__":
    unittest.main()
