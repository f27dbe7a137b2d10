from openai_client import Client, NotFoundError


def make(url: str) -> Client:
    return Client(api_key="key", base_url=url)


def names(client: Client) -> list[str]:
    return [file.filename for file in client.files.list(limit=2)]


def create(client: Client) -> str:
    messages = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])
    return messages.choices[0].message.content or ""


def missing(client: Client) -> str:
    try:
        client.files.retrieve("none")
    except NotFoundError as error:
        return error.message
    return ""
