// `initialize(context)`: what instantiation does after memories, tables and imports are in place.
#ifndef WASMC_COMPILER_LOWER_INITIALIZE_H
#define WASMC_COMPILER_LOWER_INITIALIZE_H

#include "compiler/lower/module_context.h"

namespace wasmc::lower {

// Emits the function. Compiled code rather than tables for
// the runtime: constant expressions then need no interpreter, and a trap in a segment or in the
// start function is an ordinary trap with an ordinary backtrace.
void makeInitialize(ModuleContext &module, const wasm::DataImage &image);

} // namespace wasmc::lower

#endif
