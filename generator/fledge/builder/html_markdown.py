"""Descriptions as Markdown alone: the HTML that CommonMark lets them hold says the same in Markdown, where it can."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)(?P<attributes>(?:\s[^<>]*)?)/?>|<!--.*?(?:-->|\Z)", re.I | re.S
)
_CODE = re.compile(
    r"^ *(?P<fence>`{3,}|~{3,}).*?(?:^ *(?P=fence)|\Z)|(?<!`)(?P<ticks>`{1,9})(?!`).+?(?<!`)(?P=ticks)(?!`)",
    re.M | re.S,
)
_ATTRIBUTE = re.compile(r"""\b(?P<name>href|src|alt)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.I)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.I)
_LINE_END = re.compile(r"[ \t]*\n")
_LINE_ENDS = re.compile(r"\s*\n\s*")

_MARKERS = " -.0123456789"
_ALONE = frozenset({"br", "hr", "img", "li", "p"})
"""What needs no end; of all else, only what has one is taken for a tag."""
_MARKS = {
    **dict.fromkeys(("b", "strong"), "**"),
    **dict.fromkeys(("em", "i"), "*"),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "`"),
    **dict.fromkeys(("a", "big", "font", "nobr", "small", "span", "u"), ""),
}
"""What stands around the text of inline elements."""
_BLOCKS = {
    **dict.fromkeys(("blockquote", "center", "details", "div", "p", "section", "summary"), ""),
    **{f"h{level}": f"{'#' * level} " for level in range(1, 7)},
}
"""What the text of elements that are paragraphs begins with."""


def html_to_markdown(text: str) -> str:
    """The text with tags and entities of HTML as Markdown has them; what Markdown has no form for stays as it is.

    Code spans and fenced code are left alone (CommonMark 0.31.2, 4.5 and 6.1), and so is what only looks like a tag.
    """
    if "<" not in text and "&" not in text:
        return text
    tokens = list(_tokens(text))
    elements = _elements(tokens)
    markdown = _Markdown()
    for number, token in enumerate(tokens):
        if isinstance(token, str):
            markdown.text(token)
        elif token.re is _CODE or (token["name"] and number not in elements):
            markdown.add(token.group())
        elif token["name"]:
            (markdown.end if token["end"] else markdown.begin)(token["name"].lower(), token.group())
    return "".join(markdown.parts).strip()


def _tokens(text: str) -> Iterator[str | re.Match[str]]:
    """Text, tags and code."""
    at = 0
    codes = _CODE.finditer(text) if "`" in text or "~" in text else ()
    for code in [*codes, None]:
        end = code.start() if code else len(text)
        for tag in _TAG.finditer(text, at, end):
            yield text[at : tag.start()]
            is_cut = tag.group().startswith("<!--") and not tag.group().endswith("-->")
            yield tag.group() if is_cut else tag
            at = tag.end()
        yield text[at:end]
        if code:
            yield code
            at = code.end()


def _elements(tokens: list[str | re.Match[str]]) -> set[int]:
    """The numbers of the tags that begin and end an element; what begins and never ends is text."""
    numbers: set[int] = set()
    begun: dict[str, list[int]] = {}
    for number, token in enumerate(tokens):
        if isinstance(token, str) or token.re is _CODE or not token["name"]:
            continue
        name = token["name"].lower()
        if name in _ALONE:
            numbers.add(number)
        elif not token["end"]:
            begun.setdefault(name, []).append(number)
        elif begun.get(name):
            numbers.update((begun[name].pop(), number))
    return numbers


def _attributes(tag: str) -> dict[str, str]:
    return {each["name"].lower(): each[2] or each[3] or each[4] or "" for each in _ATTRIBUTE.finditer(tag)}


@dataclass(slots=True)
class _Markdown:
    """The text so far, and the elements that are open where it ends."""

    parts: list[str] = field(default_factory=list[str])
    _line: str = ""
    _open: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    """How each inline element began, and what ends it."""
    _lists: list[int] = field(default_factory=list[int])
    """Number of the last item of each list, -1 where items have none."""
    _verbatim: bool = False

    def add(self, text: str) -> None:
        """Text as it is."""
        if text:
            self.parts.append(text)
            _, newline, last = text.rpartition("\n")
            self._line = last if newline else self._line + last

    def text(self, text: str) -> None:
        """Text between tags, where lists of HTML have no line ends that matter."""
        if "&" in text:
            text = _ENTITY.sub(lambda match: html.unescape(match.group()).replace("\xa0", " "), text)
        if self._lists and not self._verbatim:
            text = _LINE_ENDS.sub(" ", text)
            text = text if self._line.strip(_MARKERS) else text.lstrip()
        elif self.parts and self.parts[-1] == "  \n":
            text = _LINE_END.sub("", text, count=1) if _LINE_END.match(text) else text
        self.add(text)

    def begin(self, name: str, spelled: str) -> None:
        """The tag that an element begins with."""
        if self._verbatim:
            return
        if name == "pre":
            self._block("```\n")
            self._verbatim = True
        elif name in ("ul", "ol"):
            self._lists.append(0 if name == "ol" else -1)
        elif name == "li":
            self._item()
        elif name in _BLOCKS:
            self._block(_BLOCKS[name])
        elif name == "hr":
            self._block("---\n\n")
        elif name == "br":
            self.add(" " if self._line.startswith("|") else "  \n")
        elif name == "img":
            stated = _attributes(spelled)
            self.add(f"![{stated.get('alt', '')}]({stated.get('src', '')})")
        elif name in _MARKS:
            mark = "" if any(begun == "`" for begun, _ in self._open) else _MARKS[name]
            href = _attributes(spelled).get("href") if name == "a" else None
            self._open.append(("[", f"]({href})") if href else (mark, mark))
            self.add(self._open[-1][0])
        else:
            self.add(spelled)

    def end(self, name: str, spelled: str) -> None:
        """The tag that an element ends with."""
        if name == "pre" and self._verbatim:
            self._verbatim = False
            self.add("\n```\n\n")
        elif self._verbatim or name == "pre":
            return
        elif name in ("ul", "ol"):
            self._lists = self._lists[:-1]
            self.add("" if self._lists else "\n\n")
        elif name in _BLOCKS:
            self.add(" ") if self._lists else self._block()
        elif name in _MARKS and self._open:
            begun, end = self._open.pop()
            if begun and self.parts[-1:] == [begun]:  # it holds nothing
                self.parts.pop()
            else:
                self.add(end)
        elif name not in _ALONE:
            self.add(spelled)

    def _item(self) -> None:
        number = self._lists[-1] if self._lists else -1
        if number >= 0:
            self._lists[-1] = number = number + 1
        self.add(f"\n{'   ' * (len(self._lists) - 1)}{'-' if number < 0 else f'{number}.'} ")

    def _block(self, text: str = "") -> None:
        """The end of one paragraph, and what begins the next; a row of a table is one, and so far an item is empty."""
        if self._line.startswith("|"):
            self.add(" ")
        elif not self._lists or self._line.strip(_MARKERS):
            self.add(f"\n\n{'   ' * len(self._lists)}{text}")
