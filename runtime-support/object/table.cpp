#include "runtime-support/object/table.h"

#include <algorithm>

#include "runtime-support/platform/virtual_memory.h"

namespace wasmc::object {

namespace {

constexpr uint64_t kElementSize = sizeof(void *);
// Tables that cannot become larger than this lie beside the context.
constexpr uint64_t kSmallTable = 512;

} // namespace

Result<void> Table::create(Store &store, wasmc_table *record, const wasmc_table_type &type,
                           CanonicalValueType element) {
  uint64_t cap = store.limits().tableElements;
  if (type.max < type.min)
    return error(Error::kNoOffset, "table limits are damaged");
  if (type.min > cap)
    return error(Error::kNoOffset, "the module's table starts with ", type.min,
                 " elements, more than the limit of ", cap);
  record_ = record;
  element_ = element;
  type_ = type;
  capacity_ = std::min(type.max, cap);
  if (capacity_ <= kSmallTable) {
    accessibleBytes_ = capacity_ * kElementSize;
    TRY_ASSIGN(uint8_t *elements, store.allocate(accessibleBytes_));
    record->elements = reinterpret_cast<void **>(elements);
  } else {
    TRY_ASSIGN(mapping_, platform::reserveUpTo(capacity_ * kElementSize, type.min * kElementSize,
                                               mappingSize_, "a table"));
    capacity_ = std::min(capacity_, mappingSize_ / kElementSize);
    record->elements = reinterpret_cast<void **>(mapping_);
  }
  record->length = 0;
  if (grow(type.min, nullptr) != 0) {
    destroy();
    return error(Error::kNoOffset, "no memory for a table of ", type.min, " elements");
  }
  return {};
}

void Table::destroy() {
  if (mapping_ != nullptr)
    platform::release(mapping_, mappingSize_);
  mapping_ = nullptr;
}

uint64_t Table::grow(uint64_t delta, void *value) {
  uint64_t before = record_->length;
  if (delta > capacity_ - before)
    return ~uint64_t{0};
  uint64_t bytes = (before + delta) * kElementSize;
  if (bytes > accessibleBytes_) {
    // Twice what is needed, so that growing one by one does not make a system call each time.
    uint64_t wanted =
        std::min<uint64_t>(platform::roundUpToPage(before == 0 ? bytes : 2 * bytes), mappingSize_);
    if (platform::protect(mapping_ + accessibleBytes_, wanted - accessibleBytes_,
                          platform::Protection::readWrite) != 0)
      return ~uint64_t{0};
    accessibleBytes_ = wanted;
  }
  // Fresh elements are zero already: null needs no page touched.
  if (value != nullptr)
    std::fill_n(record_->elements + before, delta, value);
  record_->length = before + delta;
  return before;
}

wasmc_table_type Table::currentType() const {
  wasmc_table_type type = type_;
  type.min = length();
  return type;
}

} // namespace wasmc::object
