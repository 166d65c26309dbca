// Linking with lld as a library: objects to the image of a `.cwasm`, or to one relocatable object.
#ifndef WASMC_COMPILER_CONTAINER_LINK_H
#define WASMC_COMPILER_CONTAINER_LINK_H

#include "wasmc/detail/result.h"

#include <span>
#include <string>
#include <string_view>

namespace wasmc::container {

// The object with the routines that LLVM may call (memcpy, ...), for the given ELF machine. It is
// part of this program.
std::string_view imageBuiltins(uint32_t elfMachine);

// Position-independent image with two segments (read-only, executable), no dynamic section, no
// relocation and nothing undefined. Thread-safe, but one link at a time: lld is not reentrant.
Result<std::string> linkImage(std::span<const std::string_view> objects, uint32_t pageSize);

// All objects in one, relocatable; symbols of the code stay hidden.
Result<std::string> linkRelocatable(std::span<const std::string_view> objects);

// A static executable of relocatable objects and the runtime's archive. A symbol that neither
// defines is an error that names it.
Result<std::string> linkExecutable(std::span<const std::string_view> objects,
                                   const std::string &archive, uint32_t pageSize);

// One file of several images (abi/container.h, next_image), in this order.
std::string joinImages(std::span<std::string> images);

// Writes the fields of the header that only the finished file knows: size and hashes.
// `next` is the header's next_image.
void sealImage(std::string &image, uint64_t next = 0);

} // namespace wasmc::container

#endif
