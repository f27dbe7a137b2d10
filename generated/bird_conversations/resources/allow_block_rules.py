# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""Rules that say whose e-mail reaches the conversations of a workspace. A rule covers
one address, one domain, the end of a domain, or everything. Rules can be added one
by one or in bulk as CSV.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from .._runtime.bodies import Fields
from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.cursor_pagination import TokenPagination
from .._runtime.model import UNSET, Unset
from .._runtime.operation import Operation, RequestOptions
from .._runtime.pagination import AsyncPager, Page, PagedOperation
from .._runtime.parameters import Query
from .._runtime.uploads import RawBody, RawContent
from .._runtime.views import async_raw, async_streamed, raw, streamed
from ..models import (
    AllowBlockRule,
    AllowBlockRuleCreate,
    AllowBlockRulePage,
    AllowBlockRuleProgress,
    ConflictErrorBody,
    DetailedError,
    NotFoundErrorBody,
    UpdateAllowBlockRule,
    ValidationErrorBody,
)

if TYPE_CHECKING:
    from ..models import AllowBlockRuleCategory, AllowBlockRuleType

_CREATE: Operation[AllowBlockRule] = Operation(
    "POST /workspaces/{workspaceId}/conversation-allowblock-rules",
    body=Fields(AllowBlockRuleCreate),
    success={201: AllowBlockRule},
    errors={409: ConflictErrorBody, 422: ValidationErrorBody},
)

_CREATE_BULK: Operation[AllowBlockRuleProgress] = Operation(
    "POST /workspaces/{workspaceId}/conversation-allowblock-rules-bulk",
    body=RawBody("text/csv"),
    success={202: AllowBlockRuleProgress},
    errors={400: DetailedError},
)

_DELETE: Operation[None] = Operation(
    "DELETE /workspaces/{workspaceId}/conversation-allowblock-rules/{allowBlockRuleId}",
    success={204: None},
    errors={404: NotFoundErrorBody},
)

_GET: Operation[AllowBlockRule] = Operation(
    "GET /workspaces/{workspaceId}/conversation-allowblock-rules/{allowBlockRuleId}",
    success={200: AllowBlockRule},
    errors={404: NotFoundErrorBody},
)

_GET_BULK_STATUS: Operation[AllowBlockRuleProgress] = Operation(
    "GET /workspaces/{workspaceId}/conversation-allowblock-rules-bulk/{bulkId}/status",
    success={200: AllowBlockRuleProgress},
    errors={404: NotFoundErrorBody},
)

_LIST: PagedOperation[AllowBlockRulePage] = PagedOperation(
    "GET /workspaces/{workspaceId}/conversation-allowblock-rules",
    pagination=TokenPagination("results", "next_page_token", "page_token"),
    parameters={
        "limit": Query("limit"),
        "page_token": Query("pageToken"),
        "reverse": Query("reverse"),
        "type": Query("type"),
        "category": Query("category"),
        "value": Query("value"),
    },
    success={200: AllowBlockRulePage},
)

_UPDATE: Operation[AllowBlockRule] = Operation(
    "PATCH /workspaces/{workspaceId}/conversation-allowblock-rules/{allowBlockRuleId}",
    body=Fields(UpdateAllowBlockRule, required=False),
    success={200: AllowBlockRule},
    errors={404: NotFoundErrorBody, 422: ValidationErrorBody},
)


