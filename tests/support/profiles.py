"""Profiles (docs/profile.md) as tests read and write them: the layout is asked of nobody here, so that a change of
include/wasmc/abi/profile.h without a new version is found.
"""

import pathlib
import random
import struct

MAGIC = b"\x93wasmcp\0"
VERSION = 1
HEADER = struct.Struct("<8sII32sQQ")
FIELDS = {"magic": slice(0, 8), "version": slice(8, 12), "header_size": slice(12, 16), "module_hash": slice(16, 48),
          "counter_count": slice(48, 56), "file_hash": slice(56, 64)}


def fnv1a(data):
    value = 0xCBF29CE484222325
    for byte in data:
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return value


class Profile:
    def __init__(self, module_hash, counters):
        self.module_hash, self.counters = module_hash, list(counters)

    @classmethod
    def read(cls, path):
        """Fails unless the file is sound in every detail."""
        data = pathlib.Path(path).read_bytes()
        magic, version, size, module_hash, count, file_hash = HEADER.unpack_from(data)
        profile = cls(module_hash, struct.unpack_from(f"<{count}Q", data, HEADER.size))
        assert (magic, version, size) == (MAGIC, VERSION, HEADER.size), (magic, version, size)
        assert data == profile.bytes(), "not the bytes that it should have"
        return profile

    def bytes(self):
        """The whole file."""
        body = struct.pack(f"<{len(self.counters)}Q", *self.counters)
        head = [MAGIC, VERSION, HEADER.size, self.module_hash, len(self.counters)]
        return HEADER.pack(*head, fnv1a(HEADER.pack(*head, 0) + body)) + body

    def write(self, path):
        pathlib.Path(path).write_bytes(self.bytes())
        return pathlib.Path(path)


def rehash(data):
    """Makes the bytes of a profile believable again after a change."""
    data = bytearray(data)
    data[FIELDS["file_hash"]] = bytes(8)
    data[FIELDS["file_hash"]] = fnv1a(data).to_bytes(8, "little")
    return bytes(data)


def random_counters(count, seed):
    """Counters that no run need ever have counted: of every size, and many of them 0."""
    choose = random.Random(seed)
    return [choose.choice((0, 1, choose.randrange(100), choose.getrandbits(choose.randrange(1, 64)))) for _ in range(count)]
