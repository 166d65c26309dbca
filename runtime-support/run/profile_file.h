// The file in which a run leaves what an instrumented module counted.
#ifndef WASMC_RUNTIME_RUN_PROFILE_FILE_H
#define WASMC_RUNTIME_RUN_PROFILE_FILE_H

#include "runtime-support/instance/instance.h"
#include "wasmc/detail/result.h"

namespace wasmc::run {

// Where it goes unless told otherwise, in the directory in which wasmc was started.
inline constexpr const char *kDefaultProfile = "wasmc.profile";

bool isInstrumented(const instance::Instance &instance);

// Writes the counters of an instrumented module, over what was in the file. A file that was not
// written to its end is refused by its reader, so it needs no other name first.
Result<void> writeProfile(const char *path, const instance::Instance &instance);

} // namespace wasmc::run

#endif
