// A hash map with open addressing: insertions, look-ups and removals of random keys.
#include "bench.h"

struct Slot {
  uint64_t key; // 0: free
  uint32_t value;
};
enum { CAPACITY = 1 << 17 };
static struct Slot slots[CAPACITY];

static uint32_t home(uint64_t key) {
  return (uint32_t)(key * UINT64_C(0x9e3779b97f4a7c15) >> 47);
}

static struct Slot *find(uint64_t key) {
  uint32_t at = home(key);
  while (slots[at].key != 0 && slots[at].key != key)
    at = (at + 1) % CAPACITY;
  return &slots[at];
}

// Moves what follows back, so that no search ever meets a gap before its key.
static void removeSlot(struct Slot *slot) {
  uint32_t gap = (uint32_t)(slot - slots);
  for (uint32_t at = (gap + 1) % CAPACITY; slots[at].key != 0; at = (at + 1) % CAPACITY) {
    uint32_t distance = (at - home(slots[at].key)) % CAPACITY;
    if (distance >= (at - gap) % CAPACITY) {
      slots[gap] = slots[at];
      gap = at;
    }
  }
  slots[gap].key = 0;
}

static uint64_t work(unsigned size) {
  memset(slots, 0, sizeof slots);
  uint32_t random = 7, live = 0;
  uint64_t sum = 0;
  for (uint64_t operation = 0; operation < (uint64_t)size * 100000; ++operation) {
    uint64_t key = nextRandom(&random) % 150000 + 1;
    struct Slot *slot = find(key);
    if (slot->key == 0) {
      if (live > CAPACITY / 2)
        continue;
      *slot = (struct Slot){key, (uint32_t)operation};
      ++live;
    } else if (random >> 16 & 1) {
      sum = mix(sum, slot->value);
      removeSlot(slot);
      --live;
    } else {
      slot->value += (uint32_t)key;
    }
  }
  return mix(sum, live);
}
