"""The engines that the differential runner asks, and how their answers are read.

Every engine prints the lines that executor.cpp describes. One process runs many modules; when one of
them ends the process, the next process takes up behind it.
"""

import pathlib
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
NODE_FLAGS = [f"--experimental-wasm-{feature}" for feature in ("memory64", "return-call", "relaxed-simd")]
# What Node 20 has no implementation of, or a wrong one: its V8 adds the dot product to itself instead of to
# the third operand when the operands are distinct.
NODE_LACKS = {"multi_memory", "i64.add128", "i64.sub128", "i64.mul_wide_s", "i64.mul_wide_u",
              "i32x4.relaxed_dot_i8x16_i7x16_add_s"}


class Toolset:
    """Where the programs are."""

    def __init__(self, build, node="node"):
        self.build = pathlib.Path(build)
        self.prepare = self.build / "bin/differential-prepare"
        self.node = node

    def executor(self, configuration):
        architecture = configuration.split("-")[0]
        if architecture in ("aarch64", "riscv64"):
            return [f"qemu-{architecture}", str(self.build / "cross" / architecture / "bin/differential-executor")]
        return [str(self.build / "bin/differential-executor")]

    def command(self, engine, options=()):
        if engine == "node":
            return [self.node, *NODE_FLAGS, str(HERE / "node_executor.mjs"), *options]
        return [*self.executor(engine), *options, engine]


def can_run(engine, base):
    needs = set(pathlib.Path(base + ".needs").read_text().split()) if pathlib.Path(base + ".needs").exists() else set()
    return engine != "node" or not needs & NODE_LACKS


def error_of(engine, base):
    """Why there is nothing to run, or None."""
    path = pathlib.Path(f"{base}.{engine}.error")
    return path.read_text() if path.exists() else None


def parse(text):
    """{base: lines} of an engine's output."""
    answers = {}
    lines = None
    for line in text.splitlines():
        if line.startswith("module "):
            lines = answers[line[len("module "):]] = []
        elif lines is not None:
            lines.append(line)
    return answers


def run(tools, engine, bases, seconds, options=()):
    """{base: lines}. A module that ends the process, or hangs, says so in its last line."""
    answers = {}
    left = []
    for base in bases:
        if not can_run(engine, base):
            continue
        if error := error_of(engine, base):
            answers[base] = [f"not compiled: {error}"]
        else:
            left.append(base)
    while left:
        try:
            outcome = subprocess.run(tools.command(engine, options) + left, stdout=subprocess.PIPE,
                                     stderr=subprocess.PIPE, timeout=seconds)
            text, end = outcome.stdout, None if outcome.returncode == 0 else (
                f"ended with {outcome.returncode}: {outcome.stderr.decode(errors='replace')[-300:]}")
        except subprocess.TimeoutExpired as expired:
            text, end = expired.stdout or b"", "hangs"
        found = parse(text.decode(errors="replace"))
        if end is None:
            for base in left:
                answers[base] = found.get(base, ["no answer"])
            break
        culprit = [base for base in left if base in found][-1:] or left[:1]
        for base in left[: left.index(culprit[0])]:
            answers[base] = found.get(base, ["no answer"])
        answers[culprit[0]] = found.get(culprit[0], []) + [end]
        left = left[left.index(culprit[0]) + 1:]
    return answers


def same(mine, other):
    """Whether two lines say the same; `a|b` stands for either of two trap messages."""
    if mine == other:
        return True
    first, bar, text = mine.partition(" trap ")
    second, other_bar, other_text = other.partition(" trap ")
    return first == second and bar == other_bar and bool(set(text.split("|")) & set(other_text.split("|")))


def first_difference(mine, other):
    """(index of a line, its two texts), or None."""
    for index in range(max(len(mine), len(other))):
        left = mine[index] if index < len(mine) else "(nothing)"
        right = other[index] if index < len(other) else "(nothing)"
        if not same(left, right):
            return index, left, right
    return None


def difference(answers, base):
    """The first pair of engines that disagree about a module: (reference, engine, (index, texts)), or None.

    Node is the reference where it can run, -O0 elsewhere."""
    engines = [engine for engine in answers if base in answers[engine]]
    reference = "node" if "node" in engines else engines[0]
    for engine in engines:
        if engine != reference and (found := first_difference(answers[reference][base], answers[engine][base])):
            return reference, engine, found
    return None
