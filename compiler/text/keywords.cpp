#include "compiler/text/keywords.h"

#include "compiler/text/number.h"
#include "compiler/wasm/operators.h"

#include <algorithm>

namespace wasmc::text {

namespace {

// Sorted. Operators are in operators.def.
constexpr std::string_view kKeywords[] = {
    "any",
    "anyref",
    "array",
    "arrayref",
    "assert_exception",
    "assert_exhaustion",
    "assert_invalid",
    "assert_invalid_custom",
    "assert_malformed",
    "assert_malformed_custom",
    "assert_return",
    "assert_trap",
    "assert_unlinkable",
    "binary",
    "catch",
    "catch_all",
    "catch_all_ref",
    "catch_ref",
    "data",
    "declare",
    "definition",
    "either",
    "elem",
    "eq",
    "eqref",
    "exn",
    "exnref",
    "export",
    "extern",
    "externref",
    "f32",
    "f32x4",
    "f64",
    "f64x2",
    "field",
    "final",
    "func",
    "funcref",
    "get",
    "global",
    "i16",
    "i16x8",
    "i31",
    "i31ref",
    "i32",
    "i32x4",
    "i64",
    "i64x2",
    "i8",
    "i8x16",
    "import",
    "input",
    "instance",
    "invoke",
    "item",
    "local",
    "memory",
    "module",
    "mut",
    "nan:arithmetic",
    "nan:canonical",
    "noexn",
    "noextern",
    "nofunc",
    "none",
    "null",
    "nullexnref",
    "nullexternref",
    "nullfuncref",
    "nullref",
    "offset",
    "output",
    "pagesize",
    "param",
    "quote",
    "rec",
    "ref",
    "register",
    "result",
    "script",
    "shared",
    "start",
    "struct",
    "structref",
    "sub",
    "table",
    "tag",
    "then",
    "thread",
    "type",
    "v128",
    "wait",
};
static_assert(std::ranges::is_sorted(kKeywords));

bool isAssignment(std::string_view word, std::string_view key) {
  return word.starts_with(key) && formOf(word.substr(key.size())) == NumberForm::natural;
}

} // namespace

bool isKnownKeyword(std::string_view word) {
  return std::ranges::binary_search(kKeywords, word) || wasm::findOperatorByName(word) ||
         formOf(word) != NumberForm::none || isAssignment(word, "offset=") ||
         isAssignment(word, "align=");
}

} // namespace wasmc::text
