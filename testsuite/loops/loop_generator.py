"""Random functions that loop over memory in all the ways that loop versioning cares about.

Every function f0, f1, ... takes three indices $a $b $c, two counts $n $m and a step $s, all i32, and
returns an i64 that depends on what it has loaded. Loops count up, down, by steps, by pointers, to a
pointer, from below zero; they nest, also so that the inner count depends on the outer one; bodies
load, store, set a global, copy and fill, divide, leave early, and do all that under conditions. The memory is
an ordinary one, or there are two, or it has 64-bit indices, or pages of one byte.
"""

import random

MEMORIES = {
    "plain": '(memory $memory (export "memory") 2 2)',
    "two": '(memory $memory (export "memory") 2 2) (memory $other (export "other") 2 2)',
    "wide": '(memory $memory (export "memory") i64 2 2)',
    "bytes": '(memory $memory (export "memory") 131072 131072 (pagesize 1))',
}


class Generator:
    def __init__(self, seed, memories="plain"):
        self.random = random.Random(seed)
        self.labels = 0
        self.memories = memories

    def pick(self, *choices):
        return self.random.choice(choices)

    def chance(self, probability):
        return self.random.random() < probability

    def label(self):
        self.labels += 1
        return f"$L{self.labels}"

    # Addresses.

    def offset(self):
        value = self.pick(*[0] * 10, *[self.random.randrange(64)] * 8, 6000, 9000, 65536, 65520, 131072 - 80,
                          131072 - 200, *([2**32 - 1, 2**32 - 64, 2**31, 131071] if self.chance(0.1) else [0]))
        if self.memories == "wide" and self.chance(0.03):
            value = self.pick(2**63, 2**64 - 16, 2**40)
        memory = " $other" if self.memories == "two" and self.chance(0.15) else ""
        return memory + (f" offset={value}" if value else "")

    def at(self, index):
        """An i32 as an index."""
        if self.memories != "wide":
            return index
        return f"({self.pick('i64.extend_i32_u', 'i64.extend_i32_u', 'i64.extend_i32_s')} {index})"

    def index(self, counters):
        if self.memories == "wide" and self.chance(0.5):
            return self.wide_index(counters)
        return self.at(self.narrow_index(counters))

    def wide_index(self, counters):
        """Without any i32 arithmetic."""
        text = f"(i64.extend_i32_u (local.get {self.pick('$a', '$a', '$b', '$c')}))"
        if self.chance(0.1):
            text = "(local.get $t)"
        for counter in counters[:self.pick(1, 1, 2)]:
            factor = self.pick(1, 2, 4, 8, 8, 16, 24, 64, -1, -4, -8, "s", 1 << 40)
            factor = "(i64.extend_i32_s (local.get $s))" if factor == "s" else f"(i64.const {factor})"
            text = f"(i64.add {text} (i64.mul (i64.extend_i32_u (local.get {counter})) {factor}))"
        if self.chance(0.1):
            text = f"(i64.add {text} (i64.extend_i32_{self.pick('u', 's')} {self.small()}))"
        constant = self.pick(0, 0, 0, 1, 8, -8, 32, -64, 1 << 35, -(1 << 62))
        return f"(i64.add {text} (i64.const {constant}))" if constant else text

    def small(self):
        """A place in a table: whatever value the loop has, made small, also below zero."""
        value = f"(i32.wrap_i64 (local.get {self.pick('$acc', '$t')}))"
        return self.pick(f"(i32.and {value} (i32.const {self.pick(7, 63, 1023, 28, 5)}))",
                         f"(i32.rem_u {value} (i32.const {self.pick(3, 100)}))",
                         f"(i32.shl (i32.and {value} (i32.const 255)) (i32.const {self.pick(1, 2, 3)}))",
                         f"(i32.shr_u {value} (i32.const 24))", f"(i32.extend8_s {value})",
                         f"(i32.rem_s {value} (i32.const 50))")

    def narrow_index(self, counters):
        text = f"(local.get {self.pick('$a', '$a', '$b', '$c')})"
        if self.chance(0.12):
            text = f"(i32.add {text} {self.small()})" if self.chance(0.8) else self.small()
        step = self.pick(0, 1, 1, 2, 4, 4, 8, 8, 8, 16, 16, 3, 12, 24, 40, -1, -4, -8, -16, -3, "s")
        if step:
            counter = self.pick(*counters)
            factor = "(local.get $s)" if step == "s" else f"(i32.const {step})"
            text = f"(i32.add {text} (i32.mul (local.get {counter}) {factor}))"
            others = [other for other in counters if other != counter]
            if others and self.chance(0.8):
                row = self.pick(8, 16, 32, 64, 128, -32, -64, 4)
                text = f"(i32.add {text} (i32.mul (local.get {others[0]}) (i32.const {row})))"
        constant = self.pick(0, 0, 0, 1, 4, 8, -4, -8, 16, -16, 32, -64)
        return f"(i32.add {text} (i32.const {constant}))" if constant else text

    def load(self, counters):
        at = f"{self.offset()} {self.index(counters)}"
        return self.pick(f"(i64.load8_u{at})", f"(i64.load16_s{at})", f"(i64.extend_i32_u (i32.load{at}))",
                         f"(i64.extend_i32_u (i32.load{at}))", f"(i64.load{at})", f"(i64.load{at})",
                         f"(i64.reinterpret_f64 (f64.load{at}))", f"(i64x2.extract_lane 1 (v128.load{at}))",
                         f"(i64.load8_s{at})")

    def value(self, counters):
        return self.pick("(local.get $acc)", "(local.get $acc)", f"(i64.const {self.random.randrange(1 << 40)})",
                         f"(i64.extend_i32_u (local.get {self.pick(*counters)}))",
                         "(i64.add (local.get $t) (i64.const 7))", "(local.get $t)",
                         "(i64.extend_i32_u (global.get $g))")

    def store(self, counters):
        at, value = f"{self.offset()} {self.index(counters)}", self.value(counters)
        return self.pick(f"(i64.store8{at} {value})", f"(i64.store16{at} {value})", f"(i64.store32{at} {value})",
                         f"(i64.store32{at} {value})", f"(i64.store{at} {value})", f"(i64.store{at} {value})",
                         f"(v128.store{at} (i64x2.splat {value}))")

    # Statements.

    def bulk(self, counters):
        length = self.pick("(i32.const 8)", "(i32.const 24)", "(i32.and (local.get $s) (i32.const 15))")
        if self.memories == "wide":
            length = f"(i64.extend_i32_u {length})"
        if self.chance(0.5):
            return f"(memory.fill {self.index(counters)} (i32.const 90) {length})"
        return f"(memory.copy {self.index(counters)} {self.index(counters)} {length})"

    def leave(self, counters):
        condition = f"(i32.eq (local.get {counters[0]}) (i32.const {self.pick(3, 9, 30, 63)}))"
        return self.pick(
            f"(if {condition} (then unreachable))", f"(if {condition} (then (return (local.get $acc))))",
            "(local.set $acc (i64.div_u (local.get $acc) (i64.add (local.get $t) (i64.const 1))))",
            f"(if (i64.eq {self.load(counters)} (i64.const 65)) (then (return (i64.const 5))))")

    def statement(self, counters, nested=False):
        roll = self.random.random()
        if roll < 0.30:
            old = self.pick("(local.get $acc)", "(i64.mul (local.get $acc) (i64.const 31))")
            return f"(local.set $acc (i64.add {old} {self.load(counters)}))"
        if roll < 0.40:
            return f"(local.set $t {self.load(counters)})"
        if roll < 0.46:
            return f"(drop {self.load(counters)})"
        if roll < 0.76:
            return self.store(counters)
        if roll < 0.82:
            return "(global.set $g (i32.add (global.get $g) (i32.const 1)))"
        if roll < 0.86:
            at = self.at(f"(i32.add (local.get {self.pick('$a', '$b', '$c')}) (i32.const {self.pick(0, 0, 8, -16)}))")
            return f"(i64.store {at} (i64.add (i64.load {at}) {self.value(counters)}))"
        if roll < 0.88:
            return self.bulk(counters)
        if roll < 0.90:
            return self.leave(counters)
        return self.store(counters) if nested else self.conditional(counters)

    def conditional(self, counters):
        first = f"(local.get {counters[0]})"
        condition = self.pick(f"(i32.and {first} (i32.const {self.pick(1, 2, 3, 4)}))",
                              "(i32.wrap_i64 (i64.and (local.get $t) (i64.const 1)))",
                              f"(i32.lt_u {first} (i32.const {self.pick(3, 5, 9, 17)}))",
                              f"(i32.eqz {first})", "(local.get $s)")
        return f"(if {condition} (then {self.statements(counters, 1, 2, nested=True)}))"

    def statements(self, counters, low, high, nested=False):
        return " ".join(self.statement(counters, nested) for _ in range(self.random.randint(low, high)))

    # Loops. `i` is the counter, `limit` an i32 expression.

    @staticmethod
    def add(local, amount):
        return f"(local.set {local} (i32.add (local.get {local}) (i32.const {amount})))"

    def counted(self, i, limit, body, step=1, compare="i32.lt_u"):
        loop = self.label()
        return (f"(local.set {i} (i32.const 0)) (loop {loop} {body} {self.add(i, step)} "
                f"(br_if {loop} ({compare} (local.get {i}) {limit})))")

    def guarded(self, i, limit, body):
        """A for loop as compilers write it: the test also stands in front."""
        return f"(if (i32.gt_s {limit} (i32.const 0)) (then {self.counted(i, limit, body, 1, 'i32.lt_s')}))"

    def downwards(self, i, limit, body):
        loop = self.label()
        return (f"(if (i32.lt_u {limit} (i32.const 4096)) (then (local.set {i} {limit}) "
                f"(loop {loop} {body} {self.add(i, -1)} (br_if {loop} (i32.gt_s (local.get {i}) (i32.const 0))))))")

    def unequal(self, i, limit, body):
        """Ends at an exact number, which is a multiple of the step."""
        loop, step = self.label(), self.pick(1, 2, 4)
        end = f"(i32.and {limit} (i32.const 1020))"
        return (f"(if {end} (then (local.set {i} (i32.const 0)) (loop {loop} {body} {self.add(i, step)} "
                f"(br_if {loop} (i32.ne (local.get {i}) {end})))))")

    def missing_its_end(self, i, limit, body):
        """May step over its end and run until it traps: the first access moves."""
        step, loop = self.pick(2, 4, 8, -4), self.label()
        eighth = self.at(f"(i32.add (local.get $a) (i32.mul (local.get {i}) (i32.const 8)))")
        pair = self.at(f"(i32.add (local.get $a) (i32.mul (local.get {i}) (i32.const 2)))")
        moving = self.pick(f"(drop (i64.load {eighth}))", f"(i64.store {pair} (local.get $acc))")
        end = f"(i32.mul {limit} (i32.const {self.pick(1, 1, step)}))"
        return (f"(local.set {i} (i32.const 0)) (loop {loop} {moving} {body} {self.add(i, step)} "
                f"(br_if {loop} (i32.ne (local.get {i}) {end})))")

    def pointers(self, i, limit, body):
        step = self.pick(4, 8, 16, -8)
        return self.counted(i, limit, f"{body} {self.add('$a', step)} {self.add('$b', self.pick(step, 8, -4))}")

    def to_pointer(self, i, limit, body):
        step, loop = self.pick(1, 4, 8, 16, -8), self.label()
        end = self.pick("(local.get $b)", f"(i32.add (local.get $a) (i32.mul {limit} (i32.const {step})))",
                        f"(i32.add (local.get $b) (i32.const {8 * step}))")
        compare = self.pick("ne", "ne", "lt_u", "lt_s") if step > 0 else self.pick("ne", "gt_u")
        at = self.offset()
        return (f"(local.set $p (local.get $a)) (local.set $e {end}) (local.set {i} (i32.const 0)) (loop {loop} "
                f"(i64.store{at} {self.at('(local.get $p)')} "
                f"(i64.add (i64.load{at} {self.at('(local.get $p)')}) (local.get $acc))) {body} "
                f"{self.add(i, 1)} {self.add('$p', step)} "
                f"(br_if {loop} (i32.{compare} (local.get $p) (local.get $e))))")

    def from_below_zero(self, i, limit, body):
        step, loop = self.pick(1, 2, 4, 8), self.label()
        return (f"(local.set {i} (i32.mul {limit} (i32.const -{step}))) (loop {loop} "
                f"(i64.store{self.offset()} {self.at(f'(i32.add (local.get $c) (local.get {i}))')} (local.get $acc)) {body} "
                f"{self.add(i, step)} (br_if {loop} (local.get {i})))")

    def wide(self, i, limit, body):
        """Counts in i64."""
        loop = self.label()
        return (f"(local.set $q (i64.const 0)) (local.set {i} (i32.const 0)) (loop {loop} {body} "
                f"(local.set $q (i64.add (local.get $q) (i64.const 1))) (local.set {i} (i32.wrap_i64 (local.get $q))) "
                f"(br_if {loop} (i64.lt_u (local.get $q) (i64.extend_i32_u {limit}))))")

    def left_early(self, i, limit, body):
        block = self.label()
        leave = f"(br_if {block} (i64.eq {self.load([i])} (i64.const {self.random.randrange(256)})))"
        return f"(block {block} {self.counted(i, limit, leave + ' ' + body)})"

    def behind_start(self, i, limit, body):
        """As compilers unroll: what makes the rest divide stands in front, or not quite that."""
        loop, step = self.label(), self.pick(2, 2, 4)
        further = f"{body} {self.add(i, 1)}"
        start = self.pick("(local.get $i)", "(i32.add (local.get $i) (i32.const 1))")
        mask = self.pick(step - 1, step - 1, step - 1, 1)
        rest = f"(i32.and (i32.sub {limit} (local.get {i})) (i32.const {mask}))"
        front = f"(if {rest} (then {further}))" if step == 2 else (
            f"(local.set $p {rest}) (if (local.get $p) (then (loop {loop}f {further} {self.add('$p', -1)} "
            f"(br_if {loop}f (local.get $p)))))")
        # Where the loop may be left earlier, the count of one exit is not that of the loop.
        latch, leave = f"(i32.ne (local.get {i}) {limit})", ""
        if mask != step - 1: # it may miss its end
            latch = f"(i32.and {latch} (i32.lt_u (local.get {i}) (i32.const 4000)))"
        elif self.chance(0.25):
            other = self.pick("(local.get $m)", "(i32.wrap_i64 (i64.xor (local.get $acc) (local.get $q)))")
            latch = f"(i32.and {latch} (i32.lt_u (local.get {i}) {other}))"
        if self.chance(0.2):
            leave = f"(br_if {loop}x (i32.eq (local.get {i}) (local.get $m)))"
        return (f"(local.set {i} {start}) {front} (if (i32.lt_s (local.get {i}) {limit}) (then (block {loop}x (loop {loop} "
                f"{' '.join([further] * step)} {leave} (br_if {loop} {latch})))))")

    def simple_loop(self, i, limit, body):
        constant = f"(i32.const {self.pick(4, 7, 16, 33)})"
        return self.pick(lambda: self.counted(i, limit, body), lambda: self.counted(i, limit, body),
                         lambda: self.guarded(i, limit, body), lambda: self.downwards(i, limit, body),
                         lambda: self.counted(i, limit, body, self.pick(2, 3, 4, 8)),
                         lambda: self.unequal(i, limit, body), lambda: self.left_early(i, limit, body),
                         lambda: self.counted(i, constant, body, 1, "i32.lt_s"))()

    def loop(self):
        limit = self.pick("(local.get $n)", "(local.get $n)", "(local.get $m)")
        if self.chance(0.35):
            return self.nest()
        body = self.statements(["$i"], 1, 5)
        if self.chance(0.6):
            return self.simple_loop("$i", limit, body)
        return self.pick(self.missing_its_end, self.pointers, self.to_pointer, self.to_pointer,
                         self.from_below_zero, self.wide)("$i", limit, body)

    def nest(self):
        """Two loops; the inner count is often that of the outer iteration."""
        rows = "(i32.and (local.get $m) (i32.const 63))"
        columns = self.pick("(i32.and (local.get $n) (i32.const 63))", "(i32.and (local.get $n) (i32.const 63))",
                            "(local.get $i)", "(i32.and (i32.sub (i32.const 40) (local.get $i)) (i32.const 63))")
        body = self.statements(["$j", "$i"], 1, 3)
        if self.chance(0.2):
            inner = self.behind_start("$j", rows, body)
        else:
            inner = self.simple_loop("$j", columns, body)
        before = self.statement(["$i"]) if self.chance(0.3) else ""
        after = self.statement(["$i"]) if self.chance(0.3) else ""
        return self.pick(self.counted, self.guarded, self.downwards)("$i", rows, f"{before} {inner} {after}")

    def function(self, number):
        body = [self.statements(["$i"], 0, 2), self.loop()]
        if self.chance(0.25):
            body.append(self.loop())
        body.append(self.statements(["$i"], 0, 2))
        return (f'(func (export "f{number}") (param $a i32) (param $b i32) (param $c i32) (param $n i32) '
                "(param $m i32) (param $s i32) (result i64) (local $i i32) (local $j i32) (local $p i32) "
                "(local $e i32) (local $acc i64) (local $t i64) (local $q i64)\n  "
                + "\n  ".join(body) + "\n  (local.get $acc))")

    def module(self, functions):
        return "\n".join([
            f'(module {MEMORIES[self.memories]}', '(global $g (mut i32) (i32.const 0))',
            '(global $fast (export "wasmc.fast_loops") (mut i64) (i64.const 0))',
            '(global $strict (export "wasmc.strict_loops") (mut i64) (i64.const 0))',
            '(func (export "reset") (global.set $g (i32.const 0)))',
            '(func (export "global") (result i64) (i64.extend_i32_u (global.get $g)))',
            '(func (export "fast") (result i64) (global.get $fast))',
            '(func (export "strict") (result i64) (global.get $strict))',
            *(self.function(k) for k in range(functions)), ")"])
