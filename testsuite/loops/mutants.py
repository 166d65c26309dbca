#!/usr/bin/env python3
"""Are the model and the random loops sharp? Builds programs with one deliberate mistake each in the range
check or around it, and fails unless loop-model finds every one of them; mistakes in rolling loops up, and in
doing several turns at once, and in searches, are for random_loops.py to find, some of them, those in taking
loads away, and in what the guest itself compares, for scripts of wast-run's (testsuite/wast/regressions).

usage: mutants.py [--build DIRECTORY] [--seeds FIRST-LAST] [--random] [NAME...]

`exact == count` of RangeCheck::endsAt() is not among them: no loop was found for which that alone decides.
That trees are of associative and commutative operators is not among them, either: LLVM brings chains of others
into another form. Nor are the barriers around fast copies: no pass of today's pipeline crosses a missing one (LLVM's
dead store elimination did), so only tests/codegen/loops.wat sees to it that they are there.
That loads from tables stay under their conditions is not among them: the exit for an index beyond the table keeps
such loops from being looked at.
Nothing of the build is touched: the mutated file is compiled to an object that is linked in front of
the library that holds the right one. Takes minutes, so it is no part of the tests.
"""

import argparse
import os
import pathlib
import shlex
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parent.parent

# Name, file of compiler/optimize, what stands there, what takes its place.
MUTANTS = [
    ("limit-off-by-one", "range_check.cpp", "b.CreateICmpSLE(high, limit)",
     "b.CreateICmpSLE(high, b.CreateAdd(limit, b.getInt64(1)))"),
    ("no-lower-bound", "range_check.cpp", "if (mayBeNegative || needed > 0)", "if (false)"),
    ("predicate-ignored", "range_check.cpp",
     "require(b, b.CreateNot(expander_.expandCodeForPredicate(predicate, at)));", "(void)predicate;"),
    ("count-off-by-one", "range_check.cpp", "emittedCounts_[loop] = value;",
     "emittedCounts_[loop] = b.CreateSub(value, b.CreateZExt(b.CreateICmpUGT(value, b.getInt64(0)), b.getInt64Ty()));"),
    ("group-minimum-ignored", "range_check.cpp", "group->inner = std::min(group->inner, access.inner);", ""),
    ("falling-step-forgotten", "range_check.cpp", "(falls ? low : high) = b.CreateAdd(falls ? low : high, reach);",
     "if (!falls) high = b.CreateAdd(high, reach);"),
    ("size-of-access-forgotten", "range_check.cpp", "size = static_cast<int64_t>(access->size);", "size = 1;"),
    ("memory-not-checked", "range_check.cpp", "b.CreateICmpSLE(high, limit)", "((void)limit, b.getTrue())"),
    ("step-not-limited", "range_check.cpp", "b.CreateICmpULT(shifted, b.getInt64(uint64_t{1} << kStepBits))",
     "((void)shifted, b.getTrue())"),
    ("count-not-limited", "range_check.cpp", "if (own->getType()->getIntegerBitWidth() > 32)", "if (false)"),
    ("index-may-wrap", "range_check.cpp", "if (group.wraps)\n        group.end", "if (false)\n        group.end"),
    ("falling-symbolic-step", "range_check.cpp", "Intrinsic::smin, reach, b.getInt64(0)", "Intrinsic::smax, reach, b.getInt64(0)"),
    ("rising-symbolic-step", "range_check.cpp", "Intrinsic::smax, reach, b.getInt64(0)", "Intrinsic::smin, reach, b.getInt64(0)"),
    ("outer-loop-forgotten", "range_check.cpp", "for (const Term &term : group.terms) {",
     "for (const Term &term : ArrayRef<Term>(group.terms).take_front(1)) {"),
    ("outer-terms-not-compared", "range_check.cpp", "g.terms == access.terms;", "g.terms.size() == access.terms.size();"),
    ("constant-of-sum-halved", "guest_access.cpp", "static_cast<uint64_t>(part)",
     "static_cast<uint64_t>(rest->getSCEVType() == scAddRecExpr ? part / 2 : part)"),
    ("leaves-early", "loop_copies.cpp", "CmpInst::ICMP_NE, taken, count)", "CmpInst::ICMP_NE, next, count)"),
    ("leaves-unasked", "range_check.cpp", "endsAtCount_ = endsAt(count);",
     "endsAtCount_ = endsAt(count);\n    predicates_.clear();"),
    ("distance-not-asked", "range_check.cpp", "if (bytes != group.fromNeighbour)", "if (false)"),
    ("spread-forgotten", "guest_access.cpp", "access.size += range.spread;", ""),
    ("spread-off-by-one", "guest_access.cpp", "access.size += range.spread;", "access.size += range.spread / 2;"),
    ("spread-index-may-wrap", "range_check.cpp", "static_cast<int64_t>(access->spread) + 1", "1"),
    ("spread-from-zero", "guest_access.cpp", "evolution_.getConstant(range.least)", "evolution_.getZero(summand->getType())"),
    ("spread-keeps-its-first-place", "loop_copies.cpp", "if (access->spread > 0)", "if (false)"),
    ("address-too-low", "loop_copies.cpp", "group.distanceOf(*access) - group.least", "access->outer - group.least"),
]

