from github import Auth, Github, UnknownObjectException


def make(url: str) -> Github:
    return Github(auth=Auth.Token("key"), base_url=url, per_page=2)


def names(client: Github) -> list[str]:
    repo = client.get_repo("octo/hello", lazy=True)
    return [issue.title for issue in repo.get_issues()]


def create(client: Github) -> str:
    repo = client.get_repo("octo/hello", lazy=True)
    return repo.create_issue("Found a bug", labels=["bug"]).title


def missing(client: Github) -> str:
    try:
        client.get_repo("octo/none")
    except UnknownObjectException as error:
        return str(error.data["message"])
    return ""
