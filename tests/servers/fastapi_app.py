"""An application of FastAPI with the idioms of its users; FastAPI makes the description."""

from __future__ import annotations

import base64
from collections.abc import AsyncIterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum, IntEnum
from typing import Annotated, Any, Generic, Literal, TypeVar
from uuid import UUID

from fastapi import Body, Cookie, Depends, FastAPI, File, Form, Header, HTTPException, Query, Response, UploadFile
from fastapi.responses import FileResponse, HTMLResponse, PlainTextResponse, RedirectResponse, StreamingResponse
from fastapi.security import APIKeyHeader, HTTPBearer, HTTPBasic, OAuth2PasswordBearer
from fastapi.sse import EventSourceResponse, ServerSentEvent
from pydantic import Base64Bytes, BaseModel, ConfigDict, Field, RootModel, computed_field

app = FastAPI(title="Kennel", version="1")
ItemT = TypeVar("ItemT")


class Size(str, Enum):
    SMALL = "small"
    LARGE = "large"


class Rank(IntEnum):
    LOW = 1
    HIGH = 2


class Cat(BaseModel):
    kind: Literal["cat"] = "cat"
    lives: int = 9


class Dog(BaseModel):
    kind: Literal["dog"] = "dog"
    tricks: set[str] = set()


class Bird(BaseModel):
    kind: Literal["parrot", "finch"]
    says: str | None = None


Pet = Annotated[Cat | Dog | Bird, Field(discriminator="kind")]


class Owner(BaseModel):
    model_config = ConfigDict(json_schema_extra={"examples": [{"name": "Ann"}]})
    name: str
    pets: list[Pet] = []
    by_room: dict[str, Pet] = {}
    favourite: Pet | None = None


class Values(BaseModel):
    model_config = ConfigDict(populate_by_name=True)

    price: Decimal
    discount: Decimal | None = None
    prices: list[Decimal] = []
    ratio: float = 0.5
    count: int | float = 1
    big: int = 0
    wait: timedelta = timedelta(minutes=5)
    at: datetime
    day: date
    clock: time
    id: UUID
    size: Size = Size.SMALL
    rank: Rank = Rank.LOW
    seal: Base64Bytes | None = None
    pair: tuple[int, str] = (1, "a")
    anything: Any = None
    labels: dict[str, int | str | None] = {}
    camel_case: str = Field("x", alias="camelCase")
    class_: str = Field("c", alias="class")


class Tree(BaseModel):
    name: str
    children: list[Tree] = []


class Numbers(RootModel[list[int]]): ...


class Square(BaseModel):
    side: float

    @computed_field
    @property
    def area(self) -> float:
        return self.side**2


class Page(BaseModel, Generic[ItemT]):
    items: list[ItemT]
    total: int
    page: int
    size: int
    pages: int


class Slice(BaseModel, Generic[ItemT]):
    items: list[ItemT]
    total: int
    limit: int
    offset: int


class CursorPage(BaseModel, Generic[ItemT]):
    items: list[ItemT]
    next_cursor: str | None = None


class Item(BaseModel):
    id: int


class Search(BaseModel):
    at_least: int = 0
    limit: int = Field(2, le=3)
    offset: int = 0


class Filters(BaseModel):
    tags: list[str] = []
    size: Size | None = None


ITEMS = [Item(id=n) for n in range(1, 6)]


