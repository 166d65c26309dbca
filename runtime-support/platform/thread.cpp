#include "runtime-support/platform/thread.h"

namespace wasmc::platform {

#if WASMC_FREESTANDING
constinit wasmc_store *currentStore = nullptr;
#else
constinit thread_local wasmc_store *currentStore [[gnu::tls_model("initial-exec")]] = nullptr;
#endif

} // namespace wasmc::platform
