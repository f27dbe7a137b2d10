"""The sample pages of API references, and a site that serves one with the files that it loads."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.pull.documents import document
from tests.pull.server import Site

CASES = Path(__file__).parents[2].parent / "shared" / "cases" / "reference-pages"
CASE_NAMES = sorted(path.name for path in CASES.iterdir() if path.is_dir()) if CASES.is_dir() else []
HTML_TYPE = {"Content-Type": "text/html"}


def served(site: Site, name: str) -> tuple[str, dict[str, Any]]:
    """Serve a case; return the address of its page, and what is expected of it."""
    folder = CASES / name
    expected: dict[str, Any] = json.loads((folder / "expected.json").read_text())
    host = "https://" + urlsplit(expected["page"]).netloc

    def here(text: str) -> str:
        return text.replace(host, site.url)

    def path(url: str) -> str:
        parts = urlsplit(url)
        return f"{parts.path}?{parts.query}" if parts.query else parts.path

    site.put(path(expected["page"]), here((folder / "page.html").read_text()), headers=HTML_TYPE)
    for url, (file, kind) in expected["also_served"].items():
        site.put(path(url), here((folder / file).read_text()), headers={"Content-Type": kind})
    for count, each in enumerate(expected["documents"]):
        if "url" in each and not each["url"].endswith("agent.json"):
            site.put(
                path(each.get("or", each["url"])), document("/boats", title="Boats" if count == 0 else f"B{count}")
            )
    return f"{site.url}{path(expected['page'])}", expected
