// The file in which a run leaves what an instrumented module counted.
#ifndef WASMC_RUNTIME_RUN_PROFILE_FILE_H
#define WASMC_RUNTIME_RUN_PROFILE_FILE_H

#include "runtime-support/instance/instance.h"
#include "runtime-support/platform/file.h"
#include "wasmc/detail/result.h"

namespace wasmc::run {

// Where it goes unless told otherwise, in the directory in which wasmc was started.
inline constexpr const char *kDefaultProfile = "wasmc.profile";

bool isInstrumented(const instance::Instance &instance);

// Where a profile is going to be written.
//
// The guest may have been granted the directory, and be no friend: it, or an earlier one, can put a
// symbolic link where the file or a directory on the way to it is expected, and a profile written
// through that would overwrite a file that was never granted. So the directory is opened before the
// guest runs, and a link in the place of the file itself is refused, not followed.
class ProfileFile {
public:
  // `path` outlives the object.
  static Result<ProfileFile> prepare(const char *path);

  // Writes the counters of an instrumented module, over what was in the file. A file that was not
  // written to its end is refused by its reader, so it needs no other name first.
  Result<void> write(const instance::Instance &instance) const;

private:
  const char *path_ = nullptr;
  const char *name_ = nullptr; // in the directory: the end of the path
  platform::File directory_;
};

} // namespace wasmc::run

#endif
