# Generated from an OpenAPI description. Do not edit.
"""Models, imported when they are first asked for."""

from typing import TYPE_CHECKING

from .._runtime.lazy import exports

if TYPE_CHECKING:
    from .api_core_v1_pod import ApiCoreV1Pod as ApiCoreV1Pod
    from .meta_v1_status import MetaV1Status as MetaV1Status
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "ApiCoreV1Pod": "api_core_v1_pod",
            "MetaV1Status": "meta_v1_status",
        },
    )
