"""--instrument, the profile that a run leaves, and --profile-use: what is counted, what comes of it, what is refused."""

import re
import unittest

from harness import CliTest, NOTHING, guest
import profiles

# Operators that are counted, some of them never reached, and one of each way to end. `_start` calls pick with 0 to 9.
COUNTED = """(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (memory (export "memory") 1)
  (func $pick (param i32) (result i32)
    (block (block (block (br_table 0 1 0 2 (local.get 0)))
        (return (i32.const 10)))
      (return (i32.const 11)))
    (i32.const 12))
  (func $never (param i32)
    (if (local.get 0) (then (call $exit (i32.const 1)))))
  (func (export "_start") (local i32 i32)
    (block (br 0) (br_if 0 (local.get 0)) (if (local.get 0) (then)))
    (loop
      (local.set 1 (i32.add (local.get 1) (call $pick (local.get 0))))
      (if (i32.eqz (i32.rem_u (local.get 0) (i32.const 5)))
        (then (local.set 1 (i32.add (local.get 1) (i32.const 1)))))
      (local.set 0 (i32.add (local.get 0) (i32.const 1)))
      (br_if 0 (i32.lt_u (local.get 0) (i32.const 10))))
    ;; 10 + 11 + 10 + 7 * 12 + 2 = 117
    END))"""
# pick: entry, three labels, default. never: entry, if. _start: entry, unreachable br_if and if, if, br_if.
COUNTS = [10, 1, 1, 1, 7] + [0, 0, 0] + [1, 0, 0, 0, 0, 2, 8, 9, 1]
SUM = 117


class ProfileTest(CliTest):
    def module(self, end="(call $exit (local.get 1))", name="module.wasm"):
        return self.wasm(COUNTED.replace("END", end), name)

    def instrument(self, wasm, *options):
        output = self.work / "counting.cwasm"
        self.wasmc("compile", wasm, "--instrument", *options, "-o", output, limit=guest.COMPILE_LIMIT).require()
        return output

    def profile(self, wasm, *options, status=SUM, name="p"):
        """The profile of one run."""
        path = self.work / name
        self.assert_status(self.wasmc("run", "--profile", path, self.instrument(wasm, *options)), status)
        return path

    def use(self, wasm, profile, *options, output="fast"):
        return self.wasmc("compile", wasm, f"--profile-use={profile}", "-o", self.work / output, *options,
                          limit=guest.COMPILE_LIMIT)


