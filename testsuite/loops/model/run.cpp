#include "testsuite/loops/model/codes.h"

#include <llvm/IR/InstrTypes.h>

#include <cstring>

namespace wasmc::model {

using namespace llvm;

namespace {

// Where the context and the memory stand in the addresses of a run. Everything else is nowhere.
constexpr uint64_t kContext = 0x10000;
constexpr uint64_t kMemory = uint64_t{1} << 40;

uint64_t masked(uint64_t value, unsigned bits) {
  return bits == 64 ? value : value & ((uint64_t{1} << bits) - 1);
}

int64_t extended(uint64_t value, unsigned bits) {
  return static_cast<int64_t>(value << (64 - bits)) >> (64 - bits);
}

using Wide = __int128;

} // namespace

class Machine {
public:
  Machine(Program &program, World &world, uint64_t order)
      : program_(program), world_(world), frame_(program.frame_.data()), order_(order) {}
  Outcome run(uint64_t limit);

private:
  void execute(const Step &step);
  void leave(uint32_t edge);
  void choose(const Step &step);
  Lane binary(const Step &step, Lane a, Lane b);
  bool computeBinary(const Step &step, uint64_t a, uint64_t b, uint64_t &result);
  bool computeShift(const Step &step, uint64_t a, uint64_t b, uint64_t &result);
  bool divide(const Step &step, uint64_t a, uint64_t b, uint64_t &result);
  Lane compare(const Step &step, Lane a, Lane b);
  Lane convert(const Step &step, Lane a);
  Lane addressOf(const Step &step, uint32_t lane);
  void access(const Step &step, bool isStore, bool isMasked);
  void accessLane(const Step &step, bool isStore, Lane address, Lane &value, uint64_t distance);
  void fill(const Step &step);
  void selectLanes(const Step &step);
  void shuffle(const Step &step);
  void insert(const Step &step);
  void reduce(const Step &step);
  void withOverflow(const Step &step);
  void makeLaneMask(const Step &step);
  void findLane(const Step &step);
  void freeze(const Step &step);
  void reinterpret(const Step &step);
  uint8_t *locate(uint64_t address, uint64_t size);
  void wrong(const char *why);

  Lane operand(const Step &step, unsigned which, uint32_t lane) const {
    return frame_[step.from[which] + (step.fromLanes[which] == 1 ? 0 : lane)];
  }
  Lane &result(const Step &step, uint32_t lane) { return frame_[step.to + lane]; }

