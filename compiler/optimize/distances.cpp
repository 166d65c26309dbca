#include "compiler/optimize/distances.h"

#include <llvm/IR/DataLayout.h>

namespace wasmc::optimize {

using namespace llvm;

int64_t bytesOf(const Instruction &access) {
  return static_cast<int64_t>(
      access.getDataLayout().getTypeStoreSize(getLoadStoreType(&access)).getFixedValue());
}

const SCEVConstant *distanceOf(const Instruction &from, const Instruction &to,
                               ScalarEvolution &evolution) {
  auto place = [&](const Instruction &access) {
    return evolution.getSCEV(const_cast<Value *>(getLoadStorePointerOperand(&access)));
  };
  return dyn_cast<SCEVConstant>(evolution.getMinusSCEV(place(to), place(from)));
}

bool areApart(const Instruction &one, const Instruction &other, ScalarEvolution &evolution) {
  const SCEVConstant *distance = distanceOf(one, other, evolution);
  if (distance == nullptr || distance->getAPInt().getSignificantBits() > 62)
    return false;
  int64_t bytes = distance->getAPInt().getSExtValue();
  return bytes >= bytesOf(one) || bytes <= -bytesOf(other);
}

} // namespace wasmc::optimize
