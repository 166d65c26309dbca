// C++ streams, strings and containers; argv[1] is a directory to write to.
#include <algorithm>
#include <cstdio>
#include <deque>
#include <functional>
#include <iomanip>
#include <iostream>
#include <list>
#include <map>
#include <memory>
#include <numeric>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <variant>
#include <vector>

namespace {

void formatting() {
  std::cout << std::setw(10) << 42 << '|' << std::left << std::setw(10) << "left" << '|'
            << std::right << std::setfill('*') << std::setw(8) << -7 << std::setfill(' ') << '\n';
  std::cout << std::hex << std::showbase << 48879 << ' ' << std::oct << 8 << std::dec
            << std::noshowbase << ' ' << std::boolalpha << true << '\n';
  std::cout << std::fixed << std::setprecision(4) << 3.14159265 << ' ' << std::scientific
            << 12345.678 << ' ' << std::defaultfloat << std::setprecision(10) << 2.0 / 3 << '\n';
  std::cout << 9223372036854775807ll << ' ' << 1e100 << ' ' << 'c' << ' ' << 0.1f << '\n';
}

void parsing() {
  std::istringstream in("17 -4 3.25 word 0x1f rest of the line\nsecond line");
  int a = 0, b = 0;
  double c = 0;
  std::string word, number, line;
  in >> a >> b >> c >> word >> number;
  std::getline(in, line);
  std::cout << a << ' ' << b << ' ' << c << ' ' << word << ' ' << std::stoi(number, nullptr, 16)
            << " [" << line << "]\n";
  std::getline(in, line);
  std::cout << line << ' ' << in.eof() << ' ' << in.fail() << '\n';
  std::istringstream bad("no number");
  bad >> a;
  std::cout << "failed " << bad.fail() << " value " << a << '\n';
}

void containers() {
  std::vector<int> values(1000);
  std::iota(values.begin(), values.end(), 0);
  std::transform(values.begin(), values.end(), values.begin(),
                 [](int v) { return (v * 7919) % 1009; });
  std::sort(values.begin(), values.end(), std::greater<>());
  std::stable_sort(values.begin(), values.end(), [](int a, int b) { return a % 10 < b % 10; });
  std::cout << values[0] << ' ' << values[500] << ' ' << values.back() << ' '
            << std::accumulate(values.begin(), values.end(), 0ll) << '\n';

  std::map<std::string, std::vector<int>> groups;
  std::unordered_map<int, int> counts;
  for (int v : values) {
    groups[std::to_string(v % 7) + "th"].push_back(v);
    ++counts[v % 13];
  }
  for (const auto &[name, members] : groups)
    std::cout << name << '=' << members.size() << ' ';
  std::map<int, int> ordered(counts.begin(), counts.end());
  for (const auto &[key, count] : ordered)
    std::cout << key << ':' << count << ' ';
  std::cout << '\n';

  std::list<int> list(values.begin(), values.begin() + 20);
  list.sort();
  list.unique();
  list.reverse();
  std::deque<int> deque(list.begin(), list.end());
  deque.push_front(-1);
  std::set<int> set(deque.begin(), deque.end());
  std::cout << list.front() << ' ' << deque.front() << ' ' << *set.rbegin() << ' ' << set.size()
            << '\n';
}

struct Shape {
  virtual ~Shape() = default;
  virtual double area() const = 0;
  virtual std::string name() const { return "shape"; }
};
struct Square : Shape {
  explicit Square(double side) : side(side) {}
  ~Square() override { std::cout << "square gone\n"; }
  double area() const override { return side * side; }
  std::string name() const override { return "square"; }
  double side;
};
struct Circle : Shape {
  explicit Circle(double radius) : radius(radius) {}
  double area() const override { return 3 * radius * radius; }
  double radius;
};

void polymorphism() {
  std::vector<std::unique_ptr<Shape>> shapes;
  shapes.push_back(std::make_unique<Square>(3));
  shapes.push_back(std::make_unique<Circle>(2));
  std::shared_ptr<Shape> shared = std::make_shared<Square>(5);
  std::function<double(const Shape &)> measure = [&](const Shape &shape) {
    return shape.area() + shared->area();
  };
  for (const auto &shape : shapes)
    std::cout << shape->name() << ' ' << measure(*shape) << ' '
              << (dynamic_cast<Square *>(shape.get()) != nullptr) << '\n';
}

void utilities() {
  std::variant<int, std::string, double> variant = std::string("text");
  std::visit([](const auto &value) { std::cout << value << '\n'; }, variant);
  std::optional<int> nothing, something = 4;
  std::cout << nothing.value_or(-1) << ' ' << something.value() << '\n';
  auto [a, b, c] = std::make_tuple(1, std::string("two"), 3.5);
  std::cout << a << b << c << '\n';
  std::string text = "the quick brown fox";
  text.replace(text.find("quick"), 5, "slow");
  std::string_view view = text;
  std::cout << text << ' ' << view.substr(4, 4) << ' ' << view.rfind('o') << '\n';
}

// Through stdio: Debian's libc++ for Wasm is built without file streams.
void files(const std::string &directory) {
  const std::string path = directory + "/stream.txt";
  std::ostringstream out;
  for (int i = 0; i < 300; ++i)
    out << i * i << (i % 10 == 9 ? '\n' : ' ');
  const std::string text = out.str();
  if (std::FILE *file = std::fopen(path.c_str(), "w")) {
    std::fwrite(text.data(), 1, text.size(), file);
    std::fclose(file);
  }
  std::string back;
  if (std::FILE *file = std::fopen(path.c_str(), "r")) {
    for (int c; (c = std::getc(file)) != EOF;)
      back.push_back(static_cast<char>(c));
    std::fclose(file);
  }
  std::istringstream in(back);
  long long sum = 0;
  int count = 0;
  for (int value; in >> value; ++count)
    sum += value;
  std::cout << count << " numbers, sum " << sum << ", size " << back.size() << '\n';
}

void lines() {
  std::string line;
  std::size_t longest = 0;
  std::map<char, int> letters;
  while (std::getline(std::cin, line)) {
    longest = std::max(longest, line.size());
    for (char c : line)
      ++letters[c];
  }
  std::cout << "longest line " << longest;
  for (const auto &[letter, count] : letters)
    std::cout << ' ' << letter << count;
  std::cout << '\n';
}

struct Announcer {
  explicit Announcer(const char *name) : name(name) { std::printf("hello from %s\n", name); }
  ~Announcer() { std::printf("goodbye from %s\n", name); }
  const char *name;
};
Announcer first("a global");
Announcer second("another global");

} // namespace

int main(int argc, char **argv) {
  if (argc != 2)
    return 2;
  static Announcer local("a function's static");
  formatting();
  parsing();
  containers();
  polymorphism();
  utilities();
  files(argv[1]);
  lines();
  std::cerr << "done\n";
  return 0;
}
