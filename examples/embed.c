/* Calls an export of a module that is linked into this program. See docs/embedding.md. */
#include "wasmc/embed.h"

#include <stdio.h>
#include <stdlib.h>

static uint32_t log_number(void *env, wasmc_store *store, wasmc_slot *slots) {
  (void)env, (void)store;
  printf("guest says %d\n", slots[0].i32);
  return WASMC_TRAP_none;
}

int main(int argc, char **argv) {
  if (argc != 3)
    return 2;
  const wasmc_embed_function functions[] = {{"env", "log", "i:", log_number, NULL}};
  const wasmc_embed_options options = {.functions = functions, .function_count = 1};
  wasmc_instance *instance = wasmc_instance_new(&wasmc_module, &options);
  if (instance == NULL) {
    fprintf(stderr, "%s\n", wasmc_last_error());
    return 1;
  }
  wasmc_slot slots[2] = {{.i32 = atoi(argv[1])}, {.i32 = atoi(argv[2])}};
  uint32_t code = wasmc_call(instance, "sum", slots, 2);
  if (code == WASMC_TRAP_none)
    printf("%s + %s = %d\n", argv[1], argv[2], slots[0].i32);
  else
    fprintf(stderr, "%s\n", wasmc_trap_message(code));
  wasmc_instance_delete(instance);
  return code == WASMC_TRAP_none ? 0 : 1;
}
