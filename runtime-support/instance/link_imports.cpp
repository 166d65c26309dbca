#include "runtime-support/instance/link_imports.h"

namespace wasmc::instance {

namespace {

using object::Extern;

std::unexpected<Error> damaged(const char *what) {
  return error(Error::kNoOffset, "damaged file: ", what);
}

const char *kindName(uint32_t kind) {
  switch (kind) {
  case WASMC_EXTERN_function:
    return "a function";
  case WASMC_EXTERN_table:
    return "a table";
  case WASMC_EXTERN_memory:
    return "a memory";
  case WASMC_EXTERN_global:
    return "a global";
  default:
    return "a tag";
  }
}

// The letter of HostFunction::signature for a value type of the file; a mark that no signature has
// for what is none. A host function is not asked what it knows of non-null references and of types
// that the module declares: it could break their promise.
char letterOf(uint32_t type) {
  uint32_t kind = type & WASMC_VALUE_KIND_MASK;
  if (kind == WASMC_VALUE_ref && type != WASMC_VALUE_TYPE_externref &&
      type != WASMC_VALUE_TYPE_funcref)
    return '?';
  return kind <= WASMC_VALUE_ref ? WASMC_VALUE_LETTERS[kind] : '?';
}

bool signatureMatches(std::string_view signature, std::span<const uint32_t> values,
                      uint32_t parameters) {
  if (signature.size() != values.size() + 1)
    return false;
  for (size_t i = 0; i < signature.size(); ++i) {
    char expected = i < parameters    ? letterOf(values[i])
                    : i == parameters ? ':'
                                      : letterOf(values[i - 1]);
    if (signature[i] != expected)
      return false;
  }
  return true;
}

bool limitsMatch(uint64_t min, uint64_t max, uint64_t wantedMin, uint64_t wantedMax) {
  return min >= wantedMin && (wantedMax == WASMC_LIMITS_NO_MAX || max <= wantedMax);
}

// One import on its way to being linked.
class Import {
public:
  Import(const load::ImageView &image, std::span<const uint32_t> ids, const wasmc_import &import)
      : image_(image), header_(image.header()), ids_(ids), import_(import) {}

  Result<void> check(const Extern &found) const {
    if (static_cast<uint32_t>(found.kind) != import_.kind)
      return incompatible(kindName(static_cast<uint32_t>(found.kind)), kindName(import_.kind));
    switch (import_.kind) {
    case WASMC_EXTERN_function:
      return checkFunction(found.function);
    case WASMC_EXTERN_table:
      return checkTable(*found.table);
    case WASMC_EXTERN_memory:
      return checkMemory(*found.memory);
    case WASMC_EXTERN_global:
      return checkGlobal(found.global);
    default:
      return checkTag(found.tag);
    }
  }

  std::unexpected<Error> unknown() const {
    return error(Error::kNoOffset, "unknown import: \"", image_.stringOrEmpty(import_.module),
                 "\" \"", image_.stringOrEmpty(import_.name), "\"");
  }

private:
  std::unexpected<Error> incompatible(std::string_view given, std::string_view wanted) const {
    return error(Error::kNoOffset, "incompatible import type: \"",
                 image_.stringOrEmpty(import_.module), "\" \"", image_.stringOrEmpty(import_.name),
                 "\" is ", given, ", but the module wants ", wanted);
  }

  Result<void> checkFunction(const object::ExternFunction &found) const {
    auto functions = image_.table<wasmc_function>(header_.functions);
    if (import_.index >= functions.size() || functions[import_.index].type >= ids_.size())
      return damaged("index of a function");
    uint32_t typeIndex = functions[import_.index].type;
    const wasmc_type &type = image_.table<wasmc_type>(header_.types)[typeIndex];
    bool matches;
    if (found.host != nullptr) {
      auto values = image_.table<uint32_t>(header_.value_types)
                        .subspan(type.values, type.param_count + type.result_count);
      matches = signatureMatches(found.host->signature, values, type.param_count);
    } else {
      matches = object::isSubtype(found.typeId, ids_[typeIndex]);
    }
    if (!matches)
      return incompatible("a function of another type", "one of its own");
    return {};
  }

  Result<void> checkTable(const object::Table &found) const {
    auto tables = image_.table<wasmc_table_type>(header_.tables);
    if (import_.index >= tables.size())
      return damaged("index of a table");
    const wasmc_table_type &wanted = tables[import_.index];
    wasmc_table_type given = found.currentType();
    if (found.elementType() != object::canonicalValueType(wanted.element, ids_) ||
        given.flags != wanted.flags)
      return incompatible("a table of another type", "one of its own");
    if (!limitsMatch(given.min, given.max, wanted.min, wanted.max))
      return incompatible("a table of another size", "one within its limits");
    return {};
  }

  Result<void> checkMemory(const memory::LinearMemory &found) const {
    auto memories = image_.table<wasmc_memory_type>(header_.memories);
    if (import_.index >= memories.size())
      return damaged("index of a memory");
    const wasmc_memory_type &wanted = memories[import_.index];
    wasmc_memory_type given = found.currentType();
    if (((given.flags ^ wanted.flags) & ~WASMC_MEMORY_FLAG_CHECKED) != 0 ||
        given.page_size_log2 != wanted.page_size_log2)
      return incompatible("a memory of another type", "one of its own");
    // Code without bounds checks would reach whatever lies behind the memory's small reservation.
    if ((wanted.flags & WASMC_MEMORY_FLAG_CHECKED) == 0 && !found.isGuarded())
      return incompatible("a memory without guard pages",
                          "one with, unless it is compiled with --bounds-checks too");
    if (!limitsMatch(given.min, given.max, wanted.min, wanted.max))
      return incompatible("a memory of another size", "one within its limits");
    return {};
  }

  Result<void> checkGlobal(const object::ExternGlobal &found) const {
    auto globals = image_.table<wasmc_global_type>(header_.globals);
    if (import_.index >= globals.size())
      return damaged("index of a global");
    const wasmc_global_type &wanted = globals[import_.index];
    object::CanonicalValueType type = object::canonicalValueType(wanted.type, ids_);
    bool isMutable = wanted.mutability != 0;
    bool matches = isMutable ? found.type == type : object::matches(found.type, type);
    if (found.isMutable != isMutable || !matches)
      return incompatible("a global of another type", "one of its own");
    return {};
  }

  Result<void> checkTag(const object::ExternTag &found) const {
    auto tags = image_.table<uint32_t>(header_.tags);
    if (import_.index >= tags.size() || tags[import_.index] >= ids_.size())
      return damaged("index of a tag");
    if (found.typeId != ids_[tags[import_.index]])
      return incompatible("a tag of another type", "one of its own");
    return {};
  }

  const load::ImageView &image_;
  const wasmc_image_header &header_;
  std::span<const uint32_t> ids_;
  const wasmc_import &import_;
};

} // namespace

Result<Extern> linkImport(const load::ImageView &image, std::span<const uint32_t> ids,
                          const wasmc_import &import, const object::ImportResolver &resolver) {
  TRY_ASSIGN(std::string_view module, image.string(import.module));
  TRY_ASSIGN(std::string_view name, image.string(import.name));
  Import wanted(image, ids, import);
  Extern found;
  if (resolver.find == nullptr || !resolver.find(resolver.self, module, name, found))
    return wanted.unknown();
  TRY(wanted.check(found));
  return found;
}

} // namespace wasmc::instance
