// What the locals hold at each place of a body, without a stack slot for any of them: locals become
// SSA values while the operators are lowered (after Braun et al., "Simple and Efficient
// Construction of Static Single Assignment Form", 2013).
//
// A body is cut into regions, where only structured control flow starts new ones: blocks that
// branch to a trap and go on belong to the region around them. A phi is made where a local is read
// and different values arrive, and nowhere else.
#ifndef WASMC_COMPILER_LOWER_LOCAL_VALUES_H
#define WASMC_COMPILER_LOWER_LOCAL_VALUES_H

#include <llvm/ADT/BitVector.h>
#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/SmallVector.h>
#include <llvm/IR/Instructions.h>

#include <vector>

namespace wasmc::lower {

class LocalValues {
public:
  using Region = uint32_t;
  // A branch, or a way to fall through.
  struct Edge {
    Region from;
    llvm::BasicBlock *block;
  };

  // Starts in the function's first region, where local k holds first[k].
  explicit LocalValues(llvm::ArrayRef<llvm::Value *> first);
  LocalValues(const LocalValues &) = delete;
  LocalValues &operator=(const LocalValues &) = delete;

  llvm::Value *read(uint32_t local);
  void write(uint32_t local, llvm::Value *value) { set(current_, local, value); }

  Region current() const { return current_; }
  // Goes on in a new region behind `from` alone.
  void enterAfter(Region from);
  // Goes on where `edges`, at least one, meet at the start of `block`.
  void enterJoin(llvm::ArrayRef<Edge> edges, llvm::BasicBlock *block);
  // Goes on at the head of a loop, in which no local beside `written` is written. `written` must
  // outlive this object.
  void enterLoop(Edge entry, llvm::BasicBlock *head, const llvm::BitVector &written);
  void addBackEdge(Region loop, Edge edge);
  // After the last back edge. The current region stays.
  void closeLoop(Region loop);

private:
  // Where several edges meet.
  struct Join {
    llvm::BasicBlock *block;
    llvm::SmallVector<Edge, 2> edges; // of a loop: first the entry
    const llvm::BitVector *written;   // null: no loop
    bool isOpen;                      // more back edges may come
    llvm::SmallVector<std::pair<uint32_t, llvm::PHINode *>, 0> incomplete; // while it is open
  };
  static constexpr uint32_t kNoJoin = ~uint32_t{0};
  struct RegionInfo {
    Region from;   // of what has one predecessor
    uint32_t join; // else
  };
  struct Found {
    llvm::Value *value; // null: not before `region`, where edges meet
    Region region;
  };
  struct Task { // a join, and how many of its edges are known
    Region region;
    uint32_t edge;
    llvm::PHINode *phi; // of a loop
  };

  static uint64_t key(Region region, uint32_t local) { return uint64_t{region} << 32 | local; }
  llvm::Value *find(Region region, uint32_t local) const;
  void set(Region region, uint32_t local, llvm::Value *value);
  Found findAbove(Region region, uint32_t local);
  llvm::Value *readAt(Region region, uint32_t local);
  void resolve(Region join, uint32_t local);
  bool beginLoop(Task &task, Join &join, uint32_t local);
  void finish(const Task &task, const Join &join, uint32_t local);
  llvm::PHINode *createPhi(const Join &join, uint32_t local);

  std::vector<RegionInfo> regions_;
  std::vector<Join> joins_;
  Region current_ = 0;
  struct Latest {
    Region region;
    llvm::Value *value; // null: none yet
  };
  std::vector<Latest> latest_;                  // by local: what was set last
  llvm::DenseMap<uint64_t, llvm::Value *> set_; // everything that was set before
  llvm::SmallVector<Task, 16> tasks_;
};

} // namespace wasmc::lower

#endif
