"""Reads and patches the header of a .cwasm. The layout is asked of the C compiler, so that there is
no second copy of include/wasmc/abi/container.h to fall behind.
"""

import functools
import pathlib
import re
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
import guest  # noqa: E402
from profiles import fnv1a  # noqa: E402

INCLUDE = HERE.parent.parent / "include"

PRINT_LAYOUT = """
#include <stdio.h>
#include "wasmc/abi/container.h"
#include "wasmc/abi/version.h"
int main(void) {
  printf("header_offset %u 0\\n", WASMC_IMAGE_HEADER_OFFSET);
  printf("sizeof 0 %zu\\n", sizeof(wasmc_image_header));
FIELDS
  return 0;
}
"""


@functools.cache
def layout():
    """Field name -> (offset, size) in wasmc_image_header, and the names of its spans."""
    text = (INCLUDE / "wasmc/abi/container.h").read_text(encoding="utf-8")
    body = re.search(r"typedef struct wasmc_image_header \{(.*?)\} wasmc_image_header;", text, re.S).group(1)
    fields = re.findall(r"^\s*(\w+) (\w+)(?:\[\d+\])?;", body, re.M)
    spans = [name for type_name, name in fields if type_name == "wasmc_span"]
    prints = "\n".join(
        f'  printf("{name} %zu %zu\\n", offsetof(wasmc_image_header, {name}),'
        f" sizeof(((wasmc_image_header *)0)->{name}));" for _, name in fields)
    with tempfile.TemporaryDirectory() as scratch:
        source = pathlib.Path(scratch, "layout.c")
        source.write_text(PRINT_LAYOUT.replace("FIELDS", prints), encoding="utf-8")
        program = pathlib.Path(scratch, "layout")
        guest.execute([guest.compiler("clang-22"), "-I", INCLUDE, source, "-o", program]).require()
        printed = guest.execute([program]).require().stdout.decode().splitlines()
    offsets = {name: (int(offset), int(size)) for name, offset, size in (line.split() for line in printed)}
    return offsets, spans


class Image:
    """The bytes of a .cwasm, with the header's fields by name."""

    def __init__(self, data):
        self.data = bytearray(data)
        self.offsets, self.spans = layout()
        self.header = self.offsets["header_offset"][0]

    def _range(self, name):
        offset, size = self.offsets[name]
        return slice(self.header + offset, self.header + offset + size)

    def get(self, name):
        return int.from_bytes(self.data[self._range(name)], "little")

    def set(self, name, value):
        size = self.offsets[name][1]
        self.data[self._range(name)] = (value % 2 ** (8 * size)).to_bytes(size, "little")
        return self

    def span(self, name):
        """(offset relative to the header, count)"""
        raw = bytes(self.data[self._range(name)])
        return int.from_bytes(raw[:4], "little", signed=True), int.from_bytes(raw[4:], "little")

    def set_span(self, name, offset, count):
        return self.set(name, (offset % 2**32) | (count << 32))

    def rehash(self):
        """Makes the header believable again after a change."""
        self.set("header_hash", 0)
        size = self.get("header_size")
        if size > len(self.data) - self.header:
            size = self.offsets["sizeof"][1]
        self.set("header_hash", fnv1a(self.data[self.header : self.header + size]))
        return self

    def write(self, path):
        pathlib.Path(path).write_bytes(self.data)
        return pathlib.Path(path)