# Of bounds checks, of indices of 64 bits.
MUTANTS += [
    ("start-not-limited", "range_check.cpp", "if (!group.isBounded)", "if (false)"),
    ("checks-not-shown", "range_check.cpp", "for (const GuestAccess *access : group.members) {",
     "for (const GuestAccess *access : group.members) {\n      if (access->isCheck) continue;"),
    ("extended-index-may-wrap", "range_check.cpp", "if (group.members.front()->wrapsBelowLength)", "if (false)"),
]

# Of what ranges are told apart.
MUTANTS += [
    ("ranges-always-apart", "separate_ranges.cpp", "result = b.CreateAnd(result, b.CreateOr(isBelow, isAbove));", "(void)isBelow; (void)isAbove;"),
    ("range-ends-early", "separate_ranges.cpp", "static_cast<uint64_t>(part.end))", "static_cast<uint64_t>(part.end - 1))"),
    ("part-ends-early", "separate_ranges.cpp", "part.end = std::max(part.end, end);", ""),
    ("range-begins-late", "separate_ranges.cpp", "static_cast<uint64_t>(part.least))", "static_cast<uint64_t>(part.least + 1))"),
    ("range-of-one-iteration", "separate_ranges.cpp", "b.CreateAdd(ranges_[part.group].highest,", "b.CreateAdd(ranges_[part.group].lowest,"),
    ("range-from-the-last", "separate_ranges.cpp", "b.CreateAdd(ranges_[part.group].lowest,", "b.CreateAdd(ranges_[part.group].highest,"),
    ("readers-forgotten", "separate_ranges.cpp", "(one.isWritten || other.isWritten) &&",
     "(one.isWritten && other.isWritten) &&"),
]

# Of rolling loops up: judged by --unrolled.
UNROLLED = [
    ("order-ignored", "unrolled_loop.cpp", "hasOneMeaningEach() && keepsOrder();", "hasOneMeaningEach();"),
    ("several-meanings", "unrolled_loop.cpp", "hasOneMeaningEach() && keepsOrder();", "keepsOrder();"),
    ("always-apart", "distances.cpp", "return bytes >= bytesOf(one) || bytes <= -bytesOf(other);", "return bytes != 0;"),
    ("step-ignored", "unrolled_loop.cpp", "first->getStepRecurrence(evolution_) != all)", "all == nullptr)"),
    ("distance-ignored", "unrolled_loop.cpp", "if (turn == 1)\n      step = distance;", "step = distance; continue;"),
    ("operation-ignored", "unrolled_loop.cpp", "!first->isSameOperationAs(other))", "first->getType() != other->getType() ||"
     " first->getNumOperands() != other->getNumOperands())"),
    ("invariant-ignored", "unrolled_loop.cpp", "return all_equal(row);", "return true;"),
    ("carried-ignored", "unrolled_loop.cpp", "after.push_back(phi->getIncomingValueForBlock(&body_));", "after = Row(row);"),
    ("other-row", "unrolled_loop.cpp", "return place->second == row;", "return true;"),
    ("fewer-turns", "loop_reroll.cpp", "b.getInt64(turns_.factor)", "b.getInt64(turns_.factor - 1)"),
    ("tree-of-any-call", "unrolled_loop.cpp", "isa<BinaryOperator>(instruction) && instruction.getType()->isIntegerTy()", "instruction.getType()->isIntegerTy()"),
    ("tree-leaves-not-matched", "unrolled_loop.cpp", "  append_range(open_, rows);\n  return !rows.empty();", "  return !rows.empty();"),
    ("tree-multiplicity-ignored", "unrolled_loop.cpp", "      others.erase(match);\n", ""),
    ("tree-sizes-ignored", "unrolled_loop.cpp", "if (others.size() != rows.size())", "if (others.size() < rows.size())"),
    ("last-turn-forgotten", "loop_reroll.cpp", "b.CreateAdd(last, b.getInt64(1))", "b.CreateAdd(last, b.getInt64(0))"),
]

