#!/usr/bin/env python3
"""Builds one of our C, C++, Rust or Go programs to Wasm and natively from the same source, runs both, and
compares what they print, how they exit and what they leave on disk.

usage: realworld.py --wasmc PROGRAM|node --work DIRECTORY --level O0|O2 NAME
"""

import argparse
import dataclasses
import os
import pathlib
import random
import re
import shutil
import sys

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parent.parent
sys.path.insert(0, str(TOP / "tests" / "support"))
import guest  # noqa: E402

GUEST_DIRECTORY = "/data"


@dataclasses.dataclass
class Run:
    """One run. DIRECTORY in an argument stands for the granted directory."""

    arguments: tuple = ()
    env: tuple = ()
    stdin: bytes = b""
    files: dict = dataclasses.field(default_factory=dict)


@dataclasses.dataclass
class Program:
    sources: tuple
    runs: tuple = (Run(),)
    flags: tuple = ("-O2",)
    native_flags: tuple = ()


def prose():
    """Text with many repeated words, the same in every run."""
    generator = random.Random(1)
    words = ["".join(generator.choices("abcdefghijklmnop", k=generator.randint(1, 9))) for _ in range(900)]
    lines = []
    for _ in range(6000):
        line = generator.choices(words, weights=range(900, 0, -1), k=generator.randint(0, 14))
        lines.append(generator.choice([" ", "  ", ", "]).join(line))
    return "\n".join(lines).encode()


def lines_for_filter():
    generator = random.Random(2)
    lines = [bytes(generator.randrange(32, 127) for _ in range(generator.choice([0, 1, 70, 5000])))
             for _ in range(400)]
    return b"\n".join(lines)


ENVIRONMENT = (("HOME", "/nowhere"), ("EMPTY", ""), ("EQUALS", "a=b=c"), ("UTF8", "grün"))

PROGRAMS = {
    "stdio-files": Program(("programs/stdio_files.c",), (Run(("DIRECTORY",)),)),
    "callbacks": Program(("programs/callbacks.c",)),
    "arithmetic": Program(("programs/arithmetic.c",), flags=("-O1", "-ffp-contract=off"),
                          native_flags=("-lm",)),
    "algorithms": Program(("programs/algorithms.c",)),
    "algorithms-unoptimized": Program(("programs/algorithms.c",), flags=("-O0",)),
    "heap": Program(("programs/heap.c",)),
    "streams": Program(("programs/streams.cpp",), (Run(("DIRECTORY",), stdin=prose()),)),
    "streams-unoptimized": Program(("programs/streams.cpp",), (Run(("DIRECTORY",), stdin=prose()),), flags=("-O0",)),
    "word-count": Program(("../../examples/word_count.c",), (
        Run(("DIRECTORY/prose.txt",), files={"prose.txt": prose()}),
        Run(("DIRECTORY/prose.txt", "DIRECTORY/empty.txt"), files={"prose.txt": prose(), "empty.txt": b""}),
        Run(("DIRECTORY/missing.txt",)),
        Run(stdin=b"from a pipe, from a pipe"),
    )),
    "hello": Program(("../../examples/hello.c",), (Run(), Run(("one", "two words", "")))),
    "env-args": Program(("programs/env_args.c",), (
        Run(), Run(("a", "", "-x", "--dir", "two words", "grün"), ENVIRONMENT),
    )),
    "exit-code": Program(("programs/exit_code.c",), tuple(
        Run((how, str(code))) for how in ("return", "exit", "_exit") for code in (0, 1, 7, 125, 255)
    )),
    "filter": Program(("programs/filter.c",), (Run(stdin=lines_for_filter()), Run())),
    "rust": Program(("programs/inventory.rs",), (Run(("DIRECTORY",), stdin=prose()), Run())),
    "go": Program(("programs/goroutines.go",), (Run(("DIRECTORY",), stdin=prose()), Run())),
    "clock-random": Program(("programs/clock_random.c",), (Run(stdin=b"0123456789"),)),
}


def snapshot(directory):
    """Everything below a directory: bytes of files, targets of links."""
    found = {}
    for root, directories, files in os.walk(directory):
        for name in directories + files:
            path = pathlib.Path(root, name)
            key = str(path.relative_to(directory))
            if path.is_symlink():
                found[key] = ("link", os.readlink(path))
            else:
                found[key] = ("directory", None) if path.is_dir() else ("file", path.read_bytes())
    return found


def fill(directory, run):
    shutil.rmtree(directory, ignore_errors=True)
    directory.mkdir(parents=True)
    for name, data in run.files.items():
        (directory / name).write_bytes(data)


def arguments_for(run, directory):
    return [argument.replace("DIRECTORY", str(directory)) for argument in run.arguments]


