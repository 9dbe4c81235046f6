"""Small faults put into the core, one at a time: does a test fail?

    cd tests && python -m benchmarks.mutants [MUTANTS] [SECONDS] [SEED] [ROOM]

The faults are drawn by fixed dice, as many from each file of `CORE` as it has a share in all; each is put into a copy of
the source, and the tests that stand beside its file there run until the first fails, then those of `WHOLE`. A run that never
ends has noticed, too. What nobody noticed is printed as a line of a patch. Ends with 1 where less than `WANTED` of them were noticed.
"""

import ast
import copy
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
WANTED = 0.93
PATIENCE = 90
"""Seconds that the tests of one fault may take."""

CORE: Mapping[str, Sequence[str]] = {
    "text/dates.py": ["naming_and_dates", "rules"],
    "text/naming.py": ["naming_and_dates"],
    "text/calendars.py": ["naming_and_dates"],
    "text/edits.py": ["fixing"],
    "text/legible.py": ["legible"],
    "text/wrapping.py": ["wrapping"],
    "history/walk.py": ["walking", "whole_walks", "trail"],
    "history/states.py": ["states", "proof"],
    "history/premises.py": ["states", "ties", "history_goes_on"],
    "history/proof.py": ["proof", "states"],
    "history/reach.py": ["states", "proof", "expectations", "rules"],
    "history/counting.py": ["states", "proof", "expectations"],
    "history/course.py": ["walking", "history_goes_on", "collections"],
    "history/graph.py": ["graph"],
    "evidence/quotation.py": ["quotations", "real_texts", "verification"],
    "evidence/folding.py": ["quotations", "real_texts"],
    "evidence/matching.py": ["quotations", "real_texts", "verification"],
    "evidence/nearest.py": ["nearest", "attack"],
    "evidence/verification.py": ["verification", "record_of_quotations"],
    "evidence/bibtex.py": ["bibliography", "imports"],
    "reading/marked.py": ["moved_lines", "reader", "decoder", "rules"],
    "reading/decoding/fields.py": ["moved_lines", "decoder", "reader", "rules"],
    "reading/decoding/gathering.py": ["moved_lines", "decoder", "outdented", "rules"],
    "reading/decoding/regrouping.py": ["moved_lines", "outdented", "decoder"],
    "reading/yaml/tree.py": ["moved_lines", "reader", "decoder", "unmarked"],
    "reading/yaml/blocks.py": ["moved_lines", "reader", "pasted_files", "cases"],
    "reading/yaml/glimpse.py": ["unmarked", "reader"],
    "checking/rules/expectations.py": ["expectations", "rules"],
    "checking/rules/time.py": ["rules", "every_mistake"],
    "checking/rules/cycles.py": ["rules", "every_mistake"],
    "checking/rules/reach.py": ["rules", "every_mistake"],
    "writing/artifacts.py": ["artifacts", "full_disk"],
}
"""The files of the core, each with the tests that speak of it, those that are done soonest first."""

WHOLE = ("cases", "every_mistake", "history_goes_on", "shipped_history", "fixing", "statistics", "outline")
"""Tests that run through the whole program, for what those of a file have let pass."""

