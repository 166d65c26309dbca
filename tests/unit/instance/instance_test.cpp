// Instances of hand-made modules: linking, calls, traps with their meaning, builtins.
#include "runtime-support/instance/instance.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <thread>

#include "runtime-support/instance/backtrace.h"
#include "runtime-support/object/type_registry.h"
#include "runtime-support/trap/trap.h"
#include "tests/unit/load/image_builder.h"

namespace wasmc {
namespace {

using instance::Callee;
using instance::Instance;
using testing::HasSubstr;

// What a test offers to import, by "module.name".
struct Offers {
  std::map<std::string, object::Extern> externs;

  static bool find(void *self, std::string_view module, std::string_view name,
                   object::Extern &found) {
    auto &externs = static_cast<Offers *>(self)->externs;
    auto entry = externs.find(std::string(module) + "." + std::string(name));
    if (entry == externs.end())
      return false;
    found = entry->second;
    return true;
  }
  object::ImportResolver resolver() { return {find, this}; }

  void offerHost(const std::string &name, const HostFunction *function, void *env = nullptr) {
    object::Extern entry;
    entry.function = {};
    entry.function.host = function;
    entry.function.env = env;
    externs[name] = entry;
  }
};

// A module and its instance in a store of its own.
class Guest {
public:
  explicit Guest(ImageBuilder builder, object::StoreLimits limits = {}) {
    Result<void> loaded = image.load(fileOf(builder.bytes()), {});
    EXPECT_TRUE(loaded) << loaded.error().text;
    Result<void> created = store.create(limits);
    EXPECT_TRUE(created) << created.error().text;
    EXPECT_TRUE(trap::prepareThread());
  }

  // "" or the error of linking.
  std::string instantiate() {
    Result<Instance *> made = Instance::create(store, image, offers.resolver());
    if (!made)
      return made.error().text;
    instance = *made;
    return "";
  }

  uint32_t call(const char *name, std::vector<uint64_t> arguments = {}) {
    Result<Callee> callee = instance->callee(instance->findFunction(name));
    EXPECT_TRUE(callee) << callee.error().text;
    for (wasmc_slot &slot : slots)
      slot = {};
    for (size_t i = 0; i < arguments.size(); ++i)
      slots[i].u64 = arguments[i];
    return instance::call(store, *callee, slots);
  }
  uint64_t result() const { return slots[0].u64; }

  object::Extern exported(const char *name) {
    object::Extern found;
    EXPECT_TRUE(instance->findExport(name, found)) << name;
    return found;
  }

