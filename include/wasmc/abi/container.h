// The header and tables of a compiled module. They are the same in a `.cwasm` (an ELF image whose
// header lies WASMC_IMAGE_HEADER_OFFSET bytes from its start) and in a relocatable object (where
// the symbol of the module points to the header). docs/cwasm-format.md has the map.
//
// Every offset is signed and relative to the first byte of the header, so that nothing needs a
// relocation when the image is loaded. A loader must believe none of them unchecked.
#ifndef WASMC_ABI_CONTAINER_H
#define WASMC_ABI_CONTAINER_H

#include "wasmc/abi/vm_context.h"

// Eight bytes, the first of which is no printable character and the last of which is 0.
#define WASMC_IMAGE_MAGIC "\x93wasmc\n"

// Where the header stands in a `.cwasm`: behind the ELF header and the program headers.
#define WASMC_IMAGE_HEADER_OFFSET 256u

// Where further images of a `.cwasm` may start: the largest page of any host.
#define WASMC_IMAGE_ALIGNMENT 65536u
// How many of them one file can have.
#define WASMC_MAX_IMAGES 16u

// A run of `count` entries of a fixed-size type (bytes where none is named).
typedef struct wasmc_span {
  int32_t offset;
  uint32_t count;
} wasmc_span;

typedef struct wasmc_string {
  int32_t offset; // bytes, not terminated
  uint32_t length;
} wasmc_string;

enum wasmc_type_kind { WASMC_TYPE_function = 0, WASMC_TYPE_struct = 1, WASMC_TYPE_array = 2 };

#define WASMC_TYPE_FLAG_FINAL 1u
#define WASMC_NO_INDEX 0xffffffffu

// One type of the module's type index space.
typedef struct wasmc_type {
  uint8_t kind;  // wasmc_type_kind
  uint8_t flags; // WASMC_TYPE_FLAG_*
  uint16_t reserved;
  uint32_t supertype;   // type index or WASMC_NO_INDEX
  uint32_t group_start; // first type of the recursion group
  uint32_t group_size;
  uint32_t values;      // index of the first parameter in header.value_types; the results follow
  uint32_t param_count; // of a struct or array type: how many fields there are at `values`
  uint32_t result_count;
  int32_t entry_thunk; // offset of the wasmc_entry_thunk; 0 when the module has none
  int32_t host_thunk;  // offset of the host thunk (guest signature); 0 when the module has none
} wasmc_type;
WASMC_ABI_ASSERT(sizeof(wasmc_type) == 36);

enum wasmc_extern_kind {
  WASMC_EXTERN_function = 0,
  WASMC_EXTERN_table = 1,
  WASMC_EXTERN_memory = 2,
  WASMC_EXTERN_global = 3,
  WASMC_EXTERN_tag = 4
};

#define WASMC_LIMITS_NO_MAX 0xffffffffffffffffull
#define WASMC_LIMITS_FLAG_64 1u
#define WASMC_LIMITS_FLAG_SHARED 2u
// The module's code compares every access to the memory with its length. Without it the code relies
// on the reservation and the guards that the header states; a memory that lacks them must not be
// bound to such an entry.
#define WASMC_MEMORY_FLAG_CHECKED 4u

typedef struct wasmc_import {
  wasmc_string module;
  wasmc_string name;
  uint32_t kind;  // wasmc_extern_kind
  uint32_t index; // in the index space of its kind
} wasmc_import;
WASMC_ABI_ASSERT(sizeof(wasmc_import) == 24);

typedef struct wasmc_export {
  wasmc_string name;
  uint32_t kind;
  uint32_t index;
} wasmc_export;
WASMC_ABI_ASSERT(sizeof(wasmc_export) == 16);

// One function of the index space, imported ones first.
typedef struct wasmc_function {
  uint32_t type;   // type index
  int32_t code;    // offset of its code; 0 when imported
  uint32_t record; // which of the context's function records is its own, or WASMC_NO_INDEX
} wasmc_function;
WASMC_ABI_ASSERT(sizeof(wasmc_function) == 12);

typedef struct wasmc_memory_type {
  uint64_t min;   // in pages of 1 << page_size_log2 bytes
  uint64_t max;   // WASMC_LIMITS_NO_MAX when unlimited
  uint32_t flags; // WASMC_LIMITS_FLAG_*, WASMC_MEMORY_FLAG_*
  uint32_t page_size_log2;
} wasmc_memory_type;
WASMC_ABI_ASSERT(sizeof(wasmc_memory_type) == 24);

typedef struct wasmc_table_type {
  uint64_t min;
  uint64_t max;
  uint32_t flags;
  uint32_t element; // value type (value_types.h)
} wasmc_table_type;
WASMC_ABI_ASSERT(sizeof(wasmc_table_type) == 24);

typedef struct wasmc_global_type {
  uint32_t type;       // value type
  uint32_t mutability; // 1: var
  uint32_t offset;     // in the context; meaningless when imported
} wasmc_global_type;
WASMC_ABI_ASSERT(sizeof(wasmc_global_type) == 12);

typedef struct wasmc_data_segment {
  wasmc_span bytes;
  uint32_t initial_length; // what data_lengths starts with: 0 for a segment that lies in the image
  uint32_t reserved;
} wasmc_data_segment;
WASMC_ABI_ASSERT(sizeof(wasmc_data_segment) == 16);

