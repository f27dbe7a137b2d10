from openai import NotFoundError, OpenAI


def make(url: str) -> OpenAI:
    return OpenAI(api_key="key", base_url=url)


def names(client: OpenAI) -> list[str]:
    return [file.filename for file in client.files.list(limit=2)]


def create(client: OpenAI) -> str:
    messages = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hi"}])
    return messages.choices[0].message.content or ""


def missing(client: OpenAI) -> str:
    try:
        client.files.retrieve("none")
    except NotFoundError as error:
        return str(error.body["message"])
    return ""
