#include "compiler/cli/input.h"

#include "compiler/cli/files.h"

#include <algorithm>
#include <cstdio>

namespace wasmc::cli {

namespace {

// The binary format begins with a NUL byte, which no text does. Everything else that does not look
// like text is left to the decoder to refuse.
bool looksLikeText(const std::vector<uint8_t> &bytes) {
  auto first = std::ranges::find_if_not(bytes, [](uint8_t byte) {
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
  });
  return first != bytes.end() && (*first == '(' || *first == ';');
}

} // namespace

bool ModuleInput::read() {
  Result<std::vector<uint8_t>> file = readInput(path_);
  if (!file) {
    report(path_, file.error());
    return false;
  }
  isText_ = looksLikeText(*file);
  if (!isText_) {
    bytes_ = std::move(*file);
    return true;
  }
  text_.assign(file->begin(), file->end());
  Result<text::BinaryModule> module = text::readModule(text_);
  if (!module) {
    std::fprintf(stderr, "wasmc: %s\n", text::renderError(path_, text_, module.error()).c_str());
    return false;
  }
  bytes_ = std::move(module->bytes);
  map_ = std::move(module->map);
  return true;
}

void ModuleInput::reportError(const Error &problem) const {
  if (!isText_) {
    report(path_, problem);
    return;
  }
  Error inText = text::toTextError(problem, map_);
  std::fprintf(stderr, "wasmc: %s\n", text::renderError(path_, text_, inText).c_str());
}

} // namespace wasmc::cli