  load::CodeImage image;
  object::Store store;
  Offers offers;
  Instance *instance = nullptr;
  wasmc_slot slots[8] = {};
};

// One exported function for each row; type 0 is the guest type.
ImageBuilder moduleWith(std::vector<std::pair<const char *, void (*)()>> functions) {
  ImageBuilder builder;
  uint32_t type = builder.addGuestType();
  for (auto [name, code] : functions) {
    builder.exports.push_back(
        {name, WASMC_EXTERN_function, static_cast<uint32_t>(builder.functions.size())});
    builder.functions.push_back({type, code});
    builder.functionNames.push_back(name);
  }
  return builder;
}

constexpr wasmc_memory_type kOneToThreePages = {1, 3, 0, 16};

TEST(InstanceTest, CallsAnExport) {
  Guest guest(moduleWith({{"add", guest_add}}));
  ASSERT_EQ(guest.instantiate(), "");
  ASSERT_EQ(guest.call("add", {40, 2}), WASMC_TRAP_none);
  EXPECT_EQ(guest.result(), 42u);
  EXPECT_EQ(guest.instance->findFunction("sub"), WASMC_NO_INDEX);
  object::Extern found;
  EXPECT_FALSE(guest.instance->findExport("sub", found));
  EXPECT_TRUE(guest.instance->findExport("add", found));
}

TEST(InstanceTest, InitializeRunsAsGuestCode) {
  ImageBuilder builder = moduleWith({{"load", guest_load}});
  builder.memories = {kOneToThreePages};
  builder.initialize = guest_initialize;
  Guest guest(builder);
  ASSERT_EQ(guest.instantiate(), "");
  Result<uint32_t> code = guest.instance->initialize();
  ASSERT_TRUE(code);
  EXPECT_EQ(*code, WASMC_TRAP_none);
  ASSERT_EQ(guest.call("load", {8, 0}), WASMC_TRAP_none);
  EXPECT_EQ(guest.result(), 42u);
}

TEST(InstanceTest, InitializeMayTrap) {
  ImageBuilder builder = moduleWith({{"load", guest_load}});
  builder.initialize = guest_divide_by_zero;
  Guest guest(builder);
  ASSERT_EQ(guest.instantiate(), "");
  Result<uint32_t> code = guest.instance->initialize();
  ASSERT_TRUE(code);
  EXPECT_EQ(*code, WASMC_TRAP_integer_divide_by_zero);
}

// --- linear memory ---

TEST(InstanceMemory, EndsWhereItEnds) {
  ImageBuilder builder = moduleWith({{"load", guest_load}, {"store", guest_store}});
  builder.memories = {kOneToThreePages};
  Guest guest(builder);
  ASSERT_EQ(guest.instantiate(), "");
  EXPECT_EQ(guest.call("store", {65532, 7}), WASMC_TRAP_none);
  EXPECT_EQ(guest.call("load", {65532, 0}), WASMC_TRAP_none);
  EXPECT_EQ(guest.result(), 7u);
  for (uint64_t address : {65533ull, 65536ull, 0x7fffffffull, 0xffffffffull})
    EXPECT_EQ(guest.call("load", {address, 0}), WASMC_TRAP_out_of_bounds_memory_access) << address;
  // The largest index and the largest offset together still lie in the guard.
  EXPECT_EQ(guest.call("load", {0xffffffff, 0xffffffff}), WASMC_TRAP_out_of_bounds_memory_access);
}

TEST(InstanceMemory, GrowsToItsLimit) {
  ImageBuilder builder = moduleWith({{"load", guest_load}, {"call", guest_call_builtin}});
  builder.memories = {kOneToThreePages};
  Guest guest(builder);
  ASSERT_EQ(guest.instantiate(), "");
  auto grow = [&](uint64_t delta) {
    EXPECT_EQ(guest.call("call", {WASMC_BUILTIN_memory_grow, 0, delta}), WASMC_TRAP_none);
    return guest.result();
  };
  EXPECT_EQ(grow(0), 1u);
  EXPECT_EQ(guest.call("load", {65536, 0}), WASMC_TRAP_out_of_bounds_memory_access);
  EXPECT_EQ(grow(1), 1u);
  EXPECT_EQ(guest.call("load", {65536, 0}), WASMC_TRAP_none);
  EXPECT_EQ(guest.result(), 0u);
  EXPECT_EQ(grow(2), UINT64_MAX);
  EXPECT_EQ(grow(0xffffffff), UINT64_MAX);
  EXPECT_EQ(grow(UINT64_MAX), UINT64_MAX);
  EXPECT_EQ(grow(1), 2u);
  EXPECT_EQ(grow(1), UINT64_MAX);
  EXPECT_EQ(guest.instance->memories()[0]->pages(), 3u);
}

TEST(InstanceMemory, HostLimitHoldsBesidesTheTypes) {
  ImageBuilder builder = moduleWith({{"call", guest_call_builtin}});
  builder.memories = {kOneToThreePages};
  object::StoreLimits limits;
  limits.memoryBytes = 2 * WASMC_PAGE_SIZE + 1;
  Guest guest(builder, limits);
  ASSERT_EQ(guest.instantiate(), "");
  EXPECT_EQ(guest.instance->memories()[0]->grow(1), 1u);
  EXPECT_EQ(guest.instance->memories()[0]->grow(1), memory::kRefused);
  limits.memoryBytes = 100;
  Guest small(builder, limits);
  EXPECT_THAT(small.instantiate(), HasSubstr("more than the limit of 100"));
}

TEST(InstanceMemory, DataImageIsMappedCopyOnWrite) {
  ImageBuilder builder = moduleWith({{"load", guest_load}, {"store", guest_store}});
  builder.memories = {kOneToThreePages};
  builder.dataImage = std::string(2 * ImageBuilder::kPage, 'x');
  std::vector<uint8_t> bytes = builder.bytes();
  platform::File file = fileOf(bytes);
  int fd = dup(file.fd());
  load::CodeImage image;
  ASSERT_TRUE(image.load(std::move(file), {}));
  object::Store store;
  ASSERT_TRUE(store.create({}));
  Result<Instance *> made = Instance::create(store, image, {});
  ASSERT_TRUE(made) << made.error().text;
  uint8_t *base = (*made)->memories()[0]->base();
  EXPECT_EQ(base[0], 'x');
  EXPECT_EQ(base[2 * ImageBuilder::kPage - 1], 'x');
  EXPECT_EQ(base[2 * ImageBuilder::kPage], 0);
  base[0] = 'y';
  std::vector<uint8_t> after(bytes.size());
  ASSERT_EQ(pread(fd, after.data(), after.size(), 0), static_cast<ssize_t>(after.size()));
  EXPECT_EQ(after, bytes);
  close(fd);
  // Mapped, not copied: the kernel knows the file behind the memory's first page.
  std::ifstream maps("/proc/self/maps");
  std::string line;
  bool mapped = false;
  char begin[32];
  snprintf(begin, sizeof(begin), "%lx-", reinterpret_cast<unsigned long>(base));
  while (std::getline(maps, line))
    mapped = mapped || (line.starts_with(begin) && line.find("rw-p") != std::string::npos &&
                        line.find("memfd:image") != std::string::npos);
  EXPECT_TRUE(mapped);
}

TEST(InstanceMemory, DataImageThatDoesNotFitIsRefused) {
  ImageBuilder builder = moduleWith({{"load", guest_load}});
  builder.memories = {{0, 1, 0, 16}};
  builder.dataImage = std::string(ImageBuilder::kPage, 'x');
  Guest guest(builder);
  EXPECT_THAT(guest.instantiate(), HasSubstr("data image"));
}

TEST(InstanceMemory, OtherKindsAreRefused) {
  for (wasmc_memory_type type : {wasmc_memory_type{1, 2, WASMC_LIMITS_FLAG_64, 16},
                                 {1, 2, WASMC_LIMITS_FLAG_SHARED, 16},
                                 {1, 2, 0, 0},
                                 {2, 1, 0, 16},
                                 {65537, WASMC_LIMITS_NO_MAX, 0, 16}}) {
    ImageBuilder builder = moduleWith({{"load", guest_load}});
    builder.memories = {type};
    Guest guest(builder);
    EXPECT_NE(guest.instantiate(), "");
  }
  for (uint64_t wasmc_image_header::*field :
       {&wasmc_image_header::memory_guard_below, &wasmc_image_header::memory_reservation,
        &wasmc_image_header::memory_guard_above})
    for (uint64_t value : {uint64_t{0}, uint64_t{65536}, uint64_t{1} << 50, UINT64_MAX}) {
      ImageBuilder builder = moduleWith({{"load", guest_load}});
      builder.memories = {kOneToThreePages};
      builder.header.*field = value;
      Guest guest(builder);
      EXPECT_THAT(guest.instantiate(), HasSubstr("reservation"));
    }
}

TEST(InstanceMemory, InitChecksTheWholeRangeFirst) {
  ImageBuilder builder =
      moduleWith({{"init", guest_memory_init}, {"load", guest_load}, {"call", guest_call_builtin}});
  builder.memories = {kOneToThreePages};
  builder.dataSegments = {"0123456789"};
  Guest guest(builder);
  ASSERT_EQ(guest.instantiate(), "");
  auto init = [&](uint64_t to, uint64_t from, uint64_t length) {
    EXPECT_EQ(guest.call("init", {to, from, length}), WASMC_TRAP_none);
    return guest.result();
  };
  EXPECT_EQ(init(100, 2, 4), WASMC_TRAP_none);
  uint8_t *base = guest.instance->memories()[0]->base();
  EXPECT_EQ(memcmp(base + 99,
                   "\0"
                   "2345"
                   "\0",
                   6),
            0);
  EXPECT_EQ(init(65536, 10, 0), WASMC_TRAP_none);
  EXPECT_EQ(init(65537, 0, 0), WASMC_TRAP_out_of_bounds_memory_access);
  EXPECT_EQ(init(0, 11, 0), WASMC_TRAP_out_of_bounds_memory_access);
  EXPECT_EQ(init(65532, 0, 5), WASMC_TRAP_out_of_bounds_memory_access);
  EXPECT_EQ(memcmp(base + 65532, "\0\0\0\0", 4), 0);
  EXPECT_EQ(init(0, 8, 3), WASMC_TRAP_out_of_bounds_memory_access);
  EXPECT_EQ(init(UINT64_MAX, 0, 1), WASMC_TRAP_out_of_bounds_memory_access);
  EXPECT_EQ(init(0, UINT64_MAX, 2), WASMC_TRAP_out_of_bounds_memory_access);
  EXPECT_EQ(init(0, 0, UINT64_MAX), WASMC_TRAP_out_of_bounds_memory_access);
  EXPECT_EQ(guest.call("call", {WASMC_BUILTIN_data_drop, 0}), WASMC_TRAP_none);
  EXPECT_EQ(init(0, 0, 1), WASMC_TRAP_out_of_bounds_memory_access);
  EXPECT_EQ(init(0, 0, 0), WASMC_TRAP_none);
}

// --- tables ---

ImageBuilder moduleWithTable(wasmc_table_type type) {
  ImageBuilder builder = moduleWith({{"init", guest_table_init},
                                     {"copy", guest_table_copy},
                                     {"call", guest_call_builtin},
                                     {"add", guest_add}});
  builder.functions[3].hasRecord = true;
  builder.functions[2].hasRecord = true;
  builder.tables = {type};
  builder.elementSegments = {{1, 0, 2, 2}};
  return builder;
}

TEST(InstanceTable, InitCopyFillAndDrop) {
  Guest guest(moduleWithTable({6, 6, 0, WASMC_VALUE_TYPE_funcref}));
  ASSERT_EQ(guest.instantiate(), "");
  object::Table &table = *guest.instance->tables()[0];
  auto *records = guest.instance->contextArray<wasmc_function_record>(
      guest.instance->image().header().layout.function_records);
  auto bulk = [&](const char *name, uint64_t to, uint64_t from, uint64_t length) {
    EXPECT_EQ(guest.call(name, {to, from, length}), WASMC_TRAP_none);
    return guest.result();
  };
  auto contents = [&] {
    return std::vector<void *>(table.elements(), table.elements() + table.length());
  };
  void *a = &records[0];
  void *b = &records[1];
  void *const none = nullptr;
  EXPECT_EQ(contents(), std::vector<void *>(6, none));
  EXPECT_EQ(bulk("init", 1, 0, 4), WASMC_TRAP_none);
  std::vector<void *> expected = {none, a, none, b, b, none};
  EXPECT_EQ(contents(), expected);
  EXPECT_EQ(bulk("init", 3, 0, 4), WASMC_TRAP_out_of_bounds_table_access);
  EXPECT_EQ(bulk("init", 0, 1, 4), WASMC_TRAP_out_of_bounds_table_access);
  EXPECT_EQ(bulk("init", 0, UINT64_MAX, 2), WASMC_TRAP_out_of_bounds_table_access);
  EXPECT_EQ(contents(), expected);
  // Overlapping, both ways.
  EXPECT_EQ(bulk("copy", 0, 1, 5), WASMC_TRAP_none);
  EXPECT_EQ(contents(), (std::vector<void *>{a, none, b, b, none, none}));
  EXPECT_EQ(bulk("copy", 1, 0, 5), WASMC_TRAP_none);
  expected = {a, a, none, b, b, none};
  EXPECT_EQ(contents(), expected);
  EXPECT_EQ(bulk("copy", 2, 0, 5), WASMC_TRAP_out_of_bounds_table_access);
  EXPECT_EQ(bulk("copy", 0, 2, 5), WASMC_TRAP_out_of_bounds_table_access);
  EXPECT_EQ(contents(), expected);
  uint64_t value = reinterpret_cast<uint64_t>(b);
  EXPECT_EQ(guest.call("call", {WASMC_BUILTIN_table_fill, 0, 4, value, 2}), WASMC_TRAP_none);
  EXPECT_EQ(guest.result(), WASMC_TRAP_none);
  EXPECT_EQ(contents(), (std::vector<void *>{a, a, none, b, b, b}));
  guest.call("call", {WASMC_BUILTIN_table_fill, 0, 4, value, 3});
  EXPECT_EQ(guest.result() & 0xffffffff, WASMC_TRAP_out_of_bounds_table_access);
  guest.call("call", {WASMC_BUILTIN_elem_drop, 0});
  EXPECT_EQ(bulk("init", 0, 0, 1), WASMC_TRAP_out_of_bounds_table_access);
  EXPECT_EQ(bulk("init", 0, 0, 0), WASMC_TRAP_none);
  // What the references mean.
  EXPECT_EQ(records[1].context, guest.instance->context());
  EXPECT_NE(records[1].type_id, 0u);
  EXPECT_EQ(
      reinterpret_cast<uint64_t (*)(void *, uint64_t, uint64_t)>(records[1].code)(nullptr, 1, 2),
      3u);
}

TEST(InstanceTable, GrowsWithoutMoving) {
  Guest guest(moduleWithTable({2, WASMC_LIMITS_NO_MAX, 0, WASMC_VALUE_TYPE_funcref}));
  ASSERT_EQ(guest.instantiate(), "");
  object::Table &table = *guest.instance->tables()[0];
  void **elements = table.elements();
  int something = 0;
  auto grow = [&](uint64_t delta) {
    guest.call("call",
               {WASMC_BUILTIN_table_grow, 0, reinterpret_cast<uint64_t>(&something), delta});
    return guest.result();
  };
  EXPECT_EQ(grow(1), 2u);
  EXPECT_EQ(grow(100'000), 3u);
  EXPECT_EQ(table.elements(), elements);
  EXPECT_EQ(elements[1], nullptr);
  EXPECT_EQ(elements[2], &something);
  EXPECT_EQ(elements[100'002], &something);
  EXPECT_EQ(grow(10'000'000), UINT64_MAX);
  EXPECT_EQ(grow(UINT64_MAX), UINT64_MAX);
  EXPECT_EQ(grow(0), 100'003u);
}

TEST(InstanceTable, MaximumHolds) {
  Guest guest(moduleWithTable({2, 4, 0, WASMC_VALUE_TYPE_funcref}));
  ASSERT_EQ(guest.instantiate(), "");
  object::Table &table = *guest.instance->tables()[0];
  EXPECT_EQ(table.grow(3, nullptr), UINT64_MAX);
  EXPECT_EQ(table.grow(2, nullptr), 2u);
  EXPECT_EQ(table.grow(1, nullptr), UINT64_MAX);
}

// --- imports ---

uint32_t addInHost(void *env, wasmc_store *store, wasmc_slot *slots) {
  ++*static_cast<int *>(env);
  EXPECT_NE(store->caller, nullptr);
  slots[0].u64 = slots[0].u64 + slots[1].u64;
  return WASMC_TRAP_none;
}
uint32_t exitInHost(void *, wasmc_store *store, wasmc_slot *) {
  store->exit_code = 7;
  return WASMC_TRAP_exit;
}
const HostFunction kAdd = {"add", "lllll:l", addInHost};
const HostFunction kExit = {"exit", "lllll:l", exitInHost};
const HostFunction kOther = {"other", "llll:l", addInHost};

ImageBuilder importingModule() {
  ImageBuilder builder;
  uint32_t type = builder.addGuestType();
  builder.imports = {{"host", "f", WASMC_EXTERN_function}};
  builder.functions = {{type, nullptr, true}, {type, guest_call_import}};
  builder.exports = {{"call", WASMC_EXTERN_function, 1}, {"again", WASMC_EXTERN_function, 0}};
  return builder;
}

TEST(InstanceImports, HostFunctionIsCalled) {
  Guest guest(importingModule());
  int calls = 0;
  guest.offers.offerHost("host.f", &kAdd, &calls);
  ASSERT_EQ(guest.instantiate(), "");
  ASSERT_EQ(guest.call("call", {40, 2}), WASMC_TRAP_none);
  EXPECT_EQ(guest.result(), 42u);
  EXPECT_EQ(calls, 1);
}

// What a host function could break: that a reference is not null, that it is of a declared type.
TEST(InstanceImports, HostFunctionsHaveNoPromisingReferences) {
  static const HostFunction kTakesReference = {"take", "r:", addInHost};
  auto instantiate = [](uint32_t parameter) {
    ImageBuilder builder;
    builder.functionTypes.push_back({{parameter}, {}});
    builder.imports = {{"host", "f", WASMC_EXTERN_function}};
    builder.functions = {{0, nullptr, true}};
    Guest guest(builder);
    guest.offers.offerHost("host.f", &kTakesReference);
    return guest.instantiate();
  };
  EXPECT_EQ(instantiate(WASMC_VALUE_TYPE_funcref), "");
  EXPECT_EQ(instantiate(WASMC_VALUE_TYPE_externref), "");
  EXPECT_THAT(instantiate(WASMC_VALUE_TYPE_funcref & ~WASMC_VALUE_NULLABLE_BIT),
              HasSubstr("incompatible"));
  // A nullable reference to type 0.
  EXPECT_THAT(instantiate(WASMC_VALUE_ref | WASMC_VALUE_NULLABLE_BIT |
                          WASMC_HEAP_defined << WASMC_VALUE_HEAP_SHIFT),
              HasSubstr("incompatible"));
}

TEST(InstanceImports, HostFunctionLeavesTheGuest) {
  Guest guest(importingModule());
  guest.offers.offerHost("host.f", &kExit);
  ASSERT_EQ(guest.instantiate(), "");
  EXPECT_EQ(guest.call("call"), WASMC_TRAP_exit);
  EXPECT_EQ(guest.store.abi()->exit_code, 7u);
}

TEST(InstanceImports, MessagesAreTheSuites) {
  Guest guest(importingModule());
  EXPECT_EQ(guest.instantiate(), "unknown import: \"host\" \"f\"");
  guest.offers.offerHost("host.f", &kOther);
  EXPECT_THAT(guest.instantiate(), testing::StartsWith("incompatible import type: \"host\" \"f\""));
  object::Extern memory;
  memory.kind = WASMC_EXTERN_memory;
  memory.memory = nullptr;
  guest.offers.externs["host.f"] = memory;
  EXPECT_THAT(guest.instantiate(), testing::StartsWith("incompatible import type"));
}

TEST(InstanceImports, FunctionsOfOtherInstances) {
  Guest exporter(moduleWith({{"add", guest_add}}));
  ASSERT_EQ(exporter.instantiate(), "");
  load::CodeImage image;
  ASSERT_TRUE(image.load(fileOf(importingModule().bytes()), {}));
  Offers offers;
  offers.externs["host.f"] = exporter.exported("add");
  Result<Instance *> importer = Instance::create(exporter.store, image, offers.resolver());
  ASSERT_TRUE(importer) << importer.error().text;
  Result<Callee> callee = (*importer)->callee((*importer)->findFunction("call"));
  ASSERT_TRUE(callee);
  wasmc_slot slots[5] = {};
  slots[0].u64 = 1;
  slots[1].u64 = 2;
  ASSERT_EQ(instance::call(exporter.store, *callee, slots), WASMC_TRAP_none);
  EXPECT_EQ(slots[0].u64, 3u);
  // Exported again it still is the same function of the same instance.
  object::Extern again;
  ASSERT_TRUE((*importer)->findExport("again", again));
  EXPECT_EQ(again.function.code, exporter.exported("add").function.code);
  EXPECT_EQ(again.function.context, exporter.instance->context());
  EXPECT_EQ(again.function.typeId, exporter.exported("add").function.typeId);
}

ImageBuilder exportingModule(uint32_t memoryFlags = 0) {
  ImageBuilder builder = moduleWith({{"add", guest_add}, {"load", guest_load}});
  builder.memories = {{2, 4, memoryFlags, 16}};
  builder.tables = {{10, 20, 0, WASMC_VALUE_TYPE_funcref}};
  builder.globals = {{WASMC_VALUE_i32, 1, 0}, {WASMC_VALUE_i64, 0, 0}};
  builder.exports.insert(builder.exports.end(), {{"memory", WASMC_EXTERN_memory, 0},
                                                 {"table", WASMC_EXTERN_table, 0},
                                                 {"var", WASMC_EXTERN_global, 0},
                                                 {"const", WASMC_EXTERN_global, 1}});
  return builder;
}

// Imports one entity of the exporting module; "" when linking accepts it.
std::string link(const char *name, std::function<void(ImageBuilder &)> declare,
                 uint32_t memoryFlags = 0) {
  Guest exporter(exportingModule(memoryFlags));
  EXPECT_EQ(exporter.instantiate(), "");
  object::Extern offered = exporter.exported(name);
  ImageBuilder builder = moduleWith({{"unused", guest_add}});
  builder.imports = {{"m", "x", static_cast<uint32_t>(offered.kind)}};
  declare(builder);
  load::CodeImage image;
  EXPECT_TRUE(image.load(fileOf(builder.bytes()), {}));
  Offers offers;
  offers.externs["m.x"] = offered;
  Result<Instance *> made = Instance::create(exporter.store, image, offers.resolver());
  return made ? "" : made.error().text;
}

TEST(InstanceImports, LimitsOfMemories) {
  auto memory = [](uint64_t min, uint64_t max) {
    return link("memory", [=](ImageBuilder &builder) { builder.memories = {{min, max, 0, 16}}; });
  };
  EXPECT_EQ(memory(2, 4), "");
  EXPECT_EQ(memory(0, 5), "");
  EXPECT_EQ(memory(1, WASMC_LIMITS_NO_MAX), "");
  EXPECT_THAT(memory(3, 4), HasSubstr("incompatible import type"));
  EXPECT_THAT(memory(2, 3), HasSubstr("incompatible import type"));
}

// Code that relies on guard pages would reach what lies behind a memory without them.
TEST(InstanceImports, CheckedMemoriesAreForCheckedCodeOnly) {
  auto memory = [](uint32_t given, uint32_t wanted) {
    auto declare = [=](ImageBuilder &builder) { builder.memories = {{2, 4, wanted, 16}}; };
    return link("memory", declare, given);
  };
  EXPECT_EQ(memory(0, WASMC_MEMORY_FLAG_CHECKED), "");
  EXPECT_EQ(memory(WASMC_MEMORY_FLAG_CHECKED, WASMC_MEMORY_FLAG_CHECKED), "");
  EXPECT_THAT(memory(WASMC_MEMORY_FLAG_CHECKED, 0), HasSubstr("incompatible import type"));
  EXPECT_THAT(memory(WASMC_MEMORY_FLAG_CHECKED, 0), HasSubstr("guard pages"));
  constexpr uint32_t kChecked64 = WASMC_MEMORY_FLAG_CHECKED | WASMC_LIMITS_FLAG_64;
  EXPECT_EQ(memory(kChecked64, kChecked64), "");
  EXPECT_THAT(memory(kChecked64, WASMC_MEMORY_FLAG_CHECKED), HasSubstr("another type"));
  EXPECT_THAT(memory(kChecked64, WASMC_LIMITS_FLAG_64), HasSubstr("guard pages"));
}

TEST(InstanceImports, LimitsAndTypesOfTables) {
  auto table = [](uint64_t min, uint64_t max, uint32_t element) {
    return link("table", [=](ImageBuilder &builder) { builder.tables = {{min, max, 0, element}}; });
  };
  EXPECT_EQ(table(10, 20, WASMC_VALUE_TYPE_funcref), "");
  EXPECT_EQ(table(0, WASMC_LIMITS_NO_MAX, WASMC_VALUE_TYPE_funcref), "");
  EXPECT_THAT(table(11, 20, WASMC_VALUE_TYPE_funcref), HasSubstr("incompatible"));
  EXPECT_THAT(table(10, 19, WASMC_VALUE_TYPE_funcref), HasSubstr("incompatible"));
  EXPECT_THAT(table(10, 20, WASMC_VALUE_TYPE_externref), HasSubstr("incompatible"));
}

TEST(InstanceImports, TypesOfGlobals) {
  auto global = [](const char *name, uint32_t type, uint32_t mutability) {
    return link(name, [=](ImageBuilder &builder) { builder.globals = {{type, mutability, 0}}; });
  };
  EXPECT_EQ(global("var", WASMC_VALUE_i32, 1), "");
  EXPECT_EQ(global("const", WASMC_VALUE_i64, 0), "");
  EXPECT_THAT(global("var", WASMC_VALUE_i32, 0), HasSubstr("incompatible"));
  EXPECT_THAT(global("const", WASMC_VALUE_i64, 1), HasSubstr("incompatible"));
  EXPECT_THAT(global("var", WASMC_VALUE_i64, 1), HasSubstr("incompatible"));
}

TEST(InstanceImports, MemoryIsSharedAndGrowsForBoth) {
  Guest exporter(exportingModule());
  ASSERT_EQ(exporter.instantiate(), "");
  ImageBuilder builder = moduleWith({{"store", guest_store}, {"call", guest_call_builtin}});
  builder.imports = {{"m", "x", WASMC_EXTERN_memory}};
  builder.memories = {{1, WASMC_LIMITS_NO_MAX, 0, 16}};
  load::CodeImage image;
  ASSERT_TRUE(image.load(fileOf(builder.bytes()), {}));
  Offers offers;
  offers.externs["m.x"] = exporter.exported("memory");
  Result<Instance *> importer = Instance::create(exporter.store, image, offers.resolver());
  ASSERT_TRUE(importer) << importer.error().text;
  auto call = [&](const char *name, std::vector<uint64_t> arguments) {
    Result<Callee> callee = (*importer)->callee((*importer)->findFunction(name));
    wasmc_slot slots[8] = {};
    for (size_t i = 0; i < arguments.size(); ++i)
      slots[i].u64 = arguments[i];
    EXPECT_EQ(instance::call(exporter.store, *callee, slots), WASMC_TRAP_none);
    return slots[0].u64;
  };
  EXPECT_EQ(exporter.call("load", {2 * 65536, 0}), WASMC_TRAP_out_of_bounds_memory_access);
  EXPECT_EQ(call("call", {WASMC_BUILTIN_memory_grow, 0, 1}), 2u);
  call("store", {2 * 65536, 99});
  EXPECT_EQ(exporter.call("load", {2 * 65536, 0}), WASMC_TRAP_none);
  EXPECT_EQ(exporter.result(), 99u);
  // The exporter's maximum holds, not the importer's.
  EXPECT_EQ(call("call", {WASMC_BUILTIN_memory_grow, 0, 2}), UINT64_MAX);
}

// --- what a trap says ---

TEST(Backtrace, NamesFunctionsAndOffsets) {
  ImageBuilder builder = moduleWith({{"outer", guest_outer}, {"inner", guest_divide_by_zero}});
  auto pcOf = [](const void *address) {
    return static_cast<uint32_t>(static_cast<const char *>(address) - guest_code_begin);
  };
  uint32_t inner = pcOf(reinterpret_cast<void *>(guest_divide_by_zero));
  uint32_t outer = pcOf(reinterpret_cast<void *>(guest_outer));
  uint32_t afterCall = pcOf(guest_outer_return);
  builder.wasmOffsets = {{0, 0},        {inner, 500},    {inner + 4, 510},
                         {outer, 1000}, {outer + 4, 77}, {afterCall, 2000}};
  Guest guest(builder);
  ASSERT_EQ(guest.instantiate(), "");
  EXPECT_EQ(guest.call("outer"), WASMC_TRAP_integer_divide_by_zero);
  const wasmc_store &store = *guest.store.abi();
  ASSERT_EQ(store.trap_frame_count, 3u);
  instance::Frame frame;
  ASSERT_TRUE(instance::describeFrame(store, 0, frame));
  EXPECT_EQ(frame.function, "inner");
  EXPECT_EQ(frame.index, 1u);
  EXPECT_EQ(frame.wasmOffset, 510u);
  ASSERT_TRUE(instance::describeFrame(store, 1, frame));
  EXPECT_EQ(frame.function, "outer");
  // The call itself, not what follows it.
  EXPECT_EQ(frame.wasmOffset, 77u);
  EXPECT_FALSE(instance::describeFrame(store, 2, frame)) << "the entry thunk is no frame";
  EXPECT_FALSE(instance::describeFrame(store, 3, frame));
}

TEST(Backtrace, NothingIsSaidOfWhatIsNotLoadedAnyMore) {
  object::Store store;
  ASSERT_TRUE(store.create({}));
  {
    load::CodeImage image;
    ASSERT_TRUE(image.load(fileOf(moduleWith({{"outer", guest_outer}}).bytes()), {}));
    Result<Instance *> made = Instance::create(store, image, {});
    ASSERT_TRUE(made);
    wasmc_slot slots[5] = {};
    EXPECT_EQ(instance::call(store, *(*made)->callee(0), slots), WASMC_TRAP_integer_divide_by_zero);
  }
  instance::Frame frame;
  EXPECT_FALSE(instance::describeFrame(*store.abi(), 0, frame));
}

// --- damaged tables behind a right header ---

TEST(InstanceFuzz, DamagedTablesAreRefusedOrHarmless) {
  ImageBuilder builder = moduleWithTable({6, 6, 0, WASMC_VALUE_TYPE_funcref});
  builder.imports = {{"host", "f", WASMC_EXTERN_function}};
  builder.functions.insert(builder.functions.begin(), {0, nullptr, true});
  builder.memories = {kOneToThreePages};
  builder.globals = {{WASMC_VALUE_i32, 1, 0}};
  builder.dataSegments = {"0123456789"};
  builder.dataImage = std::string(ImageBuilder::kPage, 'x');
  std::vector<uint8_t> good = builder.bytes();
  size_t begin = load::kContainerHeadSize;
  size_t end = static_cast<size_t>(builder.header.code_ranges.offset) + WASMC_IMAGE_HEADER_OFFSET;
  int calls = 0;
  size_t refused = 0;
  for (size_t at = begin; at < end; ++at)
    for (uint8_t change : {0x01, 0x80, 0xff}) {
      std::vector<uint8_t> bytes = good;
      bytes[at] ^= change;
      load::CodeImage image;
      if (!image.load(fileOf(bytes), {})) {
        ++refused;
        continue;
      }
      object::Store store;
      ASSERT_TRUE(store.create({}));
      Offers offers;
      offers.offerHost("host.f", &kAdd, &calls);
      Result<Instance *> made = Instance::create(store, image, offers.resolver());
      refused += !made;
      if (!made)
        continue;
      // Looked at in every way that does not run the code, which is trusted.
      object::Extern found;
      for (const char *name : {"init", "copy", "call", "add", "", "zzz"})
        (*made)->findExport(name, found);
      for (uint32_t i = 0; i < 8; ++i)
        (void)(*made)->callee(i).has_value();
    }
  EXPECT_GT(refused, 100u);
}

// --- identity of types ---

// The guest type stands at another index in each module.
ImageBuilder moduleWithTypesBefore(size_t typesBefore) {
  ImageBuilder builder;
  for (size_t i = 0; i < typesBefore; ++i)
    builder.functionTypes.push_back({std::vector<uint32_t>(i, WASMC_VALUE_f32), {}});
  uint32_t type = builder.addGuestType();
  builder.exports.push_back({"add", WASMC_EXTERN_function, 0});
  builder.functions.push_back({type, guest_add});
  return builder;
}

TEST(InstanceTypes, SameIdAfterUnloadAndReload) {
  uint32_t first = 0;
  for (size_t round = 0; round < 4; ++round) {
    // The store and the code of the round before are gone.
    Guest guest(moduleWithTypesBefore(round));
    ASSERT_EQ(guest.instantiate(), "");
    uint32_t id = guest.exported("add").function.typeId;
    EXPECT_NE(id, 0u);
    if (round == 0)
      first = id;
    EXPECT_EQ(id, first) << "round " << round;
  }
}

TEST(InstanceTypes, SameIdOnEveryThread) {
  constexpr size_t kThreads = 4;
  uint32_t ids[kThreads] = {};
  std::vector<std::thread> threads;
  for (size_t t = 0; t < kThreads; ++t)
    threads.emplace_back([&ids, t] {
      Guest guest(moduleWithTypesBefore(t + 5));
      if (guest.instantiate() == "" && guest.call("add", {40, 2}) == WASMC_TRAP_none &&
          guest.result() == 42)
        ids[t] = guest.exported("add").function.typeId;
    });
  for (std::thread &thread : threads)
    thread.join();
  for (uint32_t id : ids) {
    EXPECT_NE(id, 0u);
    EXPECT_EQ(id, ids[0]);
  }
}

} // namespace
} // namespace wasmc
