"""Bodies that are saved to a file, or read in pieces while a hook is told."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest

from fledge.runtime.errors import APIConnectionError
from fledge.runtime.messages import Headers
from fledge.runtime.transport import StreamedResponse
from tests.runtime.http import operations as op
from tests.runtime.http.conftest import Api, Server

BODY = bytes(range(256)) * 2000


def test_save(api: Api, server: Server, tmp_path: Path) -> None:
    """The file takes the place of another one, and the hook is told of each piece."""
    server.answer(200, BODY)
    told: list[tuple[int, int | None]] = []
    path = tmp_path / "file"
    path.write_text("old")
    saved = api.stream(lambda answer: answer.save(str(path), lambda *heard: told.append(heard)), op.DOWNLOAD)
    assert saved == path
    assert path.read_bytes() == BODY
    assert [each.name for each in tmp_path.iterdir()] == ["file"]
    assert told[-1] == (len(BODY), len(BODY))
    assert len(told) > 1
    assert told == sorted(told)


def test_pieces(api: Api, server: Server) -> None:
    """`iter_bytes` takes the same hook; what is encoded has no length that is known."""
    server.answer(200, gzip.compress(BODY), headers={"Content-Encoding": "gzip"})
    told: list[tuple[int, int | None]] = []

    async def collect(answer: Any) -> bytes:
        return b"".join([piece async for piece in answer.iter_bytes(lambda *heard: told.append(heard))])

    def join(answer: Any) -> bytes:
        return b"".join(answer.iter_bytes(lambda *heard: told.append(heard)))

    assert api.stream(collect if api.asynchronous else join, op.DOWNLOAD) == BODY
    assert told[-1] == (len(BODY), None)


def test_encoded_bodies_are_saved(api: Api, server: Server, tmp_path: Path) -> None:
    """Content-Length counts what is sent, which says nothing of the file."""
    server.answer(200, gzip.compress(BODY), headers={"Content-Encoding": "gzip"})
    path = api.stream(lambda answer: answer.save(tmp_path / "file"), op.DOWNLOAD)
    assert path.read_bytes() == BODY


def test_a_body_that_breaks_off_leaves_what_there_was(api: Api, server: Server, tmp_path: Path) -> None:
    """Half a file is none; the error has the request."""
    server.answer(200, BODY, cut=10)
    path = tmp_path / "file"
    path.write_text("old")
    with pytest.raises(APIConnectionError) as caught:
        api.stream(lambda answer: answer.save(path), op.DOWNLOAD)
    assert caught.value.request is not None
    assert caught.value.request.operation == "GET /file"
    assert [each.read_text() for each in tmp_path.iterdir()] == ["old"]


def test_a_transport_that_loses_bytes(tmp_path: Path) -> None:
    """The length is checked, whatever the transport checks."""
    closed: list[bool] = []
    headers = Headers({"Content-Length": "5"})
    answer = StreamedResponse(200, headers, lambda: iter([b"abc"]), lambda: closed.append(True))
    with pytest.raises(APIConnectionError, match="the body ended after 3 of 5 bytes"):
        answer.save(tmp_path / "file")
    assert closed
    assert not list(tmp_path.iterdir())


def test_a_hook_that_raises_ends_the_download(api: Api, server: Server, tmp_path: Path) -> None:
    server.answer(200, BODY)

    def stop(so_far: int, total: int | None) -> None:
        raise KeyError(so_far)

    with pytest.raises(KeyError):
        api.stream(lambda answer: answer.save(tmp_path / "file", stop), op.DOWNLOAD)
    assert not list(tmp_path.iterdir())


def test_folders_are_not_made(api: Api, server: Server, tmp_path: Path) -> None:
    server.answer(200, BODY)
    with pytest.raises(FileNotFoundError):
        api.stream(lambda answer: answer.save(tmp_path / "missing" / "file"), op.DOWNLOAD)
