// What the front door's exit codes mean. proc_exit of a guest gives its own.
#ifndef WASMC_RUNTIME_RUN_EXIT_CODES_H
#define WASMC_RUNTIME_RUN_EXIT_CODES_H

namespace wasmc::run {

inline constexpr int kSuccess = 0;
inline constexpr int kFailure = 1;    // a file, the system or an import refused
inline constexpr int kUsageError = 2; // the command line is wrong
inline constexpr int kTrap = 134;     // the guest trapped: as if it had been ended by SIGABRT

} // namespace wasmc::run

#endif
