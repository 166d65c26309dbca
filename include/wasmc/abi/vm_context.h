// The contract between compiled code and runtime: what compiled code finds through its first
// argument. Plain structs and constants; every offset that compiled code or assembly relies on is
// asserted below. docs/abi.md tells the calling rules in prose.
#ifndef WASMC_ABI_VM_CONTEXT_H
#define WASMC_ABI_VM_CONTEXT_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
#define WASMC_ABI_ASSERT(condition) static_assert(condition, #condition)
#else
#define WASMC_ABI_ASSERT(condition) _Static_assert(condition, #condition)
#endif

// The most parameters, and the most results, of one function type (the limits of the JavaScript
// API, which all engines share). argbuf and retbuf are as long.
#define WASMC_MAX_PARAMETERS 1000u
#define WASMC_MAX_RESULTS 1000u

// Bytes of guest stack that must be free before compiled code enters C or C++ (a host function or
// a builtin). Host code that stays within it can never overflow the guest's stack.
#define WASMC_HOST_STACK_HEADROOM 65536u

// Bytes of a guest frame that may be skipped without a probe; the stack guard is at least as long.
#define WASMC_STACK_PROBE_SIZE 32768u
#define WASMC_STACK_GUARD_SIZE 65536u

// A wasm32 memory without explicit checks: [guard below | reservation | guard above].
// Largest index + largest static offset + 16 bytes is 8 GiB + 14 bytes.
#define WASMC_MEMORY_GUARD_BELOW 0x1000000ull   // 16 MiB
#define WASMC_MEMORY_RESERVATION 0x100000000ull // 4 GiB: all that a 32-bit memory can become
#define WASMC_MEMORY_GUARD_ABOVE 0x101000000ull // 4 GiB + 16 MiB

#define WASMC_PAGE_SIZE 65536u

// How many frames of a trap's backtrace are kept.
#define WASMC_MAX_TRAP_FRAMES 64u

struct wasmc_store;
struct wasmc_vm_context;

// One argument or result on its way between host and guest. i32 and f32 fill the low four bytes
// and leave the others undefined.
typedef union wasmc_slot {
  int32_t i32;
  uint32_t u32;
  int64_t i64;
  uint64_t u64;
  float f32;
  double f64;
  void *ref;
  uint64_t v128[2];
} wasmc_slot;
WASMC_ABI_ASSERT(sizeof(wasmc_slot) == 16);

// One thread of guest execution. Never shared between threads.
typedef struct wasmc_store {
  void *host_sp;                   // stack pointer of the innermost `enter`; null outside the guest
  uint8_t *stack_limit;            // lowest byte that guest frames may use; the guard lies below
  uint8_t *stack_top;              // one past the highest byte of the guest stack
  struct wasmc_vm_context *caller; // context of the guest that called the running host function
  uint64_t epoch_deadline;         // reserved for interruption by epochs
  int64_t fuel;                    // reserved for metered execution
  uint32_t trap_code;              // wasmc_trap_code of the last trap
  uint32_t exit_code;              // argument of proc_exit, valid with WASMC_TRAP_exit
  uint64_t fault_address;          // address whose access raised the last trap, 0 if none
  uint32_t trap_frame_count;
  uint32_t reserved;
  uint64_t trap_frames[WASMC_MAX_TRAP_FRAMES]; // innermost first: the trap's own PC, then return
                                               // addresses
  uint64_t reserved_alignment;
  // Parameters beyond the registers: parameter k of the type (not of the overflow) uses slot k.
  wasmc_slot argbuf[WASMC_MAX_PARAMETERS];
  // Results beyond the first two: result k of the type uses slot k.
  wasmc_slot retbuf[WASMC_MAX_RESULTS];
} wasmc_store;

// Assembly and compiled code use these numbers.
#define WASMC_STORE_HOST_SP 0
#define WASMC_STORE_STACK_LIMIT 8
#define WASMC_STORE_CALLER 24
#define WASMC_STORE_ARGBUF 592
#define WASMC_STORE_RETBUF (592 + 16 * WASMC_MAX_PARAMETERS)
WASMC_ABI_ASSERT(offsetof(wasmc_store, host_sp) == WASMC_STORE_HOST_SP);
WASMC_ABI_ASSERT(offsetof(wasmc_store, stack_limit) == WASMC_STORE_STACK_LIMIT);
WASMC_ABI_ASSERT(offsetof(wasmc_store, caller) == WASMC_STORE_CALLER);
WASMC_ABI_ASSERT(offsetof(wasmc_store, argbuf) == WASMC_STORE_ARGBUF);
WASMC_ABI_ASSERT(offsetof(wasmc_store, retbuf) == WASMC_STORE_RETBUF);

// The table behind wasmc_context_prefix::builtins, in the order of builtins.def. Each entry is a
// function pointer; compiled code indexes it by row.
enum wasmc_builtin {
#define WASMC_BUILTIN(name, result, parameters) WASMC_BUILTIN_##name,
#include "wasmc/abi/builtins.def"
#undef WASMC_BUILTIN
  WASMC_BUILTIN_COUNT
};
typedef void (*wasmc_builtin_function)(void);

// What every context begins with, a guest instance's as well as a host function's, so that code
// that holds "the callee's context" need not know which it is.
typedef struct wasmc_context_prefix {
  wasmc_store *store;
  const wasmc_builtin_function *builtins; // WASMC_BUILTIN_COUNT entries
} wasmc_context_prefix;

