#include "runtime-support/object/type_registry.h"

#include <string.h>

#include <algorithm>
#include <bit>

#include "runtime-support/platform/arena.h"
#include "runtime-support/platform/atomic.h"
#include "runtime-support/platform/check.h"
#include "runtime-support/platform/virtual_memory.h"

namespace wasmc::object {

namespace {

// How many words the description of one recursion group may have: far beyond what the limits of
// the JavaScript API allow, and a bound for damaged files.
constexpr uint64_t kMaxGroupWords = uint64_t{1} << 24;

constexpr uint32_t kInGroup = 1; // followed by a position in the group
constexpr uint32_t kOutside = 2; // followed by a canonical id

uint32_t valueBits(uint32_t type) {
  return type & ((1u << WASMC_VALUE_INDEX_SHIFT) - 1);
}

bool isDefined(uint32_t type) {
  return (type & WASMC_VALUE_KIND_MASK) == WASMC_VALUE_ref &&
         (type >> WASMC_VALUE_HEAP_SHIFT & WASMC_VALUE_HEAP_MASK) == WASMC_HEAP_defined;
}

// A recursion group as it is kept.
struct Group {
  uint64_t hash;
  uint32_t firstId;
  std::span<const uint32_t> words; // the description; equal words, equal groups
};

// What is asked of one type after it has its id.
struct TypeFacts {
  uint32_t supertype; // canonical id, 0 if none
  uint32_t kind;      // wasmc_type_kind
};

// The same before: a supertype in the type's own group has no id yet.
struct NewType {
  uint32_t supertype; // canonical id, or position in the group
  bool isInGroup;
  uint8_t kind;
};

// The facts of all types by id, readable without a lock: entries are written before their id is
// known to anybody, and never move. Chunk k has room for 32 << k of them.
class FactsById {
public:
  constexpr FactsById() = default;

  // What it has, or all 0.
  TypeFacts at(uint32_t id) const {
    Place place = placeOf(id);
    const TypeFacts *chunk = chunks_[place.chunk].loadAcquire();
    return chunk != nullptr ? chunk[place.offset] : TypeFacts{};
  }

  // The caller holds the registry's lock.
  Result<void> makeRoom(platform::ImmortalArena &arena, uint32_t last) {
    for (uint32_t k = 0; k <= placeOf(last).chunk; ++k) {
      if (chunks_[k].loadRelaxed() != nullptr)
        continue;
      TRY_ASSIGN(std::span<TypeFacts> chunk, arena.allocateArray<TypeFacts>(size_t{kFirst} << k));
      chunks_[k].storeRelease(chunk.data());
    }
    return {};
  }
  void set(uint32_t id, TypeFacts facts) {
    Place place = placeOf(id);
    chunks_[place.chunk].loadRelaxed()[place.offset] = facts;
  }

private:
  static constexpr uint32_t kFirstLog2 = 5;
  static constexpr uint32_t kFirst = 1u << kFirstLog2;
  struct Place {
    uint32_t chunk;
    uint64_t offset;
  };
  static Place placeOf(uint32_t id) {
    uint64_t shifted = uint64_t{id} + kFirst;
    uint32_t chunk = static_cast<uint32_t>(std::bit_width(shifted)) - 1 - kFirstLog2;
    return {chunk, shifted - (uint64_t{kFirst} << chunk)};
  }

  platform::Atomic<TypeFacts *> chunks_[33 - kFirstLog2];
};

// Writes the description of a group: all that makes it differ from others, with indices made
// independent of the module.
class Description {
public:
  Description(std::span<const wasmc_type> types, std::span<const uint32_t> values,
              std::span<const uint32_t> ids, uint32_t start, std::span<uint32_t> out)
      : types_(types), values_(values), ids_(ids), start_(start), size_(types[start].group_size),
        out_(out) {}

  // The words an upper bound of which measure() gave.
  Result<std::span<const uint32_t>> write() {
    for (uint32_t i = 0; i < size_; ++i)
      TRY(writeType(start_ + i));
    return std::span<const uint32_t>(out_.first(count_));
  }

