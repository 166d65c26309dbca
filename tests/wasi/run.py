#!/usr/bin/env python3
"""Runs the C programs of this directory, one behaviour of WASI preview1 each, with both ways of
resolving paths, and checks that nothing outside their grants has changed.

usage: run.py --wasmc PROGRAM --work DIRECTORY [--resolver openat2|walk|automatic]... [NAME...]

A program says in lines at its top how it is to be run:

  // options: WORD...   of `wasmc run`; $RW, $RO and $OUT stand for directories. Default: --dir $RW::/
  // arguments: WORD...
  // env: NAME=VALUE    the host's environment has this and nothing else
  // stdin: TEXT
  // status: N          the exit status (0)
  // stdout: TEXT       what it prints, without the last line end
  // stderr: TEXT       what stands somewhere in what it says
  // socket: connected  descriptor 3 is one end of a stream whose other end has sent "ping" and waits
                        for "pong"; `listening`: a listener with such a stream pending
  // descriptors: N     how many the host's process may have open (`ulimit -n`)
  // race: SECONDS      meanwhile another process swaps directories for links that lead out

Each run begins with a tree of its own: $RW is empty; $RO has `file` ("locked"), `dir/inner` and a
link `link` to the file; $OUT, beside them, has `secret`, `dir/secret` and must stay as it is, to the
times of its directories, and so must $RO.
"""

import argparse
import concurrent.futures
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
import guest  # noqa: E402

RESOLVERS = ("openat2", "walk")
LIMIT = 60


def spec_of(source):
    spec = {"options": "--dir $RW::/"}
    for line in source.read_text(encoding="utf-8").splitlines():
        match = re.match(r"// (options|arguments|env|stdin|status|stdout|stderr|socket|descriptors|race): ?(.*)$", line)
        if match:
            key, value = match.groups()
            spec[key] = f"{spec[key]}\n{value}" if key == "env" and key in spec else value
        elif not line.startswith("//"):
            break
    return spec


def snapshot(*directories):
    """Everything that a guest could have changed: names, kinds, bytes, links, modes and times."""
    found = {}
    for directory in directories:
        for root, names, files in os.walk(directory):
            for path in [pathlib.Path(root), *(pathlib.Path(root, name) for name in names + files)]:
                stat = path.lstat()
                content = (os.readlink(path) if path.is_symlink() else
                           path.read_bytes() if path.is_file() else None)
                found[str(path)] = (stat.st_mode, stat.st_nlink, stat.st_size if path.is_file() else 0,
                                    stat.st_mtime_ns, stat.st_ino, content)
    return found


def make_tree(top):
    shutil.rmtree(top, ignore_errors=True)
    for name in ("rw", "ro/dir", "out/dir"):
        (top / name).mkdir(parents=True)
    (top / "ro/file").write_text("locked", encoding="utf-8")
    (top / "ro/dir/inner").write_text("locked", encoding="utf-8")
    (top / "ro/link").symlink_to("file")
    (top / "out/secret").write_text("secret", encoding="utf-8")
    (top / "out/dir/secret").write_text("secret", encoding="utf-8")


SWAPPER = r"""
import os, sys, time
rw, end = sys.argv[1], time.monotonic() + float(sys.argv[2])
os.chdir(rw)
turn = 0
while time.monotonic() < end:
    for _ in range(50):
        # A directory and a link out of the grant take turns at one name, and a directory that the
        # guest walks through moves out of its grant and back.
        os.rename("real", "name"); os.rename("name", "real")
        os.rename("evil", "name"); os.rename("name", "evil")
        os.rename("deep/er", "../out/moved"); os.rename("../out/moved", "deep/er")
        turn += 1
print(turn)
"""


class Socket:
    """The host's ends of what a program finds as descriptor 3."""

    def __init__(self, kind):
        if kind == "connected":
            self.theirs, self.ours = socket.socketpair()
        else:
            self.theirs = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
            self.theirs.bind(("127.0.0.1", 0))
            self.theirs.listen()
            self.ours = socket.create_connection(self.theirs.getsockname(), timeout=LIMIT)
        self.ours.settimeout(LIMIT)
        self.ours.sendall(b"ping")

    def finish(self):
        answer = b""
        self.theirs.close()
        while chunk := self.ours.recv(64):
            answer += chunk
        self.ours.close()
        if answer != b"pong":
            raise guest.Failure(f"the socket received {answer!r}")


def start_race(top, seconds):
    """Names that lead somewhere only while the swapper is between two renames."""
    rw = top / "rw"
    (rw / "real").mkdir()
    (rw / "real/secret").write_text("mine", encoding="utf-8")
    (rw / "deep/er").mkdir(parents=True)
    (rw / "mine").write_text("mine", encoding="utf-8")
    (rw / "evil").symlink_to("../out")
    return subprocess.Popen([sys.executable, "-c", SWAPPER, rw, str(seconds)], stdout=subprocess.PIPE)


