# Part of the client's runtime, the same in every client. Do not edit.
"""Tokens that the client gets by itself (OAuth 2.0, RFC 6749)."""

from __future__ import annotations

import asyncio
import os
import time
from base64 import b64encode
from collections.abc import Mapping, Sequence
from contextlib import suppress
from math import isnan
from threading import Lock
from typing import Any, Literal, TypeAlias
from urllib.parse import parse_qsl, quote_plus, urlencode, urljoin
from weakref import WeakKeyDictionary

from msgspec import Struct, structs

from .auth import Secret
from .codec import parse
from .errors import APIError
from .hooks import resolve
from .http_auth import HTTPAuth
from .messages import Request, Response
from .shapes import is_object
from .operation import Session
from .origins import hide
from .parameters import header_value
from .status_errors import APIStatusError

ClientAuth: TypeAlias = Literal["basic", "post"]
"""Where the client's secret goes: a header or the body (RFC 6749 section 2.3.1)."""

_SKEW = 30.0  # seconds before its end at which a token is renewed
_NAME = "OAuth2 token request"


class OAuth2Error(APIError):
    """No token was given; `code` says why (RFC 6749 5.2), such as "invalid_grant"."""

    def __init__(self, message: str, code: str | None, status_code: int) -> None:
        super().__init__(message)
        self.code = code
        self.status_code = status_code


class _State(Struct):
    """What is known of the tokens of one server."""

    value: str | None  # of the header
    refresh_token: str | None
    former: str | None = None  # that some request may still be under way with
    until: float = float("inf")  # when to renew it, by time.monotonic
    outcomes: int = 0  # how often a token was asked for
    error: APIError | None = None  # the last outcome, if it was a failure


