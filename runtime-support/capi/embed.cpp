// include/wasmc/embed.h over the rooms below. Everything an instance needs lies in one piece of
// memory from the system, so that the library needs no allocator.

#include "wasmc/embed.h"

#include <new>
#include <span>
#include <string_view>

#include "runtime-support/instance/instance.h"
#include "runtime-support/load/code_image.h"
#include "runtime-support/platform/arena.h"
#include "runtime-support/platform/atomic.h"
#include "runtime-support/platform/file.h"
#include "runtime-support/platform/virtual_memory.h"
#include "runtime-support/trap/trap.h"
#include "runtime-support/wasi/wasi.h"

using namespace wasmc;

struct wasmc_instance {
  platform::Arena arena;
  load::CodeImage file; // of wasmc_instance_load only
  const load::CodeImage *image = nullptr;
  object::Store store;
  wasi::WasiContext wasi;
  const wasmc_embed_options *options = nullptr;
  std::span<HostFunction> functions; // of the options, in the runtime's form
  instance::Instance *guest = nullptr;
};

namespace {

#ifdef WASMC_FREESTANDING
Error lastError;
#else
thread_local Error lastError;
#endif

wasmc_embed_options noOptions;

bool isSet(const char *text, std::string_view value) {
  return std::string_view(text) == value;
}

bool findImport(void *self, std::string_view module, std::string_view name, object::Extern &found) {
  auto &instance = *static_cast<wasmc_instance *>(self);
  const wasmc_embed_options &options = *instance.options;
  found.kind = WASMC_EXTERN_function;
  for (size_t k = 0; k < options.function_count; ++k) {
    const wasmc_embed_function &function = options.functions[k];
    if (!isSet(function.module, module) || !isSet(function.name, name))
      continue;
    found.function = {.host = &instance.functions[k], .env = function.env};
    return true;
  }
  const HostFunction *host = options.wasi != 0 ? wasi::lookup(module, name) : nullptr;
  if (host != nullptr)
    found.function = {.host = host, .env = &instance.wasi};
  return host != nullptr;
}

Result<void> prepareFunctions(wasmc_instance &instance) {
  const wasmc_embed_options &options = *instance.options;
  TRY_ASSIGN(instance.functions,
             instance.arena.allocateArray<HostFunction>(options.function_count));
  for (size_t k = 0; k < options.function_count; ++k)
    new (&instance.functions[k]) HostFunction{
        options.functions[k].name, options.functions[k].signature, options.functions[k].function};
  return {};
}

Result<void> prepareWasi(wasmc_instance &instance) {
  const wasmc_embed_options &options = *instance.options;
  if (options.wasi == 0)
    return {};
  TRY_ASSIGN(std::span<wasi::Preopen> preopens,
             instance.arena.allocateArray<wasi::Preopen>(options.directory_count));
  for (size_t k = 0; k < options.directory_count; ++k)
    new (&preopens[k]) wasi::Preopen{options.directories[2 * k], options.directories[2 * k + 1]};
  return instance.wasi.initialize({
      .arguments = {options.arguments, options.argument_count},
      .environment = {options.environment, options.environment_count},
      .preopens = preopens,
  });
}

// All but loading the image, which has been done.
Result<void> start(wasmc_instance &instance) {
  TRY(trap::prepareThread());
  object::StoreLimits limits;
  if (instance.options->stack_bytes != 0)
    limits.stackBytes = instance.options->stack_bytes;
  if (instance.options->max_memory_bytes != 0)
    limits.memoryBytes = instance.options->max_memory_bytes;
  TRY(instance.store.create(limits));
  TRY(prepareFunctions(instance));
  TRY(prepareWasi(instance));
  TRY_ASSIGN(instance.guest,
             instance::Instance::create(instance.store, *instance.image, {findImport, &instance}));
  TRY_ASSIGN(uint32_t code, instance.guest->initialize());
  if (code != WASMC_TRAP_none)
    return error(Error::kNoOffset, "instantiation trapped: ", trap::message(code));
  return {};
}

constexpr size_t kInstanceSize = (sizeof(wasmc_instance) + 15) / 16 * 16;

// A module that is linked into the program. Its code is registered once, however many instances it
// has, and stays as long as the program.
struct LinkedModule {
  LinkedModule *next;
  const wasmc_image_header *header;
  load::CodeImage image;
};

constinit platform::Lock linkedModulesLock;
constinit LinkedModule *linkedModules = nullptr;

Result<const load::CodeImage *> linkedImage(const wasmc_image_header *header) {
  platform::LockGuard guard(linkedModulesLock);
  for (LinkedModule *module = linkedModules; module != nullptr; module = module->next)
    if (module->header == header)
      return &module->image;
  TRY_ASSIGN(uint8_t *memory,
             platform::allocatePages(platform::roundUpToPage(sizeof(LinkedModule)), "a module"));
  auto *module = new (memory) LinkedModule{linkedModules, header, {}};
  if (Result<void> used = module->image.use(header); !used) {
    module->~LinkedModule();
    platform::release(memory, platform::roundUpToPage(sizeof(LinkedModule)));
    return std::unexpected(used.error());
  }
  linkedModules = module;
  return &module->image;
}

// A new instance whose image `load` provides; null after a failure, which is recorded.
template <class Load> wasmc_instance *make(const wasmc_embed_options *options, Load load) {
  platform::Arena arena;
  Result<uint8_t *> memory = arena.allocate(kInstanceSize);
  if (!memory) {
    lastError = memory.error();
    return nullptr;
  }
  auto *instance = new (*memory) wasmc_instance;
  // The instance owns the piece it stands in.
  instance->arena.swap(arena);
  instance->options = options != nullptr ? options : &noOptions;
  Result<void> done = load(*instance);
  if (done)
    done = start(*instance);
  if (done)
    return instance;
  lastError = done.error();
  wasmc_instance_delete(instance);
  return nullptr;
}

uint32_t fail(const Error &problem) {
  lastError = problem;
  return WASMC_CALL_FAILED;
}

uint32_t callFunction(wasmc_instance &instance, uint32_t index, std::string_view name,
                      wasmc_slot *slots, size_t count) {
  Result<instance::Callee> callee = instance.guest->callee(index);
  if (!callee)
    return fail(callee.error());
  if (count < callee->parameters.size() || count < callee->results.size())
    return fail(error(Error::kNoOffset, name, " needs more slots than ", count).error());
  if (Result<void> prepared = trap::prepareThread(); !prepared)
    return fail(prepared.error());
  return instance::call(instance.store, *callee, slots);
}

// Null when there is no such export or it is of another kind.
const wasmc_export *exportOf(const wasmc_instance &instance, uint32_t number,
                             wasmc_extern_kind kind) {
  const load::ImageView &image = instance.guest->image();
  std::span<const wasmc_export> exports = image.table<wasmc_export>(image.header().exports);
  bool isThere = number < exports.size() && exports[number].kind == static_cast<uint32_t>(kind);
  return isThere ? &exports[number] : nullptr;
}

} // namespace

