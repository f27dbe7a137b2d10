"""The one table of the keys of `[tool.fledge]`: it reads, checks and documents them."""

from __future__ import annotations

from dataclasses import fields

from fledge.config.distribution import VERSION
from fledge.config.filters import Filter
from fledge.config.security_keys import SECURITY_KEYS
from fledge.config.values import Either, Flag, Key, Number, OpenTable, Table, Text, Texts

_HEADER = Text(
    expected='the name of a header, or "NAME: PREFIX" with the text before the value',
    pattern=r"[A-Za-z0-9-]+(: \S+)?",
)
_URL = Text(
    expected="a URL that begins with http:// or https:// and has no password (use `headers` for it)",
    pattern=r"https?://[^/\s@]+(/\S*)?",
)
_FILTER = Table(
    keys=tuple(
        Key(
            name=each.name,
            type=Texts(expected='an array of patterns, such as ["pets*"]'),
            meaning=f"patterns of {each.name}",
            default="no pattern",
        )
        for each in fields(Filter)
    ),
)

UPSTREAM_KEYS = (
    Key(name="url", type=_URL, meaning="one document or page", default="`site` is required"),
    Key(name="site", type=_URL, meaning="a documentation site", default="`url` is required"),
    Key(
        name="headers",
        type=OpenTable(
            values=Text(expected="a string", pattern=r"(?s).*"),
            expected='a table, such as { Authorization = "Bearer env:TOKEN" }',
        ),
        meaning="headers for the host; `env:NAME` is an environment variable",
        default="no headers",
    ),
    Key(
        name="indent",
        type=Flag(),
        meaning="whether Fledge stores a minified JSON document indented, so that its changes can be read",
        default="`true`",
    ),
)

WEBHOOK_KEYS = (
    Key(
        name="scheme",
        type=Text(expected='"standard"', pattern="standard"),
        meaning='`"standard"` sets all other keys as in [Standard Webhooks](https://www.standardwebhooks.com) 1.0.0; '
        "you may override them",
        default="Fledge sets no key",
    ),
    Key(
        name="signature_header",
        type=_HEADER,
        meaning="the header with the signature",
        default="required, unless there is only an `event_header`",
    ),
    Key(
        name="signed_content",
        type=Text(expected="a string", pattern=r"(?s).*"),
        meaning="the signed text, in which `{body}`, `{sha256(body)}` (the 32 bytes), `{timestamp}`, `{id}` and `{url}` "
        "are replaced",
        default='`"{body}"`',
    ),
    Key(
        name="timestamp_header",
        type=_HEADER,
        meaning="the header with the time, in seconds since 1970",
        default="`verify` does not check the time",
    ),
    Key(name="id_header", type=_HEADER, meaning="the header with the webhook's id", default="no id is signed"),
    Key(
        name="algorithm",
        type=Text(expected="`sha1`, `sha256`, `sha384` or `sha512`", pattern="sha1|sha256|sha384|sha512"),
        meaning="the digest of the HMAC: `sha1`, `sha256`, `sha384` or `sha512`",
        default="`sha256`",
    ),
    Key(
        name="encoding",
        type=Text(expected="`hex` or `base64`", pattern="hex|base64"),
        meaning="the encoding of the signature: `hex`, in either case, or `base64`",
        default="`hex`",
    ),
    Key(
        name="secret_encoding",
        type=Text(expected="`text` or `base64`: the secret itself is read from `env`", pattern="text|base64"),
        meaning="the encoding of the secret: `text`, or `base64` without a prefix such as `whsec_`",
        default="`text`",
    ),
    Key(
        name="tolerance",
        type=Number(expected="a number of seconds", above=0, below=1e9),
        meaning="how many seconds the timestamp may differ from the clock",
        default="300",
    ),
    Key(
        name="env",
        type=Text(expected="the name of an environment variable", pattern="[A-Za-z_][A-Za-z0-9_]*"),
        meaning="the environment variable with the secret",
        default="`<PREFIX>_WEBHOOK_SECRET`",
    ),
    Key(
        name="event_header",
        type=Text(expected="the name of a header", pattern=r"[A-Za-z0-9-]+"),
        meaning='the header that names the event, such as `"X-GitHub-Event"`: [events](webhooks.md#events)',
        default="Fledge detects it",
    ),
)

