"""Which results the specification allows a relaxed operator (spec 4.3.5), lane by lane.

Each function takes the operands' bytes and gives, per lane, the set of allowed lanes as integers;
a NaN stands for itself in the set and for every quiet NaN.
"""

import math
import struct
from fractions import Fraction

NAN32, NAN64 = 0x7fc00000, 0x7ff8000000000000


def unpack(code, vector):
    return struct.unpack(f"<{16 // struct.calcsize(code)}{code}", vector)


def bits_of(code, number):
    """The bits of a float lane."""
    return int.from_bytes(struct.pack(f"<{code}", number), "little")


def swizzle(a, s, _):
    return [{a[i]} if i < 16 else {0} if i >= 128 else {0, a[i % 16]} for i in s]


def truncate(code, low, high, bad):
    """bad: what out of range and NaN may give beside the saturated result."""
    def lane(x):
        if math.isnan(x):
            return {0, bad}
        if low <= math.trunc(x) <= high if math.isfinite(x) else False:
            return {math.trunc(x) & 0xffffffff}
        return {(low if x < 0 else high) & 0xffffffff, bad}

    def operator(a, _b, _c):
        lanes = [lane(x) for x in unpack(code, a)]
        return lanes + [{0}] * (4 - len(lanes))
    return operator


def rounded(code, exact):
    """A rational number rounded once, to nearest even."""
    digits, least = (24, -149) if code == "f" else (53, -1074)
    if exact == 0:
        return 0.0
    magnitude = abs(exact)
    exponent = magnitude.numerator.bit_length() - magnitude.denominator.bit_length()
    if Fraction(2) ** exponent > magnitude:
        exponent -= 1
    unit = Fraction(2) ** max(exponent - digits + 1, least)
    result = round(exact / unit) * unit  # Python rounds halves to even
    limit = Fraction(2) ** (128 if code == "f" else 1024)
    if abs(result) >= limit:
        return math.inf if exact > 0 else -math.inf
    return math.copysign(float(result), 1 if exact > 0 else -1)


def product(code, x, y):
    if not (math.isfinite(x) and math.isfinite(y)):
        return x * y if not (x == 0 or y == 0) else math.nan
    if x == 0 or y == 0:
        return math.copysign(0.0, math.copysign(1, x) * math.copysign(1, y))
    exact = rounded(code, Fraction(x) * Fraction(y))
    return math.copysign(exact, math.copysign(1, x) * math.copysign(1, y))


def total(code, x, y):
    if not (math.isfinite(x) and math.isfinite(y)):
        return x + y
    if Fraction(x) + Fraction(y) == 0:
        return x + y  # the sign of zero
    return rounded(code, Fraction(x) + Fraction(y))


def fused(code, x, y, z):
    if not all(map(math.isfinite, (x, y, z))):
        return total(code, product(code, x, y) if not (math.isfinite(x) and math.isfinite(y)) else 0.0, z)
    exact = Fraction(x) * Fraction(y) + Fraction(z)
    if exact == 0:
        sign = math.copysign(1, x) * math.copysign(1, y)
        return math.copysign(0.0, sign) + z if x == 0 or y == 0 else 0.0
    return rounded(code, exact)


def madd(code, sign):
    def operator(a, b, c):
        lanes = zip(unpack(code, a), unpack(code, b), unpack(code, c))
        return [{bits_of(code, fused(code, sign * x, y, z)),
                 bits_of(code, total(code, product(code, sign * x, y), z))} for x, y, z in lanes]
    return operator


def laneselect(code):
    def operator(a, b, m):
        top = 1 << (8 * struct.calcsize(code) - 1)
        return [{(x & z) | (y & (2 * top - 1 - z)), x if z & top else y}
                for x, y, z in zip(unpack(code, a), unpack(code, b), unpack(code, m))]
    return operator


