// What the steps of a Program do.
#ifndef WASMC_TESTSUITE_LOOPS_MODEL_CODES_H
#define WASMC_TESTSUITE_LOOPS_MODEL_CODES_H

#include "testsuite/loops/model/program.h"

namespace wasmc::model {

enum class Code : uint8_t {
  binary,
  compare,
  cast,
  reinterpret,
  select,
  freeze,
  load,
  store,
  address,
  maskedLoad,
  maskedStore,
  fill,
  insert,
  extract,
  shuffle,
  reduce,
  withOverflow,
  laneMask,
  firstLane,
  copy,
  branch,
  branchIf,
  branchSwitch,
  ret,
  trap,
  unreachable,
};

enum class Binary : uint8_t {
  add,
  sub,
  mul,
  udiv,
  sdiv,
  urem,
  srem,
  shl,
  lshr,
  ashr,
  and_,
  or_,
  disjointOr,
  xor_,
  smin,
  smax,
  umin,
  umax,
  usubSat,
  uaddSat,
  abs, // of the first operand
};

enum class Cast : uint8_t { trunc, zext, nonNegativeZext, sext, same };

} // namespace wasmc::model

#endif
