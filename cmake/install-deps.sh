#!/usr/bin/env bash
# Installs what building and testing needs on Debian 12, by package name. Does nothing when all of
# it is there. Run as root or as a user who may sudo; never asks.
set -euo pipefail

packages=(
  # The build itself.
  build-essential ca-certificates cmake git ninja-build python3
  # The compiler we build with, and the LLVM and lld that are linked into wasmc-compiler.
  clang-22 lld-22 llvm-22-dev liblld-22-dev libpolly-22-dev llvm-22-tools
  libzstd-dev libxml2-dev libz3-dev zlib1g-dev libcli11-dev libmimalloc-dev
  # Checks.
  clang-format-22 clang-tidy-22 libclang-rt-22-dev libgtest-dev libgmock-dev musl-tools
  # What turns C, C++ and text into the Wasm that the tests feed us.
  libclang-rt-22-dev-wasm32 libc++-22-dev-wasm32 libc++abi-22-dev-wasm32 wasi-libc wabt
  # Rust programs to feed us, and the linker that fits that Rust.
  rustc libstd-rust-dev-wasm32 lld-14
  # The front door for AArch64 and riscv64 (C++ headers, with those of their C library), and what
  # runs it.
  libstdc++-12-dev-arm64-cross libstdc++-12-dev-riscv64-cross qemu-user
)
# Debian's npm conflicts with Node.js from elsewhere, so a `node` and `npm` that exist are used.
command -v node >/dev/null || packages+=(nodejs)
command -v npm >/dev/null || packages+=(npm)

missing=()
for package in "${packages[@]}"; do
  status=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$status" = installed ] || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
  echo "install-deps: all ${#packages[@]} packages are installed"
  exit 0
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "install-deps: neither root nor sudo; missing: ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi
apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -y -q
  -o Dpkg::Use-Pty=0 -o Acquire::Retries=3)

echo "install-deps: installing ${missing[*]}"
# A broken third-party source must not stop us: what is really missing fails below, by name.
"${apt[@]}" update || echo "install-deps: apt-get update reported errors, going on" >&2
"${apt[@]}" install --no-install-recommends "${missing[@]}"
