import json

from asana import ApiClient, Configuration, TasksApi
from asana.rest import ApiException


def make(url: str) -> TasksApi:
    configuration = Configuration()
    configuration.access_token = "key"
    configuration.host = url
    return TasksApi(ApiClient(configuration))


def names(client: TasksApi) -> list[str]:
    return [task["name"] for task in client.get_tasks({"project": "7", "limit": 2})]


def create(client: TasksApi) -> str:
    return client.create_task({"data": {"name": "Write", "projects": ["7"]}}, {})["name"]


def missing(client: TasksApi) -> str:
    try:
        client.get_task("none", {})
    except ApiException as error:
        return json.loads(error.body)["errors"][0]["message"]
    return ""
