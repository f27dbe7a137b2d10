"""`python -m tests.manifest`: what is generated of every document, file by file, to tell what a refactoring changed.

    python -m tests.manifest write FILE     write down what is generated, and said, of each document
    python -m tests.manifest compare A B    what differs between two such files; exit code 1 where anything does
    python -m tests.manifest check FILE     write to a temporary file, of the same documents, and compare

Documents are the cases, and those of the corpus; with `--peers`, those of other tools' tests instead. A package is made
by the command line alone, so that no renaming inside the generator matters: `--command "python -m generator"`.
Of a command `PYTHON -m MODULE`, Python and the modules are loaded once, and each document has a fork of that process.
Locks are listed apart and never count as a difference.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict, dataclass, field
from fnmatch import fnmatchcase
from hashlib import sha256
from pathlib import Path
from typing import Any

from tests.conftest import ROOT, SHARED
from tests.corpus.peers import peers
from tests.corpus.subjects import subjects

CASES = ROOT / "tests" / "cases"
CORPUS = SHARED / "corpus"
CONFIGURATION = "pyproject.toml"
CONFIGURED = '[tool.fledge.clients.case]\nsource = "openapi.yaml"\noutput = "."\nenv_prefix = "CLIENT"\n'
"""The configuration of a case that has none of its own."""

FAST = 2_000_000
"""With `--fast`, documents of the corpus are smaller than so many bytes."""

TIMEOUT = 900
"""Seconds for one document, which a large one may need while others use the machine as well."""

LINES = 56
"""A comparison has at most so many lines, and three that add up."""

EXAMPLES = 3
WIDTH = 160

SERVER = """
import importlib.util, json, os, runpy, signal, sys, traceback

module, seconds, start = sys.argv[1], int(sys.argv[2]), os.getcwd()
answers = os.fdopen(os.dup(1), "w")
questions = os.fdopen(os.dup(0), "r")
nothing = os.open(os.devnull, os.O_RDWR)
for number in (0, 1):
    os.dup2(nothing, number)

def run(folder, arguments):
    os.chdir(folder)
    sys.argv[:] = [module, *arguments]
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
        code = 0
    except SystemExit as error:
        code = 0 if error.code is None else error.code if isinstance(error.code, int) else 1
    except BaseException:
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    return code

spec = importlib.util.find_spec(module)
code = run(start, ["generate", "warm.yaml", "--output", ".", "--format", "json"])
print(json.dumps([spec.origin if spec else None, code]), file=answers, flush=True)
for line in questions:
    folder, arguments, out, err = json.loads(line)
    child = os.fork()
    if child == 0:
        code = 70
        signal.alarm(seconds)
        try:
            for path, number in ((out, 1), (err, 2)):
                os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
            code = run(folder, arguments)
        finally:
            os._exit(code)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    print(json.dumps(code), file=answers, flush=True)
"""
"""Run by the Python of the command: loads its module by a first run, then answers each line in a fork of itself."""

WARM = """\
openapi: 3.1.0
info: {title: Warm, version: "1"}
paths:
  /pets:
    get: {responses: {"200": {description: Pets, content: {application/json: {schema: {type: string}}}}}}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a package is made of: the folder of a case, or a source in the corpus."""

    name: str
    size: int
    case: Path | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """The command that generates, and the folders that its Python finds modules in first."""

    command: tuple[str, ...]
    paths: tuple[str, ...]

    @property
    def environment(self) -> dict[str, str]:
        """The environment of this process, without its folders of modules."""
        rest = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
        return {**rest, "PYTHONUTF8": "1", **({"PYTHONPATH": os.pathsep.join(self.paths)} if self.paths else {})}

    @property
    def module(self) -> str | None:
        """The module of a command `PYTHON -m MODULE`."""
        return self.command[2] if len(self.command) == 3 and self.command[1] == "-m" else None


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One generated file: the hash of its bytes, and of its syntax tree if it is Python."""

    content: str
    tree: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What came of one document. `said` holds a line for each diagnostic, in the order in which they were told."""

    code: int
    said: tuple[str, ...]
    files: Mapping[str, File]
    locks: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What came of all; `chosen` is the set of documents that it is of, `python` whose syntax trees were hashed."""

    python: str
    chosen: str
    made: Mapping[str, Made]


# --- which documents