# Of loops over vectors: judged by --vectors, on a machine that has wider ones.
VECTORS = [
    ("conflicts-ignored", "wide_turns.cpp", "condition = b.CreateAnd(condition, b.CreateFreeze(isApart));", "(void)isApart;"),
    ("conflict-known-ignored", "wide_turns.cpp", "return distance->getAPInt().slt(conflict.lower) || distance->getAPInt().sge(conflict.upper);", "return true;"),
    ("conflict-lower-off-by-size", "wide_turns.cpp", "std::min(step, far) - bytesOf(later) + 1", "std::min(step, far)"),
    ("conflict-lower-off-by-one", "wide_turns.cpp", "std::min(step, far) - bytesOf(later) + 1", "std::min(step, far) - bytesOf(later) + 2"),
    ("conflict-upper-off-by-size", "wide_turns.cpp", "std::max(step, far) + bytesOf(earlier)}", "std::max(step, far)}"),
    ("conflict-upper-off-by-one", "wide_turns.cpp", "std::max(step, far) + bytesOf(earlier)}", "std::max(step, far) + bytesOf(earlier) - 1}"),
    ("conflict-of-one-turn", "wide_turns.cpp", "int64_t far = step * (static_cast<int64_t>(width_) - 1);", "int64_t far = step;"),
    ("always-separate", "wide_turns.cpp", "if (areSeparate(earlier, later))\n    return true;", "return true;"),
    ("accesses-in-any-order", "wide_turns.cpp", "(isAccess && accessWaits) || ", ""),
    ("nothing-left", "wide_turns.cpp", "Value *most = mayEnd_ ? iterations_ : last;", "Value *most = iterations_;"),
    ("count-of-iterations", "wide_turns.cpp", "b.CreateNUWMul(count, b.getInt64(width_ / turns_.factor))", "b.CreateNUWMul(count, b.getInt64(width_))"),
    ("neutral-is-start", "wide_body.cpp", "return isNeutral ? Constant::getNullValue(wideType(phi.getType())) : wide(start);", "(void)isNeutral;\n    return wide(start);"),
    ("neutral-is-zero", "wide_body.cpp", "return isNeutral ? Constant::getNullValue(wideType(phi.getType())) : wide(start);", "(void)isNeutral;\n    return Constant::getNullValue(wideType(phi.getType()));"),
    ("counting-step", "wide_body.cpp", "ConstantInt::get(phi.getType(), width_)", "ConstantInt::get(phi.getType(), width_ / 2)"),
    ("counting-turns-alike", "wide_body.cpp", "parts[turn] = b.CreateAdd(parts[turn - 1], kind.step);", "parts[turn] = start;"),
    ("passed-off-by-one", "wide_body.cpp", "createSequentialMask(lanes * (width_ - 1), lanes * width_, 0)", "createSequentialMask(lanes * (width_ - 1) - 1, lanes * width_, 0)"),
    ("any-users", "wide_body.cpp", "if (only != nullptr || !turns_.rows.contains(instruction))\n      return nullptr;\n    only = instruction;", "if (turns_.rows.contains(instruction))\n      only = instruction;"),
    ("last-sum-seen", "wide_body.cpp", "return user == &phi || !loop_.contains(instruction) ||", "return row.empty() || true ||"),
    ("sub-is-sum", "wide_body.cpp", "  case Instruction::Add:\n  case Instruction::And:", "  case Instruction::Add:\n  case Instruction::Sub:\n  case Instruction::And:"),
    ("shuffle-second-operand", "wide_body.cpp", "all + lane - from)", "lane)"),
    ("any-step-is-contiguous", "wide_body.cpp", "*stepOf(turns_, pointer) == layout.getTypeStoreSize(type).getFixedValue();", "!stepOf(turns_, pointer)->isNegative();"),
    ("extract-first-lane", "wide_body.cpp", "turn * lanes + *constantLane(extract)", "turn * lanes"),
    ("insert-first-turn", "wide_body.cpp", "lane == *constantLane(insert) ? all + turn", "lane == *constantLane(insert) ? all"),
    ("insert-first-lane", "wide_body.cpp", "lane == *constantLane(insert) ?", "lane == 0 ?"),
    ("longer-form-of-first", "lane_calls.cpp", "createSequentialMask(first / laneBits, bits / laneBits, 0)", "createSequentialMask(0, bits / laneBits, 0)"),
    ("saturates-otherwise", "lane_calls.cpp", "Intrinsic::x86_avx512_packuswb_512", "Intrinsic::x86_avx512_packsswb_512"),
]

