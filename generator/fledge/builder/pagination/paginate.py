"""Gives operations their pagination: as the configuration says, else as the description shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from fledge.builder.pagination.configured import ConfiguredPagination, UnknownPartError, suggestion
from fledge.builder.pagination.detect import PaginationDetector
from fledge.builder.pagination.page import PageReader
from fledge.config.pagination import PaginationConfig
from fledge.config.places import ConfigTable, config_origin
from fledge.diagnostics.diagnostic import DiagnosticCollector
from fledge.diagnostics.source import SourcePointer
from fledge.ir import CursorPagination, Model, Operation, Pagination, TokenPagination

_ALL = "*"
"""The configuration's key for all GETs that have none of their own."""


def paginate(
    operations: Sequence[Operation],
    models: Sequence[Model],
    configured: Mapping[str, PaginationConfig],
    collector: DiagnosticCollector,
    table: ConfigTable | None,
) -> list[Operation]:
    """The operations with their pagination; streams have none.

    `configured` is by method and path, by operationId, or by `*`. A key that names no operation is an error, and so is
    a parameter or field that the description does not have.
    """
    paginator = _Paginator(PageReader({model.name.python: model for model in models}), configured, collector, table)
    paginator.report_unused(operations)
    return [paginator.paginated(each) for each in operations]


class _Paginator:
    def __init__(
        self,
        pages: PageReader,
        configured: Mapping[str, PaginationConfig],
        collector: DiagnosticCollector,
        table: ConfigTable | None,
    ) -> None:
        self._detector = PaginationDetector(pages)
        self._lookup = ConfiguredPagination(pages)
        self._configured = configured
        self._collector = collector
        self._table = table

    def paginated(self, operation: Operation) -> Operation:
        """The operation with its pagination."""
        pagination = None if operation.stream_format else self.pagination(operation)
        return operation if pagination is None else replace(operation, pagination=pagination)

    def pagination(self, operation: Operation) -> Pagination | None:
        """The pagination of an operation, if it has one."""
        key = next((key for key in (operation.name.wire, operation.id) if key in self._configured), None)
        if key is None and operation.http_method == "GET" and _ALL in self._configured:
            key = _ALL
        if key is None:
            return self._detector.detect(operation)
        try:
            configured = self._lookup.pagination(operation, self._configured[key])
        except UnknownPartError as unknown:
            if key != _ALL:
                message = f"`pagination` says of `{key}`: {unknown}"
                self._collector.error(
                    "pagination-unknown", message, origin=self._origin(key) or operation.source, hint=unknown.hint
                )
            return self._detector.detect(operation)
        if not isinstance(configured, (TokenPagination, CursorPagination)):
            return configured
        fallback = self._detector.fallback(operation, configured.parameter)
        if fallback is None or isinstance(configured, CursorPagination) and configured.last:
            return configured
        return replace(configured, fallback=replace(fallback, items=configured.items, item=configured.item))

    def report_unused(self, operations: Sequence[Operation]) -> None:
        """Report keys of the configuration that name no operation."""
        keys = [key for each in operations for key in (each.name.wire, each.id) if key]
        for key in self._configured:
            if key != _ALL and key not in keys:
                message = f"`pagination` names `{key}`, and the document has no such operation"
                hint = suggestion(key, keys) or "name it by method and path, `GET /pets`, or by its operationId"
                self._collector.error("pagination-unknown", message, origin=self._origin(key), hint=hint)

    def _origin(self, key: str) -> SourcePointer | None:
        return config_origin(self._table, self._collector, "pagination", key)