// The elements of a segment are record numbers + 1 (0: null), ready in the image; or, where one of
// them must be computed at instantiation, references that the module's own initialisation writes
// into the context.
typedef struct wasmc_element_segment {
  wasmc_span records;      // uint32_t[]; count is the length of the segment in both forms
  uint32_t context_values; // offset in the context of void *[count], or 0 when `records` holds them
  uint32_t reserved;
} wasmc_element_segment;
WASMC_ABI_ASSERT(sizeof(wasmc_element_segment) == 16);

// A page-aligned piece of a memory's initial contents, to be mapped copy-on-write from the file.
typedef struct wasmc_image_chunk {
  uint64_t destination; // byte address in the memory, a multiple of header.page_size
  uint32_t memory;      // memory index, a defined one
  int32_t offset;       // where the bytes stand; page-aligned in the file of a `.cwasm`
  uint64_t length;      // in bytes, a multiple of header.page_size
} wasmc_image_chunk;
WASMC_ABI_ASSERT(sizeof(wasmc_image_chunk) == 24);

// One contiguous run of machine code and its map from PC to byte offset in the .wasm.
//
// The map: `block_count` wasmc_offset_block entries at `blocks`, each with the first entry of up to
// 64; the rest are pairs of LEB128 in `deltas`: PC delta (unsigned), Wasm offset delta (signed).
// An entry holds from its PC up to the next entry's. A Wasm offset of 0 means "none".
typedef struct wasmc_code_range {
  int32_t text;
  uint32_t text_size;
  wasmc_span blocks;
  wasmc_span deltas; // bytes
} wasmc_code_range;
WASMC_ABI_ASSERT(sizeof(wasmc_code_range) == 24);

#define WASMC_OFFSET_BLOCK_ENTRIES 64u
typedef struct wasmc_offset_block {
  uint32_t pc;          // relative to the range's text
  uint32_t wasm_offset; // of the first entry
  uint32_t deltas;      // where the block's other entries start in `deltas`
} wasmc_offset_block;
WASMC_ABI_ASSERT(sizeof(wasmc_offset_block) == 12);

#define WASMC_IMAGE_FLAG_WASI_REACTOR 1u  // exports _initialize and no _start
#define WASMC_IMAGE_FLAG_BOUNDS_CHECKS 2u // compiled with --bounds-checks: no memory needs guards

typedef struct wasmc_image_header {
  uint8_t magic[8];
  uint32_t abi_version;
  uint32_t header_size;
  uint32_t machine;   // ELF e_machine: 62 x86-64, 183 AArch64, 243 RISC-V
  uint32_t page_size; // largest host page for which data chunks can be mapped from the file
  // The next three are 0 in a relocatable object.
  uint64_t file_size;
  uint64_t header_hash; // FNV-1a, 64 bits, of the header with this field 0
  uint64_t
      content_hash; // FNV-1a, 64 bits, of the file with both hash fields 0 (checked by --verify)
  uint64_t cpu_features[2]; // bits of cpu_features.def
  // The same module for a CPU with fewer features is in the same file, that many bytes behind the
  // start of this image, a multiple of WASMC_IMAGE_ALIGNMENT. 0: this is the last.
  uint64_t next_image;
  char compiler[32]; // version, NUL-padded
  char target[32];   // LLVM triple, NUL-padded
  char cpu[32];      // LLVM CPU name, NUL-padded
  uint32_t optimization_level;
  uint32_t flags; // WASMC_IMAGE_FLAG_*
  // For memories without WASMC_MEMORY_FLAG_CHECKED.
  uint64_t memory_guard_below;
  uint64_t memory_reservation;
  uint64_t memory_guard_above;
  uint32_t host_stack_headroom;
  uint32_t stack_probe_size;
  wasmc_context_layout layout;
  int32_t initialize; // offset of `void initialize(context)`: globals, segments, start; 0: nothing
                      // to do
  uint32_t start_function;     // for messages only: `initialize` calls it. WASMC_NO_INDEX when none
  wasmc_span code_ranges;      // wasmc_code_range
  wasmc_span types;            // wasmc_type
  wasmc_span value_types;      // uint32_t
  wasmc_span imports;          // wasmc_import
  wasmc_span exports;          // wasmc_export, in the module's order
  wasmc_span export_order;     // uint32_t: indices into exports, sorted by name (bytewise)
  wasmc_span functions;        // wasmc_function, the whole index space
  wasmc_span function_records; // uint32_t: function index of each record
  wasmc_span memories;         // wasmc_memory_type, the whole index space
  wasmc_span tables;           // wasmc_table_type, the whole index space
  wasmc_span globals;          // wasmc_global_type, the whole index space
  wasmc_span tags;             // uint32_t type index, the whole index space
  wasmc_span data_segments;    // wasmc_data_segment
  wasmc_span element_segments; // wasmc_element_segment
  wasmc_span image_chunks;     // wasmc_image_chunk
  wasmc_span function_names;   // wasmc_string per function of the index space, or empty
  wasmc_string module_name;
  wasmc_string source_name; // file name of the .wasm, for messages
  uint8_t module_hash[32];  // of an instrumented module: which .wasm it is (profile.h); else 0
} wasmc_image_header;
WASMC_ABI_ASSERT(sizeof(wasmc_image_header) % 8 == 0);

#endif
