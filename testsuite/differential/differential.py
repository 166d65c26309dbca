#!/usr/bin/env python3
"""Random modules through every configuration of the compiler and through Node, compared call by call.

    differential.py --seeds 0-1000            random modules
    differential.py --single                  every operator on the edge cases of its operands
    differential.py --seeds 0-1000000 --minutes 60

After every call, trapping or not, results, trap, globals, tables and whole memories must be the same.
A disagreement is made small and written to the directory --failures: generator bytes, module, calls, a
script for testsuite/wast/regressions, and both answers. Exit code 1 then.
"""

import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

import engines
import minimize

HOST = ["O0", "O1", "O2", "O3", "baseline"]
CROSS = ["aarch64", "riscv64", "aarch64-O0", "riscv64-O0"]
HERE = pathlib.Path(__file__).resolve().parent


class Run:
    def __init__(self, arguments):
        self.tools = engines.Toolset(arguments.build, arguments.node)
        self.engines = arguments.engines.split(",")
        self.rotating = [engine for engine in self.engines if engine not in arguments.always.split(",")]
        self.in_turn = arguments.in_turn
        self.failures = pathlib.Path(arguments.failures)
        self.minimizing = arguments.minimize
        self.modules = self.calls = self.trapping = self.answers = self.batches = 0
        self.mismatches = []

    def configurations(self):
        """Compiling is what takes the time: with --in-turn a batch has all of --always, and the next N of the rest."""
        self.batches += 1
        if not self.in_turn:
            return self.engines
        start = (self.batches - 1) * self.in_turn
        chosen = {self.rotating[(start + i) % len(self.rotating)] for i in range(min(self.in_turn, len(self.rotating)))}
        return [engine for engine in self.engines if engine in chosen or engine not in self.rotating]

    def batch(self, what):
        engine_names = self.configurations()
        with tempfile.TemporaryDirectory(prefix="differential-") as work:
            compiled = ",".join(engine for engine in engine_names if engine != "node")
            subprocess.run([self.tools.prepare, work, compiled, what], check=True, timeout=7200)
            bases = sorted((str(path)[: -len(".wasm")] for path in pathlib.Path(work).glob("*.wasm")),
                           key=lambda base: int(re.sub(r"\D", "", pathlib.Path(base).name)))
            answers = {engine: engines.run(self.tools, engine, bases, 300) for engine in engine_names}
            for base in bases:
                self.judge(base, answers)

    def judge(self, base, answers):
        self.modules += 1
        running = [engine for engine in answers if base in answers[engine]]
        calls = [line for line in answers[running[0]][base] if not line.startswith("  ")][1:]
        self.calls += len(calls)
        self.trapping += sum(" trap " in call for call in calls)
        self.answers += len(calls) * len(running)
        if found := engines.difference(answers, base):
            self.mismatch(base, *found)

    def mismatch(self, base, reference, engine, found):
        index, expected, actual = found
        name = f"{pathlib.Path(base).name}-{engine}"
        print(f"MISMATCH {name}: line {index}\n  {reference}: {expected}\n  {engine}: {actual}", flush=True)
        self.mismatches.append(name)
        target = self.failures / name
        target.mkdir(parents=True, exist_ok=True)
        for extension in ("wasm", "calls", "needs"):
            shutil.copy(f"{base}.{extension}", target / f"original.{extension}")
        self.dump(base, reference, engine, index, target)
        if self.minimizing and len(self.mismatches) <= 5:
            self.minimize(base, reference, engine, target)

    def dump(self, base, reference, engine, index, target):
        """The memories of both after the call that differs (two lines each, after one for the start)."""
        option = ["--dump", f"{max(0, (index - 1) // 2):x}"]
        for name in (reference, engine):
            lines = engines.run(self.tools, name, [base], 60, option)[base]
            (target / f"answer.{name}").write_text("\n".join(lines) + "\n")

    def minimize(self, base, reference, engine, target):
        minimizer = minimize.Minimizer(self.tools, reference, engine, target / "work")
        seed = pathlib.Path(base).name
        data = None
        if seed.isdigit():
            path = target / "original.bytes"
            subprocess.run([self.tools.prepare, "--bytes-of-seed", seed, path], check=True, timeout=60)
            data = path.read_bytes()
        else:
            for extension in ("wasm", "calls", "needs"):
                shutil.copy(f"{base}.{extension}", f"{minimizer.base}.{extension}")
        try:
            small = minimizer.run(data)
            script = minimizer.script(f"{reference} and {engine} disagree about {seed}")
            (target / "minimized.wast").write_text(script)
            print(f"  minimized: {target}/minimized.wast ({len(script)} bytes)\n  {small and small[2]}", flush=True)
        except (subprocess.SubprocessError, KeyError, IndexError) as problem:
            print(f"  not minimized: {problem!r}", flush=True)

    def summary(self):
        return (f"{self.modules} modules, {self.calls} calls ({self.trapping} trapping), "
                f"{self.answers} answers compared, {len(self.mismatches)} mismatches")


def ranges(first, last, size):
    return [(at, min(at + size, last)) for at in range(first, last, size)]


def work_list(arguments, tools):
    if arguments.single:
        count = int(subprocess.run([tools.prepare, "--count"], check=True, timeout=60, stdout=subprocess.PIPE).stdout)
        step = max(1, count // arguments.sample) if arguments.sample else 1
        return ([f"single:{at}-{at + 1}" for at in range(0, count, step)] if step > 1
                else [f"single:{first}-{last}" for first, last in ranges(0, count, arguments.batch)])
    first, last = map(int, arguments.seeds.split("-"))
    return [f"{first}-{last}" for first, last in ranges(first, last, arguments.batch)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default=str(HERE.parent.parent / "build/release"))
    parser.add_argument("--node", default="node")
    parser.add_argument("--seeds", default="0-100", help="FROM-TO, half open")
    parser.add_argument("--single", action="store_true", help="single-instruction mode")
    parser.add_argument("--sample", type=int, default=0, metavar="N", help="with --single: only about N of its modules")
    parser.add_argument("--engines", default=",".join(["node", *HOST, *CROSS]))
    parser.add_argument("--always", default="node,O2", help="engines of every batch, with --in-turn")
    parser.add_argument("--in-turn", type=int, default=0, metavar="N", help="only N of the other engines per batch, in turn")
    parser.add_argument("--batch", type=int, default=25, help="modules per process")
    parser.add_argument("--minutes", type=float, default=0, help="stop after this time")
    parser.add_argument("--failures", default="differential-failures", help="directory for disagreements")
    parser.add_argument("--no-minimize", dest="minimize", action="store_false")
    arguments = parser.parse_args()
    run = Run(arguments)
    end = time.monotonic() + arguments.minutes * 60
    for number, what in enumerate(work_list(arguments, run.tools)):
        if arguments.minutes and time.monotonic() > end:
            break
        run.batch(what)
        if number % 10 == 9:
            print(f"... {what}: {run.summary()}", flush=True)
    print(run.summary())
    return 1 if run.mismatches else 0


if __name__ == "__main__":
    sys.exit(main())
