"""What tests of whole programs share: making Wasm out of C, C++ and text, and running our tools.

Every process has a time limit, and running into it is a failure of the test: a guest that hangs
must never hang the test run.
"""

import os
import pathlib
import re
import shutil
import signal
import subprocess

COMPILE_LIMIT = 600
RUN_LIMIT = 60

# wasi-libc of Debian 12 lives under the old name of the target.
WASM_TARGET = ["--target=wasm32-wasi", "-Wno-deprecated"]
# wabt 1.0.32 of Debian 12 leaves these off by default; today's toolchains emit all but the last.
WAT_FEATURES = ["--enable-extended-const", "--enable-tail-call"]


class Failure(AssertionError):
    """A test's expectation that did not hold."""


class Missing(Exception):
    """An optional tool is not on this machine. A test that ends so is skipped, and says what for."""


SKIPPED = 77 # the exit status that ctest is told means "skipped"


class Outcome:
    """How a process ended: `status` is the exit status, negative for a signal."""

    def __init__(self, command, status, stdout, stderr):
        self.command = command
        self.status = status
        self.stdout = stdout
        self.stderr = stderr

    def __str__(self):
        command = " ".join(str(word) for word in self.command)
        return (f"{command}\nexit status {self.status}\n--- stdout\n{shorten(self.stdout)}"
                f"\n--- stderr\n{shorten(self.stderr)}")

    def require(self, status=0):
        if self.status != status:
            raise Failure(f"expected exit status {status}: {self}")
        return self


def shorten(data, limit=4000):
    text = data.decode(errors="backslashreplace")
    return text if len(text) <= limit else f"{text[:limit // 2]}\n[...]\n{text[-limit // 2:]}"


def execute(command, limit=RUN_LIMIT, stdin=b"", env=None, cwd=None):
    """Runs `command` to its end; kills it and what it started, and fails, after `limit` seconds."""
    command = [str(word) for word in command]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, env=env, cwd=cwd, start_new_session=True)
    try:
        stdout, stderr = process.communicate(stdin, timeout=limit)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        stdout, stderr = process.communicate()
        raise Failure(f"no end after {limit} s: {Outcome(command, None, stdout, stderr)}") from None
    return Outcome(command, process.returncode, stdout, stderr)


def compiler(name):
    path = shutil.which(name)
    if path is None:
        raise Failure(f"missing input: {name} is not installed (cmake/install-deps.sh installs it)")
    return path


def build_wasm(sources, output, flags=()):
    """Compiles C or C++ sources of ours to a WASI program."""
    is_cxx = any(str(source).endswith(".cpp") for source in sources)
    command = [compiler("clang++-22" if is_cxx else "clang-22"), *WASM_TARGET]
    if is_cxx:
        command.append("-fno-exceptions")
    execute([*command, *flags, *sources, "-o", output], COMPILE_LIMIT).require()


def build_native(sources, output, flags=()):
    """Compiles the same sources to a native program: what the guest's behaviour is compared with."""
    is_cxx = any(str(source).endswith(".cpp") for source in sources)
    command = [compiler("clang++-22" if is_cxx else "clang-22")]
    if is_cxx:
        command.append("-fno-exceptions")
    execute([*command, *flags, *sources, "-o", output], COMPILE_LIMIT).require()


def build_rust(source, output, wasm):
    """Compiles a Rust program with Debian's own compiler, to a WASI program or natively."""
    # By its path: another rustc on the PATH may not have the library for wasm32-wasi.
    rustc = pathlib.Path("/usr/bin/rustc")
    if not rustc.is_file():
        raise Failure(f"missing input: {rustc} is not installed (cmake/install-deps.sh installs it)")
    flags = ["--edition", "2021", "-O"]
    if wasm:
        # The lld of that rustc's LLVM; later ones refuse the metadata in Rust's archives.
        flags += ["--target", "wasm32-wasi", "-C", "linker-flavor=wasm-ld", "-C", f"linker={compiler('wasm-ld-14')}"]
    execute([rustc, *flags, source, "-o", output], COMPILE_LIMIT).require()


def build_go(source, output, wasm, cache):
    """Compiles a Go program, to a WASI program or natively; Missing where Go is none or too old."""
    go = shutil.which("go")
    if go is None:
        raise Missing("no go on the PATH")
    environment = dict(os.environ, GOCACHE=str(cache), GOTOOLCHAIN="local", GO111MODULE="off", CGO_ENABLED="0")
    version = re.search(r"go(\d+)\.(\d+)", execute([go, "version"], env=environment).require().stdout.decode())
    if version is None or (int(version[1]), int(version[2])) < (1, 21):
        raise Missing("go is older than 1.21, the first with GOOS=wasip1")
    if wasm:
        environment.update(GOOS="wasip1", GOARCH="wasm")
    execute([go, "build", "-o", output, source], COMPILE_LIMIT, env=environment).require()


def wat_to_wasm(text, output):
    """Translates the text format with wabt; returns `output`."""
    source = pathlib.Path(output).with_suffix(".wat")
    source.write_text(text, encoding="utf-8")
    execute([compiler("wat2wasm"), *WAT_FEATURES, "--debug-names", source, "-o", output]).require()
    return pathlib.Path(output)


def run_options(directories=(), env=()):
    """Options of `wasmc run`: directories as (host, guest), environment as (name, value)."""
    options = []
    for host, guest in directories:
        options += ["--dir", f"{host}::{guest}"]
    for name, value in env:
        options += ["--env", f"{name}={value}"]
    return options


class Wasmc:
    """Our tools, as a user meets them: through the front door."""

    def __init__(self, program):
        self.program = pathlib.Path(program)
        if not self.program.is_file():
            raise Failure(f"missing input: {program} has not been built")

    def __call__(self, *arguments, **options):
        return execute([self.program, *arguments], **options)

    def compile(self, wasm, cwasm, level="-O2"):
        self("compile", wasm, "-o", cwasm, level, limit=COMPILE_LIMIT).require()
        return pathlib.Path(cwasm)

    def run(self, cwasm, arguments=(), directories=(), env=(), **options):
        return self("run", *run_options(directories, env), cwasm, *arguments, **options)


class NodeWasi:
    """Node.js in place of our tools. When a program fails here too, the fault is the program's."""

    SCRIPT = pathlib.Path(__file__).parent / "node_wasi.mjs"

    def compile(self, wasm, cwasm, level="-O2"):
        shutil.copyfile(wasm, cwasm)
        return pathlib.Path(cwasm)

    def run(self, cwasm, arguments=(), directories=(), env=(), **options):
        return execute([compiler("node"), "--no-warnings", self.SCRIPT,
                        *run_options(directories, env), cwasm, *arguments], **options)


def tools(program):
    """The tools to test: the path of `wasmc`, or "node"."""
    return NodeWasi() if program == "node" else Wasmc(program)
