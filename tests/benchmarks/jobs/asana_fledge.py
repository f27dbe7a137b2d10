from asana_client import Client, NotFoundError


def make(url: str) -> Client:
    return Client(token="key", base_url=url)


def names(client: Client) -> list[str]:
    return [task.name for task in client.tasks.get_tasks(project="7", limit=2) if task.name]


def create(client: Client) -> str:
    task = client.tasks.create_task(data={"name": "Write", "projects": ["7"]}).data
    return task.name or "" if task else ""


def missing(client: Client) -> str:
    try:
        client.tasks.get_task("none")
    except NotFoundError as error:
        return error.message
    return ""
