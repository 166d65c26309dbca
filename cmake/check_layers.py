#!/usr/bin/env python3
"""Checks that every #include and every linked room follows the architecture.

The tables below ARE the architecture (ARCHITECTURE.md explains them): changing an arrow is a
commit of its own, with its reason. `--self-test` plants one violation of each rule in a scratch
tree and fails unless every one is found.
"""

import argparse
import pathlib
import re
import sys
import tempfile

# Room -> the rooms it may include. An arrow is transitive; every room may include itself and
# `detail`. A room that is not in the table may not exist.
ARROWS = {
    "include/wasmc/abi": [],
    "include/wasmc/detail": [],
    # wasm.h and wasmc/*.h: what an embedder includes. Never `detail`, which is not installed.
    "include": ["include/wasmc/abi"],
    # The compiler, in data-flow order.
    "compiler/wasm": ["include/wasmc/abi"],
    "compiler/decode": ["compiler/wasm"],
    "compiler/text": ["compiler/wasm"],
    "compiler/validate": ["compiler/decode", "compiler/wasm"],
    "compiler/lower": ["compiler/decode", "compiler/wasm", "include/wasmc/abi"],
    "compiler/optimize": ["include/wasmc/abi"],
    "compiler/codegen": ["compiler/optimize", "include/wasmc/abi"],
    "compiler/container": ["compiler/wasm", "include/wasmc/abi"],
    "compiler/driver": [
        "compiler/wasm", "compiler/decode", "compiler/text", "compiler/validate",
        "compiler/lower", "compiler/optimize", "compiler/codegen", "compiler/container",
    ],
    "compiler/cli": ["compiler/driver", "compiler/text", "compiler/container"],
    # The runtime, from the operating system upwards. `platform` reads the CPU feature bits.
    "runtime-support/platform": ["include/wasmc/abi"],
    "runtime-support/trap": ["runtime-support/platform", "include/wasmc/abi"],
    "runtime-support/memory": ["runtime-support/platform", "include/wasmc/abi"],
    "runtime-support/object": [
        "runtime-support/memory", "runtime-support/trap", "include/wasmc/abi",
    ],
    "runtime-support/load": [
        "runtime-support/object", "runtime-support/platform", "include/wasmc/abi",
    ],
    "runtime-support/instance": ["runtime-support/load", "runtime-support/object"],
    "runtime-support/wasi": ["runtime-support/instance", "runtime-support/platform"],
    "runtime-support/capi": ["runtime-support/instance", "runtime-support/wasi", "include"],
    "runtime-support/run": ["runtime-support/capi", "runtime-support/wasi"],
}

# Rooms that may include LLVM at all, and which of its headers. Everyone else: none.
LLVM_IR = ("llvm/IR/", "llvm/ADT/", "llvm/Support/", "llvm/BinaryFormat/", "llvm/TargetParser/")
LLVM_HEADERS = {
    # Constants of one vector shape are read as another: only the folder that knows the data layout
    # makes a constant of that.
    "compiler/lower": LLVM_IR + ("llvm/Analysis/ConstantFolding.h",),
    "compiler/optimize": ("llvm/", "llvm-c/"),
    "compiler/codegen": ("llvm/", "llvm-c/"),
    # It describes the tables as constants of an LLVM module, so that LLVM writes each target's
    # relocations, and reads the map of Wasm offsets from the line tables of the objects.
    "compiler/container": LLVM_IR + ("llvm/Object/", "llvm/ObjCopy/", "llvm/MC/", "llvm/DebugInfo/DWARF/", "lld/"),
    "compiler/driver": ("llvm/", "llvm-c/", "lld/"),
    "compiler/cli": ("llvm/", "llvm-c/", "lld/"),
}

# The runtime is freestanding C++: these need no run-time library and compile against any libc.
FREESTANDING_HEADERS = {
    "stdint.h", "stddef.h", "string.h", "span", "array", "optional", "expected", "string_view",
    "bit", "type_traits", "utility", "algorithm", "limits", "concepts", "new", "charconv",
}
ABI_HEADERS = {"stdint.h", "stddef.h"}