@app.get("/pages", tags=["pages"], operation_id="list_by_number")
def pages(page: Annotated[int, Query(ge=1)] = 1, size: Annotated[int, Query(le=3)] = 2) -> Page[Item]:
    start = (page - 1) * size
    return Page(items=ITEMS[start : start + size], total=5, page=page, size=size, pages=-(-5 // size))


@app.get("/slices", tags=["pages"], operation_id="list_by_offset")
def slices(limit: int = 2, offset: int = 0) -> Slice[Item]:
    return Slice(items=ITEMS[offset : offset + limit], total=5, limit=limit, offset=offset)


@app.get("/cursors", tags=["pages"], operation_id="list_by_cursor")
def cursors(cursor: str | None = None, size: int = 2) -> CursorPage[Item]:
    start = int(base64.b64decode(cursor)) if cursor else 0
    after = base64.b64encode(str(start + size).encode()).decode() if start + size < 5 else None
    return CursorPage(items=ITEMS[start : start + size], next_cursor=after)


@app.get("/bare", tags=["pages"], operation_id="list_bare")
def bare(limit: int = 2, offset: int = 0) -> list[Item]:
    return ITEMS[offset : offset + limit]


@app.post("/items/filter", tags=["pages"], operation_id="filter_items")
def filter_items(search: Search) -> list[Item]:
    found = [each for each in ITEMS if each.id >= search.at_least]
    return found[search.offset : search.offset + search.limit]


@app.post("/items/search", tags=["pages"], operation_id="search_items")
def search_items(
    at_least: Annotated[int, Body()] = 0, limit: Annotated[int, Body()] = 2, offset: Annotated[int, Body()] = 0
) -> Slice[Item]:
    found = [each for each in ITEMS if each.id >= at_least]
    return Slice(items=found[offset : offset + limit], total=len(found), limit=limit, offset=offset)


@app.post("/owners", tags=["owners"], status_code=201)
def create_owner(owner: Owner) -> Owner:
    return owner


@app.post("/pets", tags=["owners"])
def echo_pet(pet: Pet) -> Pet:
    return pet


@app.put("/pets", tags=["owners"])
def echo_pets(pets: list[Pet]) -> dict[str, Pet]:
    return {str(index): pet for index, pet in enumerate(pets)}


@app.post("/values", tags=["values"])
def echo_values(values: Values) -> Values:
    return values


@app.post("/values/sparse", tags=["values"], response_model_exclude_unset=True)
def echo_sparse(values: Values) -> Values:
    return values


@app.post("/trees", tags=["values"])
def echo_tree(tree: Tree) -> Tree:
    return tree


@app.post("/numbers", tags=["values"])
def echo_numbers(numbers: Numbers) -> Numbers:
    return numbers


@app.post("/squares", tags=["values"])
def echo_square(square: Square) -> Square:
    return square


@app.get("/parameters/{when}", tags=["values"])
def echo_parameters(
    when: datetime,
    tag: Annotated[list[str] | None, Query()] = None,
    wait: timedelta = timedelta(0),
    price: Decimal = Decimal(0),
    size: Size | None = None,
    flag: bool = False,
    ids: Annotated[set[int], Query(alias="id[]")] = set(),
    x_token: Annotated[str | None, Header()] = None,
    x_many: Annotated[list[str] | None, Header()] = None,
    session: Annotated[str | None, Cookie()] = None,
) -> dict[str, Any]:
    return {
        "when": when,
        "tag": tag,
        "wait": wait.total_seconds(),
        "price": str(price),
        "size": size,
        "flag": flag,
        "ids": sorted(ids),
        "x_token": x_token,
        "x_many": x_many,
        "session": session,
    }


@app.get("/filters", tags=["values"])
def echo_filters(filters: Annotated[Filters, Query()]) -> Filters:
    return filters


@app.post("/notes", tags=["bodies"])
def optional_body(note: Item | None = None) -> Item | None:
    return note


@app.put("/notes", tags=["bodies"])
def two_bodies(item: Item, tree: Tree | None = None, weight: Annotated[int, Body()] = 1) -> dict[str, Any]:
    return {"item": item, "tree": tree, "weight": weight}


@app.delete("/notes", tags=["bodies"], status_code=204)
def no_answer(item: Annotated[Item | None, Body()] = None) -> None: ...


@app.patch("/notes", tags=["bodies"])
def embedded(item: Annotated[Item, Body(embed=True)]) -> int:
    return item.id


@app.post("/bodies/count", tags=["bodies"])
def count_or_default(count: Annotated[int, Body()] = 3) -> int:
    return count


@app.post("/bodies/list", tags=["bodies"])
def list_or_default(values: list[int] = [1, 2]) -> list[int]:
    return values


@app.post("/bodies/item", tags=["bodies"])
def item_or_default(item: Item = Item(id=7)) -> Item:
    return item


@app.post("/bodies/text", tags=["bodies"])
def text_or_default(text: Annotated[str, Body(media_type="text/plain")] = "none") -> str:
    return text


@app.post("/uploads", tags=["bodies"])
async def upload(
    file: UploadFile,
    more: list[UploadFile] = [],
    title: Annotated[str, Form()] = "",
    tags: Annotated[list[str], Form()] = [],
    optional: UploadFile | None = None,
) -> dict[str, Any]:
    return {
        "file": [file.filename, file.content_type, len(await file.read())],
        "more": [each.filename for each in more],
        "title": title,
        "tags": tags,
        "optional": optional and optional.filename,
    }


@app.post("/uploads/bytes", tags=["bodies"])
def upload_bytes(data: Annotated[bytes, File()], many: Annotated[list[bytes] | None, File()] = None) -> list[int]:
    return [len(data), *map(len, many or [])]


@app.post("/forms", tags=["bodies"])
def form(name: Annotated[str, Form()], age: Annotated[int | None, Form()] = None) -> dict[str, Any]:
    return {"name": name, "age": age}


@app.get("/texts/plain", tags=["answers"], response_class=PlainTextResponse)
def plain() -> str:
    return "12"


@app.get("/texts/html", tags=["answers"], response_class=HTMLResponse)
def html() -> str:
    return "<p>ä</p>"


@app.get("/files", tags=["answers"], response_class=FileResponse)
def file() -> FileResponse:
    return FileResponse(__file__, media_type="text/x-python")


@app.get("/downloads", tags=["answers"], response_class=StreamingResponse)
def download() -> StreamingResponse:
    return StreamingResponse(iter([b"a", b"b"]), media_type="application/octet-stream")


@app.get("/undeclared", tags=["answers"])
def undeclared() -> Response:
    return Response(b"\x00\xff", media_type="image/png")


@app.get("/nothing", tags=["answers"])
def nothing() -> Response:
    return Response(status_code=200)


@app.get("/maybe", tags=["answers"])
def maybe(there: bool = False) -> Item | None:
    return ITEMS[0] if there else None


@app.post("/moved", tags=["answers"], response_class=RedirectResponse, status_code=303)
def moved() -> str:
    return "/maybe?there=true"


@app.get("/moved", tags=["answers"], response_class=RedirectResponse, status_code=307)
def moved_get() -> str:
    return "/maybe?there=true"


@app.get("/missing/{id}", tags=["answers"], responses={404: {"model": Item}})
def missing(id: int) -> Item:
    raise HTTPException(404, detail={"code": "missing", "message": f"There is no {id}"})


@app.get("/streams/lines", tags=["streams"])
async def lines() -> AsyncIterator[Item]:
    for each in ITEMS:
        yield each


@app.get("/streams/events", tags=["streams"], response_class=EventSourceResponse)
async def events() -> AsyncIterator[Item]:
    for each in ITEMS:
        yield each


@app.get("/streams/named", tags=["streams"], response_class=EventSourceResponse)
async def named_events() -> AsyncIterator[ServerSentEvent]:
    yield ServerSentEvent(data={"id": 1}, event="item", id="1")
    yield ServerSentEvent(raw_data="plain", comment="c", retry=10)


bearer = HTTPBearer(auto_error=False)
KEY = APIKeyHeader(name="X-Key")
BASIC = HTTPBasic()
PASSWORD = OAuth2PasswordBearer(tokenUrl="token")


@app.post("/token", tags=["secrets"])
def token(username: Annotated[str, Form()], password: Annotated[str, Form()]) -> dict[str, str]:
    return {"access_token": f"{username}-{password}", "token_type": "bearer"}


@app.get("/secrets/key", tags=["secrets"])
def with_key(key: Annotated[str, Depends(KEY)]) -> str:
    return key


@app.get("/secrets/basic", tags=["secrets"])
def with_basic(user: Annotated[Any, Depends(BASIC)]) -> str:
    return f"{user.username}/{user.password}"


@app.get("/secrets/password", tags=["secrets"])
def with_password(token: Annotated[str, Depends(PASSWORD)]) -> str:
    return token


@app.get("/secrets/bearer", tags=["secrets"])
def with_bearer(token: Annotated[Any, Depends(bearer)]) -> str | None:
    return token and token.credentials
