from github_client import Client, NotFoundError


def make(url: str) -> Client:
    return Client(base_url=url, headers={"Authorization": "Bearer key"})


def names(client: Client) -> list[str]:
    return [issue.title for issue in client.issues.list_for_repo("octo", "hello", per_page=2)]


def create(client: Client) -> str:
    return client.issues.create("octo", "hello", title="Found a bug", labels=["bug"]).title


def missing(client: Client) -> str:
    try:
        client.repos.get("octo", "none")
    except NotFoundError as error:
        return error.message
    return ""
