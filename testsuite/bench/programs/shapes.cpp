// Virtual calls: expressions as trees of objects, evaluated again and again.
#include "bench.h"

namespace {

class Expression {
public:
  virtual ~Expression() = default;
  virtual uint32_t evaluate(const uint32_t *variables) const = 0;
  virtual unsigned size() const { return 1; }
};

class Constant final : public Expression {
public:
  explicit Constant(uint32_t value) : value_(value) {}
  uint32_t evaluate(const uint32_t *) const override { return value_; }

private:
  uint32_t value_;
};

class Variable final : public Expression {
public:
  explicit Variable(unsigned index) : index_(index) {}
  uint32_t evaluate(const uint32_t *variables) const override { return variables[index_]; }

private:
  unsigned index_;
};

class Binary : public Expression {
public:
  Binary(Expression *left, Expression *right) : left_(left), right_(right) {}
  ~Binary() override {
    delete left_;
    delete right_;
  }
  unsigned size() const override { return 1 + left_->size() + right_->size(); }

protected:
  Expression *left_, *right_;
};

class Sum final : public Binary {
public:
  using Binary::Binary;
  uint32_t evaluate(const uint32_t *v) const override {
    return left_->evaluate(v) + right_->evaluate(v);
  }
};

class Product final : public Binary {
public:
  using Binary::Binary;
  uint32_t evaluate(const uint32_t *v) const override {
    return left_->evaluate(v) * right_->evaluate(v);
  }
};

class Choice final : public Binary {
public:
  using Binary::Binary;
  uint32_t evaluate(const uint32_t *v) const override {
    return (v[0] & 1) != 0 ? left_->evaluate(v) : right_->evaluate(v);
  }
};

Expression *make(uint32_t &random, unsigned depth) {
  uint32_t kind = nextRandom(&random) >> 4;
  if (depth == 0)
    return kind % 2 ? static_cast<Expression *>(new Variable(kind / 2 % 8)) : new Constant(kind);
  Expression *left = make(random, depth - 1), *right = make(random, depth - 1);
  switch (kind % 5) {
  case 0:
    return new Choice(left, right);
  case 1:
  case 2:
    return new Product(left, right);
  default:
    return new Sum(left, right);
  }
}

} // namespace

static uint64_t work(unsigned size) {
  uint32_t random = 31;
  Expression *forest[16];
  for (Expression *&tree : forest)
    tree = make(random, 9);
  uint64_t sum = 0;
  for (unsigned round = 0; round < size; ++round) {
    uint32_t variables[8];
    for (uint32_t &value : variables)
      value = nextRandom(&random);
    for (const Expression *tree : forest)
      sum = mix(sum, tree->evaluate(variables) + tree->size());
  }
  for (Expression *tree : forest)
    delete tree;
  return sum;
}
