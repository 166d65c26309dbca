"""Sockets that a program is given by `--listen`, and no others."""

import os
import signal
import socket
import subprocess
import time
import unittest

from harness import CliTest, NOTHING

# Accepts COUNT connections one after the other and answers each with what it received, in capitals.
ECHO = r"""
#include <stdlib.h>
#define IMPORT(name) __attribute__((import_module("wasi_snapshot_preview1"), import_name(#name))) int name
IMPORT(sock_accept)(int, int, int *);
IMPORT(sock_recv)(int, const void *, int, int, int *, short *);
IMPORT(sock_send)(int, const void *, int, int, int *);
IMPORT(sock_shutdown)(int, int);
IMPORT(fd_close)(int);

int main(int argc, char **argv) {
  char text[64];
  struct { char *at; int size; } list = {text, sizeof text};
  for (int count = atoi(argv[2]); count > 0; --count) {
    int fd, size;
    short flags;
    if (sock_accept(atoi(argv[1]), 0, &fd) != 0)
      return 1;
    list.size = sizeof text;
    if (sock_recv(fd, &list, 1, 0, &size, &flags) != 0)
      return 2;
    for (int i = 0; i < size; ++i)
      if (text[i] >= 'a' && text[i] <= 'z')
        text[i] -= 32;
    list.size = size;
    if (sock_send(fd, &list, 1, 0, &size) != 0 || sock_shutdown(fd, 2) != 0 || fd_close(fd) != 0)
      return 3;
  }
  return 0;
}
"""
LIMIT = 20


def free_port(family=socket.AF_INET, host="127.0.0.1"):
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.bind((host, 0))
        return probe.getsockname()[1]


class Sockets(CliTest):
    def setUp(self):
        super().setUp()
        self.echo = self.program(ECHO)

    def start(self, *words, pass_fds=()):
        process = subprocess.Popen([self.wasmc.program, "run", *words], pass_fds=pass_fds,
                                   stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)
        self.addCleanup(self.end, process)
        return process

    def end(self, process):
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
        process.wait(timeout=LIMIT)
        process.stderr.close()

    def talk(self, process, family, address):
        """Sends a line once somebody listens; what came back."""
        for _ in range(200):
            with socket.socket(family, socket.SOCK_STREAM) as client:
                client.settimeout(LIMIT)
                try:
                    client.connect(address)
                except ConnectionRefusedError:
                    self.assertIsNone(process.poll(), "ended before it listened")
                    time.sleep(0.05)
                    continue
                client.sendall(b"hello")
                answer = b""
                while chunk := client.recv(64):
                    answer += chunk
                return answer
        self.fail("nobody listens")

    def test_listen(self):
        for family, host, shown in ((socket.AF_INET, "127.0.0.1", "127.0.0.1"), (socket.AF_INET, "127.0.0.1", "localhost"),
                                    (socket.AF_INET6, "::1", "[::1]")):
            with self.subTest(shown=shown):
                try:
                    port = free_port(family, host)
                except OSError as error:
                    self.assertEqual(family, socket.AF_INET6, error)
                    self.skipTest("this machine has no IPv6")
                process = self.start("--listen", f"tcp://{shown}:{port}", self.echo, "3", "2")
                self.assertEqual(self.talk(process, family, (host, port)), b"HELLO")
                self.assertEqual(self.talk(process, family, (host, port)), b"HELLO")
                self.assertEqual(process.wait(timeout=LIMIT), 0)

    def test_wasmtimes_names(self):
        for words in (("--tcplisten", "127.0.0.1:{}"), ("-S", "tcplisten=127.0.0.1:{}")):
            with self.subTest(words=words):
                port = free_port()
                process = self.start(words[0], words[1].format(port), self.echo, "3", "1")
                self.assertEqual(self.talk(process, socket.AF_INET, ("127.0.0.1", port)), b"HELLO")
                self.assertEqual(process.wait(timeout=LIMIT), 0)

    def test_behind_the_directories(self):
        port = free_port()
        process = self.start("--dir", ".", "--listen", f"tcp://127.0.0.1:{port}", self.echo, "4", "1")
        self.assertEqual(self.talk(process, socket.AF_INET, ("127.0.0.1", port)), b"HELLO")
        self.assertEqual(process.wait(timeout=LIMIT), 0)

    def test_inherited(self):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listener:
            listener.bind(("127.0.0.1", 0))
            listener.listen()
            fd = listener.fileno()
            process = self.start("--listen", f"fd://{fd}", self.echo, "3", "1", pass_fds=[fd])
            self.assertEqual(self.talk(process, socket.AF_INET, listener.getsockname()), b"HELLO")
            self.assertEqual(process.wait(timeout=LIMIT), 0)

    def test_nothing_is_inherited_unasked(self):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listener:
            listener.bind(("127.0.0.1", 0))
            listener.listen()
            process = self.start(self.echo, "3", "1", pass_fds=[listener.fileno()])
            self.assertEqual(process.wait(timeout=LIMIT), 1)

    def test_refused(self):
        cwasm = self.cwasm(NOTHING)
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]
            self.assert_refused(self.wasmc("run", "--listen", f"tcp://127.0.0.1:{port}", cwasm), str(port), "in use")
        self.assert_refused(self.wasmc("run", "--listen", "tcp://192.0.2.1:80", cwasm), "192.0.2.1")
        self.assert_refused(self.wasmc("run", "--listen", "fd://77", cwasm), "fd://77", "not open")
        read_end, write_end = os.pipe()
        process = self.start("--listen", f"fd://{read_end}", cwasm, pass_fds=[read_end])
        self.assertEqual(process.wait(timeout=LIMIT), 1)
        self.assertIn(b"no socket", process.stderr.read())
        os.close(read_end)
        os.close(write_end)

    def test_misuse(self):
        cwasm = self.cwasm(NOTHING)
        for value in ("127.0.0.1:80", "tcp://127.0.0.1", "tcp://127.0.0.1:", "tcp://127.0.0.1:65536", "tcp://:80",
                      "tcp://127.0.0:80", "tcp://1.2.3.4.5:80", "tcp://1.2.3.256:80", "tcp://example.org:80",
                      "tcp://[::1:80", "tcp://[1:2]:80", "tcp://[:::1]:80", "tcp://[12345::]:80", "tcp://[1::2::3]:80",
                      "udp://127.0.0.1:80", "fd://", "fd://x", "fd://2", "fd://-1", "fd://99999999999", ""):
            with self.subTest(value=value):
                self.assert_refused(self.wasmc("run", "--listen", value, cwasm), f"--listen {value}: ", status=2)
        # In the words of who wrote it.
        for words, said in ((["--tcplisten", "x:80"], "--tcplisten x:80: no ADDRESS:PORT"),
                            (["--tcplisten=tcp://127.0.0.1:80"], "--tcplisten tcp://127.0.0.1:80: no ADDRESS:PORT"),
                            (["-S", "tcplisten=127.0.0.1"], "-S tcplisten=127.0.0.1: no ADDRESS:PORT"),
                            (["--tcplisten"], "option --tcplisten needs a value"),
                            (["--listen", "tcp://127.0.0.1:80,"], "--listen tcp://127.0.0.1:80,: ")):
            with self.subTest(words=words):
                self.assert_refused(self.wasmc("run", *words, *([cwasm] if len(words) > 1 or "=" in words[0] else [])),
                                    said, status=2)


if __name__ == "__main__":
    unittest.main()
