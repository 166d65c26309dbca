// Binding imports to what the resolver offers.
#ifndef WASMC_RUNTIME_INSTANCE_LINK_IMPORTS_H
#define WASMC_RUNTIME_INSTANCE_LINK_IMPORTS_H

#include <stdint.h>

#include <span>
#include <string_view>

#include "runtime-support/load/image_view.h"
#include "runtime-support/object/extern.h"
#include "wasmc/detail/result.h"

namespace wasmc::instance {

// Asks the resolver for an import and checks kind and type against the module's declaration
// (specification, "Import Matching"). `ids` are the canonical ids of the module's types. The
// messages begin as the specification's test suite words them.
Result<object::Extern> linkImport(const load::ImageView &image, std::span<const uint32_t> ids,
                                  const wasmc_import &import,
                                  const object::ImportResolver &resolver);

} // namespace wasmc::instance

#endif
