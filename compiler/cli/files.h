// Input and output files of the tools.
#ifndef WASMC_COMPILER_CLI_FILES_H
#define WASMC_COMPILER_CLI_FILES_H

#include "wasmc/detail/result.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wasmc::cli {

// The whole file, or a message with its name and the cause.
Result<std::vector<uint8_t>> readInput(const std::string &path);

struct Output {
  std::string path;
  std::string_view bytes;
  bool isProgram = false; // it can be executed
};

// Writes each to a temporary file beside its path and renames them when all are written, so that
// every path is either complete or untouched, and no one is there without the others (unless a
// rename fails in a directory that was writable just before). What is not a regular file
// ("/dev/stdout", a pipe) is written directly. Reports what goes wrong; false then.
bool writeOutputs(std::span<const Output> outputs);

// The directory in which this program lies, as the kernel knows it.
std::string programDirectory();

// Prints "wasmc: FILE: [at offset N: ]CAUSE" on standard error.
void report(const std::string &file, const Error &problem);

} // namespace wasmc::cli

#endif
