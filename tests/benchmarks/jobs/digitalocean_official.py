from pydo import Client


def make(url: str) -> Client:
    return Client(token="key", endpoint=url)


def names(client: Client) -> list[str]:
    names: list[str] = []
    page = 1
    while True:
        droplets = client.droplets.list(per_page=2, page=page)
        names += [droplet["name"] for droplet in droplets["droplets"]]
        if "next" not in droplets["links"].get("pages", {}):
            return names
        page += 1


def create(client: Client) -> str:
    return client.ssh_keys.create({"name": "laptop", "public_key": "ssh-rsa x"})["ssh_key"]["name"]


def missing(client: Client) -> str:
    result = client.droplets.get(1)
    if "droplet" not in result:  # a 404 that the description has is returned, and not raised
        return result["message"]
    return ""
