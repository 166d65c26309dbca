# Sanitizers for everything but the freestanding front door, which has no run-time library to hold
# their support code.
if(WASMC_SANITIZE)
  set(WASMC_SANITIZE_FLAGS -fsanitize=${WASMC_SANITIZE} -fno-omit-frame-pointer
      -fno-sanitize-recover=all)
  # vptr needs RTTI, which this project is built without.
  if(WASMC_SANITIZE MATCHES "undefined")
    list(APPEND WASMC_SANITIZE_FLAGS -fno-sanitize=vptr)
  endif()
else()
  set(WASMC_SANITIZE_FLAGS)
endif()

# The whole tree tells libFuzzer where it has been; only the fuzz targets link its main().
if(WASMC_FUZZ)
  list(APPEND WASMC_SANITIZE_FLAGS -fsanitize=fuzzer-no-link)
endif()
