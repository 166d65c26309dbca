// wasmc-compiler: everything that needs LLVM. The front door `wasmc` hands its subcommands over.

#include "compiler/cli/commands.h"

#include "wasmc/abi/version.h"

#include <CLI/CLI.hpp>

#include <cstdio>

namespace {

// Exit codes (README, "Exit codes").
constexpr int kUsageError = 2;

} // namespace

int main(int argc, char **argv) {
  using namespace wasmc::cli;
  CLI::App app("Ahead-of-time compiler for WebAssembly");
  app.name("wasmc");
  app.set_version_flag("--version", "wasmc " WASMC_VERSION_STRING);
  app.require_subcommand(1);

  CompileCommand compile;
  CLI::App *compileApp = app.add_subcommand("compile", "Compile a module to native code");
  compile.addTo(*compileApp);
  FeaturesCommand features;
  CLI::App *featuresApp = app.add_subcommand("features", "List the proposals a module may use");
  features.addTo(*featuresApp);
  ValidateCommand validate;
  CLI::App *validateApp = app.add_subcommand("validate", "Check that a module is valid");
  validate.addTo(*validateApp);
  TargetsCommand targets;
  CLI::App *targetsApp = app.add_subcommand("targets", "List the machines to compile for");
  SettingsCommand settings;
  CLI::App *settingsApp =
      app.add_subcommand("settings", "Tell what a target, a CPU and features mean");
  settings.addTo(*settingsApp);

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError &problem) {
    return app.exit(problem) == 0 ? 0 : kUsageError;
  }
  if (compileApp->parsed())
    return compile.run();
  if (featuresApp->parsed())
    return features.run();
  if (targetsApp->parsed())
    return targets.run();
  if (settingsApp->parsed())
    return settings.run();
  return validate.run();
}
