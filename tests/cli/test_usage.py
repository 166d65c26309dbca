"""Wrong usage: a message and exit status 2, from the front door's parser and from the compiler's."""

import unittest

from harness import CliTest, NOTHING


class Usage(CliTest):
    def misused(self, *arguments):
        outcome = self.wasmc(*arguments)
        self.assert_refused(outcome, status=2)
        return outcome

    def test_no_command(self):
        self.misused()

    def test_unknown_command(self):
        self.assert_says(self.misused("frobnicate"), "frobnicate")

    def test_unknown_option_before_the_command(self):
        self.assert_says(self.misused("--frobnicate"), "--frobnicate")

    def test_run_without_a_file(self):
        self.misused("run")
        self.misused("run", "--dir", "/tmp")

    def test_run_with_an_unknown_option(self):
        self.assert_says(self.misused("run", "--frobnicate", "x.cwasm"), "--frobnicate")

    def test_run_with_an_option_without_its_value(self):
        for option in ("--dir", "--env", "--invoke"):
            with self.subTest(option=option):
                self.assert_says(self.misused("run", option), option)

    def test_run_with_a_bad_grant(self):
        cwasm = self.cwasm(NOTHING)
        self.misused("run", "--dir", f"{self.work}::/data::rubbish", cwasm)

    def test_grant_of_a_missing_directory(self):
        cwasm = self.cwasm(NOTHING)
        self.assert_refused(self.wasmc("run", "--dir", f"{self.work}/absent::/data", cwasm), "absent")

    def test_compile_without_a_file(self):
        self.misused("compile")

    def test_compile_with_an_unknown_option(self):
        self.assert_says(self.misused("compile", "--frobnicate", "x.wasm"), "--frobnicate")

    def test_compile_with_bad_values(self):
        wasm = self.wasm(NOTHING)
        self.misused("compile", wasm, "-O7", "-o", self.work / "x")
        self.misused("compile", wasm, "--emit=poetry", "-o", self.work / "x")
        self.misused("compile", wasm, "-o")
        self.assert_only(self.work, ["module.wat", "module.wasm"])

    def test_compile_for_another_target_or_cpu(self):
        wasm = self.wasm(NOTHING)
        for option in ("--target=armv7-linux-gnueabihf", "--target=nonsense", "--cpu=i486000"):
            with self.subTest(option=option):
                outcome = self.wasmc("compile", wasm, option, "-o", self.work / "x")
                self.assertIn(outcome.status, (1, 2), outcome)
                self.assert_says(outcome, option.split("=")[1])
        self.assert_only(self.work, ["module.wat", "module.wasm"])

    def test_validate_without_a_file(self):
        self.misused("validate")

    def test_help(self):
        for arguments in (["--help"], ["run", "--help"], ["compile", "--help"], ["validate", "--help"]):
            with self.subTest(arguments=arguments):
                outcome = self.wasmc(*arguments)
                self.assert_status(outcome, 0)
                self.assertEqual(outcome.stderr, b"", outcome)
        text = self.wasmc("run", "--help").stdout.decode()
        for option in ("--dir", "--env", "--invoke"):
            self.assertIn(option, text)
        text = self.wasmc("compile", "--help").stdout.decode()
        for option in ("-o", "-O", "--cpu", "--emit"):
            self.assertIn(option, text)

    def test_version(self):
        self.assertRegex(self.wasmc("--version").require().stdout.decode(), r"wasmc \d+\.\d+\.\d+")

    def test_both_forms_of_an_option(self):
        cwasm = self.cwasm(NOTHING)
        self.wasmc("run", f"--dir={self.work}::/x", "--env=A=1", cwasm).require()
        self.wasmc("run", "--dir", f"{self.work}::/x", "--env", "A=1", cwasm).require()
        self.wasmc("run", "--", cwasm).require()

    def test_good_options_with_every_level(self):
        wasm = self.wasm(NOTHING)
        for level in ("-O0", "-O1", "-O2", "-O3"):
            with self.subTest(level=level):
                self.assert_status(self.wasmc.run(self.wasmc.compile(wasm, self.work / "x.cwasm", level)), 0)

    def test_baseline_cpu(self):
        wasm = self.wasm(NOTHING)
        self.wasmc("compile", wasm, "--cpu=x86-64", "-o", self.work / "x.cwasm").require()
        self.wasmc.run(self.work / "x.cwasm").require()


if __name__ == "__main__":
    unittest.main()