def documents(chosen: str, only: Sequence[str]) -> list[Document]:
    """The documents of the set `all`, `fast` or `peers` whose names hold one of `only`, the largest first."""
    if not CORPUS.is_dir():
        print(f"there is no {CORPUS}: cases only", file=sys.stderr)
    found: list[Document] = []
    if chosen == "peers":
        found += _peers() if CORPUS.is_dir() else []
    else:
        found += _cases()
        found += [one for one in _corpus() if chosen == "all" or one.size < FAST] if CORPUS.is_dir() else []
    twice = [name for name, number in Counter(one.name for one in found).items() if number > 1]
    assert not twice, f"two documents are called {twice[0]}"
    matching = [one for one in found if not only or any(part in one.name for part in only)]
    return sorted(matching, key=lambda one: (-one.size, one.name))


def _cases() -> Iterator[Document]:
    for path in CASES.glob("*/openapi.yaml"):
        yield Document(name=f"case/{path.parent.name}", size=path.stat().st_size, case=path.parent)


def _corpus() -> Iterator[Document]:
    for one in subjects(CORPUS):
        yield Document(name=f"{one.group}/{one.name}", size=one.size, source=_in_corpus(one.source))


def _peers() -> Iterator[Document]:
    for one in peers(CORPUS):
        yield Document(name=f"peer/{one.name}", size=one.source.stat().st_size, source=_in_corpus(one.source))


def _in_corpus(path: Path) -> str:
    return f"corpus/{path.relative_to(CORPUS).as_posix()}"


# --- generating


class Server:
    """A process that has loaded the generator once; each run is a fork of it."""

    def __init__(self, tool: Tool, folder: Path) -> None:
        assert tool.module is not None
        (folder / "warm.yaml").write_text(WARM, encoding="utf-8")
        self._process = subprocess.Popen(
            [tool.command[0], "-c", SERVER, tool.module, str(TIMEOUT)],
            cwd=folder,
            env=tool.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        answer = self._answer()
        self.origin: str | None = answer[0]
        if answer[1]:
            raise RuntimeError(f"`{shlex.join(tool.command)}` cannot generate: exit code {answer[1]} ({self.origin})")

    def run(self, folder: Path, arguments: Sequence[str], out: Path, err: Path) -> int:
        """The exit code of one run in a folder; what it printed is in the two files."""
        assert self._process.stdin is not None
        print(json.dumps([str(folder), arguments, str(out), str(err)]), file=self._process.stdin, flush=True)
        code = self._answer()
        assert isinstance(code, int)
        return code

    def _answer(self) -> Any:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"the process that generates ended with exit code {self._process.wait()}")
        return json.loads(line)


class Maker:
    """Makes packages in a folder of its own, one after the other."""

    def __init__(self, tool: Tool, trees: Mapping[str, str | None], folder: Path) -> None:
        self._tool = tool
        self._trees = dict(trees)
        self._folder = folder
        self.server = Server(tool, folder) if tool.module else None

    def make(self, document: Document) -> Made:
        """Generate one document, read what was written and said, and remove it."""
        folder = self._folder / "run"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        arguments = ["generate", "--format", "json"]
        if document.case:
            ignored = shutil.ignore_patterns("expected", "diagnostics.txt")
            shutil.copytree(document.case, folder, ignore=ignored, dirs_exist_ok=True)
            if not (folder / CONFIGURATION).exists():
                (folder / CONFIGURATION).write_text(CONFIGURED, encoding="utf-8")
        else:
            (folder / "corpus").symlink_to(CORPUS)  # so that no message holds a path of this machine
            arguments += [document.source, "--output", ".", "--package", "client"]
        given = set(_files(folder))
        out, err = self._folder / "out", self._folder / "err"
        code = self._run(folder, arguments, out, err)
        written = [path for path in _files(folder) if path not in given]
        made = Made(
            code=code,
            said=tuple(self._said(out, err)),
            files={path: self._file(folder / path) for path in written if not path.endswith(".lock")},
            locks={path: _hash((folder / path).read_bytes()) for path in written if path.endswith(".lock")},
        )
        shutil.rmtree(folder)
        return made

    def _run(self, folder: Path, arguments: Sequence[str], out: Path, err: Path) -> int:
        if self.server:
            return self.server.run(folder, arguments, out, err)
        with out.open("wb") as stdout, err.open("wb") as stderr:
            process = subprocess.Popen(
                [*self._tool.command, *arguments],
                cwd=folder,
                env=self._tool.environment,
                stdin=subprocess.DEVNULL,
                stdout=stdout,
                stderr=stderr,
            )
            try:
                return process.wait(TIMEOUT)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                return -signal.SIGALRM  # as if by the server

    def _said(self, out: Path, err: Path) -> Iterator[str]:
        """A line for each diagnostic, and each line that was printed beside."""
        text, beside = (self._without_paths(path.read_text(encoding="utf-8", errors="replace")) for path in (out, err))
        try:
            told = json.loads(text)
            records = [*told["diagnostics"], *(one for client in told["clients"] for one in client["diagnostics"])]
            yield from map(_line, records)
        except (ValueError, LookupError, TypeError) as error:
            yield f"no JSON as it is known: {error!r}"
            yield from text.splitlines()[:EXAMPLES]
        yield from (f"stderr {line}" for line in beside.splitlines())

    def _without_paths(self, text: str) -> str:
        folder = self._folder / "run"
        known = {str(CORPUS.resolve()): "corpus", str(CORPUS): "corpus", str(folder.resolve()): ".", str(folder): "."}
        for path, name in known.items():
            text = text.replace(path, name)
        return text

    def _file(self, path: Path) -> File:
        """Its hashes; the same bytes are parsed once, since most files of the runtime are in each package."""
        content = path.read_bytes()
        digest = _hash(content)
        if path.suffix != ".py":
            return File(content=digest, tree=None)
        if digest not in self._trees:
            try:
                self._trees[digest] = _hash(ast.dump(ast.parse(content)).encode("utf-8", "surrogatepass"))
            except (SyntaxError, ValueError) as error:
                self._trees[digest] = f"no Python: {error}"
        return File(content=digest, tree=self._trees[digest])


