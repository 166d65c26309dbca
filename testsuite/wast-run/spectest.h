// The host modules that scripts import from: "spectest" of the specification's interpreter, and
// "wasmc" with what our own scripts need besides.
#ifndef WASMC_TESTSUITE_WAST_RUN_SPECTEST_H
#define WASMC_TESTSUITE_WAST_RUN_SPECTEST_H

#include "runtime-support/object/extern.h"
#include "runtime-support/object/store.h"

#include <map>
#include <string>
#include <string_view>

namespace wasmc::wast {

// Both modules in one store, which must outlive the object.
//
// wasmc.reenter (i32) -> (i32) calls the export "reenter" of its caller, of the same type: guest
// frames and host frames in turn on one stack. A trap of the callee ends the caller too.
// wasmc.mix (i64 * 9, f64 * 9, v128 * 9) -> (i64, f64, v128, i32): the sums, and the first byte of
// its caller's memory. More of everything than registers can hold.
class HostModules {
public:
  Result<void> create(object::Store &store);

  bool find(std::string_view module, std::string_view name, object::Extern &found) const;

private:
  Result<void> addGlobal(object::Store &store, const char *name, uint32_t type, wasmc_slot value);
  Result<void> addTable(object::Store &store, const char *name, uint32_t flags);
  Result<void> addMemory(object::Store &store);

  std::map<std::string, object::Extern, std::less<>> spectest_;
  object::Table tables_[2];
  size_t tableCount_ = 0;
  memory::LinearMemory memory_;
  wasmc_memory memoryRecord_ = {};
};

} // namespace wasmc::wast

#endif
