# Generated from an OpenAPI description. Do not edit.
"""Models, imported when they are first asked for."""

from typing import TYPE_CHECKING

from .._runtime.lazy import exports

if TYPE_CHECKING:
    from .pet import Pet as Pet
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "Pet": "pet",
        },
    )
