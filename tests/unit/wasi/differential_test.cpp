// Random trees and random paths: both resolvers must agree on every answer, and whatever they open
// must be part of the tree. Seeds are fixed, so a failure can be repeated.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <random>
#include <set>

#include "runtime-support/wasi/stat.h"
#include "tests/unit/wasi/fake_guest.h"

namespace wasmc::wasi::test {
namespace {

class RandomTree {
public:
  explicit RandomTree(unsigned seed) : random_(seed) {
    tree_.directory("grant");
    tree_.directory("outside/a/b");
    tree_.file("outside/a/a", "outside");
    std::vector<std::string> directories = {"grant"};
    for (int i = 0; i < 14; ++i) {
      const std::string path = directories[pick(directories.size())] + "/" + name();
      if (tree_.exists(path))
        continue;
      switch (pick(4)) {
      case 0:
        tree_.file(path, "");
        break;
      case 1:
        tree_.link(this->path(), path);
        break;
      default:
        tree_.directory(path);
        directories.push_back(path);
      }
    }
    inodes_.insert(inode("grant"));
    for (const auto &each : std::filesystem::recursive_directory_iterator(tree_ / "grant")) {
      struct stat stat;
      EXPECT_EQ(::lstat(each.path().c_str(), &stat), 0);
      inodes_.insert(stat.st_ino);
    }
  }

  // A path of names that often exist, with everything that is awkward in between.
  std::string path() {
    std::string result = pick(20) == 0 ? "/" : "";
    const size_t components = 1 + pick(6);
    for (size_t i = 0; i < components; ++i) {
      if (i != 0)
        result += pick(8) == 0 ? "//" : "/";
      const size_t kind = pick(10);
      result += kind < 6 ? name() : kind < 9 ? ".." : ".";
    }
    return result + (pick(6) == 0 ? "/" : "");
  }
  size_t pick(size_t count) { return random_() % count; }
  bool contains(uint64_t inode) const { return inodes_.contains(inode); }
  std::string grant() const { return tree_ / "grant"; }

private:
  std::string name() { return std::string(1, static_cast<char>('a' + pick(3))); }
  uint64_t inode(std::string_view path) const {
    struct stat stat;
    EXPECT_EQ(::lstat((tree_ / path).c_str(), &stat), 0);
    return stat.st_ino;
  }

  std::mt19937 random_;
  TemporaryTree tree_;
  std::set<uint64_t> inodes_;
};

struct Answer {
  Errno error = Errno::success;
  uint64_t inode = 0;
  bool operator==(const Answer &) const = default;
};

std::ostream &operator<<(std::ostream &out, const Answer &answer) {
  return out << answer.error << ", inode " << answer.inode;
}

Answer openWith(ResolverKind kind, int32_t grant, const PathText &path, LastLink lastLink,
                int flags) {
  PathResolver resolver(kind);
  const Outcome<HostFile> file = resolver.open(grant, path, lastLink, flags);
  if (!file)
    return {file.error(), 0};
  const Outcome<platform::Statx> stat = statOf(file->get());
  EXPECT_TRUE(stat);
  return {Errno::success, stat->stx_ino};
}

// What stands in a place: the directory and how the path ended.
Answer placeWith(ResolverKind kind, int32_t grant, const PathText &path, std::string &name) {
  PathResolver resolver(kind);
  const Outcome<NamePlace> place = resolver.place(grant, path);
  if (!place)
    return {place.error(), 0};
  name = place->name + std::to_string(static_cast<int>(place->ending));
  EXPECT_EQ(name.find('/'), std::string::npos);
  EXPECT_NE(std::string_view(place->name), "..");
  EXPECT_NE(std::string_view(place->name), ".");
  const Outcome<platform::Statx> stat = statOf(place->directory.get());
  EXPECT_TRUE(stat);
  return {Errno::success, stat->stx_ino};
}

TEST(WasiDifferential, ResolversAgreeAndStayInside) {
  int opened = 0;
  int refused = 0;
  for (unsigned seed = 0; seed < 60; ++seed) {
    RandomTree tree(seed);
    const int grant = ::open(tree.grant().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    ASSERT_GE(grant, 0);
    for (int i = 0; i < 300; ++i) {
      const std::string text = tree.path();
      const LastLink lastLink = tree.pick(2) == 0 ? LastLink::follow : LastLink::keep;
      constexpr int kFlags[] = {platform::kO_RDONLY, platform::kO_PATH, platform::kO_DIRECTORY,
                                platform::kO_PATH | platform::kO_DIRECTORY, platform::kO_WRONLY};
      const int flags = kFlags[tree.pick(std::size(kFlags))];
      SCOPED_TRACE(testing::Message() << "seed " << seed << ", path " << text << ", flags " << flags
                                      << (lastLink == LastLink::follow ? ", follow" : ""));
      PathText path;
      ASSERT_TRUE(path.assign({reinterpret_cast<const uint8_t *>(text.data()), text.size()}));
      const Answer byKernel = openWith(ResolverKind::openat2, grant, path, lastLink, flags);
      const Answer byWalk = openWith(ResolverKind::walk, grant, path, lastLink, flags);
      EXPECT_EQ(byKernel, byWalk);
      if (byWalk.error == Errno::success)
        EXPECT_TRUE(tree.contains(byWalk.inode));
      opened += byWalk.error == Errno::success;
      refused += byWalk.error == Errno::perm;
      std::string nameByKernel;
      std::string nameByWalk;
      const Answer place = placeWith(ResolverKind::openat2, grant, path, nameByKernel);
      EXPECT_EQ(place, placeWith(ResolverKind::walk, grant, path, nameByWalk));
      EXPECT_EQ(nameByKernel, nameByWalk);
      if (place.error == Errno::success)
        EXPECT_TRUE(tree.contains(place.inode));
    }
    ::close(grant);
  }
  // Else the paths said nothing.
  EXPECT_GT(opened, 1000);
  EXPECT_GT(refused, 1000);
}

} // namespace
} // namespace wasmc::wasi::test
