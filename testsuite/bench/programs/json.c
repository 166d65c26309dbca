// A recursive-descent reader of JSON over a generated document, which sums what it meets.
#include "bench.h"

static char *document;
static size_t length;
static const char *at;
static uint64_t sum;

static void put(const char *text) {
  size_t size = strlen(text);
  memcpy(document + length, text, size);
  length += size;
}

static void generate(int depth, uint32_t *random) {
  char digits[24], *end = digits + sizeof digits;
  *--end = 0;
  switch (depth == 0 ? nextRandom(random) % 4 : 4 + nextRandom(random) % 2) {
  case 0:
    put(number(end, nextRandom(random), 10));
    break;
  case 1:
    put("\"a string \\\"with\\\" \\u0041 escapes\"");
    break;
  case 2:
    put("-12.75e2");
    break;
  case 3:
    put(*random & 1 ? "true" : "null");
    break;
  case 4:
    put("[ ");
    for (int k = 0; k < 6; ++k)
      put(k ? ", " : ""), generate(depth - 1, random);
    put(" ]");
    break;
  default:
    put("{");
    for (int k = 0; k < 6; ++k)
      put(k ? ",\n  \"key" : "\"key"), put(number(end, k, 10)), put("\": "),
          generate(depth - 1, random);
    put("}");
  }
}

static void space(void) {
  while (*at == ' ' || *at == '\n')
    ++at;
}

static void readString(void) {
  for (++at; *at != '"'; ++at) {
    if (*at == '\\')
      ++at;
    sum = sum * 31 + (unsigned char)*at;
  }
  ++at;
}

static void readNumber(void) {
  double value = 0, scale = 1;
  int sign = *at == '-' ? ++at, -1 : 1;
  for (; *at >= '0' && *at <= '9'; ++at)
    value = value * 10 + (*at - '0');
  if (*at == '.')
    for (++at; *at >= '0' && *at <= '9'; ++at)
      value += (*at - '0') * (scale /= 10);
  if (*at == 'e')
    for (int exponent = *++at - '0'; exponent > 0; --exponent)
      value *= 10;
  at += *at >= '0' && *at <= '9';
  sum = mixDouble(sum, sign * value);
}

static void readValue(void) {
  space();
  if (*at == '"') {
    readString();
  } else if (*at == '[' || *at == '{') {
    char close = *at == '[' ? ']' : '}';
    do {
      ++at;
      space();
      if (close == '}') {
        readString();
        space();
        ++at;
      }
      readValue();
      space();
    } while (*at == ',');
    sum = mix(sum, (uint64_t)(*at == close));
    ++at;
  } else if (*at == 't' || *at == 'n') {
    sum = mix(sum, (unsigned char)*at);
    at += 4;
  } else {
    readNumber();
  }
}

static uint64_t work(unsigned size) {
  uint32_t random = 11;
  document = malloc(1 << 22);
  generate(6, &random);
  document[length] = 0;
  for (unsigned round = 0; round < size; ++round) {
    at = document;
    readValue();
  }
  return mix(sum, length);
}
