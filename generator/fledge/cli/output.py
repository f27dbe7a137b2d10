"""What a command prints: text for people, one JSON object for programs, annotations for GitHub.

With `--format json`, stdout is one object (version 1; later versions of Fledge may add keys and will not remove or
change one):

    version       1
    command       generate, check, pull, validate or diff
    exit_code     0 done, 1 findings, 2 bad input or usage
    diagnostics   [{code, severity, message, hint, location, related}] that belong to no client
    clients       [{client, target, diagnostics, operations, models, written, files, diff}]
        target      the package's folder; null if only a source is read
        operations, models   how many; null after an error
        written     whether anything was written
        files       generate: [{path, change: added|changed|edited|missing|extra|foreign|merged|conflict}] that were
        written or removed
                    pull: [{path, change: added|changed|removed}]
                    check: [{path, verdict: stale|edited by hand|missing|extra|not written by fledge|merged by git
                    |unresolved conflict}]
        renamings   generate: [{key, old, new}] of the names that --rename changed
        operations_before   pull: how many there were; null if nothing could be read
        diff        check: unified diff of all files
        old, new, title, verdict, counts, changes    diff: see docs/diff.md
    location      null or {file, line, column, pointer}; related: [{label, location}]
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import field
from enum import IntEnum
from threading import Event, Thread
from time import monotonic

from fledge.config.client import ClientConfig
from fledge.diagnostics.diagnostic import Diagnostics, Severity
from fledge.quick_dataclass import quick_dataclass

DONE, FINDINGS, BAD_INPUT, INTERRUPTED, BROKEN_PIPE = 0, 1, 2, 130, 141
TEXT_FORMATS = ("text", "markdown", "changelog", "html")


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """What a command prints about one client, or with an empty `client` about the whole run.

    `heading` is the client's name where the run is about several: it stands beside the diagnostics.

    `lines` go to stdout, after the diagnostics and the `conclusion` on stderr. With `hide_diagnostics` only those of a
    failed run are printed; `stale_files` are paths of files that are not as generated, each with what it is instead.
    With `count_notes` notes about the description are only counted, and
    `fledge validate` shows them for `validated`.
    """

    client: str = ""
    heading: str = ""
    target: str | None = None
    diagnostics: Diagnostics = Diagnostics()
    findings: bool = False
    operations: int | None = None
    models: int | None = None
    json_fields: Mapping[str, object] = field(default_factory=dict[str, object])
    lines: Sequence[str] = ()
    annotations: Sequence[str] = ()
    stale_files: Sequence[tuple[str, str]] = ()
    conclusion: str = ""
    hide_diagnostics: bool = False
    count_notes: bool = False
    validated: str = ""

    @property
    def exit_code(self) -> int:
        """The exit code that this client leads to."""
        return BAD_INPUT if self.diagnostics.failed else FINDINGS if self.findings else DONE

    @property
    def shows_diagnostics(self) -> bool:
        """Whether there are diagnostics to print."""
        return bool(self.diagnostics) and (not self.hide_diagnostics or self.diagnostics.failed)


_MOST_LINES = 28
"""How many lines warnings and notes take at most where `fledge validate` shows them: with the counts, a screen of 30."""

_PATIENCE, _INTERVAL = 1.0, 0.2
"""Seconds before work has a line, and between its changes."""

_PROGRESS_WIDTH = 68
_NARROWEST = 40


class Verbosity(IntEnum):
    """How much is printed of diagnostics."""

    QUIET = -1  # errors only
    NORMAL = 0
    VERBOSE = 1  # each note


def heading(client: ClientConfig, clients: Sequence[ClientConfig]) -> str:
    """Return the name of a client if the run is about several."""
    return client.name if len(clients) > 1 else ""


def print_text(output: Output, verbosity: Verbosity = Verbosity.NORMAL, *, color: bool = False) -> None:
    """Print one client as text: diagnostics and conclusion to stderr, then the lines to stdout."""
    if output.shows_diagnostics and (output.diagnostics.failed or verbosity is not Verbosity.QUIET):
        from fledge.diagnostics.render import SHOWN, count, render_text

        is_verbose = verbosity is Verbosity.VERBOSE
        hide_notes = output.count_notes and not output.diagnostics.failed and not is_verbose
        shown = output.diagnostics.errors() if verbosity is Verbosity.QUIET else output.diagnostics
        if output.count_notes and not is_verbose:
            from fledge.diagnostics.brief import render_screen

            text = render_screen(shown, notes=not hide_notes, color=color, width=_width(), most_lines=_MOST_LINES)
        else:
            text = render_text(shown, notes=not hide_notes, every=is_verbose, color=color, width=_width())
        name = f"{output.heading}: " if output.heading else ""
        hint = _hint(output, hide_notes, is_verbose, SHOWN)
        print(f"{text}{name}{count(output.diagnostics)}{hint}", file=sys.stderr)
    if output.conclusion:
        print(output.conclusion, file=sys.stderr)
    for line in output.lines:
        print(line)


def _width() -> int:
    """How wide the terminal is, but not wider than messages elsewhere."""
    from fledge.diagnostics.render import WIDTH

    try:
        return max(_NARROWEST, min(WIDTH, os.get_terminal_size(sys.stderr.fileno()).columns))
    except (OSError, ValueError, AttributeError):  # it is no terminal, or closed
        return WIDTH


def _hint(output: Output, hide_notes: bool, is_verbose: bool, shown: int) -> str:
    """How to see the diagnostics that are only counted."""
    kinds = Counter(each.code for each in output.diagnostics if each.severity is not Severity.ERROR)
    hidden = (each for each in output.diagnostics if each.severity is Severity.NOTE and not each.names_files)
    has_hidden = hide_notes and any(each.source for each in hidden)
    is_grouped = not is_verbose and max(kinds.values(), default=0) > shown
    if not has_hidden and not is_grouped:
        return ""
    if not output.validated:
        return "; --verbose shows all"
    return f"; `fledge validate {output.validated}{' --verbose' if is_grouped else ''}` shows all"


def use_color(choice: str) -> bool:
    """Whether stderr gets colors: by choice `always` or `never`, else by the environment, else on a terminal.

    NO_COLOR and FORCE_COLOR count if they are not empty (no-color.org, force-color.org). A terminal may have none.
    """
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def print_github(outputs: Sequence[Output], verbosity: Verbosity) -> None:
    """Print all clients as workflow commands, each with its lines.

    A note needs no action, and would stand beside the same line in each pull request: it is none unless VERBOSE.
    """
    from fledge.diagnostics.render import render_github

    for output in outputs:
        shown = output.diagnostics if verbosity is Verbosity.VERBOSE else output.diagnostics.without_notes()
        sys.stdout.write(render_github(shown, output.heading) if output.shows_diagnostics else "")
        sys.stdout.write("".join(f"{line}\n" for line in (*output.annotations, *output.lines)))


def print_sarif(outputs: Sequence[Output]) -> None:
    """Print the diagnostics and the stale files of all clients as one log of SARIF."""
    import json

    from fledge.diagnostics.sarif import to_sarif
    from fledge.documentation import page_url
    from fledge.version import FLEDGE

    shown = [output.diagnostics for output in outputs if output.shows_diagnostics]
    log = to_sarif(shown, FLEDGE, page_url, [each for output in outputs for each in output.stale_files])
    print(json.dumps(log, indent=2, ensure_ascii=False))


def print_json(command: str, exit_code: int, run: Output, clients: Sequence[Output]) -> None:
    """Print the object that this module describes; `run` has the diagnostics that belong to no client."""
    import json

    from fledge.diagnostics.render import to_json

    content = {
        "version": 1,
        "command": command,
        "exit_code": exit_code,
        "diagnostics": to_json(run.diagnostics),
        "clients": [
            {
                "client": output.client,
                "target": output.target,
                "diagnostics": to_json(output.diagnostics),
                "operations": output.operations,
                "models": output.models,
                **output.json_fields,
            }
            for output in clients
        ],
    }
    print(json.dumps(content, indent=2))


class Progress:
    """One line on a terminal about work that takes longer than a second: what is done, and for how long.

    It is a few lines of our own: a library would be imported for longer than most runs take.
    """

    def __init__(self, label: str) -> None:
        self._label = self._text = label
        self._done = Event()
        self._thread = Thread(target=self._run, daemon=True)

    def __enter__(self) -> Progress:
        if sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
            self._thread.start()
        return self

    def show(self, text: str) -> None:
        """Say what is done now; an empty text stands for the whole work."""
        self._text = text or self._label

    def __exit__(self, *exception: object) -> None:
        self._done.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        from fledge.diagnostics.render import escape_control_characters

        start = monotonic()
        wait = _PATIENCE
        while not self._done.wait(wait):
            text = escape_control_characters(self._text)[:_PROGRESS_WIDTH]
            print(f"\r\x1b[K{text} ... {monotonic() - start:.0f} s", end="", file=sys.stderr, flush=True)
            wait = _INTERVAL
        if wait == _INTERVAL:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
