"""The keys of `[tool.fledge.clients.NAME.security.SCHEME]`: the fields of Security Scheme Objects."""

from __future__ import annotations

from fledge.config.values import Key, OpenTable, Table, Text

_FLOW = Table(
    keys=(
        Key(
            name="tokenUrl",
            type=Text(expected="a URL, which may be relative to the server"),
            meaning="the URL that tokens come from",
            default="required",
            required=True,
        ),
        Key(name="refreshUrl", type=Text(), meaning="the URL that refreshed tokens come from", default="`tokenUrl`"),
        Key(
            name="authorizationUrl",
            type=Text(),
            meaning="the URL that users go to; required for `authorizationCode`",
            default="none",
        ),
        Key(
            name="scopes",
            type=OpenTable(
                values=Text(expected="a string", pattern=r"(?s).*"),
                expected='a table of scopes and what they mean, such as { read = "reads everything" }',
            ),
            meaning="the scopes that the client asks for, and what they mean",
            default="the server decides",
        ),
    ),
    expected='a table such as { tokenUrl = "https://api.example.com/token" }',
)

SECURITY_KEYS = (
    Key(
        name="type",
        type=Text(expected="`apiKey`, `http`, `mutualTLS` or `oauth2`", pattern="apiKey|http|mutualTLS|oauth2"),
        meaning="`http`, `apiKey`, `oauth2` or `mutualTLS`",
        default="required",
        required=True,
    ),
    Key(
        name="scheme",
        type=Text(expected="the name of an HTTP authentication scheme", pattern=r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"),
        meaning="of `http`: the word before the credential, or `basic`",
        default="`bearer`",
    ),
    Key(
        name="in",
        type=Text(expected="`header`, `query` or `cookie`", pattern="header|query|cookie"),
        meaning="of `apiKey`: `header`, `query` or `cookie`",
        default="required for `apiKey`",
    ),
    Key(
        name="name",
        type=Text(expected="the name of the header, parameter or cookie"),
        meaning="of `apiKey`: the name of the header, parameter or cookie",
        default="required for `apiKey`",
    ),
    Key(
        name="flows",
        type=Table(
            keys=tuple(
                Key(name=name, type=_FLOW, meaning=f"the flow `{name}`", default="no such flow")
                for name in ("clientCredentials", "password", "authorizationCode")
            ),
            expected='a table such as { clientCredentials = { tokenUrl = "https://api.example.com/token" } }',
        ),
        meaning="of `oauth2`: `clientCredentials`, `password` and `authorizationCode`, each a table with `tokenUrl`, and "
        "perhaps `refreshUrl`, `authorizationUrl` and `scopes`",
        default="required for `oauth2`",
    ),
    Key(
        name="description",
        type=Text(expected="a string", pattern=r"(?s).+"),
        meaning="what the README and the docstrings say of the credential",
        default="no description",
    ),
)
