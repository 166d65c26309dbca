#include "runtime-support/platform/check.h"

#include "runtime-support/platform/output.h"
#include "runtime-support/platform/process.h"

namespace wasmc::platform {

void fail(const char *what) {
  Output output(kStandardError);
  output << "wasmc: internal error: " << what << "\n";
  output.flush();
  abortProcess();
}

} // namespace wasmc::platform
