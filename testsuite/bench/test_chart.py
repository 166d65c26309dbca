#!/usr/bin/env python3
"""The benchmark's chart: a bar for every program and column, on the right side of the line at 1, of the right length."""

import unittest
import xml.etree.ElementTree

import chart

SVG = "{http://www.w3.org/2000/svg}"
COLUMNS = ["one & only", "other"]
ROWS = [("slow", [2.0, 4.0]), ("fast", [0.5, 1.0]), ("geomean", [1.0, 2.0])]


class Chart(unittest.TestCase):
    def setUp(self):
        self.root = xml.etree.ElementTree.fromstring(chart.svg("Title <1>", COLUMNS, ROWS))
        self.bars = {bar.find(f"{SVG}title").text: bar for bar in self.root.iter(f"{SVG}rect") if bar.find(f"{SVG}title") is not None}

    def edges(self, meaning):
        bar = self.bars[meaning]
        return float(bar.get("x")), float(bar.get("x")) + float(bar.get("width"))

    def test_every_ratio_has_a_bar(self):
        self.assertEqual(set(self.bars), {f"{name}, {column}: {ratio:.2f}" for name, ratios in ROWS
                                          for column, ratio in zip(COLUMNS, ratios)})

    def test_bars_start_at_one(self):
        one = self.edges("geomean, one & only: 1.00")[0]
        left, right = self.edges("slow, one & only: 2.00")
        self.assertAlmostEqual(left, one, delta=0.11)
        self.assertAlmostEqual(self.edges("fast, one & only: 0.50")[1], one, delta=0.11)
        # The axis is logarithmic: half the time is as far to the left as twice is to the right, four times twice as far.
        self.assertAlmostEqual(one - self.edges("fast, one & only: 0.50")[0], right - one, delta=0.3)
        self.assertAlmostEqual(self.edges("slow, other: 4.00")[1] - one, 2 * (right - one), delta=0.3)

    def test_bars_do_not_overlap(self):
        places = sorted(float(bar.get("y")) for bar in self.bars.values())
        self.assertTrue(all(below - above >= float(bar.get("height")) for above, below in zip(places, places[1:])
                            for bar in self.bars.values()), places)

    def test_names_and_means_are_written(self):
        words = "".join(self.root.itertext())
        for wanted in ("Title <1>", "slow", "fast", "one & only: 1.00", "other: 2.00"):
            self.assertIn(wanted, words)

    def test_what_lies_beyond_the_axis_ends_with_it(self):
        axis = chart.Axis([0.01, 100])
        self.assertEqual((axis.x(0.01), axis.x(100)), (chart.LABEL_WIDTH, chart.LABEL_WIDTH + chart.PLOT_WIDTH))


if __name__ == "__main__":
    unittest.main()
