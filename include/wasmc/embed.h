/* The C interface for programs that link a module compiled with `wasmc compile --emit=obj`, or load
 * a `.cwasm`, through libwasmc-rt.a. docs/embedding.md has a whole program.
 *
 * Errors: functions that can fail return NULL or a nonzero status, and leave a message in
 * wasmc_last_error(). Threads: an instance belongs to one thread at a time; different instances may
 * run on different threads. */
#ifndef WASMC_EMBED_H
#define WASMC_EMBED_H

#include "wasmc/abi/container.h"
#include "wasmc/abi/traps.h"
#include "wasmc/abi/vm_context.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The module of an object file that is linked into the program, if it was made without a --prefix.
 */
extern const wasmc_image_header wasmc_module;

typedef struct wasmc_instance wasmc_instance;

/* A vector as memory holds it: lane 0 is in the low bits of the first element. */
typedef struct wasmc_v128 {
  uint64_t bits[2];
} wasmc_v128;

static inline wasmc_v128 wasmc_get_v128(const wasmc_slot *slot) {
  wasmc_v128 value;
  value.bits[0] = slot->v128[0];
  value.bits[1] = slot->v128[1];
  return value;
}

static inline void wasmc_set_v128(wasmc_slot *slot, wasmc_v128 value) {
  slot->v128[0] = value.bits[0];
  slot->v128[1] = value.bits[1];
}

/* One function that the host offers to the module. `signature` lists parameters, a colon, results:
 * i = i32, l = i64, f = f32, d = f64 ("ii:i"). The function gets `env`, finds its arguments in
 * slots[0], slots[1], ... and leaves its results there; it returns WASMC_TRAP_none, or a trap code,
 * which ends the guest call. */
typedef struct wasmc_embed_function {
  const char *module;
  const char *name;
  const char *signature;
  wasmc_host_function function;
  void *env;
} wasmc_embed_function;

/* What the guest gets of the host. Zero-initialise for "nothing at all". This structure and the
 * array of functions are read while the instance is made; all other arrays and all texts are
 * borrowed and must outlive the instance. */
typedef struct wasmc_embed_options {
  const wasmc_embed_function *functions;
  size_t function_count;
  /* With WASI: arguments and environment ("NAME=VALUE"), standard streams inherited. */
  int wasi;
  const char *const *arguments;
  size_t argument_count;
  const char *const *environment;
  size_t environment_count;
  /* Granted directories: host path and the path the guest sees, in turn. */
  const char *const *directories;
  size_t directory_count;    /* pairs */
  uint64_t stack_bytes;      /* guest stack; 0: 8 MiB */
  uint64_t max_memory_bytes; /* per memory; 0: 16 GiB (a 32-bit one has 4 GiB at most) */
} wasmc_embed_options;

/* Instantiates a module that is linked into the program, and runs its start function. NULL options:
 * nothing is granted. The instance is the caller's to delete. */
wasmc_instance *wasmc_instance_new(const wasmc_image_header *module,
                                   const wasmc_embed_options *options);

/* The same for a `.cwasm` file, which must not change while the instance lives. */
wasmc_instance *wasmc_instance_load(const char *path, const wasmc_embed_options *options);

/* Gives everything back. NULL is fine. Not while a call into it is running. */
void wasmc_instance_delete(wasmc_instance *instance);

/* Calls an exported function: arguments in `slots`, results too. `count` is how many slots there
 * are; both must fit. Returns WASMC_TRAP_none; the code of the trap that ended the call;
 * WASMC_TRAP_exit when the guest called proc_exit (wasmc_exit_code tells the number); or
 * WASMC_CALL_FAILED when there is no such function or too few slots. */
#define WASMC_CALL_FAILED 0xffffffffu
uint32_t wasmc_call(wasmc_instance *instance, const char *function, wasmc_slot *slots,
                    size_t count);

/* The same for an export by its number, in the order of the module: without a look-up by name. For
 * the headers that `--emit-header` writes. */
uint32_t wasmc_call_export(wasmc_instance *instance, uint32_t number, wasmc_slot *slots,
                           size_t count);

/* The argument of proc_exit after WASMC_TRAP_exit. */
uint32_t wasmc_exit_code(const wasmc_instance *instance);

/* The exported memory of that name: its first byte, and its length now. The base never moves; the
 * length may grow at any call. NULL when there is none. */
uint8_t *wasmc_memory_data(const wasmc_instance *instance, const char *memory, size_t *bytes);

/* The same for an export by its number. */
uint8_t *wasmc_export_memory(const wasmc_instance *instance, uint32_t number, size_t *bytes);

/* The message of a trap code, as in the specification's test suite; "" for other numbers. */
const char *wasmc_trap_message(uint32_t code);

/* Why the last failing function of this thread failed. Never NULL; valid until the next failure. */
const char *wasmc_last_error(void);

#ifdef __cplusplus
}
#endif

#endif
