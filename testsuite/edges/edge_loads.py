#!/usr/bin/env python3
"""Random uses of loads that cross the end of memory: each must trap, whatever the use leaves of the
value. Code generators narrow loads, fold them into instructions that read less or read under a mask,
and drop what nobody needs; each of these loses the trap.

usage: edge_loads.py --wast-run PROGRAM [--seeds FIRST-LAST] [--functions N] [--level N]... [-- OPTION...]

Options behind -- go to wast-run: --cpu, --target, --emulator. Fails if a load returned; the script that
shows it is kept in --failures.
"""

import argparse
import pathlib
import random
import subprocess
import sys
import tempfile

# Operator, type of its value, bytes that it reads.
LOADS = [(f"i32.load{suffix}", "i32", size) for suffix, size in (("", 4), ("8_s", 1), ("8_u", 1), ("16_s", 2), ("16_u", 2))]
LOADS += [(f"i64.load{suffix}", "i64", size) for suffix, size in
          (("", 8), ("8_s", 1), ("8_u", 1), ("16_s", 2), ("16_u", 2), ("32_s", 4), ("32_u", 4))]
LOADS += [("f32.load", "f32", 4), ("f64.load", "f64", 8)]
LOADS += [(f"v128.load{suffix}", "v128", size) for suffix, size in
          (("", 16), ("8x8_s", 8), ("8x8_u", 8), ("16x4_s", 8), ("16x4_u", 8), ("32x2_s", 8), ("32x2_u", 8), ("8_splat", 1),
           ("16_splat", 2), ("32_splat", 4), ("64_splat", 8), ("32_zero", 4), ("64_zero", 8))]
LOADS += [(f"v128.load{8 * size}_lane {lane}", "v128", size) for size, lane in ((1, 0), (2, 5), (4, 0), (4, 2), (8, 0), (8, 1))]
# What code generators are most inventive about.
FAVOURITES = [("v128.load", "v128", 16), ("f32.load", "f32", 4), ("f64.load", "f64", 8)] * 6
FAVOURITES += [load for load in LOADS if load[1] == "v128"]
SHAPES = {"i8x16": 16, "i16x8": 8, "i32x4": 4, "i64x2": 2}


def resized(lane, is_wide, shall_be_wide):
    """A lane of one shape as what the splat of another takes."""
    if is_wide == shall_be_wide:
        return lane
    return f"(i64.extend_i32_u {lane})" if shall_be_wide else f"(i32.wrap_i64 {lane})"


