# Generated from an OpenAPI description. Do not edit.
"""The operations on `/things`."""

from __future__ import annotations

from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.operation import Operation, RequestOptions
from .._runtime.parameters import Query

_LIST: Operation[None] = Operation(
    "GET /things",
    parameters={"kind": Query("kind")},
    success={204: None},
)


class ThingsResource(Resource[BaseClient]):
    """The operations of `client.things`."""

    def list(
        self,
        *,
        kind: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """List **things** & others.

        Lists the `Thing`s of [an account](https://example.com/accounts). All of
        **them**.

        Kinds:
        - one
        - two
          1. inner *first*
          2. inner second

        Use `<b>code</b>` and <your-key>, a < b, a<b, <https://example.com> and <code>.

        First
        second
        third.

        ### An example

        ```
        if a < b:
            go()
        ```

        | Column | Meaning |
        |--------|---------|
        | `a`    | one two |

        ```html
        <p>stays</p>
        ```

        Args:
            kind: The kind.

                - `a`: A
                - `b`: B

        Raises: NotFoundError: The *shelf* is gone.
        """
        return self._client.call(_LIST(options), kind=kind)


class AsyncThingsResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `ThingsResource`."""

    async def list(
        self,
        *,
        kind: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Asynchronous twin of `ThingsResource.list`."""
        return await self._client.call(_LIST(options), kind=kind)
