"""The Markdown of a document as lines of a docstring: paragraphs are filled, and all else keeps its lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from fledge.emitter.python.literals import escape_char, is_plain

_ITEM = re.compile(r"(?P<column> *)(?P<mark>(?:[-*+]|\d+[.)]) +)(?=\S)")
_STANDS_ALONE = re.compile(r" *(?:#|>|[-=*_]{3,} *$)")
_DELIMITERS = re.compile(r" *\|?(?: *:?-+:? *\|)+(?: *:?-+:? *)?$")
_STRUCTURE = re.compile(rf" *(?:\||`{{3}}|~{{3}})|{_STANDS_ALONE.pattern}|{_ITEM.pattern}")
_SENTENCE_END = re.compile(r" (?<=[^\d.][.!?] )(?=\W*[A-Z])")  # Python looks for a character first


def wrap_markdown(text: str, width: int, *, hanging: int = 0) -> list[str]:
    """Return Markdown as lines of at most `width` characters, of which all but the first are indented by `hanging`.

    Paragraphs and the items of lists are filled, an item within an item is indented; rows of tables, and code between
    fences, stay as they are. A word that is too long stands alone.
    """
    text = text.strip()
    if not text.isprintable():  # it has ends of lines or tabs
        text = text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4)
    if len(text) <= width and "\n" not in text:  # as most are
        return [text] if text else []
    return list(_wrapped(text, width, hanging))


@lru_cache(4096)  # a parameter of many operations is described in each
def _wrapped(text: str, width: int, hanging: int) -> tuple[str, ...]:
    lines = text.split("\n")
    if len(lines) == 1 and text[0].isalpha():  # no mark begins with a letter
        return tuple(filled(text, width, "", " " * hanging))
    rows = _rows(lines) if "|" in text else ()
    output = _Lines(width, hanging)
    fenced = False
    for number, line in enumerate(lines):
        stripped = line.strip()
        fence = stripped.startswith(("```", "~~~"))
        if fence or fenced:
            output.keep(line.rstrip())
            fenced = fenced != fence
        elif not stripped:
            output.blank()
        elif number in rows:
            output.keep(stripped)
        elif line[0].isalpha():  # no mark does
            output.text(0, stripped)
        elif item := _ITEM.match(line):
            output.item(len(item["column"]), item["mark"].strip(), stripped)
        elif _STANDS_ALONE.match(line):
            output.alone(stripped)
        else:
            output.text(len(line) - len(line.lstrip()), stripped)
        if line.endswith("  ") and stripped and not fenced:
            output.end()
    return tuple(output.finished())


def split_summary(text: str) -> tuple[str, str]:
    """Return the first sentence of a description, on one line, and the rest."""
    lines = text.strip().splitlines()
    others = (n for n, line in enumerate(lines) if n and not line[:1].isalpha())
    end = next((n for n in others if not lines[n].strip() or _STRUCTURE.match(lines[n])), len(lines))
    head = " ".join(" ".join(lines[:end]).split()).lstrip("# ")
    first, *behind = _SENTENCE_END.split(head, maxsplit=1)
    return end_sentence(first), "\n\n".join([*behind, "\n".join(lines[end:])]).strip()


def _rows(lines: list[str]) -> set[int]:
    """Return the numbers of the lines that are rows of a table: they begin with a bar, or surround a row of delimiters."""
    rows = {number for number, line in enumerate(lines) if line.lstrip().startswith("|")}
    for number, line in enumerate(lines):
        if number and "|" in lines[number - 1] and _DELIMITERS.match(line):
            end = next((n for n in range(number, len(lines)) if "|" not in lines[n]), len(lines))
            rows.update(range(number - 1, end))
    return rows


@dataclass(slots=True, repr=False, eq=False)
class _Lines:
    """The lines so far, the paragraph that is being read, and the items of lists that are open around it."""

    width: int
    hanging: int
    lines: list[str] = field(default_factory=list[str])
    _paragraph: list[str] = field(default_factory=list[str])
    _first: int = 0
    _rest: int = 0
    _items: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    """Column of the mark in the document, and of its text in the docstring."""

    def keep(self, line: str) -> None:
        """A line as it is."""
        self._fill()
        self.lines.append(" " * (self.hanging if self.lines else 0) + line)

    def blank(self) -> None:
        """An empty line, which ends a paragraph; several are one."""
        self._fill()
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def alone(self, text: str) -> None:
        """A heading or a quoted line, a paragraph of its own."""
        self._begin(0, 0, text)
        self._fill()

    def item(self, column: int, mark: str, text: str) -> None:
        """The first line of an item of a list; one that stands two columns further right is within the one above."""
        while self._items and column < self._items[-1][0] + 2:
            self._items.pop()
        first = self._items[-1][1] if self._items else 0
        self._items.append((column, first + len(mark) + 1))
        self._begin(first, first + len(mark) + 1, text)

    def text(self, column: int, text: str) -> None:
        """A line of a paragraph; what is not indented under an item is no part of it."""
        inside = len(self._items)
        while self._items and column <= self._items[-1][0]:
            self._items.pop()
        if self._paragraph and len(self._items) == inside:
            self._paragraph.append(text)
        else:
            indent = self._items[-1][1] if self._items else 0
            self._begin(indent, indent, text)

    def end(self) -> None:
        """The end of a line that is not to be filled with what follows (CommonMark 0.31.2, 6.7)."""
        self._fill()

    def finished(self) -> list[str]:
        """Return all lines, none of them empty at the end."""
        self._fill()
        while self.lines and not self.lines[-1]:
            self.lines.pop()
        return self.lines

    def _begin(self, first: int, rest: int, text: str) -> None:
        self._fill()
        self._paragraph, self._first, self._rest = [text], first, rest

    def _fill(self) -> None:
        if self._paragraph:
            first, rest = self.hanging + self._first if self.lines else 0, self.hanging + self._rest
            self.lines += filled(" ".join(self._paragraph), self.width, " " * first, " " * rest)
            self._paragraph = []


def filled(text: str, width: int, indent: str, rest: str) -> list[str]:
    """Return a paragraph as lines of at most `width` characters; the first begins with `indent`, the others with `rest`."""
    if "  " in text or "\v" in text or "\f" in text or text in ("", " "):  # which `textwrap` changes or leaves out
        import textwrap

        return textwrap.wrap(
            text,
            width,
            initial_indent=indent,
            subsequent_indent=rest,
            break_long_words=False,
            break_on_hyphens=False,
        )
    # `textwrap` looks at each word; with single spaces, it is enough to look at the ends of lines.
    lines: list[str] = []
    start = 0
    while len(text) - start > (room := max(width - len(indent), 0)):
        end = text.rfind(" ", start, start + room + 1)
        if end < 0:
            end = text.find(" ", start + room)  # behind a word that is too long
        if end < 0:
            break
        lines.append(indent + text[start:end])
        start, indent = end + 1, rest
    return [*lines, indent + text[start:]]


_MARKS = re.compile(
    r"`"
    r"|\](?=\()"  # without this end there is no link
    r"|<(?=[A-Za-z/!?])"  # begins a tag, a comment or an address
)
"""Marks that would do more than emphasize."""


_PLAIN_MARKS = re.compile(
    r"\\(?=[!-/:-@\[-`{-~]|$)"  # only before punctuation is it an escape (CommonMark 0.31.2, 2.4)
    r"|\*(?!\s)|(?<!\s)\*"  # between spaces, it opens and closes nothing
    r"|(?<![^\W_])_|_(?![^\W_])"
    r"|&(?=#?\w+;)"
    rf"|{_MARKS.pattern}"
)
"""Marks that mean something in a text that is no Markdown."""


_PAIRS = {
    "~": (re.compile("~"), re.compile(r"\w~|\S~(?!\w)")),
    "$": (re.compile(r"\$(?=\S)"), re.compile(r"(?<=\S)\$(?!\d)")),
}
"""Marks of GitHub that mean something in pairs, text that is struck through and formulas: how one opens and closes."""


_BLOCK_START = re.compile(
    r"^(\d{1,9}(?=[.)](?:\s|$))|(?=#{1,6}(?:\s|$)|[+*-](?:\s|$)|[=>]|\[[^\]]*\]:|([-*_])(?:\s*\2){2}))"
)


_INLINE = re.compile(
    r"(?P<kept>(?<!`)`[^`]+`(?!`)"  # code
    r"|\\[!-/:-@\[-`{-~]"  # an escape
    r"|<https?://[^<>\s]+>)"
    r"|!?\[(?P<text>[^\[\]\\]*)\]\((?P<url>[^()\s]*)(?:\s+\"[^\"()]*\")?\)"
)


def escape_markdown(text: str) -> str:
    """Return text of a document as one line of Markdown: it is shown as it is, but for what is marked as code."""
    line = _one_line(text)
    parts = re.split(r"((?<!`)`[^`]+`(?!`))", line)  # each second part is code
    pairs = _pairs(line)
    escaped = (part if index % 2 else _escaped(part, pairs, _PLAIN_MARKS) for index, part in enumerate(parts))
    return _BLOCK_START.sub(r"\1\\", "".join(escaped))


def markdown_line(text: str, *, in_table: bool = False) -> str:
    """Return Markdown of a document as one line: emphasis, code and links stay.

    Tags are shown, and links that do not lead to another site are text: nothing stands where they point.
    """
    line = _one_line(text)
    shown = _inline(line, _pairs(line)).strip() if _ANY_MARK.search(line) else line
    return re.sub(r"(?<!\\)\|", r"\\|", shown) if in_table else _BLOCK_START.sub(r"\1\\", shown)


_ANY_MARK = re.compile(r"[`\\<\[\]~$]")
"""What a line has if anything in it may be code or a link, or has to be escaped."""


def _pairs(line: str) -> list[str]:
    """Return the marks of which a line has a pair."""
    firsts = {mark: opening.search(line) for mark, (opening, _) in _PAIRS.items()}
    return [mark for mark, first in firsts.items() if first and _PAIRS[mark][1].search(line, first.end())]


def _inline(text: str, pairs: list[str]) -> str:
    """Return a part of a line with its code and its links."""
    parts: list[str] = []
    end = 0
    for match in _INLINE.finditer(text):
        parts += [_escaped(text[end : match.start()], pairs, _MARKS), match["kept"] or _link(match, pairs)]
        end = match.end()
    return "".join((*parts, _escaped(text[end:], pairs, _MARKS)))


def _link(match: re.Match[str], pairs: list[str]) -> str:
    text, url = _inline(match["text"], pairs), match["url"]
    is_kept = re.match("https?://|mailto:", url) and not match[0].startswith("!")
    return f"[{text}]({url})" if is_kept else text


def _escaped(text: str, pairs: list[str], marks: re.Pattern[str]) -> str:
    """Return a part of a line with a backslash before each mark that means something in it."""
    text = marks.sub(r"\\\g<0>", text)
    for mark in pairs:
        text = text.replace(mark, f"\\{mark}")
    return text


def markdown_code(text: str) -> str:
    """Return text of a document as code inside a line of Markdown."""
    line = _one_line(text)
    if line and "`" not in line:  # as most are
        return f"`{line}`"
    longest = max((len(run) for run in re.findall("`+", line)), default=0)
    pad = " " if line.startswith("`") or line.endswith("`") or not line else ""
    return f"{'`' * (longest + 1)}{pad}{line}{pad}{'`' * (longest + 1)}"


def _one_line(text: str) -> str:
    """Return text on one line, in which nothing is hidden."""
    line = " ".join(text.split())
    if is_plain(line):
        return line
    return "".join(char if is_plain(char) else escape_char(char) for char in line)


def end_sentence(text: str) -> str:
    """Return a text that ends like a sentence."""
    text = text.strip()
    return f"{text}." if text and text[-1] not in ".!?:" and "\n" not in text else text


_ARTICLE = re.compile(r"\Athe\s+", re.IGNORECASE)
_SAYS_API = re.compile(r"(?:\b|Open|REST)APIs?\b", re.IGNORECASE)


def title_after_article(title: str) -> str:
    """Return a description's title as it follows `the`: with the word `API`, unless it says so already."""
    words = _ARTICLE.sub("", " ".join(title.split()).rstrip(".")) or "API"
    return words if _SAYS_API.search(words) else f"{words} API"
