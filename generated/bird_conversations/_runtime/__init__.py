# Part of the client's runtime, the same in every client. Do not edit.
"""What generated code imports, each name from its module when it is first asked for."""

from typing import TYPE_CHECKING

from .lazy import exports

if TYPE_CHECKING:
    from .client import *
    from .errors import *
    from .model import *
    from .operation import *
    from .transport import *
    from .unions import *
else:
    _NAMES = {
        "client": "APIKeyAuth AsyncBaseClient AsyncPage AsyncPager AsyncResource"
        " BaseClient BasicAuth HTTPAuth Page Resource Secret setting",
        "errors": "APIConnectionError APIError APIResponseError APIStatusError"
        " APITimeoutError AuthenticationError BadRequestError ConflictError"
        " InternalServerError MissingCredentialsError NotFoundError"
        " PermissionDeniedError RateLimitError ResponseDecodeError"
        " UnprocessableEntityError",
        "model": "Model OpenModel UNSET Unset field",
        "operation": "Cookie Fields File FormBody Header JSONBody MultipartBody"
        " Operation Path Query RawBody RequestOptions TokenPagination",
        "transport": "AsyncHTTPTransport AsyncStreamedResponse AsyncTransport Headers"
        " HTTPTransport Request Response StreamedResponse Transport",
        "unions": "union",
    }
    __getattr__, __dir__ = exports(
        __name__, {name: home for home in _NAMES for name in _NAMES[home].split()}
    )
