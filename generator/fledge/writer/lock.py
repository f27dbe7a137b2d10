"""The lock: what was written last, so that nothing else is ever replaced, removed or renamed."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import field, replace
from functools import lru_cache
from pathlib import Path
from typing import TypeGuard, TypeVar

from fledge.diagnostics.conflict_marks import has_conflicts, lines_without_marks, sides_of_conflicts
from fledge.diagnostics.errors import DiagnosticError
from fledge.diagnostics.source import SourceText
from fledge.identifiers import python_name_error
from fledge.quick_dataclass import quick_dataclass
from fledge.writer import paths

V = TypeVar("V")

FORMAT = 1


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """The content of `fledge.lock`; all empty where nothing was generated yet.

    `digest` is that of the description. By the next three, Fledge decides without reading it whether anything can have
    changed: `inputs_digest` stands for the configuration and for Fledge itself, `sources` has the digests of the files
    that were read, by their paths from the lock, and `counts` the operations and models. `sources` is empty if a file
    has no such path. `files` has the SHA-256 of each file as it was written. `runtime` are the modules that the package
    needs of a runtime that it shares.
    """

    generator: str = ""
    black: str = ""
    digest: str = ""
    inputs_digest: str = ""
    counts: Mapping[str, int] = field(default_factory=dict[str, int])
    sources: Mapping[str, str] = field(default_factory=dict[str, str])
    names: Mapping[str, str] = field(default_factory=dict[str, str])
    files: Mapping[str, str] = field(default_factory=dict[str, str])
    runtime: tuple[str, ...] = ()

    @staticmethod
    def read(folder: Path) -> Lock:
        """Return the lock of a package, of both sides if it has conflicts of a merge.

        Raise DiagnosticError if this version cannot read it.
        """
        path = folder / paths.LOCK
        if path.exists() and not path.is_file():  # a pipe would be read forever
            raise DiagnosticError("path-conflict", f"{path} is not a file", hint="delete it and run `fledge generate`")
        try:
            content = path.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return Lock()
        return Lock.parse(path, content)

    @staticmethod
    def parse(path: Path, content: bytes) -> Lock:
        """Return the lock that a file holds; of a merge that is not resolved, that of both sides."""
        text = content.decode("utf-8-sig", "replace")
        if not has_conflicts(text):
            return _parse(path, text)
        try:
            ours, theirs = (_parse(path, side) for side in sides_of_conflicts(text))
        except DiagnosticError as error:
            if error.diagnostic.code == "lock-version":
                raise
            with suppress(DiagnosticError):
                return replace(_parse(path, _salvaged(text)), digest="", inputs_digest="")
            return _parse(path, text)  # which names the place of the conflict
        return ours.united(theirs)

    def text(self) -> str:
        """The lock as it is written: one fact per line, sorted, so that it merges and reviews well."""
        content = {
            "lock": FORMAT,
            "generator": self.generator,
            "black": self.black,
            "digest": self.digest,
            "made_with": self.inputs_digest,
            "counts": dict(self.counts),
            "sources": dict(self.sources),
            "names": dict(self.names),
            "files": dict(self.files),
            **({"runtime": list(self.runtime)} if self.runtime else {}),
        }
        entries = ",\n".join(f'  "{key}": {_json(value)}' for key, value in sorted(content.items()))
        return f"{{\n{entries}\n}}\n"

    def is_equivalent(self, other: Lock) -> bool:
        """Whether two locks differ in nothing but the versions of the tools."""
        ours, theirs = ((each.digest, each.names, each.files, each.runtime) for each in (self, other))
        return ours == theirs

    def united(self, other: Lock, base: Lock | None = None) -> Lock:
        """Return this lock with the names and files of both; where they disagree, what `base` does not have wins.

        It has no digests, since nothing was generated from what both describe: the next run writes the lock anew.
        """
        base = base or Lock()
        return replace(
            self,
            digest="",
            inputs_digest="",
            names=_united(self.names, other.names, base.names),
            files=_united(self.files, other.files, base.files),
            runtime=tuple(sorted({*self.runtime, *other.runtime})),
        )


def _json(value: object) -> str:
    """The JSON of a value in the lock, a table or list with one fact per line: as by `indent`, which is not in C."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",\n    ", ": "))
    is_long = isinstance(value, (dict, list)) and value
    return f"{text[0]}\n    {text[1:-1]}\n  {text[-1]}" if is_long else text


def _united(ours: Mapping[str, V], theirs: Mapping[str, V], base: Mapping[str, V]) -> dict[str, V]:
    changed = {key: value for key, value in theirs.items() if key not in ours or ours[key] == base.get(key)}
    return {**ours, **changed}


