#include "runtime-support/instance/instance.h"

#include <algorithm>

#include "runtime-support/object/type_registry.h"
#include "runtime-support/trap/trap.h"

namespace wasmc::instance {

namespace {

std::unexpected<Error> damaged(const char *what) {
  return error(Error::kNoOffset, "damaged file: ", what);
}

} // namespace

bool Instance::findExport(std::string_view name, object::Extern &found) const {
  const load::ImageView &view = image();
  auto exports = view.table<wasmc_export>(view.header().exports);
  auto order = view.table<uint32_t>(view.header().export_order);
  auto nameOf = [&](uint32_t index) {
    return index < exports.size() ? view.stringOrEmpty(exports[index].name) : std::string_view();
  };
  auto place = std::lower_bound(
      order.begin(), order.end(), name,
      [&](uint32_t index, std::string_view wanted) { return nameOf(index) < wanted; });
  if (place == order.end() || *place >= exports.size() || nameOf(*place) != name)
    return false;
  Result<object::Extern> entity = externOf(exports[*place].kind, exports[*place].index);
  if (!entity)
    return false;
  found = *entity;
  return true;
}

uint32_t Instance::findFunction(std::string_view name) const {
  const load::ImageView &view = image();
  // Linear, unlike findExport: callers need the index, and do this once.
  for (const wasmc_export &entry : view.table<wasmc_export>(view.header().exports))
    if (entry.kind == WASMC_EXTERN_function && view.stringOrEmpty(entry.name) == name)
      return entry.index;
  return WASMC_NO_INDEX;
}

Result<Callee> Instance::callee(uint32_t functionIndex) const {
  const load::ImageView &view = image();
  auto functions = view.table<wasmc_function>(view.header().functions);
  auto types = view.table<wasmc_type>(view.header().types);
  auto values = view.table<uint32_t>(view.header().value_types);
  if (functionIndex >= functions.size() || functions[functionIndex].type >= types.size())
    return damaged("index of a function");
  const wasmc_type &type = types[functions[functionIndex].type];
  TRY_ASSIGN(object::Extern function, externOf(WASMC_EXTERN_function, functionIndex));
  TRY_ASSIGN(void *thunk, view.code(type.entry_thunk));
  // canonicalizeTypes has checked that they lie inside.
  return Callee{function.function.code, function.function.context,
                reinterpret_cast<wasmc_entry_thunk>(thunk),
                values.subspan(type.values, type.param_count),
                values.subspan(type.values + type.param_count, type.result_count)};
}

Result<object::Extern> Instance::externOf(uint32_t kind, uint32_t index) const {
  const load::ImageView &view = image();
  const wasmc_image_header &header = view.header();
  std::span<const uint32_t> ids(contextArray<uint32_t>(header.layout.type_ids), header.types.count);
  object::Extern result;
  result.kind = static_cast<wasmc_extern_kind>(kind);
  switch (kind) {
  case WASMC_EXTERN_function: {
    auto functions = view.table<wasmc_function>(header.functions);
    if (index >= functions.size() || functions[index].type >= ids.size())
      return damaged("index of a function");
    if (index < importedFunctionTypes_.size()) {
      auto &import = contextArray<wasmc_function_import>(header.layout.imported_functions)[index];
      result.function = {import.code, import.context, importedFunctionTypes_[index]};
      return result;
    }
    TRY_ASSIGN(void *code, view.code(functions[index].code));
    result.function = {code, context_, ids[functions[index].type]};
    return result;
  }
  case WASMC_EXTERN_table:
    if (index >= tables_.size())
      return damaged("index of a table");
    result.table = tables_[index];
    return result;
  case WASMC_EXTERN_memory:
    if (index >= memories_.size())
      return damaged("index of a memory");
    result.memory = memories_[index];
    return result;
  case WASMC_EXTERN_global: {
    auto globals = view.table<wasmc_global_type>(header.globals);
    if (index >= globals.size())
      return damaged("index of a global");
    const wasmc_global_type &type = globals[index];
    void *value = index < importedGlobals_
                      ? contextArray<void *>(header.layout.imported_globals)[index]
                      : contextArray<uint8_t>(type.offset);
    result.global = {value, object::canonicalValueType(type.type, ids), type.mutability != 0};
    return result;
  }
  case WASMC_EXTERN_tag: {
    auto tags = view.table<uint32_t>(header.tags);
    if (index >= tags.size() || tags[index] >= ids.size())
      return damaged("index of a tag");
    void *tag = index < importedTags_
                    ? contextArray<void *>(header.layout.imported_tags)[index]
                    : contextArray<uint64_t>(header.layout.tags) + (index - importedTags_);
    result.tag = {tag, ids[tags[index]]};
    return result;
  }
  default:
    return damaged("kind of an export");
  }
}

Result<uint32_t> Instance::initialize() {
  TRY_ASSIGN(void *code, image().optionalCode(image().header().initialize));
  if (code == nullptr)
    return uint32_t{WASMC_TRAP_none};
  Callee callee;
  callee.code = code;
  callee.context = context_;
  callee.thunk = wasmc_initialize_thunk;
  return call(*store_, callee, nullptr);
}

uint32_t call(object::Store &store, const Callee &callee, wasmc_slot *slots) {
  wasmc_store *abi = store.abi();
  // A host function may look at its caller again after it has called back into the guest.
  wasmc_vm_context *caller = abi->caller;
  uint32_t code;
  {
    trap::GuestScope scope(abi);
    // Inside a host function the guest's frames lie on the current stack: go on below them.
    void *stackTop = abi->host_sp == nullptr ? abi->stack_top : nullptr;
    code = wasmc_enter(abi, callee.thunk, callee.code, callee.context, slots, stackTop);
  }
  abi->caller = caller;
  return code;
}

} // namespace wasmc::instance
