import json

from kubernetes.client import ApiClient, ApiException, Configuration, CoreV1Api


def make(url: str) -> CoreV1Api:
    return CoreV1Api(ApiClient(Configuration(host=url, api_key={"authorization": "Bearer key"})))


def names(client: CoreV1Api) -> list[str]:
    names: list[str] = []
    token: str | None = None
    while True:
        page = client.list_namespaced_pod("default", limit=2, _continue=token)
        names += [pod.metadata.name for pod in page.items]
        token = page.metadata._continue
        if not token:
            return names


def create(client: CoreV1Api) -> str:
    pod = client.create_namespaced_pod(
        "default", {"metadata": {"name": "web"}, "spec": {"containers": [{"name": "web", "image": "nginx"}]}}
    )
    return pod.metadata.name


def missing(client: CoreV1Api) -> str:
    try:
        client.read_namespaced_pod("none", "default")
    except ApiException as error:
        return json.loads(error.body)["message"]
    return ""
