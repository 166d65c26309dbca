/* The module of sum.wat in a C program, through the header that `--emit-header` writes:
 *
 *   wasmc compile --emit=obj --emit-header sum.h examples/sum.wat -o sum.o
 *   gcc -I include -I . examples/sum_typed.c sum.o build/release/lib/libwasmc-rt.a -o sum */
#include "sum.h"

#include <stdio.h>
#include <stdlib.h>

/* What the module imports. `env` is what sum_new was given. */
uint32_t sum_import_env_log(void *env, wasmc_store *store, int32_t p0) {
  (void)store;
  printf("%s: %d\n", (const char *)env, p0);
  return WASMC_TRAP_none;
}

int main(int argc, char **argv) {
  if (argc != 3)
    return 2;
  char name[] = "guest says";
  wasmc_instance *instance = sum_new(name, NULL);
  if (instance == NULL) {
    fprintf(stderr, "%s\n", wasmc_last_error());
    return 1;
  }
  int32_t sum = 0;
  uint32_t code = sum_sum(instance, atoi(argv[1]), atoi(argv[2]), &sum);
  if (code != WASMC_TRAP_none) {
    fprintf(stderr, "%s\n", wasmc_trap_message(code));
    return 1;
  }
  printf("%s + %s = %d\n", argv[1], argv[2], sum);
  wasmc_instance_delete(instance);
  return 0;
}
