#!/usr/bin/env python3
"""SQLite's own shell, compiled to Wasm and natively from the same source: runs the same SQL in both
on a database file and compares output and the database's bytes.

usage: sqlite.py --wasmc PROGRAM|node --work DIRECTORY build
       sqlite.py --wasmc PROGRAM|node --work DIRECTORY run O0|O2

`build` fetches the source (the amalgamation inside the pinned npm package) and compiles it twice.
"""

import argparse
import hashlib
import io
import pathlib
import shutil
import sys
import tarfile
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent.parent / "tests" / "support"))
import guest  # noqa: E402

PACKAGE = "sqlite3@5.1.7"
TARBALL = "sqlite3-5.1.7.tgz"
TARBALL_SHA256 = "44cc9bdee02705a7b636f76968d745e21c1d0b2f1c62810c678bc3b0ececab1b"
AMALGAMATION = "package/deps/sqlite-autoconf-3440200.tar.gz"
SOURCES = ("sqlite3.c", "sqlite3.h", "shell.c")

DEFINES = ["-DSQLITE_NOHAVE_SYSTEM", "-DSQLITE_OMIT_POPEN", "-DSQLITE_THREADSAFE=0",
           "-DSQLITE_OMIT_LOAD_EXTENSION"]
EMULATED = ("signal", "process-clocks", "getpid", "mman")
WASM_FLAGS = [f"-D_WASI_EMULATED_{name.upper().replace('-', '_')}" for name in EMULATED]
WASM_LIBRARIES = [f"-lwasi-emulated-{name}" for name in EMULATED]

# With the exit status of each: the first has one wrong statement, on purpose.
SCRIPTS = (("script.sql", 1), ("reopen.sql", 0))


def fetch(work):
    """The pinned tarball, from the build directory or from the registry."""
    tarball = work / TARBALL
    if not tarball.is_file():
        npm = guest.execute([guest.compiler("npm"), "pack", PACKAGE, "--pack-destination", work], limit=300,
                            cwd=work)
        if not tarball.is_file():
            raise guest.Failure(f"missing input: npm package {PACKAGE} could not be fetched: {npm}")
    digest = hashlib.sha256(tarball.read_bytes()).hexdigest()
    if digest != TARBALL_SHA256:
        raise guest.Failure(f"{tarball} is not the pinned {PACKAGE}: SHA-256 {digest}")
    return tarball


def unpack(tarball, source):
    """Writes the three files of the amalgamation; nothing of the package is run."""
    with tarfile.open(tarball) as package:
        inner = package.extractfile(AMALGAMATION)
        if inner is None:
            raise guest.Failure(f"missing input: {AMALGAMATION} in {tarball}")
        with tarfile.open(fileobj=io.BytesIO(inner.read())) as amalgamation:
            for name in SOURCES:
                member = next(m for m in amalgamation if m.name.endswith(f"/{name}"))
                (source / name).write_bytes(amalgamation.extractfile(member).read())


def fingerprint():
    """Changes when anything that goes into the two programs changes."""
    parts = [TARBALL_SHA256, *DEFINES, *WASM_FLAGS, pathlib.Path(__file__).read_text(encoding="utf-8")]
    parts += [(HERE / name).read_text(encoding="utf-8") for name in ("wasi_shim.c", "wasi_shim.h")]
    parts.append(guest.execute([guest.compiler("clang-22"), "--version"]).stdout.decode())
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def build(work):
    stamp = work / "built"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == fingerprint():
        return "sqlite: already built"
    source = work / "source"
    source.mkdir(parents=True, exist_ok=True)
    unpack(fetch(work), source)
    files = [source / "sqlite3.c", source / "shell.c"]
    failures = []

    def attempt(function, *arguments):
        try:
            function(*arguments)
        except guest.Failure as failure:
            failures.append(failure)

    shim = ["-include", HERE / "wasi_shim.h"]
    jobs = [
        threading.Thread(target=attempt, args=(
            guest.build_wasm, [*files, HERE / "wasi_shim.c"], work / "sqlite.wasm",
            ["-O2", "-w", *shim, *DEFINES, *WASM_FLAGS, *WASM_LIBRARIES])),
        threading.Thread(target=attempt, args=(
            guest.build_native, files, work / "sqlite.native", ["-O1", "-w", *DEFINES, "-lm"])),
    ]
    for job in jobs:
        job.start()
    for job in jobs:
        job.join()
    if failures:
        raise failures[0]
    stamp.write_text(fingerprint(), encoding="utf-8")
    return "sqlite: built to Wasm and natively"


