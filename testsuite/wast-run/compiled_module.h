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
  wasm::CodeOptions code;
  std::string target;           // triple; empty: this machine
  std::string cpu;              // empty: the target's default
  std::string otherCpu;         // not empty: for every second module of a script
  bool instrument = false;      // the code counts
  bool randomProfile = false;   // optimise for counts that no run has made
  std::string scratchDirectory; // exists and is the process's own
};

// The `.cwasm` of a module, compiled under wasm::kDefault. In wast-run the compiler is part of the
// process; in wast-guest, which runs scripts on another machine, wast-run is asked for it.
Result<std::string> compileModule(std::span<const uint8_t> bytes, const CompileSettings &settings);

// Compiles, writes the file and maps it. The file has no name any more when
// this returns; the image holds it open.
Result<std::unique_ptr<load::CodeImage>> compileAndMap(std::span<const uint8_t> bytes,
                                                       const CompileSettings &settings);

} // namespace wasmc::wast

#endif
