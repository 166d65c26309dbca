"""Named CPUs, features on top of them, and several CPUs in one artefact."""

import unittest

from harness import CliTest, NOTHING, guest
from image import Image

# a * b + c tells by its rounding whether the CPU's fused instruction computed it.
FUSED = """(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
  (memory (export "memory") 1)
  (data (i32.const 8) "\\01\\00\\00\\02\\00\\00\\f0\\3f")
  (func (export "_start") (local $x v128)
    (local.set $x (v128.load64_splat (i32.const 8)))
    (call $exit (i32.add (i32.const 10) (i64.ne (i64.const 0) (i64x2.extract_lane 0
      (f64x2.relaxed_madd (local.get $x) (local.get $x)
        (f64x2.neg (f64x2.mul (local.get $x) (local.get $x))))))))))"""


class Levels(CliTest):
    def compile(self, text, *options, name="levels.cwasm"):
        source = self.work / "module.wat"
        source.write_text(text, encoding="utf-8")
        self.wasmc("compile", source, "--target=x86_64-linux-gnu", "-o", self.work / name, *options,
                   limit=guest.COMPILE_LIMIT).require()
        return self.work / name

    def on(self, cpu, artefact, *options):
        """Runs the artefact on a CPU of qemu's."""
        command = [guest.compiler("qemu-x86_64"), "-cpu", cpu]
        if artefact.suffix == ".cwasm":
            command += [self.wasmc.program, "run", *options]
        outcome = guest.execute([*command, artefact], limit=120)
        # qemu names what its CPUs lack.
        stderr = b"".join(line for line in outcome.stderr.splitlines(True) if not line.startswith(b"qemu-x86_64: warning"))
        return guest.Outcome(outcome.command, outcome.status, outcome.stdout, stderr)

    def images(self, path):
        """Where the images of a file start."""
        data, start, starts = path.read_bytes(), 0, []
        while True:
            starts.append(start)
            following = Image(data[start:]).get("next_image")
            if following == 0:
                return starts
            start += following

    def test_the_best_is_taken(self):
        for options, extra in ((["--emit=cwasm"], ".cwasm"), (["--emit=exe"], "")):
            for cpus in ("x86-64-v2,x86-64-v3", "x86-64-v3,x86-64-v2"):
                with self.subTest(options=options, cpus=cpus):
                    artefact = self.compile(FUSED, *options, f"--cpu={cpus}", name=f"levels{extra}")
                    self.assert_status(self.on("max", artefact), 11)
                    self.assert_status(self.on("Nehalem", artefact), 10)

    def test_one_level_says_what_is_missing(self):
        for options, name in ((["--emit=cwasm"], "one.cwasm"), (["--emit=exe"], "one")):
            with self.subTest(options=options):
                artefact = self.compile(FUSED, *options, "--cpu=x86-64-v3", name=name)
                self.assert_status(self.on("max", artefact), 11)
                self.assert_refused(self.on("Nehalem", artefact), "compiled for a CPU with ", ", which this one lacks")

    def test_none_fits(self):
        artefact = self.compile(NOTHING, "--cpu=x86-64-v4,x86-64-v3")
        self.assert_refused(self.on("Nehalem", artefact), "compiled for a CPU with ", ", which this one lacks")

    def test_each_image_is_checked(self):
        artefact = self.compile(FUSED, "--cpu=x86-64,x86-64-v2,x86-64-v3")
        starts = self.images(artefact)
        self.assertEqual(len(starts), 3)
        good = artefact.read_bytes()
        for index, start in enumerate(starts):
            data = bytearray(good)
            size = Image(data[start:]).get("file_size")
            data[start + size - 1] ^= 0xFF
            artefact.write_bytes(data)
            # Only the one that is taken is read.
            for cpu, taken in (("max", 0), ("Nehalem", 1)):
                with self.subTest(damaged=index, cpu=cpu):
                    outcome = self.on(cpu, artefact, "--verify")
                    if index == taken:
                        self.assert_refused(outcome, "hash")
                    else:
                        self.assertIn(outcome.status, (10, 11), outcome)

    def test_bad_places_of_the_next_image(self):
        artefact = self.compile(NOTHING, "--cpu=x86-64,x86-64-v4")
        good = artefact.read_bytes()
        second = Image(good).get("next_image")
        for value in (1, second + 1, second + 65536, 2**63, 2**64 - 65536):
            with self.subTest(next_image=value):
                data = Image(good).set("next_image", value).rehash().data
                artefact.write_bytes(data)
                self.assert_refused(self.on("Nehalem", artefact), "levels.cwasm", "next image")
        artefact.write_bytes(Image(good).set("next_image", 0).rehash().data)
        self.assert_refused(self.on("Nehalem", artefact), "longer than recorded")
        for size, part in ((second - 1, "next image"), (second, "next image"), (second + 20, "cut short"),
                           (second + 300, "cut short"), (len(good) - 1, "cut short")):
            with self.subTest(size=size):
                artefact.write_bytes(good[:size])
                self.assert_refused(self.on("Nehalem", artefact), "levels.cwasm", part)

    def test_too_many_images(self):
        """The last of 16 is still found, one more is not looked for."""
        artefact = self.compile(NOTHING, "--cpu=x86-64,x86-64-v4")
        good = artefact.read_bytes()
        second = Image(good).get("next_image")
        artefact.write_bytes(good[:second] * 15 + good[second:])
        self.assert_status(self.on("Nehalem", artefact), 0)
        artefact.write_bytes(good[:second] * 16 + good[second:])
        self.assert_refused(self.on("Nehalem", artefact), "too many images")

    def test_features(self):
        with_fma = self.compile(FUSED, "--cpu=x86-64-v2", "--cpu-features=+fma", name="a.cwasm")
        self.assert_status(self.on("max", with_fma), 11)
        self.assert_refused(self.on("Nehalem", with_fma), "compiled for a CPU with ")
        without = self.compile(FUSED, "--cpu=x86-64-v3", "--cpu-features=-fma", name="b.cwasm")
        self.assert_status(self.on("max", without), 10)

    def test_unknown_names(self):
        wasm = self.wasm(NOTHING)
        for option, *parts in (
            ("--cpu=x86-64-v5", "unknown CPU x86-64-v5", "did you mean x86-64-v"),
            ("--cpu=x86-64,haswel", "unknown CPU haswel", "did you mean haswell?"),
            ("--cpu=x86-64,", "no name of a CPU"),
            ("--cpu=" + ",".join(["x86-64"] * 17), "more than 16 CPUs"),
            ("--cpu-features=+avx3", "unknown CPU feature avx3", "did you mean avx?"),
            ("--cpu-features=avx", "+a,-b"),
            ("--cpu-features=+", "+a,-b"),
            ("--cpu-features=+sse3,,", "+a,-b"),
            ("--target=x86_64-windows-gnu", "unknown target", "did you mean x86_64-linux-gnu?"),
        ):
            with self.subTest(option=option):
                target = [] if option.startswith("--target") else ["--target=x86_64-linux-gnu"]
                outcome = self.wasmc("compile", option, *target, wasm, "-o", self.work / "none.cwasm")
                self.assert_refused(outcome, *parts)
                self.assertFalse((self.work / "none.cwasm").exists())

    def test_several_where_only_one_fits(self):
        for emit in ("obj", "llvm-ir", "asm"):
            outcome = self.wasmc("compile", self.wasm(NOTHING), f"--emit={emit}", "--target=x86_64-linux-gnu",
                                 "--cpu=x86-64,x86-64-v2", "-o", self.work / "none")
            self.assert_refused(outcome, "several CPUs")
            self.assertFalse((self.work / "none").exists())


if __name__ == "__main__":
    unittest.main()
