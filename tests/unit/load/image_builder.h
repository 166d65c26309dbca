// Builds small compiled modules for tests: the tables by hand, the code copied from guest_code.S.
#ifndef WASMC_TESTS_UNIT_LOAD_IMAGE_BUILDER_H
#define WASMC_TESTS_UNIT_LOAD_IMAGE_BUILDER_H

#include <elf.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "runtime-support/load/container_reader.h"
#include "runtime-support/platform/file.h"
#include "tests/unit/trap/guest_code.h"
#include "wasmc/abi/container.h"
#include "wasmc/abi/value_types.h"
#include "wasmc/abi/version.h"

namespace wasmc {

// Fill the public members, then call bytes(). Layout of the file: head, tables, data image (from
// the next page), code (from the page after that).
class ImageBuilder {
public:
  static constexpr uint32_t kPage = 4096;
  static constexpr uint32_t kI32 = WASMC_VALUE_i32;
  static constexpr uint32_t kI64 = WASMC_VALUE_i64;

  struct Function {
    uint32_t type;
    void (*code)(); // null: imported
    bool hasRecord = false;
  };
  struct Import {
    std::string module;
    std::string name;
    uint32_t kind;
  };
  struct Export {
    std::string name;
    uint32_t kind;
    uint32_t index;
  };

  wasmc_image_header header = {};
  std::vector<std::pair<std::vector<uint32_t>, std::vector<uint32_t>>> functionTypes;
  std::vector<Import> imports;
  std::vector<Export> exports;
  std::vector<Function> functions;
  std::vector<wasmc_memory_type> memories;
  std::vector<wasmc_table_type> tables;
  std::vector<wasmc_global_type> globals;
  std::vector<std::string> dataSegments;
  std::vector<std::vector<uint32_t>> elementSegments;
  std::vector<std::string> functionNames;
  std::vector<std::pair<uint32_t, uint32_t>> wasmOffsets; // PC relative to the text, Wasm offset
  std::string dataImage;                                  // whole pages for memory 0, at address 0
  void (*initialize)() = nullptr;
  uint32_t counterCount = 0;

  ImageBuilder() {
    memcpy(header.magic, WASMC_IMAGE_MAGIC, 8);
    header.abi_version = WASMC_ABI_VERSION;
    header.header_size = sizeof(header);
    header.machine = EM_X86_64;
    header.page_size = kPage;
    header.memory_guard_below = WASMC_MEMORY_GUARD_BELOW;
    header.memory_reservation = WASMC_MEMORY_RESERVATION;
    header.memory_guard_above = WASMC_MEMORY_GUARD_ABOVE;
    header.host_stack_headroom = WASMC_HOST_STACK_HEADROOM;
    header.stack_probe_size = WASMC_STACK_PROBE_SIZE;
    header.start_function = WASMC_NO_INDEX;
  }

  // (i64 i64 i64 i64 i64) -> i64, what every function of guest_code.S can be.
  uint32_t addGuestType() {
    functionTypes.push_back({std::vector<uint32_t>(5, kI64), {kI64}});
    return static_cast<uint32_t>(functionTypes.size() - 1);
  }

  // The whole file.
  std::vector<uint8_t> bytes() {
    file_.assign(WASMC_IMAGE_HEADER_OFFSET + sizeof(header), 0);
    codePage_ = 0;
    // Offsets of code depend on where it will stand, so the tables are written twice.
    for (int pass = 0; pass < 2; ++pass) {
      file_.resize(WASMC_IMAGE_HEADER_OFFSET + sizeof(header));
      writeTables();
      alignTo(kPage);
      dataPage_ = static_cast<uint32_t>(file_.size());
      file_.insert(file_.end(), dataImage.begin(), dataImage.end());
      alignTo(kPage);
      codePage_ = static_cast<uint32_t>(file_.size());
    }
    file_.insert(file_.end(), guest_code_begin, guest_code_end);
    header.file_size = file_.size();
    writeElf();
    seal(file_, header);
    return file_;
  }

  // Writes the header with right hashes.
  static void seal(std::vector<uint8_t> &file, wasmc_image_header header) {
    header.header_hash = header.content_hash = 0;
    memcpy(file.data() + WASMC_IMAGE_HEADER_OFFSET, &header, sizeof(header));
    header.content_hash = load::hashBytes(load::kHashStart, file);
    header.header_hash =
        load::hashBytes(load::kHashStart, {reinterpret_cast<uint8_t *>(&header), sizeof(header)});
    memcpy(file.data() + WASMC_IMAGE_HEADER_OFFSET, &header, sizeof(header));
  }

