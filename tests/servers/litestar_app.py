"""An application of Litestar with the idioms of its users; Litestar makes the description."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import Enum, IntEnum
from typing import Annotated, Any
from uuid import UUID

import msgspec
from litestar import Litestar, MediaType, Request, delete, get, patch, post
from litestar.datastructures import Cookie, ResponseHeader, UploadFile
from litestar.dto import DataclassDTO, DTOConfig, DTOData
from litestar.enums import RequestEncodingType
from litestar.exceptions import HTTPException, NotFoundException
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.datastructures import ResponseSpec
from litestar.pagination import (
    AbstractSyncClassicPaginator,
    AbstractSyncCursorPaginator,
    AbstractSyncOffsetPaginator,
    ClassicPagination,
    CursorPagination,
    OffsetPagination,
)
from litestar.params import Body, Parameter
from litestar.response import File, Redirect, ServerSentEvent, ServerSentEventMessage


class Size(str, Enum):
    SMALL = "small"
    LARGE = "large"


class Rank(IntEnum):
    LOW = 1
    HIGH = 2


@dataclass
class Item:
    id: int
    name: str = "x"
    tags: list[str] = field(default_factory=list)


class Cat(msgspec.Struct, tag="cat"):
    lives: int = 9


class Dog(msgspec.Struct, tag="dog"):
    tricks: list[str] = []


class Owner(msgspec.Struct):
    name: str
    pet: Cat | Dog | None = None
    pets: list[Cat | Dog] = []
    by_room: dict[str, Cat | Dog] = {}
    nick: str | None | msgspec.UnsetType = msgspec.UNSET


class Values(msgspec.Struct, kw_only=True, rename="camel"):
    wait: timedelta
    at: datetime
    day: date
    id: UUID
    size: Size = Size.SMALL
    rank: Rank = Rank.LOW
    pair: tuple[int, str] = (1, "a")
    anything: Any = None
    labels: dict[str, int | str | None] = {}
    mixed_up: int | str = 1
    count: int = 0


@dataclass
class Form:
    name: str
    age: int = 1


@dataclass
class Upload:
    title: str
    file: UploadFile
    more: list[UploadFile] = field(default_factory=list)


ITEMS = [Item(id=n) for n in range(1, 6)]


class ByPage(AbstractSyncClassicPaginator[Item]):
    def get_total(self, page_size: int) -> int:
        return -(-len(ITEMS) // page_size)

    def get_items(self, page_size: int, current_page: int) -> list[Item]:
        return ITEMS[(current_page - 1) * page_size : current_page * page_size]


class ByOffset(AbstractSyncOffsetPaginator[Item]):
    def get_total(self) -> int:
        return len(ITEMS)

    def get_items(self, limit: int, offset: int) -> list[Item]:
        return ITEMS[offset : offset + limit]


class ByCursor(AbstractSyncCursorPaginator[str, Item]):
    def get_items(self, cursor: str | None, results_per_page: int) -> tuple[list[Item], str | None]:
        end = int(cursor or 0) + results_per_page
        return ITEMS[int(cursor or 0) : end], str(end) if end < len(ITEMS) else None


@get("/pages/classic", tags=["pages"], operation_id="list_by_number", sync_to_thread=False)
def classic(page_size: int = 2, current_page: int = 1) -> ClassicPagination[Item]:
    return ByPage()(page_size=page_size, current_page=current_page)


@get("/pages/offset", tags=["pages"], operation_id="list_by_offset", sync_to_thread=False)
def offset(limit: int = 2, offset: int = 0) -> OffsetPagination[Item]:
    return ByOffset()(limit=limit, offset=offset)


@get("/pages/cursor", tags=["pages"], operation_id="list_by_cursor", sync_to_thread=False)
def cursor(cursor: str | None = None, results_per_page: int = 2) -> CursorPagination[str, Item]:
    return ByCursor()(cursor=cursor, results_per_page=results_per_page)


@get("/items/{item_id:int}", tags=["items"], operation_id="get_item", sync_to_thread=False)
def get_item(item_id: int) -> Item:
    if item_id > len(ITEMS):
        raise NotFoundException(detail=f"There is no {item_id}")
    return ITEMS[item_id - 1]


@post(
    "/items",
    tags=["items"],
    operation_id="create_item",
    sync_to_thread=False,
    responses={409: ResponseSpec(data_container=Item, description="It is there.")},
)
def create_item(data: Item) -> Item:
    if data.id == 9:
        raise HTTPException(status_code=409, detail="It is there")
    return data


class ItemPatch(DataclassDTO[Item]):
    config = DTOConfig(exclude={"id"}, partial=True)


@patch(
    "/items/{item_id:int}",
    tags=["items"],
    operation_id="update_item",
    dto=ItemPatch,
    return_dto=None,
    sync_to_thread=False,
)
def update_item(item_id: int, data: DTOData[Item]) -> dict[str, Any]:
    changes: dict[str, Any] = data.as_builtins()
    return {"id": item_id, **changes}


@delete("/items/{item_id:int}", tags=["items"], operation_id="delete_item", sync_to_thread=False)
def delete_item(item_id: int) -> None:
    return None


@get("/days/{day:date}/{ident:uuid}/{rest:path}", tags=["values"], operation_id="echo_path", sync_to_thread=False)
def echo_path(day: date, ident: UUID, rest: str) -> list[str]:
    return [day.isoformat(), str(ident), rest]


@get("/parameters", tags=["values"], operation_id="echo_parameters", sync_to_thread=False)
def echo_parameters(
    ids: list[int],
    when: datetime,
    size: Size | None = None,
    wait: timedelta | None = None,
    price: Decimal | None = None,
    flag: bool = False,
    token: Annotated[str | None, Parameter(header="X-Token")] = None,
    session: Annotated[str | None, Parameter(cookie="session")] = None,
) -> dict[str, Any]:
    seconds = None if wait is None else wait.total_seconds()
    return {
        "ids": ids,
        "when": when,
        "size": size,
        "wait": seconds,
        "price": price,
        "flag": flag,
        "token": token,
        "session": session,
    }


@post("/values", tags=["values"], operation_id="echo", sync_to_thread=False)
def echo(data: Values) -> Values:
    return data


@post("/owners", tags=["owners"], operation_id="create_owner", sync_to_thread=False)
def create_owner(data: Owner) -> Owner:
    return data


@post("/pets", tags=["owners"], operation_id="echo_pets", sync_to_thread=False)
def echo_pets(data: list[Cat | Dog]) -> dict[str, Cat | Dog]:
    return {str(index): pet for index, pet in enumerate(data)}


@post("/form", tags=["bodies"], operation_id="form", sync_to_thread=False)
def form(data: Annotated[Form, Body(media_type=RequestEncodingType.URL_ENCODED)]) -> Form:
    return data


@post("/upload", tags=["bodies"], operation_id="upload")
async def upload(data: Annotated[Upload, Body(media_type=RequestEncodingType.MULTI_PART)]) -> list[Any]:
    return [data.title, data.file.filename, len(await data.file.read()), [each.filename for each in data.more]]


@post("/raw", tags=["bodies"], operation_id="raw")
async def raw(request: Request[Any, Any, Any]) -> int:
    return len(await request.body())


@get("/text", tags=["answers"], operation_id="text", media_type=MediaType.TEXT, sync_to_thread=False)
def text() -> str:
    return "12"


@get("/file", tags=["answers"], operation_id="file", sync_to_thread=False)
def file() -> File:
    return File(path=__file__, filename="app.py")


@get("/events", tags=["answers"], operation_id="events", sync_to_thread=False)
def events() -> ServerSentEvent:
    return ServerSentEvent(iter([ServerSentEventMessage(data="a", id="1")]))


@get("/moved", tags=["answers"], operation_id="moved", sync_to_thread=False)
def moved() -> Redirect:
    return Redirect(path="/items/1")


@get("/packed", tags=["answers"], operation_id="packed", media_type=MediaType.MESSAGEPACK, sync_to_thread=False)
def packed() -> Item:
    return ITEMS[0]


@get("/maybe", tags=["answers"], operation_id="maybe", sync_to_thread=False)
def maybe(there: bool = False) -> Item | None:
    return ITEMS[0] if there else None


@get(
    "/headers",
    tags=["answers"],
    operation_id="headers",
    response_headers=[ResponseHeader(name="X-Rate", value="7")],
    response_cookies=[Cookie(key="c", value="v")],
    sync_to_thread=False,
)
def headers() -> Item:
    return ITEMS[0]


app = Litestar(
    [
        classic,
        offset,
        cursor,
        get_item,
        create_item,
        update_item,
        delete_item,
        echo_path,
        echo_parameters,
        echo,
        create_owner,
        echo_pets,
        form,
        upload,
        raw,
        text,
        file,
        events,
        moved,
        packed,
        maybe,
        headers,
    ],
    openapi_config=OpenAPIConfig(title="Kennel", version="1"),
)