class Generator:
    """Values of a type, one of whose operands is the load."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def pick(self, *choices):
        return self.random.choice(choices)

    def plain(self, type):
        constant = {"i32": "(i32.const {})", "i64": "(i64.const {})", "f32": "(f32.const {})", "f64": "(f64.const {})",
                    "v128": "(v128.const i32x4 {0} 0 -1 {0})"}[type].format(self.pick(0, 1, -1, 3, 255, 65535, 4096))
        return self.pick(f"(local.get ${type})", f"(local.get ${type})", constant)

    def condition(self):
        return self.pick("(local.get $i32)", "(i32.gt_s (local.get $i32) (i32.const 5))", "(f32.lt (local.get $f32) (f32.const 2))",
                         "(i32x4.extract_lane 1 (i32x4.gt_s (local.get $v128) (v128.const i32x4 1 2 3 4)))", "(i32.const 0)", "(i32.const 1)")

    def mask(self):
        shape = self.pick(*SHAPES)
        compare = self.pick("gt_s", "eq", "lt_s")
        return self.pick(f"({shape}.{compare} (local.get $v128) (v128.const i32x4 1 2 3 4))", "(local.get $v128)",
                         "(v128.const i32x4 -1 0 -1 0)", "(v128.const i64x2 0 -1)", "(f32x4.lt (local.get $v128) (v128.const f32x4 1 2 3 4))",
                         "(v128.const i32x4 0 0 0 0)", self.low_bits(), self.low_bits(), "(v128.const i32x4 -1 0 0 0)", "(v128.not (i32x4.eq (local.get $v128) (v128.const i32x4 1 1 2 2)))")

    def low_bits(self):
        """What is left under it is an extension of the low halves of lanes."""
        return self.pick("(v128.const i32x4 65535 65535 65535 65535)", "(v128.const i32x4 255 255 255 255)",
                         "(v128.const i64x2 0xffffffff 0xffffffff)", "(v128.const i64x2 65535 65535)",
                         "(v128.const i16x8 255 255 255 255 255 255 255 255)")

    def integer(self, type, value):
        bits = 32 if type == "i32" else 64
        other = self.plain(type)
        operator = self.pick("add", "sub", "mul", "and", "or", "xor", "shl", "shr_u", "shr_s", "rotl")
        wrap = (f"(i64.extend_i32_u {value})" if bits == 32 else f"(i32.wrap_i64 {value})")
        return self.pick(
            (type, f"({type}.{operator} {value} {other})"), (type, f"({type}.{operator} {other} {value})"),
            (type, f"({type}.and {value} ({type}.const {self.pick(0, 1, 255, 65535, 65280, -65536)}))"),
            (type, f"({type}.shr_u {value} ({type}.const {self.pick(8, 16, 24, bits - 1)}))"),
            (type, f"({type}.extend8_s {value})"), (type, f"({type}.extend16_s {value})"),
            (type, f"(select {value} {other} {self.condition()})"), (type, f"(select {other} {value} {self.condition()})"),
            ("i32", f"({type}.{self.pick('eqz', 'clz' if bits == 32 else 'eqz')} {value})"),
            ("i32", f"({type}.{self.pick('eq', 'lt_s', 'ge_u')} {value} {other})"),
            ("i64" if bits == 32 else "i32", wrap), (f"f{bits}", f"(f{bits}.reinterpret_i{bits} {value})"),
            ("f64", f"(f64.convert_{type}_s {value})"),
            ("v128", f"({'i32x4' if bits == 32 else 'i64x2'}.splat {value})"),
            ("v128", f"({'i32x4' if bits == 32 else 'i64x2'}.replace_lane 1 {self.plain('v128')} {value})"),
            *([("v128", f"(i8x16.replace_lane 3 (v128.const i64x2 0 0) {value})"),
               ("v128", f"({self.pick(*list(SHAPES)[:3])}.shl {self.plain('v128')} {value})")] if bits == 32 else
              [("i64", f"(i64.extend32_s {value})")]))

    def floating(self, type, value):
        other = self.plain(type)
        bits = type[1:]
        return self.pick(
            *[(type, f"({type}.{self.pick('add', 'sub', 'mul', 'min', 'max', 'copysign')} {one} {two})")
              for one, two in ((value, other), (other, value))],
            (type, f"(select {value} {other} {self.condition()})"), (type, f"(select {other} {value} {self.condition()})"),
            (type, f"({type}.{self.pick('abs', 'neg', 'sqrt', 'trunc')} {value})"),
            ("i32", f"({type}.{self.pick('lt', 'eq')} {value} {other})"),
            (f"i{bits}", f"(i{bits}.reinterpret_f{bits} {value})"), ("i32", f"(i32.trunc_sat_{type}_s {value})"),
            ("v128", f"({'f32x4' if bits == '32' else 'f64x2'}.splat {value})"),
            ("v128", f"({'f32x4' if bits == '32' else 'f64x2'}.replace_lane 0 {self.plain('v128')} {value})"))

    def vector(self, type, value):
        other, shape = self.plain("v128"), self.pick(*SHAPES)
        # The first lane is what a narrower load reads.
        lane = self.pick(0, self.random.randrange(SHAPES[shape]))
        extract = f"({shape}.extract_lane{'_u' if shape in ('i8x16', 'i16x8') else ''} {lane} {value})"
        order = " ".join(str(self.pick(k, k, k + 16, self.random.randrange(32))) for k in range(16))
        operands = self.pick((value, other), (other, value))
        one, other_shape = " ".join([str(self.pick(0, self.random.randrange(16)))] * 16), self.pick(*SHAPES)
        return self.pick(
            (type, f"({shape}.{self.pick('add', 'sub', 'eq', 'gt_s')} {operands[0]} {operands[1]})"),
            (type, f"({self.pick('f32x4', 'f64x2')}.{self.pick('add', 'mul', 'min', 'pmax', 'lt')} {operands[0]} {operands[1]})"),
            (type, f"(v128.{self.pick('and', 'andnot', 'or', 'xor')} {value} {self.mask()})"),
            (type, f"(v128.{self.pick('and', 'andnot', 'or')} {self.mask()} {value})"),
            *[(type, f"(v128.bitselect {operands[0]} {operands[1]} {self.mask()})")] * 3,
            (type, f"(v128.bitselect {other} {self.plain('v128')} {value})"),
            (type, f"(select {operands[0]} {operands[1]} {self.condition()})"),
            *[(type, f"(i8x16.shuffle {order} {operands[0]} {operands[1]})")] * 2,
            *[(type, f"(i8x16.shuffle {one} {value} {value})"),
              (type, f"({other_shape}.splat {resized(extract, shape == 'i64x2', other_shape == 'i64x2')})")] * 3,
            (type, f"(i8x16.swizzle {operands[0]} {operands[1]})"),
            (type, f"({shape}.{self.pick('shl', 'shr_u')} {value} (i32.const {self.pick(0, 4, 8, 16)}))"),
            (type, f"({shape}.{self.pick('abs', 'neg')} {value})"),
            (type, f"(v128.and {value} {self.low_bits()})"), (type, f"({self.pick('i8x16', 'i16x8')}.avgr_u {operands[0]} {operands[1]})"),
            (type, f"({shape}.shr_{self.pick('s', 'u')} ({shape}.shl {value} (i32.const 32)) (i32.const 32))"),
            (type, f"({self.pick('f32x4', 'f64x2')}.{self.pick('abs', 'neg')} {value})"),
            (type, f"(f32x4.convert_i32x4_{self.pick('s', 'u')} {value})"),
            (type, f"({shape}.lt_s {value} (v128.const i64x2 0 0))"),
            (type, f"(i16x8.extend_{self.pick('low', 'high')}_i8x16_{self.pick('s', 'u')} {value})"),
            (type, f"(i64x2.extend_{self.pick('low', 'high')}_i32x4_{self.pick('s', 'u')} {value})"),
            (type, f"(i8x16.narrow_i16x8_s {operands[0]} {operands[1]})"), (type, f"(i32x4.dot_i16x8_s {operands[0]} {operands[1]})"),
            (type, f"(f64x2.promote_low_f32x4 {value})"), (type, f"(f32x4.demote_f64x2_zero {value})"),
            (type, f"(f64x2.convert_low_i32x4_u {value})"), (type, f"({self.pick('i16x8.extmul_low_i8x16_s', 'i64x2.extmul_high_i32x4_u')} {operands[0]} {operands[1]})"), (type, f"(i32x4.trunc_sat_f64x2_s_zero {value})"),
            (type, f"(i32x4.replace_lane {self.random.randrange(4)} {value} (local.get $i32))"),
            ("i64" if shape == "i64x2" else "i32", extract), ("i32", f"({shape}.{self.pick('bitmask', 'all_true')} {value})"),
            ("f32", f"(f32x4.extract_lane 2 {value})"), ("i32", f"(v128.any_true {value})"))

    def use(self, type, value):
        if type in ("i32", "i64"):
            return self.integer(type, value)
        return self.vector(type, value) if type == "v128" else self.floating(type, value)

    def dropping(self, value):
        """What few low lanes or bits of a vector are made into: (type, text)."""
        other = "(local.get $v128)"
        for _ in range(self.pick(1, 1, 2, 2, 3)):
            shape, wide = self.pick("i8x16", "i16x8", "i32x4"), self.pick("f32x4", "f64x2")
            value = self.pick(
                f"(v128.and {value} {self.low_bits()})", f"({shape}.{self.pick('eq', 'lt_s')} {value} {other})",
                f"(select {value} {other} {self.condition()})", f"({self.pick('i8x16', 'i16x8')}.avgr_u {value} {other})",
                f"(i64x2.shr_{self.pick('s', 'u')} (i64x2.shl {value} (i32.const 32)) (i32.const 32))",
                f"({wide}.{self.pick('abs', 'neg')} {value})", f"(f32x4.convert_i32x4_{self.pick('s', 'u')} {value})",
                f"(i32x4.lt_s {value} (v128.const i32x4 0 0 0 0))", f"(i32x4.mul {value} {other})")
        return self.pick(
            ("i32", f"(i32x4.extract_lane 0 {value})"), ("i32", f"(i64x2.bitmask (i64x2.extend_low_i32x4_s {value}))"),
            ("i32", f"(i32.and (i32.const 15) (i16x8.bitmask {value}))"), ("v128", f"(i16x8.extend_low_i8x16_s {value})"),
            ("v128", f"(i32x4.splat (i32x4.extract_lane 0 {value}))"), ("v128", f"(i8x16.splat (i8x16.extract_lane_u 0 {value}))"),
            ("i32", f"(v128.any_true (v128.and {value} (v128.const i32x4 -1 0 0 0)))"),
            ("v128", f"(v128.and {value} (v128.const i32x4 -1 0 0 0))"), ("v128", value))

    def function(self, number):
        """(text, bytes read)"""
        load, type, size = self.pick(*LOADS, *FAVOURITES)
        text = f"({load} (local.get $at){' (local.get $v128)' if '_lane' in load else ''})"
        if type == "v128" and self.random.random() < 0.4:
            type, text = self.dropping(text)
        else:
            for _ in range(self.pick(0, 1, 1, 2, 2, 3, 4, 5)):
                type, text = self.use(type, text)
        end = self.pick("result", "result", "drop", "store")
        body = f"{text}"
        if end == "drop":
            type, body = "i32", f"(drop {text}) (i32.const 1)"
        elif end == "store":
            store = {"i32": "i32.store8", "i64": "i64.store16", "f32": "f32.store", "f64": "f64.store", "v128": "v128.store32_lane"}[type]
            lane = f" {self.pick(0, 0, 2)}" if type == "v128" else ""
            type, body = "i32", f"({store}{lane} (i32.const 16) {text}) (i32.const 1)"
        return (f'(func (export "f{number}") (param $at i32) (param $i32 i32) (param $i64 i64) (param $f32 f32) (param $f64 f64) '
                f"(param $v128 v128) (result {type}) {body})", size)

    def script(self, functions):
        made = [self.function(number) for number in range(functions)]
        lines = ["(module (memory 1 1)", *(text for text, _ in made), ")"]
        for number, (_, size) in enumerate(made):
            for beyond in sorted({1, size // 2 or 1, size}):
                for values in ("(i32.const 1) (i64.const 1) (f32.const 1) (f64.const 1) (v128.const i32x4 1 1 1 1)",
                               "(i32.const 9) (i64.const -1) (f32.const 9) (f64.const 9) (v128.const i32x4 9 0 -9 9)"):
                    lines.append(f'(assert_trap (invoke "f{number}" (i32.const {65536 - size + beyond}) {values}) '
                                 '"out of bounds memory access")')
        return "\n".join(lines) + "\n"


def run(arguments):
    first, last = (int(word) for word in arguments.seeds.split("-"))
    count = failures = 0
    with tempfile.TemporaryDirectory() as work:
        for seed in range(first, last + 1):
            path = pathlib.Path(work) / f"edge{seed}.wast"
            path.write_text(Generator(seed).script(arguments.functions))
            for level in arguments.level or ["2"]:
                command = [arguments.wast_run, "-O", level, "--no-expectations", *arguments.options, path]
                outcome = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
                count += path.read_text().count("assert_trap")
                if outcome.returncode != 0:
                    failures += 1
                    print(f"seed {seed} -O{level}: {outcome.stdout[:500]}{outcome.stderr[:500]}", flush=True)
                    if arguments.failures:
                        arguments.failures.mkdir(parents=True, exist_ok=True)
                        (arguments.failures / path.name).write_bytes(path.read_bytes())
    print(f"{last - first + 1} modules, {count} loads across the end of memory, failed: {failures}")
    return failures


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--wast-run", type=pathlib.Path, required=True)
    parser.add_argument("--seeds", default="1-100")
    parser.add_argument("--functions", type=int, default=100)
    parser.add_argument("--level", action="append", help="2; may be given several times")
    parser.add_argument("--failures", type=pathlib.Path, help="where to keep scripts that fail")
    parser.add_argument("options", nargs="*", metavar="OPTION", help="for wast-run, behind --")
    sys.exit(1 if run(parser.parse_args()) else 0)


if __name__ == "__main__":
    main()
