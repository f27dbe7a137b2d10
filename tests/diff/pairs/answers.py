"""Pairs of what calls return, of unions and discriminators, and of credentials."""

from __future__ import annotations

from typing import Any

from tests.diff.pairs.pair import JSON, Pair, box, description, of_operation, operation, pairs_of, request, response
from tests.diff.pairs.shorthand import (
    DONE,
    I,
    S,
    answers,
    array,
    callback,
    error,
    fine,
    integer,
    items,
    obj,
    param,
    ref,
)
from tests.diff.pairs.shorthand import text, v2, v30, v32, webhook, with_schemas

ORDER: JSON = obj("id", id=S, total=I)
O: JSON = ref("Order")
PET: JSON = ref("Pet")
ID: JSON = text(readOnly=True)
KEY: JSON = {"type": "apiKey", "in": "header", "name": "X-Key"}
TOKEN: JSON = {"type": "http", "scheme": "bearer"}
OPEN_ID: JSON = {"type": "openIdConnect", "openIdConnectUrl": "https://s.example/o"}
MAPPING = {"cat": "Cat", "dog": "Dog"}
URLS = {"authorizationUrl": "https://s.example/a", "tokenUrl": "https://s.example/t"}


def _orders(statuses: JSON) -> JSON:
    return with_schemas(answers(statuses), Order=ORDER, Job=obj("job", job=S))


def _header(**fields: Any) -> JSON:
    return answers({"200": fine(S, headers={"X-Total": {"schema": I, **fields}})})


def _problem(schema: JSON, status: str = "404") -> JSON:
    return with_schemas(error(ref("P"), status), P=schema)


def _two_calls(statuses: JSON) -> JSON:
    """Two calls that return an order, the first of which answers these."""
    second = operation(operationId="b", responses={"200": fine(O)})
    return with_schemas(description({"/a": {"get": operation(responses=statuses)}, "/b": {"get": second}}), Order=ORDER)


def _pets(of: JSON, *kinds: str, mapping: dict[str, str] | None = MAPPING, name: str = "kind", **fields: Any) -> JSON:
    """Pets that are told apart by a property, in a description that has their union somewhere."""
    names = kinds or ("Cat", "Dog")
    schemas = {each: obj(name, **{name: S, f"{each.lower()}_name": S}) for each in names}
    targets = {value: f"#/components/schemas/{target}" for value, target in (mapping or {}).items()}
    discriminator = {"propertyName": name, **({"mapping": targets} if mapping else {}), **fields}
    schemas["Pet"] = {"oneOf": [ref(each) for each in names], "discriminator": discriminator}
    return {**of, "components": {"schemas": schemas}}


def _base(cat: JSON) -> JSON:
    """Pets in Swagger 2.0, which extend one with a discriminator."""
    pet = {**obj("kind", kind=S), "discriminator": "kind"}
    parts = {name: {"allOf": [{"$ref": "#/definitions/Pet"}, part]} for name, part in (("Cat", cat), ("Dog", obj(d=S)))}
    return v2(schema={"$ref": "#/definitions/Pet"}, definitions={"Pet": pet, **parts})


def _secured(schemes: JSON, *requirements: JSON, own: list[JSON] | None = None) -> JSON:
    """`own` are the requirements of the operation."""
    call = operation(**({} if own is None else {"security": own}))
    of = description({"/a": {"get": call}}, components={"securitySchemes": schemes})
    return {**of, "security": list(requirements)} if requirements else of


def _scoped(scheme: JSON, *scopes: str) -> JSON:
    return _secured({"l": scheme}, {"l": list(scopes)})


def _login(flow: str = "authorizationCode", **fields: Any) -> JSON:
    scopes = {"read": "", "write": ""}
    names = {"implicit": ["authorizationUrl"], "password": ["tokenUrl"], "clientCredentials": ["tokenUrl"]}
    urls = {name: URLS[name] for name in names.get(flow, list(URLS))}
    return {"type": "oauth2", "flows": {flow: {**urls, "scopes": scopes, **fields}}}


def _shared(schema: JSON) -> JSON:
    call = operation(
        requestBody={"required": True, "content": {"application/json": {"schema": O}}}, responses={"200": fine(O)}
    )
    return with_schemas(description({"/orders": {"put": call}}), Order=schema, Id=S)