_FIELD = Text()
PAGINATION_KEYS = (
    Key(
        name="items",
        type=Text(expected="a string", pattern=r"(?s).*"),
        meaning='the field with the items; `""` if the body is the array',
        default="Fledge detects it",
    ),
    Key(name="token", type=_FIELD, meaning="the field with the next page's token", default="another kind"),
    Key(name="last", type=_FIELD, meaning="the field of the last item that continues", default="another kind"),
    Key(name="page", type=_FIELD, meaning="the parameter with the page's number", default="another kind"),
    Key(name="offset", type=_FIELD, meaning="the parameter with the number of items before", default="another kind"),
    Key(name="next_url", type=_FIELD, meaning="the field with the next page's URL", default="another kind"),
    Key(
        name="link",
        type=Flag(expected="true", only=True),
        meaning="`true`: the header `Link` has the next page's URL",
        default="another kind",
    ),
    Key(name="parameter", type=_FIELD, meaning="the parameter that takes the token", default="required with it"),
    Key(name="more", type=_FIELD, meaning="the field that is true before the last page", default="not used"),
    Key(name="pages", type=_FIELD, meaning="the field with the number of pages", default="not used"),
    Key(name="total", type=_FIELD, meaning="the field with the number of items", default="not used"),
    Key(
        name="first",
        type=Number(expected="an integer", whole=True),
        meaning="the number of the first page or item",
        default="1 for pages, 0 for items",
    ),
)

DISTRIBUTION_KEYS = (
    Key(
        name="name",
        type=Text(expected="letters, digits, ., _ and -", pattern="[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?"),
        meaning="the name on a package index",
        default="the package's name, with `-` for `_`",
    ),
    Key(
        name="version",
        type=Text(expected='a version such as "1.2.0" (PEP 440)', pattern=VERSION.pattern),
        meaning="the version",
        default="the version of the description",
    ),
)

