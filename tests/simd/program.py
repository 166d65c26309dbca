"""A guest that evaluates vector expressions on all inputs and writes the results to stdout.

The operators come from the compiler's own table, so that none can be forgotten.
"""

import collections
import pathlib
import random
import re

import vectors

TABLE = pathlib.Path(__file__).resolve().parents[2] / "compiler" / "wasm" / "operators.def"
ROW = re.compile(r'\w+\((\w+), \w+, "([^"]+)", (\w+), "(\w*):(\w*)", (simd|relaxed_simd)')

# A line of the program: `body` computes a v128 from the v128 locals $a, $b and $c.
Expression = collections.namedtuple("Expression", "name operands body")

# Where the guest keeps things. Loads read the inputs, stores write to SCRATCH.
INPUTS = 1024
SCRATCH = 512
RESULTS = 65536
# wabt 1.0.32 of Debian 12 knows two operators under their old names.
OLD_NAMES = {
    "i16x8.relaxed_dot_i8x16_i7x16_s": "i16x8.dot_i8x16_i7x16_s",
    "i32x4.relaxed_dot_i8x16_i7x16_add_s": "i32x4.dot_i8x16_i7x16_add_s",
}


def rows(feature):
    """(name, immediate, operand letters, result letter) of the table's vector operators."""
    for row in ROW.findall(TABLE.read_text(encoding="utf-8")):
        if row[5] == feature:
            yield row[1:5]


def scalar(letter, local):
    """A scalar operand out of a vector."""
    shape = {"i": "i32x4", "l": "i64x2", "f": "f32x4", "d": "f64x2"}[letter]
    return f"({shape}.extract_lane 0 (local.get {local}))"


def operand(letter, local):
    return f"(local.get {local})" if letter == "v" else scalar(letter, local)


def widened(letter, body):
    """A result as a v128."""
    shape = {"i": "i32x4", "l": "i64x2", "f": "f32x4", "d": "f64x2"}
    return body if letter == "v" else f"({shape[letter]}.splat {body})"


