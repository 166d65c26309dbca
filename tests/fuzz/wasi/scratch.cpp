#include "tests/fuzz/wasi/scratch.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace wasmc::fuzz {

namespace {

namespace fs = std::filesystem;

void write(const fs::path &path, std::string_view text) {
  std::ofstream(path) << text;
}

// Name, kind, links, size, modification time and contents: everything that a change would show in.
std::string describeOne(const fs::path &path) {
  struct stat stat;
  if (lstat(path.c_str(), &stat) != 0)
    return path.string() + " is gone";
  std::ostringstream text;
  text << path.string() << " mode " << stat.st_mode << " inode " << stat.st_ino << " links "
       << stat.st_nlink << " size " << stat.st_size << " time " << stat.st_mtim.tv_sec << '.'
       << stat.st_mtim.tv_nsec;
  if (S_ISREG(stat.st_mode))
    text << ' ' << std::ifstream(path).rdbuf();
  if (S_ISLNK(stat.st_mode))
    text << ' ' << fs::read_symlink(path);
  return text.str();
}

} // namespace

Scratch::Scratch() {
  std::string pattern = fs::temp_directory_path() / "wasmc-fuzz-wasi-XXXXXX";
  if (mkdtemp(pattern.data()) == nullptr) {
    perror("mkdtemp");
    abort();
  }
  top_ = pattern;
  in_ = top_ / "in";
  other_ = top_ / "other";
  locked_ = top_ / "locked";
  for (const char *directory : {"in", "other", "locked/dir", "outside/dir"})
    fs::create_directories(top_ / directory);
  for (const char *file : {"outside/secret", "outside/file", "outside/dir/secret", "outside/dir/a"})
    write(top_ / file, kSecret);
  write(top_ / "locked/file", "locked");
  write(top_ / "locked/dir/a", "locked");
  fs::create_symlink("file", top_ / "locked/link");
  fs::create_symlink("../outside", top_ / "locked/out");
  asMade_ = describe();
}

Scratch::~Scratch() {
  std::error_code ignored;
  fs::remove_all(top_, ignored);
}

void Scratch::reset() const {
  for (const std::string &grant : {in_, other_}) {
    for (const fs::directory_entry &entry : fs::directory_iterator(grant))
      fs::remove_all(entry.path());
    fs::create_directories(fs::path(grant) / "dir/sub");
    write(fs::path(grant) / "file", "mine");
    write(fs::path(grant) / "dir/a", "mine");
    fs::create_symlink("dir", fs::path(grant) / "link");
    fs::create_symlink("../outside", fs::path(grant) / "out");
    fs::create_symlink(top_ / "outside", fs::path(grant) / "absolute");
    fs::create_symlink("../../outside/dir", fs::path(grant) / "dir/out");
    fs::create_symlink("loop", fs::path(grant) / "loop");
  }
}

std::vector<std::string> Scratch::describe() const {
  std::vector<std::string> all;
  for (const char *part : {"locked", "outside"}) {
    all.push_back(describeOne(top_ / part));
    for (const fs::directory_entry &entry : fs::recursive_directory_iterator(top_ / part))
      all.push_back(describeOne(entry.path()));
  }
  // What lies beside the grants; the directory's own times change with none of this.
  for (const fs::directory_entry &entry : fs::directory_iterator(top_))
    all.push_back(entry.path());
  std::ranges::sort(all);
  return all;
}

void Scratch::requireUntouched() const {
  const std::vector<std::string> now = describe();
  if (now == asMade_)
    return;
  fprintf(stderr, "something outside the grants, or in the read-only one, has changed:\n");
  for (const std::string &line : now)
    if (!std::ranges::binary_search(asMade_, line))
      fprintf(stderr, "  now    %s\n", line.c_str());
  for (const std::string &line : asMade_)
    if (!std::ranges::binary_search(now, line))
      fprintf(stderr, "  before %s\n", line.c_str());
  abort();
}

} // namespace wasmc::fuzz