# Of comparisons with the memory's length that the guest makes itself: judged by own_comparison.wast. The checks
# that lowering makes stand in front of accesses, for which the range check answers in any case.
OWN = [
    ("reach-forgotten", "guest_access.cpp", "(comparison->orEqual ? 1 : 0) - constant", "0 * constant"),
    ("equality-forgotten", "guest_access.cpp", "(comparison->orEqual ? 1 : 0) - constant", "0 - constant"),
    ("any-comparison", "guest_access.cpp", "if (predicate != CmpInst::ICMP_UGT && predicate != CmpInst::ICMP_UGE)", "if (false)"),
]

# Of turns, what random loops seldom make: judged by wide_turns.wast.
TURNS = [
    ("sum-seen-ahead", "wide_body.cpp", "user == row[1] && !turns_.rows.contains(instruction)", "user == row[1]"),
    ("any-call-is-same-sum", "wide_body.cpp", "call->getIntrinsicID() == its->getIntrinsicID()", "true"),
]

# Of loads taken away: judged by repeated_loads.wast.
REPEATED = [
    ("stores-ignored", "repeated_loads.cpp", "if (!areApart(one, written))", "if (false)"),
    ("other-base-is-apart", "repeated_loads.cpp", "return one.base == other.base &&", "return one.base != other.base ||"),
    ("size-of-known-ignored", "repeated_loads.cpp", ">= layout_.getTypeStoreSize(one.type)", ">= 1"),
    ("size-of-store-ignored", "repeated_loads.cpp", ">= layout_.getTypeStoreSize(other.type)", ">= 1"),
    ("calls-harmless", "repeated_loads.cpp", "else if (instruction.mayWriteToMemory())",
     "else if (instruction.isVolatile())"),
    ("bulk-harmless", "repeated_loads.cpp", "else if (instruction.mayWriteToMemory())",
     "else if (!instruction.isVolatile() && instruction.mayWriteToMemory())"),
    ("first-way-to-join", "repeated_loads.cpp", "block.getUniquePredecessor()",
     "[&]() -> const BasicBlock * { for (auto *p : predecessors(&block)) if (atEnd_.contains(p)) return p; return nullptr; }()"),
    ("last-way-to-join", "repeated_loads.cpp", "block.getUniquePredecessor()",
     "[&] { const BasicBlock *last = nullptr; for (auto *p : predecessors(&block)) if (atEnd_.contains(p)) last = p; return last; }()"),
    ("block-before-it", "repeated_loads.cpp", "  known_.clear();\n  const BasicBlock", "  const BasicBlock"),
    ("any-offset", "repeated_loads.cpp", "one.offset == wanted.offset &&", ""),
    ("any-base", "repeated_loads.cpp", "return one.base == wanted.base &&", "return"),
    ("type-of-that-size", "repeated_loads.cpp", "one.type == wanted.type &&",
     "layout_.getTypeStoreSize(one.type) == layout_.getTypeStoreSize(wanted.type) &&"),
    ("same-base-is-covered", "repeated_loads.cpp", "return load.use_empty() ? covers(one, wanted)", "return load.use_empty() ? one.base == wanted.base"),
    ("larger-is-covered", "repeated_loads.cpp", "innerSize <= size &&", ""),
    ("beyond-is-covered", "repeated_loads.cpp", "<= size - innerSize", "<= size"),
    ("anywhere-is-covered", "repeated_loads.cpp", "return outer.base == inner.base &&", "return"),
]

