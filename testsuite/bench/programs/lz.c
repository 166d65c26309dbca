// Compression by back references found through a hash table, and decompression.
#include "bench.h"

enum { LENGTH = 1 << 18, HASH_BITS = 14, LONGEST = 255 + 4 };
static uint8_t input[LENGTH], packed[LENGTH * 2], output[LENGTH];
static uint32_t heads[1 << HASH_BITS];

static void fill(void) {
  uint32_t random = 77;
  for (size_t at = 0; at < LENGTH;) {
    if (at > 1000 && nextRandom(&random) % 4 != 0) {
      size_t from = nextRandom(&random) % (at - 300), length = 8 + nextRandom(&random) % 200;
      for (size_t k = 0; k < length && at < LENGTH; ++k)
        input[at++] = input[from + k];
    } else {
      for (int k = 0; k < 12 && at < LENGTH; ++k)
        input[at++] = (uint8_t)(nextRandom(&random) >> 9 & 63);
    }
  }
}

static uint32_t load32(const uint8_t *at) {
  uint32_t value;
  memcpy(&value, at, sizeof value);
  return value;
}

// Tokens: 0, count, literal bytes; or 1, length - 4, distance in two bytes.
static uint8_t *putLiterals(uint8_t *out, const uint8_t *from, size_t count) {
  while (count != 0) {
    size_t now = count < 255 ? count : 255;
    *out++ = 0;
    *out++ = (uint8_t)now;
    memcpy(out, from, now);
    out += now;
    from += now;
    count -= now;
  }
  return out;
}

static size_t compress(void) {
  memset(heads, 0, sizeof heads);
  uint8_t *out = packed;
  size_t literals = 0, at = 0;
  while (at + 4 <= LENGTH) {
    uint32_t hash = load32(input + at) * 2654435761u >> (32 - HASH_BITS);
    size_t candidate = heads[hash];
    heads[hash] = (uint32_t)at;
    if (candidate < at && at - candidate < 65536 &&
        load32(input + candidate) == load32(input + at)) {
      size_t length = 4;
      while (length < LONGEST && at + length < LENGTH &&
             input[candidate + length] == input[at + length])
        ++length;
      out = putLiterals(out, input + literals, at - literals);
      *out++ = 1;
      *out++ = (uint8_t)(length - 4);
      *out++ = (uint8_t)(at - candidate);
      *out++ = (uint8_t)((at - candidate) >> 8);
      at += length;
      literals = at;
    } else {
      ++at;
    }
  }
  return (size_t)(putLiterals(out, input + literals, LENGTH - literals) - packed);
}

static size_t expand(size_t length) {
  uint8_t *out = output;
  for (const uint8_t *at = packed, *end = packed + length; at < end;) {
    size_t count = at[1];
    if (at[0] == 0) {
      memcpy(out, at + 2, count);
      out += count;
      at += 2 + count;
    } else {
      const uint8_t *from = out - (at[2] | at[3] << 8);
      count += 4;
      for (size_t k = 0; k < count; ++k) // may overlap: byte by byte
        out[k] = from[k];
      out += count;
      at += 4;
    }
  }
  return (size_t)(out - output);
}

static uint64_t work(unsigned size) {
  fill();
  uint64_t sum = 0;
  for (unsigned round = 0; round < size; ++round) {
    size_t length = compress();
    sum = mix(sum, length);
    sum = mix(sum, expand(length));
    sum = mix(sum, (uint64_t)(memcmp(input, output, LENGTH) == 0));
    for (int k = 0; k < 64; ++k)
      input[(round * 4099u + (unsigned)k * 977u) % LENGTH] ^= (uint8_t)k;
  }
  return sum;
}
