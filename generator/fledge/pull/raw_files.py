"""Files in a Git repository's web pages, by the address of their content."""

from __future__ import annotations

import re
from urllib.parse import urlsplit


def raw_file(url: str) -> str:
    """The address of a file in a Git repository's web pages as that of its content."""
    parts = urlsplit(url)
    if parts.hostname == "github.com" and (match := re.fullmatch(r"(/[^/]+/[^/]+)/(?:blob|raw)/(.+)", parts.path)):
        return f"https://raw.githubusercontent.com{match[1]}/{match[2]}"
    for page, raw in (("/-/blob/", "/-/raw/"), ("/src/branch/", "/raw/branch/"), ("/src/tag/", "/raw/tag/")):
        if page in parts.path:
            return parts._replace(path=parts.path.replace(page, raw, 1)).geturl()
    return url
