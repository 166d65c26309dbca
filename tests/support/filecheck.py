"""filecheck.py COMPILER FILECHECK FILE WORK: checks what the compiler makes of a .wat file.

Each line `;; RUN PREFIX options` in the file compiles it with these options and hands the result
to FileCheck, which compares it with the file's `;; PREFIX...:` lines. `;; NEVER PREFIX pattern` adds
what must not stand anywhere between the lines that match. A file without a RUN line is an error,
and so is a prefix of the file that no RUN line names.
"""

import pathlib
import re
import sys

import guest

RUN = re.compile(r"^;; RUN (\w+) (.*)$", re.MULTILINE)
NEVER = re.compile(r"^;; NEVER (\w+) (.*)$", re.MULTILINE)
DIRECTIVE = re.compile(r"^ *;; ([A-Z][A-Z0-9_]*?)(?:-(?:LABEL|NEXT|SAME|NOT|DAG|COUNT-\d+|EMPTY))?:",
                       re.MULTILINE)


def main(compiler, filecheck, source, work):
    text = pathlib.Path(source).read_text(encoding="utf-8")
    runs = RUN.findall(text)
    if not runs:
        raise guest.Failure(f"{source}: no RUN line")
    never = NEVER.findall(text)
    named = set(DIRECTIVE.findall(text)) | {prefix for prefix, _ in never}
    unused = named - {prefix for prefix, _ in runs}
    if unused:
        raise guest.Failure(f"{source}: no RUN line names {', '.join(sorted(unused))}")
    work = pathlib.Path(work)
    work.mkdir(parents=True, exist_ok=True)
    stem = pathlib.Path(source).stem
    for prefix, options in runs:
        output = work / f"{stem}.{prefix}.txt"
        guest.execute([compiler, "compile", source, "-o", output, "-j1", *options.split()],
                      guest.COMPILE_LIMIT).require()
        guest.execute([filecheck, source, f"--input-file={output}", f"--check-prefix={prefix}",
                       *(f"--implicit-check-not={pattern}" for p, pattern in never if p == prefix),
                       "--dump-input=fail", "--dump-input-context=15"]).require()


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except guest.Failure as failure:
        sys.exit(str(failure))
