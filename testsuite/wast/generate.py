#!/usr/bin/env python3
"""Writes the scripts of this folder that are the same for every load and store.

Their output is committed: `generate.py` writes it, `generate.py --check` fails when a script is not
what this program writes.
"""
import pathlib
import struct
import sys

import generate_calls

HERE = pathlib.Path(__file__).parent
HEAD = ";; Written by generate.py. Change it there.\n"
OOB = '"out of bounds memory access"'
PAGE = 65536

# operator, bytes accessed, type of the value
LOADS = [
    ("i32.load", 4, "i32"), ("i64.load", 8, "i64"), ("f32.load", 4, "f32"), ("f64.load", 8, "f64"),
    ("i32.load8_s", 1, "i32"), ("i32.load8_u", 1, "i32"), ("i32.load16_s", 2, "i32"),
    ("i32.load16_u", 2, "i32"), ("i64.load8_s", 1, "i64"), ("i64.load8_u", 1, "i64"),
    ("i64.load16_s", 2, "i64"), ("i64.load16_u", 2, "i64"), ("i64.load32_s", 4, "i64"),
    ("i64.load32_u", 4, "i64"), ("v128.load", 16, "v128"), ("v128.load8x8_s", 8, "v128"),
    ("v128.load8x8_u", 8, "v128"), ("v128.load16x4_s", 8, "v128"), ("v128.load16x4_u", 8, "v128"),
    ("v128.load32x2_s", 8, "v128"), ("v128.load32x2_u", 8, "v128"),
    ("v128.load8_splat", 1, "v128"), ("v128.load16_splat", 2, "v128"),
    ("v128.load32_splat", 4, "v128"), ("v128.load64_splat", 8, "v128"),
    ("v128.load32_zero", 4, "v128"), ("v128.load64_zero", 8, "v128"),
    ("v128.load8_lane", 1, "v128"), ("v128.load16_lane", 2, "v128"),
    ("v128.load32_lane", 4, "v128"), ("v128.load64_lane", 8, "v128"),
]
STORES = [
    ("i32.store", 4, "i32"), ("i64.store", 8, "i64"), ("f32.store", 4, "f32"),
    ("f64.store", 8, "f64"), ("i32.store8", 1, "i32"), ("i32.store16", 2, "i32"),
    ("i64.store8", 1, "i64"), ("i64.store16", 2, "i64"), ("i64.store32", 4, "i64"),
    ("v128.store", 16, "v128"), ("v128.store8_lane", 1, "v128"), ("v128.store16_lane", 2, "v128"),
    ("v128.store32_lane", 4, "v128"), ("v128.store64_lane", 8, "v128"),
]
ZERO = {"i32": "(i32.const 0)", "i64": "(i64.const 0)", "f32": "(f32.const 0)",
        "f64": "(f64.const 0)", "v128": "(v128.const i64x2 0 0)"}
# Bytes 1, 2, 3, ... in memory order.
PATTERN = {"i32": "(i32.const 0x04030201)", "i64": "(i64.const 0x0807060504030201)",
           "f32": "(f32.reinterpret_i32 (i32.const 0x04030201))",
           "f64": "(f64.reinterpret_i64 (i64.const 0x0807060504030201))",
           "v128": "(v128.const i8x16 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16)"}


def load(op, address):
    lane = op.endswith("_lane")
    return f"({op}{' 0' if lane else ''} {address}{' ' + ZERO['v128'] if lane else ''})"


def store(op, value_type, address, value=None):
    lane = " 0" if op.endswith("_lane") else ""
    return f"({op}{lane} {address} {value or PATTERN[value_type]})"


def masked(value_type, value):
    """The value with no bit left, as an i64."""
    if value_type == "i32":
        return f"(i64.extend_i32_u (i32.and {value} (i32.const 0)))"
    if value_type == "f32":
        return f"(i64.extend_i32_u (i32.and (i32.reinterpret_f32 {value}) (i32.const 0)))"
    if value_type == "f64":
        return f"(i64.and (i64.reinterpret_f64 {value}) (i64.const 0))"
    if value_type == "v128":
        return f"(i64x2.extract_lane 0 (v128.and {value} {ZERO['v128']}))"
    return f"(i64.and {value} (i64.const 0))"


def bad_addresses(width):
    return [PAGE - width + 1, PAGE, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF]


