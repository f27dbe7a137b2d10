"""Transports: proxies, certificates and HTTP/2, each with a real server, and what is said where they fail."""

from __future__ import annotations

import asyncio
import base64
import re
import select
import socket
import socketserver
import ssl
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import h2.config
import h2.connection
import h2.events
import httpx2
import pytest
import trustme

from fledge.runtime.aiohttp_transport import AIOHTTPTransport
from fledge.runtime.client import AsyncBaseClient, BaseClient
from fledge.runtime.errors import APIConnectionError
from fledge.runtime.status_errors import APIStatusError
from fledge.runtime.bodies import JSONBody
from fledge.runtime.operation import Operation
from fledge.runtime.messages import Headers
from fledge.runtime.transport import AsyncHTTPTransport, HTTPTransport, Routes, StreamedResponse
from tests.conftest import ROOT

from .conftest import Server
from .operations import STATUS_ERRORS

GET: Operation[Any] = Operation("GET /thing")
POST: Operation[Any] = Operation("POST /thing", body=JSONBody())
KINDS: dict[str, Any] = {"sync": HTTPTransport, "async": AsyncHTTPTransport, "aiohttp": AIOHTTPTransport}
everywhere = pytest.mark.parametrize("kind", KINDS)


def call(kind: str, url: str, operation: Operation[Any] = GET, *, times: int = 1, **settings: Any) -> Any:
    """What calls through a transport with these settings give; `body` is the argument of a POST."""
    body = {"body": settings.pop("body")} if "body" in settings else {}
    options: dict[str, Any] = {"base_url": url, "max_retries": 0, "timeout": 5}
    if kind == "sync":
        with BaseClient(transport=HTTPTransport(**settings), **options) as client:
            return [client.call(operation({}), **body) for _ in range(times)][-1]

    async def asynchronously() -> Any:
        async with AsyncBaseClient(transport=KINDS[kind](**settings), **options) as client:
            return (await asyncio.gather(*(client.call(operation({}), **body) for _ in range(times))))[-1]

    return asyncio.run(asynchronously())


