"""Random loops that search memory, as strlen, memchr, memcmp and compressors do: they read one or two
streams of elements and are left when the data says so, or a counter. Some are not quite what they seem:
a stream moves by more than is read of it, or backwards, an index wraps, elements lie in the wrong order,
something else happens in a turn.

The functions have the shape of loop_generator's, which makes the module around them. Each makes what it
searches first: runs of one byte, copied from stream to stream, with another one somewhere.
"""

import loop_generator


class Generator(loop_generator.Generator):
    def prepared(self):
        """Lets a search go on for a while: runs of one byte in both streams, with others here and there."""
        if self.chance(0.1):
            return ""
        length = self.pick("(i32.and (local.get $n) (i32.const 255))", *(f"(i32.const {k})" for k in (15, 16, 17, 33, 40, 100)))
        parts = []
        for base, mask in (("$a", 0x7fff), ("$b", 0xffff)):
            if self.chance(0.75): # where it cannot trap
                parts.append(f"(local.set {base} (i32.and (local.get {base}) (i32.const {mask})))")
            elif self.chance(0.8): # up to the end of memory
                length = f"(i32.const {self.random.randrange(1, 120)})"
                parts.append(f"(local.set {base} (i32.sub (i32.const 131072) {length}))")
        fill = self.pick(97, 97, 97, 0, 255, 32)
        parts.append(f"(memory.fill (local.get $a) (i32.const {fill}) {length})")
        if self.streams == 2:
            parts.append(self.pick(f"(memory.fill (local.get $b) (i32.const {fill}) {length})",
                                   f"(memory.copy (local.get $b) (local.get $a) {length})"))
        for base in ("$a", "$b", "$a")[:self.pick(0, 1, 1, 2, 3)]:
            at = f"(i32.add (local.get {base}) (i32.and (local.get {self.pick('$m', '$n', '$c')}) (i32.const {self.pick(15, 31, 63)})))"
            parts.append(f"(i32.store8 {at} (i32.const {self.pick(0, 0, 34, 98, 200)}))")
        return " ".join(parts)

    def load(self, base, element):
        signed = self.pick("u", "u", "s")
        kind = {1: f"load8_{signed}", 2: f"load16_{signed}", 4: "load"}[self.width]
        offset = self.offset_of[base]
        inner = element * self.width
        if self.chance(self.inside):
            index = f"(i32.add (local.get {base}) (i32.const {inner}))"
        else:
            index, offset = f"(local.get {base})", offset + inner
        if self.indexed: # by a counter beside pointers that stay
            index = f"(i32.add {index} (local.get $i))"
        return f"(i32.{kind} offset={offset} {index})"

    def condition(self, one, two):
        """Of an element of the first stream, which may be named twice, and one of the second."""
        byte = self.pick(0, 0, 34, 97, 98, 255, 200, -1)
        v = "(local.get $v)"
        first = f"(local.set $v {one})"
        if two and self.chance(0.4):
            return first, f"(i32.ne {v} {two})"
        if self.chance(0.3):
            return first, self.pick(f"(i32.eqz {v})", f"(i32.eq {v} (i32.const 34))", f"(i32.ne {v} (i32.const 97))")
        simple = [f"(i32.eqz {v})", f"(i32.eq {v} (i32.const {byte}))", f"(i32.ne {v} (i32.const 97))",
                  f"(i32.lt_u {v} (i32.const 32))", f"(i32.gt_u {v} (i32.const 127))", f"(i32.eq {v} (local.get $s))",
                  f"(i32.eq {v} (i32.and (local.get $s) (i32.const 255)))",
                  # 97, or what has the same low bits.
                  f"(i32.{self.pick('ne', 'eq')} {v} (i32.or (i32.and (local.get $s) (i32.const 65792)) (i32.const 97)))", f"(i32.lt_s {v} (i32.const 40))",
                  f"(i32.gt_u (i32.and (i32.sub {v} (i32.const 97)) (i32.const 255)) (i32.const 25))"]
        if self.width == 4:
            simple += [f"(i32.ne (i32.and (i32.or (i32.sub (i32.const 16843008) {v}) {v}) (i32.const -2139062144)) "
                       "(i32.const -2139062144))"] * 3
        if two:
            simple += [f"(i32.ne {v} {two})"] * 5
        condition = self.pick(*simple)
        if self.chance(0.3):
            condition = f"(i32.{self.pick('or', 'or', 'and')} {condition} {self.pick(*simple)})"
        if self.chance(0.08):
            condition = f"(i32.eqz {condition})"
        return first, condition

    def test(self, element, out):
        where = element if self.chance(0.93) else self.pick(0, element + 1, element - 1 if element else 0)
        two = self.load("$b", where) if self.streams == 2 else None
        first, condition = self.condition(self.load("$a", element), two)
        if self.width == 1 and self.chance(0.07):
            stay = self.label()
            return f"{first} (block {stay} (br_table {out} {stay} {stay} {out} {stay} (local.get $v)))"
        return f"{first} (br_if {out} {condition})"

    def counter(self, loop, out, step):
        """(before the loop, in a turn, the branch back)"""
        bound = self.pick("(local.get $n)", "(local.get $n)", "(local.get $m)", "(i32.const 100)", "(i32.const 259)")
        up = self.add("$i", step)
        return self.pick(
            lambda: ("", up, f"(br {loop})"),
            lambda: ("", up, f"(br_if {loop} (i32.lt_u (local.get $i) {bound}))"),
            lambda: ("", up, f"(br_if {loop} (i32.lt_s (local.get $i) {bound}))"),
            lambda: ("", up, f"(br_if {loop} (i32.ne (local.get $i) {bound}))"),
            lambda: (f"(local.set $e {bound})", up + self.add("$e", -1), f"(br_if {loop} (local.get $e))"),
            lambda: (f"(local.set $e {bound})", up + self.add("$e", -step), f"(br_if {loop} (i32.gt_s (local.get $e) (i32.const 3)))"),
            lambda: ("", f"(br_if {out} (i32.ge_u (local.get $i) {bound})) {up}", f"(br {loop})"),
            lambda: ("", f"(br_if {out} (i32.eq (local.get $i) (i32.const 259))) {up}",
                     f"(br_if {loop} (i32.lt_u (i32.add (local.get $i) (local.get $m)) (i32.const 4000)))"),
            lambda: (f"(local.set $e (i32.add (local.get $a) {bound}))", up,
                     f"(br_if {loop} (i32.{self.pick('ne', 'lt_u')} (local.get $a) (local.get $e)))"))()

    def loop(self):
        loop, out = self.label(), self.label()
        self.width = self.pick(1, 1, 1, 2, 4, 4)
        self.streams, self.indexed = self.pick(1, 2), self.chance(0.3)
        self.inside = self.pick(0, 0, 0.5, 1)
        self.offset_of = {base: self.pick(*[0] * 8, 1, 3, 8, 64, 65520) for base in ("$a", "$b")}
        factor = self.pick(1, 1, 1, 2, 2, 4)
        move = factor * self.pick(*[1] * 10, 2, 3, -1) * self.width
        elements = list(range(factor))
        if self.chance(0.1):
            self.random.shuffle(elements)
        before, turn, back = self.counter(loop, out, move if self.indexed else self.pick(1, 1, 2))
        if not self.indexed:
            turn += self.add("$a", move) + self.add("$b", move if self.chance(0.95) else move + self.width)
        tests = " ".join(self.test(element, out) for element in elements)
        if self.chance(0.3): # what has been read is looked at in the next turn
            tests = f"(br_if {out} {self.pick('(i32.eqz (local.get $w))', '(i32.eq (local.get $w) (i32.const 34))')}) {tests}"
            tests += f" (local.set $w {self.load('$a', self.pick(0, factor, factor))})"
        if self.chance(0.05):
            tests += " (global.set $g (i32.add (global.get $g) (i32.const 1)))"
        if self.chance(0.5):
            turn, tests = tests, turn
        # The counter as it is, or from anywhere.
        start = self.pick("(i32.const 0)", "(i32.const 0)", "(i32.const 4)", "(local.get $s)")
        return (f"{self.prepared()} (local.set $i {start}) (local.set $w (i32.const 1)) {before} "
                f"(block {out} (loop {loop} {tests} {turn} {back})) " + " ".join(
                    f"(local.set $acc (i64.add (i64.mul (local.get $acc) (i64.const 31)) (i64.extend_i32_u (local.get {local}))))"
                    for local in ("$a", "$b", "$i", "$v", "$w", "$e")))

    def function(self, number):
        body = "\n  ".join(self.loop() for _ in range(self.pick(1, 1, 2)))
        return (f'(func (export "f{number}") (param $a i32) (param $b i32) (param $c i32) (param $n i32) '
                "(param $m i32) (param $s i32) (result i64) (local $i i32) (local $e i32) (local $v i32) (local $w i32) "
                f"(local $acc i64)\n  {body}\n  (local.get $acc))")
