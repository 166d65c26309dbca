// Making an instance: everything that touches memory stands in few, adjacent pages, and nothing is
// written that is zero already.
#include "runtime-support/instance/builtins.h"
#include "runtime-support/instance/instance.h"
#include "runtime-support/instance/link_imports.h"
#include "runtime-support/object/type_registry.h"
#include "runtime-support/platform/virtual_memory.h"

namespace wasmc::instance {

namespace {

std::unexpected<Error> damaged(const char *what) {
  return error(Error::kNoOffset, "damaged file: ", what);
}

template <class T> Result<std::span<T>> allocate(object::Store &store, size_t count) {
  if (count == 0)
    return std::span<T>();
  TRY_ASSIGN(uint8_t *memory, store.allocate(count * sizeof(T)));
  T *first = reinterpret_cast<T *>(memory);
  for (size_t i = 0; i < count; ++i)
    new (first + i) T();
  return std::span<T>(first, count);
}

} // namespace

// The steps of Instance::create, in order.
class Instantiation {
public:
  Instantiation(object::Store &store, const load::CodeImage &image)
      : store_(store), image_(image), view_(image.view()), header_(image.view().header()) {}

  Result<Instance *> run(const object::ImportResolver &resolver) {
    TRY(allocateAll());
    Result<void> done = build(resolver);
    if (!done) {
      // The store keeps the bytes; what the instance holds beyond them is given back now.
      destroy(&instance_->resource_);
      return std::unexpected(done.error());
    }
    return instance_;
  }

private:
  static void destroy(object::StoreResource *resource) {
    Instance *instance = reinterpret_cast<Instance *>(resource);
    for (memory::LinearMemory &memory : instance->ownMemories_)
      memory.destroy();
    for (object::Table &table : instance->ownTables_)
      table.destroy();
  }

  Result<void> build(const object::ImportResolver &resolver) {
    TRY(object::canonicalizeTypes(view_.table<wasmc_type>(header_.types),
                                  view_.table<uint32_t>(header_.value_types), ids_));
    TRY(checkGlobals());
    TRY(link(resolver));
    TRY(makeMemories());
    TRY(makeTables());
    TRY(placeDataImage());
    TRY(setSegmentLengths());
    return fillFunctionRecords();
  }

  // The context first: what is small is taken beside the store's head, and code reads both.
  Result<void> allocateAll() {
    for (const wasmc_import &import : view_.table<wasmc_import>(header_.imports))
      ++imported_[import.kind];
    TRY_ASSIGN(uint8_t *context, store_.allocate(header_.layout.size));
    TRY_ASSIGN(auto instance, allocate<Instance>(store_, 1));
    instance_ = &instance[0];
    instance_->resource_.destroy = &destroy;
    instance_->store_ = &store_;
    instance_->image_ = &image_;
    instance_->context_ = reinterpret_cast<wasmc_vm_context *>(context);
    instance_->importedGlobals_ = imported_[WASMC_EXTERN_global];
    instance_->importedTags_ = imported_[WASMC_EXTERN_tag];
    wasmc_vm_context &fixed = *instance_->context_;
    fixed.prefix = {store_.abi(), builtinTable()};
    fixed.image = &header_;
    fixed.instance = instance_;
    TRY_ASSIGN(instance_->memories_,
               allocate<memory::LinearMemory *>(store_, header_.memories.count));
    TRY_ASSIGN(instance_->ownMemories_,
               allocate<memory::LinearMemory>(store_, header_.memories.count -
                                                          imported_[WASMC_EXTERN_memory]));
    TRY_ASSIGN(instance_->tables_, allocate<object::Table *>(store_, header_.tables.count));
    TRY_ASSIGN(
        instance_->ownTables_,
        allocate<object::Table>(store_, header_.tables.count - imported_[WASMC_EXTERN_table]));
    TRY_ASSIGN(instance_->importedFunctionTypes_,
               allocate<uint32_t>(store_, imported_[WASMC_EXTERN_function]));
    ids_ = {instance_->contextArray<uint32_t>(header_.layout.type_ids), header_.types.count};
    store_.add(&instance_->resource_);
    return {};
  }