def extremum(code, pick):
    def lane(x, y):
        here = {bits_of(code, x), bits_of(code, y)}
        if math.isnan(x) or math.isnan(y):
            return here | {NAN32 if code == "f" else NAN64}
        return here if x == y else {bits_of(code, pick(x, y))}

    def operator(a, b, _):
        # A number's bits must survive the way through Python, so NaNs are taken from the operands.
        raw = "I" if code == "f" else "Q"
        return [lane(x, y) if not (math.isnan(x) or math.isnan(y))
                else {p, q, NAN32 if code == "f" else NAN64}
                for x, y, p, q in zip(unpack(code, a), unpack(code, b), unpack(raw, a), unpack(raw, b))]
    return operator


def q15mulr(a, b, _):
    rounded_products = [(x * y + 0x4000) >> 15 for x, y in zip(unpack("h", a), unpack("h", b))]
    return [{p & 0xffff, min(p, 0x7fff) & 0xffff} for p in rounded_products]


def dots(a, b):
    """The allowed 16-bit lanes, signed."""
    def clamp(n):
        return max(-0x8000, min(0x7fff, n))

    def wrap(n):
        return (n + 0x8000) % 0x10000 - 0x8000
    x = unpack("b", a)
    lanes = []
    for k in range(0, 16, 2):
        signed, unsigned = (sum(x[k + i] * unpack(code, b)[k + i] for i in (0, 1)) for code in "bB")
        lanes.append({wrap(signed), wrap(unsigned), clamp(unsigned)})
    return lanes


def dot(a, b, _):
    return [{n & 0xffff for n in lane} for lane in dots(a, b)]


def dot_add(a, b, c):
    lanes = dots(a, b)
    return [{(x + y + z) & 0xffffffff for x in lanes[2 * k] for y in lanes[2 * k + 1]}
            for k, z in enumerate(unpack("i", c))]


SIGNED = (-(1 << 31), (1 << 31) - 1, 0x80000000)
UNSIGNED = (0, (1 << 32) - 1, 0xffffffff)

# name: (lane type of the result, allowed lanes)
OPERATORS = {
    "i8x16.relaxed_swizzle": ("B", swizzle),
    "i32x4.relaxed_trunc_f32x4_s": ("I", truncate("f", *SIGNED)),
    "i32x4.relaxed_trunc_f32x4_u": ("I", truncate("f", *UNSIGNED)),
    "i32x4.relaxed_trunc_f64x2_s_zero": ("I", truncate("d", *SIGNED)),
    "i32x4.relaxed_trunc_f64x2_u_zero": ("I", truncate("d", *UNSIGNED)),
    "f32x4.relaxed_madd": ("f", madd("f", 1)),
    "f32x4.relaxed_nmadd": ("f", madd("f", -1)),
    "f64x2.relaxed_madd": ("d", madd("d", 1)),
    "f64x2.relaxed_nmadd": ("d", madd("d", -1)),
    "i8x16.relaxed_laneselect": ("B", laneselect("B")),
    "i16x8.relaxed_laneselect": ("H", laneselect("H")),
    "i32x4.relaxed_laneselect": ("I", laneselect("I")),
    "i64x2.relaxed_laneselect": ("Q", laneselect("Q")),
    "f32x4.relaxed_min": ("f", extremum("f", min)),
    "f32x4.relaxed_max": ("f", extremum("f", max)),
    "f64x2.relaxed_min": ("d", extremum("d", min)),
    "f64x2.relaxed_max": ("d", extremum("d", max)),
    "i16x8.relaxed_q15mulr_s": ("H", q15mulr),
    "i16x8.relaxed_dot_i8x16_i7x16_s": ("H", dot),
    "i32x4.relaxed_dot_i8x16_i7x16_add_s": ("I", dot_add),
}


def is_quiet_nan(code, lane):
    quiet = NAN32 if code == "f" else NAN64
    return lane & quiet == quiet


def is_allowed(code, lane, allowed):
    if lane in allowed:
        return True
    return code in "fd" and is_quiet_nan(code, lane) and any(is_quiet_nan(code, n) for n in allowed)
