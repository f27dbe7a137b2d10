"""Lists of generated clients, from the first to the last page, against a server on loopback."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

from fledge.emitter import emit
from tests.client import imported, put, understand
from tests.conftest import ROOT
from tests.runtime.http.conftest import Server

CASES = ("pagination_by_token_or_offset", "pagination_by_total", "pagination_by_url")


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, ModuleType]]:
    folder = tmp_path_factory.mktemp("packages")
    for case in CASES:
        api, _ = understand(ROOT / "tests" / "cases" / case / "openapi.yaml")
        put(emit(api), folder / case)
    with imported(folder, CASES[0]) as one, imported(folder, CASES[1]) as two, imported(folder, CASES[2]) as three:
        yield dict(zip(CASES, (one, two, three)))


# Each list by its case and call, the responses in turn, and the queries that they must be requested by.
LISTS: dict[str, tuple[str, str, dict[str, Any], list[tuple[int, Any]], list[str]]] = {
    "Airflow without a cursor": (
        CASES[0],
        "run.list",
        {"limit": 2},
        [
            (200, {"runs": ["a", "b"], "total_entries": 3, "next_cursor": None}),
            (200, {"runs": ["c"], "total_entries": 3, "next_cursor": None}),
        ],
        ["limit=2", "limit=2&offset=2"],
    ),
    "Airflow with a cursor": (
        CASES[0],
        "run.list",
        {"cursor": "", "limit": 2},
        [
            (200, {"runs": ["a", "b"], "total_entries": None, "next_cursor": "x"}),
            (200, {"runs": ["c"], "total_entries": None, "next_cursor": None}),
        ],
        ["cursor=&limit=2", "cursor=x&limit=2"],
    ),
    "has_more is false": (
        CASES[0],
        "run.list_files",
        {},
        [
            (200, {"items": ["a", "b"], "meta": {"next_page_token": "x", "has_more": True}}),
            (200, {"items": ["c"], "meta": {"next_page_token": "y", "has_more": False}}),
        ],
        ["", "page_token=x"],
    ),
    "UUIDs as cursors": (
        CASES[0],
        "run.list_keys",
        {},
        [
            (200, {"keys": ["a"], "next_cursor": "00000000-0000-0000-0000-000000000001"}),
            (200, {"keys": ["b", "c"]}),
        ],
        ["", "cursor=00000000-0000-0000-0000-000000000001"],
    ),
    "Label Studio": (
        CASES[1],
        "task.list",
        {"page_size": 2},
        [
            (200, {"tasks": ["a", "b"], "total": 3}),
            (200, {"tasks": ["c"], "total": 3}),
        ],
        ["page_size=2", "page=2&page_size=2"],
    ),
    "404 behind the last page": (
        CASES[1],
        "task.list",
        {"page": 3},
        [
            (200, {"tasks": ["a", "b"]}),
            (200, {"tasks": ["c", "d"]}),
            (404, {"detail": "Invalid page."}),
        ],
        ["page=3", "page=4", "page=5"],
    ),
    "Litestar": (
        CASES[1],
        "task.list_people",
        {"page_size": 2},
        [
            (200, {"items": ["a", "b"], "page_size": 2, "current_page": 1, "total_pages": 2}),
            (200, {"items": ["c"], "page_size": 2, "current_page": 2, "total_pages": 2}),
        ],
        ["page_size=2", "current_page=2&page_size=2"],
    ),
    "a cursor of Django REST framework": (
        CASES[2],
        "thing.list_accounts",
        {},
        [
            (200, {"next": "{url}/accounts?cursor=cD0x", "previous": None, "results": ["a", "b"]}),
            (200, {"next": None, "previous": "{url}/accounts?cursor=cj0x", "results": ["c"]}),
        ],
        ["", "cursor=cD0x"],
    ),
}


@pytest.mark.parametrize("asynchronous", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize("view", ["items", "pages", "raw"])
@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_read_from_the_first_to_the_last_page(
    packages: dict[str, ModuleType], server: Server, name: str, view: str, asynchronous: bool
) -> None:
    """Item by item, page by page, and from the raw view, with both clients."""
    case, call, arguments, responses, queries = LISTS[name]
    for status, body in responses:
        if isinstance(body.get("next"), str):
            body = {**body, "next": body["next"].format(url=server.url)}
        server.answer(status, body)
    resource, method = call.split(".")
    if not asynchronous:
        with packages[case].Client(base_url=server.url) as client:
            owner = getattr(client, resource)
            owner = owner.with_raw_response if view == "raw" else owner
            result = getattr(owner, method)(**arguments)
            first = result.body if view == "raw" else result
            items = [item for page in first.iter_pages() for item in page.items] if view == "pages" else list(first)
    else:

        async def main() -> list[Any]:
            async with packages[case].AsyncClient(base_url=server.url) as client:
                owner = getattr(client, resource)
                owner = owner.with_raw_response if view == "raw" else owner
                result = getattr(owner, method)(**arguments)
                first = (await result).body if view == "raw" else await result
                if view == "pages":
                    return [item async for page in first.iter_pages() for item in page.items]
                return [item async for item in first]

        items = asyncio.run(main())
    assert items == [
        item for _, body in responses for key, value in body.items() if isinstance(value, list) for item in value
    ]
    assert [sorted(seen.query.split("&")) for seen in server.seen] == [sorted(query.split("&")) for query in queries]
