"""What Fledge says of a folder with several whole descriptions: which files it reads as one API, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.plural import pluralize
from fledge.openapi.json_values import JSON, as_array, as_object, as_string
from fledge.quick_dataclass import quick_dataclass

_SHOWN = 12
"""How many files are listed."""


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class WholeDescription:
    """A file of a folder that is a description by itself."""

    path: str
    digest: str
    root: dict[str, JSON]


def report_several(descriptions: Sequence[WholeDescription], report: DiagnosticCollector) -> None:
    """Report the files of folders that become one client although they describe the same paths.

    An API that is split into several files has each path once: nothing has to be said of it.
    """
    paths = Counter(path for each in descriptions for path in as_object(each.root.get("paths")))
    if max(paths.values(), default=0) < 2:
        return
    lines = list(map(str, _lines(descriptions)))
    if len(lines) > _SHOWN:
        lines[_SHOWN:] = [f"... and {len(lines) - _SHOWN} more"]
    report.note(
        "sources-merged",
        "\n".join([f"Fledge reads {pluralize(len(descriptions), 'description')} as one API:", *lines]),
        hint="Name one file as the source if the others are copies or other versions. Where files differ, "
        "the newest version wins; `fledge validate` shows where.",
    )


def _lines(descriptions: Sequence[WholeDescription]) -> list[str]:
    lines: list[str] = []
    for index, each in enumerate(descriptions):
        equal = next((one for one in descriptions[:index] if one.digest == each.digest or one.root == each.root), None)
        lines.append(f"{each.path}: {f'the same as {equal.path}' if equal else _identity(each.root)}")
    return lines


def _identity(root: dict[str, JSON]) -> str:
    """The title and version of a description, and its server."""
    info = as_object(root.get("info"))
    words = [str(info[key]) for key in ("title", "version") if info.get(key)]
    servers = [as_object(each).get("url") for each in as_array(root.get("servers"))[:1]]
    url = as_string((servers or [root.get("host")])[0])
    at = f", at {url}" if url else ""
    return f"{' '.join(' '.join(words).split()) or 'without a title'}{at}"
