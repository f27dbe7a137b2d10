"""The intermediate representation: an API without OpenAPI's spelling and without Python's syntax."""

from fledge.config.distribution import DistributionConfig
from fledge.config.webhooks import WebhookSignatureConfig
from fledge.ir.api import Api
from fledge.ir.constraints import NO_CONSTRAINTS, Constraints, Number
from fledge.ir.docs import Docs
from fledge.ir.json_values import JSONValue
from fledge.ir.models import AliasModel, EnumModel, Field, Model, ObjectModel, UnionDispatch, UnionModel
from fledge.ir.names import Name
from fledge.ir.operations import (
    Encoding,
    Location,
    Operation,
    Parameter,
    RequestBody,
    RequestBodyKind,
    Resource,
    Response,
    ResponseHeader,
)
from fledge.ir.pagination import (
    PAGINATION_KINDS,
    CursorPagination,
    LinkPagination,
    NumberPagination,
    OffsetPagination,
    Pagination,
    TokenPagination,
    URLPagination,
)
from fledge.ir.security import SchemeKind, SecurityScheme, environment_variable
from fledge.ir.servers import Server, ServerVariable
from fledge.ir.string_formats import STRING_FORMATS, StringFormat
from fledge.ir.types import Const, JSONScalar, ListOf, MapOf, ModelRef, Scalar, TupleOf, Type, TypeOf, Union
from fledge.ir.webhooks import Webhook, WebhookEvent
from fledge.openapi.media_types import StreamFormat

__all__ = [
    "AliasModel",
    "Api",
    "Const",
    "Constraints",
    "DistributionConfig",
    "CursorPagination",
    "Docs",
    "Encoding",
    "EnumModel",
    "Field",
    "JSONScalar",
    "JSONValue",
    "LinkPagination",
    "ListOf",
    "Location",
    "MapOf",
    "Model",
    "ModelRef",
    "NO_CONSTRAINTS",
    "Name",
    "Number",
    "NumberPagination",
    "ObjectModel",
    "OffsetPagination",
    "Operation",
    "PAGINATION_KINDS",
    "Pagination",
    "Parameter",
    "RequestBody",
    "RequestBodyKind",
    "Resource",
    "Response",
    "ResponseHeader",
    "Scalar",
    "SchemeKind",
    "SecurityScheme",
    "Server",
    "ServerVariable",
    "StreamFormat",
    "STRING_FORMATS",
    "StringFormat",
    "TokenPagination",
    "TupleOf",
    "Type",
    "TypeOf",
    "URLPagination",
    "Union",
    "UnionDispatch",
    "UnionModel",
    "Webhook",
    "WebhookEvent",
    "WebhookSignatureConfig",
    "environment_variable",
]