_OTHER_COMPARISON: Mapping[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_OTHER_OPERATOR: Mapping[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip


@dataclass(frozen=True)
class Fault:
    """A fault in a file: its line, the code that stands there and the code that stands there instead."""

    file: str
    line: int
    sound: str
    faulty: str
    text: str
    """The whole file with the fault."""


def faults(file: str, text: str) -> list[Fault]:
    """Every fault that can be put into a file."""
    tree = ast.parse(text)
    found = []
    for node in _looked_at(tree):
        for other in _others(node):
            lines = text.encode("utf-8").split(b"\n")
            start, end = (node.lineno - 1, node.col_offset), (node.end_lineno or 0, node.end_col_offset or 0)
            before = b"\n".join([*lines[: start[0]], lines[start[0]][: start[1]]])
            after = b"\n".join([lines[end[0] - 1][end[1] :], *lines[end[0] :]])
            sound = text.encode("utf-8")[len(before) : len(text.encode("utf-8")) - len(after)].decode("utf-8")
            # In brackets, as what stood there may have been part of something that binds closer.
            said = ast.unparse(other)
            code = f"({said})" if isinstance(other, ast.expr) else said
            whole = before.decode("utf-8") + code + after.decode("utf-8")
            found.append(Fault(file, node.lineno, " ".join(sound.split()), " ".join(said.split()), whole))
    return found


def _looked_at(node: ast.AST) -> Iterator[ast.expr | ast.stmt]:
    """The statements and expressions that do something inside functions: no annotations, decorators and docstrings."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef):
            for each in child.body:
                yield from _with_parts(each)
        elif isinstance(child, ast.ClassDef):
            yield from _looked_at(child)


def _with_parts(node: ast.AST) -> Iterator[ast.expr | ast.stmt]:
    if isinstance(node, ast.Assert | ast.Raise | ast.JoinedStr | ast.Import | ast.ImportFrom):
        # What can only be a fault of the program, what is said of it, and the words of a sentence.
        return
    if isinstance(node, ast.expr | ast.stmt):
        yield node
    for name, value in ast.iter_fields(node):
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and name not in ("annotation", "returns", "decorator_list"):
                yield from _with_parts(child)


def _others(node: ast.expr | ast.stmt) -> Iterator[ast.expr | ast.stmt]:
    """What could stand in the place of a node by mistake."""
    other = copy.deepcopy(node)
    if isinstance(other, ast.Compare) and len(other.ops) == 1 and type(other.ops[0]) in _OTHER_COMPARISON:
        other.ops = [_OTHER_COMPARISON[type(other.ops[0])]()]
        yield other
    elif isinstance(other, ast.BoolOp):
        other.op = ast.Or() if isinstance(other.op, ast.And) else ast.And()
        yield other
    elif isinstance(other, ast.UnaryOp) and isinstance(other.op, ast.Not):
        yield other.operand
    elif isinstance(other, ast.BinOp) and type(other.op) in _OTHER_OPERATOR:
        other.op = _OTHER_OPERATOR[type(other.op)]()
        yield other
    elif isinstance(other, ast.Constant) and isinstance(other.value, bool):
        yield ast.Constant(not other.value)
    elif isinstance(other, ast.Constant) and isinstance(other.value, int):
        yield ast.Constant(other.value + 1)
    elif isinstance(other, ast.IfExp):
        yield ast.IfExp(ast.UnaryOp(ast.Not(), other.test), other.body, other.orelse)
    elif isinstance(other, ast.Continue):
        yield ast.Break()
    elif isinstance(other, ast.Return) and other.value and not isinstance(other.value, ast.Constant):
        yield ast.Return(ast.Constant(None))
    elif isinstance(other, ast.AugAssign) or (isinstance(other, ast.Expr) and isinstance(other.value, ast.Call)):
        yield ast.Pass()


def drawn(count: int, dice: random.Random) -> list[Fault]:
    """So many faults of the core, each as likely as any other."""
    root = TOP / "src" / "untaken"
    every = [fault for file in CORE for fault in faults(file, (root / file).read_text(encoding="utf-8"))]
    return dice.sample(every, min(count, len(every)))


@dataclass(frozen=True)
class Copy:
    """A copy of the source in which faults are tried."""

    folder: Path

    @staticmethod
    def made(folder: Path) -> "Copy":
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(TOP / "src", folder / "src", ignore=ignored)
        for name in ("tests", "scenarios", "pyproject.toml", "README.md", "CONTRIBUTING.md", "Makefile"):
            (folder / name).symlink_to(TOP / name)
        return Copy(folder)

    def notices(self, fault: Fault, patience: float) -> bool:
        """Whether a test fails with the fault in it: one in the docstrings of its file, or beside it, or of the whole."""
        path = self.folder / "src" / "untaken" / fault.file
        sound = path.read_bytes()
        path.write_text(fault.text, encoding="utf-8")
        try:
            own = [path, *(TOP / "tests" / f"test_{each}.py" for each in CORE[fault.file])]
            whole = [TOP / "tests" / f"test_{each}.py" for each in WHOLE if each not in CORE[fault.file]]
            return not (self.passes(own, patience) and self.passes(whole, patience))
        finally:
            path.write_bytes(sound)

    def passes(self, files: Sequence[Path], patience: float) -> bool:
        line = [sys.executable, "-m", "pytest", "-x", "-q", "--numprocesses=0", "-p", "no:cacheprovider"]
        line += ["--rootdir", str(TOP), "-c", str(TOP / "pyproject.toml"), *map(str, files)]
        env = os.environ | {"PYTHONPATH": str(self.folder / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
        child = subprocess.Popen(
            line, cwd=TOP, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        try:
            return child.wait(patience) == 0
        except subprocess.TimeoutExpired:
            return False
        finally:
            if child.poll() is None:
                child.kill()
                child.wait()


def main() -> None:
    """Try as many faults as there is time for, and say which nobody noticed."""
    count, seconds, seed = (int(word) for word in [*sys.argv[1:], *("100", "1200", "1917")[len(sys.argv) - 1 :]][:3])
    room = sys.argv[4] if sys.argv[4:] else ""
    late = time.monotonic() + seconds
    tried: list[Fault] = []
    unseen: list[Fault] = []
    with tempfile.TemporaryDirectory() as folder:
        source = Copy.made(Path(folder))
        for fault in [each for each in drawn(count, random.Random(seed)) if each.file.startswith(room)]:
            if time.monotonic() > late:
                break
            tried.append(fault)
            if not source.notices(fault, PATIENCE):
                unseen.append(fault)
                print(f"{fault.file}:{fault.line}: nobody noticed\n  - {fault.sound}\n  + {fault.faulty}", flush=True)
    share = 1 - len(unseen) / max(1, len(tried))
    print(f"{len(tried)} faults, {len(tried) - len(unseen)} noticed: {share:.1%}; at least {WANTED:.0%} are wanted")
    sys.exit(share < WANTED)


if __name__ == "__main__":
    main()