def unused_loads():
    """A load whose value nobody needs still traps."""
    out = [HEAD, ";; A load whose value is not needed traps all the same.\n"]
    for op, width, kind in LOADS:
        access = load(op, "(local.get 0)")
        out.append(f"""
(module
  (memory 1)
  (func $callee (param i32) (result {kind}) {access})
  (func (export "dropped") (param i32) (drop {access}))
  (func (export "one branch") (param i32 i32) (result i64) (local {kind})
    (local.set 2 {access})
    (if (result i64) (local.get 1)
      (then {masked(kind, '(local.get 2)')})
      (else (i64.const 7))))
  (func (export "masked") (param i32) (result i64)
    {masked(kind, access)})
  (func (export "unused result") (param i32) (drop (call $callee (local.get 0))))
  (func (export "overwritten") (param i32) (local {kind})
    (local.set 1 {access})
    (local.set 1 {ZERO[kind]}))
)""")
        last = PAGE - width
        out.append(f'(assert_return (invoke "dropped" (i32.const {last})))')
        out.append(f'(assert_return (invoke "masked" (i32.const {last})) (i64.const 0))')
        out.append(f'(assert_return (invoke "one branch" (i32.const {last}) (i32.const 0)) '
                   "(i64.const 7))")
        out.append(f'(assert_return (invoke "unused result" (i32.const {last})))')
        out.append(f'(assert_return (invoke "overwritten" (i32.const {last})))')
        for address in bad_addresses(width):
            at = f"(i32.const {address})"
            for name in ("dropped", "masked", "unused result", "overwritten"):
                out.append(f'(assert_trap (invoke "{name}" {at}) {OOB})')
            for branch in (0, 1):
                out.append(f'(assert_trap (invoke "one branch" {at} (i32.const {branch})) {OOB})')
    return "\n".join(out) + "\n"


def bytes_at(address, count):
    return "\n".join(f'(assert_return (invoke "byte" (i32.const {address + i})) (i32.const {i + 1}))'
                     for i in range(count))


def stores_and_traps():
    """What is stored before an access that traps is there, what comes later is not."""
    out = [HEAD, ";; What is stored before a trap is there afterwards, what would come later is not.\n"]
    for op, width, kind in STORES:
        start = PAGE - 4 * width
        out.append(f"""
(module
  (memory 1)
  (func (export "byte") (param i32) (result i32) (i32.load8_u (local.get 0)))
  ;; Also a store that a later one overwrites.
  (func (export "then load") (param i32)
    {store(op, kind, '(i32.const 64)')}
    (drop (i32.load (local.get 0)))
    {store(op, kind, '(i32.const 64)', ZERO[kind])}
    {store(op, kind, '(i32.const 128)')})
  (func (export "then store") (param i32)
    {store(op, kind, '(i32.const 192)')}
    {store(op, kind, '(local.get 0)')}
    {store(op, kind, '(i32.const 192)', ZERO[kind])}
    {store(op, kind, '(i32.const 256)')})
  (func (export "then unreachable")
    {store(op, kind, '(i32.const 320)')}
    unreachable)
  (func (export "then divide") (param i32) (result i32)
    {store(op, kind, '(i32.const 384)')}
    (i32.div_u (i32.const 1) (local.get 0)))
  ;; Two arrays, the first of which runs out of memory.
  (func (export "loop") (param i32 i32 i32)
    (loop $again
      {store(op, kind, '(local.get 0)')}
      {store(op, kind, '(local.get 1)')}
      (local.set 0 (i32.add (local.get 0) (i32.const {width})))
      (local.set 1 (i32.add (local.get 1) (i32.const {width})))
      (br_if $again (local.tee 2 (i32.sub (local.get 2) (i32.const 1))))))
)""")
        trap = f"(i32.const {PAGE - width + 1})"
        for name, place, later in (("then load", 64, 128), ("then store", 192, 256)):
            out.append(f'(assert_trap (invoke "{name}" (i32.const {PAGE})) {OOB})')
            out.append(bytes_at(place, width))
            out.append(f'(assert_return (invoke "byte" (i32.const {later})) (i32.const 0))')
        out.append('(assert_trap (invoke "then unreachable") "unreachable")')
        out.append(bytes_at(320, width))
        out.append('(assert_trap (invoke "then divide" (i32.const 0)) "integer divide by zero")')
        out.append(bytes_at(384, width))
        out.append(f";; A store that only begins inside the memory writes nothing.")
        out.append(f'(assert_trap (invoke "then store" {trap}) {OOB})')
        out.append(f'(assert_return (invoke "byte" (i32.const {PAGE - 1})) (i32.const 0))')
        out.append(f'(assert_trap (invoke "loop" (i32.const {start}) (i32.const 1024) '
                   f"(i32.const 9)) {OOB})")
        for i in range(4):
            out.append(bytes_at(start + i * width, width))
            out.append(bytes_at(1024 + i * width, width))
        out.append(f'(assert_return (invoke "byte" (i32.const {1024 + 4 * width})) (i32.const 0))')
    return "\n".join(out) + "\n"


