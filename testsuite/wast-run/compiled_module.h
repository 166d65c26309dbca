// A module of a script on the shipped path: binary bytes, compiler, a `.cwasm` file, loader.
#ifndef WASMC_TESTSUITE_WAST_RUN_COMPILED_MODULE_H
#define WASMC_TESTSUITE_WAST_RUN_COMPILED_MODULE_H

#include "compiler/wasm/code_options.h"
#include "compiler/wasm/features.h"
#include "runtime-support/load/code_image.h"

#include <memory>
#include <span>
#include <string>

namespace wasmc::wast {

struct CompileSettings {
  unsigned level = 2;
  std::string cpu; // empty: this machine's default
  wasm::CodeOptions code;
  std::string scratchDirectory; // exists and is the process's own
};

// Compiles under wasm::kDefault, writes the file and maps it. The file has no name any more when
// this returns; the image holds it open.
Result<std::unique_ptr<load::CodeImage>> compileAndMap(std::span<const uint8_t> bytes,
                                                       const CompileSettings &settings);

} // namespace wasmc::wast

#endif
