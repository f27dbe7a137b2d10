from digitalocean_client import Client, NotFoundError


def make(url: str) -> Client:
    return Client(token="key", base_url=url)


def names(client: Client) -> list[str]:
    return [droplet.name for droplet in client.droplets.list(per_page=2)]


def create(client: Client) -> str:
    key = client.ssh_keys.create(name="laptop", public_key="ssh-rsa x").ssh_key
    return key.name if key else ""


def missing(client: Client) -> str:
    try:
        client.droplets.get(1)
    except NotFoundError as error:
        return error.message
    return ""
