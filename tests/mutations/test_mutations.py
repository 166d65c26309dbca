#!/usr/bin/env python3
"""Valid modules with one byte changed, of the official suite and of two C programs: we and Node's V8
must accept the same ones.

usage: test_mutations.py --mutants PROGRAM --work DIRECTORY [--count N] [--seed N]

Where the two may differ is a closed list with reasons, REASONS; a difference that none of them covers
fails. The same seed gives the same mutants. Millions of them take minutes.
"""

import argparse
import collections
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
import guest  # noqa: E402

PROGRAMS = ("hello", "word_count")
# What V8 11.3 (Node 20) has behind flags; mutants.cpp has the same features.
FLAGS = ["--experimental-wasm-extended-const", "--experimental-wasm-relaxed-simd", "--experimental-wasm-memory64"]
PER_ROUND = 500_000  # mutants on disk at once
LIMIT = 600  # seconds for a round; alone a few

# Flags of the limits of a table or memory.
IS_64 = 4
NUMBER_TYPES = range(0x7b, 0x80)
# try, catch, throw, rethrow, delegate, catch_all
LEGACY_OPERATORS = "06|07|08|09|18|19"


class Difference:
    """A mutant on which the two judges do not agree; a message is None for accepted."""

    def __init__(self, row, bytes_, theirs):
        fields = row.split("\t")
        self.name, (self.at, self.old, self.new) = fields[0], map(int, fields[1:4])
        self.bytes = bytes_
        self.ours = fields[5] if len(fields) > 4 else None
        self.our_offset = int(fields[4]) if len(fields) > 4 else None
        self.theirs = theirs or None
        place = re.search(r"@\+(\d+)$", theirs)
        self.their_offset = int(place[1]) if place else None

    def __str__(self):
        return (f"{self.name}, byte {self.at}: {self.old:#04x} -> {self.new:#04x}\n"
                f"    we: {self.ours or 'accepted'}{'' if self.our_offset is None else f' @+{self.our_offset}'}\n"
                f"    V8: {self.theirs or 'accepted'}\n    {self.bytes[:400].hex()}")

    def says(self, ours, theirs):
        """Whether the messages match the patterns; None is accepted."""
        def fits(pattern, message):
            return message is None if pattern is None else message is not None and re.search(pattern, message)
        return fits(ours, self.ours) and fits(theirs, self.theirs)

    def byte(self, offset):
        return self.bytes[offset] if offset is not None and offset < len(self.bytes) else None


def is_64bit_table(it):
    flags = it.byte(it.their_offset)
    return it.says(None, r"^invalid (element count|table elements) limits flags") and flags in (IS_64, IS_64 | 1)


def is_defined_global(it):
    return it.says(None, "non-imported globals cannot be used in constant expressions")


def is_size_of_64bit_memory(it):
    # The limit that V8 has for 64-bit memories alone.
    return it.says(None, r"memory size \(\d+ pages\) is larger than implementation limit \(262144 pages\)")


def is_legacy_exception(it):
    return it.says(rf"^illegal opcode ({LEGACY_OPERATORS})$|^exception handling support is not enabled", None)


def is_less_than_natural(it):
    return it.says("^atomic alignment must be natural$", None)


def is_segment_of_numbers(it):
    return it.says("^malformed reference type$", None) and it.byte(it.our_offset) in NUMBER_TYPES


REASONS = {
    is_64bit_table: "the memory64 proposal took in tables after V8 11.3",
    is_defined_global: "constant expressions may read defined globals since Wasm 3.0; V8 11.3 wants the flag for gc",
    is_size_of_64bit_memory: "V8 takes 64-bit memories of up to 16 GiB; whether a larger one can be had is found out at run time here",
    is_legacy_exception: "V8 11.3 has the exceptions that Wasm 3.0 replaced",
    is_less_than_natural: "V8 11.3 takes atomic accesses with a smaller alignment; the proposal wants the natural one",
    is_segment_of_numbers: "V8 11.3 does not look at the type of an element segment without elements",
}


def differences(work, mutants, seed, count, files):
    """Makes the mutants, has both judges look at them; how many we accept, and the differences."""
    data = work / "mutants.bin"
    rows = guest.execute([mutants, data, seed, count, *files], limit=LIMIT).require().stdout.decode(
        errors="replace").split("\n")[:-1]
    *lines, judged = guest.execute([guest.compiler("node"), *FLAGS, HERE / "judge.mjs", data],
                                   limit=LIMIT).require().stdout.decode().splitlines()
    if not len(rows) == int(judged) == count:
        raise guest.Failure(f"{count} mutants wanted, {len(rows)} made, {judged} judged")
    accepted = sum(1 for row in rows if row.count("\t") == 3)
    found = []
    with open(data, "rb") as file:
        wanted = {int(number): message for number, _, message in (line.partition("\t") for line in lines)}
        for number in range(count if wanted else 0):
            head = file.read(5)
            bytes_ = file.read(int.from_bytes(head[:4], "little"))
            if number in wanted:
                found.append(Difference(rows[number], bytes_, wanted[number]))
    data.unlink()
    return accepted, found


def check(arguments):
    work = arguments.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    files = [work / f"{name}.wasm" for name in PROGRAMS]
    for name, file in zip(PROGRAMS, files):
        guest.build_wasm([HERE.parent.parent / "examples" / f"{name}.c"], file, ["-O2"])
    accepted, by_reason, unexplained = 0, collections.Counter(), []
    for start in range(0, arguments.count, PER_ROUND):
        count = min(PER_ROUND, arguments.count - start)
        of_round, found = differences(work, arguments.mutants, arguments.seed + start // PER_ROUND, count, files)
        accepted += of_round
        for it in found:
            reason = next((reason for reason in REASONS if reason(it)), None)
            by_reason[reason] += 1
            if reason is None:
                unexplained.append(it)
    for reason, text in REASONS.items():
        print(f"{by_reason[reason]:8} {text}")
    if unexplained:
        raise guest.Failure(f"{len(unexplained)} mutants are judged otherwise by V8, the first:\n" +
                            "\n".join(str(it) for it in unexplained[:10]))
    # Were all mutants refused, or none, both judges would agree on nothing.
    if not 0.1 < accepted / arguments.count < 0.9:
        raise guest.Failure(f"{accepted} of {arguments.count} mutants accepted: they test nothing")
    return (f"{arguments.count} mutants: {accepted} accepted, {arguments.count - accepted} refused; "
            f"{sum(by_reason.values())} differ from V8, all for the reasons above")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--mutants", required=True, type=pathlib.Path)
    parser.add_argument("--work", required=True, type=pathlib.Path)
    parser.add_argument("--count", type=int, default=300_000)
    parser.add_argument("--seed", type=int, default=1)
    try:
        print(check(parser.parse_args()))
    except guest.Failure as failure:
        sys.exit(f"FAILED: {failure}")


if __name__ == "__main__":
    main()
