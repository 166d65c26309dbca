# LLVM 22 and lld 22 from Debian. libLLVM.so is the default link form (see README, "Dependencies").
# With the minor version: that is what LLVM's own version file compares.
find_package(LLVM 22.1 REQUIRED CONFIG HINTS /usr/lib/llvm-22)

add_library(wasmc_llvm INTERFACE)
target_include_directories(wasmc_llvm SYSTEM INTERFACE ${LLVM_INCLUDE_DIRS})
target_compile_definitions(wasmc_llvm INTERFACE ${LLVM_DEFINITIONS_LIST})
target_link_libraries(wasmc_llvm INTERFACE LLVM)

# lld by path: its CMake target drags libLLVM.so in beside whatever else is linked.
add_library(wasmc_lld INTERFACE)
target_link_libraries(wasmc_lld INTERFACE ${LLVM_LIBRARY_DIR}/liblldELF.a
                      ${LLVM_LIBRARY_DIR}/liblldCommon.a wasmc_llvm
                      z zstd) # lld compresses debug sections when asked; it needs the symbols