  int32_t codeOffset(void (*code)()) const {
    if (code == nullptr)
      return 0;
    return static_cast<int32_t>(codePage_ + (reinterpret_cast<char *>(code) - guest_code_begin)) -
           static_cast<int32_t>(WASMC_IMAGE_HEADER_OFFSET);
  }

private:
  void alignTo(size_t unit) { file_.resize((file_.size() + unit - 1) / unit * unit); }

  int32_t append(const void *bytes, size_t size) {
    alignTo(8);
    size_t offset = file_.size() - WASMC_IMAGE_HEADER_OFFSET;
    file_.resize(file_.size() + size);
    if (size != 0)
      memcpy(file_.data() + offset + WASMC_IMAGE_HEADER_OFFSET, bytes, size);
    return static_cast<int32_t>(offset);
  }

  template <class T> wasmc_span append(const std::vector<T> &entries) {
    if (entries.empty())
      return {0, 0};
    return {append(entries.data(), entries.size() * sizeof(T)),
            static_cast<uint32_t>(entries.size())};
  }

  wasmc_string append(const std::string &text) {
    return {append(text.data(), text.size()), static_cast<uint32_t>(text.size())};
  }

  void writeTables() {
    writeTypes();
    writeImportsAndExports();
    writeFunctions();
    header.memories = append(memories);
    header.tables = append(tables);
    header.globals = append(globals);
    writeSegments();
    writeCodeRange();
    writeLayout();
    header.initialize = codeOffset(initialize);
  }

  void writeTypes() {
    std::vector<uint32_t> values;
    std::vector<wasmc_type> types;
    for (auto &[parameters, results] : functionTypes) {
      wasmc_type type = {};
      type.flags = WASMC_TYPE_FLAG_FINAL;
      type.supertype = WASMC_NO_INDEX;
      type.group_start = static_cast<uint32_t>(types.size());
      type.group_size = 1;
      type.values = static_cast<uint32_t>(values.size());
      type.param_count = static_cast<uint32_t>(parameters.size());
      type.result_count = static_cast<uint32_t>(results.size());
      type.entry_thunk = codeOffset(reinterpret_cast<void (*)()>(guest_entry));
      type.host_thunk = codeOffset(guest_host_thunk);
      values.insert(values.end(), parameters.begin(), parameters.end());
      values.insert(values.end(), results.begin(), results.end());
      types.push_back(type);
    }
    header.types = append(types);
    header.value_types = append(values);
  }

  void writeImportsAndExports() {
    std::vector<wasmc_import> importRows;
    uint32_t counts[5] = {};
    for (const Import &import : imports)
      importRows.push_back(
          {append(import.module), append(import.name), import.kind, counts[import.kind]++});
    header.imports = append(importRows);
    std::vector<wasmc_export> exportRows;
    std::map<std::string, uint32_t> sorted;
    for (const Export &entry : exports) {
      sorted[entry.name] = static_cast<uint32_t>(exportRows.size());
      exportRows.push_back({append(entry.name), entry.kind, entry.index});
    }
    header.exports = append(exportRows);
    std::vector<uint32_t> order;
    for (auto &[name, index] : sorted)
      order.push_back(index);
    header.export_order = append(order);
  }

  void writeFunctions() {
    std::vector<wasmc_function> rows;
    std::vector<uint32_t> records;
    for (const Function &function : functions) {
      uint32_t record = WASMC_NO_INDEX;
      if (function.hasRecord) {
        record = static_cast<uint32_t>(records.size());
        records.push_back(static_cast<uint32_t>(rows.size()));
      }
      rows.push_back({function.type, codeOffset(function.code), record});
    }
    header.functions = append(rows);
    header.function_records = append(records);
    std::vector<wasmc_string> names;
    for (const std::string &name : functionNames)
      names.push_back(append(name));
    header.function_names = append(names);
  }

  void writeSegments() {
    std::vector<wasmc_data_segment> data;
    for (const std::string &bytes : dataSegments)
      data.push_back({{append(bytes.data(), bytes.size()), static_cast<uint32_t>(bytes.size())},
                      static_cast<uint32_t>(bytes.size()),
                      0});
    header.data_segments = append(data);
    std::vector<wasmc_element_segment> elements;
    for (const std::vector<uint32_t> &records : elementSegments)
      elements.push_back({append(records), 0, 0});
    header.element_segments = append(elements);
    std::vector<wasmc_image_chunk> chunks;
    if (!dataImage.empty())
      chunks.push_back(
          {0, 0, static_cast<int32_t>(dataPage_) - static_cast<int32_t>(WASMC_IMAGE_HEADER_OFFSET),
           dataImage.size()});
    header.image_chunks = append(chunks);
  }

