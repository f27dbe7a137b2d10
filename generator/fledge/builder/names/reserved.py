"""Names that the client, its modules or file systems use themselves, so that nothing else can be called so."""

from __future__ import annotations

from fledge.ir import PAGINATION_KINDS

RESERVED_CLASSES = frozenset(
    {
        "APIConnectionError",
        "APIError",
        "APIStatusError",
        "APITimeoutError",
        "AsyncClient",
        "AuthenticationError",
        "BadRequestError",
        "Client",
        "ConflictError",
        "InternalServerError",
        "MissingCredentialsError",
        "NotFoundError",
        "OAuth2Error",
        "PermissionDeniedError",
        "RateLimitError",
        "ResponseDecodeError",
        "StreamError",
        "UnprocessableEntityError",
        "WebhookVerificationError",
        # what an exception of these statuses might be called as well
        "ForbiddenError",
        "ServerError",
        "TooManyRequestsError",
        "UnauthorizedError",
        "ValidationError",
    }
)
"""What a client package exports beside models: a model of such a name would be taken for the exception."""

USED_BY_MODULES = frozenset(
    {
        *(kind.__name__ for kind in PAGINATION_KINDS),
        "AlwaysFalse",
        "AlwaysTrue",
        "Any",
        "AsyncBaseClient",
        "AsyncPager",
        "AsyncEventStream",
        "AsyncResource",
        "AsyncStream",
        "Base64",
        "Base64URL",
        "BaseClient",
        "ClassVar",
        "Cookie",
        "Decimal",
        "DecimalNumber",
        "EventStream",
        "EventsOperation",
        "Fields",
        "FormBody",
        "FormPart",
        "HTTPDate",
        "Header",
        "JSONBody",
        "KnownWebhook",
        "LinesOperation",
        "Literal",
        "Mapping",
        "Model",
        "MultipartBody",
        "NestedView",
        "BodyAlternatives",
        "NotRequired",
        "OpenModel",
        "Operation",
        "Page",
        "PartsBody",
        "Path",
        "PagedOperation",
        "Query",
        "QueryString",
        "RawBody",
        "RawContent",
        "RequestOptions",
        "Resource",
        "ResponseView",
        "Sequence",
        "SequenceOperation",
        "Stream",
        "TypeAlias",
        "TypedDict",
        "UNSET",
        "UUID",
        "Unpack",
        "UnknownWebhook",
        "Unset",
        "Uploadable",
        "VerifiedBody",
        "WebhookSignature",
        "WebhookVerificationError",
    }
)
"""What generated modules import; a model of such a name gets a longer one."""

CLIENT_MEMBERS = frozenset({"builtins", "cached_property", "call", "close", "request", "with_options"})
"""What a client has beside its resources, and what its class is written with."""

CONSTRUCTOR_ARGUMENTS = (
    "self",
    "auth",
    "base_url",
    "timeout",
    "max_response_bytes",
    "max_retries",
    "retry_policy",
    "headers",
    "strict_responses",
    "hooks",
    "transport",
    "http_client",
)
"""What the client's constructor takes beside credentials and the variables of servers."""

METHOD_ARGUMENTS = (
    "self",
    "options",
    "auth",
    "body",
    "timeout",
    "max_response_bytes",
    "max_retries",
    "base_url",
    "extra_headers",
    "extra_query",
    "extra_body",
    "on_upload_progress",
)
"""What every generated method takes beside the operation's own arguments."""

MODEL_METHODS = ("from_dict", "from_json", "to_dict", "to_json")
"""What every model has beside its fields."""

OPEN_MODEL_MEMBERS = ("additional_properties", *MODEL_METHODS)
"""What models with additional properties have beside their fields."""

NO_FILES = frozenset({"aux", "con", "nul", "prn", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})
"""Names that some operating system does not allow for a file."""
