// Element and data segments in an artefact.
#ifndef WASMC_COMPILER_CONTAINER_SEGMENTS_H
#define WASMC_COMPILER_CONTAINER_SEGMENTS_H

#include "compiler/container/blob.h"
#include "compiler/wasm/instance_layout.h"
#include "compiler/wasm/module.h"

namespace wasmc::container {

// In two steps, so that the small tables which every start reads stand together: `reserve` makes
// room for the table, `fill` appends what its entries point to and writes them.
wasmc_span reserveElements(Blob &blob, const wasm::Module &module);
void fillElements(Blob &blob, wasmc_span table, const wasm::Module &module,
                  const wasm::InstanceLayout &layout);
wasmc_span reserveData(Blob &blob, const wasm::Module &module);
void fillData(Blob &blob, wasmc_span table, const wasm::Module &module,
              const wasm::DataImage &image);

// The chunk table; the chunks themselves are linked in by symbol.
wasmc_span appendChunks(Blob &blob, const wasm::DataImage &image);
std::string chunkSymbol(size_t chunk);

} // namespace wasmc::container

#endif
