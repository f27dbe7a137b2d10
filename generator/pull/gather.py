"""The files that a client's upstream gives: one document, or what a documentation site holds of an API.

Full documents that an index names come first; pages are taken for what these do not cover.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from generator.config import Upstream
from generator.counts import many
from generator.diagnostics import Report
from generator.fault import Fault
from generator.loader.apis import made_from
from generator.loader.pages import announces
from generator.pull import indexes
from generator.pull.fetching import Elsewhere, Fetched, Fetcher, Missing, Unfetched, shown

Progress = Callable[[int, int], None]

_REFERENCE = re.compile(r"""["']?\$ref["']?\s*:\s*["']?(?P<file>[^"'#\s{}\[\],:]+\.(?:json|ya?ml))(?:#|["'\s,}]|$)""")
_SHOWN = 5
"""How many addresses a message names."""


@dataclass(slots=True, kw_only=True)
class Gathered:
    """Files by their paths, where each came from, and what is worth telling of the rest."""

    files: dict[str, bytes] = field(default_factory=dict[str, bytes])
    urls: dict[str, str] = field(default_factory=dict[str, str])
    pages: int = 0
    """How many of the files are pages."""

    looked: int = 0
    """How many pages were looked at."""

    listed: int | None = None
    """How many operations the site lists, where it does."""

    bare: list[str] = field(default_factory=list[str])
    """Addresses of pages that hold no description."""

    bad: dict[str, str] = field(default_factory=dict[str, str])
    """Addresses that are listed and do not give what they should, and why."""

    def add(self, found: Fetched, url: str, base: str) -> None:
        path = indexes.path_of(url, base, _suffix(found), list(self.files))
        self.files[path] = found.data
        self.urls[path] = url


def _suffix(found: Fetched) -> str:
    """That of a file whose name does not say what it holds."""
    return ".md" if any(indexes.blocks(found.text)) else ".json" if found.text.lstrip()[:1] == "{" else ".yaml"


def gather(upstream: Upstream, fetcher: Fetcher, report: Report, *, force: bool, progress: Progress) -> Gathered:
    """Fetch what an upstream names. Raises Fault where it cannot be had, or where it holds no description."""
    if upstream.site or indexes.is_index(upstream.url):
        return _Site(upstream.url, fetcher, report, force, progress).gather()
    url = raw_file(upstream.url)
    gathered = Gathered()
    found = _wanted(url, fetcher)
    if not any(indexes.blocks(found.text)) and (documents := indexes.named_in(found.text, url)):
        for document in dict.fromkeys(documents):
            gathered.add(_wanted(document, fetcher), document, document)
        return gathered
    if not urlsplit(url).path.lower().endswith((".json", ".yaml", ".yml")) and any(indexes.blocks(found.text)):
        gathered.add(found, url, url)
        gathered.pages = gathered.looked = 1
        return gathered
    parts = _parts(found, fetcher, progress)
    if parts:
        base = indexes.above([found.url, *parts])
        for address, part in {found.url: found, **parts}.items():
            path = indexes.part_path(address, base, _suffix(part))
            gathered.files[path], gathered.urls[path] = part.data, address
    else:
        gathered.add(found, url, url)
    return gathered


def _parts(document: Fetched, fetcher: Fetcher, progress: Progress) -> dict[str, Fetched]:
    """The files on the same host that a document refers to, by relative addresses, by their URLs."""
    parts: dict[str, Fetched] = {}
    waiting = {document.url: document}
    while waiting:
        named = {
            urljoin(at, match["file"]): None
            for at, text in waiting.items()
            for match in _REFERENCE.finditer(text.text)
            if not match["file"].startswith("/")
        }
        waiting = {}
        wanted = [each for each in named if each not in parts and each != document.url]
        for url, part in fetcher.all(wanted, progress):
            if isinstance(part, Unfetched):
                raise _unreachable(url, part)
            parts[url] = waiting[url] = part
    return parts


def _wanted(url: str, fetcher: Fetcher) -> Fetched:
    try:
        return fetcher.get(url)
    except Unfetched as fault:
        raise _unreachable(url, fault) from None


class _Site:
    """The gathering of one documentation site."""

    def __init__(self, url: str, fetcher: Fetcher, report: Report, force: bool, progress: Progress) -> None:
        self.url = url
        self.fetcher = fetcher
        self.report = report
        self.force = force
        self.progress = progress
        self.gathered = Gathered()
        self.others: dict[str, None] = {}
        """Hosts of pages that are listed and not asked, as they are not allowed."""

    def gather(self) -> Gathered:
        base, text = self._index()
        if base.endswith("llms-full.txt"):
            self._whole(base, text)
            return self._anything(base)
        index = self._with_others(indexes.read_index(text, base), base)
        wanted = indexes.below(index.pages, self.url)
        files, texts = self._files(index, base, wanted)
        covered = self._documents(index.documents, files, base)
        if not covered or any(file not in covered for file in files):
            self._pages(texts if texts is not None else dict(self._fetch(wanted)), covered, base)
        return self._anything(base)

    def _anything(self, base: str) -> Gathered:
        if not self.gathered.files:
            hint = "GitBook, ReadMe, Mintlify, Fern and Apidog put one on each page; otherwise name a document's URL"
            if self.others:
                hosts = ", ".join(f'"{host}"' for host in [*self.others][:_SHOWN])
                hint = f"it lists pages of other hosts; if they belong to the API, allow them: hosts = [{hosts}]"
            raise Fault(
                "upstream-empty",
                f"{shown(base)} leads to {many(self.gathered.looked, 'page')}, and none holds an OpenAPI description",
                hint=hint,
            )
        if self.gathered.bad:
            named = [f"{shown(url)} ({why})" for url, why in list(self.gathered.bad.items())[:_SHOWN]]
            more = ", …" if len(self.gathered.bad) > _SHOWN else ""
            self.report.warning(
                "upstream-page",
                f"Of what {shown(base)} lists, {len(self.gathered.bad)} cannot be had: {', '.join(named)}{more}.",
                hint="The index may be older than the site; try again later, or tell its owner.",
            )
        return self.gathered

    def _index(self) -> tuple[str, str]:
        """The index of the site: where it is, and its text."""
        asked = [self.url] if indexes.is_index(self.url) else indexes.candidates(self.url)
        why = Unfetched("there is none")
        for url in asked:
            try:
                return url, self.fetcher.get(url).text
            except Missing as fault:
                why = fault
            except Unfetched as fault:
                raise _unreachable(url, fault) from None
        raise Fault(
            "upstream-unreachable",
            f"no index of the site was found; {shown(asked[0])}: {why}",
            hint=f"an index is called {', '.join(indexes.INDEXES)}: name its address as `site`, or that of a page as `url`",
        )

    def _with_others(self, index: indexes.Index, base: str) -> indexes.Index:
        """An index with what the indexes list that it names: sites of several projects have one of each."""
        found, seen = [index], [base]
        for each in found:
            for url in each.indexes:
                if url not in seen and self.fetcher.allows(url):
                    seen.append(url)
                    try:
                        found.append(indexes.read_index(self.fetcher.get(url).text, url))
                    except Unfetched as fault:
                        self._note_bad(url, fault)
        every = {kind: tuple(dict.fromkeys(url for one in found for url in getattr(one, kind))) for kind in _KINDS}
        allowed = tuple(url for url in every["pages"] if self.fetcher.allows(url))
        self.others = dict.fromkeys(urlsplit(url).netloc for url in every["pages"] if url not in allowed)
        return indexes.Index(
            pages=allowed,
            documents=every["documents"],
        )

    def _files(
        self, index: indexes.Index, base: str, wanted: Sequence[str]
    ) -> tuple[list[str], dict[str, Fetched] | None]:
        """The documents that pages say they were made from; the pages, where they had to be fetched for that."""
        if not index.documents:
            return [], None
        try:
            files, count = indexes.listed(self.fetcher.get(urljoin(base, "llms-full.txt")).text)
        except Unfetched:
            files, count = [], 0
        if files:
            self.gathered.listed = count
        elif len(index.documents) > 1:
            texts = dict(self._fetch(wanted))
            found = (
                made_from(page.text, block.start) for page in texts.values() for block in indexes.blocks(page.text)
            )
            return list(dict.fromkeys(file for file in found if file)), texts
        return files, None

    def _documents(self, urls: Sequence[str], files: Sequence[str], base: str) -> list[str]:
        """Take the full documents that pages were made from, or all if no page says; the files that they cover."""
        chosen = [url for url in urls if any(indexes.is_of(file, url) for file in files)] or (
            [] if files else list(urls)
        )
        if len(chosen) > 1 and not files:
            self.report.warning(
                "upstream-choice",
                f"{shown(base)} names {len(chosen)} documents, and no page says which one it is made from: all are used.",
                hint='Name the one that you want: upstream = "URL". They are: '
                + ", ".join(map(shown, chosen[:_SHOWN])),
            )
        covered: list[str] = []
        for url in chosen:
            found = self._document(url)
            if found is not None:
                self.gathered.add(found, url, url)
                covered += [file for file in files if indexes.is_of(file, url)] or [url]
        return covered

    def _document(self, url: str) -> Fetched | None:
        if not self.fetcher.allows(url):
            self.report.warning(
                "upstream-host",
                f"The site names the document {shown(url)}, whose host is not allowed.",
                hint=f'Allow it: hosts = ["{urlsplit(url).hostname}"]; without it, the pages are used.',
            )
            return None
        try:
            found = self.fetcher.get(url)
        except Unfetched as fault:
            self._note_bad(url, fault)
            return None
        if not announces(found.text):
            self.gathered.bad[url] = "it is no OpenAPI description"
            return None
        return found

    def _fetch(self, urls: Sequence[str]) -> Iterator[tuple[str, Fetched]]:
        for url, answer in self.fetcher.all(urls, self.progress):
            if isinstance(answer, Unfetched):
                self._note_bad(url, answer)
            else:
                yield url, answer

    def _pages(self, texts: dict[str, Fetched], covered: Sequence[str], base: str) -> None:
        """Take the pages that hold something which no full document covers."""
        self.gathered.looked += len(texts)
        for url, page in texts.items():
            of = [made_from(page.text, block.start) for block in indexes.blocks(page.text)]
            if any(file not in covered or not file for file in of):
                self.gathered.add(page, url, base)
                self.gathered.pages += 1
            elif not of:
                self.gathered.bare.append(url)
                for document in indexes.named_in(page.text, url):
                    if document not in self.gathered.urls.values() and (found := self._document(document)):
                        self.gathered.add(found, document, document)

    def _whole(self, url: str, text: str) -> None:
        """Take `llms-full.txt` with its further parts as one text."""
        start, parts, seen = url, list[str](), [url]
        while True:
            part, following = indexes.next_part(text)
            parts.append(part)
            url = urljoin(url, following)
            if not following or url in seen:
                break
            seen.append(url)
            try:
                text = self.fetcher.get(url).text
            except Unfetched as fault:
                raise _unreachable(url, fault) from None
        whole = "".join(parts)
        self.gathered.looked = len(parts)
        if any(indexes.blocks(whole)):
            self.gathered.files["llms-full.txt"] = whole.encode()
            self.gathered.urls["llms-full.txt"] = start
            self.gathered.pages = len(parts)

    def _note_bad(self, url: str, fault: Unfetched) -> None:
        """Remember what cannot be had; a host that is only busy may have it, so that nothing is concluded from it."""
        if not isinstance(fault, (Missing, Elsewhere)) and not self.force:
            raise _unreachable(url, fault)
        self.gathered.bad[url] = str(fault)


_KINDS = ("pages", "documents")


def raw_file(url: str) -> str:
    """The address of a file in a Git repository's web pages as that of its content."""
    parts = urlsplit(url)
    if parts.hostname == "github.com" and (match := re.fullmatch(r"(/[^/]+/[^/]+)/(?:blob|raw)/(.+)", parts.path)):
        return f"https://raw.githubusercontent.com{match[1]}/{match[2]}"
    for page, raw in (("/-/blob/", "/-/raw/"), ("/src/branch/", "/raw/branch/"), ("/src/tag/", "/raw/tag/")):
        if page in parts.path:
            return parts._replace(path=parts.path.replace(page, raw, 1)).geturl()
    return url


def _unreachable(url: str, fault: Unfetched) -> Fault:
    hint = "check the address and the network, and try again; nothing was written"
    if isinstance(fault, Elsewhere):
        hint = f'if it belongs to the API, name it beside `upstream`: hosts = ["{fault.host}"]; nothing was written'
    if "may need `headers`" in str(fault):
        hint = 'name them in `upstream`: headers = { Authorization = "Bearer env:TOKEN" }, or init --header; '
        hint += "nothing was written"
    if str(fault) == "it is an HTML page":
        hint = 'if this is a documentation site, write upstream = { site = "URL" }, or init --site; nothing was written'
    return Fault("upstream-unreachable", f"{shown(url)} cannot be fetched: {fault}", hint=hint)
