#!/usr/bin/env python3
"""Compiles every header of the contract alone, as C11 and as C++17, with both compilers in use.

usage: check_headers.py INCLUDE_DIRECTORY C_COMPILER CXX_COMPILER
"""

import pathlib
import shutil
import subprocess
import sys

STRICT = ["-Wall", "-Wextra", "-pedantic", "-Werror", "-fsyntax-only"]


def compilers(c, cxx):
    yield [c, "-x", "c", "-std=c11"]
    yield [cxx, "-x", "c++", "-std=c++17"]
    if shutil.which("gcc") and shutil.which("g++"):
        yield ["gcc", "-x", "c", "-std=c11"]
        yield ["g++", "-x", "c++", "-std=c++17"]


def main():
    include, c, cxx = sys.argv[1:]
    headers = sorted((pathlib.Path(include) / "wasmc" / "abi").glob("*.h"))
    if not headers:
        sys.exit(f"no headers in {include}/wasmc/abi")
    failures = 0
    for header in headers:
        name = header.relative_to(include)
        for compiler in compilers(c, cxx):
            # Twice, so that a missing include guard shows.
            text = f'#include "{name}"\n' * 2 + "extern int translation_unit;\n"
            done = subprocess.run([*compiler, *STRICT, "-I", include, "-"], input=text, text=True,
                                  capture_output=True, timeout=60)
            if done.returncode != 0:
                failures += 1
                print(f"{name} as {' '.join(compiler)}:\n{done.stderr}")
    print(f"{len(headers)} headers, {failures} failures")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
