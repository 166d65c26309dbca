// memcpy, memmove, memset and memcmp, and the two string functions behind std::string_view, for
// programs without a C library. Compilers call them on their own account, so they must exist; this
// file is compiled so that its loops never become calls of the functions they implement
// (-ffreestanding, which implies -fno-builtin).
#include <stddef.h>
#include <stdint.h>

namespace {

// 16 bytes at any address.
typedef uint8_t Block __attribute__((vector_size(16)));
struct [[gnu::packed, gnu::may_alias]] UnalignedBlock {
  Block value;
};

constexpr size_t kBlock = sizeof(Block);

Block loadBlock(const uint8_t *from) {
  return reinterpret_cast<const UnalignedBlock *>(from)->value;
}

void storeBlock(uint8_t *to, Block value) {
  reinterpret_cast<UnalignedBlock *>(to)->value = value;
}

void copyForward(uint8_t *to, const uint8_t *from, size_t size) {
  while (size >= kBlock) {
    storeBlock(to, loadBlock(from));
    to += kBlock;
    from += kBlock;
    size -= kBlock;
  }
  while (size-- > 0)
    *to++ = *from++;
}

void copyBackward(uint8_t *to, const uint8_t *from, size_t size) {
  while (size >= kBlock) {
    size -= kBlock;
    storeBlock(to + size, loadBlock(from + size));
  }
  while (size-- > 0)
    to[size] = from[size];
}

#if defined(__x86_64__)
// From here on the string instructions win over the loops, by measurement of others and by the
// processors' promise (enhanced REP MOVSB).
constexpr size_t kStringInstruction = 512;
#endif

// Where a move overlaps with itself at less than that, they lose by far.
constexpr uintptr_t kStringDistance = 64;

} // namespace

extern "C" {

void *memcpy(void *to, const void *from, size_t size) {
#if defined(__x86_64__)
  if (size >= kStringInstruction) {
    void *destination = to;
    asm volatile("rep movsb" : "+D"(destination), "+S"(from), "+c"(size) : : "memory");
    return to;
  }
#endif
  copyForward(static_cast<uint8_t *>(to), static_cast<const uint8_t *>(from), size);
  return to;
}

void *memmove(void *to, const void *from, size_t size) {
  // Forward is right unless the destination begins inside the source: a block is loaded whole
  // before it is stored, and stores never reach bytes that are still to be read.
  uintptr_t ahead = reinterpret_cast<uintptr_t>(to) - reinterpret_cast<uintptr_t>(from);
  if (ahead < size)
    copyBackward(static_cast<uint8_t *>(to), static_cast<const uint8_t *>(from), size);
  else if (-ahead < kStringDistance)
    copyForward(static_cast<uint8_t *>(to), static_cast<const uint8_t *>(from), size);
  else
    return memcpy(to, from, size);
  return to;
}

void *memset(void *to, int value, size_t size) {
  uint8_t *destination = static_cast<uint8_t *>(to);
#if defined(__x86_64__)
  if (size >= kStringInstruction) {
    asm volatile("rep stosb" : "+D"(destination), "+c"(size) : "a"(value) : "memory");
    return to;
  }
#endif
  Block pattern = Block{} + static_cast<uint8_t>(value);
  for (; size >= kBlock; size -= kBlock, destination += kBlock)
    storeBlock(destination, pattern);
  while (size-- > 0)
    *destination++ = static_cast<uint8_t>(value);
  return to;
}

int memcmp(const void *left, const void *right, size_t size) {
  const uint8_t *a = static_cast<const uint8_t *>(left);
  const uint8_t *b = static_cast<const uint8_t *>(right);
  for (size_t i = 0; i < size; ++i)
    if (a[i] != b[i])
      return a[i] < b[i] ? -1 : 1;
  return 0;
}

size_t strlen(const char *text) {
  size_t size = 0;
  while (text[size] != '\0')
    ++size;
  return size;
}

void *memchr(const void *from, int value, size_t size) {
  const uint8_t *bytes = static_cast<const uint8_t *>(from);
  for (size_t i = 0; i < size; ++i)
    if (bytes[i] == static_cast<uint8_t>(value))
      return const_cast<uint8_t *>(bytes + i);
  return nullptr;
}

} // extern "C"
