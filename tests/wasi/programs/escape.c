// Every operation on every path that leads out, through dots, links and links to links.
#include "preview1.h"

static void expect_no_way(uint32_t dir, const char *path) {
  filestat stat;
  char text[64];
  uint32_t size = 0;
  EXPECT(try_open(dir, path, 0, RIGHT_FD_READ, FOLLOW), PERM);
  EXPECT(try_open(dir, path, 0, RIGHT_FD_READ, 0), PERM);
  EXPECT(try_open(dir, path, TRUNC, RIGHT_FD_WRITE, FOLLOW), PERM);
  EXPECT(try_open(dir, path, CREAT, RIGHT_FD_WRITE, FOLLOW), PERM);
  EXPECT(try_open(dir, path, CREAT | EXCL, 0, 0), PERM);
  EXPECT(try_open(dir, path, DIRECTORY_ONLY, RIGHT_FD_READDIR, FOLLOW), PERM);
  EXPECT(stat_of(dir, path, 0, &stat), PERM);
  EXPECT(stat_of(dir, path, FOLLOW, &stat), PERM);
  EXPECT(path_filestat_set_times(dir, FOLLOW, P(path), 1, 1, MTIM), PERM);
  EXPECT(path_filestat_set_times(dir, 0, P(path), 1, 1, MTIM), PERM);
  EXPECT(unlink_of(dir, path), PERM);
  EXPECT(rmdir_of(dir, path), PERM);
  EXPECT(mkdir_of(dir, path), PERM);
  EXPECT(symlink_of("x", dir, path), PERM);
  EXPECT(path_readlink(dir, P(path), text, 64, &size), PERM);
  EXPECT(rename_of(dir, path, dir, "stolen"), PERM);
  EXPECT(rename_of(dir, "mine", dir, path), PERM);
  EXPECT(link_of(dir, path, dir, "stolen"), PERM);
  EXPECT(link_of(dir, "mine", dir, path), PERM);
}

int main(void) {
  make_file(ROOT, "mine", "");
  OK(mkdir_of(ROOT, "dir"));
  OK(mkdir_of(ROOT, "dir/sub"));
  OK(symlink_of("../out", ROOT, "out"));
  OK(symlink_of("../../out", ROOT, "dir/out"));
  OK(symlink_of("out", ROOT, "twice"));
  OK(symlink_of("dir/sub/../../../out", ROOT, "winding"));
  OK(symlink_of("../rw", ROOT, "out-and-in"));
  OK(symlink_of("..", ROOT, "up"));
  OK(symlink_of("up/up/up", ROOT, "upper"));
  static const char *const paths[] = {"../out/secret",
                                      "../rw/mine",
                                      "dir/../../out/secret",
                                      "dir/sub/../../../out/new",
                                      "./../out/x",
                                      "out/secret",
                                      "out/dir/secret",
                                      "out/new",
                                      "out/../out/secret",
                                      "dir/out/secret",
                                      "twice/secret",
                                      "winding/secret",
                                      "winding/dir/new",
                                      "out-and-in/mine",
                                      "out-and-in/new",
                                      "up/out/secret",
                                      "up/rw/mine",
                                      "upper/x",
                                      "dir/sub/../out/secret",
                                      "out//secret",
                                      "/out/secret",
                                      "//",
                                      "/",
                                      "/etc/passwd",
                                      "/proc/self/root"};
  for (uint32_t i = 0; i < sizeof paths / sizeof *paths; ++i)
    expect_no_way(ROOT, paths[i]);
  // Links that lead out, themselves: only to follow them is out of reach.
  static const char *const links[] = {"out", "twice", "winding", "out-and-in",
                                      "up",  "upper", "dir/out"};
  filestat stat;
  for (uint32_t i = 0; i < sizeof links / sizeof *links; ++i) {
    EXPECT(try_open(ROOT, links[i], 0, RIGHT_FD_READ, FOLLOW), PERM);
    EXPECT(try_open(ROOT, links[i], CREAT, RIGHT_FD_WRITE, FOLLOW), PERM);
    EXPECT(try_open(ROOT, links[i], 0, RIGHT_FD_READ, 0), LOOP);
    EXPECT(stat_of(ROOT, links[i], FOLLOW, &stat), PERM);
    OK(stat_of(ROOT, links[i], 0, &stat));
    CHECK(stat.type == SYMBOLIC_LINK);
  }
  // A slash behind a link would make the kernel follow it.
  static const char *const slashes[] = {"out/", "twice//", "up/", "out/."};
  for (uint32_t i = 0; i < 4; ++i) {
    EXPECT(try_open(ROOT, slashes[i], 0, 0, 0), PERM);
    EXPECT(stat_of(ROOT, slashes[i], 0, &stat), PERM);
  }
  for (uint32_t i = 0; i < 3; ++i) {
    EXPECT(unlink_of(ROOT, slashes[i]), NOTDIR);
    EXPECT(rmdir_of(ROOT, slashes[i]), NOTDIR);
    EXPECT(mkdir_of(ROOT, slashes[i]), EXIST);
    EXPECT(rename_of(ROOT, slashes[i], ROOT, "x"), NOTDIR);
    EXPECT(rename_of(ROOT, "dir", ROOT, slashes[i]), NOTDIR);
    EXPECT(link_of(ROOT, slashes[i], ROOT, "x"), NOTDIR);
  }
  // A descriptor beneath the grant is no way up either, wherever it has been moved.
  const uint32_t sub = open_dir(ROOT, "dir/sub");
  make_file(sub, "mine", "");
  EXPECT(try_open(sub, "..", DIRECTORY_ONLY, 0, 0), PERM);
  expect_no_way(sub, "../sub/mine");
  OK(rename_of(ROOT, "dir/sub", ROOT, "moved"));
  expect_no_way(sub, "../mine");
  OK(unlink_of(ROOT, "out"));
  OK(unlink_of(ROOT, "up"));
  return 0;
}
