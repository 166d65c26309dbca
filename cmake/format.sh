#!/usr/bin/env bash
# Formats every C and C++ file of the tree; with --check only says which ones would change.
set -euo pipefail
cd "$(dirname "$0")/.."
mode=-i
case "${1-}" in
  "") ;;
  --check) mode="--dry-run -Werror" ;;
  *)
    echo "usage: $0 [--check]" >&2
    exit 2
    ;;
esac
# shellcheck disable=SC2086 # the mode is several words
git ls-files -z '*.c' '*.h' '*.hh' '*.cpp' | xargs -0 -r clang-format-22 $mode
