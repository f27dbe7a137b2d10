# Part of the client's runtime, the same in every client. Do not edit.
"""What generated code imports, each name from its module when it is first asked for."""

from typing import TYPE_CHECKING

from .lazy import exports

if TYPE_CHECKING:
    from .auth import *
    from .client import *
    from .errors import *
    from .model import *
    from .operation import *
    from .pages import *
    from .parameters import *
    from .response import *
    from .transport import *
    from .unions import *

_NAMES = {
    "auth": "APIKeyAuth BasicAuth HTTPAuth Secret setting",
    "client": "AsyncBaseClient AsyncResource BaseClient Resource",
    "errors": "APIConnectionError APIError APIResponseError APIStatusError"
    " APITimeoutError AuthenticationError BadRequestError ConflictError"
    " InternalServerError MissingCredentialsError NotFoundError PermissionDeniedError"
    " RateLimitError ResponseDecodeError UnprocessableEntityError",
    "model": "Model OpenModel UNSET Unset field",
    "operation": "Fields JSONBody Operation RawBody RequestOptions TokenPagination",
    "pages": "AsyncPage AsyncPager Page",
    "parameters": "Cookie Header Path Query",
    "response": "AsyncStreamedResponse Headers Response StreamedResponse",
    "transport": "AsyncHTTPTransport AsyncTransport HTTPTransport Request Transport",
    "unions": "union",
}

__getattr__, __dir__ = exports(
    __name__, {name: home for home, names in _NAMES.items() for name in names.split()}
)