class Counting(ProfileTest):
    def test_counts(self):
        """The same whatever the code is compiled for."""
        wasm = self.module()
        for options in (["-O0"], ["-O1"], ["-O2"], ["-O3"], ["-O2", "--bounds-checks"], ["-O2", "--cpu=x86-64"],
                        ["-O2", "--cpu=x86-64,native"], ["-O2", f"--cache={self.work}"]):
            with self.subTest(options=options):
                self.work.chmod(0o700)
                self.assertEqual(profiles.Profile.read(self.profile(wasm, *options)).counters, COUNTS)

    def test_references(self):
        wasm = self.work / "module.wat"
        wasm.write_text("""(module
          (func $f) (elem declare func $f)
          (func $null (param funcref) (block (drop (br_on_null 0 (local.get 0)))))
          (func $some (param funcref)
            (drop (block (result (ref func)) (br_on_non_null 0 (local.get 0)) (return))))
          (func (export "_start")
            (call $null (ref.null func)) (call $null (ref.func $f)) (call $null (ref.func $f))
            (call $some (ref.null func)) (call $some (ref.func $f)) (call $some (ref.func $f))
            (call $some (ref.func $f))))""", encoding="utf-8")
        counted = profiles.Profile.read(self.profile(wasm, status=0)).counters
        self.assertEqual(counted, [0] + [3, 1, 2] + [4, 3, 1] + [1])
        self.use(wasm, self.work / "p").require()
        self.assert_status(self.wasmc.run(self.work / "fast"), 0)

    def test_every_end_leaves_a_profile(self):
        for end, status in (("", 0), ("(call $exit (i32.const 3))", 3), ("(unreachable)", 134),
                            ("(i32.store (i32.const -4) (i32.const 0))", 134)):
            with self.subTest(end=end):
                self.assertEqual(profiles.Profile.read(self.profile(self.module(end), status=status)).counters, COUNTS)

    def test_runaway_recursion_leaves_a_profile(self):
        wasm = self.wasm('(module (func $f (export "_start") (call $f) (call $f)))')
        self.assertGreater(profiles.Profile.read(self.profile(wasm, status=134)).counters[0], 1000)

    def test_invoked_functions_count(self):
        wasm = self.wasm('(module (func (export "f") (param i32) (if (local.get 0) (then nop))))')
        self.wasmc("run", "--profile", self.work / "p", "--invoke", "f", self.instrument(wasm), "7").require()
        self.assertEqual(profiles.Profile.read(self.work / "p").counters, [1, 1, 0])

    def test_default_name(self):
        cwasm = self.instrument(self.module())
        elsewhere = self.work / "elsewhere"
        elsewhere.mkdir()
        (elsewhere / "wasmc.profile").write_bytes(b"longer than a profile" * 1000)
        self.assert_status(self.wasmc("run", cwasm, cwd=elsewhere), SUM)
        self.assert_only(elsewhere, ["wasmc.profile"])
        self.assertEqual(profiles.Profile.read(elsewhere / "wasmc.profile").counters, COUNTS)

    def test_wasm_is_compiled_to_count(self):
        wasm = self.module()
        environment = {"HOME": str(self.work)}
        self.assert_status(self.wasmc("run", "--profile", self.work / "p", wasm, env=environment), SUM)
        self.assertEqual(profiles.Profile.read(self.work / "p").counters, COUNTS)
        self.assert_status(self.wasmc("run", wasm, env=environment, cwd=self.work), SUM)
        self.assertFalse((self.work / "wasmc.profile").exists())

    def test_executables_count(self):
        output = self.work / "program"
        self.wasmc("compile", self.module(), "--instrument", "--emit=exe", "-o", output,
                   limit=guest.COMPILE_LIMIT).require()
        self.assert_status(guest.execute([output, "--wasmc-profile", self.work / "p"]), SUM)
        self.assertEqual(profiles.Profile.read(self.work / "p").counters, COUNTS)

    def test_only_instrumented_modules_have_a_profile(self):
        cwasm = self.cwasm(NOTHING)
        self.assert_refused(self.wasmc("run", f"--profile={self.work / 'p'}", cwasm), cwasm.name, "--instrument")
        self.assert_status(self.wasmc("run", cwasm, cwd=self.work), 0)
        self.assertFalse((self.work / "p").exists() or (self.work / "wasmc.profile").exists())

    def test_unwritable(self):
        cwasm = self.instrument(self.module(""))
        for path, cause in ((self.work / "absent" / "p", "No such file"), (self.work, "Is a directory"),
                            ("/dev/full", "No space left")):
            with self.subTest(path=path):
                self.assert_refused(self.wasmc("run", "--profile", path, cwasm), "profile", str(path), cause)

    def test_link_is_not_followed(self):
        """A guest with a grant may have planted it, to have a file overwritten that it was not granted."""
        cwasm, secret = self.instrument(self.module("")), self.work / "secret"
        secret.write_text("untouched")
        (self.work / "wasmc.profile").symlink_to(secret)
        (self.work / "link").symlink_to(self.work)
        self.assert_refused(self.wasmc("run", cwasm, cwd=self.work), "profile", "wasmc.profile", "symbolic links")
        self.assertEqual(secret.read_text(), "untouched")
        # A directory on the way may be one: it is opened before the guest runs.
        self.assert_status(self.wasmc("run", "--profile", self.work / "link" / "q", cwasm), 0)
        self.assertNotEqual(profiles.Profile.read(self.work / "q").counters, [])

    def test_no_name(self):
        self.assert_refused(self.wasmc("run", "--profile=", "x.cwasm"), "--profile", status=2)