# --- servers


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.rfile.read(int(self.headers.get("content-length", 0)))
        self.send_response(200)
        self.send_header("content-length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    do_POST = do_GET

    def log_message(self, *args: object) -> None:
        pass


class Quiet(ThreadingHTTPServer):
    def finish_request(self, request: Any, client_address: Any) -> None:
        if isinstance(request, ssl.SSLSocket):
            try:
                request.do_handshake()
            except ssl.SSLError:  # what the client says is read, so that it gets the alert and no reset
                with socket.socket(fileno=request.detach()) as bare:
                    bare.settimeout(1)
                    bare.shutdown(socket.SHUT_WR)
                    while bare.recv(65536):
                        pass
                raise
        super().finish_request(request, client_address)

    def handle_error(self, *args: object) -> None:
        """A client that does not trust the server leaves early."""


@contextmanager
def serving(http: socketserver.BaseServer) -> Iterator[int]:
    threading.Thread(target=http.serve_forever, args=(0.01,), daemon=True).start()
    yield int(http.server_address[1])
    http.shutdown()
    http.server_close()


@contextmanager
def web(context: ssl.SSLContext | None = None) -> Iterator[str]:
    """A server of HTTP, or of HTTPS."""
    http = Quiet(("127.0.0.1", 0), Handler)
    if context:
        http.socket = context.wrap_socket(http.socket, server_side=True, do_handshake_on_connect=False)
    with serving(http) as port:
        yield f"{'https' if context else 'http'}://localhost:{port}"


class Proxy(socketserver.StreamRequestHandler):
    """A proxy for HTTP, and by CONNECT for anything; its server's `heads` are what it was asked."""

    rbufsize = 0  # what follows the head is for the other end

    def handle(self) -> None:
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            if not (line := self.rfile.readline()):
                return
            head += line
        self.server.heads.append(head.decode().lower())
        method, target, _ = head.split(b"\r\n")[0].decode().split()
        host, _, port = target.removeprefix("http://").partition("/")[0].partition(":")
        with socket.create_connection((host, int(port))) as there:
            if method == "CONNECT":
                self.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
            else:
                path = "/" + target.removeprefix("http://").partition("/")[2]
                there.sendall(head.replace(target.encode(), path.encode(), 1))
            ends = [self.connection, there]
            while True:
                for end in select.select(ends, [], [])[0]:
                    if not (data := end.recv(65536)):
                        return
                    ends[end is self.connection].sendall(data)


class Proxies(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Proxy)
        self.heads: list[str] = []


@pytest.fixture
def proxies() -> Iterator[Proxies]:
    server = Proxies()
    with serving(server):
        yield server


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


def certified(authority: trustme.CA, *names: str) -> ssl.SSLContext:
    """The context of a server with a certificate for these names."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names).configure_cert(context)
    return context


@pytest.fixture
def trusting(authority: trustme.CA) -> ssl.SSLContext:
    """The context of a client that trusts the authority."""
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


# --- proxies


@everywhere
def test_a_proxy(kind: str, proxies: Proxies, authority: trustme.CA, trusting: ssl.SSLContext) -> None:
    """Plain HTTP is asked of the proxy; HTTPS goes through a tunnel, in which it sees nothing."""
    proxy = f"http://me:p%40ss@127.0.0.1:{proxies.server_address[1]}"
    with web() as url:
        assert call(kind, url, POST, proxy=proxy, body=[1]) == {}
    with web(certified(authority, "localhost")) as secure:
        assert call(kind, secure, proxy=proxy, ssl_context=trusting) == {}
    plain, tunnel = proxies.heads
    assert plain.startswith(f"post {url}/thing ") and tunnel.startswith(f"connect {secure[8:]} ")
    secret = base64.b64encode(b"me:p@ss").decode().lower()
    assert f"proxy-authorization: basic {secret}" in plain and secret in tunnel


@everywhere
def test_the_environments_proxy(kind: str, proxies: Proxies, monkeypatch: pytest.MonkeyPatch) -> None:
    """HTTP_PROXY is obeyed, but for hosts in NO_PROXY, and not where a proxy is given."""
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{proxies.server_address[1]}")
    with web() as url:
        call(kind, url)
        assert len(proxies.heads) == 1
        monkeypatch.setenv("NO_PROXY", "example.com,localhost")
        call(kind, url)
        assert len(proxies.heads) == 1
        monkeypatch.delenv("NO_PROXY")
        with pytest.raises(APIConnectionError) as caught:
            call(kind, url, proxy="http://127.0.0.1:9")
    assert not caught.value.sent


def test_the_default_transport_takes_the_environments_proxy(proxies: Proxies, monkeypatch: pytest.MonkeyPatch) -> None:
    """A client that is made without a transport obeys the environment, too."""
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.setenv("ALL_PROXY", f"http://127.0.0.1:{proxies.server_address[1]}")
    with web() as url, BaseClient(base_url=url) as client:
        client.call(GET({}))
    assert len(proxies.heads) == 1


@everywhere
@pytest.mark.parametrize("variable", ["HTTP_PROXY", "ALL_PROXY", "http_proxy"])
def test_a_proxy_without_a_scheme(kind: str, proxies: Proxies, monkeypatch: pytest.MonkeyPatch, variable: str) -> None:
    """A host and a port in the environment are a proxy of plain HTTP, as for httpx2."""
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, f"127.0.0.1:{proxies.server_address[1]}")
    with web() as url:
        call(kind, url)
    assert len(proxies.heads) == 1


BAD_PROXIES = [
    "http://me:pa/55@127.0.0.1:1",
    "http://me:55/pa@127.0.0.1:1",
    "http://me:pa?55@127.0.0.1:1",
    "http://me:pa55@127.0.0.1:99999",
    "http://me:pa55@[127.0.0.1:1",
    "http://me:pa55@127.0.0.1:port",
    "ftp://me:pa55@127.0.0.1:1",
    "me:pa55@127.0.0.1:1",
    "//me:pa55@127.0.0.1:1",
]


@everywhere
@pytest.mark.parametrize("proxy", BAD_PROXIES)
def test_a_malformed_proxy(kind: str, proxy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error says what a proxy is like, and shows nothing of this one: it may have a password."""
    with pytest.raises(ValueError, match=r"^proxy must be like http://host:port, or http://") as raised:
        call(kind, "http://localhost", proxy=proxy)
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    shown = [*traceback.format_exception(raised.value)]
    if "://" in proxy:  # else it is a host and a port, for which there is a test above
        monkeypatch.setenv("HTTP_PROXY", proxy)
        with pytest.raises(APIConnectionError, match="the environment's proxy for http must be like") as caught:
            call(kind, "http://localhost")
        assert not caught.value.sent
        shown += traceback.format_exception(caught.value)
    assert not re.search("pa.?55|55.?pa", "".join(shown))


@everywhere
def test_a_port_that_cannot_be(kind: str) -> None:
    """A base URL has a port below 65536."""
    with pytest.raises(ValueError, match="base_url must be like"):
        call(kind, "http://localhost:65536")


DIRECT: dict[str, list[str]] = {
    "example.com": ["http://example.com", "https://EXAMPLE.com:8443", "http://a.example.com"],
    ".example.com": ["http://a.example.com"],
    "*.example.com": ["http://a.example.com"],
    " example.com:8443 ,other": ["https://example.com:8443", "http://other"],
    "http://example.com": ["http://example.com"],
    "all://example.com": ["http://example.com", "https://example.com:8443"],
    "10.0.0.0/8,::1": ["http://10.1.2.3:80", "http://[::1]:80"],
    "[fe80::1]": ["https://[fe80::1]"],
    "*": ["http://example.com", "http://10.1.2.3:80"],
    "": [],
    "10.1.2.3": ["http://10.1.2.3:80"],
}


@pytest.mark.parametrize("entries", DIRECT)
def test_hosts_without_a_proxy(monkeypatch: pytest.MonkeyPatch, entries: str) -> None:
    """NO_PROXY has the forms that httpx2 reads: domains, those below, ports, schemes, addresses and networks.

    Its releases before 2.16 read fewer.
    """
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", entries)
    urls = {url for hosts in DIRECT.values() for url in hosts} | {"http://badexample.com", "http://192.0.2.1"}
    routes = Routes(None)
    proxied = {url for url in urls if routes.proxy(url)}
    assert not proxied.intersection(DIRECT[entries])
    if tuple(map(int, httpx2.__version__.split(".")[:2])) >= (2, 16):
        theirs = {url: httpx2.Client()._transport_for_url(httpx2.URL(url)) for url in urls}
        assert proxied == {url for url, each in theirs.items() if "HTTPProxy" in type(getattr(each, "_pool")).__name__}


# --- certificates


def test_a_missing_file_of_certificates(trusting: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error names the variable; a context of one's own does not need it, and an empty variable is none."""
    monkeypatch.setenv("SSL_CERT_FILE", "/nowhere/authorities.pem")
    for transport in (HTTPTransport, AsyncHTTPTransport):
        with pytest.raises(FileNotFoundError, match="SSL_CERT_FILE"):
            transport()
        transport(ssl_context=trusting)
    monkeypatch.setenv("SSL_CERT_FILE", "")
    HTTPTransport().close()


@pytest.mark.parametrize("content", ["", "no certificate", None])
def test_a_wrong_file_of_certificates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str | None) -> None:
    """A file without certificates, or a folder: the error names the variable and the path."""
    path = tmp_path if content is None else tmp_path / "authorities.pem"
    if content is not None:
        path.write_text(content)
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    with pytest.raises(OSError, match=f"SSL_CERT_FILE: {path}"):
        HTTPTransport()


@everywhere
def test_an_authority_of_ones_own(kind: str, authority: trustme.CA, trusting: ssl.SSLContext) -> None:
    """A certificate is trusted if the context says so; else the error says what to do, and nothing was sent."""
    with web(certified(authority, "localhost")) as url:
        assert call(kind, url, ssl_context=trusting) == {}
        with pytest.raises(APIConnectionError, match="GET /thing: .*ssl_context says what is trusted") as caught:
            call(kind, url)
    assert not caught.value.sent


@everywhere
def test_a_certificate_for_another_host(kind: str, authority: trustme.CA, trusting: ssl.SSLContext) -> None:
    """A certificate that is trusted, and for another name, is refused."""
    with web(certified(authority, "example.com")) as url:
        with pytest.raises(APIConnectionError, match="(?i)not valid for 'localhost'|hostname mismatch") as caught:
            call(kind, url, ssl_context=trusting)
    assert not caught.value.sent


@everywhere
def test_a_certificate_of_the_client(
    kind: str, authority: trustme.CA, trusting: ssl.SSLContext, tmp_path: Path
) -> None:
    """A server may want one (`mutualTLS`); without it, the error says where it goes."""
    context = certified(authority, "localhost")
    context.verify_mode = ssl.CERT_REQUIRED
    authority.configure_trust(context)
    with web(context) as url:
        with pytest.raises(APIConnectionError, match="a certificate of yours goes into a transport's ssl_context"):
            call(kind, url, ssl_context=trusting)
        pem = tmp_path / "mine.pem"
        authority.issue_cert("me@example.com").private_key_and_cert_chain_pem.write_to_path(str(pem))
        trusting.load_cert_chain(pem)
        assert call(kind, url, ssl_context=trusting) == {}


@everywhere
def test_no_certificate_at_all(kind: str) -> None:
    """HTTPS with a server that speaks plain HTTP is an error of the family."""
    with web() as url, pytest.raises(APIConnectionError) as caught:
        call(kind, url.replace("http:", "https:"))
    assert not caught.value.sent


# --- HTTP/2


class HTTP2(socketserver.BaseRequestHandler):
    """Answers each request of one connection; its server counts `connections`."""

    def handle(self) -> None:
        self.server.connections += 1
        connection = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False))
        connection.initiate_connection()
        self.request.sendall(connection.data_to_send())
        while data := self.request.recv(65536):
            for event in connection.receive_data(data):
                if isinstance(event, h2.events.StreamEnded):
                    connection.send_headers(event.stream_id, [(":status", "200"), ("x-http", "2")])
                    connection.send_data(event.stream_id, b'{"http": 2}', end_stream=True)
            self.request.sendall(connection.data_to_send())


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_http_2(kind: str, authority: trustme.CA, trusting: ssl.SSLContext) -> None:
    """Where it may be used, and the server knows it, calls share one connection."""
    context = certified(authority, "localhost")
    context.set_alpn_protocols(["h2"])
    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), HTTP2)
    server.daemon_threads = True
    server.connections = 0
    server.socket = context.wrap_socket(server.socket, server_side=True)
    with serving(server) as port:
        url = f"https://localhost:{port}"
        assert call(kind, url, times=5, http2=True, ssl_context=trusting) == {"http": 2}
        assert call(kind, url, POST, body=[1], http2=True, ssl_context=trusting) == {"http": 2}
    assert server.connections == 2


