from kubernetes_client import APIStatusError, Client


def make(url: str) -> Client:
    return Client(base_url=url, headers={"Authorization": "Bearer key"})


def names(client: Client) -> list[str]:
    pods = client.core_v1.list_namespaced_pod("default", limit=2)
    return [pod.metadata.name for pod in pods if pod.metadata and pod.metadata.name]


def create(client: Client) -> str:
    pod = client.core_v1.create_namespaced_pod(
        "default", metadata={"name": "web"}, spec={"containers": [{"name": "web", "image": "nginx"}]}
    )
    return pod.metadata.name or "" if pod.metadata else ""


def missing(client: Client) -> str:
    try:
        client.core_v1.read_namespaced_pod("none", "default")
    except APIStatusError as error:
        return error.message
    return ""