def _files(folder: Path) -> Iterator[str]:
    """The paths of all files below a folder, sorted; links to folders are not followed."""
    for root, inner, names in os.walk(folder):
        inner.sort()
        yield from (Path(root, name).relative_to(folder).as_posix() for name in sorted(names))


def _hash(content: bytes) -> str:
    return sha256(content).hexdigest()


def _line(record: Mapping[str, Any]) -> str:
    """A diagnostic of `--format json` in one line: severity, code, place, message, and what stands beside."""
    related = [f"{one['label']} {_place(one['location'])}" for one in record.get("related", ())]
    parts = [record["severity"], f"[{record['code']}]", _place(record["location"]), record["message"]]
    parts += [f"= {record['hint']}"] if record.get("hint") else []
    return " ".join([*parts, *(f"::: {one}" for one in related)])


def _place(location: Mapping[str, Any] | None) -> str:
    if location is None:
        return "-"
    return f"{location['file']}:{location['line']}:{location['column']}#{location.get('pointer') or ''}"


_makers: list[Maker] = []
"""The one of this process, in the processes of the pool."""


def _begin(tool: Tool, trees: Mapping[str, str | None], folder: Path) -> None:
    own = folder / str(os.getpid())
    own.mkdir()
    _makers.append(Maker(tool, trees, own))


def _origin() -> str | None:
    return _makers[0].server.origin if _makers[0].server else None


def _make(document: Document) -> tuple[Made, float]:
    started = time.monotonic()
    return _makers[0].make(document), time.monotonic() - started


def survey(chosen: str, only: Sequence[str], tool: Tool, *, jobs: int, trees: Mapping[str, str | None]) -> Manifest:
    """Generate all that is chosen, so many at once; `trees` are known hashes of trees by the hash of the bytes."""
    work = documents(chosen, only)
    if not work:
        raise SystemExit(f"no document is called {' or '.join(only)}")
    made: dict[str, Made] = {}
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="fledge-manifest-") as temporary:
        folder = Path(temporary).resolve()
        with ProcessPoolExecutor(jobs, initializer=_begin, initargs=(tool, trees, folder)) as pool:
            if origin := pool.submit(_origin).result():
                print(f"generating with {origin}", file=sys.stderr)
            futures = {pool.submit(_make, one): one for one in work}
            for number, future in enumerate(as_completed(futures), 1):
                name = futures[future].name
                made[name], seconds = future.result()
                if seconds > 5 or number % 50 == 0 or number == len(work):
                    passed = time.monotonic() - started
                    print(
                        f"[{number}/{len(work)}, {passed:.0f} s] {name}: {seconds:.1f} s", file=sys.stderr, flush=True
                    )
    return Manifest(python=_python(), chosen=chosen, made={name: made[name] for name in sorted(made)})


def _python() -> str:
    return ".".join(map(str, sys.version_info[:2]))


# --- the file


def save(manifest: Manifest, path: Path) -> None:
    """Write it as JSON, with sorted keys."""
    path.write_text(json.dumps(asdict(manifest), sort_keys=True, indent=0), encoding="utf-8")


