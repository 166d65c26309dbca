#!/usr/bin/env python3
"""Writes a .wasm that says hello and carries many functions: all can be called, and the first few
are in a table.

usage: big_module.py FUNCTIONS IN_TABLE OUTPUT
"""

import random
import sys

I32 = 0x7F
TEXT = b"hello\n"
CALLS_EACH = 100 # by one of the functions that call the many


def leb(value):
    out = bytearray()
    while value >= 128:
        out.append(value % 128 + 128)
        value //= 128
    out.append(value)
    return bytes(out)


def sleb(value):
    out = bytearray()
    while True:
        byte = value & 0x7F
        value >>= 7
        if (value == 0 and not byte & 0x40) or (value == -1 and byte & 0x40):
            out.append(byte)
            return bytes(out)
        out.append(byte | 0x80)


def vector(items):
    items = list(items)
    return leb(len(items)) + b"".join(items)


def section(number, contents):
    return bytes([number]) + leb(len(contents)) + contents


def name(text):
    return leb(len(text)) + text.encode()


def const(value):
    return b"\x41" + sleb(value)


def get(local):
    return b"\x20" + leb(local)


def arithmetic(generator, statements):
    """Straight code on two parameters and memory; different in every function."""
    code = bytearray()
    for _ in range(statements):
        operator = bytes([generator.choice([0x6A, 0x6B, 0x6C, 0x71, 0x72, 0x73, 0x74, 0x77])])
        address = const(generator.randrange(1024, 65000) & ~3)
        value = get(generator.randrange(2)) + const(generator.randrange(1, 1 << 30)) + operator
        if generator.random() < 0.5:
            code += address + value + address + b"\x28\x02\x00" + b"\x73" + b"\x36\x02\x00"
        else:
            code += value + address + b"\x28\x02\x00" + b"\x6a" + b"\x21" + leb(generator.randrange(2))
    return bytes(code)


def body(code):
    contents = b"\x00" + code + b"\x0b"
    return leb(len(contents)) + contents


def module(functions, listed):
    generator = random.Random(1)
    callers = (functions + CALLS_EACH - 1) // CALLS_EACH
    first = 2 + callers # after fd_write, _start and the callers
    types = vector([
        b"\x60" + vector([bytes([I32])] * 4) + vector([bytes([I32])]), # fd_write
        b"\x60\x00\x00", # _start and the callers
        b"\x60" + vector([bytes([I32])] * 2) + vector([bytes([I32])]), # the many
    ])
    imports = vector([name("wasi_snapshot_preview1") + name("fd_write") + b"\x00\x00"])
    declared = vector([b"\x01"] * (1 + callers) + [b"\x02"] * functions)
    table = vector([b"\x70\x00" + leb(listed)])
    memory = vector([b"\x00\x01"])
    exports = vector([name("memory") + b"\x02\x00", name("_start") + b"\x00\x01"])
    elements = vector([b"\x00" + const(0) + b"\x0b" + vector([leb(first + i) for i in range(listed)])])
    data = vector([b"\x00" + const(0) + b"\x0b" + leb(16 + len(TEXT))
                   + (16).to_bytes(4, "little") + len(TEXT).to_bytes(4, "little") + bytes(8) + TEXT])
    parts = ((1, types), (2, imports), (3, declared), (4, table), (5, memory), (7, exports), (9, elements),
             (10, vector(bodies(generator, functions, callers, first))), (11, data))
    return b"\0asm\x01\0\0\0" + b"".join(section(number, contents) for number, contents in parts)


def bodies(generator, functions, callers, first):
    # Byte 8 of the memory is 0, which no compiler knows: the callers could be called.
    hello = const(1) + const(0) + const(1) + const(64) + b"\x10\x00" + b"\x1a"
    all_of_them = b"".join(b"\x10" + leb(2 + i) for i in range(callers))
    yield body(hello + const(8) + b"\x28\x02\x00" + b"\x04\x40" + all_of_them + b"\x0b")
    for caller in range(callers):
        called = range(caller * CALLS_EACH, min(functions, (caller + 1) * CALLS_EACH))
        yield body(b"".join(const(i) + const(1) + b"\x10" + leb(first + i) + b"\x1a" for i in called))
    for _ in range(functions):
        yield body(arithmetic(generator, 40) + get(0))


if __name__ == "__main__":
    with open(sys.argv[3], "wb") as output:
        output.write(module(int(sys.argv[1]), int(sys.argv[2])))