def _page(token: str = "nextPageToken", parameter: str = "pageToken", orders: str = "items") -> JSON:
    page = obj(orders, **{orders: array(S), token: S})
    parameters = [{"name": parameter, "in": "query", "schema": S}]
    return description({"/orders": {"get": operation(parameters=parameters, responses={"200": fine(page)})}})


def _counted(first: str, size: str) -> JSON:
    parameters = [{"name": name, "in": "query", "schema": I} for name in (first, size)]
    page = obj("items", "total", items=array(S), total=I)
    return description({"/orders": {"get": operation(parameters=parameters, responses={"200": fine(page)})}})


PEOPLE: JSON = response(box(array(PET)))


def _streamed(status: str, media_type: str = "application/jsonl", schema: JSON = S, **others: JSON) -> JSON:
    """A call that returns a stream with this status."""
    stream = {"description": "Items.", "content": {media_type: {"itemSchema": schema}}}
    return v32(answers({status: stream, **others}))


ROWS: tuple[tuple[str, JSON, JSON, str], ...] = (
    # a body that is anything, and none
    ("any body, and no word of one", answers({"200": fine({})}), answers({"200": fine()}), "W -"),
    ("any body of an error, and none", error({}), answers({**DONE, "404": fine()}), "W -"),
    ("date of an error, and none", error(text(format="date")), answers({**DONE, "404": fine()}), "TW -"),
    # streams with another status
    ("stream with another status", _streamed("200"), _streamed("201"), "- -"),
    ("stream of others with another status", _streamed("200"), _streamed("201", schema=I), "TW TW"),
    ("stream with another status and format", _streamed("200"), _streamed("201", "application/json-seq"), "W W"),
    ("stream becomes events with another status", _streamed("200"), _streamed("201", "text/event-stream"), "W TW"),
    ("value becomes a stream with another status", v32(answers({"200": fine(S)})), _streamed("201"), "TW TW"),
    ("stream with a range becomes a value", _streamed("2XX"), v32(answers({"200": fine(S)})), "TW TW"),
    ("stream instead of nothing", v32(answers(DONE)), _streamed("200"), "W TW"),
    ("stream, and nothing", v32(answers(DONE)), _streamed("200", **DONE), "W TW"),
    # success
    ("202 loses its body", _orders({"202": fine(O)}), _orders({"202": fine()}), "TW T"),
    ("list to nothing", _orders({"200": fine(array(O))}), _orders({"204": fine()}), "TW -"),
    ("204 beside 200", _orders({"200": fine(O)}), _orders({"200": fine(O), "204": fine()}), "TW -"),
    ("304 beside 200", _orders({"200": fine(O)}), _orders({"200": fine(O), "304": fine()}), "- -"),
    ("2XX to 200", _orders({"2XX": fine(O)}), _orders({"200": fine(O)}), "- -"),
    ("default to 200", _orders({"default": fine(O)}), _orders({"200": fine(O)}), "- -"),
    ("202 with the same model", _orders({"200": fine(O)}), _orders({"200": fine(O), "202": fine(O)}), "- -"),
    ("201 with another model", _orders({"200": fine(O)}), _orders({"200": fine(O), "201": fine(ref("Job"))}), "TW -"),
    ("only success gone, and its model lives on", _two_calls({"200": fine(O)}), _two_calls({"400": fine()}), "TW T"),
    (
        "success that may be null in 3.0",
        v30(_orders({"200": fine({"nullable": True, "allOf": [O]})})),
        v30(_orders({"200": fine(O)})),
        "- TW",
    ),
    ("PDF to JSON", answers({"200": fine({}, "application/pdf")}), answers({"200": fine(ORDER)}), "TW TW"),
    ("PDF to ZIP", answers({"200": fine({}, "application/pdf")}), answers({"200": fine({}, "application/zip")}), "W W"),
    ("silence to an empty content", answers({"200": fine()}), answers({"200": fine(content={})}), "T -"),
    ("200 without a body to 204", answers({"200": fine()}), answers({"204": fine()}), "T -"),
    ("header of a success no longer required", _header(required=True), _header(), "W -"),
    ("header of an error gone", error(S), answers({**DONE, "404": fine(S, headers={"X": {"schema": S}})}), "- W"),
    (
        "header of HEAD",
        *(
            description({"/a": {"head": operation(responses={"200": fine(headers={"X": {"schema": each}})})}})
            for each in (I, S)
        ),
        "W -",
    ),
    # errors
    ("property of an error", _problem(obj("code", code=S)), _problem(obj("code", code=I)), "TW TW"),
    ("property of an error may be absent", _problem(obj("code", code=S)), _problem(obj(code=S)), "TW -"),
    (
        "property of the default error",
        _problem(obj("code", code=S), "default"),
        _problem(obj("code", code=I), "default"),
        "TW TW",
    ),
    ("error becomes text", error(ORDER), answers({**DONE, "404": fine(S, "text/plain")}), "TW TW"),
    ("error of problem+json", error(ORDER), answers({**DONE, "404": fine(ORDER, "application/problem+json")}), "W W"),
    # pages
    ("page token renamed", _page(), _page(token="next_page_token"), "W W"),
    ("page parameter renamed", _page(), _page(parameter="page_token"), "W W"),
    ("items of a page renamed", _page(), _page(orders="orders"), "TW TW"),
    ("offset renamed", _counted("offset", "limit"), _counted("skip", "limit"), "TW TW"),
    ("offset to page number", _counted("offset", "limit"), _counted("page", "per_page"), "TW TW"),
    # streams, webhooks, callbacks
    ("stream to a list", items(ORDER), answers({"200": fine(array(ORDER))}), "TW TW"),
    ("items of events", items(obj("x", x=S), "text/event-stream"), items(obj("x", x=I), "text/event-stream"), "TW TW"),
    ("lines to a sequence", items(ORDER), items(ORDER, "application/json-seq"), "W W"),
    (
        "webhook renamed",
        webhook(box(S)),
        {**webhook(box(S)), "webhooks": {"relocated": webhook(box(S))["webhooks"]["moved"]}},
        "TW TW",
    ),
    ("webhook gains a property", webhook(obj(a=S)), webhook(obj(a=S, b=S)), "- T"),
    ("property of a webhook may be absent", webhook(obj("a", a=S)), webhook(obj(a=S)), "TW -"),
    ("callback gone", callback(box(S)), of_operation(), "TW -"),
    ("callback gains a required property", callback(obj(a=S)), callback(obj("b", a=S, b=S)), "- TW"),
    # discriminators
    (
        "discriminator value added to what is sent",
        _pets(request(PET)),
        _pets(request(PET), mapping={**MAPPING, "kitten": "Cat"}),
        "T W",
    ),
    (
        "discriminator value removed in a list",
        _pets(PEOPLE, mapping={**MAPPING, "kitten": "Cat"}),
        _pets(PEOPLE),
        "- W",
    ),
    *(
        (
            f"discriminator values exchanged in {place}",
            _pets(of),
            _pets(of, mapping={"cat": "Dog", "dog": "Cat"}),
            "W W",
        )
        for place, of in (("a webhook", webhook(PET)), ("an error", error(PET)), ("a stream", items(PET)))
    ),
    (
        "discriminator values that stand for themselves",
        _pets(response(PET), mapping=None),
        _pets(response(PET), mapping={"Cat": "Cat", "Dog": "Dog"}),
        "= =",
    ),
    ("discriminator renamed where it is sent", _pets(request(PET)), _pets(request(PET), name="type"), "TW TW"),
    ("order of a mapping", _pets(response(PET)), _pets(response(PET), mapping={"dog": "Dog", "cat": "Cat"}), "= ="),
    (
        "variant added where it is received",
        _pets(response(PET)),
        _pets(response(PET), "Cat", "Dog", "Cow", mapping={**MAPPING, "cow": "Cow"}),
        "TW T",
    ),
    (
        "variant added where it is sent",
        _pets(request(PET)),
        _pets(request(PET), "Cat", "Dog", "Cow", mapping={**MAPPING, "cow": "Cow"}),
        "- TW",
    ),
    ("default variant received", v32(_pets(response(PET))), v32(_pets(response(PET), defaultMapping="Dog")), "W -"),
    ("default variant sent", v32(_pets(request(PET))), v32(_pets(request(PET), defaultMapping="Dog")), "- W"),
    ("variant of 2.0", _base(obj(c=S)), _base(obj(c=I)), "TW TW"),
    # properties that only one side sends
    (
        "read-only property of a reference",
        _shared(obj(a=S)),
        _shared(obj("id", a=S, id={**ref("Id"), "readOnly": True})),
        "- TW",
    ),
    (
        "read-only property of an allOf in 3.0",
        v30(_shared(obj(a=S))),
        v30(_shared(obj("id", a=S, id={"allOf": [ref("Id")], "readOnly": True}))),
        "- TW",
    ),
    ("read-only property of a body alone", request(obj(a=S)), request(obj("id", a=S, id=ID)), "- T"),
    (
        "write-only property of a response alone",
        response(obj(a=S)),
        response(obj("p", a=S, p=text(writeOnly=True))),
        "- T",
    ),
    ("write-only property that is shared", _shared(obj(a=S)), _shared(obj("p", a=S, p=text(writeOnly=True))), "TW TW"),
    # credentials
    (
        "scope of the operation",
        _secured({"l": _login()}, own=[{"l": ["read"]}]),
        _secured({"l": _login()}, own=[{"l": ["read", "write"]}]),
        "W -",
    ),
    *(
        (f"further scope, {name}", _scoped(scheme, "read"), _scoped(scheme, "read", "write"), "W -")
        for name, scheme in (
            ("implicit", _login("implicit")),
            ("password", _login("password")),
            ("OpenID Connect", OPEN_ID),
            ("role of a token", TOKEN),
            ("role of a key", KEY),
        )
    ),
    ("another scope", _scoped(_login(), "read"), _scoped(_login(), "write"), "W W"),
    (
        "token URL",
        _scoped(_login("clientCredentials"), "read"),
        _scoped(_login("clientCredentials", tokenUrl="https://o.example/t"), "read"),
        "W W",
    ),
    (
        "authorization URL",
        _scoped(_login(), "read"),
        _scoped(_login(authorizationUrl="https://o.example/a"), "read"),
        "= =",
    ),
    ("scope that no operation needs", _scoped(_login(scopes={"read": ""}), "read"), _scoped(_login(), "read"), "= ="),
    (
        "security of the API and of the operation",
        _secured({"k": KEY}, {"k": []}),
        _secured({"k": KEY}, own=[{"k": []}]),
        "= =",
    ),
    ("no security of the operation", _secured({"k": KEY}, {"k": []}), _secured({"k": KEY}, {"k": []}, own=[]), "- W"),
    (
        "case of the scheme",
        _secured({"t": TOKEN}, {"t": []}),
        _secured({"t": {**TOKEN, "scheme": "Bearer"}}, {"t": []}),
        "= =",
    ),
    (
        "format of a token",
        _secured({"t": TOKEN}, {"t": []}),
        _secured({"t": {**TOKEN, "bearerFormat": "JWT"}}, {"t": []}),
        "= =",
    ),
    (
        "token to a password",
        _secured({"t": TOKEN}, {"t": []}),
        _secured({"t": {**TOKEN, "scheme": "basic"}}, {"t": []}),
        "TW TW",
    ),
    (
        "key moves to the query",
        _secured({"k": KEY}, {"k": []}),
        _secured({"k": {**KEY, "in": "query"}}, {"k": []}),
        "W W",
    ),
    (
        "required header that is a constant",
        of_operation(),
        of_operation(parameters=[{"name": "X-Version", "in": "header", "required": True, "schema": {"const": "2"}}]),
        "TW TW",
    ),
    (
        "idempotency header beside a parameter",
        param(S),
        {
            **param(S),
            "paths": {
                "/orders": {
                    "get": operation(
                        parameters=[
                            {"name": "q", "in": "query", "schema": S},
                            {"name": "Idempotency-Key", "in": "header", "required": True, "schema": S},
                        ]
                    )
                }
            },
        },
        "W TW",
    ),
    (
        "int32 in a response header",
        _header(schema=integer(format="int32")),
        _header(schema=integer(format="int64")),
        "- -",
    ),
)


def answer_pairs() -> list[Pair]:
    """All rows."""
    return [pairs_of(f"answer: {name}", old, new, verdicts) for name, old, new, verdicts in ROWS]