  Program &program_;
  World &world_;
  Lane *frame_;
  uint64_t order_;
  uint32_t next_ = 0;
  bool isOver_ = false;
  Outcome outcome_;
  std::array<uint64_t, kFields / 8> context_ = {};
  std::vector<Lane> moved_;
};

void Machine::wrong(const char *why) {
  if (isOver_)
    return;
  isOver_ = true;
  outcome_ = {End::wrong, 0, why};
}

uint8_t *Machine::locate(uint64_t address, uint64_t size) {
  if (address >= kMemory && address - kMemory <= world_.memory.size() &&
      size <= world_.memory.size() - (address - kMemory))
    return world_.memory.data() + (address - kMemory);
  if (address >= kContext && address + size <= kContext + kFields)
    return reinterpret_cast<uint8_t *>(context_.data()) + (address - kContext);
  return nullptr;
}

bool Machine::divide(const Step &step, uint64_t a, uint64_t b, uint64_t &result) {
  auto operation = static_cast<Binary>(step.operation);
  bool isSigned = operation == Binary::sdiv || operation == Binary::srem;
  int64_t signedA = extended(a, step.bits), signedB = extended(b, step.bits);
  int64_t least = extended(uint64_t{1} << (step.bits - 1), step.bits);
  if (b == 0 || (isSigned && signedB == -1 && signedA == least)) {
    wrong("a division without result");
    return false;
  }
  uint64_t rest = isSigned ? static_cast<uint64_t>(signedA % signedB) : a % b;
  bool isRest = operation == Binary::urem || operation == Binary::srem;
  result = isRest ? rest : isSigned ? static_cast<uint64_t>(signedA / signedB) : a / b;
  return isRest || !step.exact || rest == 0;
}

bool Machine::computeShift(const Step &step, uint64_t a, uint64_t b, uint64_t &result) {
  if (b >= step.bits)
    return false;
  auto signedA = extended(a, step.bits);
  switch (static_cast<Binary>(step.operation)) {
  case Binary::shl:
    result = masked(a << b, step.bits);
    return !(step.nuw && result >> b != a) &&
           !(step.nsw && extended(result, step.bits) >> b != signedA);
  case Binary::lshr:
    result = a >> b;
    return !step.exact || result << b == a;
  default:
    result = static_cast<uint64_t>(signedA >> b);
    return !step.exact || masked(result << b, step.bits) == a;
  }
}

// False if the result is poison.
bool Machine::computeBinary(const Step &step, uint64_t a, uint64_t b, uint64_t &result) {
  int64_t signedA = extended(a, step.bits), signedB = extended(b, step.bits);
  Wide wide = 0, signedWide = 0;
  switch (static_cast<Binary>(step.operation)) {
  case Binary::add:
    wide = Wide{a} + b, signedWide = Wide{signedA} + signedB;
    break;
  case Binary::sub:
    wide = Wide{a} - b, signedWide = Wide{signedA} - signedB;
    break;
  case Binary::mul:
    // Unsigned, since the product of two numbers of 64 bits may need 128.
    if (step.nuw && static_cast<unsigned __int128>(a) * b >> step.bits != 0)
      return false;
    signedWide = Wide{signedA} * signedB;
    result = a * b;
    return !step.nsw || signedWide == extended(masked(result, step.bits), step.bits);
  case Binary::and_:
    result = a & b;
    return true;
  case Binary::or_:
  case Binary::disjointOr:
    result = a | b;
    return static_cast<Binary>(step.operation) == Binary::or_ || (a & b) == 0;
  case Binary::xor_:
    result = a ^ b;
    return true;
  case Binary::smin:
    result = signedA < signedB ? a : b;
    return true;
  case Binary::smax:
    result = signedA > signedB ? a : b;
    return true;
  case Binary::umin:
    result = a < b ? a : b;
    return true;
  case Binary::umax:
    result = a > b ? a : b;
    return true;
  case Binary::usubSat:
    result = a > b ? a - b : 0;
    return true;
  case Binary::uaddSat:
    result = masked(a + b, step.bits) < a || a + b < a ? masked(UINT64_MAX, step.bits) : a + b;
    return true;
  case Binary::abs:
    result = signedA < 0 ? 0 - a : a;
    return !step.nsw || a != uint64_t{1} << (step.bits - 1);
  case Binary::shl:
  case Binary::lshr:
  case Binary::ashr:
    return computeShift(step, a, b, result);
  default:
    return divide(step, a, b, result);
  }
  result = masked(static_cast<uint64_t>(wide), step.bits);
  return !(step.nuw && wide != Wide{result}) &&
         !(step.nsw && signedWide != extended(result, step.bits));
}

Lane Machine::binary(const Step &step, Lane a, Lane b) {
  auto operation = static_cast<Binary>(step.operation);
  bool divides = operation >= Binary::udiv && operation <= Binary::srem;
  if (divides && b.isPoison)
    wrong("a division by poison");
  if (a.isPoison || b.isPoison)
    return {0, true};
  Lane lane;
  lane.isPoison = !computeBinary(step, a.bits, b.bits, lane.bits);
  lane.bits = masked(lane.bits, step.bits);
  return lane;
}

Lane Machine::compare(const Step &step, Lane a, Lane b) {
  if (a.isPoison || b.isPoison)
    return {0, true};
  int64_t signedA = extended(a.bits, step.bits), signedB = extended(b.bits, step.bits);
  if (step.exact && (signedA < 0) != (signedB < 0)) // samesign
    return {0, true};
  switch (static_cast<CmpInst::Predicate>(step.operation)) {
  case CmpInst::ICMP_EQ:
    return {a.bits == b.bits};
  case CmpInst::ICMP_NE:
    return {a.bits != b.bits};
  case CmpInst::ICMP_ULT:
    return {a.bits < b.bits};
  case CmpInst::ICMP_ULE:
    return {a.bits <= b.bits};
  case CmpInst::ICMP_UGT:
    return {a.bits > b.bits};
  case CmpInst::ICMP_UGE:
    return {a.bits >= b.bits};
  case CmpInst::ICMP_SLT:
    return {signedA < signedB};
  case CmpInst::ICMP_SLE:
    return {signedA <= signedB};
  case CmpInst::ICMP_SGT:
    return {signedA > signedB};
  default:
    return {signedA >= signedB};
  }
}

Lane Machine::convert(const Step &step, Lane a) {
  if (a.isPoison)
    return a;
  int64_t number = extended(a.bits, step.bits);
  switch (static_cast<Cast>(step.operation)) {
  case Cast::trunc: {
    uint64_t narrow = masked(a.bits, step.resultBits);
    bool isLost =
        (step.nuw && narrow != a.bits) || (step.nsw && extended(narrow, step.resultBits) != number);
    return {narrow, isLost};
  }
  case Cast::nonNegativeZext:
    return {a.bits, number < 0};
  case Cast::sext:
    return {masked(static_cast<uint64_t>(number), step.resultBits)};
  default:
    return a;
  }
}

// Distances in 128 bits, to see what wraps.
Lane Machine::addressOf(const Step &step, uint32_t lane) {
  Lane base = operand(step, 0, lane);
  Wide distance = step.constant;
  for (const Index &index : step.indices) {
    Lane number = frame_[index.place + (index.lanes == 1 ? 0 : lane)];
    if (number.isPoison)
      base.isPoison = true;
    distance += Wide{extended(number.bits, index.bits)} * index.scale;
  }
  Wide sum = Wide{base.bits} + distance;
  bool wraps =
      distance != static_cast<int64_t>(distance) || sum != Wide{static_cast<uint64_t>(sum)};
  if ((step.isBounded || step.nuw) && wraps)
    base.isPoison = true;
  base.bits = static_cast<uint64_t>(sum);
  return base;
}

void Machine::accessLane(const Step &step, bool isStore, Lane address, Lane &value,
                         uint64_t distance) {
  if (address.isPoison)
    return wrong("an access to a poisonous address");
  uint64_t size = (step.bits + 7u) / 8;
  uint8_t *bytes = locate(address.bits + distance, size);
  if (bytes == nullptr)
    return wrong("a plain access outside the memory");
  if (!isStore) {
    value = {};
    std::memcpy(&value.bits, bytes, size);
    value.bits = masked(value.bits, step.bits);
    return;
  }
  if (value.isPoison)
    return wrong("a store of poison");
  std::memcpy(bytes, &value.bits, size);
}

// from: load: address(es), mask, otherwise; store: value, address(es), mask.
void Machine::access(const Step &step, bool isStore, bool isMasked) {
  unsigned at = isStore ? 1 : 0;
  uint64_t size = (step.bits + 7u) / 8;
  Lane first = operand(step, at, 0);
  if (step.isVolatile && !first.isPoison && locate(first.bits, size * step.lanes) == nullptr) {
    isOver_ = true;
    outcome_.end = End::trapped;
    return;
  }
  bool isScattered = step.fromLanes[at] > 1;
  for (uint32_t k = 0; k < step.lanes && !isOver_; ++k) {
    // Only a scatter says in which order its lanes are stored.
    bool isBackwards = (order_ & 1) != 0 && !(isStore && isScattered);
    uint32_t lane = isBackwards ? step.lanes - 1 - k : k;
    Lane value = isStore ? operand(step, 0, lane) : Lane{};
    if (isMasked) {
      Lane isOn = operand(step, at + 1, lane);
      if (isOn.isPoison)
        return wrong("a mask of poison");
      if (isOn.bits == 0) {
        if (!isStore)
          result(step, lane) = operand(step, 2, lane);
        continue;
      }
    }
    accessLane(step, isStore, operand(step, at, lane), value, isScattered ? 0 : size * lane);
    if (!isStore)
      result(step, lane) = value;
  }
}

void Machine::fill(const Step &step) {
  Lane address = operand(step, 0, 0), value = operand(step, 1, 0), length = operand(step, 2, 0);
  if (address.isPoison || value.isPoison || length.isPoison)
    return wrong("a fill of poison");
  uint8_t *bytes = locate(address.bits, length.bits);
  if (bytes == nullptr)
    return length.bits == 0 ? void() : wrong("a fill outside the memory");
  std::memset(bytes, static_cast<int>(value.bits), length.bits);
}

void Machine::selectLanes(const Step &step) {
  for (uint32_t k = 0; k < step.lanes; ++k) {
    Lane condition = operand(step, 0, k);
    moved_.push_back(condition.isPoison ? Lane{0, true} : operand(step, condition.bits ? 1 : 2, k));
  }
  std::copy(moved_.begin(), moved_.end(), &result(step, 0));
  moved_.clear();
}

void Machine::shuffle(const Step &step) {
  for (int from : step.mask) {
    auto which = static_cast<uint32_t>(from);
    if (from < 0)
      moved_.push_back({0, true});
    else if (which < step.fromLanes[0])
      moved_.push_back(frame_[step.from[0] + which]);
    else
      moved_.push_back(frame_[step.from[1] + which - step.fromLanes[0]]);
  }
  std::copy(moved_.begin(), moved_.end(), &result(step, 0));
  moved_.clear();
}

void Machine::insert(const Step &step) {
  for (uint32_t k = 0; k < step.lanes; ++k)
    result(step, k) = frame_[step.from[0] + k];
  Lane which = operand(step, 2, 0);
  if (which.isPoison || which.bits >= step.lanes)
    return wrong("an insertion nowhere");
  result(step, static_cast<uint32_t>(which.bits)) = operand(step, 1, 0);
}

void Machine::reduce(const Step &step) {
  Lane sum = frame_[step.from[0]];
  for (uint32_t k = 1; k < step.fromLanes[0]; ++k)
    sum = binary(step, sum, frame_[step.from[0] + k]);
  result(step, 0) = sum;
}

void Machine::withOverflow(const Step &step) {
  Lane a = operand(step, 0, 0), b = operand(step, 1, 0);
  Step strict = step;
  strict.nuw = true;
  bool isPoison = a.isPoison || b.isPoison;
  uint64_t value = 0;
  bool fits = computeBinary(strict, a.bits, b.bits, value);
  if (!fits)
    computeBinary(step, a.bits, b.bits, value);
  result(step, 0) = {masked(value, step.bits), isPoison};
  result(step, 1) = {!fits, isPoison};
}

void Machine::makeLaneMask(const Step &step) {
  Lane first = operand(step, 0, 0), end = operand(step, 1, 0);
  for (uint32_t k = 0; k < step.lanes; ++k)
    result(step, k) = {Wide{first.bits} + k < Wide{end.bits}, first.isPoison || end.isPoison};
}

// The number of lanes before the first that is set.
void Machine::findLane(const Step &step) {
  Lane found{step.fromLanes[0], step.isBounded};
  for (uint32_t k = step.fromLanes[0]; k-- > 0;) {
    Lane lane = frame_[step.from[0] + k];
    if (lane.isPoison || lane.bits != 0)
      found = {k, lane.isPoison};
  }
  result(step, 0) = found;
}

// Of poison any number, and each time another.
void Machine::freeze(const Step &step) {
  for (uint32_t k = 0; k < step.lanes; ++k) {
    Lane lane = operand(step, 0, k);
    if (lane.isPoison) {
      order_ = order_ * 0x5851f42d4c957f2dull + 0x14057b7ef767814full;
      uint64_t kind = order_ >> 61;
      uint64_t number = kind < 2   ? 0
                        : kind < 3 ? UINT64_MAX
                        : kind < 6 ? order_ >> 33 & 15
                                   : order_ >> 5;
      lane = {masked(number, step.bits), false};
    }
    result(step, k) = lane;
  }
}

// Bit by bit, the first lane lowest.
void Machine::reinterpret(const Step &step) {
  for (uint32_t k = 0; k < step.lanes; ++k) {
    Lane made;
    for (uint32_t bit = 0; bit < step.resultBits; ++bit) {
      uint32_t at = k * step.resultBits + bit;
      Lane from = frame_[step.from[0] + at / step.bits];
      made.bits |= (from.bits >> at % step.bits & 1) << bit;
      made.isPoison |= from.isPoison;
    }
    moved_.push_back(made);
  }
  std::copy(moved_.begin(), moved_.end(), &result(step, 0));
  moved_.clear();
}

void Machine::leave(uint32_t number) {
  const Edge &edge = program_.edges_[number];
  for (const Move &move : edge.moves)
    for (uint32_t k = 0; k < move.lanes; ++k)
      moved_.push_back(frame_[move.from + k]);
  size_t next = 0;
  for (const Move &move : edge.moves)
    for (uint32_t k = 0; k < move.lanes; ++k)
      frame_[move.to + k] = moved_[next++];
  moved_.clear();
  next_ = edge.target;
}

void Machine::choose(const Step &step) {
  Lane condition = operand(step, 0, 0);
  if (condition.isPoison)
    return wrong("a branch on poison");
  if (step.code == Code::branchIf)
    return leave(step.edges[condition.bits != 0 ? 0 : 1]);
  for (size_t k = 0; k < step.cases.size(); ++k)
    if (step.cases[k] == condition.bits)
      return leave(step.edges[k + 1]);
  leave(step.edges[0]);
}

void Machine::execute(const Step &step) {
  switch (step.code) {
  case Code::binary:
    for (uint32_t k = 0; k < step.lanes; ++k)
      result(step, k) = binary(step, operand(step, 0, k), operand(step, 1, k));
    return;
  case Code::compare:
    for (uint32_t k = 0; k < step.lanes; ++k)
      result(step, k) = compare(step, operand(step, 0, k), operand(step, 1, k));
    return;
  case Code::cast:
    for (uint32_t k = 0; k < step.lanes; ++k)
      result(step, k) = convert(step, operand(step, 0, k));
    return;
  case Code::reinterpret:
    return reinterpret(step);
  case Code::address:
    for (uint32_t k = 0; k < step.lanes; ++k)
      result(step, k) = addressOf(step, k);
    return;
  case Code::select:
    return selectLanes(step);
  case Code::freeze:
    return freeze(step);
  case Code::load:
    return access(step, /*isStore=*/false, /*isMasked=*/false);
  case Code::store:
    return access(step, /*isStore=*/true, /*isMasked=*/false);
  case Code::maskedLoad:
    return access(step, /*isStore=*/false, /*isMasked=*/true);
  case Code::maskedStore:
    return access(step, /*isStore=*/true, /*isMasked=*/true);
  case Code::fill:
    return fill(step);
  case Code::insert:
    return insert(step);
  case Code::extract: {
    Lane which = operand(step, 1, 0);
    if (which.isPoison || which.bits >= step.fromLanes[0])
      return wrong("an extraction from nowhere");
    result(step, 0) = frame_[step.from[0] + which.bits];
    return;
  }
  case Code::shuffle:
    return shuffle(step);
  case Code::reduce:
    return reduce(step);
  case Code::withOverflow:
    return withOverflow(step);
  case Code::laneMask:
    return makeLaneMask(step);
  case Code::firstLane:
    return findLane(step);
  case Code::copy:
    for (uint32_t k = 0; k < step.lanes; ++k)
      result(step, k) = frame_[step.from[0] + k];
    return;
  case Code::branch:
    return leave(step.edges[0]);
  case Code::branchIf:
  case Code::branchSwitch:
    return choose(step);
  case Code::ret:
    isOver_ = true;
    outcome_.result = operand(step, 0, 0).bits;
    if (operand(step, 0, 0).isPoison)
      outcome_ = {End::wrong, 0, "the answer is poison"};
    return;
  case Code::trap:
    isOver_ = true;
    outcome_.end = End::trapped;
    return;
  case Code::unreachable:
    return wrong("what cannot be reached is");
  }
}

Outcome Machine::run(uint64_t limit) {
  context_[kBase / 8] = kMemory;
  context_[kBytes / 8] = world_.memory.size();
  context_[kGlobal / 8] = world_.global;
  outcome_ = {};
  for (uint64_t count = 0; !isOver_; ++count) {
    if (count == limit) {
      outcome_.end = End::endless;
      break;
    }
    const Step &step = program_.steps_[next_++];
    execute(step);
  }
  world_.global = context_[kGlobal / 8];
  world_.fast += context_[kFast / 8];
  world_.strict += context_[kStrict / 8];
  return outcome_;
}

Outcome Program::run(ArrayRef<uint64_t> arguments, World &world, uint64_t limit, uint64_t order) {
  frame_[arguments_[0]] = {kContext};
  for (size_t k = 0; k < arguments.size(); ++k)
    frame_[arguments_[k + 1]] = {arguments[k]};
  return Machine(*this, world, order).run(limit);
}

} // namespace wasmc::model