def lane_indices(name):
    count = int(re.search(r"x(\d+)", name).group(1))
    return sorted({0, 1, count // 2, count - 1})


def numeric(name, params, result):
    arguments = " ".join(operand(p, local) for p, local in zip(params, ("$a", "$b", "$c")))
    body = widened(result, f"({OLD_NAMES.get(name, name)} {arguments})")
    return [Expression(name, len(params), body)]


def lanes(name, params, result):
    arguments = " ".join(operand(p, local) for p, local in zip(params, ("$a", "$b")))
    return [Expression(f"{name} {lane}", len(params), widened(result, f"({name} {lane} {arguments})"))
            for lane in lane_indices(name)]


def shuffles():
    rng = random.Random(13)
    masks = [[rng.randrange(32) for _ in range(16)] for _ in range(16)]
    masks += [list(range(k, k + 16)) for k in (0, 4, 16)]
    masks += [[0] * 16, [3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12],
              [0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23]]
    return [Expression(f"i8x16.shuffle {' '.join(map(str, mask))}", 2,
                       f"(i8x16.shuffle {' '.join(map(str, mask))} (local.get $a) (local.get $b))")
            for mask in masks]


# Any address within the inputs, aligned or not.
ADDRESS = "(i32.and (i32x4.extract_lane 0 (local.get $a)) (i32.const 1023))"


def access(name, immediate):
    """Loads and stores, whole or by lane; an offset of INPUTS."""
    bits = int(re.search(r"(?:load|store)(\d+)_lane", name).group(1)) if "lane" in immediate else 0
    last = 128 // bits - 1 if bits else 0
    if immediate == "load":
        return [Expression(name, 1, f"({name} offset={INPUTS} {ADDRESS})")]
    if immediate == "load_lane":
        return [Expression(f"{name} {lane}", 2, f"({name} offset={INPUTS} {lane} {ADDRESS} (local.get $b))")
                for lane in sorted({0, last})]
    written = f"(v128.load offset={SCRATCH} (i32.const 0))"
    clear = f"(v128.store offset={SCRATCH} (i32.const 0) (v128.const i64x2 0 0))"
    forms = [""] if immediate == "store" else sorted({"0", str(last)})
    return [Expression(f"{name} {lane}", 1,
                       f"{clear} ({name} offset={SCRATCH} {lane} (i32.const 3) (local.get $a)) {written}")
            for lane in forms]


# What LLVM would fold to an operand, and with it the quieting of a signalling NaN.
IDENTITIES = [
    ("mul 1", "({0}.mul (local.get $a) ({0}.splat ({1}.const 1)))"),
    ("mul -1", "({0}.mul ({0}.splat ({1}.const -1)) (local.get $a))"),
    ("div 1", "({0}.div (local.get $a) ({0}.splat ({1}.const 1)))"),
    ("div -1", "({0}.div (local.get $a) ({0}.splat ({1}.const -1)))"),
    ("sub 0", "({0}.sub (local.get $a) ({0}.splat ({1}.const 0)))"),
    ("add -0", "({0}.add (local.get $a) ({0}.splat ({1}.const -0)))"),
    ("-0 sub", "({0}.sub ({0}.splat ({1}.const -0)) (local.get $a))"),
    ("min itself", "({0}.min (local.get $a) (local.get $a))"),
    ("max itself", "({0}.max (local.get $a) (local.get $a))"),
    ("min inf", "({0}.min (local.get $a) ({0}.splat ({1}.const inf)))"),
    ("max -inf", "({0}.max (local.get $a) ({0}.splat ({1}.const -inf)))"),
    ("max -0", "({0}.max (local.get $a) ({0}.splat ({1}.const -0)))"),
    ("min 0", "({0}.min ({0}.splat ({1}.const 0)) (local.get $a))"),
]
CONSTANTS = [
    ("f32x4.mul some 1", 1, "(f32x4.mul (local.get $a) (v128.const f32x4 1 2 1 -1))"),
    ("f64x2.add some -0", 1, "(f64x2.add (local.get $a) (v128.const f64x2 -0 3))"),
    ("f32x4.mul lane 1", 1, "(f32x4.splat (f32x4.extract_lane 2 (f32x4.mul (local.get $a) "
                            "(v128.const f32x4 3 2 1 5))))"),
    ("f32x4.demote of promote", 1, "(f32x4.demote_f64x2_zero (f64x2.promote_low_f32x4 (local.get $a)))"),
    ("i8x16.swizzle reverse", 1, "(i8x16.swizzle (local.get $a) (v128.const i8x16 "
                                 "15 14 13 12 11 10 9 8 7 6 5 4 3 2 1 16))"),
    ("i8x16.shl by 9", 1, "(i8x16.shl (local.get $a) (i32.const 9))"),
    ("i64x2.shr_s by 63", 1, "(i64x2.shr_s (local.get $a) (i32.const 63))"),
    ("i32x4.trunc_sat of constant", 1, "(i32x4.trunc_sat_f32x4_u (v128.const f32x4 4e9 -1 nan 5e9))"),
]


def standard_expressions():
    """Every operator of Wasm 2.0 with defined results, with each immediate that matters."""
    expressions = []
    for name, immediate, params, result in rows("simd"):
        if immediate == "numeric":
            expressions += numeric(name, params, result)
        elif immediate == "lane":
            expressions += lanes(name, params, result)
        elif immediate == "shuffle":
            expressions += shuffles()
        elif immediate in ("load", "load_lane", "store", "store_lane"):
            expressions += access(name, immediate)
    for shape, kind in (("f32x4", "f32"), ("f64x2", "f64")):
        expressions += [Expression(f"{shape}.{what}", 1, body.format(shape, kind))
                        for what, body in IDENTITIES]
    return expressions + [Expression(*constant) for constant in CONSTANTS]


def relaxed_expressions():
    return [expression for name, _, params, result in rows("relaxed_simd")
            for expression in numeric(name, params, result)]


def result_sizes(expressions):
    """Bytes that each expression writes."""
    count = len(vectors.inputs())
    return [16 * (count if e.operands == 1 else count * count) for e in expressions]


def module(expressions):
    """The guest in the text format."""
    data = vectors.inputs()
    escaped = "".join(f"\\{byte:02x}" for byte in b"".join(data))
    functions = "\n".join(
        f"(func $op{k} (param $a v128) (param $b v128) (param $c v128) (result v128) {e.body})"
        for k, e in enumerate(expressions))
    calls = "\n".join(f"(call $evaluate (i32.const {k}) (i32.const {1 if e.operands == 1 else len(data)}))"
                      for k, e in enumerate(expressions))
    names = " ".join(f"$op{k}" for k in range(len(expressions)))
    return TEMPLATE.format(count=len(data), data=escaped, functions=functions, calls=calls,
                           names=names, inputs=INPUTS, results=RESULTS)


TEMPLATE = """(module
  (import "wasi_snapshot_preview1" "fd_write" (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (type $operator (func (param v128 v128 v128) (result v128)))
  (memory (export "memory") 8)
  (data (i32.const {inputs}) "{data}")
  (table funcref (elem {names}))
  {functions}
  (func $input (param $k i32) (result v128)
    (v128.load offset={inputs} (i32.mul (i32.const 16) (local.get $k))))
  (func $write (param $from i32) (param $end i32)
    (loop $more
      (i32.store (i32.const 0) (local.get $from))
      (i32.store (i32.const 4) (i32.sub (local.get $end) (local.get $from)))
      (if (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)) (then unreachable))
      (local.set $from (i32.add (local.get $from) (i32.load (i32.const 8))))
      (br_if $more (i32.lt_u (local.get $from) (local.get $end)))))
  (func $evaluate (param $operator i32) (param $seconds i32)
    (local $i i32) (local $j i32) (local $at i32)
    (local.set $at (i32.const {results}))
    (loop $first
      (local.set $j (i32.const 0))
      (loop $second
        (v128.store (local.get $at)
          (call_indirect (type $operator)
            (call $input (local.get $i))
            (call $input (local.get $j))
            (call $input (i32.rem_u
              (i32.add (i32.const 5) (i32.add (i32.mul (i32.const 7) (local.get $i))
                                              (i32.mul (i32.const 13) (local.get $j))))
              (i32.const {count})))
            (local.get $operator)))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (local.set $j (i32.add (local.get $j) (i32.const 1)))
        (br_if $second (i32.lt_u (local.get $j) (local.get $seconds))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $first (i32.lt_u (local.get $i) (i32.const {count}))))
    (call $write (i32.const {results}) (local.get $at)))
  (func (export "_start") {calls}))
"""