class Using(ProfileTest):
    def test_same_results(self):
        wasm = self.module()
        profile = self.profile(wasm)
        for level in ("-O0", "-O1", "-O2", "-O3"):
            for more in ([], ["--bounds-checks"]):
                with self.subTest(level=level, more=more):
                    self.use(wasm, profile, level, *more).require()
                    self.assert_status(self.wasmc.run(self.work / "fast"), SUM)

    def test_every_target(self):
        wasm = self.module()
        profile = self.profile(wasm)
        for target in ("x86_64", "aarch64", "riscv64"):
            for emit in ("cwasm", "obj"):
                with self.subTest(target=target, emit=emit):
                    self.use(wasm, profile, f"--target={target}-linux-gnu", f"--emit={emit}", "-O3").require()

    def ir(self, wasm, profile):
        self.use(wasm, profile, "-O0", "--emit=llvm-ir", output="ir").require()
        return (self.work / "ir").read_text()

    def weights(self, text, line):
        """The weights of the first branch that matches."""
        number = re.search(line + r".*?!prof !(\d+)", text, re.S)[1]
        return [int(word) % 2**32 for word in re.findall(r"i32 (-?\d+)", re.search(rf"^!{number} = (.*)$", text, re.M)[1])]

    def test_counts_reach_llvm(self):
        wasm = self.module()
        profile = self.profile(wasm)
        text = self.ir(wasm, profile)
        # Labels 0 and 2 of the table are cases 0 and 2, and 3 is the default's.
        self.assertEqual(self.weights(text, r"switch i32 [^\[]*\[[^\]]*\]"), [7, 1, 1, 1])
        start = text[text.index("define hidden void @wf_3"):]
        self.assertEqual(self.weights(start, r"br i1 %\d+, label %then"), [2, 8])
        self.assertEqual(self.weights(start, r"br i1 %\d+, label %loop"), [9, 1])
        self.assertRegex(text, r'define hidden void @wf_2\(.*\) #(\d+) .*!prof')
        entry = {int(n) for n in re.findall(r'"function_entry_count", i64 (\d+)', text)}
        self.assertEqual(entry, {10, 0, 1})
        self.assertIn("ProfileSummary", text)
        # What was never called is cold, and stands behind the rest.
        attributes = re.search(r"define hidden void @wf_2\(.*?\) #(\d+)", text)[1]
        self.assertRegex(text, rf"attributes #{attributes} = {{ cold ")
        self.assertGreater(text.index("@wf_2("), text.index("define hidden void @wf_3("))

    def test_profiles_are_added_up(self):
        wasm = self.module()
        once = profiles.Profile.read(self.profile(wasm))
        most = profiles.Profile(once.module_hash, [2**64 - 1] * len(once.counters)).write(self.work / "most")
        for both in (f"{self.work / 'p'},{self.work / 'p'}", f"{self.work / 'p'} --profile-use={self.work / 'p'}"):
            first, *rest = both.split()
            self.use(wasm, first, *rest, "-O0", "--emit=llvm-ir", output="ir").require()
            text = (self.work / "ir").read_text()
            self.assertEqual(self.weights(text, r"switch i32 [^\[]*\[[^\]]*\]"), [14, 2, 2, 2])
        # Sums end at the largest number: all are equal then, and none is small.
        self.use(wasm, f"{most},{most},{self.work / 'p'}", "-O2").require()
        self.assert_status(self.wasmc.run(self.work / "fast"), SUM)
        self.use(wasm, f"{most},{most}", "-O0", "--emit=llvm-ir", output="ir").require()
        weights = self.weights((self.work / "ir").read_text(), r"switch i32 [^\[]*\[[^\]]*\]")
        self.assertEqual(set(weights), {weights[0]})
        self.assertGreater(weights[0], 2**30)

    def test_nothing_counted_is_nothing_known(self):
        wasm = self.module()
        known = profiles.Profile.read(self.profile(wasm))
        profiles.Profile(known.module_hash, [0] * len(known.counters)).write(self.work / "zeros")
        self.assertNotIn("function_entry_count", self.ir(wasm, self.work / "zeros"))

    def test_same_bytes(self):
        wasm = self.module()
        profile = self.profile(wasm)
        outputs = []
        for threads in ("-j1", "-j3"):
            self.use(wasm, profile, threads, "-O3").require()
            outputs.append((self.work / "fast").read_bytes())
            self.instrument(wasm, threads)
            outputs.append((self.work / "counting.cwasm").read_bytes())
        self.assertEqual(outputs[0], outputs[2])
        self.assertEqual(outputs[1], outputs[3])

    def test_cached_parts_know_their_profile(self):
        wasm = self.module()
        profile = self.profile(wasm)
        self.use(wasm, profile).require()
        expected = (self.work / "fast").read_bytes()
        cache = self.work / "cache"
        cache.mkdir(mode=0o700)
        self.wasmc("compile", wasm, "--cache", cache, "-o", self.work / "plain").require()
        for _ in range(2):
            self.use(wasm, profile, f"--cache={cache}").require()
            self.assertEqual((self.work / "fast").read_bytes(), expected)