# Of loops that search memory, for random loops.
SEARCHES = [
    ("search-hits-its-bound", "search_loops.cpp", "needed = turns_ * step;", "needed = turns_ * step - 1;"),
    ("search-reaches-its-bound", "search_loops.cpp", "+ (leavesAtBound ? 1 : 0);", "+ (leavesAtBound ? 0 : 0);"),
    ("search-without-counters", "search_loops.cpp", "atMost(emitRoom(exit));", "(void)exit;"),
    ("search-one-turn-too-far", "search_loops.cpp", "b_.CreateAdd(turn_, ofVector)",
     "b_.CreateAdd(turn_, b_.CreateAdd(ofVector, b_.getInt64(1)))"),
    ("search-reads-this-turn-again", "search_loops.cpp", "address(known.load, turn, 1)", "address(known.load, turn, 0)"),
    ("search-goes-on-if-true", "search_loops.cpp", "leaves = b_.CreateNot(leaves);", ";"),
    ("search-mixes-elements", "search_loop.cpp", "if (element && *element != now)", "if (false)"),
    ("search-from-the-first-load", "search_loop.cpp", "load.element -= lowest[load.stream];", ";"),
    ("search-address-of-this-turn", "search_loop.cpp", "start = evolution_.getMinusSCEV(start, step);", ";"),
]
# And for a script.
STREAMS = [
    ("search-limit-off-by-one", "search_loops.cpp", "b_.CreateAdd(starts_[load], b_.getInt64(kVectorBytes))",
     "b_.CreateAdd(starts_[load], b_.getInt64(kVectorBytes - 1))"),
    ("search-for-low-bits", "search_loops.cpp", "b_.CreateVectorSplat(lanes_, b_.CreateICmpEQ(again, right))",
     "b_.CreateVectorSplat(lanes_, b_.CreateICmpEQ(again, again))"),
    ("search-streams-anywhere", "search_loops.cpp", "all = b_.CreateAnd(all, b_.CreateICmpEQ(starts_[instruction], place));", "(void)place;"),
    ("search-with-other-phis", "search_loops.cpp", "mayBegin = b_.CreateAnd(mayBegin, emitPhisKnown());", ""),
    ("search-one-turn-in-front", "search_loops.cpp", "handsOnLoads ? 2u : 1u", "1u"),
    ("search-before-the-memory", "search_loops.cpp",
     "all = b_.CreateAnd(all, b_.CreateICmpUGE(start, b_.getInt64(search_.stride())));", "(void)start;"),
    ("search-looks-at-this-turn", "search_loops.cpp", "(isOfTurnBefore ? 1 : 0)", "(isOfTurnBefore ? 0 : 0)"),
    ("search-has-effects", "search_loop.cpp",
     "if (!isStrictLoad && (instruction.mayHaveSideEffects() || instruction.mayReadFromMemory()))", "if (false)"),
    ("search-in-several-memories", "search_loop.cpp", "search_.base != place->base", "false"),
]

# Of loops' indices and comparisons in other forms, and of vectors taken apart: judged by scripts of their names.
FORMS = [
    ("difference-of-any", "loop_forms.cpp", "if (!(known.Zero | *all).isAllOnes())", "if (false)"),
    ("any-is-narrow", "loop_forms.cpp",
     "computeKnownBits(value, layout_).countMaxActiveBits() <= type->getIntegerBitWidth() &&", ""),
    ("one-bit-too-narrow", "loop_forms.cpp", "<= type->getIntegerBitWidth() &&", "<= type->getIntegerBitWidth() + 1 &&"),
    ("narrow-shifts", "loop_forms.cpp", "binary->isBitwiseLogicOp() ||", "true ||"),
]
LANES = [
    ("any-lane", "lanewise.cpp", "m_SpecificInt(k)", "m_Value()"),
    ("any-vector", "lanewise.cpp", "(vector != nullptr && from != vector)", "false"),
    ("any-operator", "lanewise.cpp", "if (one.getOpcode() != other.getOpcode() || one.getType() != other.getType())",
     "if (one.getType() != other.getType())"),
]
# Of what is done whatever the condition: judged by a script.
STRAIGHT = [
    ("quotients-ahead", "straight_turns.cpp", "isSafeToSpeculativelyExecute(&instruction)", "true"),
    ("poisonous-places-ahead", "loop_copies.cpp", "&& isSound(*access))", ")"),
    ("choice-turned", "straight_turns.cpp", "b.CreateSelect(choice.getCondition(),", "b.CreateSelect(b.CreateNot(choice.getCondition()),"),
    ("neutral-for-all", "straight_turns.cpp", "ConstantExpr::getBinOpIdentity(sum.getOpcode(), sum.getType())",
     "Constant::getNullValue(sum.getType())"),
]

