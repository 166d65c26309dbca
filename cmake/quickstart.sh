#!/usr/bin/env bash
# From a bare Debian 12 with git to a C program running as machine code: installs the dependencies,
# builds wasmc, compiles examples/hello.c to Wasm, that to a .cwasm, and runs it.
set -euo pipefail
cd "$(dirname "$0")/.."

./cmake/install-deps.sh
cmake --preset release
cmake --build --preset release --target wasmc wasmc-compiler

export PATH="$PWD/build/release/bin:$PATH"
out=build/quickstart
mkdir -p "$out"
set -x
clang-22 --target=wasm32-wasi -Wno-deprecated -O2 examples/hello.c -o "$out/hello.wasm"
wasmc compile "$out/hello.wasm" -o "$out/hello.cwasm"
wasmc run "$out/hello.cwasm" from quickstart
