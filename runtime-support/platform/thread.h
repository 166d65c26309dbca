// The one thing that is per thread: which store runs on it.
#ifndef WASMC_RUNTIME_PLATFORM_THREAD_H
#define WASMC_RUNTIME_PLATFORM_THREAD_H

struct wasmc_store;

namespace wasmc::platform {

// The store whose guest code the current thread has entered, innermost entry; null outside. The
// signal handler reads it, so access must never allocate: hence initial-exec, which a program that
// loads the runtime with dlopen still has room for (one word). The freestanding flavour has one
// thread and no thread pointer.
#if WASMC_FREESTANDING
extern constinit wasmc_store *currentStore;
#else
extern constinit thread_local wasmc_store *currentStore [[gnu::tls_model("initial-exec")]];
#endif

} // namespace wasmc::platform

#endif
