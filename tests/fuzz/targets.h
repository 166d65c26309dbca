// The fuzz targets. Each is one program: under libFuzzer (preset `fuzz`) it searches; elsewhere
// replay_main.cpp runs it on the corpus and on a fixed number of changed copies.
#ifndef WASMC_TESTS_FUZZ_TARGETS_H
#define WASMC_TESTS_FUZZ_TARGETS_H

#include <stddef.h>
#include <stdint.h>

// Must return for any bytes: a crash, a hang or a sanitizer's report is the finding.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
