"""The lock: what was written last, so that nothing else is ever replaced, removed or renamed."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeGuard

from generator.diagnostics import Document
from generator.fault import Fault
from generator.writer import paths

FORMAT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Hashes:
    """SHA-256 of a file as the template made it and, after Black, as it was written."""

    rendered: str
    written: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """The content of `fledge.lock`; all empty where nothing was generated yet.

    `digest` is that of the description. The next three tell whether anything can have changed, without a look into
    it: `made_with` stands for the settings and for Fledge itself, `sources` has the digests of the files that were
    read, by their paths from the lock, and `counts` what they came to. `sources` is empty where that cannot be told.
    """

    generator: str = ""
    black: str = ""
    digest: str = ""
    made_with: str = ""
    counts: Mapping[str, int] = field(default_factory=dict[str, int])
    sources: Mapping[str, str] = field(default_factory=dict[str, str])
    names: Mapping[str, str] = field(default_factory=dict[str, str])
    files: Mapping[str, Hashes] = field(default_factory=dict[str, Hashes])

    @staticmethod
    def read(folder: Path) -> Lock:
        """The lock of a package; a Fault where it is not one that this version can read."""
        path = folder / paths.LOCK
        try:
            content = path.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return Lock()
        return _parse(path, content)

    def text(self) -> str:
        """The lock as it is written: one fact per line, sorted, so that it merges and reviews well."""
        content = {
            "lock": FORMAT,
            "generator": self.generator,
            "black": self.black,
            "digest": self.digest,
            "made_with": self.made_with,
            "counts": dict(self.counts),
            "sources": dict(self.sources),
            "names": dict(self.names),
            "files": {path: {"rendered": one.rendered, "written": one.written} for path, one in self.files.items()},
        }
        return json.dumps(content, indent=2, sort_keys=True, ensure_ascii=False) + "\n"

    def says_as_much_as(self, other: Lock) -> bool:
        """Whether two locks differ in nothing but the versions of the tools."""
        return (self.digest, self.names, self.files) == (other.digest, other.names, other.files)


def _parse(path: Path, content: bytes) -> Lock:
    text = content.decode("utf-8", "replace")
    document = Document(name=str(path), path=path.as_posix(), text=text, syntax="json")
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        conflict = "<<<<<<<" in text
        raise Fault(
            "lock-broken",
            "the lock holds an unresolved merge conflict" if conflict else f"the lock is not JSON: {error}",
            document=document,
            offset=text.find("<<<<<<<") if conflict else getattr(error, "pos", 0),
            hint=(
                "take either side of it, and of other files of the package, and run `fledge generate`: "
                f"git checkout --ours {path.parent.as_posix()}"
                if conflict
                else "restore it from version control, or delete it and run `fledge generate`, "
                "which then asks for --force where it would replace something"
            ),
        ) from None
    if not isinstance(data, dict) or "lock" not in data:
        raise _unusable(document, "does not say which form it has")
    if data["lock"] != FORMAT:
        raise Fault(
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
    if not _mapping(names, lambda value: isinstance(value, str)):
        raise _unusable(document, "has no table of names")
    if not _mapping(files, _is_hashes):
        raise _unusable(document, "has no table of files")
    for name in files:
        # What the lock lists may be deleted: it must not lead out of the folder, whoever wrote it.
        if wrong := paths.fault(name):
            raise _unusable(document, f"lists {name!r}, which {wrong}", at=json.dumps(name, ensure_ascii=False))
    return Lock(
        generator=data["generator"],
        black=data["black"],
        digest=data["digest"],
        made_with=made_with if isinstance(made_with, str) else "",
        counts=counts if _mapping(counts, lambda value: isinstance(value, int)) else {},
        sources=sources if _mapping(sources, lambda value: isinstance(value, str)) else {},
        names=names,
        files={name: Hashes(rendered=one["rendered"], written=one["written"]) for name, one in files.items()},
    )


def _unusable(document: Document, why: str, *, at: str = "{") -> Fault:
    return Fault(
        "lock-broken",
        f"the lock {why}",
        document=document,
        offset=max(document.text.find(at), 0),
        hint="restore it from version control, or delete it and run `fledge generate`",
    )


def _mapping(value: object, fits: Callable[[object], bool]) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict) and all(fits(one) for one in value.values())


def _is_hashes(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(value.get(key), str) for key in ("rendered", "written"))