// One per instance; the first argument of every guest function. The fixed part; the arrays follow
// at the offsets that the artefact's header records (wasmc_context_layout).
typedef struct wasmc_vm_context {
  wasmc_context_prefix prefix;
  uint8_t *memory0_base; // copy of memory 0's base, imported or not: bases never move
  const struct wasmc_image_header *image; // header of the module's image
  void *instance;                         // the runtime's own; compiled code never looks
  uint64_t reserved;
} wasmc_vm_context;

#define WASMC_CONTEXT_STORE 0
#define WASMC_CONTEXT_BUILTINS 8
#define WASMC_CONTEXT_MEMORY0_BASE 16
#define WASMC_CONTEXT_FIXED_SIZE 48
WASMC_ABI_ASSERT(offsetof(wasmc_context_prefix, store) == WASMC_CONTEXT_STORE);
WASMC_ABI_ASSERT(offsetof(wasmc_context_prefix, builtins) == WASMC_CONTEXT_BUILTINS);
WASMC_ABI_ASSERT(offsetof(wasmc_vm_context, memory0_base) == WASMC_CONTEXT_MEMORY0_BASE);
WASMC_ABI_ASSERT(sizeof(wasmc_vm_context) == WASMC_CONTEXT_FIXED_SIZE);

// The code a host function is: arguments in, results out, in place. Returns a wasmc_trap_code;
// anything but WASMC_TRAP_none ends the guest call.
typedef uint32_t (*wasmc_host_function)(void *env, wasmc_store *store, wasmc_slot *slots);

// The context of a host function. Its "code" is the host thunk of its type, from the module that
// receives it.
typedef struct wasmc_host_context {
  wasmc_context_prefix prefix;
  wasmc_host_function function;
  void *env;
} wasmc_host_context;

#define WASMC_HOST_CONTEXT_FUNCTION 16
#define WASMC_HOST_CONTEXT_ENV 24
WASMC_ABI_ASSERT(offsetof(wasmc_host_context, function) == WASMC_HOST_CONTEXT_FUNCTION);
WASMC_ABI_ASSERT(offsetof(wasmc_host_context, env) == WASMC_HOST_CONTEXT_ENV);

// `void entry_T(code, context, slots)`: calls a guest function of type T from slots.
typedef void (*wasmc_entry_thunk)(void *code, void *context, wasmc_slot *slots);

// --- elements of the context's arrays ---

// An imported function: what to call and its first argument.
typedef struct wasmc_function_import {
  void *code;
  void *context; // wasmc_vm_context or wasmc_host_context
} wasmc_function_import;
WASMC_ABI_ASSERT(sizeof(wasmc_function_import) == 16);

// What a non-null funcref points to. Immutable once filled.
typedef struct wasmc_function_record {
  void *code;
  void *context;
  uint32_t type_id; // canonical within the process, never 0
  uint32_t reserved;
} wasmc_function_record;
#define WASMC_FUNCTION_RECORD_TYPE_ID 16
WASMC_ABI_ASSERT(sizeof(wasmc_function_record) == 24);
WASMC_ABI_ASSERT(offsetof(wasmc_function_record, type_id) == WASMC_FUNCTION_RECORD_TYPE_ID);

// Accesses below this address from guest code read a null funcref's record: call_indirect relies
// on the fault instead of a compare, and the handler reports "uninitialized element".
#define WASMC_NULL_RECORD_LIMIT 4096u

// A linear memory. `base` never moves; `bytes` grows.
typedef struct wasmc_memory {
  uint8_t *base;
  uint64_t bytes;
} wasmc_memory;
WASMC_ABI_ASSERT(sizeof(wasmc_memory) == 16);

// A table of references, 8 bytes each; null is 0. `elements` never moves; `length` grows.
typedef struct wasmc_table {
  void **elements;
  uint64_t length;
} wasmc_table;
WASMC_ABI_ASSERT(sizeof(wasmc_table) == 16);

// Where the arrays of a context lie, as byte offsets from its start. Recorded in the artefact, so
// the formula stands once, in the compiler.
typedef struct wasmc_context_layout {
  uint32_t size;               // of the whole context, a multiple of 16
  uint32_t imported_functions; // wasmc_function_import[]
  uint32_t imported_tables;    // wasmc_table *[]
  uint32_t imported_memories;  // wasmc_memory *[]
  uint32_t imported_globals;   // pointers to the owner's 8 or 16 bytes
  uint32_t imported_tags;      // pointers
  uint32_t memories;           // wasmc_memory[], the defined ones
  uint32_t tables;             // wasmc_table[], the defined ones
  uint32_t globals;            // bytes; each defined global's own offset stands in its entry
  uint32_t type_ids;           // uint32_t[], canonical id of every type of the module
  uint32_t data_lengths;       // uint64_t[], one per data segment; 0 when dropped
  uint32_t element_lengths;    // uint64_t[], one per element segment; 0 when dropped
  uint32_t function_records;   // wasmc_function_record[], one per referenced function
  uint32_t tags;               // reserved for defined tags
  uint32_t counters;           // uint64_t[], of an instrumented module (profile.h)
  uint32_t counter_count;      // 0: the module is not instrumented
} wasmc_context_layout;
WASMC_ABI_ASSERT(sizeof(wasmc_context_layout) == 64);

#endif
