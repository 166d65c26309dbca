#include "runtime-support/object/store.h"

#include <utility>

#include "runtime-support/platform/virtual_memory.h"

namespace wasmc::object {

namespace {

// Room for contexts in the store's own mapping. Untouched pages cost nothing.
constexpr size_t kContextBytes = 1u << 20;
// The page of the store's head: the stack's outermost frames, the first contexts, the head.
constexpr size_t kHeadPage = 4096;
constexpr size_t kOutermostFrames = 1024;
static_assert(kOutermostFrames % 16 == 0 && WASMC_STORE_ARGBUF % 16 == 0 &&
              sizeof(wasmc_store) % 16 == 0 && kOutermostFrames + WASMC_STORE_ARGBUF < kHeadPage);
// What nothing uses below the signal stack.
constexpr size_t kGap = 65536;
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

Result<void> Store::create(const StoreLimits &limits, size_t signalStackBytes) {
  // Below the smallest size the headroom for host functions would leave nothing for guest frames.
  if (limits.stackBytes < kSmallestStack || limits.stackBytes > kLargestStack)
    return error(Error::kNoOffset, "the guest stack must have between ", kSmallestStack, " and ",
                 kLargestStack, " bytes");
  limits_ = limits;
  // Guards are pages of the largest host page size: the layout is the same everywhere.
  constexpr size_t kGuard = WASMC_STACK_GUARD_SIZE;
  size_t stack = roundUp(limits.stackBytes, kGuard);
  size_t headAndContexts =
      roundUp(kHeadPage + sizeof(wasmc_store) - WASMC_STORE_ARGBUF + kContextBytes, 4096);
  size_t writable = roundUp(stack + headAndContexts + kGap + signalStackBytes, kGuard);
  size_t size = kGuard + writable + kGuard;
  TRY_ASSIGN(uint8_t *mapping, platform::reserve(size, "the guest's stack and store"));
  uint8_t *begin = mapping + kGuard;
  intptr_t answer = platform::protect(begin, writable, platform::Protection::readWrite);
  if (answer != 0) {
    platform::release(mapping, size);
    return error(Error::kNoOffset, "no memory for the guest's stack (errno ",
                 static_cast<uint64_t>(-answer), ")");
  }
  mapping_ = mapping;
  mappingSize_ = size;
  // argbuf starts a page of its own.
  uint8_t *head = begin + stack + kHeadPage - WASMC_STORE_ARGBUF;
  abi_ = reinterpret_cast<wasmc_store *>(head);
  abi_->stack_limit = begin;
  abi_->stack_top = begin + stack + kOutermostFrames;
  firstBegin_ = abi_->stack_top;
  firstEnd_ = head;
  nextBegin_ = head + sizeof(wasmc_store);
  nextEnd_ = begin + stack + headAndContexts;
  signalStack_ = {begin + writable - signalStackBytes, signalStackBytes};
  return {};
}

Result<uint8_t *> Store::allocate(size_t size) {
  if (size <= static_cast<size_t>(firstEnd_ - firstBegin_) / 16 * 16)
    return firstEnd_ -= roundUp(size, 16);
  if (size > static_cast<size_t>(nextEnd_ - nextBegin_) / 2)
    return more_.allocate(size);
  return std::exchange(nextBegin_, nextBegin_ + roundUp(size, 16));
}

void Store::add(StoreResource *resource) {
  resource->next = resources_;
  resources_ = resource;
}

} // namespace wasmc::object
