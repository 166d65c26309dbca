#include "compiler/cli/commands.h"
#include "compiler/cli/files.h"
#include "compiler/codegen/target.h"

#include <CLI/CLI.hpp>

#include <cstdio>

namespace wasmc::cli {

namespace {

std::string joined(const std::vector<std::string> &words) {
  std::string text;
  for (const std::string &word : words)
    text += (text.empty() ? "" : " ") + word;
  return text.empty() ? "none" : text;
}

} // namespace

int TargetsCommand::run() {
  for (const codegen::KnownTarget &target : codegen::knownTargets())
    std::printf("%-20s %s%s\n", target.triple, target.levels,
                target.isHost ? " (this machine)" : "");
  return 0;
}

void SettingsCommand::addTo(CLI::App &app) {
  app.add_option("--target", target_, "Target triple (default: this machine)");
  app.add_option("--cpu", cpu_, "CPU, or several with commas (default: as `compile` does)");
  app.add_option("--cpu-features", cpuFeatures_, "Features on top of the CPU's: +a,-b");
}

int SettingsCommand::run() {
  Result<std::vector<codegen::Settings>> all = codegen::settingsOf({target_, cpu_, cpuFeatures_});
  if (!all) {
    report("settings", all.error());
    return 1;
  }
  for (const codegen::Settings &settings : *all) {
    std::printf("target: %s\ncpu: %s\n", settings.target.triple.c_str(),
                settings.target.cpu.c_str());
    std::printf("features on: %s\n", joined(settings.featuresOn).c_str());
    std::printf("features off: %s\n", joined(settings.featuresOff).c_str());
  }
  std::printf("cpus: %s\n", joined(all->front().cpuNames).c_str());
  return 0;
}

} // namespace wasmc::cli
