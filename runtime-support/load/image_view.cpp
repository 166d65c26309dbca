// Why access to an image is safe: a module's tables are believed to be nothing but numbers. Every
// span, string and code offset is held against the segments that are really mapped, in 64-bit
// arithmetic that cannot wrap (32-bit offsets and counts, element sizes of a few bytes), before a
// pointer is made of it; entry counts come from spans that were checked; indices found in tables
// are compared with the counts where they are used. What the code itself does is another matter: a
// compiled module is trusted as a shared library is.
#include "runtime-support/load/image_view.h"

#include "runtime-support/platform/check.h"

namespace wasmc::load {

namespace {

std::unexpected<Error> damaged(const char *what) {
  return error(Error::kNoOffset, "damaged file: ", what);
}

// A span of the header and the type of its entries.
struct SpanRow {
  wasmc_span wasmc_image_header::*span;
  uint32_t size;
  uint32_t alignment;
  const char *name;
};

#define WASMC_SPAN(name, Type) {&wasmc_image_header::name, sizeof(Type), alignof(Type), #name}
constexpr SpanRow kSpans[] = {
    WASMC_SPAN(code_ranges, wasmc_code_range),
    WASMC_SPAN(types, wasmc_type),
    WASMC_SPAN(value_types, uint32_t),
    WASMC_SPAN(imports, wasmc_import),
    WASMC_SPAN(exports, wasmc_export),
    WASMC_SPAN(export_order, uint32_t),
    WASMC_SPAN(functions, wasmc_function),
    WASMC_SPAN(function_records, uint32_t),
    WASMC_SPAN(memories, wasmc_memory_type),
    WASMC_SPAN(tables, wasmc_table_type),
    WASMC_SPAN(globals, wasmc_global_type),
    WASMC_SPAN(tags, uint32_t),
    WASMC_SPAN(data_segments, wasmc_data_segment),
    WASMC_SPAN(element_segments, wasmc_element_segment),
    WASMC_SPAN(image_chunks, wasmc_image_chunk),
    WASMC_SPAN(function_names, wasmc_string),
};
#undef WASMC_SPAN

// No module of the sizes that the implementation limits allow comes near.
constexpr uint32_t kLargestContext = 1u << 30;

} // namespace

ImageView::ImageView(const wasmc_image_header *header, std::span<const Segment> segments)
    : header_(header), segmentCount_(segments.size()) {
  WASMC_CHECK(segments.size() <= kMaxSegments);
  for (size_t i = 0; i < segments.size(); ++i)
    segments_[i] = segments[i];
}

const Segment *ImageView::segmentOf(int64_t offset, uint64_t length) const {
  for (const Segment &segment : segments())
    if (offset >= segment.begin && offset <= segment.end &&
        length <= static_cast<uint64_t>(segment.end - offset))
      return &segment;
  return nullptr;
}

Result<const uint8_t *> ImageView::locate(int64_t offset, uint64_t length, size_t alignment) const {
  if (segmentOf(offset, length) == nullptr)
    return damaged("an offset leads out of the image");
  const uint8_t *address = base() + offset;
  if (reinterpret_cast<uint64_t>(address) % alignment != 0)
    return damaged("an offset is not aligned");
  return address;
}

Result<std::string_view> ImageView::string(wasmc_string string) const {
  if (string.length == 0)
    return std::string_view();
  TRY_ASSIGN(const uint8_t *bytes, locate(string.offset, string.length, 1));
  return std::string_view(reinterpret_cast<const char *>(bytes), string.length);
}

std::string_view ImageView::stringOrEmpty(wasmc_string text) const {
  Result<std::string_view> found = string(text);
  return found ? *found : std::string_view();
}

Result<void *> ImageView::code(int32_t offset) const {
  const Segment *segment = segmentOf(offset, 1);
  if (segment == nullptr || !segment->isCode)
    return damaged("a code offset leads out of the code");
  for (const wasmc_code_range &range : table<wasmc_code_range>(header_->code_ranges))
    if (offset >= range.text && uint64_t(int64_t{offset} - range.text) < range.text_size)
      return const_cast<uint8_t *>(base()) + offset;
  return damaged("a code offset leads out of the code ranges");
}

Result<void *> ImageView::optionalCode(int32_t offset) const {
  if (offset == 0)
    return nullptr;
  return code(offset);
}

Result<uint64_t> ImageView::fileOffset(int64_t offset, uint64_t length) const {
  const Segment *segment = segmentOf(offset, length);
  if (segment == nullptr)
    return damaged("an offset leads out of the image");
  return static_cast<uint64_t>(segment->fileOffset + (offset - segment->begin));
}

Result<void> ImageView::check() const {
  // The runtime keeps host functions within this headroom and makes guards of this size.
  if (header_->host_stack_headroom < WASMC_HOST_STACK_HEADROOM || header_->stack_probe_size == 0 ||
      header_->stack_probe_size > WASMC_STACK_GUARD_SIZE)
    return damaged("stack headroom");
  TRY(checkSpans());
  return checkLayout();
}

Result<void> ImageView::checkSpans() const {
  for (const SpanRow &row : kSpans) {
    wasmc_span span = header_->*row.span;
    if (span.count != 0 && !locate(span.offset, uint64_t{span.count} * row.size, row.alignment))
      return error(Error::kNoOffset, "damaged file: table \"", row.name,
                   "\" leads out of the image");
  }
  if (header_->export_order.count != header_->exports.count)
    return damaged("the order of exports");
  if (header_->function_names.count != 0 &&
      header_->function_names.count != header_->functions.count)
    return damaged("function names");
  // One per object that was linked; each is searched for every code offset.
  constexpr uint32_t kMaxCodeRanges = 1024;
  if (header_->code_ranges.count > kMaxCodeRanges)
    return damaged("number of code ranges");
  for (const wasmc_code_range &range : table<wasmc_code_range>(header_->code_ranges)) {
    const Segment *segment = segmentOf(range.text, range.text_size);
    if (segment == nullptr || !segment->isCode)
      return damaged("a code range");
  }
  return {};
}

Result<void> ImageView::checkLayout() const {
  const wasmc_context_layout &layout = header_->layout;
  if (layout.size < WASMC_CONTEXT_FIXED_SIZE || layout.size > kLargestContext ||
      layout.size % 16 != 0)
    return damaged("size of the context");
  auto fits = [&](uint32_t offset, uint64_t count, uint64_t size) {
    return count == 0 ||
           (offset >= WASMC_CONTEXT_FIXED_SIZE && offset % (size < 8 ? size : 8) == 0 &&
            offset + count * size <= layout.size);
  };
  uint64_t imported[5] = {};
  for (const wasmc_import &import : table<wasmc_import>(header_->imports)) {
    if (import.kind > WASMC_EXTERN_tag)
      return damaged("kind of an import");
    // Imports come first in each index space and in its order: instantiation relies on it.
    if (import.index != imported[import.kind]++)
      return damaged("index of an import");
  }
  const uint64_t totals[5] = {header_->functions.count, header_->tables.count,
                              header_->memories.count, header_->globals.count, header_->tags.count};
  for (int kind = 0; kind < 5; ++kind)
    if (imported[kind] > totals[kind])
      return damaged("number of imports");
  bool ok = fits(layout.imported_functions, imported[WASMC_EXTERN_function],
                 sizeof(wasmc_function_import)) &&
            fits(layout.imported_tables, imported[WASMC_EXTERN_table], 8) &&
            fits(layout.imported_memories, imported[WASMC_EXTERN_memory], 8) &&
            fits(layout.imported_globals, imported[WASMC_EXTERN_global], 8) &&
            fits(layout.imported_tags, imported[WASMC_EXTERN_tag], 8) &&
            fits(layout.memories, totals[WASMC_EXTERN_memory] - imported[WASMC_EXTERN_memory],
                 sizeof(wasmc_memory)) &&
            fits(layout.tables, totals[WASMC_EXTERN_table] - imported[WASMC_EXTERN_table],
                 sizeof(wasmc_table)) &&
            fits(layout.type_ids, header_->types.count, 4) &&
            fits(layout.data_lengths, header_->data_segments.count, 8) &&
            fits(layout.element_lengths, header_->element_segments.count, 8) &&
            fits(layout.function_records, header_->function_records.count,
                 sizeof(wasmc_function_record)) &&
            fits(layout.counters, layout.counter_count, 8);
  return ok ? Result<void>() : damaged("layout of the context");
}

uint32_t importCount(const ImageView &image, wasmc_extern_kind kind) {
  uint32_t count = 0;
  for (const wasmc_import &import : image.table<wasmc_import>(image.header().imports))
    if (import.kind == static_cast<uint32_t>(kind))
      ++count;
  return count;
}

} // namespace wasmc::load
