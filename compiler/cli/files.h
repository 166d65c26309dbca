// Input and output files of the tools.
#ifndef WASMC_COMPILER_CLI_FILES_H
#define WASMC_COMPILER_CLI_FILES_H

#include "wasmc/detail/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wasmc::cli {

// The whole file, or a message with its name and the cause.
Result<std::vector<uint8_t>> readInput(const std::string &path);

// Writes to a temporary file beside `path` and renames it, so that `path` is either complete or
// untouched; `isProgram`: it can be executed. What is not a regular file ("/dev/stdout", a pipe) is
// written directly.
Result<void> writeOutput(const std::string &path, std::string_view bytes, bool isProgram = false);

// The directory in which this program lies, as the kernel knows it.
std::string programDirectory();

// Prints "wasmc: FILE: [at offset N: ]CAUSE" on standard error.
void report(const std::string &file, const Error &problem);

} // namespace wasmc::cli

#endif