def expected_load(op, width, kind, first=0x81):
    """What `op` reads where memory holds `first`, `first` + 1, ... and ends."""
    data = bytes(first + i for i in range(width))
    if kind in ("f32", "f64"):
        letter = "i32" if kind == "f32" else "i64"
        return f"({letter}.const 0x{int.from_bytes(data, 'little'):x})"
    if kind in ("i32", "i64"):
        signed = op.endswith("_s")
        return f"({kind}.const {int.from_bytes(data, 'little', signed=signed)})"
    name = op.split(".load")[1]
    if "x" in name:  # 8x8_s: lanes widened to twice their size
        size = int(name.split("x")[0]) // 8
        lanes = [int.from_bytes(data[i:i + size], "little", signed=name.endswith("_s"))
                 for i in range(0, 8, size)]
        return f"(v128.const i{size * 16}x{len(lanes)} {' '.join(map(str, lanes))})"
    full = data * (16 // width) if name.endswith("splat") else data.ljust(16, b"\0")
    return f"(v128.const i8x16 {' '.join(map(str, full))})"


def edge():
    """Accesses at the last legal byte: the next page is inaccessible."""
    data = "".join(f"\\{0x81 + i:02x}" for i in range(16))
    out = [HEAD, ";; Accesses that end with the memory's last byte; the page behind it is inaccessible,\n"
           ";; so that an access made wider than the program says would trap.\n"]
    for op, width, kind in LOADS:
        result = {"f32": "i32", "f64": "i64"}.get(kind, kind)
        access = load(op, "(local.get 0)")
        constant = load(op, f"(i32.const {PAGE - width})")
        convert = (lambda value: f"({result}.reinterpret_{kind} {value})") if result != kind else str
        shown = data[:3 * width]
        out.append(f"""
(module
  (memory 1 1)
  (data (i32.const {PAGE - width}) "{shown}")
  (func (export "load") (param i32) (result {result}) {convert(access)})
  (func (export "constant") (result {result}) {convert(constant)}))
(assert_return (invoke "load" (i32.const {PAGE - width})) {expected_load(op, width, kind)})
(assert_return (invoke "constant") {expected_load(op, width, kind)})
(assert_trap (invoke "load" (i32.const {PAGE - width + 1})) {OOB})""")
    for op, width, kind in STORES:
        out.append(f"""
(module
  (memory 1 1)
  (func (export "byte") (param i32) (result i32) (i32.load8_u (local.get 0)))
  (func (export "store") (param i32) {store(op, kind, '(local.get 0)')}))
(assert_return (invoke "store" (i32.const {PAGE - width})))
{bytes_at(PAGE - width, width)}
(assert_return (invoke "byte" (i32.const {PAGE - width - 1})) (i32.const 0))
(assert_trap (invoke "store" (i32.const {PAGE - width + 1})) {OOB})""")
    return "\n".join(out) + "\n"


# declaration of a memory whose accesses are checked in the code, how it grows at the start, length
CHECKED = [
    ("i64 1 4", None, PAGE),
    # No length is known beforehand: index + reach is what is compared, with its carry.
    ("i64 0 4", "(i64.const 2)", 2 * PAGE),
    ("4099 (pagesize 1)", None, 4099),
    ("0 (pagesize 1)", "(i32.const 4101)", 4101),
    ("i64 70001 (pagesize 1)", None, 70001),
]


def edge_checked():
    """Accesses at the last legal byte of memories without guards, and around the ends of 64 bits."""
    data = "".join(f"\\{0x81 + i:02x}" for i in range(16))
    out = [HEAD, ";; Accesses that end with the memory's last byte, where only a comparison in the code keeps\n"
           ";; those one byte further from what lies behind.\n"]
    for memory, growth, length in CHECKED:
        index = "i64" if memory.startswith("i64") else "i32"
        grow = f" (drop (memory.grow {growth}))" if growth else ""
        out.append(f"""
(module
  (memory {memory})
  (data $d "{data}")
  (func $start{grow}
    (memory.init $d ({index}.const {length - 16}) (i32.const 0) (i32.const 16)))
  (start $start)
  (func (export "byte") (param {index}) (result i32) (i32.load8_u (local.get 0)))
  (func (export "reset") (memory.init $d ({index}.const {length - 16}) (i32.const 0) (i32.const 16)))""")
        for op, width, kind in LOADS:
            near = load(op, "(local.get 0)")
            far = load(op, "(local.get 0)").replace(op, f"{op} offset=4000", 1)
            out.append(f'  (func (export "{op}") (param {index}) (result {kind}) {near})')
            out.append(f'  (func (export "{op} far") (param {index}) (result {kind}) {far})')
        for op, width, kind in STORES:
            out.append(f'  (func (export "{op}") (param {index}) {store(op, kind, "(local.get 0)")})')
        out.append(")")
        ends = [-1] if index == "i32" else [-1, 1 << 32, (1 << 33) + 5, 1 << 63, (1 << 63) - 1]
        for op, width, kind in LOADS:
            first = 0x91 - width
            value = expected_load(op, width, kind, first)
            if kind in ("f32", "f64"):  # no NaN: 0x8d to 0x90 are bytes of an ordinary number
                value = f"({kind}.const {float_text(bytes(first + i for i in range(width)), kind)})"
            out.append(f'(assert_return (invoke "{op}" ({index}.const {length - width})) {value})')
            out.append(f'(assert_return (invoke "{op} far" ({index}.const {length - width - 4000})) {value})')
            bad = [length - width + 1, length, -width, 1 - width if width > 1 else -1] + ends
            for at in dict.fromkeys(bad):
                out.append(f'(assert_trap (invoke "{op}" ({index}.const {at})) {OOB})')
            out.append(f'(assert_trap (invoke "{op} far" ({index}.const {length - width - 3999})) {OOB})')
            out.append(f'(assert_trap (invoke "{op} far" ({index}.const -4000)) {OOB})')
        for op, width, kind in STORES:
            out.append(f'(assert_trap (invoke "{op}" ({index}.const {length - width + 1})) {OOB})')
            out.append(f'(assert_trap (invoke "{op}" ({index}.const {-width})) {OOB})')
            # Not even in part.
            out.append(f'(assert_return (invoke "byte" ({index}.const {length - 1})) (i32.const 0x90))')
            out.append(f'(assert_return (invoke "{op}" ({index}.const {length - width})))')
            out.append(f'(assert_return (invoke "byte" ({index}.const {length - 1})) (i32.const {width}))')
            out.append('(assert_return (invoke "reset"))')
    return "\n".join(out) + "\n"


def float_text(data, kind):
    """The bytes as a number of the text format."""
    return struct.unpack("<f" if kind == "f32" else "<d", data)[0].hex()


def frames():
    """Recursion whose frames are larger than the stack's guard: they must be probed."""
    out = [HEAD, ";; Frames of many sizes, up to one that is larger than the guard below the stack.\n"]
    for count in (8, 256, 4200):
        # Needed after the call, which may change the memory: they must stay in the frame.
        reads = "\n".join("    " + " ".join(f"i32.const 0 v128.load offset={16 * (i % 4000)}"
                                            for i in range(k, min(k + 3, count)))
                          for k in range(0, count, 3))
        adds = "\n".join("    " + " ".join(["i64x2.add"] * min(9, count - k))
                         for k in range(0, count, 9))
        out.append(f"""
(module
  (type $t (func (param i64) (result i64)))
  (memory 1)
  (table funcref (elem $recurse))
  (func $recurse (export "recurse") (param i64) (result i64)
    (if (i64.eqz (local.get 0)) (then (return (i64.load (i32.const 0)))))
{reads}
    (i64.store (i32.const 0) (i64.add (i64.load (i32.const 0)) (i64.const 1)))
    (i64x2.splat (call_indirect (type $t) (i64.sub (local.get 0) (i64.const 1)) (i32.const 0)))
{adds}
    i64x2.extract_lane 0))
(assert_return (invoke "recurse" (i64.const 0)) (i64.const 0))
(assert_return (invoke "recurse" (i64.const 5)) (i64.const {5 + 10 * (1 + (count - 1) // 4000)}))
(assert_exhaustion (invoke "recurse" (i64.const -1)) "call stack exhausted")
(assert_exhaustion (invoke "recurse" (i64.const -1)) "call stack exhausted")""")
    return "\n".join(out) + "\n"


SCRIPTS = {"exhaustion_frames.wast": frames, "unused_loads.wast": unused_loads, "stores_and_traps.wast": stores_and_traps,
           "memory_edge.wast": edge, "memory_edge_checked.wast": edge_checked,
           "tail_calls.wast": generate_calls.tail_calls}


def main():
    wrong = 0
    for name, make in SCRIPTS.items():
        path = HERE / name
        if "--check" in sys.argv:
            if path.read_text() != make():
                print(f"{name} is not what generate.py writes")
                wrong = 1
        else:
            path.write_text(make())
    return wrong


if __name__ == "__main__":
    sys.exit(main())
