// C stdio and the POSIX calls behind it on a directory: argv[1].
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char root[256];

// The path of a name in the directory; valid until the fourth call after this one.
static const char *in(const char *name) {
  static char paths[4][512];
  static int next;
  char *path = paths[next++ % 4];
  snprintf(path, sizeof paths[0], "%s/%s", root, name);
  return path;
}

static FILE *mustOpen(const char *name, const char *mode) {
  FILE *stream = fopen(in(name), mode);
  if (stream == NULL) {
    printf("cannot open %s for %s: %s\n", name, mode, strerror(errno));
    exit(1);
  }
  return stream;
}

static void expectErrno(const char *what, int result, int expected) {
  printf("%s: %s\n", what, result < 0 && errno == expected ? "refused as it should be" : "WRONG");
}

static void writeAndRead(void) {
  FILE *stream = mustOpen("numbers.txt", "w");
  for (int i = 0; i < 1000; ++i)
    fprintf(stream, "%d %08x %.3f %s\n", i, i * 2654435761u, i / 7.0, i % 2 ? "odd" : "even");
  printf("wrote %ld bytes\n", ftell(stream));
  fclose(stream);

  stream = mustOpen("numbers.txt", "r");
  int i, lines = 0;
  unsigned x, mix = 0;
  double f, sum = 0;
  char word[8];
  while (fscanf(stream, "%d %x %lf %7s", &i, &x, &f, word) == 4) {
    ++lines;
    mix = mix * 31 + x + (unsigned)strlen(word);
    sum += f;
  }
  printf("read %d lines, mix %08x, sum %.3f, eof %d error %d\n", lines, mix, sum, !!feof(stream),
         !!ferror(stream));
  fclose(stream);
}

static void seekAndPatch(void) {
  FILE *stream = mustOpen("numbers.txt", "r+");
  fseek(stream, 100, SEEK_SET);
  fputs("<<patched>>", stream);
  fseek(stream, -20, SEEK_CUR);
  char text[41];
  size_t got = fread(text, 1, 40, stream);
  text[got] = '\0';
  printf("around the patch: %s\n", text);
  fseek(stream, -30, SEEK_END);
  while (fgets(text, sizeof text, stream) != NULL)
    printf("near the end: %s", text);
  rewind(stream);
  int c = getc(stream);
  ungetc('#', stream);
  int back = getc(stream);
  printf("first %c, put back %c, then %c\n", c, back, getc(stream));
  fclose(stream);

  stream = mustOpen("numbers.txt", "a+");
  fputs("appended\n", stream);
  printf("size after append %ld\n", ftell(stream));
  fclose(stream);
}

static void bufferModes(void) {
  static char buffer[37];
  const int modes[] = {_IOFBF, _IOLBF, _IONBF};
  for (int m = 0; m < 3; ++m) {
    FILE *stream = mustOpen("buffered.bin", "w+");
    setvbuf(stream, modes[m] == _IONBF ? NULL : buffer, modes[m], sizeof buffer);
    for (int i = 0; i < 500; ++i) {
      fputc(i & 255, stream);
      if (i % 97 == 0)
        fputc('\n', stream);
    }
    rewind(stream);
    unsigned sum = 0, count = 0;
    for (int c; (c = fgetc(stream)) != EOF; ++count)
      sum = sum * 257 + (unsigned)c;
    printf("buffer mode %d: %u bytes, sum %08x\n", m, count, sum);
    fclose(stream);
  }
}

static int byName(const void *left, const void *right) {
  return strcmp(left, right);
}

static void listDirectory(const char *name) {
  static char names[64][64];
  int count = 0;
  DIR *directory = opendir(in(name));
  if (directory == NULL) {
    printf("cannot list %s: %s\n", name, strerror(errno));
    return;
  }
  for (struct dirent *entry; (entry = readdir(directory)) != NULL && count < 64;)
    if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
      snprintf(names[count++], sizeof names[0], "%s", entry->d_name);
  closedir(directory);
  qsort(names, count, sizeof names[0], byName);
  printf("%s holds %d entries:", name, count);
  for (int i = 0; i < count; ++i)
    printf(" %s", names[i]);
  printf("\n");
}

static void directories(void) {
  printf("mkdir %d\n", mkdir(in("sub"), 0777));
  expectErrno("mkdir again", mkdir(in("sub"), 0777), EEXIST);
  for (int i = 0; i < 40; ++i) {
    char name[32];
    snprintf(name, sizeof name, "sub/file%02d", i);
    FILE *stream = mustOpen(name, "wx");
    fprintf(stream, "%d", i);
    fclose(stream);
  }
  listDirectory("sub");
  expectErrno("rmdir of a full directory", rmdir(in("sub")), ENOTEMPTY);
  printf("rename %d\n", rename(in("sub/file07"), in("sub/seven")));
  for (int i = 0; i < 40; i += 2) {
    char name[32];
    snprintf(name, sizeof name, "sub/file%02d", i);
    if (remove(in(name)) != 0)
      printf("cannot remove %s\n", name);
  }
  listDirectory("sub");
  expectErrno("open of nothing", open(in("nothing"), O_RDONLY), ENOENT);
  expectErrno("open of a file as a directory", open(in("sub/seven/x"), O_RDONLY), ENOTDIR);
  expectErrno("exclusive create", open(in("sub/seven"), O_CREAT | O_EXCL | O_WRONLY, 0666), EEXIST);
}

static void descriptors(void) {
  int fd = open(in("raw.bin"), O_CREAT | O_TRUNC | O_RDWR, 0666);
  char block[300];
  for (int i = 0; i < 300; ++i)
    block[i] = (char)(i * 7);
  printf("write %d\n", (int)write(fd, block, sizeof block));
  printf("pwrite %d\n", (int)pwrite(fd, "hole", 4, 1000));
  char back[8] = {0};
  printf("pread %d", (int)pread(fd, back, 6, 998));
  for (int i = 0; i < 6; ++i)
    printf(" %02x", (unsigned char)back[i]);
  printf("\nseek %d\n", (int)lseek(fd, 0, SEEK_END));
  printf("truncate %d\n", ftruncate(fd, 123));
  struct stat info;
  printf("fstat %d size %d regular %d\n", fstat(fd, &info), (int)info.st_size,
         S_ISREG(info.st_mode) ? 1 : 0);
  printf("fsync %d close %d\n", fsync(fd), close(fd));
  expectErrno("read of a closed descriptor", (int)read(fd, back, 1), EBADF);
  printf("stat of directory %d %d\n", stat(in("sub"), &info), S_ISDIR(info.st_mode) ? 1 : 0);
  printf("symlink %d\n", symlink("raw.bin", in("link")));
  char target[32] = {0};
  printf("readlink %d %s\n", (int)readlink(in("link"), target, sizeof target - 1), target);
  printf("stat through the link %d size %d\n", stat(in("link"), &info), (int)info.st_size);
  printf("lstat %d link %d\n", lstat(in("link"), &info), S_ISLNK(info.st_mode) ? 1 : 0);
}

int main(int argc, char **argv) {
  if (argc != 2)
    return 2;
  snprintf(root, sizeof root, "%s", argv[1]);
  writeAndRead();
  seekAndPatch();
  bufferModes();
  directories();
  descriptors();
  listDirectory(".");
  return 0;
}
