#!/usr/bin/env python3
"""Random loops at -O0 against -O2 and -O3, and those with --bounds-checks: the same trap or result,
memories and global after every call.

usage: random_loops.py --bin DIRECTORY [--seeds FIRST-LAST] [--functions N] [--calls N] [--cpu CPU] [--memories KIND]
                       [--unrolled | --vectors | --gathers | --searches] [--profile]

Level 0 versions no loop and does next to nothing else to them: it is the reference. Fails on any
difference, and when one of the copies of the versioned loops was never entered, since the strict copy
passes every comparison. A module that differs is kept in --failures. --profile: the code at -O2 counts, and
that at -O3 is optimised for random counts, which must change nothing.
"""

import argparse
import pathlib
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent.parent / "tests" / folder) for folder in ("support", "cli")]
import guest  # noqa: E402
import image  # noqa: E402
import profiles  # noqa: E402
import loop_generator  # noqa: E402
import gather_generator  # noqa: E402
import search_generator  # noqa: E402
import unrolled_generator  # noqa: E402
import vector_generator  # noqa: E402

COUNT = "--loop-versioning=count"
FORMS = {"O0": ["-O0"], "O2": ["-O2", COUNT], "O3": ["-O3", COUNT]}
CHECKED = {"O0": ["-O0"], "O2-checked": ["-O2", COUNT, "--bounds-checks"], "O3-checked": ["-O3", COUNT, "--bounds-checks"]}
# By the seed, when --memories does not say.
KINDS = [("plain", FORMS), ("two", FORMS), ("plain", CHECKED), ("wide", FORMS), ("plain", FORMS), ("bytes", FORMS)]


def random_profile(arguments, seed, source, work):
    """A profile that no run has made."""
    counting, output = work / "counting.cwasm", work / "random.profile"
    guest.execute([arguments.bin / "wasmc-compiler", "compile", source, "-o", counting, "-q", "-O0", "--instrument"],
                  guest.COMPILE_LIMIT).require()
    header = image.Image(counting.read_bytes())
    profile = profiles.Profile(header.get("module_hash").to_bytes(32, "little"), [])
    profile.counters = profiles.random_counters(header.get("layout") >> 8 * (header.offsets["layout"][1] - 4), seed)
    return profile.write(output)


def run_module(arguments, seed, work):
    """(calls, traps, fast, strict, lines about differences)"""
    source = work / f"loops{seed}.wat"
    memories, forms = KINDS[seed % len(KINDS)]
    if arguments.memories:
        memories, forms = arguments.memories.removesuffix("-checked"), FORMS
        if arguments.memories.endswith("-checked"):
            forms = CHECKED
    generator = loop_generator.Generator(seed, memories)
    if arguments.unrolled:
        generator, forms = unrolled_generator.Generator(seed), FORMS
    if arguments.vectors:
        generator, forms = vector_generator.Generator(seed), FORMS
    if arguments.gathers:
        generator, forms = gather_generator.Generator(seed), FORMS
    if arguments.searches:
        generator, forms = search_generator.Generator(seed), FORMS
    source.write_text(generator.module(arguments.functions))
    if arguments.profile:
        use = f"--profile-use={random_profile(arguments, seed, source, work)}"
        extra = {"O2": "--instrument", "O3": use}
        forms = {name: [*options, *(word for level, word in extra.items() if name.startswith(level))]
                 for name, options in forms.items()}
    outputs = []
    for name, options in forms.items():
        output = work / f"loops{seed}.{name}.cwasm"
        guest.execute([arguments.bin / "wasmc-compiler", "compile", source, "-o", output, "-q", *options,
                       *(["--cpu", arguments.cpu] if arguments.cpu else [])], guest.COMPILE_LIMIT).require()
        outputs.append(output)
    outcome = guest.execute([arguments.bin / "loop-executor", seed, arguments.calls, arguments.functions,
                             *outputs], 120)
    if outcome.status not in (0, 1):
        raise guest.Failure(f"seed {seed}: {outcome}")
    *lines, counts = outcome.stdout.decode().splitlines()
    if lines and arguments.failures:
        arguments.failures.mkdir(parents=True, exist_ok=True)
        (arguments.failures / source.name).write_bytes(source.read_bytes())
    for path in outputs:
        path.unlink()
    return *(int(word) for word in counts.split()), lines


def run(arguments):
    first, last = (int(word) for word in arguments.seeds.split("-"))
    total, differing = [0, 0, 0, 0], 0
    with tempfile.TemporaryDirectory() as work:
        for seed in range(first, last + 1):
            *counts, lines = run_module(arguments, seed, pathlib.Path(work))
            total = [sum(pair) for pair in zip(total, counts)]
            differing += bool(lines)
            for line in lines:
                print(f"seed {seed}: {line}", flush=True)
            if lines and arguments.until_difference:
                break
    calls, traps, fast, strict = total
    print(f"{seed - first + 1} modules, {calls} calls, {traps} of them trapping; copies entered: "
          f"fast {fast}, strict {strict}; modules that differ: {differing}")
    if differing:
        raise guest.Failure("there are differences")
    if fast == 0 or strict == 0:
        raise guest.Failure("one of the copies was never entered: the comparison proves nothing")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bin", type=pathlib.Path, required=True, help="where wasmc-compiler and loop-executor are")
    parser.add_argument("--seeds", default="1-100")
    parser.add_argument("--functions", type=int, default=20)
    parser.add_argument("--calls", type=int, default=20, help="per function")
    parser.add_argument("--cpu", help="for the compiler's option of that name")
    parser.add_argument("--memories", choices=[*loop_generator.MEMORIES, "plain-checked", "two-checked"],
                        help="of all modules; default: all kinds in turn")
    parser.add_argument("--unrolled", action="store_true", help="loops with bodies that do the same thing several times")
    parser.add_argument("--vectors", action="store_true", help="loops over vectors of 128 bits, for a CPU with wider ones")
    parser.add_argument("--gathers", action="store_true", help="loops over vectors whose lanes are loaded one by one")
    parser.add_argument("--searches", action="store_true", help="loops that search memory")
    parser.add_argument("--profile", action="store_true", help="code that counts, and code for random counts")
    parser.add_argument("--until-difference", action="store_true", help="end at the first module that differs")
    parser.add_argument("--failures", type=pathlib.Path, help="where to keep modules that differ")
    try:
        run(parser.parse_args())
    except guest.Failure as failure:
        sys.exit(f"FAILED: {failure}")


if __name__ == "__main__":
    main()
