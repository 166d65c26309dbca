// The one number that says whether compiled code and runtime understand each other.
#ifndef WASMC_ABI_VERSION_H
#define WASMC_ABI_VERSION_H

// Changes whenever a struct in this folder, the order of a row in a .def table, or a calling rule
// changes. The loader refuses an artefact that carries another number.
#define WASMC_ABI_VERSION 5u

// The version of the toolchain as a person reads it. Part of the cache key and of the artefact.
#define WASMC_VERSION_STRING "0.1.0"

#endif
