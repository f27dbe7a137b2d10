"""A union that is only sent is the same for type checkers and at run time: what a queue stored comes back as models."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_type_hints

from tests.client import document, imported, make_from, operation, put

STRING = {"type": "string"}


def an_object(required: str, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": [required], "properties": properties}


def test_requests_are_read_as_models(tmp_path: Path) -> None:
    """By `from_dict`, by `decode`, and by `typing.get_type_hints`; what is written is what was read."""
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Letter"}}}
    made = document(
        {"/letters": {"post": operation(operationId="send", tags=["letters"], requestBody={"content": content})}},
        Letter=an_object("content", content={"$ref": "#/components/schemas/Content"}),
        Content={"oneOf": [{"$ref": "#/components/schemas/Text"}, {"$ref": "#/components/schemas/Picture"}]},
        Text=an_object("text", text=STRING),
        Picture=an_object("url", url=STRING, alt=STRING),
    )
    (tmp_path / "letters").mkdir()
    put(make_from(made, tmp_path), tmp_path / "letters")
    with imported(tmp_path, "letters") as client:
        models = client.models
        value = {"content": {"url": "https://example.com", "alt": "A cat"}}
        letter = models.Letter.from_dict(value)
        assert letter.content == models.Picture(url="https://example.com", alt="A cat")
        assert letter.to_dict() == value
        assert client.decode(models.Content, b'{"text": "Hi"}') == models.Text(text="Hi")
        assert client.decode(list[models.Content], b'[{"text": "Hi"}]') == [models.Text(text="Hi")]
        assert get_type_hints(models.Letter)["content"] is models.Content
