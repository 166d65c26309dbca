# The front door for another architecture: this same tree, configured once more for that target with
# clang-22 and Debian's cross C++ headers, built to build/<preset>/cross/<architecture>/bin/wasmc; and
# the archive with which `--emit=exe` makes executables for it, beside those of this machine; and
# wast-guest, the one program here that needs that machine's C and C++ libraries; and the archive for
# embedders, build/<preset>/cross/<architecture>/lib/libwasmc-rt.a.
include(ExternalProject)

find_program(WASMC_CROSS_C_COMPILER NAMES clang-22 REQUIRED)
find_program(WASMC_CROSS_CXX_COMPILER NAMES clang++-22 REQUIRED)

# wasmc_cross_runtime(ARCHITECTURE): target wasmc-ARCHITECTURE.
function(wasmc_cross_runtime architecture)
  set(triple ${architecture}-linux-gnu)
  set(directory ${CMAKE_BINARY_DIR}/cross/${architecture})
  ExternalProject_Add(wasmc-${architecture}
    PREFIX ${directory}/external
    SOURCE_DIR ${CMAKE_SOURCE_DIR}
    BINARY_DIR ${directory}
    # Ninja there knows what is out of date; nobody here does.
    BUILD_ALWAYS ON
    BUILD_COMMAND ${CMAKE_COMMAND} --build ${directory} --target wasmc wasmc-executable-runtime
                  differential-executor wast-guest wasmc-rt
    BUILD_BYPRODUCTS ${directory}/bin/wasmc ${directory}/bin/differential-executor
                     ${directory}/bin/wast-guest ${directory}/lib/libwasmc-rt.a
                     ${WASMC_EXECUTABLE_RUNTIMES}/${architecture}/libwasmc-executable-runtime.a
    INSTALL_COMMAND ""
    USES_TERMINAL_BUILD ON # one build at a time: two would double the load
    CMAKE_CACHE_ARGS
      -DCMAKE_SYSTEM_NAME:STRING=Linux
      -DCMAKE_SYSTEM_PROCESSOR:STRING=${architecture}
      -DCMAKE_C_COMPILER:FILEPATH=${WASMC_CROSS_C_COMPILER}
      -DCMAKE_CXX_COMPILER:FILEPATH=${WASMC_CROSS_CXX_COMPILER}
      -DCMAKE_C_COMPILER_TARGET:STRING=${triple}
      -DCMAKE_CXX_COMPILER_TARGET:STRING=${triple}
      -DCMAKE_ASM_COMPILER_TARGET:STRING=${triple}
      -DCMAKE_C_COMPILER_LAUNCHER:STRING=${CMAKE_C_COMPILER_LAUNCHER}
      -DCMAKE_CXX_COMPILER_LAUNCHER:STRING=${CMAKE_CXX_COMPILER_LAUNCHER}
      # No C library to link with, so CMake's own checks must not link.
      -DCMAKE_TRY_COMPILE_TARGET_TYPE:STRING=STATIC_LIBRARY
      -DCMAKE_EXE_LINKER_FLAGS:STRING=-fuse-ld=lld
      -DCMAKE_BUILD_TYPE:STRING=${CMAKE_BUILD_TYPE}
      -DWASMC_WERROR:BOOL=${WASMC_WERROR}
      -DWASMC_COMPILER:BOOL=OFF
      -DWASMC_CROSS:BOOL=OFF
      -DWASMC_WAST_GUEST:BOOL=ON
      -DWASMC_EXECUTABLE_RUNTIMES:PATH=${WASMC_EXECUTABLE_RUNTIMES}
      -DBUILD_TESTING:BOOL=OFF)
endfunction()
