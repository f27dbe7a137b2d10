# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import Any

from .._runtime.model import Model


class MessageMeta(Model, rename="camel"):
    """What the platform tells about a message beyond its body."""

    extra_information: dict[str, Any] | None = None
    """Further values, of any type."""

    email: MessageMetaEmail | None = None
    """E-mail details."""

    referral: MessageMetaReferral | None = None
    """Advertisement or link that led to the message."""

    order: MessageMetaOrder | None = None
    """Order that the person placed."""

    referred_product: MessageMetaReferredProduct | None = None
    """Product that the message is about."""


class MessageMetaEmail(Model, rename="camel"):
    """E-mail details."""

    subject: str | None = None
    """Subject line."""

    headers: dict[str, str] | None = None
    """Headers of the e-mail."""

    from_: MessageMetaEmailFrom | None = None
    """Address in the From header."""


class MessageMetaEmailFrom(Model, rename="camel"):
    """Address in the From header."""

    username: str | None = None
    """User name of the address."""

    display_name: str | None = None
    """Name beside the address."""


class MessageMetaOrder(Model, rename="camel"):
    """Order that the person placed."""

    products: list[MessageMetaOrderProductsItem] | None = None
    """Products of the order."""


class MessageMetaOrderProductsItem(Model, rename="camel"):
    """One product of the order."""

    external_catalog_id: str | None = None
    """ID of the catalogue on the platform."""

    external_product_id: str | None = None
    """ID of the product on the platform."""

    quantity: int | None = None
    """Number of items."""

    price: MessageMetaOrderProductsItemPrice | None = None
    """Price of the product."""


class MessageMetaOrderProductsItemPrice(Model, rename="camel"):
    """Price of the product."""

    amount: int | None = None
    """Price as a whole number, to be scaled by `exponent`."""

    exponent: int | None = None
    """Decimal exponent of the amount."""

    currency_code: str | None = None
    """Currency, such as `EUR`."""


class MessageMetaReferral(Model, rename="camel"):
    """Advertisement or link that led to the message."""

    source: str | None = None
    """Kind of source."""

    title: str | None = None
    """Headline of the source."""

    text: str | None = None
    """Text of the source."""

    group: str | None = None
    """Group that the source belongs to."""

    metadata: MessageMetaReferralMetadata | None = None
    """Details of the source. Further keys may come."""


class MessageMetaReferralMetadata(Model, rename="camel"):
    """Details of the source. Further keys may come."""

    source_id: str | None = None
    """ID of the source."""

    source_url: str | None = None
    """Address of the source."""

    media_type: str | None = None
    """Type of the media."""

    media_url: str | None = None
    """Address of the media."""


class MessageMetaReferredProduct(Model, rename="camel"):
    """Product that the message is about."""

    external_catalog_id: str | None = None
    """ID of the catalogue on the platform."""

    external_product_id: str | None = None
    """ID of the product on the platform."""
