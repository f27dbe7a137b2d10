# Generated from an OpenAPI description. Do not edit.
"""Models, imported when they are first asked for."""

from typing import TYPE_CHECKING

from .._runtime.lazy import exports

if TYPE_CHECKING:
    from .会话_ import 会话 as 会话
    from .참가자_ import 참가자 as 참가자
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "会话": "会话_",
            "참가자": "참가자_",
        },
    )
