"""Where the documentation is: by paths in the repository, or by the address that the installed package states."""

from __future__ import annotations


def page_url(page: str) -> str:
    """Return the URL of a page such as `diagnostics.md#sources`; nothing if the distribution states no documentation."""
    from importlib.metadata import PackageNotFoundError, metadata

    try:
        urls = metadata("fledge").get_all("Project-URL") or []
    except PackageNotFoundError:
        return ""
    for label, _, url in (each.partition(", ") for each in urls):
        if label.lower() == "documentation":
            path, hash, anchor = page.partition("#")
            return f"{url.rstrip('/')}/{path.removesuffix('.md')}.html{hash}{anchor}"
    return ""


def page_location(page: str) -> str:
    """Return the URL of a page, or else its path in the repository."""
    return page_url(page) or f"docs/{page}"
