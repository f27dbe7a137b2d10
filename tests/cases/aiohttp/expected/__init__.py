# Generated from an OpenAPI description. Do not edit.
"""Client of the Case API."""

from typing import TYPE_CHECKING

from ._runtime.lazy import exports

if TYPE_CHECKING:
    from ._runtime.aiohttp_transport import AIOHTTPTransport as AIOHTTPTransport
    from .errors import APIConnectionError as APIConnectionError
    from .errors import APIError as APIError
    from .errors import APIStatusError as APIStatusError
    from .errors import APITimeoutError as APITimeoutError
    from ._client import AsyncClient as AsyncClient
    from ._runtime.transport import AsyncHTTPTransport as AsyncHTTPTransport
    from .errors import AuthenticationError as AuthenticationError
    from .errors import BadRequestError as BadRequestError
    from ._client import Client as Client
    from .errors import ConflictError as ConflictError
    from ._runtime.transport import HTTPTransport as HTTPTransport
    from ._runtime.sending import Hooks as Hooks
    from .errors import InternalServerError as InternalServerError
    from .errors import MissingCredentialsError as MissingCredentialsError
    from .errors import NotFoundError as NotFoundError
    from .errors import PermissionDeniedError as PermissionDeniedError
    from .errors import RateLimitError as RateLimitError
    from .errors import ResponseDecodeError as ResponseDecodeError
    from ._runtime.sending import RetryPolicy as RetryPolicy
    from ._runtime.model import UNSET as UNSET
    from .errors import UnprocessableEntityError as UnprocessableEntityError
    from ._runtime.model import Unset as Unset
    from . import errors as errors
    from . import models as models
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AIOHTTPTransport": "_runtime.aiohttp_transport",
            "APIConnectionError": "errors",
            "APIError": "errors",
            "APIStatusError": "errors",
            "APITimeoutError": "errors",
            "AsyncClient": "_client",
            "AsyncHTTPTransport": "_runtime.transport",
            "AuthenticationError": "errors",
            "BadRequestError": "errors",
            "Client": "_client",
            "ConflictError": "errors",
            "HTTPTransport": "_runtime.transport",
            "Hooks": "_runtime.sending",
            "InternalServerError": "errors",
            "MissingCredentialsError": "errors",
            "NotFoundError": "errors",
            "PermissionDeniedError": "errors",
            "RateLimitError": "errors",
            "ResponseDecodeError": "errors",
            "RetryPolicy": "_runtime.sending",
            "UNSET": "_runtime.model",
            "UnprocessableEntityError": "errors",
            "Unset": "_runtime.model",
            "errors": "errors",
            "models": "models",
        },
    )