def _salvaged(text: str) -> str:
    """What can be read of a lock in which conflicts stand in conflicts: it has one fact per line, and the first counts."""
    values: dict[str, object] = {}
    tables: dict[str, dict[str, object]] = {}
    table = values
    for line in lines_without_marks(text):
        fact = _FACT.fullmatch(line.rstrip())
        if fact is None:
            continue
        with suppress(ValueError):
            key = json.loads(fact["key"])
            if len(fact["indent"]) > 2:
                table.setdefault(key, json.loads(fact["value"]))
            elif fact["value"].startswith("{"):
                table = tables.setdefault(key, {})
            else:
                values.setdefault(key, json.loads(fact["value"]))
    return json.dumps({**values, **tables})


_FACT = re.compile(r'(?P<indent> +)(?P<key>"(?:[^"\\]|\\.)*"): (?P<value>.+?),?')


@lru_cache(maxsize=1)  # a run reads the lock of its package up to four times
def _parse(path: Path, text: str) -> Lock:
    document = SourceText(name=str(path), path=path.as_posix(), text=text, syntax="json")
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        conflict = "<<<<<<<" in text
        raise DiagnosticError(
            "lock-invalid",
            (
                "the lock holds an unresolved merge conflict"
                if conflict
                else f"the lock is not JSON: {getattr(error, 'msg', error)}"
            ),
            document=document,
            offset=text.find("<<<<<<<") if conflict else getattr(error, "pos", 0),
            hint=(
                f"take the lock of a commit, and run `fledge generate`: git checkout HEAD -- {path.as_posix()}"
                if conflict
                else "restore it from version control, or delete it and run `fledge generate`, "
                "which then asks for --force where it would replace something"
            ),
        ) from None
    if not isinstance(data, dict) or "lock" not in data:
        raise _unusable(document, "does not say which form it has")
    if data["lock"] != FORMAT:
        raise DiagnosticError(
            "lock-version",
            f"the lock has form {data['lock']!r}, and this version of Fledge reads form {FORMAT}",
            document=document,
            offset=max(text.find('"lock"'), 0),
            hint=f"it was written by Fledge {data.get('generator')}: use that version or a later one",
        )
    names, files = data.get("names"), data.get("files")
    made_with, counts, sources = data.get("made_with"), data.get("counts"), data.get("sources")
    strings = [data.get("generator"), data.get("black"), data.get("digest")]
    if not all(isinstance(value, str) for value in strings):
        raise _unusable(document, "lacks the versions or the digest")
    if not _is_table(names, str):
        raise _unusable(document, "has no table of names")
    if _is_table(files, dict):  # a lock with two digests for each file, of which the second one counted
        files = {name: each.get("written") for name, each in files.items()}
    if not _is_table(files, str):
        raise _unusable(document, "has no table of files")
    runtime = data.get("runtime", [])
    if not isinstance(runtime, list) or not all(isinstance(each, str) and each.isidentifier() for each in runtime):
        raise _unusable(document, "has no list of modules of the runtime")
    for key, name in names.items():
        # The names are written into code: they are no more trusted than those of the configuration.
        if problem := python_name_error(name):
            message = f"has a name for {key!r} that Fledge does not write: {problem}"
            raise _unusable(document, message, at=json.dumps(name, ensure_ascii=False))
    for name in files:
        # What the lock lists may be deleted: it must not lead out of the folder, whoever wrote it.
        if wrong := paths.path_error(name) or ("is the lock itself" if name.lower() == paths.LOCK else None):
            raise _unusable(document, f"lists {name!r}, which {wrong}", at=json.dumps(name, ensure_ascii=False))
    return Lock(
        generator=data["generator"],
        black=data["black"],
        digest=data["digest"],
        inputs_digest=made_with if isinstance(made_with, str) else "",
        counts=counts if _is_table(counts, int) else {},
        sources=sources if _is_table(sources, str) else {},
        names=names,
        files=files,
        runtime=tuple(runtime),
    )


def _unusable(document: SourceText, why: str, *, at: str = "{") -> DiagnosticError:
    return DiagnosticError(
        "lock-invalid",
        f"the lock {why}",
        document=document,
        offset=max(document.text.find(at), 0),
        hint="restore it from version control, or delete it and run `fledge generate`",
    )


def _is_table(value: object, type: type[V]) -> TypeGuard[dict[str, V]]:
    return isinstance(value, dict) and all(isinstance(each, type) for each in value.values())
