"""The tail calls of generate.py: every prototype to every other one."""

# Parameters of the functions that call each other, after the counter and the seed (two i64) that
# all have. Integers, floats and vectors in numbers below, at and above what registers hold on any
# target.
SHAPES = {
    "few": ["i32"],
    "full": ["i64"] * 3 + ["f64"] * 8,
    "ints": ["i64"] * 14,
    "floats": ["f32", "f64"] * 8 + ["i32"] * 2,
    "vectors": ["v128"] * 11 + ["i64"] * 5,
    "mixed": ["i32", "v128", "f32", "i64", "f64"] * 8,
}
RESULTS = {
    "none": [],
    "one": ["i64"],
    "two": ["f64", "i64"],
    "vector": ["v128"],
    "many": ["i32", "v128", "f64", "i64", "v128", "f32"],
}


def value(kind, k):
    """What parameter k must be, from the seed in local 1: small enough to be exact in an f32."""
    number = f"(i64.and (i64.add (local.get 1) (i64.const {k})) (i64.const 0xffff))"
    return {"i64": number, "i32": f"(i32.wrap_i64 {number})", "f32": f"(f32.convert_i64_u {number})",
            "f64": f"(f64.convert_i64_u {number})",
            "v128": f"(i64x2.replace_lane 1 (i64x2.splat {number}) (i64.const {k}))"}[kind]


def differs(kind, a, b):
    if kind == "v128":
        return f"(v128.any_true (v128.xor {a} {b}))"
    return f"({kind}.ne {a} {b})"


def checks(types):
    return "\n".join(f"    (if {differs(kind, f'(local.get {k + 2})', value(kind, k))} (then unreachable))"
                     for k, kind in enumerate(types))


def expected(kind, k, seed):
    number = seed + k & 0xFFFF
    return f"(v128.const i64x2 {number} {k})" if kind == "v128" else f"({kind}.const {number})"


def call(way, name, arguments, index):
    if way == "direct":
        return f"(return_call ${name} {arguments})"
    if way == "indirect":
        return f"(return_call_indirect $table (type $t_{name}) {arguments} (i32.const {index}))"
    return f"(return_call_ref $t_{name} {arguments} (ref.func ${name}))"


def step(way, name, types, index):
    """The tail call to a function of these parameters, with a new seed."""
    arguments = " ".join(["(local.get 0) (local.get 1)", *(value(kind, k) for k, kind in enumerate(types))])
    return f"""    (local.set 0 (i64.sub (local.get 0) (i64.const 1)))
    (local.set 1 (i64.add (local.get 1) (i64.const 7)))
    {call(way, name, arguments, index)}"""


def module_of_pair(way, first, second, results):
    """Two functions that call each other as often as `run` is told, then give results made of the seed."""
    names = {"a": SHAPES[first], "b": SHAPES[second]}
    out = [f'(module ;; {first} and {second}, {way}, {len(results)} results',
           "  (global $seed (export \"seed\") (mut i64) (i64.const 0))"]
    for name, types in names.items():
        out.append(f"  (type $t_{name} (func (param i64 i64 {' '.join(types)})"
                   f" (result {' '.join(results)})))" if results else
                   f"  (type $t_{name} (func (param i64 i64 {' '.join(types)})))")
    out.append("  (table $table funcref (elem $a $b))")
    for index, (name, other) in enumerate((("a", "b"), ("b", "a"))):
        finish = " ".join(value(kind, k) for k, kind in enumerate(results))
        out.append(f"""  (func ${name} (type $t_{name})
{checks(names[name])}
    (if (i64.eqz (local.get 0)) (then (global.set $seed (local.get 1)) (return {finish})))
{step(way, other, names[other], 1 - index)})""")
    result = f" (result {' '.join(results)})" if results else ""
    # An ordinary call, whose own frame must be whole afterwards.
    arguments = " ".join(["(local.get 0) (local.get 1)", *(value(kind, k) for k, kind in enumerate(names["a"]))])
    out.append(f"""  (func (export "run") (param i64 i64){result} (local $kept i64)
    (local.set $kept (i64.mul (local.get 0) (i64.const 3)))
    (call $a {arguments})
    (if (i64.ne (local.get $kept) (i64.mul (local.get 0) (i64.const 3))) (then unreachable))))""")
    return "\n".join(out)


def pair(way, first, second, results, depth):
    out = [module_of_pair(way, first, second, results)]
    for seed in (5, 65530):
        last = seed + 7 * depth
        out.append(f'(assert_return (invoke "run" (i64.const {depth}) (i64.const {seed}))'
                   f" {' '.join(expected(kind, k, last) for k, kind in enumerate(results))})")
        out.append(f'(assert_return (get "seed") (i64.const {last}))')
    return "\n".join(out)


def lost_returns():
    """Pairs too large for the optimiser to inline, whose results it knows, or that never return."""
    big = "\n".join(f"    (i32.store offset={4 * k} (i32.const 0) (i32.xor (i32.load offset={4 * k + 4} (i32.const 0))"
                    f" (i32.const {k * k + 1})))" for k in range(40))
    out = []
    for name, result, end, finish in (("constant", "i64", "(return (i64.const 44))", "(i64.const 44)"),
                                      ("argument", "i64", "(return (local.get 1))", "(i64.const -9)"),
                                      ("never", "i64", "unreachable", None),
                                      ("never without result", "", "unreachable", None),
                                      ("never with results", "i64 f64", "unreachable", None)):
        results = f"(result {result})" if result else ""
        functions = "\n".join(f"""  (func ${a} (param i64 i64) {results}
{big}
    (local.set 0 (i64.sub (local.get 0) (i64.const 1)))
    (if (i64.lt_s (local.get 0) (i64.const 0)) (then {end}))
    (return_call ${b} (local.get 0) (local.get 1)))""" for a, b in (("a", "b"), ("b", "c"), ("c", "a")))
        out.append(f"""(module ;; {name}
  (memory 1)
{functions}
  (func (export "run") (param i64 i64) {results} (return_call $a (local.get 0) (local.get 1)))
  (func (export "call") (param i64 i64) {results}
    {"(i64.add (i64.const 1)" if finish else ""} (call $a (local.get 0) (local.get 1)) {")" if finish else ""}))""")
        arguments = "(i64.const 1200000) (i64.const -9)"
        if finish is None:
            out += [f'(assert_trap (invoke "{export}" {arguments}) "unreachable")' for export in ("run", "call")]
        else:
            more = finish.replace("44", "45").replace("-9", "-8")
            out.append(f'(assert_return (invoke "run" {arguments}) {finish})')
            out.append(f'(assert_return (invoke "call" {arguments}) {more})')
    return out


def tail_calls():
    out = [";; Written by generate.py. Change it there.\n",
           ";; Functions of different prototypes that call each other in tail position, deeper than the\n"
           ";; stack would allow. Each checks every parameter.\n"]
    ways = ("direct", "indirect", "ref")
    kinds = list(RESULTS.values())
    turn = 0
    for i, first in enumerate(SHAPES):
        for second in list(SHAPES)[i:]:
            # Ways and results take turns, so that every kind meets every way.
            out.append(pair(ways[turn % len(ways)], first, second, kinds[turn % len(kinds)], 400_001))
            turn += 1
    out += lost_returns()
    return "\n".join(out) + "\n"
