from stripe import InvalidRequestError, StripeClient


def make(url: str) -> StripeClient:
    return StripeClient("key", base_addresses={"api": url})


def names(client: StripeClient) -> list[str]:
    return [customer.id for customer in client.v1.customers.list({"limit": 2}).auto_paging_iter()]


def create(client: StripeClient) -> str:
    return client.v1.customers.create({"email": "a@example.com", "metadata": {"order": "6735"}}).id


def missing(client: StripeClient) -> str:
    try:
        client.v1.customers.retrieve("none")
    except InvalidRequestError as error:
        return error.user_message or ""
    return ""