def read(path: Path) -> Manifest:
    """The manifest of a file."""
    value = json.loads(path.read_text(encoding="utf-8"))
    made = {
        name: Made(
            code=one["code"],
            said=tuple(one["said"]),
            files={where: File(**each) for where, each in one["files"].items()},
            locks=one["locks"],
        )
        for name, one in value["made"].items()
    }
    return Manifest(python=value["python"], chosen=value["chosen"], made=made)


# --- comparing


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """How two packages of one document differ."""

    name: str
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    trees: tuple[str, ...] = ()
    """Files whose trees differ, and those that are no Python and differ."""
    layout: tuple[str, ...] = ()
    """Files whose bytes differ, and whose trees are the same."""
    said: tuple[str, ...] = ()
    missing: str = ""

    @property
    def kinds(self) -> tuple[str, ...]:
        """What is to be said of the document, the worst first."""
        kinds = {
            self.missing: bool(self.missing),
            "different trees": bool(self.added or self.removed or self.trees),
            "same trees, other bytes": bool(self.layout) and not (self.added or self.removed or self.trees),
            "diagnostics or exit code changed": bool(self.said),
        }
        return tuple(kind for kind, there in kinds.items() if there)

    def lines(self) -> Iterator[str]:
        """The document in one line, and one for each way in which it differs."""
        yield f"{self.name}: {'; '.join(self.kinds)}"
        groups = {"added": self.added, "removed": self.removed, "changed": self.trees, "bytes": self.layout}
        for kind, those in groups.items():
            if those:
                more = ", ..." if len(those) > EXAMPLES else ""
                yield f"    {kind} {len(those)}: {', '.join(those[:EXAMPLES])}{more}"
        if self.said:
            yield f"    said, {len(self.said)} lines: {self.said[0]}"
            yield from (f"      {line}" for line in self.said[1:2])


