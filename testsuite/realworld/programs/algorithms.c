// Loops, tables and bit twiddling of the kind real programs are made of.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint32_t rotate(uint32_t value, int by) {
  return value >> by | value << (32 - by);
}

static uint32_t cubeRootFraction(uint32_t prime) {
  // 32 bits after the point of the cube root, by bisection in 96-bit arithmetic.
  uint64_t low = 0, high = (uint64_t)8 << 32;
  while (low + 1 < high) {
    uint64_t middle = (low + high) / 2;
    unsigned __int128 square = (unsigned __int128)middle * middle;
    unsigned __int128 cube = (square >> 32) * middle;
    if ((cube >> 64) >= prime)
      high = middle;
    else
      low = middle;
  }
  return (uint32_t)low;
}

static void hashRounds(void) {
  uint32_t k[64], w[64], s[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  int count = 0;
  for (uint32_t n = 2; count < 64; ++n) {
    int prime = 1;
    for (uint32_t d = 2; d * d <= n; ++d)
      if (n % d == 0)
        prime = 0;
    if (prime)
      k[count++] = cubeRootFraction(n);
  }
  for (int round = 0; round < 2000; ++round) {
    for (int i = 0; i < 16; ++i)
      w[i] = s[i % 8] + (uint32_t)(round * i);
    for (int i = 16; i < 64; ++i)
      w[i] = w[i - 16] + (rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ (w[i - 15] >> 3)) +
             w[i - 7] + (rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ (w[i - 2] >> 10));
    for (int i = 0; i < 64; ++i) {
      uint32_t e = s[4], a = s[0];
      uint32_t t1 = s[7] + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) +
                    ((e & s[5]) ^ (~e & s[6])) + k[i] + w[i];
      uint32_t t2 = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) +
                    ((a & s[1]) ^ (a & s[2]) ^ (s[1] & s[2]));
      memmove(&s[1], &s[0], 7 * sizeof s[0]);
      s[4] += t1;
      s[0] = t1 + t2;
    }
  }
  printf("rounds %08x %08x %08x %08x, k[63] %08x\n", s[0], s[1], s[2], s[3], k[63]);
}

static int queens(int n, uint32_t columns, uint32_t left, uint32_t right) {
  uint32_t all = (1u << n) - 1;
  if (columns == all)
    return 1;
  int solutions = 0;
  for (uint32_t free = all & ~(columns | left | right); free != 0; free &= free - 1) {
    uint32_t bit = free & -free;
    solutions += queens(n, columns | bit, (left | bit) << 1, (right | bit) >> 1);
  }
  return solutions;
}

static void factorial(int n) {
  static uint32_t digits[800];
  int length = 1;
  digits[0] = 1;
  for (int i = 2; i <= n; ++i) {
    uint64_t carry = 0;
    for (int d = 0; d < length; ++d) {
      carry += (uint64_t)digits[d] * (uint32_t)i;
      digits[d] = (uint32_t)(carry % 1000000000u);
      carry /= 1000000000u;
    }
    if (carry != 0)
      digits[length++] = (uint32_t)carry;
  }
  uint32_t mix = 0;
  for (int d = 0; d < length; ++d)
    mix = mix * 1000003u + digits[d];
  printf("%d! has %d limbs, starts %u, mix %08x\n", n, length, digits[length - 1], mix);
}

// Run lengths and back references over a small window; returns the packed length.
static size_t pack(const uint8_t *in, size_t length, uint8_t *out) {
  size_t size = 0;
  for (size_t at = 0; at < length;) {
    size_t best = 0, distance = 0;
    for (size_t back = 1; back <= 200 && back <= at; ++back) {
      size_t run = 0;
      while (run < 200 && at + run < length && in[at + run] == in[at + run - back])
        ++run;
      if (run > best) {
        best = run;
        distance = back;
      }
    }
    if (best >= 4) {
      out[size++] = 255;
      out[size++] = (uint8_t)distance;
      out[size++] = (uint8_t)best;
      at += best;
    } else {
      if (in[at] == 255) {
        out[size++] = 255;
        out[size++] = 0;
      } else {
        out[size++] = in[at];
      }
      ++at;
    }
  }
  return size;
}

