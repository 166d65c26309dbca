// The table of functions: complete, sorted, with the signatures of wasi_snapshot_preview1.witx.
#include <set>

#include "tests/unit/wasi/fake_guest.h"

namespace wasmc::wasi::test {
namespace {

TEST(WasiTable, HasAllFunctionsOfPreview1) {
  const char *const names[] = {"args_get",
                               "args_sizes_get",
                               "environ_get",
                               "environ_sizes_get",
                               "clock_res_get",
                               "clock_time_get",
                               "fd_advise",
                               "fd_allocate",
                               "fd_close",
                               "fd_datasync",
                               "fd_fdstat_get",
                               "fd_fdstat_set_flags",
                               "fd_fdstat_set_rights",
                               "fd_filestat_get",
                               "fd_filestat_set_size",
                               "fd_filestat_set_times",
                               "fd_pread",
                               "fd_prestat_get",
                               "fd_prestat_dir_name",
                               "fd_pwrite",
                               "fd_read",
                               "fd_readdir",
                               "fd_renumber",
                               "fd_seek",
                               "fd_sync",
                               "fd_tell",
                               "fd_write",
                               "path_create_directory",
                               "path_filestat_get",
                               "path_filestat_set_times",
                               "path_link",
                               "path_open",
                               "path_readlink",
                               "path_remove_directory",
                               "path_rename",
                               "path_symlink",
                               "path_unlink_file",
                               "poll_oneoff",
                               "proc_exit",
                               "proc_raise",
                               "sched_yield",
                               "random_get",
                               "sock_accept",
                               "sock_recv",
                               "sock_send",
                               "sock_shutdown"};
  EXPECT_EQ(functions().size(), 46u);
  for (const char *name : names) {
    const HostFunction *const function = lookup("wasi_snapshot_preview1", name);
    ASSERT_NE(function, nullptr) << name;
    EXPECT_EQ(function->name, name);
    EXPECT_NE(function->function, nullptr);
  }
}

TEST(WasiTable, SignaturesAreWellFormed) {
  std::set<wasmc_host_function> bodies;
  for (const HostFunction &function : functions()) {
    const size_t colon = function.signature.find(':');
    ASSERT_NE(colon, std::string_view::npos) << function.name;
    EXPECT_EQ(function.signature.substr(0, colon).find_first_not_of("il"), std::string_view::npos);
    EXPECT_EQ(function.signature.substr(colon), function.name == "proc_exit" ? ":" : ":i");
    EXPECT_TRUE(bodies.insert(function.function).second) << function.name << " shares its body";
  }
  EXPECT_EQ(lookup("wasi_snapshot_preview1", "path_open")->signature, "iiiiillii:i");
  EXPECT_EQ(lookup("wasi_snapshot_preview1", "fd_seek")->signature, "ilii:i");
}

TEST(WasiTable, UnknownNamesAndModules) {
  EXPECT_EQ(lookup("wasi_snapshot_preview1", "fd_rea"), nullptr);
  EXPECT_EQ(lookup("wasi_snapshot_preview1", "fd_reads"), nullptr);
  EXPECT_EQ(lookup("wasi_snapshot_preview1", ""), nullptr);
  EXPECT_EQ(lookup("wasi_snapshot_preview1", "zzz"), nullptr);
  EXPECT_EQ(lookup("env", "fd_read"), nullptr);
}

TEST(WasiTable, UnstableDiffersWhereItMust) {
  for (const char *name : {"fd_seek", "fd_filestat_get", "path_filestat_get", "poll_oneoff"})
    EXPECT_NE(lookup("wasi_unstable", name)->function,
              lookup("wasi_snapshot_preview1", name)->function)
        << name;
  EXPECT_EQ(lookup("wasi_unstable", "fd_write"), lookup("wasi_snapshot_preview1", "fd_write"));
  EXPECT_EQ(lookup("wasi_unstable", "sock_accept"), nullptr);
}

} // namespace
} // namespace wasmc::wasi::test