class AllowBlockRulesResource(Resource[BaseClient]):
    """The operations of `client.allow_block_rules`."""

    def create(
        self,
        workspace_id: str,
        /,
        *,
        category: AllowBlockRuleCategory,
        value: str,
        type: AllowBlockRuleType,
        **options: Unpack[RequestOptions],
    ) -> AllowBlockRule:
        """Create allow/block rule.

        Adds a rule that lets e-mail of some senders in or keeps it out.

        Args:
            workspace_id: `workspaceId` in the path.
            category: Which addresses a rule covers: `all` of them, those of one
                `domain`, those of every domain with one `domain_suffix`, or one `email`
                address.
            value: Address, domain or end of a domain that the rule covers.
            type: What happens to e-mail that a rule covers.

        Raises:
            ConflictError: The state of the resource does not allow this.
            UnprocessableEntityError: The request is not valid.
        """
        return self._client.call(
            _CREATE(options, workspace_id), category=category, value=value, type=type
        )

    def create_bulk(
        self,
        workspace_id: str,
        /,
        *,
        body: str | RawContent,
        **options: Unpack[RequestOptions],
    ) -> AllowBlockRuleProgress:
        """Add allow/block rules in bulk.

        Adds many rules from CSV text, one rule on a line, such as
        `test@example.com,allow`. The rules are added in the background; the answer
        holds the ID to ask for the progress with.

        Args:
            workspace_id: `workspaceId` in the path.
            body: Rules as CSV, one rule on a line.

        Raises: BadRequestError: The request could not be read.

        Inferred, not documented: status 202.
        """
        return self._client.call(_CREATE_BULK(options, workspace_id), body=body)

    def delete(
        self,
        workspace_id: str,
        allow_block_rule_id: str,
        /,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Delete allow/block rule.

        Deletes one allow or block rule.

        Args:
            workspace_id: `workspaceId` in the path.
            allow_block_rule_id: `allowBlockRuleId` in the path.

        Raises: NotFoundError.

        Inferred, not documented: the operation.
        """
        return self._client.call(_DELETE(options, workspace_id, allow_block_rule_id))

    def get(
        self,
        workspace_id: str,
        allow_block_rule_id: str,
        /,
        **options: Unpack[RequestOptions],
    ) -> AllowBlockRule:
        """Returns one allow or block rule.

        Args:
            workspace_id: `workspaceId` in the path.
            allow_block_rule_id: `allowBlockRuleId` in the path.

        Raises: NotFoundError.
        """
        return self._client.call(_GET(options, workspace_id, allow_block_rule_id))

    def get_bulk_status(
        self, workspace_id: str, bulk_id: str, /, **options: Unpack[RequestOptions]
    ) -> AllowBlockRuleProgress:
        """Get allow/block bulk upload status.

        Tells how far a bulk upload of rules has come.

        Args:
            workspace_id: `workspaceId` in the path.
            bulk_id: `bulkId` in the path.

        Raises: NotFoundError.
        """
        return self._client.call(_GET_BULK_STATUS(options, workspace_id, bulk_id))

    def list(
        self,
        workspace_id: str,
        /,
        *,
        limit: int | None = None,
        page_token: str | None = None,
        reverse: bool | None = None,
        type: AllowBlockRuleType | None = None,
        category: AllowBlockRuleCategory | None = None,
        value: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> Page[AllowBlockRule]:
        """List allow/block rules.

        Lists the allow and block rules of a workspace, page by page.

        Args:
            workspace_id: `workspaceId` in the path.
            limit: Number of results on one page. 1 to 100; default: `10`.
            page_token: Token of the page to return, taken from `nextPageToken` of the
                page before. At most 8000 characters.
            reverse: Whether to turn the order of the results around. Default: `false`.
            type: Return only rules of this type.
            category: Return only rules of this category.
            value: Return only rules with this value.
        """
        return _LIST.pages(
            self._client,
            options,
            workspace_id,
            limit=limit,
            page_token=page_token,
            reverse=reverse,
            type=type,
            category=category,
            value=value,
        )

    def update(
        self,
        workspace_id: str,
        allow_block_rule_id: str,
        /,
        *,
        category: AllowBlockRuleCategory | None | Unset = UNSET,
        value: str | None | Unset = UNSET,
        type: AllowBlockRuleType | None | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AllowBlockRule:
        """Changes one allow or block rule.

        Args:
            workspace_id: `workspaceId` in the path.
            allow_block_rule_id: `allowBlockRuleId` in the path.
            category: New category of the rule.
            value: New address, domain or end of a domain that the rule covers.
            type: New type of the rule.

        Raises:
            NotFoundError
            UnprocessableEntityError: The request is not valid.
        """
        return self._client.call(
            _UPDATE(options, workspace_id, allow_block_rule_id),
            category=category,
            value=value,
            type=type,
        )

    @cached_property
    def with_raw_response(self) -> _RawAllowBlockRulesResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAllowBlockRulesResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAllowBlockRulesResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAllowBlockRulesResource(self._returning("stream"))


class _RawAllowBlockRulesResource:
    def __init__(self, resource: AllowBlockRulesResource) -> None:
        self.create = raw(resource.create)
        self.create_bulk = raw(resource.create_bulk)
        self.delete = raw(resource.delete)
        self.get = raw(resource.get)
        self.get_bulk_status = raw(resource.get_bulk_status)
        self.list = raw(resource.list)
        self.update = raw(resource.update)


class _StreamedAllowBlockRulesResource:
    def __init__(self, resource: AllowBlockRulesResource) -> None:
        self.create = streamed(resource.create)
        self.create_bulk = streamed(resource.create_bulk)
        self.delete = streamed(resource.delete)
        self.get = streamed(resource.get)
        self.get_bulk_status = streamed(resource.get_bulk_status)
        self.list = streamed(resource.list)
        self.update = streamed(resource.update)


class AsyncAllowBlockRulesResource(Resource[AsyncBaseClient]):
    """Async version of `AllowBlockRulesResource`."""

    async def create(
        self,
        workspace_id: str,
        /,
        *,
        category: AllowBlockRuleCategory,
        value: str,
        type: AllowBlockRuleType,
        **options: Unpack[RequestOptions],
    ) -> AllowBlockRule:
        """Create allow/block rule.

        Adds a rule that lets e-mail of some senders in or keeps it out.

        Args:
            workspace_id: `workspaceId` in the path.
            category: Which addresses a rule covers: `all` of them, those of one
                `domain`, those of every domain with one `domain_suffix`, or one `email`
                address.
            value: Address, domain or end of a domain that the rule covers.
            type: What happens to e-mail that a rule covers.

        Raises:
            ConflictError: The state of the resource does not allow this.
            UnprocessableEntityError: The request is not valid.
        """
        return await self._client.call(
            _CREATE(options, workspace_id), category=category, value=value, type=type
        )

    async def create_bulk(
        self,
        workspace_id: str,
        /,
        *,
        body: str | RawContent,
        **options: Unpack[RequestOptions],
    ) -> AllowBlockRuleProgress:
        """Add allow/block rules in bulk.

        Adds many rules from CSV text, one rule on a line, such as
        `test@example.com,allow`. The rules are added in the background; the answer
        holds the ID to ask for the progress with.

        Args:
            workspace_id: `workspaceId` in the path.
            body: Rules as CSV, one rule on a line.

        Raises: BadRequestError: The request could not be read.

        Inferred, not documented: status 202.
        """
        return await self._client.call(_CREATE_BULK(options, workspace_id), body=body)

    async def delete(
        self,
        workspace_id: str,
        allow_block_rule_id: str,
        /,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Delete allow/block rule.

        Deletes one allow or block rule.

        Args:
            workspace_id: `workspaceId` in the path.
            allow_block_rule_id: `allowBlockRuleId` in the path.

        Raises: NotFoundError.

        Inferred, not documented: the operation.
        """
        return await self._client.call(
            _DELETE(options, workspace_id, allow_block_rule_id)
        )

    async def get(
        self,
        workspace_id: str,
        allow_block_rule_id: str,
        /,
        **options: Unpack[RequestOptions],
    ) -> AllowBlockRule:
        """Returns one allow or block rule.

        Args:
            workspace_id: `workspaceId` in the path.
            allow_block_rule_id: `allowBlockRuleId` in the path.

        Raises: NotFoundError.
        """
        return await self._client.call(_GET(options, workspace_id, allow_block_rule_id))

    async def get_bulk_status(
        self, workspace_id: str, bulk_id: str, /, **options: Unpack[RequestOptions]
    ) -> AllowBlockRuleProgress:
        """Get allow/block bulk upload status.

        Tells how far a bulk upload of rules has come.

        Args:
            workspace_id: `workspaceId` in the path.
            bulk_id: `bulkId` in the path.

        Raises: NotFoundError.
        """
        return await self._client.call(_GET_BULK_STATUS(options, workspace_id, bulk_id))

    def list(
        self,
        workspace_id: str,
        /,
        *,
        limit: int | None = None,
        page_token: str | None = None,
        reverse: bool | None = None,
        type: AllowBlockRuleType | None = None,
        category: AllowBlockRuleCategory | None = None,
        value: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[AllowBlockRule]:
        """List allow/block rules.

        Lists the allow and block rules of a workspace, page by page.

        Args:
            workspace_id: `workspaceId` in the path.
            limit: Number of results on one page. 1 to 100; default: `10`.
            page_token: Token of the page to return, taken from `nextPageToken` of the
                page before. At most 8000 characters.
            reverse: Whether to turn the order of the results around. Default: `false`.
            type: Return only rules of this type.
            category: Return only rules of this category.
            value: Return only rules with this value.
        """
        return _LIST.async_pages(
            self._client,
            options,
            workspace_id,
            limit=limit,
            page_token=page_token,
            reverse=reverse,
            type=type,
            category=category,
            value=value,
        )

    async def update(
        self,
        workspace_id: str,
        allow_block_rule_id: str,
        /,
        *,
        category: AllowBlockRuleCategory | None | Unset = UNSET,
        value: str | None | Unset = UNSET,
        type: AllowBlockRuleType | None | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AllowBlockRule:
        """Changes one allow or block rule.

        Args:
            workspace_id: `workspaceId` in the path.
            allow_block_rule_id: `allowBlockRuleId` in the path.
            category: New category of the rule.
            value: New address, domain or end of a domain that the rule covers.
            type: New type of the rule.

        Raises:
            NotFoundError
            UnprocessableEntityError: The request is not valid.
        """
        return await self._client.call(
            _UPDATE(options, workspace_id, allow_block_rule_id),
            category=category,
            value=value,
            type=type,
        )

    @cached_property
    def with_raw_response(self) -> _RawAsyncAllowBlockRulesResource:
        """The same methods, but they return the response; `body` is the result."""
        return _RawAsyncAllowBlockRulesResource(self._returning("raw"))

    @cached_property
    def with_streaming_response(self) -> _StreamedAsyncAllowBlockRulesResource:
        """The same methods, but they return a response with an unread body, to use in `with`."""
        return _StreamedAsyncAllowBlockRulesResource(self._returning("stream"))


class _RawAsyncAllowBlockRulesResource:
    def __init__(self, resource: AsyncAllowBlockRulesResource) -> None:
        self.create = async_raw(resource.create)
        self.create_bulk = async_raw(resource.create_bulk)
        self.delete = async_raw(resource.delete)
        self.get = async_raw(resource.get)
        self.get_bulk_status = async_raw(resource.get_bulk_status)
        self.list = async_raw(resource.list)
        self.update = async_raw(resource.update)


class _StreamedAsyncAllowBlockRulesResource:
    def __init__(self, resource: AsyncAllowBlockRulesResource) -> None:
        self.create = async_streamed(resource.create)
        self.create_bulk = async_streamed(resource.create_bulk)
        self.delete = async_streamed(resource.delete)
        self.get = async_streamed(resource.get)
        self.get_bulk_status = async_streamed(resource.get_bulk_status)
        self.list = async_streamed(resource.list)
        self.update = async_streamed(resource.update)
