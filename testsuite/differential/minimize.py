"""Makes a module that two engines disagree about as small as it gets, and a script of what is left."""

import pathlib
import re
import subprocess
import time

import engines

WABT_FLAGS = ["--enable-memory64", "--enable-multi-memory", "--enable-tail-call", "--enable-relaxed-simd"]

MEMORY_HASH = """  (func (export "memory_hash") (result {type}) (local $at {type}) (local $hash {type})
    (block $done
      (loop $more
        (br_if $done ({type}.ge_u (local.get $at) ({type}.mul (memory.size) ({type}.const 65536))))
        (local.set $hash ({type}.add ({type}.mul (local.get $hash) ({type}.const 31)) ({load} (local.get $at))))
        (local.set $at ({type}.add (local.get $at) ({type}.const 4)))
        (br $more)))
    (local.get $hash))
"""


class Minimizer:
    def __init__(self, tools, reference, engine, work, seconds=180):
        self.tools = tools
        self.engines = [reference, engine]
        self.work = pathlib.Path(work)
        self.work.mkdir(parents=True, exist_ok=True)
        self.end = time.monotonic() + seconds
        self.base = str(self.work / "try")

    def disagree(self, what):
        """Whether the two still disagree."""
        for path in self.work.glob("try.*.cwasm"):
            path.unlink()
        for path in self.work.glob("try.*.error"):
            path.unlink()
        compiled = ",".join(engine for engine in self.engines if engine != "node")
        subprocess.run([self.tools.prepare, self.work, compiled, what], check=True, timeout=300)
        answers = {engine: engines.run(self.tools, engine, [self.base], 30) for engine in self.engines}
        return engines.difference(answers, self.base)

    def try_bytes(self, data):
        (self.work / "try.bytes").write_bytes(data)
        return self.disagree(f"bytes:{self.base}.bytes") is not None

    def try_calls(self, calls):
        pathlib.Path(self.base + ".calls").write_text("".join(calls))
        return self.disagree(f"wasm:{self.base}.wasm") is not None

    def shrink(self, items, is_wanted):
        """Takes out pieces, large ones first, while what is left is wanted."""
        size = max(1, len(items) // 2)
        while size:
            at = 0
            while at < len(items) and time.monotonic() < self.end:
                shorter = items[:at] + items[at + size:]
                if is_wanted(shorter):
                    items = shorter
                else:
                    at += size
            size //= 2
        return items

    def run(self, data):
        """Minimizes generator bytes (None: the module stands in try.wasm already); leaves try.wasm and
        try.calls, and returns the difference."""
        if data is not None:
            data = self.shrink(data, self.try_bytes)
            self.try_bytes(data)
        calls = pathlib.Path(self.base + ".calls").read_text().splitlines(keepends=True)
        self.end = time.monotonic() + 60
        calls = self.shrink(calls, self.try_calls)
        self.try_calls(calls)
        return self.disagree(f"wasm:{self.base}.wasm")

    def script(self, title):
        """The module as a script of the test suite: what the reference engine says is expected."""
        text = subprocess.run(["wasm2wat", *WABT_FLAGS, self.base + ".wasm"], check=True, timeout=60,
                              stdout=subprocess.PIPE, text=True).stdout
        reference = self.engines[0]
        lines = engines.run(self.tools, reference, [self.base], 60)[self.base]
        types = signatures(text)
        asserts = []
        calls = pathlib.Path(self.base + ".calls").read_text().splitlines()
        for call, answer in zip(calls, [line for line in lines if not line.startswith("  ")][1:]):
            asserts.append(assertion(call, answer, types))
        module = text.rstrip()[:-1].rstrip() + "\n"
        if "(memory " in text:
            is64 = re.search(r"\(memory \(;0;\) i64", text)
            module += MEMORY_HASH.format(type="i64" if is64 else "i32", load="i64.load32_u" if is64 else "i32.load")
        return f";; {title}\n{module})\n" + "\n".join(asserts) + "\n"


def signatures(text):
    """{export: (parameter types, result types)} out of the text format as wasm2wat writes it."""
    types = {}
    for number, body in re.findall(r"\(type \(;(\d+);\) \(func(.*?)\)\)\n", text):
        types[number] = tuple([word for group in re.findall(rf"\({kind} ([^)]*)\)", body + ")") for word in group.split()]
                              for kind in ("param", "result"))
    functions = dict(re.findall(r"\(func \(;(\d+);\) \(type (\d+)\)", text))
    return {name: types[functions[index]] for name, index in re.findall(r'\(export "(\w+)" \(func (\d+)\)\)', text)}


def value(word, kind):
    if kind == "externref":
        return "(ref.null extern)" if word == "0" else f"(ref.extern {int(word, 16)})"
    return f"({kind}.const 0x{word})"


def assertion(call, answer, types):
    name, *words = call.split()
    parameters, results = types[name]
    invoke = f'(invoke "{name}"' + "".join(" " + value(word, kind) for word, kind in zip(words, parameters)) + ")"
    rest = answer.split(" ", 2)
    if rest[1] == "trap":
        return f'(assert_trap {invoke} "{rest[2].split("|")[0]}")'
    values = rest[2].split() if len(rest) > 2 else []
    return f"(assert_return {invoke}" + "".join(" " + value(word, kind) for word, kind in zip(values, results)) + ")"
