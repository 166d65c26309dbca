"""What a guest reaches through `--dir`: the granted tree, as granted, and nothing else."""

import os
import socket
import subprocess
import unittest

from harness import CliTest, guest

# probe COMMAND PATH...: prints `ok` or the name of the error for each path.
PROBE = r"""
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *name(int number) {
  switch (number) {
  case ENOENT: return "ENOENT";
  case EPERM: return "EPERM";
  case EACCES: return "EACCES";
  case EROFS: return "EROFS";
  case ENOTCAPABLE: return "ENOTCAPABLE";
  case ELOOP: return "ELOOP";
  default: return strerror(number);
  }
}

static int attempt(const char *command, const char *path) {
  if (strcmp(command, "read") == 0) {
    int fd = open(path, O_RDONLY);
    char text[64];
    return fd < 0 ? -1 : (int)read(fd, text, sizeof text) < 0 ? -1 : close(fd);
  }
  if (strcmp(command, "write") == 0) {
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    return fd < 0 ? -1 : write(fd, "x", 1) == 1 ? close(fd) : -1;
  }
  if (strcmp(command, "truncate") == 0)
    return open(path, O_RDONLY | O_TRUNC) < 0 ? -1 : 0;
  if (strcmp(command, "unlink") == 0)
    return unlink(path);
  if (strcmp(command, "mkdir") == 0)
    return mkdir(path, 0777);
  return -2;
}

int main(int argc, char **argv) {
  for (int i = 2; i < argc; ++i) {
    int result = attempt(argv[1], argv[i]);
    printf("%s\n", result == 0 ? "ok" : name(errno));
  }
  return 0;
}
"""
# Says what the standard streams answer to reading or writing, and whether they are there at all, and traps. Says so
# in /out, or with an argument to a connection that it accepts from descriptor 3.
STREAMS = r"""
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>
#define IMPORT(name) __attribute__((import_module("wasi_snapshot_preview1"), import_name(#name))) int name
IMPORT(sock_accept)(int, int, int *);
int main(int argc, char **argv) {
  int fd = -1;
  if (argc == 1)
    fd = open("/out", O_WRONLY | O_CREAT | O_TRUNC, 0666);
  else if (sock_accept(3, 0, &fd) != 0)
    return 1;
  char text[64];
  struct stat status;
  int length = snprintf(text, sizeof text, "%d", fd);
  for (int stream = 0; stream < 3; ++stream) {
    char byte;
    int moved = (int)(stream == 0 ? read(0, &byte, 1) : write(stream, "message", 7));
    length += snprintf(text + length, sizeof text - length, " %d", moved);
    errno = 0;
    if ((fcntl(stream, F_GETFL) == -1 && errno == EBADF) || (fstat(stream, &status) == -1 && errno == EBADF))
      length += snprintf(text + length, sizeof text - length, "x");
  }
  write(fd, text, length);
  __builtin_trap();
}
"""
REFUSALS = {"EPERM", "EACCES", "ENOTCAPABLE", "ENOENT", "ELOOP", "EROFS"}


