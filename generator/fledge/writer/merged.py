"""What Git makes of the files of a package when it merges two branches: lines that each side generated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from hashlib import sha256

from fledge.diagnostics.conflict_marks import lines_without_marks
from fledge.quick_dataclass import quick_dataclass
from fledge.writer.lock import Lock


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class MergeSide:
    """A package as a branch has it, before the merge: its lock, and the contents of files by their paths."""

    lock: Lock
    contents: Mapping[str, bytes]

    def generated(self, path: str) -> bytes | None:
        """The content of a file if Fledge wrote it as it is, else None."""
        content, digest = self.contents.get(path), self.lock.files.get(path)
        if content is None or digest is None or sha256(content).hexdigest() != digest:
            return None
        return content


def is_merge(content: bytes, path: str, sides: Sequence[MergeSide]) -> bool:
    """Whether each hunk of a file was generated on a side of a merge, conflicts included.

    Then nobody edited it, and nothing is lost if it is generated again. A side on which somebody edited the file proves
    nothing.
    """
    versions = [version for side in sides if (version := side.generated(path)) is not None]
    if content in versions:
        return True
    lines = lines_without_marks(content.decode("utf-8", "replace"))
    texts = [version.decode("utf-8", "replace").split("\n") for version in versions]
    return any(_is_made_of(lines, text, texts) for text in texts)


def _is_made_of(lines: Sequence[str], base: Sequence[str], versions: Sequence[Sequence[str]]) -> bool:
    """Whether each run of lines that `base` does not have is one of a version."""
    hunks = SequenceMatcher(None, base, lines, autojunk=False).get_opcodes()
    added = [lines[start:end] for tag, _, _, start, end in hunks if tag in ("insert", "replace")]
    return all(any(_is_subsequence(hunk, version) for version in versions) for hunk in added)


def _is_subsequence(part: Iterable[str], whole: Iterable[str]) -> bool:
    remaining = iter(whole)
    return all(line in remaining for line in part)