def native(work, directory):
    def shell(script):
        return guest.execute([work / "sqlite.native", "-batch", directory / "test.db"], stdin=script,
                             env={"HOME": str(directory)})
    return shell


def compiled(tools, cwasm, directory):
    def shell(script):
        return tools.run(cwasm, ("-batch", "/data/test.db"), directories=[(directory, "/data")],
                         env=(("HOME", "/data"),), stdin=script)
    return shell


def session(shell, directory):
    """Runs the scripts on a new database: (output, bytes of the database) after each."""
    shutil.rmtree(directory, ignore_errors=True)
    directory.mkdir(parents=True)
    results = []
    for name, status in SCRIPTS:
        outcome = shell((HERE / name).read_bytes()).require(status)
        results.append((outcome, (directory / "test.db").read_bytes()))
        left = sorted(path.name for path in directory.iterdir())
        if left != ["test.db"]:
            raise guest.Failure(f"{name} left {left} behind")
    return results


def first_difference(left, right):
    for number, (a, b) in enumerate(zip(left.splitlines(), right.splitlines()), 1):
        if a != b:
            return f"line {number}: native {a!r}, guest {b!r}"
    return f"lengths {len(left)} and {len(right)}"


def run(tools, work, level):
    wasm = work / "sqlite.wasm"
    if not wasm.is_file():
        raise guest.Failure(f"missing input: {wasm} (`sqlite.py build` makes it)")
    started = time.monotonic()
    cwasm = tools.compile(wasm, work / f"sqlite{level}.cwasm", level)
    compiling = time.monotonic() - started
    expected = session(native(work, work / f"native{level}"), work / f"native{level}")
    started = time.monotonic()
    actual = session(compiled(tools, cwasm, work / f"guest{level}"), work / f"guest{level}")
    running = time.monotonic() - started
    for (name, _), (wanted, database), (got, guest_database) in zip(SCRIPTS, expected, actual):
        for what in ("stdout", "stderr"):
            a, b = getattr(wanted, what), getattr(got, what)
            if a != b:
                raise guest.Failure(f"{name}: {what} differs at {first_difference(a, b)}")
        if database != guest_database:
            raise guest.Failure(f"{name}: the databases differ ({len(database)} and {len(guest_database)} bytes)")
    size = len(expected[-1][1])
    said = sum(len(outcome.stdout) for outcome, _ in expected)
    return (f"sqlite at {level}: {said} bytes of output and a database of {size} bytes equal the native ones"
            f" (compiled in {compiling:.1f} s, ran in {running:.1f} s)")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--wasmc", required=True, help="the front door, or `node` to check the program alone")
    parser.add_argument("--work", required=True, type=pathlib.Path)
    steps = parser.add_subparsers(dest="step", required=True)
    steps.add_parser("build")
    steps.add_parser("run").add_argument("level", help="without its dash: O0, O2")
    arguments = parser.parse_args()
    work = arguments.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    try:
        if arguments.step == "build":
            print(build(work))
        else:
            print(run(guest.tools(arguments.wasmc), work, f"-{arguments.level}"))
    except guest.Failure as failure:
        sys.exit(f"FAILED: {failure}")


if __name__ == "__main__":
    main()
