// Rounding to an integral value, for processors without an instruction for it (x86-64 before
// SSE4.1). Adding and subtracting 2^52 (2^23) rounds to nearest even in the default mode; numbers
// beyond have no fraction. The sign is kept for results of zero, and a NaN comes back quiet: the
// sum does that, where x + 0 would be folded to x for numbers known not to be zero.
#define WASMC_DEFINE_ROUNDING(T, SUFFIX, LIMIT)                                                    \
  static inline T nearest_##SUFFIX(T x) {                                                          \
    volatile T shifted;                                                                            \
    T magnitude = __builtin_fabs##SUFFIX(x);                                                       \
    if (!(magnitude < LIMIT))                                                                      \
      return x != x ? x + x : x;                                                                   \
    shifted = magnitude + LIMIT;                                                                   \
    return __builtin_copysign##SUFFIX(shifted - LIMIT, x);                                         \
  }                                                                                                \
  HIDDEN T roundeven##SUFFIX(T x) {                                                                \
    return nearest_##SUFFIX(x);                                                                    \
  }                                                                                                \
  HIDDEN T rint##SUFFIX(T x) {                                                                     \
    return nearest_##SUFFIX(x);                                                                    \
  }                                                                                                \
  HIDDEN T nearbyint##SUFFIX(T x) {                                                                \
    return nearest_##SUFFIX(x);                                                                    \
  }                                                                                                \
  HIDDEN T floor##SUFFIX(T x) {                                                                    \
    T near = nearest_##SUFFIX(x);                                                                  \
    return near > x ? __builtin_copysign##SUFFIX(near - 1, x) : near;                              \
  }                                                                                                \
  HIDDEN T ceil##SUFFIX(T x) {                                                                     \
    T near = nearest_##SUFFIX(x);                                                                  \
    return near < x ? __builtin_copysign##SUFFIX(near + 1, x) : near;                              \
  }                                                                                                \
  HIDDEN T trunc##SUFFIX(T x) {                                                                    \
    T near = nearest_##SUFFIX(x);                                                                  \
    T magnitude = __builtin_fabs##SUFFIX(near);                                                    \
    if (magnitude > __builtin_fabs##SUFFIX(x))                                                     \
      magnitude -= 1;                                                                              \
    return magnitude == magnitude ? __builtin_copysign##SUFFIX(magnitude, x) : near;               \
  }

WASMC_DEFINE_ROUNDING(double, , 4503599627370496.0)
WASMC_DEFINE_ROUNDING(float, f, 8388608.0f)
