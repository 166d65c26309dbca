// Element and data segments in an artefact.
#ifndef WASMC_COMPILER_CONTAINER_SEGMENTS_H
#define WASMC_COMPILER_CONTAINER_SEGMENTS_H

#include "compiler/container/blob.h"
#include "compiler/wasm/instance_layout.h"
#include "compiler/wasm/module.h"

namespace wasmc::container {

wasmc_span appendElements(Blob &blob, const wasm::Module &module,
                          const wasm::InstanceLayout &layout);
wasmc_span appendData(Blob &blob, const wasm::Module &module, const wasm::DataImage &image);

// The chunk table; the chunks themselves are linked in by symbol.
wasmc_span appendChunks(Blob &blob, const wasm::DataImage &image);
std::string chunkSymbol(size_t chunk);

} // namespace wasmc::container

#endif
