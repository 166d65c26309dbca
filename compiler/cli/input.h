// The module that a command works on: a .wasm, or a .wat that is turned into one.
#ifndef WASMC_COMPILER_CLI_INPUT_H
#define WASMC_COMPILER_CLI_INPUT_H

#include "compiler/text/text.h"
#include "wasmc/detail/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wasmc::cli {

class ModuleInput {
public:
  explicit ModuleInput(std::string path) : path_(std::move(path)) {}

  // Reads the file; which format it is in, its first bytes say. False after a failure, which has
  // been reported on standard error.
  bool read();

  // The module in the binary format.
  const std::vector<uint8_t> &bytes() const { return bytes_; }

  // Prints what the decoder, the validator or the compiler found wrong: for a text with line and
  // column, the line itself and a caret, else with the byte offset.
  void reportError(const Error &problem) const;

private:
  std::string path_;
  std::vector<uint8_t> bytes_;
  // Of a text only.
  bool isText_ = false;
  std::string text_;
  text::OffsetMap map_;
};

} // namespace wasmc::cli

#endif
