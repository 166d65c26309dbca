# wasmc_filecheck_tests(GROUP): a test GROUP.NAME for each NAME.wat here (support/filecheck.py).
find_program(WASMC_FILECHECK NAMES FileCheck-22 FileCheck HINTS /usr/lib/llvm-22/bin REQUIRED)

function(wasmc_filecheck_tests group)
  file(GLOB files CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.wat)
  foreach(file IN LISTS files)
    get_filename_component(name ${file} NAME_WE)
    add_test(NAME ${group}.${name}
             COMMAND ${CMAKE_COMMAND} -E env PYTHONDONTWRITEBYTECODE=1
                     ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/tests/support/filecheck.py
                     ${CMAKE_RUNTIME_OUTPUT_DIRECTORY}/wasmc-compiler ${WASMC_FILECHECK} ${file}
                     ${CMAKE_CURRENT_BINARY_DIR}/work)
    set_tests_properties(${group}.${name} PROPERTIES TIMEOUT 300 LABELS filecheck)
  endforeach()
endfunction()
