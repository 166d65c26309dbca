// A module's exports and imports as C declarations, for programs that link its object.
#ifndef WASMC_COMPILER_CONTAINER_C_HEADER_H
#define WASMC_COMPILER_CONTAINER_C_HEADER_H

#include "compiler/wasm/module.h"
#include "wasmc/detail/result.h"

#include <string>
#include <string_view>

namespace wasmc::container {

// What is left of a text when everything but letters, digits and underscores of C is replaced;
// never empty, never beginning with a digit.
std::string cIdentifier(std::string_view text);

// The text of a header for C11 and C++17. Every name in it begins with `prefix`, an identifier:
// PREFIX_module is the symbol of the object. The error names an import that no C function can be.
Result<std::string> writeCHeader(const wasm::Module &module, const std::string &prefix,
                                 const std::string &sourceName);

} // namespace wasmc::container

#endif