extern "C" {

wasmc_instance *wasmc_instance_new(const wasmc_image_header *module,
                                   const wasmc_embed_options *options) {
  return make(options, [&](wasmc_instance &instance) -> Result<void> {
    TRY_ASSIGN(instance.image, linkedImage(module));
    return {};
  });
}

wasmc_instance *wasmc_instance_load(const char *path, const wasmc_embed_options *options) {
  return make(options, [&](wasmc_instance &instance) -> Result<void> {
    TRY_ASSIGN(platform::File file, platform::File::openForReading(path));
    instance.image = &instance.file;
    return instance.file.load(std::move(file), {});
  });
}

void wasmc_instance_delete(wasmc_instance *instance) {
  if (instance == nullptr)
    return;
  platform::Arena arena;
  arena.swap(instance->arena);
  instance->~wasmc_instance();
  // `arena` unmaps the piece in which the instance stood.
}

uint32_t wasmc_call(wasmc_instance *instance, const char *function, wasmc_slot *slots,
                    size_t count) {
  uint32_t index = instance->guest->findFunction(function);
  if (index == WASMC_NO_INDEX)
    return fail(error(Error::kNoOffset, "no exported function named ", function).error());
  return callFunction(*instance, index, function, slots, count);
}

uint32_t wasmc_call_export(wasmc_instance *instance, uint32_t number, wasmc_slot *slots,
                           size_t count) {
  const wasmc_export *entry = exportOf(*instance, number, WASMC_EXTERN_function);
  if (entry == nullptr)
    return fail(error(Error::kNoOffset, "export ", number, " is no function").error());
  std::string_view name = instance->guest->image().stringOrEmpty(entry->name);
  return callFunction(*instance, entry->index, name, slots, count);
}

uint32_t wasmc_exit_code(const wasmc_instance *instance) {
  return instance->store.abi()->exit_code;
}

uint8_t *wasmc_memory_data(const wasmc_instance *instance, const char *memory, size_t *bytes) {
  object::Extern found;
  if (!instance->guest->findExport(memory, found) || found.kind != WASMC_EXTERN_memory)
    return nullptr;
  const wasmc_memory &definition = *found.memory->record();
  *bytes = definition.bytes;
  return definition.base;
}

uint8_t *wasmc_export_memory(const wasmc_instance *instance, uint32_t number, size_t *bytes) {
  const wasmc_export *entry = exportOf(*instance, number, WASMC_EXTERN_memory);
  if (entry == nullptr || entry->index >= instance->guest->memories().size())
    return nullptr;
  const wasmc_memory &definition = *instance->guest->memories()[entry->index]->record();
  *bytes = definition.bytes;
  return definition.base;
}

const char *wasmc_trap_message(uint32_t code) {
  // Literals, hence terminated; the empty one too.
  std::string_view message = trap::message(code);
  return message.empty() ? "" : message.data();
}

const char *wasmc_last_error(void) {
  return lastError.text;
}

} // extern "C"