SOURCES = {".c", ".h", ".hh", ".cpp", ".def", ".S", ".inc"}
MAX_FILE_LINES = 800
MAX_FUNCTION_LINES = 120

INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)')
ROOM_CALL = re.compile(r"\b(wasmc_room|wasmc_runtime_room)\s*\(\s*(\w+)([^)]*)\)", re.S)


def closure(room):
    """Every room that `room` may include."""
    allowed = {room}
    pending = [room]
    while pending:
        for target in ARROWS[pending.pop()]:
            if target not in allowed:
                allowed.add(target)
                pending.append(target)
    # `detail` is not installed, so nothing that is may include it.
    if room not in ("include", "include/wasmc/abi"):
        allowed.add("include/wasmc/detail")
    return allowed


def room_of(path):
    """The room of a path relative to the top, or None outside both halves."""
    parts = path.parts
    if parts[0] == "include":
        return "/".join(parts[:3]) if parts[1:3] in (("wasmc", "abi"), ("wasmc", "detail")) else "include"
    if parts[0] in ("compiler", "runtime-support") and len(parts) > 2:
        return "/".join(parts[:2])
    return None


class Checker:
    def __init__(self, top):
        self.top = top
        self.problems = []

    def report(self, path, line, text):
        self.problems.append(f"{path}:{line}: {text}")

    def files(self, *folders):
        for folder in folders:
            for path in sorted((self.top / folder).rglob("*")):
                if path.suffix in SOURCES and path.is_file():
                    yield path.relative_to(self.top)

    def resolve(self, path, name):
        """Where a quoted include points, relative to the top; None when nowhere in the tree."""
        for base in ((self.top / path).parent, self.top, self.top / "include"):
            candidate = base / name
            if candidate.is_file():
                resolved = candidate.resolve()
                if resolved.is_relative_to(self.top):
                    return resolved.relative_to(self.top)
        return None

    def includes(self, path):
        """(line number, quoted name or None, bracketed name or None) of each include."""
        text = (self.top / path).read_text(encoding="utf-8")
        for number, line in enumerate(text.splitlines(), 1):
            match = INCLUDE.match(line)
            if match:
                yield number, match.group(1), match.group(2)

    def check_system_header(self, path, line, room, name):
        if name.startswith(("llvm/", "llvm-c/", "lld/", "clang/")):
            if not name.startswith(LLVM_HEADERS.get(room, ())) or room not in LLVM_HEADERS:
                self.report(path, line, f"{room} may not include <{name}>")
        elif room == "include/wasmc/abi" and name not in ABI_HEADERS:
            self.report(path, line, f"abi headers include only <stdint.h> and <stddef.h>, not <{name}>")
        elif (room.startswith("runtime-support/") or room == "include/wasmc/detail") and (
            name not in FREESTANDING_HEADERS
        ):
            self.report(path, line, f"<{name}> is not on the list of freestanding headers")

    def check_rooms(self):
        for path in self.files("compiler", "runtime-support", "include"):
            room = room_of(path)
            if room not in ARROWS:
                self.report(path, 1, f"{room or path.parent} is not a room of the architecture")
                continue
            allowed = closure(room)
            for line, quoted, bracketed in self.includes(path):
                if quoted is None:
                    self.check_system_header(path, line, room, bracketed)
                    continue
                target = self.resolve(path, quoted)
                if target is None:
                    if quoted.startswith(("llvm/", "llvm-c/", "lld/", "clang/")):
                        self.check_system_header(path, line, room, quoted)
                    else:
                        self.report(path, line, f'"{quoted}" is not in the tree')
                elif room_of(target) not in allowed:
                    self.report(path, line, f"{room} may not include {target}")

    def check_tests(self):
        """A unit test includes its own half only; examples include only what is installed."""
        for path in self.files("tests/unit"):
            room = path.parts[2]
            halves = {half for half in ("compiler", "runtime-support") if (self.top / half / room).is_dir()}
            for line, quoted, _ in self.includes(path):
                target = self.resolve(path, quoted) if quoted else None
                if target and target.parts[0] in ("compiler", "runtime-support") and halves and (
                    target.parts[0] not in halves
                ):
                    self.report(path, line, f"a unit test of {room} may not include {target}")
        for path in self.files("examples"):
            for line, quoted, bracketed in self.includes(path):
                name = quoted or bracketed
                if name.startswith(("wasmc/detail/", "compiler/", "runtime-support/", "llvm/")):
                    self.report(path, line, f"an example may not include {name}")

    def check_links(self):
        """target_link_libraries of a room follow the same arrows as its includes."""
        for half, prefix in (("compiler", "wasmc_"), ("runtime-support", "wasmc_rt_")):
            for path in sorted((self.top / half).glob("*/CMakeLists.txt")):
                relative = path.relative_to(self.top)
                for match in ROOM_CALL.finditer(path.read_text(encoding="utf-8")):
                    self.check_link(relative, half, prefix, match.group(2), match.group(3))

    def check_link(self, path, half, prefix, name, arguments):
        room = f"{half}/{name}"
        if room not in ARROWS:
            self.report(path, 1, f"{room} is not a room of the architecture")
            return
        words = arguments.split()
        links = words[words.index("LINK") + 1:] if "LINK" in words else []
        for link in links:
            if link in ("wasmc_llvm", "wasmc_lld"):
                if room not in LLVM_HEADERS:
                    self.report(path, 1, f"{room} may not link {link}")
            elif link.startswith(prefix) and f"{half}/{link[len(prefix):]}" not in closure(room):
                self.report(path, 1, f"{room} may not link {link}")

    def check_sizes(self):
        """Files, and functions at namespace level, that have outgrown a reader."""
        for path in self.files("compiler", "runtime-support", "include", "tests", "testsuite", "examples"):
            if path.suffix == ".def":
                continue
            lines = (self.top / path).read_text(encoding="utf-8").splitlines()
            if len(lines) > MAX_FILE_LINES:
                self.report(path, len(lines), f"{len(lines)} lines, more than {MAX_FILE_LINES}")
            self.check_functions(path, lines)

    def check_functions(self, path, lines):
        """A line `}` ends a function (classes end in `};`, namespaces in a comment); its head is the
        last line before it that starts in the first column."""
        head = 1
        for number, line in enumerate(lines, 1):
            if line == "}":
                if number - head > MAX_FUNCTION_LINES:
                    self.report(path, head, f"a function of {number - head} lines, more than {MAX_FUNCTION_LINES}")
            elif line and not line[0].isspace() and not line.startswith(("#", "//")):
                head = number

    def run(self):
        self.check_rooms()
        self.check_tests()
        self.check_links()
        self.check_sizes()
        return self.problems


