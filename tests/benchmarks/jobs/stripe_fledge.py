from stripe_client import APIStatusError, Client


def make(url: str) -> Client:
    return Client(token="key", base_url=url)


def names(client: Client) -> list[str]:
    return [customer.id for customer in client.customers.list(limit=2)]


def create(client: Client) -> str:
    return client.customers.create(email="a@example.com", metadata={"order": "6735"}).id


def missing(client: Client) -> str:
    try:
        client.customers.retrieve("none")
    except APIStatusError as error:
        return error.message
    return ""