  Result<void> checkGlobals() const {
    auto globals = view_.table<wasmc_global_type>(header_.globals);
    for (size_t i = imported_[WASMC_EXTERN_global]; i < globals.size(); ++i) {
      uint32_t size = (globals[i].type & WASMC_VALUE_KIND_MASK) == WASMC_VALUE_v128 ? 16 : 8;
      if (globals[i].offset < WASMC_CONTEXT_FIXED_SIZE || globals[i].offset % 4 != 0 ||
          uint64_t{globals[i].offset} + size > header_.layout.size)
        return damaged("place of a global");
    }
    return {};
  }

  Result<void> link(const object::ImportResolver &resolver) {
    for (const wasmc_import &import : view_.table<wasmc_import>(header_.imports)) {
      TRY_ASSIGN(object::Extern found, linkImport(view_, ids_, import, resolver));
      switch (import.kind) {
      case WASMC_EXTERN_function:
        TRY(bindFunction(import.index, found.function));
        break;
      case WASMC_EXTERN_table:
        instance_->tables_[import.index] = found.table;
        array<wasmc_table *>(header_.layout.imported_tables)[import.index] = found.table->record();
        break;
      case WASMC_EXTERN_memory:
        instance_->memories_[import.index] = found.memory;
        array<wasmc_memory *>(header_.layout.imported_memories)[import.index] =
            found.memory->record();
        break;
      case WASMC_EXTERN_global:
        array<void *>(header_.layout.imported_globals)[import.index] = found.global.value;
        break;
      default:
        array<void *>(header_.layout.imported_tags)[import.index] = found.tag.tag;
        break;
      }
    }
    return {};
  }

  Result<void> bindFunction(uint32_t index, const object::ExternFunction &found) {
    auto &import = array<wasmc_function_import>(header_.layout.imported_functions)[index];
    if (found.host == nullptr) {
      import = {found.code, found.context};
      instance_->importedFunctionTypes_[index] = found.typeId;
      return {};
    }
    // linkImport has checked the index of the type.
    uint32_t type = view_.table<wasmc_function>(header_.functions)[index].type;
    TRY_ASSIGN(void *thunk, view_.code(view_.table<wasmc_type>(header_.types)[type].host_thunk));
    TRY_ASSIGN(auto context, allocate<wasmc_host_context>(store_, 1));
    context[0] = {{store_.abi(), builtinTable()}, found.host->function, found.env};
    import = {thunk, &context[0]};
    instance_->importedFunctionTypes_[index] = ids_[type];
    return {};
  }

  Result<void> makeMemories() {
    auto types = view_.table<wasmc_memory_type>(header_.memories);
    uint32_t imported = imported_[WASMC_EXTERN_memory];
    memory::MemoryShape shape = {header_.memory_guard_below, header_.memory_reservation,
                                 header_.memory_guard_above};
    for (uint32_t i = imported; i < types.size(); ++i) {
      memory::LinearMemory &memory = instance_->ownMemories_[i - imported];
      wasmc_memory *record = array<wasmc_memory>(header_.layout.memories) + (i - imported);
      TRY(memory.create(record, types[i], shape, store_.limits().memoryBytes));
      instance_->memories_[i] = &memory;
    }
    if (!instance_->memories_.empty())
      instance_->context_->memory0_base = instance_->memories_[0]->base();
    return {};
  }

  Result<void> makeTables() {
    auto types = view_.table<wasmc_table_type>(header_.tables);
    uint32_t imported = imported_[WASMC_EXTERN_table];
    for (uint32_t i = imported; i < types.size(); ++i) {
      object::Table &table = instance_->ownTables_[i - imported];
      wasmc_table *record = array<wasmc_table>(header_.layout.tables) + (i - imported);
      TRY(table.create(store_, record, types[i],
                       object::canonicalValueType(types[i].element, ids_)));
      instance_->tables_[i] = &table;
    }
    return {};
  }