CLIENT_KEYS = (
    Key(
        name="source",
        type=Texts(expected="a file, folder or glob, or an array of them", or_one=True, required=True),
        meaning="a file, folder or glob, or an array of them",
        default="required",
        required=True,
    ),
    Key(
        name="output",
        type=Text(
            expected="the folder that will contain the package's folder; Fledge does not expand `~`",
            pattern=r"(?s)(?!~(/|$)).+",
        ),
        meaning="the folder that will contain the package's folder",
        default="required",
        required=True,
    ),
    Key(
        name="package",
        type=Text(),
        meaning="the name of the package: a Python identifier of ASCII letters",
        default="the client's name, with `_` for `-`",
    ),
    Key(
        name="env_prefix",
        type=Text(expected="a prefix of letters, digits and _", pattern="[A-Za-z_][A-Za-z0-9_]*"),
        meaning="the prefix of environment variables, such as `BIRD_ACCESS_KEY`",
        default="the client's name in capitals, without `_API`, `_CLIENT` or `_SDK` at its end",
    ),
    Key(
        name="idempotency",
        type=Text(expected="the name of a header", pattern=r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"),
        meaning='the header, such as `"Idempotency-Key"`, by which the server knows a repeated POST or PATCH: '
        "[retries](generated-code.md#retries)",
        default="the header that the description has",
    ),
    Key(
        name="upstream",
        type=Either(
            types=(_URL, Table(keys=UPSTREAM_KEYS)),
            expected=f"{_URL.expected}; or a table with `url` or `site`, and `headers`",
        ),
        meaning="the origin of `source`: a URL, or a table with `url` or `site`, and `headers`: "
        "[pull](pull.md#upstream)",
        default="`fledge pull` skips the client",
    ),
    Key(
        name="api",
        type=Texts(expected='a title, or an array of titles, such as ["Pets API"]', or_one=True),
        meaning="the titles of the APIs to use, if the sources describe several: "
        "[several APIs](pull.md#several-apis-on-one-site)",
        default="all APIs become one client",
    ),
    Key(
        name="hosts",
        type=Texts(
            expected='an array of hosts, such as ["example.com"] or ["localhost:8000"]',
            pattern=r"(\[[0-9A-Fa-f:.]+\]|[^\s/:@\[\]]+)(:[0-9]+)?",
        ),
        meaning='other hosts that Fledge may fetch from, such as `["specs.example.com"]`',
        default="Fledge fetches from no other host",
    ),
    Key(
        name="roots",
        type=Texts(expected='an array of folders, such as ["../shared"]'),
        meaning='other folders whose files the description may refer to, such as `["../shared"]`',
        default="files below the description's folder and, unless there is an `upstream`, below the project",
    ),
    Key(
        name="overlays",
        type=Texts(expected='an array of files, such as ["overlays/fixes.yaml"]'),
        meaning="files that correct the description: [overlays](overlays.md)",
        default="Fledge uses the description unchanged",
    ),
    Key(
        name="include",
        type=_FILTER,
        meaning="filters by tag, path, operation, schema or webhook: [patterns](overlays.md#include-and-exclude)",
        default="Fledge includes everything",
    ),
    Key(
        name="exclude",
        type=_FILTER,
        meaning="filters of what to leave out, by the same [patterns](overlays.md#include-and-exclude)",
        default="Fledge excludes nothing",
    ),
    Key(
        name="security",
        type=OpenTable(
            values=Table(keys=SECURITY_KEYS, expected='a table such as { type = "http", scheme = "bearer" }'),
            expected='a table of security schemes, such as { token = { type = "http" } }',
        ),
        meaning="[security schemes](#security) that the description lacks",
        default="the client has the credentials that the description names",
    ),
    Key(
        name="names",
        type=OpenTable(values=Text(expected="a Python name"), expected="a table of keys and Python names"),
        meaning="your own [names](#names)",
        default="Fledge derives names from the description",
    ),
    Key(
        name="pagination",
        type=OpenTable(
            values=Either(
                types=(Flag(only=False), Table(keys=PAGINATION_KEYS)),
                expected='false, or a table such as { items = "data", page = "page" }',
            ),
            expected="a table of operations",
        ),
        meaning="the pagination of lists that Fledge does not detect, or detects wrongly: "
        "[pagination](pagination.md#in-the-configuration)",
        default="Fledge detects pagination",
    ),
    Key(
        name="webhooks",
        type=Table(keys=WEBHOOK_KEYS),
        meaning="how the API signs webhooks: [webhooks](webhooks.md#configuration)",
        default="the client parses webhooks without verifying them",
    ),
    Key(
        name="testing",
        type=Flag(),
        meaning="`true` adds a module for [tests](testing.md) to the package",
        default="`false`",
    ),
    Key(
        name="aiohttp",
        type=Flag(),
        meaning="`true` adds an aiohttp [transport](transports.md#aiohttp) to the package",
        default="`false`",
    ),
    Key(
        name="distribution",
        type=Either(
            types=(Flag(), Table(keys=DISTRIBUTION_KEYS)),
            expected='true, or a table such as { name = "acme-client", version = "1.2.0" }',
        ),
        meaning="`true`, or a table with `name` and `version`, adds a `pyproject.toml` to the package's folder: "
        "[publishing](publishing.md)",
        default="`false`",
    ),
)

DIFF_KEYS = (
    Key(
        name="allow",
        type=OpenTable(
            values=Text(expected="a reason", pattern=r"(?s).*\S.*"),
            expected='a table, such as { "parameter-removed client.pets.list(tags=)" = "nobody sends it" }',
        ),
        meaning="changes that `--fail-on` passes: the code of a rule, and perhaps a space and a subject or endpoint, in "
        "which `*` stands for any text; the value is the reason",
        default="no change is allowed",
    ),
)

ROOT_KEYS = (
    Key(
        name="clients",
        type=OpenTable(values=Table(keys=CLIENT_KEYS)),
        meaning="the clients, each a table",
        default="required",
        required=True,
    ),
    Key(
        name="runtime",
        type=Text(
            expected='a package inside of a package, such as "acme_clients._runtime"',
            pattern=r"[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)+",
        ),
        meaning="the package with the runtime that all clients share: [one runtime](several-clients.md#one-runtime)",
        default="each client has its own runtime",
    ),
    Key(
        name="diff",
        type=Table(keys=DIFF_KEYS),
        meaning="settings of [`fledge diff`](diff.md#allowed-changes)",
        default="no setting",
    ),
)


def keys_table(keys: tuple[Key, ...]) -> str:
    """The Markdown table that documents keys."""
    rows = [f"| `{key.name}` | {key.meaning} | {key.default} |" for key in keys]
    return "".join(f"{row}\n" for row in ("| Key | Meaning | Default |", "| --- | --- | --- |", *rows))
