"""Where the description of a new client is: what a user names, and what stands there."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from fledge.cache import cache_folder
from fledge.config.client import check_url
from fledge.diagnostics.errors import DiagnosticError
from fledge.loader.sources.files import STDIN, SUFFIXES, is_closed, missing_hint
from fledge.loader.sources.urls import is_remote
from fledge.pull.fetcher import Fetcher, redact_url
from fledge.pull.raw_files import raw_file
from fledge.pull.survey import Survey, survey
from fledge.workflows.init_files import header_pair

T = TypeVar("T")

_NEEDS_HEADER = ("may need `headers`", "is a login page")


Prompt = Callable[[str, str], str]
"""Takes a question and the default, and returns the reply."""


class Dialogue:
    """Asks for what no option says. Without a `prompt`, each question has its default, and a wrong one is an error."""

    def __init__(self, prompt: Prompt | None) -> None:
        self.prompt = prompt
        self.replies: dict[str, str] = {}

    def ask(self, question: str, default: str, check: Callable[[str], T], option: str | None = None) -> T:
        """The checked reply to a question, or the checked option; a wrong reply is asked for again."""
        if option is not None or self.prompt is None:
            return check(default if option is None else option)
        problem = ""
        while True:
            reply = self.replies.get(question)
            if reply is None or problem:
                reply = self.prompt(f"{problem}{question}", default)
            try:
                value = check(reply)
            except DiagnosticError as error:
                hint = f" ({error.diagnostic.hint})" if error.diagnostic.hint else ""
                problem = f"{error}{hint}\n"
                self.replies.pop(question, None)
            else:
                self.replies[question] = reply  # no question is asked twice
                return value


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRequest:
    """A source as far as the user has decided; None stands for an option that is missing."""

    source: str | None
    site: bool | None
    headers: tuple[str, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class InitSource:
    """Where the description is: a path, or what stands at a URL, with the headers that it needs."""

    path: str
    survey: Survey | None = None
    headers: tuple[str, ...] = ()


def find_source(request: SourceRequest, dialogue: Dialogue) -> InitSource:
    """The source of the options, or of the dialogue: a path that exists, or a URL with a description."""
    if request.source is None and dialogue.prompt is None:
        raise DiagnosticError(
            "usage", "init needs a source: a file, folder or glob, or a URL", hint="fledge init SOURCE"
        )
    look = partial(_look_at, request, dialogue)
    return dialogue.ask("the description: a file, folder or URL", "", look, request.source)


def _look_at(request: SourceRequest, dialogue: Dialogue, source: str) -> InitSource:
    if not source.strip():
        raise DiagnosticError("usage", "a description is needed", hint="such as openapi.yaml, or https://…")
    if not is_remote(source):
        if request.site or request.headers:
            problem = "is not the address of a site" if request.site else "is not a URL, so Fledge cannot send a header"
            raise DiagnosticError("usage", f"{source} {problem}", hint="a URL begins with https://")
        if not os.path.exists(source) and not re.search(r"[*?\[]", source):
            raise DiagnosticError(
                "source-missing",
                f"{source} cannot be reached" if is_closed(source) else f"there is no file or folder {source}",
                hint=_missing_hint(source),
            )
        return InitSource(path=source)
    check_url(source)
    if request.headers is not None or dialogue.prompt is None:
        return _survey(source, request.headers or (), request, dialogue)
    try:
        return _survey(source, (), request, dialogue)
    except DiagnosticError as error:
        if not any(phrase in str(error) for phrase in _NEEDS_HEADER):
            raise
    question = f"{source} needs a header (Authorization: Bearer env:TOKEN)"
    return dialogue.ask(question, "", lambda header: _survey(source, (header,), request, dialogue))


_LOCAL = re.compile(r"(?:localhost|\d+\.\d+\.\d+\.\d+)(?::\d+)?")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}(?::\d+)?")


def _missing_hint(source: str) -> str:
    """What may have been meant by a source that is no file: a URL without its scheme, standard input, or another file."""
    if source == STDIN:
        return "init needs a file or a URL; for standard input: fledge generate - --output DIR --package NAME"
    if re.match(r"(?!file:)[a-z][a-z0-9+.-]+:/", source, re.IGNORECASE):
        return "Fledge fetches http:// and https://, in lower case"
    host = source.partition("/")[0]
    if _LOCAL.fullmatch(host):
        return f"for a URL, begin with the scheme: http://{source}"
    if _HOST.fullmatch(host) and not host.lower().endswith(SUFFIXES) and not os.path.isdir(host):
        return f"for a URL, begin with the scheme: https://{source}"
    return missing_hint(source, Path.cwd())


def _survey(url: str, headers: tuple[str, ...], request: SourceRequest, dialogue: Dialogue) -> InitSource:
    """What stands at a URL, asked with headers."""
    fetcher = Fetcher(raw_file(url), headers=dict(map(header_pair, headers)), cache=cache_folder("pull"))

    def choose(names: Sequence[str], default: int) -> int:
        listing = ", ".join(f"{number} {name}" for number, name in enumerate(names, start=1))
        return dialogue.ask(f"which document ({listing})", str(default + 1), partial(_chosen, names))

    result = survey(url, fetcher, is_site=request.site, choose=choose)
    if result.is_guess and dialogue.prompt is not None:
        question = f"{result.message}; use it, yes or no"
        if not dialogue.ask(question, "yes", _agreed):
            raise DiagnosticError(
                "upstream-empty", f"{redact_url(url)} names no other description", hint="name the URL of the document"
            )
    return InitSource(path=url, survey=result, headers=headers)


def _chosen(names: Sequence[str], reply: str) -> int:
    """The index of a document, by its number or its name."""
    named = [index for index, name in enumerate(names) if name.casefold() == reply.casefold()]
    if len(named) == 1:
        return named[0]
    if not reply.isdecimal() or not 0 < int(reply) <= len(names):
        raise DiagnosticError("usage", f"{reply!r} is not a number from 1 to {len(names)}, nor a name")
    return int(reply) - 1


def _agreed(reply: str) -> bool:
    if reply.lower() not in ("y", "yes", "n", "no"):
        raise DiagnosticError("usage", f"{reply!r} is neither yes nor no")
    return reply.lower() in ("y", "yes")


def survey_messages(result: Survey | None) -> tuple[str, ...]:
    """Return what to say of the page at a URL: where its document is, and which others it has."""
    if result is None:
        return ()
    others = [f"{title} ({url})" if title and url else title or url for url, title in result.others]
    named = (f"not used: {', '.join(others)}; to use another one, name its address",) if others else ()
    return (*((result.message,) if result.message else ()), *named)
