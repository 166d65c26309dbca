// spawn_bench ROUNDS -- command... [-- command...]...
//
// Starts the commands in turns, ROUNDS times each, from fork to wait, and prints one line per
// command: median and lowest wall time in microseconds, and page faults (the lowest count). In
// turns, because a machine's speed drifts: compare the lines of one run with each other, not two
// runs.
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { kMaxCommands = 16 };

struct Command {
  char **words;
  double *times;
  long faults;
};

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec * 1e6 + (double)time.tv_nsec / 1e3;
}

static int byValue(const void *left, const void *right) {
  double a = *(const double *)left, b = *(const double *)right;
  return a < b ? -1 : a > b;
}

// Returns the wall time; a command that fails ends the benchmark, since it measured something else.
static double once(struct Command *command, int null) {
  struct rusage usage;
  int status;
  double before = now();
  pid_t child = vfork();
  if (child == 0) {
    dup2(null, 0);
    dup2(null, 1);
    execv(command->words[0], command->words);
    _exit(127);
  }
  if (child < 0 || wait4(child, &status, 0, &usage) != child) {
    perror("spawn_bench");
    exit(1);
  }
  double elapsed = now() - before;
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    fprintf(stderr, "spawn_bench: %s ended with status %d\n", command->words[0], status);
    exit(1);
  }
  if (usage.ru_minflt < command->faults)
    command->faults = usage.ru_minflt;
  return elapsed;
}

int main(int argc, char **argv) {
  struct Command commands[kMaxCommands];
  int count = 0, rounds = argc > 1 ? atoi(argv[1]) : 0;
  for (int i = 2; i < argc; ++i) {
    if (strcmp(argv[i], "--") != 0)
      continue;
    argv[i] = NULL;
    if (count < kMaxCommands)
      commands[count++] = (struct Command){&argv[i + 1], NULL, INT32_MAX};
  }
  int null = open("/dev/null", O_RDWR | O_CLOEXEC);
  if (rounds < 1 || count == 0 || null < 0) {
    fprintf(stderr, "usage: spawn_bench ROUNDS -- command... [-- command...]...\n");
    return 2;
  }
  for (int c = 0; c < count; ++c)
    commands[c].times = calloc((size_t)rounds, sizeof(double));
  for (int round = -rounds / 10 - 1; round < rounds; ++round)
    for (int c = 0; c < count; ++c) {
      double elapsed = once(&commands[c], null);
      if (round >= 0) // the first tenth warms caches
        commands[c].times[round] = elapsed;
    }
  for (int c = 0; c < count; ++c) {
    qsort(commands[c].times, (size_t)rounds, sizeof(double), byValue);
    printf("%.1f %.1f %ld\n", commands[c].times[rounds / 2], commands[c].times[0],
           commands[c].faults);
    free(commands[c].times);
  }
  return 0;
}
