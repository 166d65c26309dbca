// Binary search trees whose nodes are allocated and freed one by one: treaps of random keys.
#include "bench.h"

namespace {

struct Node {
  uint32_t key, priority;
  Node *left, *right;
};

Node *rotateRight(Node *node) {
  Node *left = node->left;
  node->left = left->right;
  left->right = node;
  return left;
}

Node *rotateLeft(Node *node) {
  Node *right = node->right;
  node->right = right->left;
  right->left = node;
  return right;
}

Node *insert(Node *node, uint32_t key, uint32_t priority) {
  if (node == nullptr)
    return new Node{key, priority, nullptr, nullptr};
  if (key < node->key) {
    node->left = insert(node->left, key, priority);
    if (node->left->priority > node->priority)
      return rotateRight(node);
  } else if (key > node->key) {
    node->right = insert(node->right, key, priority);
    if (node->right->priority > node->priority)
      return rotateLeft(node);
  }
  return node;
}

Node *erase(Node *node, uint32_t key) {
  if (node == nullptr)
    return nullptr;
  if (key < node->key) {
    node->left = erase(node->left, key);
  } else if (key > node->key) {
    node->right = erase(node->right, key);
  } else if (node->left == nullptr || node->right == nullptr) {
    Node *child = node->left != nullptr ? node->left : node->right;
    delete node;
    return child;
  } else if (node->left->priority > node->right->priority) {
    node = rotateRight(node);
    node->right = erase(node->right, key);
  } else {
    node = rotateLeft(node);
    node->left = erase(node->left, key);
  }
  return node;
}

uint64_t sumOf(const Node *node, uint32_t depth) {
  return node == nullptr ? 0
                         : node->key * uint64_t{depth} + sumOf(node->left, depth + 1) +
                               sumOf(node->right, depth + 1);
}

void release(Node *node) {
  if (node == nullptr)
    return;
  release(node->left);
  release(node->right);
  delete node;
}

} // namespace

static uint64_t work(unsigned size) {
  uint64_t sum = 0;
  uint32_t random = 21;
  for (unsigned round = 0; round < size; ++round) {
    Node *root = nullptr;
    for (int k = 0; k < 8000; ++k) {
      uint32_t key = nextRandom(&random) % 16384, priority = nextRandom(&random);
      root = insert(root, key, priority);
      if (k % 2 == 0)
        root = erase(root, nextRandom(&random) % 16384);
    }
    sum = mix(sum, sumOf(root, 1));
    release(root);
  }
  return sum;
}
