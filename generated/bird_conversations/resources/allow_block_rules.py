# Generated from an OpenAPI description. Do not edit.
"""Rules that say whose e-mail reaches the conversations of a workspace. A rule covers
one address, one domain, the end of a domain, or everything. Rules can be added one
by one or in bulk as CSV.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from .._runtime.client import AsyncBaseClient, BaseClient, Resource
from .._runtime.model import UNSET, Unset
from .._runtime.operation import Fields, Operation, RequestOptions
from .._runtime.pages import AsyncPager, Page, PagedOperation, TokenPagination
from .._runtime.parameters import Query
from .._runtime.uploads import RawBody, RawContent
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
    body=Fields(UpdateAllowBlockRule),
    success={200: AllowBlockRule},
    errors={404: NotFoundErrorBody, 422: ValidationErrorBody},
)


class AllowBlockRulesResource(Resource[BaseClient]):
    """The operations of `client.allow_block_rules`."""

    def create(
        self,
        workspace_id: str,
        *,
        category: AllowBlockRuleCategory,
        value: str,
        type: AllowBlockRuleType,
        **options: Unpack[RequestOptions],
    ) -> AllowBlockRule:
        """Create allow/block rule.

        Adds a rule that lets e-mail of some senders in or keeps it out.

        Keyword arguments are the fields of `AllowBlockRuleCreate`.

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
        *,
        body: str | RawContent,
        **options: Unpack[RequestOptions],
    ) -> AllowBlockRuleProgress:
        """Add allow/block rules in bulk.

        Adds many rules from CSV text, one rule on a line, such as
        `test@example.com,allow`. The rules are added in the background; the answer
        holds the ID to ask for the progress with.

        Args:
            body: Rules as CSV, one rule on a line.

        Raises: BadRequestError: The request could not be read.

        Inferred, not documented: status 202.
        """
        return self._client.call(_CREATE_BULK(options, workspace_id), body=body)

    def delete(
        self,
        workspace_id: str,
        allow_block_rule_id: str,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Delete allow/block rule.

        Deletes one allow or block rule.

        Raises: NotFoundError.

        Inferred, not documented: the operation.
        """
        return self._client.call(_DELETE(options, workspace_id, allow_block_rule_id))

    def get(
        self,
        workspace_id: str,
        allow_block_rule_id: str,
        **options: Unpack[RequestOptions],
    ) -> AllowBlockRule:
        """Returns one allow or block rule.

        Raises: NotFoundError.
        """
        return self._client.call(_GET(options, workspace_id, allow_block_rule_id))

    def get_bulk_status(
        self, workspace_id: str, bulk_id: str, **options: Unpack[RequestOptions]
    ) -> AllowBlockRuleProgress:
        """Get allow/block bulk upload status.

        Tells how far a bulk upload of rules has come.

        Raises: NotFoundError.
        """
        return self._client.call(_GET_BULK_STATUS(options, workspace_id, bulk_id))

    def list(
        self,
        workspace_id: str,
        *,
        limit: int | None = None,
        page_token: str | None = None,
        reverse: bool | None = None,
        type: AllowBlockRuleType | None = None,
        category: AllowBlockRuleCategory | None = None,
        value: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> Page[AllowBlockRule, AllowBlockRulePage]:
        """List allow/block rules.

        Lists the allow and block rules of a workspace, page by page.

        Args:
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
        *,
        category: AllowBlockRuleCategory | None | Unset = UNSET,
        value: str | None | Unset = UNSET,
        type: AllowBlockRuleType | None | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AllowBlockRule:
        """Changes one allow or block rule.

        Keyword arguments are the fields of `UpdateAllowBlockRule`.

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


class AsyncAllowBlockRulesResource(Resource[AsyncBaseClient]):
    """Asynchronous twin of `AllowBlockRulesResource`."""

    async def create(
        self,
        workspace_id: str,
        *,
        category: AllowBlockRuleCategory,
        value: str,
        type: AllowBlockRuleType,
        **options: Unpack[RequestOptions],
    ) -> AllowBlockRule:
        """Asynchronous twin of `AllowBlockRulesResource.create`."""
        return await self._client.call(
            _CREATE(options, workspace_id), category=category, value=value, type=type
        )

    async def create_bulk(
        self,
        workspace_id: str,
        *,
        body: str | RawContent,
        **options: Unpack[RequestOptions],
    ) -> AllowBlockRuleProgress:
        """Asynchronous twin of `AllowBlockRulesResource.create_bulk`."""
        return await self._client.call(_CREATE_BULK(options, workspace_id), body=body)

    async def delete(
        self,
        workspace_id: str,
        allow_block_rule_id: str,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Asynchronous twin of `AllowBlockRulesResource.delete`."""
        return await self._client.call(
            _DELETE(options, workspace_id, allow_block_rule_id)
        )

    async def get(
        self,
        workspace_id: str,
        allow_block_rule_id: str,
        **options: Unpack[RequestOptions],
    ) -> AllowBlockRule:
        """Asynchronous twin of `AllowBlockRulesResource.get`."""
        return await self._client.call(_GET(options, workspace_id, allow_block_rule_id))

    async def get_bulk_status(
        self, workspace_id: str, bulk_id: str, **options: Unpack[RequestOptions]
    ) -> AllowBlockRuleProgress:
        """Asynchronous twin of `AllowBlockRulesResource.get_bulk_status`."""
        return await self._client.call(_GET_BULK_STATUS(options, workspace_id, bulk_id))

    def list(
        self,
        workspace_id: str,
        *,
        limit: int | None = None,
        page_token: str | None = None,
        reverse: bool | None = None,
        type: AllowBlockRuleType | None = None,
        category: AllowBlockRuleCategory | None = None,
        value: str | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[AllowBlockRule, AllowBlockRulePage]:
        """Asynchronous twin of `AllowBlockRulesResource.list`."""
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
        *,
        category: AllowBlockRuleCategory | None | Unset = UNSET,
        value: str | None | Unset = UNSET,
        type: AllowBlockRuleType | None | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AllowBlockRule:
        """Asynchronous twin of `AllowBlockRulesResource.update`."""
        return await self._client.call(
            _UPDATE(options, workspace_id, allow_block_rule_id),
            category=category,
            value=value,
            type=type,
        )