# Of vectors' first lanes, and the ends of loops of several turns at once; of what turns hand on, and stores in
# every turn: judged by scripts.
NARROW = [
    ("any-truncation", "narrow_lanes.cpp", "return lane.value() != static_cast<int>(lane.index() * times);", "return false;"),
    ("smaller-for-larger", "narrow_lanes.cpp", "return CmpInst::FCMP_OLT;", "return CmpInst::FCMP_OGT;"),
    ("left-out-too-soon", "wide_turns.cpp", "b.CreateCondBr(b.CreateICmpEQ(done, iterations_), exit, blocks_.rest);",
     "b.CreateCondBr(b.CreateICmpNE(done, iterations_), exit, blocks_.rest);"),
    ("last-turn-first", "wide_body.cpp", "part(b, wide_.lookup(&first), first.getType(), width_ - 1)",
     "part(b, wide_.lookup(&first), first.getType(), 0)"),
]
HANDED = [
    ("stores-between", "handed_values.cpp", "if (isa<StoreInst>(access) && !areSeparate(*access, load) &&", "if (false &&"),
    ("any-mask", "handed_values.cpp", "if ((computeKnownBits(before, body_.getDataLayout()).Zero | *mask).isAllOnes())",
     "if (true)"),
    ("larger-is-smaller", "handed_values.cpp", "b.CreateBinaryIntrinsic(isMax ?", "b.CreateBinaryIntrinsic(!isMax ?"),
    ("other-operands", "handed_values.cpp", "return other.getOperand(its) == itsOperand(instruction.getOperand(k));",
     "return true;"),
    ("store-turned", "straight_turns.cpp", "bool isIfTrue = end.getSuccessor(0) == store.getParent();",
     "bool isIfTrue = end.getSuccessor(0) != store.getParent();"),
]
NEIGHBOURS = [
    ("poisonous-neighbours", "range_check.cpp", "!isNeverPoison(groups_[other].start))", "false)"),
]
DIVISORS = [
    ("divisors-trusted", "poison.cpp", "return quotient != nullptr && !isNeverPoison(quotient->getRHS());", "return false;"),
    ("divisors-not-frozen", "poison.cpp", "if (!instruction.isIntDivRem() ||", "if (true ||"),
]
# Of lanes that are gathered, choices by masks of bytes, and constants that must not be folded with.
GATHERED = [
    ("packs-the-other-way", "lane_turns.cpp", "if (packsSigned(*call)) {", "if (!packsSigned(*call)) {"),
    ("packs-what-fits", "lane_turns.cpp", "return b.CreateTrunc(limited,", "return b.CreateTrunc(from,"),
    ("one-place-for-all", "lane_turns.cpp", "uint64_t{k} * type->getScalarSizeInBits() / 8", "uint64_t{k} / 2"),
    ("first-lane-for-all", "lane_indices.cpp", "return b.CreateAdd(first, b.getInt(distance));", "return (void)distance, first;"),
    ("step-of-one", "lane_indices.cpp", "b.CreateAdd(first, known.step)", "b.CreateAdd(first, ConstantInt::get(first->getType(), 1))"),
    ("any-run-of-bytes", "mask_choices.cpp", "isInRuns<int>(condition->lanes, 2 * run)", "condition->lanes.size() % (2 * run) == 0"),
    ("any-bit-of-mask", "mask_choices.cpp", "lane /= perBit;", "lane = (lane / perBit) ^ 1;"),
]
# Of places in tables, ahead of their conditions.
PLACES = [
    ("spread-ahead", "loop_copies.cpp", "if (access->spread > 0)", "if (access->spread > 0 && (markInRange(*access->instruction), true))"),
]
CONSTANTS = [
    ("phis-may-fold", "hidden_constants.cpp", "isa<PHINode, ReturnInst,", "isa<ReturnInst,"),
    ("results-may-fold", "hidden_constants.cpp", "ReturnInst, InsertValueInst,", "InsertValueInst,"),
    ("operators-may-fold", "hidden_constants.cpp", "call->getType()->isFloatingPointTy() &&", "false &&"),
]

