"""Every tail call of a module is a jump, on each target at each level: read back by llvm-objdump.

In the environment: WASMC_COMPILER, the path of wasmc-compiler, and WASMC_SCRIPTS, the directory of
generate_calls.py.
"""

import os
import pathlib
import re
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
sys.path.insert(0, os.environ["WASMC_SCRIPTS"])
import generate_calls  # noqa: E402
import guest  # noqa: E402

TARGETS = {
    "x86_64": ("x86-64", "x86-64-v4"),
    "aarch64": ("generic", "neoverse-n1"),
    "riscv64": ("rv64gc", "rv64gcv"),
}
LEVELS = ("-O0", "-O1", "-O2", "-O3")
# No function may call or return, so that all it can do is to jump; relocations hide where to.
CALL = {"x86_64": r"\tcallq?\b", "aarch64": r"\tblr?\b", "riscv64": r"\tjalr?\b"}
RETURN = {"x86_64": r"\tretq?\b", "aarch64": r"\tret\b", "riscv64": r"\tret\b"}
JUMP = {"x86_64": r"\tjmpq?\b", "aarch64": r"\tbr?\b", "riscv64": r"\tjr\b"}


def module_of_calls():
    """One function for each way, prototype and number of results, which only makes that tail call."""
    types, imports, functions = [], [], []
    for result_name, results in generate_calls.RESULTS.items():
        result = f"(result {' '.join(results)})" if results else ""
        for shape, kinds in generate_calls.SHAPES.items():
            name = f"{result_name}_{shape}"
            types.append(f"(type $t_{name} (func (param i64 i64 {' '.join(kinds)}) {result}))")
            imports.append(f"(import \"host\" \"{name}\" (func $i_{name} (type $t_{name})))")
            arguments = " ".join(["(local.get 1) (local.get 0)",
                                  *(generate_calls.value(kind, k) for k, kind in enumerate(kinds))])
            functions.append(f"(func $f_{name} (type $t_{name}) (return_call $f_{name}2 (local.get 1) (local.get 0)))")
            functions.append(f"(func $f_{name}2 (param i64 i64) {result} (return_call $i_{name} {arguments}))")
            functions.append(f"""(func (param i64 i64) {result}
                (return_call_indirect $table (type $t_{name}) {arguments} (i32.const 1)))""")
            functions.append(f"""(func (param i64 i64 (ref null $t_{name})) {result}
                (return_call_ref $t_{name} {arguments} (local.get 2)))""")
            # Two ways out of one function; the last is taken in the middle of an expression.
            functions.append(f"""(func (param i64 i64) {result}
                (if (i64.eqz (local.get 0)) (then (return_call $i_{name} {arguments})))
                (i64.const 9) (return_call $f_{name}2 (local.get 1) (i64.const 3)))""")
    text = "\n".join(["(module", *types, *imports, "(table $table 4 funcref)", *functions, ")"])
    return text, len(imports), len(functions)


def functions_of(disassembly):
    """The lines of each wf_ function, by name."""
    parts = re.split(r"^[0-9a-f]+ <(\w+)>:$", disassembly, flags=re.MULTILINE)
    return {name: body for name, body in zip(parts[1::2], parts[2::2]) if name.startswith("wf_")}


class TailCalls(unittest.TestCase):
    def test_are_jumps(self):
        text, imported, defined = module_of_calls()
        with tempfile.TemporaryDirectory() as directory:
            source = pathlib.Path(directory) / "calls.wat"
            source.write_text(text, encoding="utf-8")
            for machine, cpus in TARGETS.items():
                for cpu, level in [(cpus[0], level) for level in LEVELS] + [(cpus[1], "-O2")]:
                    with self.subTest(machine=machine, cpu=cpu, level=level):
                        self.check(source, machine, cpu, level, range(imported, imported + defined))

    def check(self, source, machine, cpu, level, indices):
        output = source.with_suffix(".o")
        guest.execute([os.environ["WASMC_COMPILER"], "compile", "-q", "--emit=obj", level, f"--cpu={cpu}",
                       f"--target={machine}-linux-gnu", source, "-o", output], guest.COMPILE_LIMIT).require()
        listing = guest.execute([guest.compiler("llvm-objdump-22"), "-d", "--no-show-raw-insn", output])
        functions = functions_of(listing.require().stdout.decode())
        self.assertEqual(sorted(functions), sorted(f"wf_{k}" for k in indices))
        for name, body in functions.items():
            self.assertNotRegex(body, CALL[machine], name)
            self.assertNotRegex(body, RETURN[machine], name)
            self.assertRegex(body, JUMP[machine], name)


if __name__ == "__main__":
    unittest.main()