static size_t unpack(const uint8_t *in, size_t length, uint8_t *out) {
  size_t size = 0;
  for (size_t at = 0; at < length;) {
    if (in[at] != 255) {
      out[size++] = in[at++];
    } else if (in[at + 1] == 0) {
      out[size++] = 255;
      at += 2;
    } else {
      for (unsigned i = 0; i < in[at + 2]; ++i, ++size)
        out[size] = out[size - in[at + 1]];
      at += 3;
    }
  }
  return size;
}

static void packing(void) {
  enum { kLength = 60000 };
  uint8_t *text = malloc(kLength), *packed = malloc(2 * kLength), *back = malloc(kLength + 256);
  uint32_t state = 1;
  for (int i = 0; i < kLength; ++i) {
    state = state * 1664525u + 1013904223u;
    text[i] = (state >> 28) < 4 && i > 50 ? text[i - 50]
                                          : (uint8_t)(state >> 20 & (i % 512 < 300 ? 3 : 255));
  }
  size_t size = pack(text, kLength, packed);
  size_t restored = unpack(packed, size, back);
  printf("packed %zu, restored %zu, equal %d\n", size, restored, memcmp(text, back, kLength) == 0);
  free(text);
  free(packed);
  free(back);
}

static void life(void) {
  static uint8_t cells[2][96][96];
  uint32_t state = 7;
  for (int y = 0; y < 96; ++y)
    for (int x = 0; x < 96; ++x)
      cells[0][y][x] = (state = state * 1664525u + 1013904223u) >> 31;
  for (int step = 0; step < 200; ++step) {
    uint8_t (*from)[96] = cells[step % 2], (*to)[96] = cells[(step + 1) % 2];
    for (int y = 0; y < 96; ++y)
      for (int x = 0; x < 96; ++x) {
        int sum = -from[y][x];
        for (int dy = 95; dy <= 97; ++dy)
          for (int dx = 95; dx <= 97; ++dx)
            sum += from[(y + dy) % 96][(x + dx) % 96];
        to[y][x] = sum == 3 || (sum == 2 && from[y][x]);
      }
  }
  int alive = 0;
  for (int y = 0; y < 96; ++y)
    for (int x = 0; x < 96; ++x)
      alive += cells[0][y][x];
  printf("alive %d\n", alive);
}

static void matrices(void) {
  enum { kSize = 90 };
  static double a[kSize][kSize], b[kSize][kSize], c[kSize][kSize];
  for (int i = 0; i < kSize; ++i)
    for (int j = 0; j < kSize; ++j) {
      a[i][j] = (i * 31 + j * 17) % 101 - 50;
      b[i][j] = (i * 13 + j * 7) % 89 - 44;
    }
  for (int i = 0; i < kSize; ++i)
    for (int j = 0; j < kSize; ++j)
      for (int k = 0; k < kSize; ++k)
        c[i][j] += a[i][k] * b[k][j];
  double trace = 0;
  for (int i = 0; i < kSize; ++i)
    trace += c[i][i];
  printf("trace %.1f corner %.1f\n", trace, c[kSize - 1][0]);
}

static const char *classify(unsigned value) {
  switch (value % 23) {
  case 0:
    return "zero";
  case 1:
  case 2:
  case 3:
    return "few";
  case 5:
    return "hand";
  case 7:
    return "week";
  case 11:
  case 13:
  case 17:
  case 19:
    return "prime";
  case 12:
    return "dozen";
  case 22:
    return "last";
  default:
    return "other";
  }
}

int main(void) {
  hashRounds();
  printf("queens %d %d\n", queens(8, 0, 0, 0), queens(9, 0, 0, 0));
  factorial(1000);
  packing();
  life();
  matrices();
  for (unsigned i = 0; i < 46; ++i)
    printf("%s%c", classify(i * 5), i % 23 == 22 ? '\n' : ' ');
  return 0;
}
