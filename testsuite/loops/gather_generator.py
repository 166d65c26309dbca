"""Random loops over vectors whose lanes are loaded one by one, every third element of an array say, at indices
that are kept in vectors: what clang makes of pixels and of arrays of structures. Operators on the lanes, wider
ones for a while, packed again; some lanes are not like the others, and then it is no loop over elements.

The functions have the shape of vector_generator's, which makes the module around them.
"""

import loop_generator

COUNTERS = ("$v", "$w", "$p", "$q") # four indices each
OPERATORS = {8: ["i8x16.add", "i8x16.sub", "i8x16.min_u", "i8x16.max_s", "v128.xor", "i8x16.avgr_u", "i8x16.add_sat_u"],
             16: ["i16x8.add", "i16x8.sub", "i16x8.mul", "i16x8.min_s", "v128.and", "i16x8.sub_sat_s"],
             32: ["i32x4.add", "i32x4.sub", "i32x4.mul", "i32x4.max_u", "v128.or"], # floats: below
             "float": ["f32x4.add", "f32x4.mul", "f32x4.min"]}
SPLATS = {8: "i8x16", 16: "i16x8", 32: "i32x4"}


class Generator(loop_generator.Generator):
    def index(self, lane, stride, base):
        counter = f"(local.get {COUNTERS[lane // 4]})"
        if stride != 1:
            counter = f"(i32x4.{'shl' if stride == 4 and self.shifts else 'mul'} {counter} " \
                      f"{'(i32.const 2)' if stride == 4 and self.shifts else f'(i32x4.splat (i32.const {stride}))'})"
        return f"(i32.add (i32x4.extract_lane {lane % 4} {counter}) (local.get {base}))"

    def gather(self, bits, lanes, first=0):
        """Lanes from `first` on of what the loop counts, in the first lanes of a vector."""
        stride, base = self.pick(3, 3, 3, 4, 5, 1, 2, -1, -3), self.pick("$a", "$a", "$b")
        offset, odd = self.pick(0, 1, 2, 4, 40), self.random.randrange(lanes) if self.chance(0.06) else None
        stride *= bits // 8
        at = [f"offset={offset + (odd == k)} {self.index(first + k, stride, base)}" for k in range(lanes)]
        vector = f"(v128.load{bits}_splat {at[0]})"
        for k in range(1, lanes):
            place, address = at[k].split(" ", 1)
            vector = f"(v128.load{bits}_lane {place} {k} {address} {vector})"
        return vector

    def row(self, bits, lanes, first=0):
        """A whole vector of elements side by side; fewer lanes than it has are gathered."""
        if lanes * bits < 128:
            return self.gather(bits, lanes, first)
        return (f"(v128.load offset={self.pick(0, 64) + first * bits // 8} (i32.add (local.get {self.pick('$a', '$b', '$c')}) "
                f"(i32.mul (local.get $i) (i32.const {bits // 8}))))")

    def constant(self, bits):
        if self.chance(0.1): # not the same in each lane
            return "(v128.const i32x4 1 2 3 4)"
        return f"({SPLATS[bits]}.splat (i32.const {self.random.randrange(1 << bits - 1)}))"

    def value(self, bits, lanes, first=0, depth=2):
        if depth == 0 or self.chance(0.2):
            return self.pick(self.gather, self.gather, self.row, lambda b, *_: self.constant(b))(bits, lanes, first)
        one, two = (self.value(bits, lanes, first, depth - 1) for _ in range(2))
        choices = [f"({self.pick(*OPERATORS[bits])} {one} {two})"] * 4
        choices.append(f"({SPLATS[bits]}.{self.pick('shl', 'shr_s', 'shr_u')} {one} (i32.const {self.random.randrange(bits)}))")
        if bits == 32: # no NaN: which of two is the result's is nobody's business
            one, two = f"(f32x4.convert_i32x4_s {one})", f"(f32x4.convert_i32x4_u {two})"
            choices += [f"({self.pick(*OPERATORS['float'])} {one} {two})"] * 2
        choices.append(f"(v128.bitselect {one} {two} ({SPLATS[bits]}.{self.pick('eq', 'lt_s', 'gt_u')} {two} {one}))")
        return self.pick(*choices)

    def wide_value(self, lanes):
        """Bytes that are numbers of 16 bits for a while."""
        def half(part):
            one, two = (f"(i16x8.extend_low_i8x16_u {self.gather(8, 8, 8 * part)})" for _ in range(2))
            weight = f"(i16x8.splat (i32.const {self.pick(66, 129, 25, 1000)}))"
            return f"(i16x8.shr_u (i16x8.add (i16x8.mul {one} {weight}) (i16x8.mul {two} (i16x8.splat (i32.const 31)))) (i32.const {self.pick(8, 8, 4)}))"
        state = self.random.getstate()
        low = half(0)
        self.random.setstate(state) # the other half is like it, most of the time
        if self.chance(0.9):
            self.random.setstate(state)
        high = half(1) if lanes == 16 else low
        return f"(i8x16.narrow_i16x8_{'u' if self.packs_unsigned else 's'} {low} {high})"

    def statement(self, bits, lanes):
        value = self.wide_value(lanes) if bits == 8 and lanes >= 8 and self.chance(0.6) else self.value(bits, lanes)
        size = bits * lanes
        store = "v128.store" if size == 128 else f"v128.store{size}_lane"
        where = f"(i32.add (local.get {self.pick('$c', '$c', '$b')}) (i32.mul (local.get $i) (i32.const {bits // 8})))"
        return f"({store} offset={self.pick(0, 0, 16, 4096)} {'' if size == 128 else '0 '}{where} {value})"

    def loop(self):
        bits, lanes = self.pick((8, 4), (8, 8), (8, 8), (8, 16), (16, 4), (16, 8), (32, 4), (32, 4))
        self.shifts, self.packs_unsigned, label = self.chance(0.5), self.chance(0.7), self.label()
        body = " ".join(self.statement(bits, lanes) for _ in range(self.pick(1, 1, 1, 2)))
        start = f"(local.set $i (i32.const 0)) (local.set $e (i32.mul (i32.and (local.get $n) (i32.const 63)) (i32.const {lanes})))"
        if self.chance(0.7): # apart
            start += " (local.set $c (i32.add (i32.and (local.get $a) (i32.const 16383)) (i32.const 40000)))"
        count = ""
        for k in range(0, lanes, 4):
            first = k + (1 if self.chance(0.05) else 0)
            start += f" (local.set {COUNTERS[k // 4]} (v128.const i32x4 {first} {k + 1} {k + 2} {k + 3}))"
            count += f" (local.set {COUNTERS[k // 4]} (i32x4.add (local.get {COUNTERS[k // 4]}) (i32x4.splat (i32.const {lanes}))))"
        return (f"{start} (if (local.get $e) (then (loop {label} {body}{count} {self.add('$i', lanes)} "
                f"(br_if {label} (i32.ne (local.get $i) (local.get $e)))))) (global.set $g (i32.add (global.get $g) (local.get $i)))")

    def function(self, number):
        body = "\n  ".join(self.loop() for _ in range(self.pick(1, 1, 2)))
        return (f'(func (export "f{number}") (param $a i32) (param $b i32) (param $c i32) (param $n i32) '
                "(param $m i32) (param $s i32) (result i64) (local $i i32) (local $e i32) (local $v v128) (local $w v128)"
                f" (local $p v128) (local $q v128)\n  {body}\n  (i64.extend_i32_u (local.get $i)))")
