#!/usr/bin/env python3
"""Checks the front door and the runtime's archives: no LLVM, no libc, small.

The front door starts in a tenth of a millisecond only as long as it is a static program without
LLVM; a stray dependency would not break any other test.
"""

import argparse
import pathlib
import subprocess
import sys

MAX_RUNNER_BYTES = 300_000


def output(*command):
    return subprocess.run(command, check=True, text=True, capture_output=True, timeout=60).stdout


def runner_problems(path, build_type):
    size = path.stat().st_size
    # An unoptimised build proves nothing about what users get.
    if build_type == "Release" and size > MAX_RUNNER_BYTES:
        yield f"{path} has {size} bytes, more than {MAX_RUNNER_BYTES}"
    dynamic = output("readelf", "-dW", path)
    if "NEEDED" in dynamic or "There is no dynamic section" not in dynamic:
        yield f"{path} is not static:\n{dynamic}"
    segments = output("readelf", "-lW", path)
    if "INTERP" in segments:
        yield f"{path} names a dynamic loader"
    relocations = output("readelf", "-rW", path)
    if "There are no relocations" not in relocations:
        yield f"{path} has relocations to apply at start:\n{relocations[:400]}"
    # It is stripped, so symbols would say nothing; but there is no LLVM without its messages.
    if b"llvm" in path.read_bytes().lower():
        yield f"{path} has texts of LLVM"


def archive_problems(directory):
    archives = sorted((directory / "runtime-support").glob("*/*.a")) + sorted(directory.rglob("libwasmc-rt*.a"))
    if not archives:
        yield f"no runtime archives below {directory}"
    for archive in archives:
        for line in output("nm", archive).splitlines():
            if "llvm" in line.lower() or "4lld" in line:
                yield f"{archive} has LLVM's {line}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runner", type=pathlib.Path, required=True)
    parser.add_argument("--archives", type=pathlib.Path, required=True)
    parser.add_argument("--build-type", required=True)
    arguments = parser.parse_args()
    problems = [*runner_problems(arguments.runner, arguments.build_type), *archive_problems(arguments.archives)]
    print(*problems, sep="\n")
    print(f"{arguments.runner}: {arguments.runner.stat().st_size} bytes, {len(problems)} problem(s)")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