  // One block of the offset map for every two entries, so that several are searched.
  void writeCodeRange() {
    std::vector<wasmc_offset_block> blocks;
    std::vector<uint8_t> deltas;
    for (size_t i = 0; i < wasmOffsets.size(); ++i) {
      auto [pc, offset] = wasmOffsets[i];
      if (i % 2 == 0) {
        blocks.push_back({pc, offset, static_cast<uint32_t>(deltas.size())});
        continue;
      }
      appendLeb(deltas, pc - wasmOffsets[i - 1].first, false);
      appendLeb(deltas, int64_t{offset} - wasmOffsets[i - 1].second, true);
    }
    wasmc_code_range range = {
        static_cast<int32_t>(codePage_) - static_cast<int32_t>(WASMC_IMAGE_HEADER_OFFSET),
        static_cast<uint32_t>(guest_code_end - guest_code_begin), append(blocks), append(deltas)};
    header.code_ranges = {append(&range, sizeof(range)), 1};
  }

  static void appendLeb(std::vector<uint8_t> &out, int64_t value, bool isSigned) {
    for (;;) {
      uint8_t byte = value & 0x7f;
      value >>= 7;
      bool last = isSigned ? (value == 0 && (byte & 0x40) == 0) || (value == -1 && (byte & 0x40))
                           : value == 0;
      out.push_back(static_cast<uint8_t>(byte | (last ? 0 : 0x80)));
      if (last)
        return;
    }
  }

  void writeLayout() {
    uint32_t imported[5] = {};
    for (const Import &import : imports)
      ++imported[import.kind];
    uint32_t next = WASMC_CONTEXT_FIXED_SIZE;
    auto place = [&](size_t count, uint32_t size) {
      next = (next + 15) / 16 * 16;
      uint32_t offset = next;
      next += static_cast<uint32_t>(count) * size;
      return offset;
    };
    wasmc_context_layout &layout = header.layout;
    layout.imported_functions = place(imported[0], sizeof(wasmc_function_import)); // at 48
    layout.imported_tables = place(imported[1], 8);
    layout.imported_memories = place(imported[2], 8);
    layout.imported_globals = place(imported[3], 8);
    layout.imported_tags = place(imported[4], 8);
    layout.memories = place(memories.size() - imported[2], sizeof(wasmc_memory));
    layout.tables = place(tables.size() - imported[1], sizeof(wasmc_table));
    layout.globals = place(globals.size(), 16);
    for (size_t i = 0; i < globals.size(); ++i)
      globals[i].offset = layout.globals + static_cast<uint32_t>(16 * i);
    layout.type_ids = place(functionTypes.size(), 4);
    layout.data_lengths = place(dataSegments.size(), 8);
    layout.element_lengths = place(elementSegments.size(), 8);
    size_t records = 0;
    for (const Function &function : functions)
      records += function.hasRecord;
    layout.function_records = place(records, sizeof(wasmc_function_record));
    layout.tags = place(0, 8);
    layout.counter_count = counterCount;
    layout.counters = place(counterCount, 8);
    layout.size = place(0, 16);
  }

  void writeElf() {
    Elf64_Ehdr elf = {};
    memcpy(elf.e_ident, ELFMAG, SELFMAG);
    elf.e_ident[EI_CLASS] = ELFCLASS64;
    elf.e_ident[EI_DATA] = ELFDATA2LSB;
    elf.e_ident[EI_VERSION] = EV_CURRENT;
    elf.e_type = ET_DYN;
    elf.e_machine = EM_X86_64;
    elf.e_phoff = sizeof(elf);
    elf.e_phentsize = sizeof(Elf64_Phdr);
    elf.e_phnum = 2;
    Elf64_Phdr loads[2] = {};
    loads[0] = {PT_LOAD, PF_R, 0, 0, 0, codePage_, codePage_, kPage};
    uint64_t codeSize = file_.size() - codePage_;
    loads[1] = {PT_LOAD, PF_R | PF_X, codePage_, codePage_, codePage_, codeSize, codeSize, kPage};
    memcpy(file_.data(), &elf, sizeof(elf));
    memcpy(file_.data() + sizeof(elf), loads, sizeof(loads));
  }

  std::vector<uint8_t> file_;
  uint32_t dataPage_ = 0;
  uint32_t codePage_ = 0;
};

// A file without a name that holds the bytes.
inline platform::File fileOf(const std::vector<uint8_t> &bytes) {
  int fd = memfd_create("image", 0);
  size_t done = 0;
  while (done < bytes.size()) {
    ssize_t written = write(fd, bytes.data() + done, bytes.size() - done);
    if (written <= 0)
      abort();
    done += static_cast<size_t>(written);
  }
  return platform::File(fd);
}

} // namespace wasmc

#endif
