# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""Client for the Conversations API."""

from typing import TYPE_CHECKING

from ._runtime.lazy_imports import lazy_exports

if TYPE_CHECKING:
    from .errors import APIConnectionError as APIConnectionError
    from .errors import APIError as APIError
    from .errors import APIStatusError as APIStatusError
    from .errors import APITimeoutError as APITimeoutError
    from ._client import AsyncClient as AsyncClient
    from ._runtime.transport import AsyncHTTPTransport as AsyncHTTPTransport
    from ._runtime.pagination import AsyncPage as AsyncPage
    from ._runtime.pagination import AsyncPager as AsyncPager
    from ._runtime.transport import AsyncStreamedResponse as AsyncStreamedResponse
    from ._runtime.transport import AsyncTransport as AsyncTransport
    from .errors import AuthenticationError as AuthenticationError
    from .errors import BadRequestError as BadRequestError
    from ._client import Client as Client
    from .errors import ConflictError as ConflictError
    from ._runtime.messages import Content as Content
    from ._runtime.transport import HTTPTransport as HTTPTransport
    from ._runtime.messages import Headers as Headers
    from ._runtime.hooks import Hooks as Hooks
    from .errors import InternalServerError as InternalServerError
    from .errors import MissingCredentialsError as MissingCredentialsError
    from .errors import NotFoundError as NotFoundError
    from ._runtime.hooks import Outcome as Outcome
    from ._runtime.pagination import Page as Page
    from .errors import PermissionDeniedError as PermissionDeniedError
    from .errors import RateLimitError as RateLimitError
    from ._runtime.messages import Request as Request
    from ._runtime.operation import RequestOptions as RequestOptions
    from ._runtime.messages import Response as Response
    from .errors import ResponseDecodeError as ResponseDecodeError
    from ._runtime.messages import ResponseHead as ResponseHead
    from ._runtime.retry import RetryPolicy as RetryPolicy
    from ._runtime.transport import StreamedResponse as StreamedResponse
    from ._runtime.deadlines import Timeout as Timeout
    from ._runtime.transport import Transport as Transport
    from ._runtime.model import UNSET as UNSET
    from .errors import UnprocessableEntityError as UnprocessableEntityError
    from ._runtime.model import Unset as Unset
    from ._runtime.codec import decode as decode
    from ._runtime.codec import encode as encode
    from . import errors as errors
    from . import models as models
    from . import testing as testing
    from . import webhooks as webhooks
else:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        """
        :
            errors
            models
            testing
            webhooks
        _client:
            AsyncClient
            Client
        _runtime.codec:
            decode
            encode
        _runtime.deadlines: Timeout
        _runtime.hooks:
            Hooks
            Outcome
        _runtime.messages:
            Content
            Headers
            Request
            Response
            ResponseHead
        _runtime.model:
            UNSET
            Unset
        _runtime.operation: RequestOptions
        _runtime.pagination:
            AsyncPage
            AsyncPager
            Page
        _runtime.retry: RetryPolicy
        _runtime.transport:
            AsyncHTTPTransport
            AsyncStreamedResponse
            AsyncTransport
            HTTPTransport
            StreamedResponse
            Transport
        errors:
            APIConnectionError
            APIError
            APIStatusError
            APITimeoutError
            AuthenticationError
            BadRequestError
            ConflictError
            InternalServerError
            MissingCredentialsError
            NotFoundError
            PermissionDeniedError
            RateLimitError
            ResponseDecodeError
            UnprocessableEntityError
        """,
    )