def run_once(tools, cwasm, spec, top, resolver):
    make_tree(top)
    expand = {"RW": str(top / "rw"), "RO": str(top / "ro"), "OUT": str(top / "out")}
    options = [re.sub(r"\$(RW|RO|OUT)", lambda match: expand[match[1]], word) for word in spec["options"].split()]
    environment = dict(line.split("=", 1) for line in spec.get("env", "").splitlines())
    if resolver != "automatic":
        environment["WASMC_WASI_RESOLVER"] = resolver
    # What testsuite/cross/wasmc-there needs to be `wasmc`; it hands none of it on.
    environment.update((name, value) for name, value in os.environ.items() if name.startswith(("WASMC_HERE", "WASMC_THERE")))
    ends = Socket(spec["socket"]) if "socket" in spec else None
    if ends:
        options += ["--listen", f"fd://{ends.theirs.fileno()}"]
    racing = start_race(top, float(spec["race"])) if "race" in spec else None
    watched = [top / "ro"] if racing else [top / "ro", top / "out"]
    before = snapshot(*watched)
    command = [str(tools.program), "run", *options, str(cwasm), *spec.get("arguments", "").split()]
    if "descriptors" in spec:
        command = [guest.compiler("prlimit"), f"--nofile={spec['descriptors']}", *command]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               env=environment, start_new_session=True,
                               pass_fds=[ends.theirs.fileno()] if ends else [])
    try:
        stdout, stderr = process.communicate(spec.get("stdin", "").encode(), timeout=LIMIT)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        stdout, stderr = process.communicate()
        raise guest.Failure(f"no end after {LIMIT} s: {stderr.decode(errors='replace')}") from None
    finally:
        if racing:
            turns, _ = racing.communicate(timeout=LIMIT)
    outcome = guest.Outcome(command, process.returncode, stdout, stderr).require(int(spec.get("status", 0)))
    if "stdout" in spec and stdout.decode(errors="replace").rstrip("\n") != spec["stdout"]:
        raise guest.Failure(f"expected to print {spec['stdout']!r}: {outcome}")
    if spec.get("stderr", "") not in stderr.decode(errors="replace"):
        raise guest.Failure(f"expected to say {spec['stderr']!r}: {outcome}")
    if ends:
        ends.finish()
    if racing and int(turns) < 50:
        raise guest.Failure(f"the other process swapped only {int(turns)} times")
    after = snapshot(*watched)
    if before != after:
        changed = [name for name in before.keys() | after.keys() if before.get(name) != after.get(name)]
        raise guest.Failure(f"changed outside the grants: {sorted(changed)}")
    if racing and sorted(str(path.relative_to(top / "out")) for path in (top / "out").rglob("*")) != [
            "dir", "dir/secret", "secret"]:
        raise guest.Failure("something new lies outside the grants")
    return stdout


def run_program(tools, name, work, resolvers):
    source = HERE / "programs" / f"{name}.c"
    spec = spec_of(source)
    wasm = work / f"{name}.wasm"
    try:
        guest.build_wasm([source], wasm, ["-O1", "-Wall", "-Werror", f"-I{HERE}"])
        cwasm = tools.compile(wasm, wasm.with_suffix(".cwasm"), "-O1")
    except guest.Failure as failure:
        return f"{name}: {failure}"
    for resolver in resolvers:
        try:
            run_once(tools, cwasm, spec, work / f"{name}-{resolver}", resolver)
        except guest.Failure as failure:
            return f"{name} ({resolver}): {failure}"
        shutil.rmtree(work / f"{name}-{resolver}")
    return None


def main():
    names = sorted(path.stem for path in (HERE / "programs").glob("*.c"))
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--wasmc", required=True, type=pathlib.Path)
    parser.add_argument("--work", required=True, type=pathlib.Path)
    parser.add_argument("--resolver", action="append", choices=[*RESOLVERS, "automatic"], help="both of them")
    parser.add_argument("names", nargs="*", metavar="NAME")
    arguments = parser.parse_args()
    work = arguments.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    tools = guest.Wasmc(arguments.wasmc.resolve())
    chosen, resolvers = arguments.names or names, arguments.resolver or RESOLVERS
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        failures = [failure for failure in pool.map(lambda name: run_program(tools, name, work, resolvers), chosen) if failure]
    for failure in failures:
        print(failure)
    print(f"{len(chosen)} programs with {len(resolvers)} resolvers each, {len(failures)} failed")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
