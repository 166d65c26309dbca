"""Inputs for vector operators: numbers at the edges of each lane type, and random bits."""

import random
import struct

INTEGERS = {
    "b": [0, 1, 2, -1, -2, 7, 15, 16, 31, 63, 64, 0x55, 100, 127, -127, -128],
    "h": [0, 1, -1, 127, 128, 255, 256, -128, -129, -256, 0x4000, -0x4000, 0x7ffe, 0x7fff, -0x7fff,
          -0x8000],
    "i": [0, 1, -1, 0x7fff, 0x8000, 0xffff, 0x10000, -0x8000, -0x8001, 0x55555555, 0x7ffffffe,
          0x7fffffff, -0x7fffffff, -0x80000000],
    "q": [0, 1, -1, 0x7fffffff, 0x80000000, 0xffffffff, 1 << 32, -(1 << 31), 0x7fffffffffffffff,
          -0x7fffffffffffffff, -0x8000000000000000],
}
# As bits: signalling and quiet NaNs with and without payload, infinities, subnormals, both zeros,
# halves, and the neighbours of the powers of two where conversions change their mind.
FLOATS = [
    0x00000000, 0x80000000, 0x3f800000, 0xbf800000, 0x3f000000, 0xbf000000, 0x3fc00000, 0x40200000,
    0x7f800000, 0xff800000, 0x7fc00000, 0xffc00000, 0x7fa00000, 0xffa00001, 0x7fe12345, 0x00000001,
    0x807fffff, 0x00800000, 0x7f7fffff, 0xff7fffff, 0x4effffff, 0x4f000000, 0xcf000000, 0xcf000001,
    0x4f7fffff, 0x4f800000, 0xbf7fffff, 0x4b000001, 0xcb000000, 0x42c80000, 0xc2c80000, 0x4a800001,
]
DOUBLES = [
    0x0000000000000000, 0x8000000000000000, 0x3ff0000000000000, 0xbff0000000000000,
    0x3fe0000000000000, 0xbfe0000000000000, 0x3ff8000000000000, 0x4004000000000000,
    0x7ff0000000000000, 0xfff0000000000000, 0x7ff8000000000000, 0xfff8000000000000,
    0x7ff4000000000000, 0xfff4000000000001, 0x7ff8123456789abc, 0x0000000000000001,
    0x800fffffffffffff, 0x7fefffffffffffff, 0x41dfffffffc00000, 0x41dfffffffe00000,
    0x41e0000000000000, 0xc1e0000000000000, 0xc1e0000000200000, 0xc1e0000000100000,
    0x41efffffffe00000, 0x41effffffff00000, 0x41f0000000000000, 0xbfefffffffffffff,
    0x4330000000000001, 0x36a0000000000000, 0x47efffffe0000000, 0x47effffff0000000,
]


def _rows(items, width):
    """The items in vectors of `width` lanes, the last one filled up from the front."""
    items = items + items[: -len(items) % width]
    return [items[k : k + width] for k in range(0, len(items), width)]


def inputs():
    """The vectors, 16 bytes each: the same in every run."""
    rng = random.Random(20)
    vectors = []
    for code, numbers in INTEGERS.items():
        width = 16 // struct.calcsize(code)
        vectors += [struct.pack(f"<{width}{code}", *row) for row in _rows(numbers, width)]
    vectors += [struct.pack("<4I", *row) for row in _rows(FLOATS, 4)]
    vectors += [struct.pack("<2Q", *row) for row in _rows(DOUBLES, 2)]
    # Edge against edge in other pairings than the order above gives.
    vectors += [struct.pack("<4I", *rng.sample(FLOATS, 4)) for _ in range(8)]
    vectors += [struct.pack("<8h", *rng.sample(INTEGERS["h"], 8)) for _ in range(4)]
    vectors += [bytes(range(16)), bytes(range(240, 256)), bytes([0x80] * 16), bytes([255] * 16)]
    vectors += [rng.randbytes(16) for _ in range(8)]
    return vectors


def cases(vectors, operands):
    """The operands of each evaluation, in the order in which the guest goes through them."""
    count = len(vectors)
    for i in range(count):
        for j in range(count if operands > 1 else 1):
            yield vectors[i], vectors[j], vectors[third(i, j, count)]


def third(i, j, count):
    """Which vector stands third beside i and j; the guest computes the same."""
    return (i * 7 + j * 13 + 5) % count
