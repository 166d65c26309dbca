// The tree that a fuzzed guest works in, and the watch over what it must not touch.
#ifndef WASMC_TESTS_FUZZ_WASI_SCRATCH_H
#define WASMC_TESTS_FUZZ_WASI_SCRATCH_H

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace wasmc::fuzz {

// What the files out of reach contain, and nothing that a guest can come by otherwise.
inline constexpr std::string_view kSecret = "what-no-guest-may-read";

// Made once in a process; reset() gives every input the same tree. Beneath one directory: `in` and
// `other`, to be granted, `locked`, to be granted read-only, and `outside`.
class Scratch {
public:
  Scratch();
  ~Scratch();
  Scratch(const Scratch &) = delete;
  Scratch &operator=(const Scratch &) = delete;

  // Empties and refills what a guest may change.
  void reset() const;
  // Ends the process with a message if anything that must stay as it was did not.
  void requireUntouched() const;

  const char *in() const { return in_.c_str(); }
  const char *other() const { return other_.c_str(); }
  const char *locked() const { return locked_.c_str(); }

private:
  std::vector<std::string> describe() const;

  std::filesystem::path top_;
  std::string in_;
  std::string other_;
  std::string locked_;
  std::vector<std::string> asMade_;
};

} // namespace wasmc::fuzz

#endif
