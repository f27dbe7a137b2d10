# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""The operations on `/prices`."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from .._runtime.bodies import Fields
from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.decimals import DecimalNumber
from .._runtime.model import UNSET, Unset
from .._runtime.operation import Operation, RequestOptions
from .._runtime.views import async_raw, async_streamed, raw, streamed
from ..models import Price

if TYPE_CHECKING:
    from ..models import DecimalNumberModel, DecimalNumberModelDict

_SET: Operation[None] = Operation(
    "POST /prices",
    body=Fields(Price),
    success={204: None},
)


class PricesResource(Resource[BaseClient]):
    """The operations of `client.prices`."""

    def set(
        self,
        *,
        amount: Decimal,
        number: DecimalNumber | None = None,
        pydantic: Decimal | None | Unset = UNSET,
        answered: Decimal | None = None,
        digits: Decimal | None = None,
        word: float | str | None = None,
        plain: float | None = None,
        model: DecimalNumberModel | DecimalNumberModelDict | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /prices.

        Args:
            amount: `amount` in the body.
            number: `number` in the body.
            pydantic: `pydantic` in the body.
            answered: Matches `^(?!^[-+.]*$)[+-]?0*\\d*\\.?\\d*$`.
            digits: `digits` in the body.
            word: `word` in the body.
            plain: `plain` in the body.
            model: `model` in the body.
        """
        return self._client.call(
            _SET(options),
            amount=amount,
            number=number,
            pydantic=pydantic,
            answered=answered,
            digits=digits,
            word=word,
            plain=plain,
            model=model,
        )

    @cached_property
    def with_raw_response(self) -> _RawPricesResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawPricesResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedPricesResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedPricesResource(self._returning("stream"))


class _RawPricesResource:
    def __init__(self, resource: PricesResource) -> None:
        self.set = raw(resource.set)


class _StreamedPricesResource:
    def __init__(self, resource: PricesResource) -> None:
        self.set = streamed(resource.set)


class AsyncPricesResource(Resource[AsyncBaseClient]):
    """Async version of `PricesResource`."""

    async def set(
        self,
        *,
        amount: Decimal,
        number: DecimalNumber | None = None,
        pydantic: Decimal | None | Unset = UNSET,
        answered: Decimal | None = None,
        digits: Decimal | None = None,
        word: float | str | None = None,
        plain: float | None = None,
        model: DecimalNumberModel | DecimalNumberModelDict | None = None,
        **options: Unpack[RequestOptions],
    ) -> None:
        """POST /prices.

        Args:
            amount: `amount` in the body.
            number: `number` in the body.
            pydantic: `pydantic` in the body.
            answered: Matches `^(?!^[-+.]*$)[+-]?0*\\d*\\.?\\d*$`.
            digits: `digits` in the body.
            word: `word` in the body.
            plain: `plain` in the body.
            model: `model` in the body.
        """
        return await self._client.call(
            _SET(options),
            amount=amount,
            number=number,
            pydantic=pydantic,
            answered=answered,
            digits=digits,
            word=word,
            plain=plain,
            model=model,
        )

    @cached_property
    def with_raw_response(self) -> _RawAsyncPricesResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncPricesResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsyncPricesResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncPricesResource(self._returning("stream"))


class _RawAsyncPricesResource:
    def __init__(self, resource: AsyncPricesResource) -> None:
        self.set = async_raw(resource.set)


class _StreamedAsyncPricesResource:
    def __init__(self, resource: AsyncPricesResource) -> None:
        self.set = async_streamed(resource.set)
