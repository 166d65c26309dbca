"""Modules of exaggerated shapes as bytes, which no text format would write in reasonable time."""

HEAD = b"\0asm\x01\0\0\0"
I32 = b"\x7f"


def leb(value):
    out = bytearray()
    while value >= 128:
        out.append(value % 128 + 128)
        value //= 128
    out.append(value)
    return bytes(out)


def signed(value):
    """The signed LEB128 of an i32.const."""
    out = bytearray()
    while not -64 <= value < 64:
        out.append(value % 128 + 128)
        value >>= 7
    out.append(value % 128)
    return bytes(out)


def section(number, data):
    return bytes([number]) + leb(len(data)) + data


def vector(items):
    return leb(len(items)) + b"".join(items)


def module(bodies, params=1, extra=()):
    """A module of functions of one type, `params` times i32 to i32. A body starts with its locals and
    has no final `end`. `extra`: further sections as (number, contents)."""
    sections = {1: vector([b"\x60" + leb(params) + I32 * params + b"\x01" + I32]),
                3: leb(len(bodies)) + b"\x00" * len(bodies),
                7: vector([b"\x03run\x00\x00"]),
                10: vector([leb(len(body) + 1) + body + b"\x0b" for body in bodies])}
    sections.update(extra)
    return HEAD + b"".join(section(number, sections[number]) for number in sorted(sections))


def nested(depth):
    """Adds one to its parameter inside so many blocks."""
    return b"\x00" + b"\x02\x40" * depth + b"\x20\x00\x41\x01\x6a\x21\x00" + b"\x0b" * depth + b"\x20\x00"


def nested_ifs(depth):
    """Adds one per level to its parameter, which must not be 0."""
    return b"\x00" + b"\x20\x00\x04\x40\x20\x00\x41\x01\x6a\x21\x00" * depth + b"\x0b" * depth + b"\x20\x00"


def many_locals(count):
    """Writes every local and returns the last; the parameter comes on top of them."""
    body = leb(1) + leb(count) + I32
    for k in range(1, count + 1):
        body += b"\x20" + leb(k - 1) + b"\x41\x01\x6a\x21" + leb(k)
    return body + b"\x20" + leb(count)


def straight(size):
    """One dependent chain of arithmetic of about `size` bytes."""
    step = b"\x41\x03\x6c\x41\x01\x6a"
    return b"\x00\x20\x00" + step * (size // len(step))


def table_of_branches(targets, blocks):
    """A br_table of so many targets and a default over so many blocks, the k-th of which adds 2 to the
    power of its place to the parameter."""
    body = b"\x00" + b"\x02\x40" * blocks
    body += b"\x20\x00\x0e" + leb(targets) + b"".join(leb(k % blocks) for k in range(targets)) + leb(blocks - 1)
    for place in range(blocks):
        body += b"\x0b\x20\x00\x41" + signed(place + 1) + b"\x6a\x21\x00"
    return body + b"\x20\x00"


def elements(count, segments=1):
    """A passive segment of references to function 0, several times."""
    segment = b"\x01\x00" + leb(count) + b"\x00" * count
    return module([b"\x00\x20\x00"], extra=[(9, vector([segment] * segments))])


def scattered_calls(functions, size):
    """Functions of about `size` bytes, and small ones between them, that call lower ones all over the
    module. Not to be run: every call makes two."""
    bodies = []
    for f in range(functions):
        filler = b"\x41" + signed(f + 1) + b"\x6a\x41\x05\x6c"
        small = f % 50 == 49
        body = b"\x00\x20\x00" + filler * (1 if small else size // len(filler))
        if f and not small:
            body += b"\x10" + leb(f * 7 // 11) + b"\x10" + leb(f // 100 * 50 + 49 if f >= 100 else f // 2)
        bodies.append(body)
    return module(bodies)