  // Checks the group's own fields and gives an upper bound of its words.
  static Result<uint64_t> measure(std::span<const wasmc_type> types,
                                  std::span<const uint32_t> values, uint32_t start) {
    uint64_t size = types[start].group_size;
    if (size == 0 || size > types.size() - start)
      return damaged(start);
    uint64_t words = 0;
    for (uint64_t i = start; i < start + size; ++i) {
      const wasmc_type &type = types[i];
      uint64_t count = uint64_t{type.param_count} + type.result_count;
      if (type.group_start != start || type.group_size != size || type.values > values.size() ||
          count > values.size() - type.values)
        return damaged(i);
      words += 5 + 3 * count;
      if (words > kMaxGroupWords)
        return damaged(i);
    }
    return words;
  }

private:
  static std::unexpected<Error> damaged(uint64_t index) {
    return error(Error::kNoOffset, "type ", index, " is damaged");
  }

  void put(uint32_t word) { out_[count_++] = word; }

  Result<void> putIndex(uint32_t index, uint32_t user) {
    if (index >= start_ && index - start_ < size_) {
      put(kInGroup);
      put(index - start_);
      return {};
    }
    if (index >= start_)
      return damaged(user);
    put(kOutside);
    put(ids_[index]);
    return {};
  }

  Result<void> writeType(uint32_t index) {
    const wasmc_type &type = types_[index];
    put(type.kind | uint32_t{type.flags} << 8 | uint32_t{type.reserved} << 16);
    if (type.supertype == WASMC_NO_INDEX)
      put(0);
    else if (type.supertype >= index)
      return damaged(index);
    else
      TRY(putIndex(type.supertype, index));
    put(type.param_count);
    put(type.result_count);
    for (uint32_t value : values_.subspan(type.values, type.param_count + type.result_count)) {
      put(valueBits(value));
      if (isDefined(value))
        TRY(putIndex(value >> WASMC_VALUE_INDEX_SHIFT, index));
    }
    return {};
  }

  std::span<const wasmc_type> types_;
  std::span<const uint32_t> values_;
  std::span<const uint32_t> ids_;
  uint32_t start_;
  uint32_t size_;
  std::span<uint32_t> out_;
  size_t count_ = 0;
};

uint64_t hashOf(std::span<const uint32_t> words) {
  uint64_t hash = 0xcbf29ce484222325;
  for (uint32_t word : words)
    hash = (hash ^ word) * 0x100000001b3;
  return hash ^ hash >> 29;
}

// The registry itself; its lock is held by the callers. Memory is only ever taken: types are few.
class Registry {
public:
  constexpr Registry() = default;

  // The group with these words; made of these types if there is none.
  Result<const Group *> find(std::span<const uint32_t> words, std::span<const NewType> types) {
    if (!std::exchange(started_, true))
      arena_.startWith(first_);
    uint64_t hash = hashOf(words);
    if (Group **slot = slotOf(hash, words); slot != nullptr && *slot != nullptr)
      return *slot;
    TRY(makeRoom(types.size()));
    TRY_ASSIGN(std::span<Group> group, arena_.allocateArray<Group>(1));
    TRY_ASSIGN(std::span<const uint32_t> ownWords, copy(words));
    uint32_t size = static_cast<uint32_t>(types.size());
    uint32_t firstId = static_cast<uint32_t>(idCount_) + 1;
    group[0] = {hash, firstId, ownWords};
    for (uint32_t i = 0; i < size; ++i) {
      const NewType &type = types[i];
      facts_.set(firstId + i,
                 {type.isInGroup ? firstId + type.supertype : type.supertype, type.kind});
    }
    *slotOf(hash, words) = &group[0];
    ++groupCount_;
    idCount_ += size;
    return &group[0];
  }

  // Needs no lock.
  TypeFacts factsOf(uint32_t id) const { return facts_.at(id); }

private:
  Group **slotOf(uint64_t hash, std::span<const uint32_t> words) {
    if (slots_.empty())
      return nullptr;
    size_t mask = slots_.size() - 1;
    for (size_t i = hash & mask;; i = (i + 1) & mask) {
      Group *group = slots_[i];
      if (group == nullptr ||
          (group->hash == hash &&
           std::equal(words.begin(), words.end(), group->words.begin(), group->words.end())))
        return &slots_[i];
    }
  }

  // Keeps the hash table at most half full and the id table large enough.
  Result<void> makeRoom(size_t ids) {
    if (idCount_ + ids > ~uint32_t{0} / 2)
      return error(Error::kNoOffset, "too many types in the process");
    if (2 * (groupCount_ + 1) > slots_.size()) {
      size_t capacity = slots_.empty() ? 64 : 2 * slots_.size();
      TRY_ASSIGN(std::span<Group *> larger, arena_.allocateArray<Group *>(capacity));
      std::span<Group *> old = std::exchange(slots_, larger);
      for (Group *group : old)
        if (group != nullptr)
          *slotOf(group->hash, group->words) = group;
    }
    return facts_.makeRoom(arena_, static_cast<uint32_t>(idCount_ + ids));
  }