class OAuth2(HTTPAuth):
    """A bearer token, which is got and renewed by the first grant that all is there for.

    A `token` that is passed is used until the server refuses it; a function is asked at
    each call. `token_urls` are by grant type, and may be relative to the base URL. One
    token is asked for at a time: other threads and tasks wait for it, and share a
    failure. Without `scopes`, the server decides.
    """

    def __init__(
        self,
        token: Secret | None,
        *,
        token_urls: Mapping[str, str],
        client_id: str | None = None,
        client_secret: str | None = None,
        username: str | None = None,
        password: str | None = None,
        refresh_token: str | None = None,
        scopes: Sequence[str] = (),
        client_auth: ClientAuth = "basic",
        hint: str = "",
    ) -> None:
        super().__init__("Bearer", token, hint=hint)
        forms: dict[str, dict[str, str | None]] = {
            "refresh_token": {"refresh_token": refresh_token},
            "password": {"username": username, "password": password},
            "client_credentials": {
                "client_id": client_id,
                "client_secret": client_secret,
            },
        }
        for name, value in [pair for form in forms.values() for pair in form.items()]:
            header_value(name, value or "")
        grants = [g for g, f in forms.items() if g in token_urls and all(f.values())]
        self._grant = grants[0] if grants and not callable(token) else None
        self.is_set = bool(token or self._grant)
        self._token_urls, self._client_auth = token_urls, client_auth
        self._id, self._secret = client_id, client_secret
        self._user = {"username": username or "", "password": password or ""}
        listed = [scopes] if isinstance(scopes, str) else scopes  # a text has blanks
        self._scope = {"scope": " ".join(listed)} if scopes else {}
        self._refresh_token = refresh_token
        self._states: dict[str, _State] = {}
        self._lock, self._process = Lock(), os.getpid()
        self._locks: WeakKeyDictionary[Any, asyncio.Lock] = WeakKeyDictionary()

    async def value(self, session: Session) -> str | None:
        if not self._grant:
            return await super().value(session)
        state = self._state(session)
        if state.value and time.monotonic() < state.until:
            return state.value
        outcomes_before = state.outcomes
        if self._process != os.getpid():  # after a fork, another thread may hold it
            self._lock, self._process = Lock(), os.getpid()
        lock: Any = self._lock
        if session.asynchronous:
            loop = asyncio.get_running_loop()
            lock = self._locks.setdefault(loop, asyncio.Lock())
        await resolve(lock.acquire())
        try:
            if state.outcomes == outcomes_before:
                await self._renew(state, session)
            if state.error:
                raise state.error
            return state.value
        finally:
            lock.release()

    async def renewed(self, request: Request, session: Session) -> Request | None:
        """The request with a new token, if the one that it has can be renewed."""
        state, value = self._state(session), request.headers.get("authorization", "")
        if value == state.value:
            state.until = 0.0
        replayable = getattr(request.content, "replayable", True)
        if not (self._grant and replayable and value in (state.value, state.former)):
            return None
        headers = {**request.headers, "authorization": await self.value(session) or ""}
        return structs.replace(request, headers=headers)

    def _state(self, session: Session) -> _State:
        start = _State(self._value, self._refresh_token)
        return self._states.setdefault(session.server, start)

    async def _renew(self, state: _State, session: Session) -> None:
        """Ask for a token: a refresh token of the server's goes before a password."""
        fresh = state.refresh_token and "refresh_token" in self._token_urls
        for grant in ("refresh_token" if fresh else self._grant, self._grant):
            request = self._request(str(grant), state, session)
            begun = time.monotonic()
            try:
                self._keep(await session.send(request), begun, state)
                state.error = None
                break
            except APIError as error:
                error.request = request.public()
                state.error = error
                if grant == self._grant or not isinstance(error, OAuth2Error):
                    break
                state.refresh_token = None
        state.outcomes += 1

    def _request(self, grant: str, state: _State, session: Session) -> Request:
        form = {"grant_type": grant, **self._scope}
        headers = {"accept": "application/json"}
        if grant == "password":
            form |= self._user
        elif grant == "refresh_token":
            form["refresh_token"] = state.refresh_token or ""
        if self._id and self._secret and self._client_auth == "basic":
            pair = b64encode(self._pair().encode()).decode()
            headers["authorization"] = f"Basic {pair}"
        else:
            both = {"client_id": self._id, "client_secret": self._secret}
            form |= {name: value for name, value in both.items() if value}
        url = urljoin(session.server, self._token_urls[grant])
        return Request(
            _NAME,
            "POST",
            url,
            {**headers, "content-type": "application/x-www-form-urlencoded"},
            urlencode(form).encode(),
            session.timeout,
            repeatable=grant != "refresh_token",
        )

    def _public(self, text: str, state: _State) -> str:
        """A server's text without the secrets that it was sent, in any form."""
        secrets = [self._secret, self._user["password"], state.refresh_token]
        if self._id and self._secret:
            for pair in (self._pair(), f"{self._id}:{self._secret}"):
                secrets.append(b64encode(pair.encode()).decode().rstrip("="))
        return hide(text, filter(None, secrets))

    def _pair(self) -> str:
        return f"{quote_plus(self._id or '')}:{quote_plus(self._secret or '')}"

    def _keep(self, response: Response[Any], begun: float, state: _State) -> None:
        """Keep what the server gave, or raise OAuth2Error."""
        try:
            content = parse(response.content)
        except ValueError:  # a form, as some servers have it
            content = dict(parse_qsl(response.text))
        fields: dict[str, Any] = content if is_object(content) else {}
        token, code = fields.get("access_token"), fields.get("error")
        value = None
        with suppress(TypeError, ValueError):  # it is no text, or has a line break
            value = self._format(token)
        if not (response.is_success and value):
            code = self._public(code, state) if isinstance(code, str) else None
            text = fields.get("error_description")
            text = self._public(text, state) if isinstance(text, str) else None
            reason = ": ".join(filter(None, (code, text))) or "the answer has no token"
            if not (code or text or response.is_success):
                other = APIStatusError("", response, None)
                reason = self._public(other.message, state)
            message = f"{_NAME}: {response.status_code} {reason[:500]}"
            raise OAuth2Error(message, code, response.status_code)
        life = float("inf")
        with suppress(TypeError, ValueError, OverflowError):  # it may be a text
            number = float(fields["expires_in"]) if "expires_in" in fields else life
            life = life if isnan(number) else number
        state.former, state.value = state.value, value
        state.until = begun + life - min(_SKEW, life / 4)
        if self._grant != "client_credentials":  # RFC 6749 4.4.3: it needs none
            with suppress(TypeError, ValueError):
                fresh = header_value("refresh_token", fields.get("refresh_token", ""))
                state.refresh_token = fresh or state.refresh_token
