// UTF-8, as far as names and source text need it.
#ifndef WASMC_COMPILER_TEXT_UTF8_H
#define WASMC_COMPILER_TEXT_UTF8_H

#include <stddef.h>
#include <stdint.h>

#include <string>
#include <string_view>

namespace wasmc::text {

// Length of the well-formed sequence (Unicode 3.9, table 3-7) at the start of `text`, which is not
// empty; 0 if there is none.
size_t utf8Length(std::string_view text);

bool isUtf8(std::string_view text);

// Appends the encoding of a Unicode scalar value.
void appendUtf8(std::string &to, uint32_t codePoint);

} // namespace wasmc::text

#endif
