// Tables of references.
#ifndef WASMC_RUNTIME_OBJECT_TABLE_H
#define WASMC_RUNTIME_OBJECT_TABLE_H

#include <stdint.h>

#include "runtime-support/object/store.h"
#include "runtime-support/object/type_registry.h"
#include "wasmc/abi/container.h"
#include "wasmc/abi/vm_context.h"

namespace wasmc::object {

// A table of a store. Its elements never move: addresses are reserved for all that it may become.
// Not thread-safe. Has no destructor (it lives in a store's memory): destroy() gives the addresses
// back.
class Table {
public:
  // `record` is what compiled code reads. Elements start as null.
  Result<void> create(Store &store, wasmc_table *record, const wasmc_table_type &type,
                      CanonicalValueType element);
  void destroy();

  // table.grow: the length before, or UINT64_MAX when the type, the store's limit or the system
  // does not allow `delta` more elements.
  uint64_t grow(uint64_t delta, void *value);

  uint64_t length() const { return record_->length; }
  void **elements() const { return record_->elements; }
  wasmc_table *record() const { return record_; }
  CanonicalValueType elementType() const { return element_; }
  // The type with the current length as its minimum: what importing it is checked against.
  wasmc_table_type currentType() const;

  bool contains(uint64_t offset, uint64_t count) const {
    return offset <= length() && count <= length() - offset;
  }

private:
  wasmc_table *record_ = nullptr;
  CanonicalValueType element_ = 0;
  wasmc_table_type type_ = {};
  uint64_t capacity_ = 0;      // elements for which there are addresses
  uint8_t *mapping_ = nullptr; // null when the elements lie in the store
  uint64_t mappingSize_ = 0;
  uint64_t accessibleBytes_ = 0;
};

} // namespace wasmc::object

#endif