@pytest.mark.parametrize("transport", [HTTPTransport, AsyncHTTPTransport])
def test_http_2_without_its_package(transport: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Without h2 it is refused when the transport is made, and the error says what to install."""
    monkeypatch.setitem(sys.modules, "h2", None)
    with pytest.raises(ImportError, match="pip install h2"):
        transport(http2=True)


# --- connections


@everywhere
def test_max_connections(kind: str) -> None:
    """There are never more than allowed; further calls wait."""
    now, most, lock = 0, 0, threading.Lock()

    class Counting(Handler):
        def do_GET(self) -> None:
            nonlocal now, most
            with lock:
                now, most = now + 1, max(most, now + 1)
            threading.Event().wait(0.02)
            with lock:
                now -= 1
            super().do_GET()

    with serving(Quiet(("127.0.0.1", 0), Counting)) as port:
        call(kind, f"http://127.0.0.1:{port}", times=8, max_connections=2)
        assert most <= 2
        if kind != "sync":
            call(kind, f"http://127.0.0.1:{port}", times=8, max_connections=None)
            assert most > 2


# --- a transport of one's own


def test_the_transport_of_the_docs(server: Server) -> None:
    """The example of docs/transports.md is as short as it says, and does what a transport has to."""
    page = (ROOT / "docs" / "transports.md").read_text(encoding="utf-8")
    (example,) = (text for text in re.findall(r"```python\n(.*?)```", page, re.DOTALL) if "URLLibTransport" in text)
    _, _, transport = example.partition("StreamedResponse\n")
    assert len([line for line in transport.splitlines() if line]) <= 20
    public, _, rest = example.partition(
        "from bird_conversations import APIConnectionError, Headers, StreamedResponse\n"
    )
    assert rest
    names: dict[str, Any] = {
        "APIConnectionError": APIConnectionError,
        "Headers": Headers,
        "StreamedResponse": StreamedResponse,
    }
    exec(public + rest, names)
    with BaseClient(
        base_url=server.url, transport=names["URLLibTransport"](), errors=STATUS_ERRORS, max_retries=0
    ) as client:
        server.answer(302, headers={"Location": "/elsewhere"})
        server.answer(200, {"found": "é"})
        assert client.call(GET({})) == {"found": "é"}
        assert server.last.target == "/elsewhere"
        client.call(POST({}), body=[1])
        assert (server.last.method, server.last.body) == ("POST", b"[1]")
        assert server.last.headers["content-type"] == "application/json"
        server.answer(404, {"code": "gone"})
        with pytest.raises(APIStatusError, match="GET /thing: 404 gone"):
            client.call(GET({}))
        for broken in ({"cut": 1}, {"hang": True}):
            server.answer(200, b"{}", **broken)
            with pytest.raises(APIConnectionError, match="GET /thing"):
                client.call(GET({"timeout": 0.2}))
