// The routines that LLVM may call on its own, carried by every image as hidden symbols so that an
// image needs nothing from outside. Compiled once per target, without builtins: otherwise the
// compiler would turn a copying loop into a call of itself.
#include "memory_routines.h"
#include "round_routines.h"