class Grants(CliTest):
    def setUp(self):
        super().setUp()
        self.probe = self.program(PROBE, "probe")
        self.grant = self.work / "grant"
        (self.grant / "sub").mkdir(parents=True)
        (self.grant / "file.txt").write_text("inside", encoding="utf-8")
        self.secret = self.work / "secret.txt"
        self.secret.write_text("outside", encoding="utf-8")

    def ask(self, command, *paths, grants=None):
        options = []
        for grant in grants if grants is not None else [f"{self.grant}::/data"]:
            options += ["--dir", grant]
        outcome = self.wasmc("run", *options, self.probe, command, *paths).require()
        return outcome.stdout.decode().splitlines()

    def test_inside(self):
        self.assertEqual(self.ask("read", "/data/file.txt", "/data/sub/../file.txt", "/data/./file.txt"), ["ok"] * 3)
        self.assertEqual(self.ask("write", "/data/sub/new"), ["ok"])
        self.assertEqual((self.grant / "sub" / "new").read_bytes(), b"x")

    def test_no_grant_no_files(self):
        for answer in self.ask("read", "/etc/passwd", "/data/file.txt", "file.txt", grants=[]):
            self.assertIn(answer, REFUSALS)

    def test_guest_name_defaults_to_the_host_name(self):
        self.assertEqual(self.ask("read", f"{self.grant}/file.txt", grants=[str(self.grant)]), ["ok"])

    def test_outside(self):
        (self.grant / "absolute").symlink_to(self.secret)
        (self.grant / "relative").symlink_to("../secret.txt")
        (self.grant / "up").symlink_to("..")
        (self.grant / "out-and-in").symlink_to("../grant/file.txt")
        (self.grant / "loop").symlink_to("loop")
        (self.grant / "proc").symlink_to("/proc/self/root")
        paths = ["/data/../secret.txt", "/data/sub/../../secret.txt", "/data/absolute", "/data/relative",
                 "/data/up/secret.txt", "/data/out-and-in", "/data/loop", "/etc/passwd", "/data/proc/etc/passwd"]
        for command in ("read", "write"):
            for path, answer in zip(paths, self.ask(command, *paths)):
                with self.subTest(command=command, path=path):
                    self.assertIn(answer, REFUSALS)
        self.assertEqual(self.secret.read_text(encoding="utf-8"), "outside")

    def test_read_only(self):
        grants = [f"{self.grant}::/data::ro"]
        self.assertEqual(self.ask("read", "/data/file.txt", grants=grants), ["ok"])
        for command, path in (("write", "/data/file.txt"), ("write", "/data/new"), ("truncate", "/data/file.txt"),
                              ("unlink", "/data/file.txt"), ("mkdir", "/data/new")):
            with self.subTest(command=command, path=path):
                answer, = self.ask(command, path, grants=grants)
                self.assertIn(answer, REFUSALS - {"ENOENT"})
        self.assertEqual((self.grant / "file.txt").read_text(encoding="utf-8"), "inside")
        self.assert_only(self.grant, ["file.txt", "sub"])

    def test_two_grants(self):
        grants = [f"{self.grant}::/a", f"{self.grant}/sub::/b::ro"]
        self.assertEqual(self.ask("write", "/a/sub/one", grants=grants), ["ok"])
        self.assertEqual(self.ask("read", "/b/one", grants=grants), ["ok"])
        self.assertIn(self.ask("write", "/b/two", grants=grants)[0], REFUSALS)


class ClosedStreams(CliTest):
    """A stream that is closed when the process starts is closed to the guest too: the next file that is opened
    would take its number."""

    CASES = (("<&-", "-1x 7 7"), (">&-", "0 -1x 7"), ("2>&-", "0 7 -1x"), ("<&- >&- 2>&-", "-1x -1x -1x"), ("", "0 7 7"))

    def setUp(self):
        super().setUp()
        source, self.wasm_file = self.work / "streams.c", self.work / "streams.wasm"
        source.write_text(STREAMS, encoding="utf-8")
        guest.build_wasm([source], self.wasm_file, ["-O1"])
        self.emulator = os.environ.get("WASMC_THERE_EMULATOR", "").split() # testsuite/cross

    def executable(self, *options):
        program = self.work / "streams"
        self.wasmc("compile", "--emit=exe", *options, self.wasm_file, "-o", program, limit=guest.COMPILE_LIMIT).require()
        return program

    def test_nothing_takes_their_place(self):
        tree = self.work / "tree"
        tree.mkdir()
        cwasm = self.wasmc.compile(self.wasm_file, self.work / "streams.cwasm")
        program = self.executable("--bake-dir", f"{tree}::/")
        listen = ["--listen", "tcp://127.0.0.1:0"]
        for command, fd in (([self.wasmc.program, "run", "--dir", f"{tree}::/", cwasm], 4),
                            ([self.wasmc.program, "run", "--dir", f"{tree}::/", *listen, cwasm], 5),
                            ([*self.emulator, program], 4), ([*self.emulator, program, "--wasmc-listen", listen[1]], 5)):
            for closed, expected in self.CASES:
                with self.subTest(command=command, closed=closed):
                    outcome = guest.execute([guest.compiler("sh"), "-c", f'exec "$@" {closed}', "sh", *command])
                    self.assert_status(outcome, 134)
                    self.assertEqual((tree / "out").read_text(encoding="utf-8"), f"{fd} {expected}")

    def test_no_connection_takes_their_place(self):
        """With no directory granted, an accepted connection is the first that is opened."""
        program = self.executable()
        for closed, expected in self.CASES:
            with self.subTest(closed=closed), socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listener:
                listener.bind(("127.0.0.1", 0))
                listener.listen()
                fd = listener.fileno()
                with socket.create_connection(listener.getsockname(), timeout=guest.RUN_LIMIT) as client:
                    command = [*self.emulator, program, "--wasmc-listen", f"fd://{fd}", "accept"]
                    with subprocess.Popen([guest.compiler("sh"), "-c", f'exec "$@" {closed}', "sh", *command],
                                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                          pass_fds=[fd]) as process:
                        try:
                            _, errors = process.communicate(timeout=guest.RUN_LIMIT)
                        finally:
                            process.kill()
                    self.assertEqual(process.returncode, 134, errors)
                    received = b""
                    while chunk := client.recv(64):
                        received += chunk
                    self.assertEqual(received.decode(), f"4 {expected}")


if __name__ == "__main__":
    unittest.main()