class Refusals(ProfileTest):
    def setUp(self):
        super().setUp()
        self.source = self.module()
        self.good = self.profile(self.source).read_bytes()

    def refused(self, data, *parts):
        (self.work / "bad").write_bytes(data)
        self.assert_refused(self.use(self.source, self.work / "bad"), f"{self.work / 'bad'}", *parts)
        self.assertFalse((self.work / "fast").exists())

    def test_another_module(self):
        other = self.module("(call $exit (i32.const 3))", "other.wasm")
        outcome = self.use(other, self.work / "p")
        self.assert_refused(outcome, str(self.work / "p"), "another module", self.good[16:24].hex())

    def test_another_version(self):
        data = bytearray(self.good)
        data[8] += 1
        self.refused(profiles.rehash(data), "version 2", "version 1")

    def test_cut_short(self):
        for length in (*range(8, 72), len(self.good) - 8, len(self.good) - 1):
            with self.subTest(length=length):
                self.refused(self.good[:length], "cut short")

    def test_no_profile(self):
        for data in (b"", b"\x93wasm", b"not a profile" * 20, self.source.read_bytes()):
            with self.subTest(data=data[:16]):
                self.refused(data, "not a profile")

    def test_any_changed_byte(self):
        for place in range(len(self.good)):
            with self.subTest(place=place):
                data = bytearray(self.good)
                data[place] ^= 1 << place % 8
                self.refused(data)

    def test_longer_than_it_says(self):
        self.refused(self.good + b"\0", "damaged", "size")
        self.refused(self.good + bytes(8), "damaged", "size")

    def test_another_number_of_counters(self):
        known = profiles.Profile.read(self.work / "p")
        for counters in (known.counters[:-1], [*known.counters, 0], []):
            with self.subTest(count=len(counters)):
                self.refused(profiles.Profile(known.module_hash, counters).bytes(),
                             f"{len(COUNTS)} counters", f"has {len(counters)}")

    def test_impossible_number_of_counters(self):
        for count in (2**61, 2**64 - 1, 2**64 // 8, len(COUNTS) + 1):
            with self.subTest(count=count):
                data = bytearray(self.good)
                data[profiles.FIELDS["counter_count"]] = count.to_bytes(8, "little")
                self.refused(profiles.rehash(data), "cut short", str(count))

    def test_one_bad_of_two(self):
        (self.work / "bad").write_bytes(self.good[:-1])
        self.assert_refused(self.use(self.source, f"{self.work / 'p'},{self.work / 'bad'}"), "bad: cut short")

    def test_missing_file(self):
        self.assert_refused(self.use(self.source, self.work / "absent"), "absent", "No such file")

    def test_both_at_once(self):
        self.assert_refused(self.use(self.source, self.work / "p", "--instrument"), "--instrument", "--profile-use", status=2)


if __name__ == "__main__":
    unittest.main()