def difference(name: str, old: Made, new: Made, wanted: Callable[[str], bool]) -> Difference:
    """How one document's packages differ in those files that are wanted."""
    before = {path: file for path, file in old.files.items() if wanted(path)}
    after = {path: file for path, file in new.files.items() if wanted(path)}
    changed = [path for path in sorted(before.keys() & after.keys()) if before[path].content != after[path].content]
    same = {path for path in changed if before[path].tree is not None and before[path].tree == after[path].tree}
    said: list[str] = [] if old.code == new.code else [f"exit code {old.code}, now {new.code}"]
    lost, come = Counter(old.said) - Counter(new.said), Counter(new.said) - Counter(old.said)
    said += [f"- {line}" for line in lost.elements()] + [f"+ {line}" for line in come.elements()]
    if not said and old.said != new.said:
        said.append("the same, in another order")
    return Difference(
        name=name,
        added=tuple(sorted(after.keys() - before.keys())),
        removed=tuple(sorted(before.keys() - after.keys())),
        trees=tuple(path for path in changed if path not in same),
        layout=tuple(path for path in changed if path in same),
        said=tuple(said),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two manifests: what differs, in how many documents nothing does, and what never counts."""

    equal: int
    differences: tuple[Difference, ...]
    locks: int
    notes: tuple[str, ...] = field(default=())

    def lines(self) -> list[str]:
        """What there is to say, in few lines: the same change of many documents first, then the documents."""
        kinds = Counter(kind for one in self.differences for kind in one.kinds)
        counts = "".join(f", {number} {kind}" for kind, number in kinds.most_common())
        last = [f"{self.equal + len(self.differences)} documents: {self.equal} equal{counts}"]
        if self.locks:
            last.append(f"locks differ in {self.locks} documents (they do not count)")
        lines = [*self.notes, *self._often()]
        each = [list(one.lines()) for one in self.differences]
        while each and len(lines) + sum(map(len, each)) > LINES:  # the last documents lose their examples, then all
            if (longer := max((at for at, those in enumerate(each) if len(those) > 1), default=0)) > EXAMPLES:
                each[longer] = each[longer][:1]
            else:
                each.pop()
        lines += [line for those in each for line in those]
        if hidden := len(self.differences) - len(each):
            lines.append(f"... and {hidden} more documents")
        return [_cut(line) for line in (*lines, *last)]

    def _often(self) -> Iterator[str]:
        """The changes of files that several documents share, by their paths in the packages."""
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for one in self.differences:
            groups = {"added": one.added, "removed": one.removed, "changed": one.trees, "bytes only": one.layout}
            for kind, paths in groups.items():
                for path in paths:
                    found[kind, path.partition("/")[2]].add(one.name)
        often = sorted(((len(names), *key) for key, names in found.items() if len(names) > 2), reverse=True)
        yield from (f"in {number} documents, {kind}: {path}" for number, kind, path in often[:12])
        if len(often) > 12:
            yield f"... and {len(often) - 12} more files that several documents have"


def _cut(line: str) -> str:
    line = line.encode("utf-8", "replace").decode().replace("\n", " ")
    return line if len(line) <= WIDTH else f"{line[: WIDTH - 3]}..."


def compare(old: Manifest, new: Manifest, *, ignored: Sequence[str], only: Iterable[str] | None = None) -> Comparison:
    """What differs between two manifests, in the documents named `only`, without the files that are ignored."""

    def wanted(path: str) -> bool:
        return not any(fnmatchcase(path, glob) or fnmatchcase(path, f"*/{glob}") for glob in ignored)

    names = sorted(old.made.keys() | new.made.keys() if only is None else only)
    found: list[Difference] = []
    locks = 0
    for name in names:
        if name not in old.made or name not in new.made:
            found.append(Difference(name=name, missing="only in OLD" if name in old.made else "only in NEW"))
            continue
        one = difference(name, old.made[name], new.made[name], wanted)
        locks += old.made[name].locks != new.made[name].locks
        if one.kinds:
            found.append(one)
    notes = [] if old.python == new.python else [f"trees of Python {old.python} and {new.python} cannot be compared"]
    found.sort(key=lambda one: (not one.missing, not (one.added or one.removed or one.trees), not one.said, one.name))
    return Comparison(equal=len(names) - len(found), differences=tuple(found), locks=locks, notes=tuple(notes))


# --- the command line


def main() -> int:
    """Run what the command line asks for; 1 where something differs."""
    parser = argparse.ArgumentParser(prog="python -m tests.manifest", description=(__doc__ or "").partition("\n")[0])
    commands = parser.add_subparsers(required=True, metavar="COMMAND", dest="asked")
    write = commands.add_parser("write", help="write down what is generated")
    check = commands.add_parser("check", help="compare what is generated now with what was written down")
    both = commands.add_parser("compare", help="compare two files")
    for each in (write, check):
        each.add_argument("file", type=Path, metavar="FILE")
        each.add_argument("--command", default="python -m generator", help="default: %(default)s, with this Python")
        each.add_argument(
            "--path", action="append", default=[], metavar="DIR", help="where its Python finds modules first"
        )
        sets = each.add_mutually_exclusive_group()
        about = f"only cases, and documents below {FAST // 1_000_000} MB"
        sets.add_argument("--fast", action="store_const", const="fast", dest="chosen", help=about)
        sets.add_argument("--peers", action="store_const", const="peers", dest="chosen", help="those of other tools")
        each.add_argument("--only", action="append", default=[], metavar="NAME", help="a part of a document's name")
        each.add_argument("--jobs", type=int, default=2, help="processes at once")
    check.add_argument("--keep", type=Path, metavar="NEW", help="write what is found there, too")
    both.add_argument("old", type=Path, metavar="OLD")
    both.add_argument("new", type=Path, metavar="NEW")
    for each in (check, both):
        each.add_argument("--ignore", action="append", default=[], metavar="GLOB", help="leave out files: '_runtime/*'")
    given = parser.parse_args()
    if given.asked == "compare":
        return _tell(compare(read(given.old), read(given.new), ignored=given.ignore))
    tool = Tool(command=_command(given.command), paths=tuple(map(os.path.abspath, given.path)))
    if given.asked == "write":
        save(survey(given.chosen or "all", given.only, tool, jobs=given.jobs, trees={}), given.file)
        return 0
    old = read(given.file)
    same_python = old.python == _python()
    trees = {file.content: file.tree for one in old.made.values() for file in one.files.values() if file.tree}
    new = survey(given.chosen or old.chosen, given.only, tool, jobs=given.jobs, trees=trees if same_python else {})
    if given.keep:
        save(new, given.keep)
    fewer = bool(given.only) or given.chosen not in (None, old.chosen)
    return _tell(compare(old, new, ignored=given.ignore, only=new.made if fewer else None))


def _command(text: str) -> tuple[str, ...]:
    """The words of a command; `python` is this one, and a path is relative to this folder."""
    first, *rest = shlex.split(text)
    if first == "python":
        first = sys.executable
    return (os.path.abspath(first) if os.sep in first else first, *rest)


def _tell(comparison: Comparison) -> int:
    print("\n".join(comparison.lines()))
    return 1 if comparison.differences else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BrokenProcessPool:
        sys.exit("nothing was compared: what generates cannot be run, see above")