# Path, contents, and a part of the problem that must be reported. None: the file is in order.
PLANTED = [
    ("include/wasmc/abi/ok.h", "#include <stdint.h>\n", None),
    ("include/wasmc/abi/bad.h", "#include <stdio.h>\n", "abi headers include only"),
    ("include/wasmc/abi/detail.h", '#include "wasmc/detail/ok.h"\n', "may not include include/wasmc/detail/ok.h"),
    ("include/wasmc/detail/ok.h", "#include <expected>\n", None),
    ("include/wasmc/detail/bad.h", "#include <string>\n", "not on the list of freestanding"),
    ("include/wasmc/public.h", '#include "wasmc/detail/ok.h"\n', "may not include include/wasmc/detail/ok.h"),
    ("compiler/wasm/ok.h", '#include "wasmc/abi/ok.h"\n#include <vector>\n', None),
    ("compiler/wasm/llvm.h", "#include <llvm/ADT/SmallVector.h>\n", "compiler/wasm may not include <llvm/ADT"),
    ("compiler/decode/up.cpp", '#include "compiler/lower/ok.h"\n', "compiler/decode may not include compiler/lower"),
    ("compiler/decode/gone.cpp", '#include "compiler/decode/gone.h"\n', "is not in the tree"),
    ("compiler/lower/ok.h", '#include "llvm/IR/Module.h"\n#include "compiler/wasm/ok.h"\n', None),
    ("compiler/lower/bad.cpp", '#include "llvm/Passes/PassBuilder.h"\n', "compiler/lower may not include <llvm/Passes"),
    ("compiler/codegen/wasm.cpp", '#include "compiler/wasm/ok.h"\n', "compiler/codegen may not include compiler/wasm"),
    ("compiler/driver/rt.cpp", '#include "runtime-support/trap/ok.h"\n', "may not include runtime-support/trap"),
    ("compiler/kitchen/ok.h", "\n", "compiler/kitchen is not a room"),
    ("compiler/decode/CMakeLists.txt", "wasmc_room(decode SOURCES a.cpp LINK wasmc_wasm wasmc_llvm)\n", "may not link wasmc_llvm"),
    ("compiler/wasm/CMakeLists.txt", "wasmc_room(wasm SOURCES a.cpp LINK wasmc_decode)\n", "may not link wasmc_decode"),
    ("runtime-support/trap/ok.h", "#include <span>\n", None),
    ("runtime-support/trap/up.cpp", '#include "runtime-support/load/ok.h"\n', "may not include runtime-support/load"),
    ("runtime-support/load/ok.h", '#include "runtime-support/trap/ok.h"\n', None),
    ("runtime-support/load/libc.cpp", "#include <stdio.h>\n", "not on the list of freestanding"),
    ("runtime-support/run/compiler.cpp", '#include "compiler/wasm/ok.h"\n', "may not include compiler/wasm"),
    ("runtime-support/wasi/CMakeLists.txt", "wasmc_runtime_room(wasi SOURCES a.cpp LINK wasmc_rt_run)\n", "may not link wasmc_rt_run"),
    ("tests/unit/trap/half.cpp", '#include "compiler/wasm/ok.h"\n', "a unit test of trap may not include"),
    ("examples/inside.c", '#include "wasmc/detail/ok.h"\n', "an example may not include"),
    ("compiler/wasm/long.cpp", "\n" * 801, "801 lines"),
    ("compiler/wasm/fine.cpp", "class C {\n" + "  void f();\n" * 200 + "};\n\nnamespace n {\n\nvoid f(int a,\n"
     "       int b) {\n" + "  g();\n" * 110 + "}\n\n} // namespace n\n", None),
    ("compiler/wasm/deep.cpp", "void f() {\n" + "  f();\n" * 121 + "}\n", "a function of 122 lines"),
]


def self_test():
    with tempfile.TemporaryDirectory() as scratch:
        top = pathlib.Path(scratch).resolve()
        for name, text, _ in PLANTED:
            (top / name).parent.mkdir(parents=True, exist_ok=True)
            (top / name).write_text(text, encoding="utf-8")
        found = Checker(top).run()
    failures = []
    for name, _, expected in PLANTED:
        here = [problem for problem in found if problem.startswith(f"{name}:")]
        if expected is None and here:
            failures.append(f"reported without reason: {here}")
        elif expected is not None and not any(expected in problem for problem in here):
            failures.append(f"{name}: planted violation not found ({expected!r}); found {here}")
    return failures


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("top", nargs="?", default=pathlib.Path(__file__).parent.parent, type=pathlib.Path)
    parser.add_argument("--self-test", action="store_true")
    arguments = parser.parse_args()
    problems = self_test() if arguments.self_test else Checker(arguments.top.resolve()).run()
    for problem in problems:
        print(problem)
    print(f"{len(problems)} problem(s)")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
