"""The ratios of a benchmark as a bar chart, an SVG written by hand: a group of bars per program, a bar per column,
from the line at 1 to the right when slower and to the left when faster, on a logarithmic axis."""

import math
import xml.sax.saxutils

BAR, GROUP_GAP, LABEL_WIDTH, PLOT_WIDTH, MARGIN = 5, 8, 92, 640, 12
LEGEND_LINE, AXIS_HEIGHT = 18, 34
TICKS = (0.25, 0.35, 0.5, 0.7, 1, 1.4, 2, 2.8, 4, 5.7, 8, 11, 16, 23, 32)
# Colours that stay apart for the colour-blind (Okabe and Ito's), and stand out from white and from black.
COLOURS = ("#0072b2", "#56b4e9", "#d55e00", "#e69f00", "#009e73", "#cc79a7", "#8a8a8a", "#b3a100")
# The page's own colour shows through. A viewer that knows no media queries gets a grey for both.
STYLE = """text { font: 12px sans-serif; fill: #777 } .strong { font-weight: bold }
.grid { stroke: #777; stroke-opacity: .25 } .one { stroke: #777; stroke-width: 1.5 }
@media (prefers-color-scheme: light) { text { fill: #24292f } .one { stroke: #24292f } }
@media (prefers-color-scheme: dark) { text { fill: #d7dce2 } .one { stroke: #d7dce2 } }"""


class Axis:
    """Places of ratios: logarithmic, and wide enough for the line at 1 and for all of them."""

    def __init__(self, ratios):
        low = max((tick for tick in TICKS if tick <= min([0.7, *ratios])), default=TICKS[0])
        high = min((tick for tick in TICKS if tick >= max([1.4, *ratios])), default=TICKS[-1])
        self.ticks = [tick for tick in TICKS if low <= tick <= high]
        self.low, self.span = math.log(low), math.log(high / low)

    def x(self, ratio):
        """What lies beyond the ends is cut off there."""
        return LABEL_WIDTH + PLOT_WIDTH * min(1.0, max(0.0, (math.log(ratio) - self.low) / self.span))


def text(x, y, words, anchor="start", style=""):
    style = f' class="{style}"' if style else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{style}>{xml.sax.saxutils.escape(words)}</text>'


def line(x, top, bottom, style):
    return f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{top:.1f}" y2="{bottom:.1f}" class="{style}"/>'


def bar(axis, y, ratio, colour, meaning):
    left, right = sorted((axis.x(ratio), axis.x(1)))
    return (f'<rect x="{left:.1f}" y="{y:.1f}" width="{right - left:.1f}" height="{BAR - 1}" fill="{colour}">'
            f"<title>{xml.sax.saxutils.escape(meaning)}: {ratio:.2f}</title></rect>")


def legend(columns, means):
    return [f'<rect x="{LABEL_WIDTH}" y="{MARGIN + 22 + k * LEGEND_LINE}" width="10" height="10" fill="{COLOURS[k % len(COLOURS)]}"/>'
            + text(LABEL_WIDTH + 16, MARGIN + 31 + k * LEGEND_LINE, f"{column}: {mean:.2f}")
            for k, (column, mean) in enumerate(zip(columns, means))]


def svg(title, columns, rows):
    """The whole file. `rows` are (name, ratios), a ratio per column; the last one is the mean of the others."""
    axis = Axis([ratio for _, ratios in rows for ratio in ratios])
    group = BAR * len(columns) + GROUP_GAP
    top = MARGIN + 28 + LEGEND_LINE * len(columns) + AXIS_HEIGHT
    bottom = top + group * len(rows)
    width, height = LABEL_WIDTH + PLOT_WIDTH + 2 * MARGIN, bottom + MARGIN
    parts = [text(LABEL_WIDTH, MARGIN + 10, f"{title}; geometric means:", style="strong"), *legend(columns, rows[-1][1])]
    for tick in axis.ticks:
        parts += [text(axis.x(tick), top - 6, f"{tick:g}", "middle"), line(axis.x(tick), top, bottom, "grid")]
    for k, (name, ratios) in enumerate(rows):
        y = top + k * group + GROUP_GAP / 2
        parts.append(text(LABEL_WIDTH - 8, y + BAR * len(columns) / 2 + 4, name, "end", "strong" if k == len(rows) - 1 else ""))
        parts += [bar(axis, y + BAR * c, ratio, COLOURS[c % len(COLOURS)], f"{name}, {columns[c]}")
                  for c, ratio in enumerate(ratios)]
    parts += [line(axis.x(1), top, bottom, "one"), text(axis.x(1) - 14, top - 20, "faster", "end"),
              text(axis.x(1) + 14, top - 20, "slower")]
    body = "\n".join(parts)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img">\n'
            f"<title>{xml.sax.saxutils.escape(title)}</title>\n<style>{STYLE}</style>\n{body}\n</svg>\n")
