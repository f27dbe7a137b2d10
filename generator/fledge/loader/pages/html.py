"""An HTML page as platforms look at it: its elements, its scripts, its JSON, and its code blocks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

from fledge.loader.pages.javascript import Script
from fledge.loader.pages.markdown import FencedBlock, Outline
from fledge.loader.sources.urls import join_url
from fledge.openapi.json_values import JSON
from fledge.quick_dataclass import quick_dataclass

_BEGINS = re.compile(
    r"\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_LIBRARY = re.compile(
    r"swagger-ui-(?:es-)?bundle|swagger-ui(?:\.min)?\.js|standalone|redoc[^/]*\.js$|rapidoc|web-components|api-reference"
    r"|\.min\.js|polyfill|jquery|react",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(r"(?:language|lang|highlight-source)-(\w+)")
_REFRESH = re.compile(r"""^\s*[\d.]*\s*[;,]?\s*url\s*=\s*["']?([^"']+)""", re.IGNORECASE)
_MOST_SCRIPTS = 6
_LINES = ("div", "p", "li", "tr")
"""The elements of which each has a line of its own, also where highlighters put them into code."""

_VOID = ("meta", "link", "base", "img", "br", "hr", "input")


def is_html(text: str) -> bool:
    """Whether a text is an HTML page, by its first element."""
    return _BEGINS.match(text[:20_000]) is not None


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """An element with its attributes, by names in lower case, and the text in it if it is a script or code."""

    tag: str
    attributes: Mapping[str, str]
    text: str = ""


@quick_dataclass(frozen=True, slots=True, kw_only=True)
class CodeBlock:
    """A `<pre>` of a page: where its content stands in the page's text, what it says, and the headings above."""

    block: FencedBlock
    content: str


@dataclass(frozen=True, kw_only=True)
class HtmlPage:
    """A parsed page. `url` is where it was fetched from, after redirects; `loaded` are scripts of its own, by URL."""

    url: str
    elements: tuple[Element, ...]
    code: tuple[CodeBlock, ...]
    loaded: Mapping[str, str] = field(default_factory=dict[str, str])

    @cached_property
    def base(self) -> str:
        """What relative addresses are relative to (HTML, 2.4.3)."""
        return next((join_url(self.url, each["href"]) for each in self.attributes("href", "base")), self.url)

    @cached_property
    def scripts(self) -> tuple[Script, ...]:
        """The scripts in the page, and those that were loaded."""
        parts = urlsplit(self.url)
        query = f"?{parts.query}" if parts.query else ""
        location = {
            "href": self.url,
            "origin": f"{parts.scheme}://{parts.netloc}",
            "protocol": f"{parts.scheme}:",
            "host": parts.netloc,
            "hostname": parts.hostname or "",
            "port": str(parts.port or ""),
            "pathname": parts.path,
            "search": query,
            "hash": "",
        }
        return tuple(Script(text, location) for text in self._script_texts)

    @cached_property
    def _script_texts(self) -> tuple[str, ...]:
        inline = [each.text for each in self.elements if each.tag == "script" and each.text.strip()]
        return (*(text for text in inline if text.lstrip()[:1] != "{"), *self.loaded.values())

    @cached_property
    def forwards(self) -> tuple[str, ...]:
        """The URLs on the page's host that it shows in its place: by a refresh, in a frame, or by its scripts."""
        refreshes = [
            match[1]
            for each in self.attributes("content", "meta")
            if each.get("http-equiv", "").lower() == "refresh" and (match := _REFRESH.search(each["content"]))
        ]
        frames = [each["src"] for each in self.attributes("src", "iframe", "frame", "embed")]
        moves = [*self.assigned("location", "location.href")]
        moves += [each[0] for each in self.calls("location.replace", "location.assign") if each]
        targets = [*refreshes, *frames, *(each for each in moves if isinstance(each, str))]
        urls = [join_url(self.base, each).partition("#")[0] for each in targets]
        host = urlsplit(self.url)[:2]
        return tuple(dict.fromkeys(url for url in urls if url and urlsplit(url)[:2] == host and url != self.url))

    @cached_property
    def query(self) -> Mapping[str, str]:
        """The query of the page's address."""
        return {key: values[-1] for key, values in parse_qs(urlsplit(self.url).query).items()}

    def attributes(self, name: str, *tags: str) -> Iterator[Mapping[str, str]]:
        """The attributes of the elements that have one of this name, of these tags or of all."""
        for each in self.elements:
            if each.attributes.get(name) and (not tags or each.tag in tags):
                yield each.attributes

    def has(self, pattern: str) -> bool:
        """Whether an identifier or the address of a script or style matches."""
        search = re.compile(pattern, re.IGNORECASE).search
        return any(search(each.attributes.get(name, "")) for each in self.elements for name in ("id", "src", "href"))

    def by_id(self, *names: str) -> Iterator[Element]:
        """The elements with one of these identifiers."""
        return (each for each in self.elements if each.attributes.get("id") in names)

    def json(self, *names: str) -> Iterator[JSON]:
        """The values of the JSON scripts with these identifiers, or of all."""
        for each in self.elements:
            if each.tag == "script" and _is_json(each) and (not names or each.attributes.get("id") in names):
                value = parse_json_text(each.text)
                if value is not None:
                    yield value

    def calls(self, *names: str) -> Iterator[list[JSON]]:
        """The arguments of calls of functions, in all scripts."""
        return (arguments for script in self.scripts for arguments in script.calls(*names))

    def assigned(self, *names: str) -> Iterator[JSON]:
        """The values assigned to names, in all scripts."""
        return (value for script in self.scripts for value in script.assigned(*names))

    def last_assigned(self, *names: str) -> Iterator[JSON]:
        """The values last assigned to names, also behind a library of megabytes in the same script."""
        for text in self._script_texts:
            for name in names:
                at = max(text.rfind(f"{name} ="), text.rfind(f"{name}="))
                if at >= 0:
                    yield from Script(text[at:]).assigned(name)[:1]

    @cached_property
    def own_scripts(self) -> tuple[str, ...]:
        """The URLs of the scripts on the page's host that belong to it and are no library."""
        sources = [join_url(self.base, each["src"]) for each in self.attributes("src", "script")]
        host = urlsplit(self.url)[:2]
        return tuple(dict.fromkeys(url for url in sources if urlsplit(url)[:2] == host and not _LIBRARY.search(url)))[
            :_MOST_SCRIPTS
        ]

    def with_scripts(self, texts: Mapping[str, str]) -> HtmlPage:
        """The page with the texts of scripts that it loads."""
        return replace(self, loaded=dict(texts))


def parse_html(text: str, url: str) -> HtmlPage:
    """A page; of one that is no HTML, what can be seen of it."""
    parser = _Parser(text)
    try:
        parser.feed(text)
        parser.close()
    except (AssertionError, ValueError, IndexError):  # the library gives up on `<![x`
        pass
    return HtmlPage(url=url, elements=tuple(parser.elements), code=tuple(parser.code))


def parse_json_text(text: str) -> JSON:
    """The value of a text of JSON, or None."""
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _is_json(element: Element) -> bool:
    return "json" in element.attributes.get("type", "").lower() or element.text.lstrip()[:1] == "{"


class _Parser(HTMLParser):
    """Collects the elements and code blocks of a page."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.code: list[CodeBlock] = []
        self._lines = [0, *(match.end() for match in re.finditer("\n", text))]
        self._outline = Outline()
        self._open: tuple[str, dict[str, str], list[str], int] | None = None
        """The element whose text is collected: tag, attributes, text, and where its content starts."""

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if self._open is not None:
            if self._open[0] == "pre":
                self._open[1].setdefault("class", "")
                self._open[1]["class"] += f" {attributes.get('class', '')}"
                texts = self._open[2]
                if tag == "br" or tag in _LINES and texts and not texts[-1].endswith("\n"):
                    texts.append("\n")
            return
        if tag in ("script", "title", "pre", "h1", "h2", "h3", "h4", "h5", "h6"):
            self._open = (tag, attributes, [], self._offset() + len(self.get_starttag_text() or ""))
        elif attributes:
            self.elements.append(Element(tag=tag, attributes=attributes))

    def handle_startendtag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag=tag, attributes={name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        if self._open is not None:
            self._open[2].append(data)
        elif data.strip():
            self._outline.pass_line(is_quote=False)

    def close(self) -> None:
        """End the page; an element that nothing closes ends with it."""
        super().close()
        if self._open is not None:
            self.handle_endtag(self._open[0])

    def handle_endtag(self, tag: str) -> None:
        if self._open is None or self._open[0] != tag:
            return
        _, attributes, texts, start = self._open
        text = "".join(texts)
        self._open = None
        if tag == "pre":
            language = _LANGUAGE.search(attributes.get("class", ""))
            info = language[1] if language else ""
            self.code.append(CodeBlock(block=self._outline.block(info, start, self._offset()), content=text))
        elif tag in ("script", "title"):
            self.elements.append(Element(tag=tag, attributes=attributes, text=text))
        else:
            self._outline.enter(int(tag[1]), " ".join(text.split()))
