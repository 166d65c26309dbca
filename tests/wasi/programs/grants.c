// Grants of different rights: what may be linked, renamed and opened between them.
// options: --dir $RW::/a --dir $RW::/b --dir $RO::/ro::ro
#include "preview1.h"

enum { A = 3, B = 4, RO = 5 };

int main(void) {
  filestat stat;
  make_file(A, "file", "text");
  OK(stat_of(B, "file", 0, &stat)); // the same directory under another name
  OK(link_of(A, "file", B, "linked"));
  OK(rename_of(A, "linked", B, "renamed"));
  OK(mkdir_of(A, "dir"));
  OK(rename_of(A, "dir", B, "moved"));
  // Nothing comes out of the grant that must not change, by whatever name, and nothing goes in.
  EXPECT(link_of(RO, "file", A, "x"), ROFS);
  EXPECT(link_of(A, "file", RO, "x"), ROFS);
  EXPECT(link_of(RO, "file", RO, "x"), ROFS);
  EXPECT(rename_of(RO, "file", A, "x"), ROFS);
  EXPECT(rename_of(A, "file", RO, "x"), ROFS);
  EXPECT(rename_of(A, "file", RO, "file"), ROFS);
  EXPECT(rename_of(RO, "dir", A, "x"), ROFS);
  EXPECT(rename_of(RO, "file", RO, "x"), ROFS);
  const uint32_t dir = open_dir(RO, "dir");
  EXPECT(link_of(dir, "inner", A, "x"), ROFS);
  EXPECT(rename_of(dir, "inner", A, "x"), ROFS);
  // A number does not make it another grant.
  const uint32_t number = open_dir(A, "moved");
  OK(fd_renumber(dir, number));
  EXPECT(unlink_of(number, "inner"), ROFS);
  OK(fd_renumber(RO, A));
  EXPECT(unlink_of(A, "file"), ROFS);
  EXPECT(try_open(A, "file", 0, RIGHT_FD_WRITE, 0), ROFS);
  EXPECT(stat_of(A, "x", 0, &stat), NOENT);
  return 0;
}