def compare(tools, cwasm, native, run, work):
    """Runs the guest and the native program on directories of their own."""
    directories = {}
    for side in ("guest", "native"):
        directories[side] = work / f"{side}-files"
        fill(directories[side], run)
    # The clock may not make a difference either, so both see the same, exact environment.
    expected = guest.execute([native, *arguments_for(run, directories["native"])], stdin=run.stdin,
                             env=dict(run.env))
    actual = tools.run(cwasm, arguments_for(run, GUEST_DIRECTORY), stdin=run.stdin, env=run.env,
                       directories=[(directories["guest"], GUEST_DIRECTORY)])
    prefix = str(directories["native"]).encode()
    for what in ("stdout", "stderr", "status"):
        wanted, got = getattr(expected, what), getattr(actual, what)
        if isinstance(wanted, bytes):
            wanted = wanted.replace(prefix, GUEST_DIRECTORY.encode())
        if wanted != got:
            raise guest.Failure(f"{what} differs.\n=== native: {expected}\n=== guest: {actual}")
    before, after = (snapshot(directories[side]) for side in ("native", "guest"))
    different = [name for name in sorted(before.keys() | after.keys()) if before.get(name) != after.get(name)]
    if different:
        raise guest.Failure(f"files differ between native and guest: {different}")
    return len(expected.stdout) + len(expected.stderr)


def build(program, wasm, native, work):
    """Builds both, by the language of the source."""
    sources = [HERE / source for source in program.sources]
    if sources[0].suffix == ".rs":
        guest.build_rust(sources[0], wasm, True)
        guest.build_rust(sources[0], native, False)
    elif sources[0].suffix == ".go":
        guest.build_go(sources[0], wasm, True, work.parent / "go-cache")
        guest.build_go(sources[0], native, False, work.parent / "go-cache")
    else:
        guest.build_wasm(sources, wasm, program.flags)
        guest.build_native(sources, native, ("-O1", "-ffp-contract=off", *program.native_flags))


def check_program(tools, name, work, level):
    program = PROGRAMS[name]
    wasm, native = work / f"{name}.wasm", work / f"{name}.native"
    build(program, wasm, native, work)
    cwasm = tools.compile(wasm, work / f"{name}.cwasm", level)
    said = sum(compare(tools, cwasm, native, run, work) for run in program.runs)
    if said == 0:
        raise guest.Failure(f"{name} printed nothing, so nothing was compared")
    return f"{name}: {len(program.runs)} runs with {said} bytes of output equal the native program's"


def check_deep_recursion(tools, work, level):
    """Endless recursion that writes at every level ends in a trap, with all its output intact."""
    wasm = work / "deep.wasm"
    guest.build_wasm([HERE / "programs/deep_recursion.c"], wasm, ("-O2",))
    cwasm = tools.compile(wasm, work / "deep.cwasm", level)
    levels = []
    for how in ("write", "stdio"):
        outcome = tools.run(cwasm, (how,)).require(134)
        if b"call stack exhausted" not in outcome.stderr:
            raise guest.Failure(f"no message about the call stack: {outcome}")
        lines = outcome.stdout.splitlines()
        for number, line in enumerate(lines, 1):
            if line != b"level %d" % number:
                raise guest.Failure(f"line {number} is {line!r}")
        if len(lines) < 1000:
            raise guest.Failure(f"only {len(lines)} levels: {outcome}")
        levels.append(len(lines))
    return f"deep-recursion: {levels} levels"


def check_abort(tools, work, level):
    """abort() is an `unreachable` in wasi-libc: a trap with a backtrace that names it."""
    wasm = work / "abort.wasm"
    guest.build_wasm([HERE / "programs/exit_code.c"], wasm, ("-O2",))
    outcome = tools.run(tools.compile(wasm, work / "abort.cwasm", level), ("abort", "0")).require(134)
    if not re.search(rb"wasm trap: .*unreachable", outcome.stderr):
        raise guest.Failure(f"no unreachable: {outcome}")
    return "abort: traps"


SPECIAL = {"deep-recursion": check_deep_recursion, "abort": check_abort}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--wasmc", required=True, help="the front door, or `node` to check the programs alone")
    parser.add_argument("--work", required=True, type=pathlib.Path)
    parser.add_argument("--level", default="O2", help="without its dash: O0, O2")
    parser.add_argument("name", choices=sorted([*PROGRAMS, *SPECIAL]))
    arguments = parser.parse_args()
    work = arguments.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    level = f"-{arguments.level}"
    try:
        tools = guest.tools(arguments.wasmc)
        if arguments.name in SPECIAL:
            print(SPECIAL[arguments.name](tools, work, level))
        else:
            print(check_program(tools, arguments.name, work, level))
    except guest.Missing as missing:
        print(f"SKIPPED: {missing}")
        sys.exit(guest.SKIPPED)
    except guest.Failure as failure:
        sys.exit(f"FAILED: {failure}")


if __name__ == "__main__":
    main()
