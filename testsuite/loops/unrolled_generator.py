"""Random loops as compilers unroll them: a body that does the same thing two to eight times, for the
pass that rolls them up again. Some are not quite what they seem: a turn has another constant, operator
or operand, two turns have changed places, or the turns are mixed.

The functions have the shape of loop_generator's, which makes the module around them.
"""

import re

import loop_generator


class Generator(loop_generator.Generator):
    def address(self, base, scale, constant):
        """The index and offset, as a function of the turn: from the counter, or from a pointer that moves."""
        if self.moving:
            return lambda k: f"offset={constant + scale * k} (local.get {base})"
        if self.chance(0.15): # downwards, as compilers write it where the counter is a multiple of the turns
            return lambda k: (f"offset={constant} (i32.add (local.get {base}) (i32.mul (i32.const {scale}) "
                              f"(i32.add (i32.xor (local.get $i) (i32.const {-1 - k})) (i32.const 256))))")
        if self.chance(0.5):
            return lambda k: (f"offset={constant + scale * k} (i32.add (local.get {base}) "
                              f"(i32.mul (local.get $i) (i32.const {scale})))")
        return lambda k: (f"offset={constant} (i32.add (local.get {base}) "
                          f"(i32.mul (i32.add (local.get $i) (i32.const {k})) (i32.const {scale})))")

    def access(self, scale):
        base = self.pick("$a", "$a", "$b", "$c")
        constant = self.pick(0, 0, 0, scale, 2 * scale, 8, 64)
        return self.address(base, scale, constant)

    def loaded(self, scale):
        """An i64, as a function of the turn."""
        at = self.access(scale)
        if scale == 1:
            return lambda k: f"(i64.load8_u {at(k)})"
        if scale == 2:
            return lambda k: f"(i64.load16_s {at(k)})"
        if scale == 4:
            return lambda k: f"(i64.extend_i32_s (i32.load {at(k)}))"
        return lambda k: f"(i64.load {at(k)})"

    def operand(self, scale):
        one = self.loaded(scale)
        number = self.random.randrange(1 << 20)
        index = "(local.get $i)" if not self.moving else "(local.get $a)"
        return self.pick(one, one, one, lambda k: f"(i64.const {number})",
                         lambda k: f"(i64.extend_i32_u (i32.add {index} (i32.const {k * (scale if self.moving else 1)})))")

    def tree(self, operator, operands):
        """In any order, as each turn may have it: InstCombine and Reassociate look at them one by one."""
        if self.chance(0.05): # one too many, or one twice
            operands = [*operands, operands[0]] if self.chance(0.5) else [*operands[:-1], operands[0]]
        operands = self.random.sample(operands, len(operands)) if self.chance(0.8) else operands
        while len(operands) > 1:
            at = 0 if operator == "sub" else self.random.randrange(len(operands) - 1)
            operands[at:at + 2] = [self.combined(operator, *operands[at:at + 2])]
        return operands[0]

    def combined(self, operator, one, two):
        """Minima and maxima are selects; which of them is chosen at each place."""
        if operator != "limit":
            return f"(i64.{operator} {one} {two})"
        self.pair = 1 - self.pair
        one_name, two_name = (("$x1", "$x2"), ("$x3", "$x4"))[self.pair]
        compare = self.pick(*self.limits)
        return (f"(select (local.tee {one_name} {one}) (local.tee {two_name} {two}) "
                f"(i64.{compare} (local.get {one_name}) (local.get {two_name})))")

    def turn(self):
        """A statement, as a function of the turn."""
        scale = self.pick(1, 2, 4, 4, 8, 8, 8) if not self.moving else self.scale
        one, two, at = self.operand(scale), self.operand(scale), self.access(scale)
        operator = self.pick("add", "add", "xor", "mul", "sub", "and")
        store = {1: "i64.store8", 2: "i64.store16", 4: "i64.store32", 8: "i64.store"}[scale]
        more = [one, two, *(self.operand(scale) for _ in range(self.pick(1, 1, 2, 4)))]
        fold = self.pick("add", "xor", "mul", "and", "or", "sub", "sub", "limit")
        self.pair, self.limits = 0, self.pick(["lt_s"], ["lt_s"], ["lt_s", "gt_s"], ["lt_u", "lt_s"])
        if fold == "limit":
            more = more[:3]
        return self.pick(
            lambda k: f"({store} {at(k)} {self.tree(fold, [each(k) for each in more])})",
            lambda k: f"({store} {at(k)} (i64.sub {self.tree(fold, [each(k) for each in more])} {one(k)}))",
            lambda k: f"({store} {at(k)} (i64.{operator} {one(k)} {two(k)}))",
            lambda k: f"({store} {at(k)} (i64.{operator} {one(k)} {two(k)}))",
            lambda k: f"({store} {at(k)} {one(k)})",
            lambda k: (f"(f32.store {at(k)} (f32.add (f32.convert_i64_s {one(k)}) (f32.convert_i64_s {two(k)})))"
                       if scale == 4 else f"({store} {at(k)} (i64.shr_u {one(k)} (i64.const 3)))"),
            lambda k: f"(local.set $acc (i64.{self.fold} (local.get $acc) {one(k)}))",
            lambda k: f"(local.set $acc (i64.{self.fold} {one(k)} (local.get $acc)))",
            lambda k: f"(local.set $acc (i64.add (i64.mul (local.get $acc) (i64.const 31)) {one(k)}))",
            lambda k: f"({store} {at(k)} (i64.{operator} (local.get $t) {one(k)})) (local.set $t {one(k)})",
            self.under_condition(scale, store, one, two, at),
            self.handed_on(scale, store, one, two, at))

    def under_condition(self, scale, store, one, two, at):
        """A store in some turns only: of what is larger than what is there, say."""
        there = {1: "i64.load8_u", 2: "i64.load16_s", 4: "i64.load32_s", 8: "i64.load"}[scale]
        compare, value = self.pick("lt_s", "gt_u", "ne"), self.pick(one, two, lambda k: "(local.get $x0)")
        other = self.pick(two, lambda k: f"({there} {at(k)})", lambda k: "(i64.const 40)")
        return lambda k: (f"(local.set $x0 {one(k)}) (if (i64.{compare} (local.get $x0) {other(k)}) "
                          f"(then ({store} {at(k)} {value(k)})))")

    def handed_on(self, scale, store, one, two, at):
        """What is computed of two loads is computed again in the next turn, of what was handed on, or is not."""
        mask = self.pick(255, 255, 65535, -1)
        self.pair, self.limits = 0, self.pick(["lt_s"], ["gt_u"], ["gt_s"])
        fold = self.pick("limit", "limit", "add", "xor")
        masked = lambda value: f"(i64.and {value} (i64.const {mask}))"
        return lambda k: (f"(local.set $x0 {self.combined(fold, masked(one(k)), masked(two(k)))}) "
                          f"({store} {at(k)} {self.combined(fold, masked('(local.get $t)'), '(local.get $x0)')}) "
                          f"(local.set $t (local.get $x0))")

    def with_another_operand(self, factor):
        """All turns square a value, but one multiplies it by another."""
        scale = self.scale if self.moving else 8
        at, one, two, odd = self.access(scale), self.loaded(scale), self.loaded(scale), self.random.randrange(factor)
        store = "i64.store8" if scale == 1 else "i64.store32"
        turns = []
        for k in range(factor):
            other = two(k) if k == odd else "(local.get $x0)"
            product = self.pick(f"(i64.mul (local.get $x0) {other})", f"(i64.mul {other} (local.get $x0))")
            turns.append([f"(local.set $x0 {one(k)}) ({store} {at(k)} {product})"])
        return turns

    def loads_first(self, factor):
        """Where an address of a turn is one that an earlier turn stores to, this is something else than the turns in order."""
        scale = self.scale if self.moving else 8
        base, constant = self.pick("$a", "$b"), self.pick(-2, -1, 0, 1, 1, 2) + 2
        at, loaded = self.address(base, scale, 2 * scale), self.address(base, scale, constant * scale + self.pick(0, 0, scale // 2))
        load, store = ("i64.load8_u", "i64.store8") if scale == 1 else ("i64.load32_u", "i64.store32") if scale == 4 else (
            "i64.load", "i64.store")
        first = [[f"(local.set $x{k} ({load} {loaded(k)}))"] for k in range(factor)]
        return first + [[f"({store} {at(k)} (i64.add (local.get $x{k}) (i64.const 3)))"] for k in range(factor)]

    def narrow_counter(self, factor):
        """A 32-bit number that wraps in the last turn, extended before and after the turn's constant is added."""
        step, self.iterations = self.pick(1, 4, 7), self.pick(24, 40)
        self.first = (-step - step * factor * (self.iterations - 1)) % 2**32
        one, two = self.address("$a", 8, 0), self.address("$b", 8, 16)
        turns = []
        for k in range(factor):
            inside = f"(i64.extend_i32_u (i32.add (local.get $u) (i32.const {k * step})))"
            outside = f"(i64.add (local.get $x0) (i64.const {k * step}))"
            turns.append([f"(local.set $x0 (i64.extend_i32_u (local.get $u))) (i64.store {one(k)} {inside if k else '(local.get $x0)'})"
                          f"(i64.store {two(k)} {outside if k else '(local.get $x0)'})"])
        return [*turns, [self.add("$u", factor * step)]]

    def body(self, factor):
        roll = self.random.random()
        if roll > 0.95 and (self.scale == 8 or not self.moving):
            return " ".join(text for turn in self.narrow_counter(factor) for text in turn)
        turns = (self.loads_first(factor) if roll < 0.1 else self.with_another_operand(factor) if roll < 0.15
                 else self.turns(factor))
        return " ".join(text for turn in turns for text in turn)

    def turns(self, factor):
        statements = [self.turn() for _ in range(self.pick(1, 1, 1, 2, 2, 3))]
        turns = [[statement(k) for statement in statements] for k in range(factor)]
        roll = self.random.random()
        if roll < 0.1:
            turns[0], turns[-1] = turns[-1], turns[0]
        elif roll < 0.2:  # all first statements, then all second ones
            turns = list(zip(*turns))
        elif roll < 0.25:
            turns[self.random.randrange(factor)] = [statement(self.pick(0, 1, factor)) for statement in statements]
        elif roll < 0.35:
            odd = self.random.randrange(factor)
            other = {"add": "sub", "sub": "add", "xor": "add", "mul": "xor", "and": "xor"}
            turns[odd] = [re.sub(r"i64\.(add|sub|xor|mul|and)\b", lambda match: "i64." + other[match[1]], text)
                          for text in turns[odd]]
        return turns

    def loop(self):
        factor, loop = self.pick(2, 3, 3, 4, 4, 5, 8), self.label()
        self.first, self.iterations = 0, None
        self.moving, self.scale, self.fold = self.chance(0.5), self.pick(1, 4, 8, 8), self.pick("add", "add", "xor", "and")
        body = self.body(factor)
        if self.moving:
            body += " ".join(self.add(base, factor * self.scale) for base in ("$a", "$b", "$c"))
        limit = f"(i32.mul (i32.and (local.get {self.pick('$n', '$m')}) (i32.const 255)) (i32.const {factor}))"
        if self.iterations:
            limit = f"(i32.const {self.iterations * factor})"
        compare = self.pick("lt_u", "lt_s", "ne") if self.chance(0.7) else "lt_u"
        return (f"(local.set $u (i32.const {self.first})) (local.set $e {limit}) (if (local.get $e) (then (local.set $i (i32.const 0)) (loop {loop} {body} "
                f"{self.add('$i', factor)} (br_if {loop} (i32.{compare} (local.get $i) (local.get $e))))))"
                " (global.set $g (i32.add (global.get $g) (local.get $i)))")

    def function(self, number):
        body = "\n  ".join(self.loop() for _ in range(self.pick(1, 1, 2)))
        return (f'(func (export "f{number}") (param $a i32) (param $b i32) (param $c i32) (param $n i32) '
                "(param $m i32) (param $s i32) (result i64) (local $i i32) "
                "(local $e i32) (local $u i32) (local $acc i64) (local $t i64) "
                f"{' '.join(f'(local $x{k} i64)' for k in range(8))}\n  {body}\n  (i64.add (local.get $acc) (local.get $t)))")
