"""The fenced blocks of a Markdown page (CommonMark 4.5), each with the headings that it stands under."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum, auto

from fledge.quick_dataclass import quick_dataclass

_FENCE = re.compile(
    r"(?P<prefix>[ \t]*(?P<quote>(?:>[ \t]?)*)[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)"
    r"(?P<mark>`{3,}(?=[^`]*$)|~{3,})[ \t]*(?P<info>.*?)\s*$"
)
_HEADING = re.compile(r" {0,3}(?P<mark>#{1,6})(?:[ \t]+(?P<text>.*?))?(?:[ \t]+#+)?[ \t]*$")
_HTML_HEADING = re.compile(r"\s*<h(?P<level>[1-6])[^>]*>(?P<text>.*?)</h(?P=level)>\s*$", re.IGNORECASE)
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
_QUOTED = re.compile(r"[ \t]*(?:>[ \t]?)+")
_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(?:(?!---[ \t]*\r?$|`{3}|~{3}).*\n)*+---[ \t]*\r?$", re.MULTILINE)
"""A fence in it begins no line of YAML: the page begins with a line that only separates, which looks the same."""

_LINE_END = re.compile(r"\r\n?|\n")
_COMMENTS = (("<!--", "-->"), ("{/*", "*/}"))
"""What hides a part of a page from its readers: comments of HTML (CommonMark 4.6, kind 2) and of MDX."""


class Separator(Enum):
    """What stands between a heading and a block; prose counts for more than a quote."""

    NOTHING = auto()
    QUOTE = auto()
    PROSE = auto()


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class FencedBlock:
    """One fenced block: `text[start:end]` of the page is its content; `first` below its heading.

    `parents` are the headings above `heading`, the page's title first. A hidden one stands in a comment.
    """

    level: int
    heading: str
    parents: tuple[str, ...] = ()
    separator: Separator
    first: bool
    language: str
    info: str
    start: int
    end: int
    is_hidden: bool = False


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class _Opening:
    """A fence that opened a block, perhaps in a quote or a comment."""

    mark: str
    info: str
    start: int
    indent: int
    is_quoted: bool
    is_hidden: bool

    def is_closed_by(self, line: str) -> bool:
        """Whether a line is the closing fence: no shorter, nothing else in it, and indented as far (CommonMark 4.5)."""
        content = line[match.end() :] if self.is_quoted and (match := _QUOTED.match(line)) else line
        closing = content.strip()
        indent = len(content) - len(content.lstrip())
        return len(closing) >= len(self.mark) and not closing.strip(self.mark[0]) and indent - self.indent < 4


class Outline:
    """The headings that a reader of a page is below, and what came since the last one."""

    def __init__(self) -> None:
        self.level = 0
        self.headings: list[tuple[int, str]] = []
        self.separator = Separator.NOTHING
        self.first = True

    def enter(self, level: int, heading: str) -> None:
        """Begin the section of a heading."""
        self.headings = [each for each in self.headings if each[0] < level] + [(level, heading)]
        self.level, self.separator, self.first = level, Separator.NOTHING, True

    def pass_line(self, *, is_quote: bool) -> None:
        """Pass a line between a heading and a block."""
        if not is_quote:
            self.separator = Separator.PROSE
        elif self.separator is Separator.NOTHING:
            self.separator = Separator.QUOTE

    def block(
        self, info: str, start: int, end: int, *, is_nested: bool = False, is_hidden: bool = False
    ) -> FencedBlock:
        """A block at this point of the page.

        A nested one, in a quote, and a hidden one leave the next the first one.
        """
        language, _, rest = info.partition(" ")
        block = FencedBlock(
            level=self.level,
            heading=self.headings[-1][1] if self.headings else "",
            parents=tuple(text for _, text in self.headings[:-1]),
            separator=self.separator,
            first=self.first,
            language=language.lower().replace("yml", "yaml").strip("{}."),
            info=rest.strip(),
            start=start,
            end=max(start, end),
            is_hidden=is_hidden,
        )
        self.first = self.first and (is_nested or is_hidden)
        return block

    def close(self, opening: _Opening, end: int) -> FencedBlock:
        """The block that a fence opened, which ends here."""
        is_nested, is_hidden = opening.is_quoted, opening.is_hidden
        return self.block(opening.info, opening.start, end, is_nested=is_nested, is_hidden=is_hidden)


def front_matter(text: str) -> str:
    """The metadata that a page begins with, between lines of `---`; nothing if there is none."""
    matter = _FRONT_MATTER.match(text)
    return matter[0] if matter else ""


def fences(text: str) -> Iterator[FencedBlock]:
    """The fenced blocks of a text, in order, also those in quotes, lists and comments.

    A fence that nothing closes ends with the text, or with the quote that it is in (CommonMark 4.5).
    """
    outline = Outline()
    opening: _Opening | None = None
    at, paragraph, comment_end = len(front_matter(text)), "", 0
    ends = {mark: text.rfind(end) for mark, end in _COMMENTS}
    while at < len(text):
        line_end = _LINE_END.search(text, at)
        after = line_end.end() if line_end else len(text)
        line = text[at : line_end.start() if line_end else after]
        before, paragraph = paragraph, ""
        if opening and opening.is_quoted and not _QUOTED.match(line):
            yield outline.close(opening, at)
            opening = None
        if opening is None and at >= comment_end:
            comment_end = _comment_end(text, line, at, ends)
        if opening:
            if opening.is_closed_by(line):
                yield outline.close(opening, at)
                opening = None
        elif match := _FENCE.match(line):
            quote, is_hidden = match["quote"], at < comment_end
            indent = 0 if quote else len(match["prefix"])
            opening = _Opening(
                mark=match["mark"],
                info=match["info"],
                start=after,
                indent=indent,
                is_quoted=bool(quote),
                is_hidden=is_hidden,
            )
            if quote and not is_hidden:
                outline.pass_line(is_quote=True)
        elif at < comment_end:
            pass
        elif match := _HEADING.match(line):
            outline.enter(len(match["mark"]), (match["text"] or "").strip())
        elif match := _HTML_HEADING.match(line):
            outline.enter(int(match["level"]), re.sub(r"<[^>]*>", "", match["text"]).strip())
        elif before and _UNDERLINE.match(line):
            outline.enter(1 if line.lstrip()[0] == "=" else 2, before)
        elif line.lstrip().startswith(">"):
            outline.pass_line(is_quote=True)
        elif line.strip():
            outline.pass_line(is_quote=False)
            paragraph = line.strip()
        at = after
    if opening:
        yield outline.close(opening, len(text))


def _comment_end(text: str, line: str, at: int, last_ends: Mapping[str, int]) -> int:
    """Where the comment ends that a line begins and does not end; 0 if it begins none, or nothing ends it."""
    for mark, end in _COMMENTS:
        if line.lstrip().startswith(mark) and end not in line and at < last_ends[mark]:
            return text.index(end, at)
    return 0
