// PROGRAM [--files N] [--runs N] FILE|DIRECTORY...: a fuzz target without libFuzzer. Every file of
// the corpus (or N of them, from all over it), then N changed copies, always the same ones: a check
// for every day, not a search.
#include "tests/fuzz/byte_source.h"
#include "tests/fuzz/targets.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace {

namespace fs = std::filesystem;
using wasmc::fuzz::ByteSource;

std::vector<std::vector<uint8_t>> readCorpus(const std::vector<std::string> &paths) {
  std::vector<fs::path> files;
  for (const std::string &path : paths) {
    if (!fs::is_directory(path)) {
      files.emplace_back(path);
      continue;
    }
    for (const fs::directory_entry &entry : fs::directory_iterator(path))
      files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<std::vector<uint8_t>> corpus;
  for (const fs::path &file : files) {
    std::ifstream stream(file, std::ios::binary);
    corpus.emplace_back(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
  }
  return corpus;
}

// A few of the changes that fuzzers make: a byte, a number, a piece repeated, moved or cut out, a
// piece of another file.
void change(std::vector<uint8_t> &bytes, ByteSource &source,
            const std::vector<std::vector<uint8_t>> &corpus) {
  if (bytes.empty())
    return;
  size_t at = source.bits(4) % bytes.size();
  size_t length = std::min<size_t>(1 + source.below(32), bytes.size() - at);
  auto from = bytes.begin() + static_cast<ptrdiff_t>(at);
  auto to = from + static_cast<ptrdiff_t>(length);
  switch (source.below(6)) {
  case 0:
    bytes[at] ^= static_cast<uint8_t>(1u << source.below(8));
    break;
  case 1:
    bytes[at] = source.byte();
    break;
  case 2:
    for (; from != to; ++from)
      *from = source.chance(128) ? 0xff : 0x80;
    break;
  case 3:
    bytes.erase(from, to);
    break;
  case 4: {
    std::vector<uint8_t> piece(from, to);
    bytes.insert(from, piece.begin(), piece.end());
    break;
  }
  default: {
    const std::vector<uint8_t> &other = corpus[source.bits(4) % corpus.size()];
    size_t count = std::min(length, other.size());
    std::copy_n(other.begin(), count, from);
  }
  }
}

// The number behind an option, both of which are taken out.
size_t takeNumber(std::vector<std::string> &arguments, const char *option, size_t otherwise) {
  auto found = std::find(arguments.begin(), arguments.end(), option);
  if (found == arguments.end() || found + 1 == arguments.end())
    return otherwise;
  size_t value = strtoul(found[1].c_str(), nullptr, 10);
  arguments.erase(found, found + 2);
  return value;
}

} // namespace

int main(int count, char **arguments) {
  std::vector<std::string> paths(arguments + 1, arguments + count);
  size_t runs = takeNumber(paths, "--runs", 0), files = takeNumber(paths, "--files", ~size_t{0});
  std::vector<std::vector<uint8_t>> corpus = readCorpus(paths);
  if (corpus.empty()) {
    fprintf(stderr, "no corpus\n");
    return 2;
  }
  files = std::min(files, corpus.size());
  for (size_t i = 0; i < files; ++i) {
    const std::vector<uint8_t> &bytes = corpus[i * corpus.size() / files];
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
  }
  for (size_t run = 0; run < runs; ++run) {
    std::vector<uint8_t> seed = wasmc::fuzz::bytesOfSeed(run, 512);
    ByteSource source(seed);
    std::vector<uint8_t> bytes = corpus[source.bits(4) % corpus.size()];
    for (uint32_t changes = 1 + source.below(4); changes > 0; --changes)
      change(bytes, source, corpus);
    // Kept where a crash can be looked at: fuzz targets have no other way to say what they got.
    if (getenv("FUZZ_KEEP") != nullptr)
      std::ofstream(getenv("FUZZ_KEEP"), std::ios::binary)
          .write(reinterpret_cast<const char *>(bytes.data()),
                 static_cast<std::streamsize>(bytes.size()));
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
  }
  printf("%zu files, %zu changed copies\n", files, runs);
  return 0;
}
