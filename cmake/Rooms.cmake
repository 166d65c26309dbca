# One static library per room; what a room may link is what check_layers.py lets it include.

set(WASMC_WARNINGS -Wall -Wextra -Wno-unused-parameter -Wno-missing-field-initializers)
if(WASMC_WERROR)
  list(APPEND WASMC_WARNINGS -Werror)
endif()
set(WASMC_COMPILE_FLAGS ${WASMC_WARNINGS} -fno-rtti -fvisibility=hidden)

# wasmc_room(NAME SOURCES file... LINK library...): a room of the compiler, target wasmc_NAME.
function(wasmc_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;LINK" ${ARGN})
  add_library(wasmc_${name} STATIC ${ROOM_SOURCES})
  target_include_directories(wasmc_${name} PUBLIC ${CMAKE_SOURCE_DIR})
  target_compile_options(wasmc_${name} PRIVATE ${WASMC_COMPILE_FLAGS} -fno-exceptions
                         ${WASMC_SANITIZE_FLAGS})
  target_link_libraries(wasmc_${name} PUBLIC wasmc_headers ${ROOM_LINK})
endfunction()

# The runtime's code never unwinds, keeps frame pointers (backtraces walk through it) and must not
# turn its own mem* loops into calls of themselves.
set(WASMC_RUNTIME_FLAGS ${WASMC_COMPILE_FLAGS} -fno-exceptions -fno-unwind-tables
    -fno-asynchronous-unwind-tables -fno-omit-frame-pointer -fno-stack-protector
    -fno-threadsafe-statics -ffreestanding -D_GLIBCXX_HOSTED=1)
if(CMAKE_SYSTEM_PROCESSOR STREQUAL "aarch64")
  # Otherwise atomics are calls of routines in libgcc.
  list(APPEND WASMC_RUNTIME_FLAGS -mno-outline-atomics)
endif()

# wasmc_runtime_room(NAME SOURCES file... LINK library...): a room of the runtime, built twice from
# one source list: wasmc_rt_NAME (hosted: unit tests, sanitizers, embedders) and
# wasmc_rt_NAME_static (freestanding, for the front door and static executables).
function(wasmc_runtime_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;LINK" ${ARGN})
  foreach(flavour IN ITEMS "" "_static")
    set(target wasmc_rt_${name}${flavour})
    add_library(${target} STATIC ${ROOM_SOURCES})
    target_include_directories(${target} PUBLIC ${CMAKE_SOURCE_DIR})
    target_compile_options(${target} PRIVATE $<$<COMPILE_LANGUAGE:CXX>:${WASMC_RUNTIME_FLAGS}>)
    set(links ${ROOM_LINK})
    list(TRANSFORM links APPEND "${flavour}")
    target_link_libraries(${target} PUBLIC wasmc_headers ${links})
    if(flavour)
      target_compile_definitions(${target} PUBLIC WASMC_FREESTANDING=1)
      target_compile_options(${target} PRIVATE -fno-pic -fno-pie -Os -ffunction-sections
                             -fdata-sections)
    else()
      target_compile_options(${target} PRIVATE -fPIC $<$<COMPILE_LANGUAGE:CXX>:${WASMC_SANITIZE_FLAGS}>)
    endif()
  endforeach()
endfunction()

# Rooms that read what an attacker wrote, or stand between a guest and its host. cmake/test.sh runs
# their unit tests under the sanitizers too; the target builds them and nothing else.
set(WASMC_HOSTILE_INPUT_ROOMS wasm decode text validate platform trap memory object load instance wasi
    run)
add_custom_target(hostile-input-tests)

# Rooms whose unit tests have threads. `thread-tests` builds them and the compiler, for ThreadSanitizer.
set(WASMC_THREADED_ROOMS validate platform trap object instance wasi)
add_custom_target(thread-tests)

# wasmc_test(NAME SOURCES file... LINK library...): a GoogleTest program, run by ctest with a limit.
function(wasmc_test name)
  cmake_parse_arguments(TEST "" "" "SOURCES;LINK" ${ARGN})
  add_executable(${name} ${TEST_SOURCES})
  target_compile_options(${name} PRIVATE ${WASMC_COMPILE_FLAGS} ${WASMC_SANITIZE_FLAGS})
  target_link_options(${name} PRIVATE ${WASMC_SANITIZE_FLAGS})
  target_link_libraries(${name} PRIVATE ${TEST_LINK} GTest::gmock GTest::gtest_main)
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES TIMEOUT 300)
  get_filename_component(room ${CMAKE_CURRENT_SOURCE_DIR} NAME)
  if(room IN_LIST WASMC_HOSTILE_INPUT_ROOMS)
    set_property(TEST ${name} APPEND PROPERTY LABELS hostile-input)
    add_dependencies(hostile-input-tests ${name})
  endif()
  if(room IN_LIST WASMC_THREADED_ROOMS)
    set_property(TEST ${name} APPEND PROPERTY LABELS threads)
    add_dependencies(thread-tests ${name})
  endif()
endfunction()
