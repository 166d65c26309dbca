// Integer and floating-point arithmetic whose results C and IEEE 754 fix to the last bit.
#include <inttypes.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

static uint64_t state = 0x9e3779b97f4a7c15ull;

static uint64_t nextRandom(void) {
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return state;
}

static uint64_t mix(uint64_t digest, uint64_t value) {
  return (digest ^ value) * 0x100000001b3ull + (digest >> 47);
}

static uint64_t bitsOf(double value) {
  uint64_t bits;
  memcpy(&bits, &value, sizeof bits);
  return value != value ? 0x7ff8000000000000ull : bits;
}

static uint32_t bitsOfFloat(float value) {
  uint32_t bits;
  memcpy(&bits, &value, sizeof bits);
  return value != value ? 0x7fc00000u : bits;
}

static void integers32(void) {
  uint64_t digest = 1;
  for (int i = 0; i < 20000; ++i) {
    uint32_t a = (uint32_t)nextRandom(), b = (uint32_t)(nextRandom() >> (i % 40)) | 1;
    int32_t sa = (int32_t)a, sb = (int32_t)b;
    digest = mix(digest, a + b);
    digest = mix(digest, a * b);
    digest = mix(digest, a / b);
    digest = mix(digest, a % b);
    if (!(sa == INT32_MIN && sb == -1)) {
      digest = mix(digest, (uint32_t)(sa / sb));
      digest = mix(digest, (uint32_t)(sa % sb));
    }
    digest = mix(digest, a << (b & 31));
    digest = mix(digest, a >> (b & 31));
    digest = mix(digest, (uint32_t)(sa >> (b & 31)));
    digest = mix(digest, (a << (b & 31)) | (a >> (-b & 31)));
    digest = mix(digest, (uint32_t)__builtin_popcount(a) * 64 + (uint32_t)__builtin_clz(b) * 8 +
                             (uint32_t)__builtin_ctz(b));
    digest = mix(digest, (uint64_t)(int64_t)(int8_t)a + (uint64_t)(int64_t)(int16_t)b);
    digest = mix(digest, (uint64_t)(sa < sb) * 2 + (a < b));
  }
  printf("32 bits: %016" PRIx64 "\n", digest);
}

static void integers64(void) {
  uint64_t digest = 1;
  for (int i = 0; i < 20000; ++i) {
    uint64_t a = nextRandom(), b = (nextRandom() >> (i % 64)) | 1;
    int64_t sa = (int64_t)a, sb = (int64_t)b;
    digest = mix(digest, a * b + a - b);
    digest = mix(digest, a / b);
    digest = mix(digest, a % b);
    if (!(sa == INT64_MIN && sb == -1)) {
      digest = mix(digest, (uint64_t)(sa / sb));
      digest = mix(digest, (uint64_t)(sa % sb));
    }
    digest = mix(digest, a << (b & 63));
    digest = mix(digest, a >> (b & 63));
    digest = mix(digest, (uint64_t)(sa >> (b & 63)));
    digest = mix(digest, (a << (b & 63)) | (a >> (-b & 63)));
    digest = mix(digest, (uint64_t)__builtin_popcountll(a) * 64 + (uint64_t)__builtin_clzll(b) * 8 +
                             (uint64_t)__builtin_ctzll(b));
    digest = mix(digest, (uint64_t)(int64_t)(int32_t)a);
    digest = mix(digest, (uint64_t)(((unsigned __int128)a * b) >> 64));
  }
  printf("64 bits: %016" PRIx64 "\n", digest);
}

static const double kSpecial[] = {0.0,
                                  -0.0,
                                  1.0,
                                  -1.0,
                                  0.5,
                                  -0.5,
                                  1.5,
                                  2.5,
                                  -2.5,
                                  1e-310,
                                  1e308,
                                  -1e308,
                                  4503599627370496.5,
                                  9007199254740993.0,
                                  INFINITY,
                                  -INFINITY,
                                  NAN,
                                  3.4028235677973366e38,
                                  1e-45};
enum { kSpecials = sizeof kSpecial / sizeof kSpecial[0] };

static double pick(int i) {
  if (i % 3 == 0)
    return kSpecial[nextRandom() % kSpecials];
  int64_t mantissa = (int64_t)nextRandom() >> 11;
  return ldexp((double)mantissa, (int)(nextRandom() % 120) - 110);
}

static void doubles(void) {
  uint64_t digest = 1;
  for (int i = 0; i < 20000; ++i) {
    double a = pick(i), b = pick(i / 3);
    digest = mix(digest, bitsOf(a + b));
    digest = mix(digest, bitsOf(a - b));
    digest = mix(digest, bitsOf(a * b));
    digest = mix(digest, bitsOf(a / b));
    digest = mix(digest, bitsOf(sqrt(fabs(a))));
    digest = mix(digest, bitsOf(floor(a)) + bitsOf(ceil(b)) * 3);
    digest = mix(digest, bitsOf(trunc(a)) + bitsOf(rint(b)) * 3);
    digest = mix(digest, bitsOf(copysign(a, b)));
    digest = mix(digest, (uint64_t)(a < b) * 8 + (a <= b) * 4 + (a == b) * 2 + (a != b));
  }
  printf("doubles: %016" PRIx64 "\n", digest);
}

static void floats(void) {
  uint64_t digest = 1;
  for (int i = 0; i < 20000; ++i) {
    float a = (float)pick(i), b = (float)pick(i / 3);
    digest = mix(digest, bitsOfFloat(a + b));
    digest = mix(digest, bitsOfFloat(a - b));
    digest = mix(digest, bitsOfFloat(a * b));
    digest = mix(digest, bitsOfFloat(a / b));
    digest = mix(digest, bitsOfFloat(sqrtf(fabsf(a))));
    digest = mix(digest, bitsOfFloat(floorf(a)) + bitsOfFloat(ceilf(b)) * 3);
    digest = mix(digest, bitsOfFloat(truncf(a)) + bitsOfFloat(rintf(b)) * 3);
    digest = mix(digest, bitsOfFloat(copysignf(a, b)));
    digest = mix(digest, bitsOf((double)a));
  }
  printf("floats: %016" PRIx64 "\n", digest);
}

static void conversions(void) {
  uint64_t digest = 1;
  for (int i = 0; i < 20000; ++i) {
    uint64_t bits = nextRandom() >> (i % 64);
    digest = mix(digest, bitsOf((double)bits));
    digest = mix(digest, bitsOf((double)(int64_t)bits));
    digest = mix(digest, bitsOf((double)(uint32_t)bits));
    digest = mix(digest, bitsOf((double)(int32_t)bits));
    digest = mix(digest, bitsOfFloat((float)bits));
    digest = mix(digest, bitsOfFloat((float)(int64_t)bits));
    double small = (double)(int64_t)bits / 16;
    if (fabs(small) < 9e18)
      digest = mix(digest, (uint64_t)(int64_t)small);
    if (fabs(small) < 2e9)
      digest = mix(digest, (uint64_t)(int32_t)small + (uint64_t)(int32_t)(float)small);
    if (small >= 0 && small < 1.8e19)
      digest = mix(digest, (uint64_t)small);
  }
  printf("conversions: %016" PRIx64 "\n", digest);
}

int main(void) {
  integers32();
  integers64();
  doubles();
  floats();
  conversions();
  printf("%.17g %.17g %a %g\n", 0.1 + 0.2, 1.0 / 3.0, 6.02214076e23, -0.0);
  return 0;
}
