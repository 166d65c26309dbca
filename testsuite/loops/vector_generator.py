"""Random loops over vectors of 128 bits, for the pass that does several turns of them at once: elementwise
operators, shuffles, accesses that lie apart, side by side or across each other, by constants and by what
only a call knows, one to four vectors per iteration; sums over iterations, vectors that count, and vectors
that one iteration leaves to the next. Some do what cannot be done at once.

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
        return lambda turn: f"offset={constant + self.step * turn} {index}"

    def operand(self, shape):
        """As a function of the turn."""
        at = self.access()
        integer = shape.replace("f", "i")
        wide = "i64.extend_i32_s " if integer == "i64x2" else ""
        number = self.random.randrange(256)
        # Half a vector every 16 bytes: the lanes of consecutive turns do not lie side by side.
        half = {"i16x8": "load8x8_u", "i32x4": "load16x4_s", "i64x2": "load32x2_u"}.get(shape, "load")
        bits, lane = self.pick(8, 16, 32, 64), self.random.randrange(2)
        return self.pick(*[lambda k: f"(v128.load {at(k)})"] * 5,
                         lambda k: f"(v128.load{self.zero} {at(k)})",
                         lambda k: f"(v128.load{bits}_splat {at(k)})",
                         lambda k: "(v128.load{}_lane {} {} {} (v128.const i32x4 1 2 3 4))".format(bits, at(k).split(" ", 1)[0], lane, at(k).split(" ", 1)[1]),
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
            *[lambda k: self.moved(shape, one(k), two(k))] * 3,
            *[lambda k: self.by_lanes(shape, one(k), two(k))] * 3)

    def by_lanes(self, shape, one, two):
        """Instructions for which machines have some of their own, and lanes taken and put one by one."""
        lanes = 16 // SHAPES[shape]
        narrow = {"i8x16": "i16x8", "i16x8": "i32x4"}
        sign = self.pick("s", "u")
        choices = [f"({shape}.replace_lane {self.lane % lanes} {one} ({shape}.extract_lane{'_' + sign if lanes > 4 else ''} "
                   f"{self.other_lane % lanes} {two}))"] * 3
        if shape in narrow:
            choices += [f"({shape}.narrow_{narrow[shape]}_{sign} {one} {two})"] * 3
        if shape == "i8x16":
            choices.append(f"(i8x16.swizzle {one} {two})")
        if shape == "i16x8":
            choices += [f"(i16x8.q15mulr_sat_s {one} {two})", f"(i16x8.extadd_pairwise_i8x16_{sign} {one})"]
        if shape == "i64x2":
            choices.append(f"(f64x2.{self.pick('pmin', 'pmax')} {one} {two})")
        if shape == "i32x4":
            choices.append(f"(i32x4.trunc_sat_f32x4_{sign} (f32x4.{self.pick('pmin', 'pmax')} {one} {two}))")
        return self.pick(*choices)

    def moved(self, shape, one, two):
        """Lanes that change places or become others."""
        order = " ".join(str(self.random.randrange(32)) for _ in range(16)) if self.chance(0.5) else \
            "12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27"
        wider = {"i16x8": "i8x16", "i32x4": "i16x8", "i64x2": "i32x4"}
        if shape in wider and self.chance(0.6):
            sign, part = self.pick("s", "u"), self.pick("low", "high")
            if shape == "i32x4" and self.chance(0.3):
                return f"(i32x4.dot_i16x8_s {one} {two})"
            operator = self.pick("extend", "extmul")
            operands = one if operator == "extend" else f"{one} {two}"
            return f"({shape}.{operator}_{part}_{wider[shape]}_{sign} {operands})"
        return f"(i8x16.shuffle {order} {one} {two})"

    def carried(self, shape):
        """A statement about what one turn leaves to the next; as a function of the turn."""
        one, two = self.operand(shape), self.value(shape)
        integer = shape.replace("f", "i")
        name = self.pick("$v", "$w")
        operators = ["add", "add", *(["min_s", "max_u"] if integer != "i64x2" else [])]
        operator = self.pick(*[f"{integer}.{each}" for each in operators], "v128.and", "v128.or", "v128.xor")
        count = self.pick(f"({integer}.splat ({'i64' if integer == 'i64x2' else 'i32'}.const {self.pick(1, 3, 200)}))",
                          "(v128.const i32x4 1 2 3 4)")
        at, from_ = self.access(), self.access()
        load = lambda k: f"(v128.load {from_(k)})"
        other = operator
        if self.chance(0.1): # no sum
            operator = f"{integer}.sub"
        elif self.chance(0.3): # and no sum, either
            other = self.pick(*[f"{integer}.{each}" for each in operators], "v128.and", "v128.or")
        return self.pick(
            *[lambda k: f"(local.set {name} ({operator} (local.get {name}) {two(k)}))"] * 3,
            *[lambda k: f"(local.set {name} ({operator} {two(k)} ({other} (local.get {name}) {one(k)})))"] * 2,
            *[lambda k: (f"(local.set {name} ({operator} (local.get {name}) {two(k)})) "
                         f"(v128.store {at(k)} (v128.xor (local.get {name}) {one(k)}))")] * 2,
            # A turn that looks ahead at the next one's sum.
            lambda k: (f"(local.set {name} ({operator} (local.get {name}) {load(k)})) "
                       f"(v128.store {at(k)} ({operator} (local.get {name}) {load(k + 1)}))"),
            lambda k: f"(local.set {name} ({integer}.add (local.get {name}) {count}))",
            lambda k: (f"(local.set {name} ({integer}.min_s ({integer}.max_s (local.get {name}) {one(k)}) {two(k)}))"
                       if integer != "i64x2" else f"(local.set {name} {one(k)})"),
            lambda k: f"(v128.store {at(k)} ({integer}.add (local.get $q) {two(k)})) (local.set $q ({integer}.add (local.get $q) {count}))",
            *[lambda k: (f"(local.set $x {load(k)}) (v128.store {at(k)} {self.moved(shape, '(local.get $p)', '(local.get $x)')})"
                         " (local.set $p (local.get $x))")] * 3,
            lambda k: f"(v128.store {at(k)} (v128.xor (local.get $p) {one(k)})) (local.set $p {load(k)})",
            lambda k: f"(v128.store {at(k)} ({integer}.add (local.get {name}) {one(k)}))")

    def turn(self):
        if self.chance(self.handing):
            return self.carried(self.shape)
        value = self.value(self.shape)
        at = self.access()
        if self.chance(0.2):
            bits = self.pick(32, 64)
            lane = self.random.randrange(128 // bits)
            if self.step == 16 and not self.moving and self.chance(0.7): # side by side
                part = 4 if bits == 32 else 2
                index = f"(i32.add (local.get {self.pick('$a', '$b', '$c')}) (i32.shr_u (local.get $i) (i32.const {part // 2})))"
                return lambda k: f"(v128.store{bits}_lane offset={64 + 16 // part * k} {lane} {index} {value(k)})"
            return lambda k: "(v128.store{}_lane {} {} {} {})".format(bits, at(k).split(" ", 1)[0], lane, at(k).split(" ", 1)[1], value(k))
        return lambda k: f"(v128.store {at(k)} {value(k)})"

    def loop(self):
        factor, label = self.pick(1, 1, 1, 2, 2, 3, 4), self.label()
        self.step = self.pick(16, 16, 16, 16, 8, 32) # 8: what two turns in a row access overlaps
        self.zero, self.lane, self.other_lane = self.pick("32_zero", "64_zero"), self.random.randrange(16), self.random.randrange(16)
        self.moving, self.handing, self.shape = self.chance(0.5), self.pick(0, 0, 0.5, 1), self.pick(*SHAPES)
        statements = [self.turn() for _ in range(self.pick(1, 1, 1, 2))]
        body = " ".join(statement(k) for k in range(factor) for statement in statements)
        if self.moving:
            body += " ".join(self.add(base, factor * self.step) for base in ("$a", "$b", "$c"))
        near = "(local.set $b (i32.add (local.get $a) (i32.and (local.get $m) (i32.const 63))))" if self.chance(0.5) else ""
        limit = f"(i32.mul (i32.and (local.get {self.pick('$n', '$m')}) (i32.const 255)) (i32.const {self.step * factor}))"
        compare = self.pick("lt_u", "ne")
        for name in ("$v", "$w", "$p", "$q"):
            near += f" (local.set {name} (i32x4.splat (local.get {self.pick('$n', '$m', '$s')})))" if self.chance(0.7) else ""
        return (f"{near} (local.set $e {limit}) (if (local.get $e) (then (local.set $i (i32.const 0)) (loop {label} {body} "
                f"{self.add('$i', self.step * factor)} (br_if {label} (i32.{compare} (local.get $i) (local.get $e))))))"
                " (global.set $g (i32.add (global.get $g) (local.get $i)))")

    def function(self, number):
        body = "\n  ".join(self.loop() for _ in range(self.pick(1, 1, 2)))
        left = "(i64x2.add (local.get $v) (i64x2.add (local.get $w) (v128.xor (local.get $p) (local.get $q))))"
        return (f'(func (export "f{number}") (param $a i32) (param $b i32) (param $c i32) (param $n i32) '
                "(param $m i32) (param $s i32) (result i64) (local $i i32) (local $e i32) (local $v v128) (local $w v128)"
                f" (local $p v128) (local $q v128) (local $x v128)\n  {body}"
                f"\n  (local.set $v {left}) (i64.xor (i64x2.extract_lane 0 (local.get $v)) (i64x2.extract_lane 1 (local.get $v))))")
