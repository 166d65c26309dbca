#!/usr/bin/env python3
"""Yosys, the synthesis suite, as the pinned npm package has it: compiles its 31 MB of Wasm at -O1,
synthesises a small circuit, and compares log and netlist with those of Node's WASI.

usage: yosys.py --wasmc PROGRAM --work DIRECTORY

Prints how long compiling took and how much memory. Needs a network for its first run only.
"""

import argparse
import hashlib
import pathlib
import re
import resource
import shutil
import sys
import tarfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent.parent / "tests" / "support"))
import guest  # noqa: E402

PACKAGE = "@yowasp/yosys@0.55.944"
TARBALL = "yowasp-yosys-0.55.944.tgz"
TARBALL_SHA256 = "4a13ffd784017a076f84a3d4a4149e5c63c37ec66313ed9343a5346e1f5010e8"

# On two cores of our own; asserted are memory and an end, not the time.
COMPILE_LIMIT = 3600
MAX_MEMORY = 6 << 30
RUN_LIMIT = 600
# Without ABC: the program redirects stdout by fd_renumber for it, and its log then lands in the netlist,
# in Node as in ours.
SCRIPT = "read_verilog /work/counter.v; synth -noabc -top counter; write_verilog -noattr /work/netlist.v; stat"
# Writes the files that the package keeps inside a JavaScript module.
UNPACK = """
import { filesystem } from "./gen/resources-yosys.js";
import { mkdirSync, writeFileSync, copyFileSync } from "node:fs";
function write(tree, path) {
  mkdirSync(path, { recursive: true });
  for (const [name, entry] of Object.entries(tree)) {
    if (entry instanceof URL) copyFileSync(entry, `${path}/${name}`);
    else if (typeof entry === "string" || entry instanceof Uint8Array) writeFileSync(`${path}/${name}`, entry);
    else write(entry, `${path}/${name}`);
  }
}
write(filesystem.share, "share");
"""


def fetch(work):
    """Unpacks the pinned package, from the build directory or from the registry; nothing of it runs
    but the one module of data."""
    tarball = work / TARBALL
    if not tarball.is_file():
        guest.execute([guest.compiler("npm"), "pack", PACKAGE, "--silent", "--pack-destination", work],
                      limit=300, cwd=work)
    if not tarball.is_file():
        raise guest.Failure(f"missing input: npm package {PACKAGE} could not be fetched (npm pack {PACKAGE})")
    digest = hashlib.sha256(tarball.read_bytes()).hexdigest()
    if digest != TARBALL_SHA256:
        raise guest.Failure(f"{tarball} is not the pinned {PACKAGE}: SHA-256 {digest}")
    package = work / "package"
    if not (package / "share").is_dir():
        with tarfile.open(tarball) as archive:
            archive.extractall(work, filter="data")
        (package / "unpack.mjs").write_text(UNPACK, encoding="utf-8")
        guest.execute([guest.compiler("node"), "unpack.mjs"], cwd=package).require()
    return package


def compile_measured(wasmc, wasm, cwasm):
    """Compiles at -O1; seconds and the largest process's bytes."""
    start = time.monotonic()
    guest.execute([wasmc, "compile", "-O1", "-q", wasm, "-o", cwasm], limit=COMPILE_LIMIT).require()
    taken = time.monotonic() - start
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return taken, used.ru_utime, used.ru_maxrss * 1024


def synthesise(tools, program, package, directory):
    """Runs the script in directories of its own; returns the log without its measurements, and the
    netlist."""
    for name in ("work", "scratch"):
        shutil.rmtree(directory / name, ignore_errors=True)
        (directory / name).mkdir(parents=True)
    shutil.copyfile(HERE / "counter.v", directory / "work" / "counter.v")
    grants = [(package / "share", "/share"), (directory / "work", "/work"), (directory / "scratch", "/tmp")]
    start = time.monotonic()
    outcome = tools.run(program, ["-p", SCRIPT], directories=grants, env=[("TMPDIR", "/tmp")], limit=RUN_LIMIT)
    taken = time.monotonic() - start
    outcome.require()
    log = [line for line in outcome.stdout.decode().splitlines()
           if not re.match(r"End of script|CPU: |Time spent", line)]
    return log, (directory / "work" / "netlist.v").read_text(encoding="utf-8"), taken


def check(tools, work):
    package = fetch(work)
    # The program calls itself by argv[0] in its log, so both have the same name.
    wasm, cwasm = package / "gen" / "yosys.core.wasm", work / "ours" / "yosys"
    cwasm.parent.mkdir(exist_ok=True)
    seconds, processor, memory = compile_measured(tools.program, wasm, cwasm)
    print(f"compiled {wasm.stat().st_size} bytes at -O1 in {seconds:.0f} s ({processor:.0f} s of processor "
          f"time), at most {memory >> 20} MiB, to {cwasm.stat().st_size} bytes", flush=True)
    if memory > MAX_MEMORY:
        raise guest.Failure(f"{memory} bytes of memory, more than {MAX_MEMORY}")
    log, netlist, taken = synthesise(tools, cwasm, package, work / "ours")
    node = guest.NodeWasi()
    (work / "node").mkdir(exist_ok=True)
    node_log, node_netlist, node_taken = synthesise(node, node.compile(wasm, work / "node" / "yosys"), package,
                                                    work / "node")
    print(f"synthesised in {taken:.1f} s; Node, compiling included, in {node_taken:.1f} s")
    if "always @(posedge clock)" not in netlist:
        raise guest.Failure(f"no register in the netlist:\n{netlist}")
    if netlist != node_netlist:
        raise guest.Failure(f"netlists differ.\n=== node:\n{node_netlist}\n=== ours:\n{netlist}")
    if log != node_log:
        at = next((k for k, pair in enumerate(zip(log, node_log)) if pair[0] != pair[1]), min(len(log), len(node_log)))
        raise guest.Failure(f"logs differ at line {at + 1}.\n=== node: {node_log[at:at + 3]}\n=== ours: {log[at:at + 3]}")
    return f"yosys: {len(log)} lines of log and a netlist of {len(netlist)} bytes equal Node's"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--wasmc", required=True, help="the front door")
    parser.add_argument("--work", required=True, type=pathlib.Path)
    arguments = parser.parse_args()
    work = arguments.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    try:
        print(check(guest.Wasmc(arguments.wasmc), work))
    except guest.Failure as failure:
        sys.exit(f"FAILED: {failure}")


if __name__ == "__main__":
    main()
