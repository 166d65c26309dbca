#!/usr/bin/env bash
# Runs clang-tidy over the compiler and the runtime (or over the files given), with the flags of
# the release build.
set -euo pipefail
cd "$(dirname "$0")/.."
cmake --preset release >/dev/null
if [ $# -gt 0 ]; then
  files=("$@")
else
  mapfile -t files < <(git ls-files 'compiler/*.cpp' 'runtime-support/*.cpp')
fi
[ ${#files[@]} -gt 0 ] || exit 0
printf '%s\0' "${files[@]}" | xargs -0 -n 4 -P "$(nproc)" clang-tidy-22 -p build/release --quiet
