// Which keywords the text format has, to tell a misplaced one from a misspelt one.
#ifndef WASMC_COMPILER_TEXT_KEYWORDS_H
#define WASMC_COMPILER_TEXT_KEYWORDS_H

#include <string_view>

namespace wasmc::text {

bool isKnownKeyword(std::string_view word);

} // namespace wasmc::text

#endif