  // Only what is known to fit lies in the image; everything else is the module's own code's work.
  Result<void> placeDataImage() {
    for (const wasmc_image_chunk &chunk : view_.table<wasmc_image_chunk>(header_.image_chunks)) {
      uint32_t imported = imported_[WASMC_EXTERN_memory];
      if (chunk.memory < imported || chunk.memory >= instance_->memories_.size())
        return damaged("memory of a data image");
      memory::LinearMemory &memory = *instance_->memories_[chunk.memory];
      TRY_ASSIGN(const uint8_t *bytes, view_.bytes(chunk.offset, chunk.length));
      if (const platform::File *file = image_.file(); file != nullptr) {
        TRY_ASSIGN(uint64_t offset, view_.fileOffset(chunk.offset, chunk.length));
        TRY(memory.mapImage(chunk.destination, file->fd(), offset, chunk.length));
      } else if (image_.isMovable()) {
        TRY(memory.moveImage(chunk.destination, bytes, chunk.length));
      } else {
        TRY(memory.copyImage(chunk.destination, bytes, chunk.length));
      }
    }
    return {};
  }

  Result<void> setSegmentLengths() {
    auto data = view_.table<wasmc_data_segment>(header_.data_segments);
    uint64_t *dataLengths = array<uint64_t>(header_.layout.data_lengths);
    for (size_t i = 0; i < data.size(); ++i) {
      if (data[i].initial_length > data[i].bytes.count)
        return damaged("length of a data segment");
      if (data[i].initial_length != 0)
        dataLengths[i] = data[i].initial_length;
    }
    auto elements = view_.table<wasmc_element_segment>(header_.element_segments);
    uint64_t *elementLengths = array<uint64_t>(header_.layout.element_lengths);
    for (size_t i = 0; i < elements.size(); ++i) {
      const wasmc_element_segment &segment = elements[i];
      if (segment.context_values != 0 &&
          (segment.context_values % 8 != 0 ||
           segment.context_values + uint64_t{segment.records.count} * 8 > header_.layout.size))
        return damaged("place of an element segment");
      elementLengths[i] = segment.records.count;
    }
    return {};
  }

  // Large modules have many thousand records: the common case stands in this loop, the others in
  // externOf.
  Result<void> fillFunctionRecords() {
    auto indices = view_.table<uint32_t>(header_.function_records);
    auto functions = view_.table<wasmc_function>(header_.functions);
    auto ranges = view_.table<wasmc_code_range>(header_.code_ranges);
    auto *records = array<wasmc_function_record>(header_.layout.function_records);
    platform::expectWrites(records, indices.size() * sizeof(wasmc_function_record));
    // Neighbours mostly lie in one range; ImageView::check has accepted all ranges.
    wasmc_code_range range = {};
    const uint8_t *base = reinterpret_cast<const uint8_t *>(&header_);
    auto isIn = [](const wasmc_code_range &range, int32_t code) {
      return static_cast<uint64_t>(int64_t{code} - range.text) < range.text_size;
    };
    for (size_t i = 0; i < indices.size(); ++i) {
      uint32_t index = indices[i];
      if (index >= imported_[WASMC_EXTERN_function] && index < functions.size()) {
        const wasmc_function &function = functions[index];
        if (!isIn(range, function.code))
          for (const wasmc_code_range &other : ranges)
            if (isIn(other, function.code))
              range = other;
        if (isIn(range, function.code) && function.type < ids_.size()) {
          records[i] = {const_cast<uint8_t *>(base) + function.code, instance_->context_,
                        ids_[function.type], 0};
          continue;
        }
      }
      TRY_ASSIGN(object::Extern found, instance_->externOf(WASMC_EXTERN_function, index));
      records[i] = {found.function.code, found.function.context, found.function.typeId, 0};
    }
    return {};
  }

  template <class T> T *array(uint32_t offset) const { return instance_->contextArray<T>(offset); }

  object::Store &store_;
  const load::CodeImage &image_;
  const load::ImageView &view_;
  const wasmc_image_header &header_;
  Instance *instance_ = nullptr;
  std::span<uint32_t> ids_;
  uint32_t imported_[5] = {};
};

Result<Instance *> Instance::create(object::Store &store, const load::CodeImage &image,
                                    const object::ImportResolver &imports) {
  return Instantiation(store, image).run(imports);
}

} // namespace wasmc::instance
