#include "runtime-support/object/store.h"

#include "runtime-support/platform/virtual_memory.h"

namespace wasmc::object {

namespace {

// Room for contexts in the store's own mapping. Untouched pages cost nothing.
constexpr size_t kContextBytes = 1u << 20;
constexpr uint64_t kSmallestStack = 4 * WASMC_HOST_STACK_HEADROOM;
constexpr uint64_t kLargestStack = uint64_t{1} << 36;

size_t roundUp(size_t size, size_t unit) {
  return (size + unit - 1) / unit * unit;
}

} // namespace

Store::~Store() {
  while (resources_ != nullptr) {
    StoreResource *resource = resources_;
    resources_ = resource->next;
    resource->destroy(resource);
  }
  if (mapping_ != nullptr)
    platform::release(mapping_, mappingSize_);
}

Result<void> Store::create(const StoreLimits &limits) {
  // Below the smallest size the headroom for host functions would leave nothing for guest frames.
  if (limits.stackBytes < kSmallestStack || limits.stackBytes > kLargestStack)
    return error(Error::kNoOffset, "the guest stack must have between ", kSmallestStack, " and ",
                 kLargestStack, " bytes");
  limits_ = limits;
  // Guards are pages of the largest host page size: the layout is the same everywhere.
  constexpr size_t kGuard = WASMC_STACK_GUARD_SIZE;
  size_t stack = roundUp(limits.stackBytes, kGuard);
  size_t data = roundUp(kContextBytes + sizeof(wasmc_store), kGuard);
  size_t size = kGuard + stack + kGuard + data + kGuard;
  TRY_ASSIGN(uint8_t *mapping, platform::reserve(size, "the guest's stack and store"));
  uint8_t *stackBegin = mapping + kGuard;
  uint8_t *dataBegin = stackBegin + stack + kGuard;
  intptr_t answer = platform::protect(stackBegin, stack, platform::Protection::readWrite);
  if (answer == 0)
    answer = platform::protect(dataBegin, data, platform::Protection::readWrite);
  if (answer != 0) {
    platform::release(mapping, size);
    return error(Error::kNoOffset, "no memory for the guest's stack (errno ",
                 static_cast<uint64_t>(-answer), ")");
  }
  mapping_ = mapping;
  mappingSize_ = size;
  contextsBegin_ = dataBegin;
  // argbuf starts a page of its own; the store's head shares one with the first context.
  contextsNext_ = dataBegin + kContextBytes - WASMC_STORE_ARGBUF;
  abi_ = reinterpret_cast<wasmc_store *>(contextsNext_);
  abi_->stack_limit = stackBegin;
  abi_->stack_top = stackBegin + stack;
  return {};
}

Result<uint8_t *> Store::allocate(size_t size) {
  if (size > static_cast<size_t>(contextsNext_ - contextsBegin_) / 2)
    return more_.allocate(size);
  contextsNext_ -= roundUp(size, 16);
  return contextsNext_;
}

void Store::add(StoreResource *resource) {
  resource->next = resources_;
  resources_ = resource;
}

} // namespace wasmc::object
