#!/usr/bin/env bash
# Installs the dependencies, builds, and runs all tests: everything in the release build, then the
# unit tests of the rooms that read hostile input once more under AddressSanitizer and UBSan.
#
#   --quick     only the release build
#   --sanitize  the whole tree and every test under the sanitizers as well
#
# Ends with the summary of the last ctest that ran; the first failing step ends the script.
set -euo pipefail
cd "$(dirname "$0")/.."

sanitize=subset
for argument in "$@"; do
  case "$argument" in
    --quick) sanitize=none ;;
    --sanitize) sanitize=all ;;
    *)
      echo "usage: $0 [--quick | --sanitize]" >&2
      exit 2
      ;;
  esac
done
jobs=$(nproc)

run_ctest() { # build directory, further arguments of ctest
  local directory=$1
  shift
  ctest --test-dir "$directory" -j2 --output-on-failure --no-tests=error "$@"
}

./cmake/install-deps.sh
cmake --preset release
cmake --build --preset release --parallel "$jobs"
run_ctest build/release

[ "$sanitize" = none ] && exit 0

cmake --preset asan
# libLLVM.so and libgtest are not instrumented: containers that cross into them look overflown.
export ASAN_OPTIONS=detect_container_overflow=0:detect_odr_violation=0
export UBSAN_OPTIONS=print_stacktrace=1
if [ "$sanitize" = all ]; then
  cmake --build --preset asan --parallel "$jobs"
  run_ctest build/asan
else
  cmake --build --preset asan --parallel "$jobs" --target hostile-input-tests
  run_ctest build/asan -L hostile-input
fi
