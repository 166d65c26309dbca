"""Random loops over vectors of 128 bits, for the pass that takes them apart into lanes: elementwise
operators, accesses that lie apart, side by side or across each other, by constants and by what only a
call knows, one to three vectors per iteration. Some do what no lane can do by itself.

The functions have the shape of loop_generator's, which makes the module around them.
"""

import loop_generator

# By the number of lanes.
SHAPES = {"i8x16": 1, "i16x8": 2, "i32x4": 4, "i64x2": 8, "f32x4": 4, "f64x2": 8}
INTEGER = {
    "i8x16": ["add", "sub", "add_sat_s", "sub_sat_u", "min_u", "max_s", "avgr_u"],
    "i16x8": ["add", "sub", "mul", "add_sat_u", "sub_sat_s", "min_s", "max_u"],
    "i32x4": ["add", "sub", "mul", "min_s", "max_u"],
    "i64x2": ["add", "sub", "mul"],
}
UNARY = {"i8x16": ["neg", "abs", "popcnt"], "i16x8": ["neg", "abs"], "i32x4": ["neg", "abs"], "i64x2": ["neg", "abs"]}


class Generator(loop_generator.Generator):
    def access(self):
        """An offset and an index, as a function of the turn."""
        base, constant = self.pick("$a", "$a", "$b", "$c"), self.pick(0, 0, 0, 4, 8, 12, 16, 16, 20, 32, 1)
        index = f"(local.get {base})" if self.moving else f"(i32.add (local.get {base}) (local.get $i))"
        return lambda turn: f"offset={constant + 16 * turn} {index}"

    def operand(self, shape):
        """As a function of the turn."""
        at = self.access()
        integer = shape.replace("f", "i")
        wide = "i64.extend_i32_s " if integer == "i64x2" else ""
        number = self.random.randrange(256)
        # Half a vector every 16 bytes: the lanes of consecutive turns do not lie side by side.
        half = {"i16x8": "load8x8_u", "i32x4": "load16x4_s", "i64x2": "load32x2_u"}.get(shape, "load")
        return self.pick(*[lambda k: f"(v128.load {at(k)})"] * 5,
                         lambda k: f"(v128.{half} {at(k)})",
                         lambda k: f"({integer}.splat ({wide}(local.get $m)))" if wide else f"({integer}.splat (local.get $m))",
                         lambda k: f"({integer}.splat ({'i64' if wide else 'i32'}.const {number}))")

    def floating(self, shape, one, two):
        if shape == "f64x2":
            return None
        operator = self.pick("add", "sub", "mul", "min", "max")
        return lambda k: (f"(f32x4.{operator} (f32x4.convert_i32x4_s {one(k)}) (f32x4.convert_i32x4_s {two(k)}))")

    def value(self, shape):
        one, two, three = self.operand(shape), self.operand(shape), self.operand(shape)
        if shape not in INTEGER:
            return self.floating(shape, one, two) or one
        operator, unary = self.pick(*INTEGER[shape]), self.pick(*UNARY[shape])
        shift = self.pick("shl", "shr_s", "shr_u")
        compare = self.pick("eq", "lt_s", "gt_s")
        return self.pick(
            *[lambda k: f"({shape}.{operator} {one(k)} {two(k)})"] * 5,
            lambda k: f"({shape}.{operator} {one(k)} ({shape}.{unary} {two(k)}))",
            lambda k: f"({shape}.{shift} {one(k)} (local.get $s))",
            lambda k: f"(v128.bitselect {one(k)} {two(k)} ({shape}.{compare} {one(k)} {three(k)}))",
            lambda k: f"(v128.{'xor' if operator == 'add' else 'and'} {one(k)} {two(k)})",
            one,
            # Lanes that change places, and sums over iterations.
            lambda k: (f"(i8x16.shuffle 1 0 3 2 5 4 7 6 9 8 11 10 13 12 15 14 {one(k)} {two(k)})"
                       if self.odd else f"({shape}.{operator} {two(k)} {one(k)})"),
            lambda k: (f"(local.tee $v ({shape}.add (local.get $v) {one(k)}))"
                       if self.odd else f"({shape}.{operator} {one(k)} {one(k)})"))

    def turn(self):
        value = self.value(self.shape)
        at = self.access()
        return lambda k: f"(v128.store {at(k)} {value(k)})"

    def loop(self):
        factor, label = self.pick(1, 1, 1, 2, 2, 3), self.label()
        self.moving, self.odd, self.shape = self.chance(0.5), self.chance(0.15), self.pick(*SHAPES)
        statements = [self.turn() for _ in range(self.pick(1, 1, 1, 2))]
        body = " ".join(statement(k) for k in range(factor) for statement in statements)
        if self.moving:
            body += " ".join(self.add(base, factor * 16) for base in ("$a", "$b", "$c"))
        near = "(local.set $b (i32.add (local.get $a) (i32.and (local.get $m) (i32.const 63))))" if self.chance(0.5) else ""
        limit = f"(i32.mul (i32.and (local.get {self.pick('$n', '$m')}) (i32.const 255)) (i32.const {16 * factor}))"
        compare = self.pick("lt_u", "ne")
        return (f"{near} (local.set $e {limit}) (if (local.get $e) (then (local.set $i (i32.const 0)) (loop {label} {body} "
                f"{self.add('$i', 16 * factor)} (br_if {label} (i32.{compare} (local.get $i) (local.get $e))))))"
                " (global.set $g (i32.add (global.get $g) (local.get $i)))")

    def function(self, number):
        body = "\n  ".join(self.loop() for _ in range(self.pick(1, 1, 2)))
        return (f'(func (export "f{number}") (param $a i32) (param $b i32) (param $c i32) (param $n i32) '
                "(param $m i32) (param $s i32) (result i64) (local $i i32) (local $e i32) (local $v v128)"
                f"\n  {body}\n  (i64x2.extract_lane 0 (local.get $v)))")
