// Only where mimalloc is linked: being C, its `operator new` ends the program where the language
// wants an exception, and readInput has a message for that.

#include <cstdlib>
#include <new>

// malloc is mimalloc's too, and so is the `delete` that frees it.
void *operator new(size_t size) {
  if (void *memory = std::malloc(size))
    return memory;
  throw std::bad_alloc();
}

void *operator new[](size_t size) {
  return operator new(size);
}
