// Why hostile bodies stay cheap: nothing here recurses, and for one local no region is looked at
// more than a few times, so all reads together cost about the number of regions times the number of
// locals at most. compiler/driver/body_size.cpp bounds that product.

#include "compiler/lower/local_values.h"

namespace wasmc::lower {

using namespace llvm;

namespace {

// So far a search goes before it leaves what it found on its way, so that the next one is short.
constexpr unsigned kShortWay = 8;

} // namespace

LocalValues::LocalValues(ArrayRef<Value *> first) {
  regions_.push_back({0, kNoJoin});
  latest_.reserve(first.size());
  for (Value *value : first)
    latest_.push_back({0, value});
}

Value *LocalValues::find(Region region, uint32_t local) const {
  const Latest &latest = latest_[local];
  return latest.region == region ? latest.value : set_.lookup(key(region, local));
}

void LocalValues::set(Region region, uint32_t local, Value *value) {
  Latest &latest = latest_[local];
  if (latest.region != region && latest.value != nullptr)
    set_[key(latest.region, local)] = latest.value;
  latest = {region, value};
}

LocalValues::Found LocalValues::findAbove(Region start, uint32_t local) {
  Found found{nullptr, start};
  unsigned steps = 0;
  for (;; ++steps) {
    found.value = find(found.region, local);
    if (found.value != nullptr || found.region == 0)
      break;
    const RegionInfo &info = regions_[found.region];
    if (info.join == kNoJoin) {
      found.region = info.from;
      continue;
    }
    const Join &join = joins_[info.join];
    if (join.written == nullptr || (local < join.written->size() && join.written->test(local)))
      break;
    found.region = join.edges[0].from; // unchanged by the loop
  }
  if (found.value == nullptr || steps == 0)
    return found;
  Region region = start;
  for (unsigned k = 0; k < steps; ++k) {
    if (k % kShortWay == 0)
      set_[key(region, local)] = found.value;
    const RegionInfo &info = regions_[region];
    region = info.join == kNoJoin ? info.from : joins_[info.join].edges[0].from;
  }
  return found;
}

Value *LocalValues::readAt(Region region, uint32_t local) {
  Found found = findAbove(region, local);
  if (found.value != nullptr)
    return found.value;
  resolve(found.region, local);
  return findAbove(region, local).value;
}

Value *LocalValues::read(uint32_t local) {
  return readAt(current_, local);
}

PHINode *LocalValues::createPhi(const Join &join, uint32_t local) {
  return PHINode::Create(latest_[local].value->getType(), static_cast<unsigned>(join.edges.size()),
                         "", join.block->begin());
}

// A loop's phi comes before what it merges, which may be itself. True when that has to wait.
bool LocalValues::beginLoop(Task &task, Join &join, uint32_t local) {
  task.phi = createPhi(join, local);
  set(task.region, local, task.phi);
  if (join.isOpen)
    join.incomplete.emplace_back(local, task.phi);
  return join.isOpen;
}

// All edges are known.
void LocalValues::finish(const Task &task, const Join &join, uint32_t local) {
  SmallVector<Value *, 8> values;
  bool differ = false;
  for (const Edge &edge : join.edges) {
    values.push_back(findAbove(edge.from, local).value);
    differ |= values.back() != values.front();
  }
  PHINode *phi = task.phi;
  if (phi == nullptr) {
    if (differ)
      phi = createPhi(join, local);
    set(task.region, local, differ ? phi : values.front());
  }
  if (phi != nullptr)
    for (size_t k = 0; k < values.size(); ++k)
      phi->addIncoming(values[k], join.edges[k].block);
}

void LocalValues::resolve(Region region, uint32_t local) {
  size_t bottom = tasks_.size();
  tasks_.push_back({region, 0, nullptr});
  while (tasks_.size() > bottom) {
    Task &task = tasks_.back();
    Join &join = joins_[regions_[task.region].join];
    if (task.edge == 0 && task.phi == nullptr && join.written != nullptr &&
        beginLoop(task, join, local)) {
      tasks_.pop_back();
      continue;
    }
    Found missing{nullptr, 0};
    while (task.edge < join.edges.size()) {
      missing = findAbove(join.edges[task.edge].from, local);
      if (missing.value == nullptr)
        break;
      ++task.edge;
    }
    if (task.edge < join.edges.size()) {
      tasks_.push_back({missing.region, 0, nullptr});
      continue;
    }
    finish(task, join, local);
    tasks_.pop_back();
  }
}

void LocalValues::enterAfter(Region from) {
  current_ = static_cast<Region>(regions_.size());
  regions_.push_back({from, kNoJoin});
}

void LocalValues::enterJoin(ArrayRef<Edge> edges, BasicBlock *block) {
  if (edges.size() == 1)
    return enterAfter(edges[0].from);
  current_ = static_cast<Region>(regions_.size());
  regions_.push_back({0, static_cast<uint32_t>(joins_.size())});
  joins_.push_back({block, {edges.begin(), edges.end()}, nullptr, false, {}});
}

void LocalValues::enterLoop(Edge entry, BasicBlock *head, const BitVector &written) {
  current_ = static_cast<Region>(regions_.size());
  regions_.push_back({0, static_cast<uint32_t>(joins_.size())});
  joins_.push_back({head, {entry}, &written, true, {}});
}

void LocalValues::addBackEdge(Region loop, Edge edge) {
  joins_[regions_[loop].join].edges.push_back(edge);
}

void LocalValues::closeLoop(Region loop) {
  uint32_t index = regions_[loop].join;
  joins_[index].isOpen = false;
  for (auto [local, phi] : std::exchange(joins_[index].incomplete, {}))
    for (const Edge &edge : joins_[index].edges)
      phi->addIncoming(readAt(edge.from, local), edge.block);
}

} // namespace wasmc::lower