  Result<std::span<const uint32_t>> copy(std::span<const uint32_t> words) {
    TRY_ASSIGN(std::span<uint32_t> own, arena_.allocateArray<uint32_t>(words.size()));
    std::copy(words.begin(), words.end(), own.begin());
    return std::span<const uint32_t>(own);
  }

  // All zero to begin with: a program's file need not hold it, and no page of it is mapped.
  //
  // The first types need no memory of the system: hello has ten.
  alignas(16) uint8_t first_[2560] = {};
  platform::ImmortalArena arena_;
  bool started_ = false;
  std::span<Group *> slots_;
  FactsById facts_;
  size_t idCount_ = 0; // beside id 0, which is no type
  size_t groupCount_ = 0;
};

// Never destroyed: ids outlive everything.
constinit Registry registry;
static_assert(std::is_trivially_destructible_v<Registry>);
constinit platform::Lock registryLock;

// Room for a group's description: on the stack when small.
class Scratch {
public:
  Scratch() = default;
  Scratch(const Scratch &) = delete;
  Scratch &operator=(const Scratch &) = delete;
  ~Scratch() {
    if (mapped_ != nullptr)
      platform::release(mapped_, mappedSize_);
  }

  Result<std::span<uint32_t>> take(size_t words) {
    if (words <= std::size(small_))
      return std::span<uint32_t>(small_, words);
    if (words * 4 > mappedSize_) {
      if (mapped_ != nullptr)
        platform::release(mapped_, mappedSize_);
      mapped_ = nullptr;
      size_t size = platform::roundUpToPage(words * 4);
      TRY_ASSIGN(mapped_, platform::allocatePages(size, "a description of types"));
      mappedSize_ = size;
    }
    return std::span<uint32_t>(reinterpret_cast<uint32_t *>(mapped_), words);
  }

private:
  uint32_t small_[64]; // on the stack of every start
  uint8_t *mapped_ = nullptr;
  size_t mappedSize_ = 0;
};

Result<void> canonicalizeGroup(std::span<const wasmc_type> types, std::span<const uint32_t> values,
                               std::span<uint32_t> ids, uint32_t start, Scratch &scratch) {
  TRY_ASSIGN(uint64_t words, Description::measure(types, values, start));
  uint32_t size = types[start].group_size;
  static_assert(sizeof(NewType) == 2 * sizeof(uint32_t) && alignof(NewType) == alignof(uint32_t));
  TRY_ASSIGN(std::span<uint32_t> room, scratch.take(words + size_t{2} * size));
  Description description(types, values, ids, start, room.subspan(size_t{2} * size));
  TRY_ASSIGN(std::span<const uint32_t> written, description.write());
  std::span<NewType> newTypes(reinterpret_cast<NewType *>(room.data()), size);
  for (uint32_t i = 0; i < size; ++i) {
    const wasmc_type &type = types[start + i];
    bool isInGroup = type.supertype != WASMC_NO_INDEX && type.supertype >= start;
    uint32_t supertype = isInGroup                          ? type.supertype - start
                         : type.supertype == WASMC_NO_INDEX ? 0
                                                            : ids[type.supertype];
    newTypes[i] = {supertype, isInGroup, type.kind};
  }
  TRY_ASSIGN(const Group *group, registry.find(written, newTypes));
  for (uint32_t i = 0; i < size; ++i)
    ids[start + i] = group->firstId + i;
  return {};
}

} // namespace

Result<void> canonicalizeTypes(std::span<const wasmc_type> types, std::span<const uint32_t> values,
                               std::span<uint32_t> ids) {
  WASMC_CHECK(ids.size() == types.size());
  platform::LockGuard guard(registryLock);
  Scratch scratch;
  for (uint32_t start = 0; start < types.size(); start += types[start].group_size)
    TRY(canonicalizeGroup(types, values, ids, start, scratch));
  return {};
}

bool isSubtype(uint32_t type, uint32_t super) {
  // A supertype's id is always the lower one, so this ends.
  while (type != 0 && type != super)
    type = registry.factsOf(type).supertype;
  return type != 0;
}

Result<uint32_t> functionTypeId(std::span<const uint32_t> parameters,
                                std::span<const uint32_t> results) {
  Scratch scratch;
  TRY_ASSIGN(std::span<uint32_t> values, scratch.take(parameters.size() + results.size()));
  std::copy(parameters.begin(), parameters.end(), values.begin());
  std::copy(results.begin(), results.end(),
            values.begin() + static_cast<ptrdiff_t>(parameters.size()));
  wasmc_type type = {};
  type.kind = WASMC_TYPE_function;
  type.flags = WASMC_TYPE_FLAG_FINAL;
  type.supertype = WASMC_NO_INDEX;
  type.group_size = 1;
  type.param_count = static_cast<uint32_t>(parameters.size());
  type.result_count = static_cast<uint32_t>(results.size());
  uint32_t id = 0;
  TRY(canonicalizeTypes({&type, 1}, values, {&id, 1}));
  return id;
}

namespace {

uint32_t heapOf(uint32_t bits) {
  return bits >> WASMC_VALUE_HEAP_SHIFT & WASMC_VALUE_HEAP_MASK;
}

// The abstract heap type right above an abstract one, itself where there is none.
uint32_t aboveAbstract(uint32_t heap) {
  switch (heap) {
  case WASMC_HEAP_eq:
    return WASMC_HEAP_any;
  case WASMC_HEAP_i31:
  case WASMC_HEAP_struct:
  case WASMC_HEAP_array:
    return WASMC_HEAP_eq;
  default:
    return heap;
  }
}

// The abstract heap type right above a defined one.
uint32_t aboveDefined(uint32_t id) {
  switch (registry.factsOf(id).kind) {
  case WASMC_TYPE_struct:
    return WASMC_HEAP_struct;
  case WASMC_TYPE_array:
    return WASMC_HEAP_array;
  default:
    return WASMC_HEAP_func;
  }
}

// The abstract heap type at the top of the hierarchy whose bottom `heap` is.
uint32_t topOfBottom(uint32_t heap) {
  switch (heap) {
  case WASMC_HEAP_none:
    return WASMC_HEAP_any;
  case WASMC_HEAP_nofunc:
    return WASMC_HEAP_func;
  case WASMC_HEAP_noextern:
    return WASMC_HEAP_extern;
  case WASMC_HEAP_noexn:
    return WASMC_HEAP_exn;
  default:
    return WASMC_HEAP_defined; // no bottom
  }
}

bool abstractMatches(uint32_t heap, uint32_t super) {
  while (heap != super && aboveAbstract(heap) != heap)
    heap = aboveAbstract(heap);
  return heap == super;
}

// Specification, "Heap Types" (matching). Ids belong to defined types.
bool heapMatches(uint32_t heap, uint32_t id, uint32_t super, uint32_t superId) {
  if (heap == WASMC_HEAP_defined)
    return super == WASMC_HEAP_defined ? isSubtype(id, superId)
                                       : abstractMatches(aboveDefined(id), super);
  if (heap == super)
    return true;
  uint32_t top = topOfBottom(heap);
  if (super == WASMC_HEAP_defined)
    return top != WASMC_HEAP_defined && abstractMatches(aboveDefined(superId), top);
  return abstractMatches(heap, super) || (top != WASMC_HEAP_defined && abstractMatches(super, top));
}

} // namespace

CanonicalValueType canonicalValueType(uint32_t type, std::span<const uint32_t> ids) {
  uint64_t bits = valueBits(type);
  if (!isDefined(type))
    return bits;
  uint32_t index = type >> WASMC_VALUE_INDEX_SHIFT;
  uint64_t id = index < ids.size() ? ids[index] : ~uint32_t{0};
  return bits | id << 32;
}

bool matches(CanonicalValueType type, CanonicalValueType super) {
  if (type == super)
    return true;
  uint32_t bits = static_cast<uint32_t>(type);
  uint32_t superBits = static_cast<uint32_t>(super);
  if ((bits & WASMC_VALUE_KIND_MASK) != WASMC_VALUE_ref ||
      (superBits & WASMC_VALUE_KIND_MASK) != WASMC_VALUE_ref)
    return false;
  // A nullable reference does not fit where null is not allowed.
  if ((bits & WASMC_VALUE_NULLABLE_BIT) != 0 && (superBits & WASMC_VALUE_NULLABLE_BIT) == 0)
    return false;
  return heapMatches(heapOf(bits), static_cast<uint32_t>(type >> 32), heapOf(superBits),
                     static_cast<uint32_t>(super >> 32));
}

} // namespace wasmc::object