ALL = MUTANTS + UNROLLED + VECTORS + OWN + TURNS + REPEATED + SEARCHES + STREAMS + FORMS + LANES + STRAIGHT + NARROW + HANDED + NEIGHBOURS + DIVISORS + GATHERED + CONSTANTS + PLACES
SCRIPTS = [(OWN, "own_comparison"), (TURNS, "wide_turns"), (REPEATED, "repeated_loads"), (STREAMS, "search_loops"),
           (FORMS, "loop_forms"), (LANES, "lanewise"), (STRAIGHT, "straight_turns"),
           (NARROW, "narrow_lanes"), (HANDED, "handed_values"),
           (NEIGHBOURS, "poisonous_neighbours"), (DIVISORS, "divisions_ahead"),
           (GATHERED, "gathered_lanes"), (CONSTANTS, "late_constants"), (PLACES, "table_places")]
KINDS = [(UNROLLED, "--unrolled"), (VECTORS, "--vectors"), (SEARCHES, "--searches")]


def command_of(build, wanted):
    """The command by which ninja makes the file `wanted`."""
    lines = subprocess.run(["ninja", "-C", build, "-t", "commands", "-s", wanted], check=True,
                           capture_output=True, text=True).stdout.splitlines()
    return next(line for line in reversed(lines) if not line.startswith("ninja:"))


def build_mutant(build, mutant, work, program):
    name, file, old, new = mutant
    text = (TOP / "compiler/optimize" / file).read_text()
    if text.count(old) != 1:
        sys.exit(f"FAILED: mutant {name}: its place in {file} is gone")
    source, target = work / file, work / f"{file}.o"
    source.write_text(text.replace(old, new))
    right = f"compiler/optimize/CMakeFiles/wasmc_optimize.dir/{file}.o"
    compile_command = command_of(build, right).replace(str(TOP / "compiler/optimize" / file), str(source))
    subprocess.run(compile_command.replace(right, str(target)).replace("-Werror", "-w"), shell=True, check=True, cwd=build)
    link = command_of(build, f"bin/{program}").replace(f"-o bin/{program}", f"{target} -o {work}/{program}")
    subprocess.run(link, shell=True, check=True, cwd=build)
    (work / "loop-executor").symlink_to(build / "bin/loop-executor")


def script_of(mutant):
    return next((TOP / f"testsuite/wast/regressions/{name}.wast" for mutants, name in SCRIPTS if mutant in mutants), None)


def judge(arguments, build, mutant):
    """What the judge of a mutant says of it."""
    with tempfile.TemporaryDirectory() as directory:
        work = pathlib.Path(directory)
        by_model = mutant in MUTANTS and not arguments.random
        if script := script_of(mutant):
            build_mutant(build, mutant, work, "wast-run")
            command = [work / "wast-run", "--no-expectations", script]
            for options in (["-O", "2"], ["-O", "2", "--cpu", "x86-64"], ["-O", "3", "--cpu", "x86-64"]):
                if "--cpu" in options and os.uname().machine != "x86_64":
                    break
                outcome = subprocess.run([*command, *options], capture_output=True, text=True)
                if outcome.returncode != 0:
                    break
            return outcome
        build_mutant(build, mutant, work, "loop-model" if by_model else "wasmc-compiler")
        command = [HERE / "random_loops.py", "--bin", work, *(kind for mutants, kind in KINDS if mutant in mutants)]
        if by_model:
            command = [work / "loop-model"]
        return subprocess.run([*command, "--seeds", arguments.seeds, "--until-difference"], capture_output=True, text=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=pathlib.Path, default=TOP / "build/release")
    parser.add_argument("--seeds", default="1-400")
    parser.add_argument("--random", action="store_true", help="judge the range check, too, by random loops: slower, and "
                        "two limits of it are beyond what those reach")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(mutant[0] for mutant in ALL))
    arguments = parser.parse_args()
    build, survivors = arguments.build.resolve(), []
    for mutant in ALL:
        if arguments.names and mutant[0] not in arguments.names:
            continue
        outcome = judge(arguments, build, mutant)
        lines = outcome.stdout.splitlines()
        mark = ": assert_" if script_of(mutant) else "DIFFERENT"
        found = outcome.returncode != 0 and any(mark in line for line in lines)
        first = next((line for line in lines if mark in line), outcome.stderr.strip())
        print(f"{mutant[0]}: {'found' if found else 'SURVIVED'}: {shlex.quote(first[:150])}", flush=True)
        if not found:
            survivors.append(mutant[0])
    if survivors:
        sys.exit(f"FAILED: not found: {', '.join(survivors)}")


if __name__ == "__main__":
    main()
