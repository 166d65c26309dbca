#include "compiler/container/segments.h"

namespace wasmc::container {

namespace {

// The function that a constant element expression names: `ref.func x end` or `ref.null t end`.
// Everything else has a place in the context (InstanceLayout::elementValues) and never comes here.
std::optional<wasm::FunctionIndex> functionOf(const wasm::Expression &expression) {
  constexpr uint8_t kRefFunc = 0xd2;
  if (expression.data[0] != kRefFunc)
    return std::nullopt;
  uint32_t value = 0;
  unsigned shift = 0;
  for (size_t k = 1; k < expression.data.size(); ++k, shift += 7) {
    value |= static_cast<uint32_t>(expression.data[k] & 0x7f) << shift;
    if ((expression.data[k] & 0x80) == 0)
      break;
  }
  return wasm::FunctionIndex(value);
}

std::vector<uint32_t> recordNumbers(const wasm::ElementSegment &segment,
                                    const wasm::InstanceLayout &layout) {
  std::vector<uint32_t> numbers;
  for (wasm::FunctionIndex f : segment.functions)
    numbers.push_back(layout.recordOfFunction[f.value] + 1);
  for (const wasm::Expression &expression : segment.expressions) {
    std::optional<wasm::FunctionIndex> f = functionOf(expression);
    numbers.push_back(f ? layout.recordOfFunction[f->value] + 1 : 0);
  }
  return numbers;
}

} // namespace

wasmc_span reserveElements(Blob &blob, const wasm::Module &module) {
  return blob.reserveTable<wasmc_element_segment>(module.elements.size());
}

void fillElements(Blob &blob, wasmc_span table, const wasm::Module &module,
                  const wasm::InstanceLayout &layout) {
  for (uint32_t s = 0; s < table.count; ++s) {
    const wasm::ElementSegment &segment = module.elements[s];
    wasmc_element_segment entry{};
    // A declarative segment is dropped before anything can use it.
    if (segment.mode != wasm::SegmentMode::declarative) {
      entry.context_values = layout.elementValues[s];
      if (entry.context_values == 0)
        entry.records = blob.append(recordNumbers(segment, layout));
      entry.records.count = segment.size();
    }
    blob.putEntry(table, s, entry);
  }
}

wasmc_span reserveData(Blob &blob, const wasm::Module &module) {
  return blob.reserveTable<wasmc_data_segment>(module.datas.size());
}

void fillData(Blob &blob, wasmc_span table, const wasm::Module &module,
              const wasm::DataImage &image) {
  for (uint32_t s = 0; s < table.count; ++s) {
    wasmc_data_segment entry{};
    if (!image.covered[s]) {
      entry.bytes = blob.append(module.datas[s].bytes.data);
      entry.initial_length = entry.bytes.count;
    }
    blob.putEntry(table, s, entry);
  }
}

std::string chunkSymbol(size_t chunk) {
  return "wd_" + std::to_string(chunk);
}

wasmc_span appendChunks(Blob &blob, const wasm::DataImage &image) {
  auto span = blob.reserveTable<wasmc_image_chunk>(image.chunks.size());
  for (uint32_t k = 0; k < span.count; ++k) {
    const wasm::DataImage::Chunk &chunk = image.chunks[k];
    blob.putEntry(span, k,
                  wasmc_image_chunk{chunk.destination, chunk.memory.value, 0, chunk.bytes.size()});
    blob.link(blob.fieldOf<wasmc_image_chunk>(span, k, offsetof(wasmc_image_chunk, offset)),
              chunkSymbol(k));
  }
  return span;
}

} // namespace wasmc::container
