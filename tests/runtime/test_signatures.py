"""Signatures of webhooks: the schemes that docs/webhooks.md describes, and what no scheme lets pass.

Signatures are those that the APIs publish, or `printf ... | openssl dgst -sha256 -hmac SECRET` made them.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import msgspec
import pytest

from fledge.config.pyproject import read_config
from fledge.emitter import emit
from fledge.runtime.errors import APIError, MissingCredentialsError
from fledge.runtime.webhook_signatures import VerifiedBody, WebhookSignature, WebhookVerificationError
from tests.client import imported, put, understand
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def schemes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, WebhookSignature]:
    """What the tables in the documentation describe, by the names of their clients."""
    folder = tmp_path_factory.mktemp("schemes")
    page = (ROOT / "docs" / "webhooks.md").read_text(encoding="utf-8")
    tables = "".join(re.findall(r"^```toml\n(.*?)^```", page, re.DOTALL | re.MULTILINE))
    names = re.findall(r"clients\.(\w+)\.webhooks", tables)
    clients = "".join(f'[tool.fledge.clients.{name}]\nsource = "a.json"\noutput = "."\n' for name in names)
    (folder / "pyproject.toml").write_text(clients + tables, encoding="utf-8")
    found = {}
    for client in read_config(folder):
        assert client.webhooks
        described = asdict(client.webhooks)
        del described["env"], described["event_header"]  # of the generator alone
        found[client.name] = WebhookSignature(**described)
    return found


URL = "https://example.com/hooks/bird?x=1"
SLACK = (
    b"token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
    b"&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
    b"&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
    b"&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"
)
STRIPE = "97246fe67ff37de6cddb095570a289d39d070385d82834c08f73057dfa2b0356"
OTHER = "d8d091c76b586cff4dbd317fc47ebddff4b86de3ce18d3c03753c3c1901d475a"  # with the secret whsec_other
STANDARD = {
    "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
}
VECTORS: dict[str, tuple[bytes, dict[str, str], str, int]] = {
    # body, headers, secret, time
    "example": (b'{"test": 2432232314}', STANDARD, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", 1614265330),
    "svix": (
        b'{"test": 2432232314}',
        {name.replace("webhook", "svix"): value for name, value in STANDARD.items()},
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        1614265330,
    ),
    "bird": (
        b'{"event":"conversation.created"}',
        {
            "messagebird-signature": "Atc44HPS3dEldjCSgW0biBL0uEkWFYiHrwNVlyQk8K0=",
            "messagebird-request-timestamp": "1700000000",
        },
        "secureSigningKey",
        1700000000,
    ),
    "github": (
        b"Hello, World!",
        {"X-Hub-Signature-256": "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"},
        "It's a Secret to Everybody",
        0,
    ),
    "stripe": (
        b'{"id":"evt_1"}',
        {"Stripe-Signature": f"t=1700000000,v1={STRIPE},v0={'0' * 64}"},
        "whsec_kept",
        1700000000,
    ),
    "slack": (
        SLACK,
        {
            "X-Slack-Signature": "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
            "X-Slack-Request-Timestamp": "1531420618",
        },
        "8f742231b10e8888abcd99yyyzzz85a5",
        1531420618,
    ),
    "shopify": (
        b"body",
        {"X-Shopify-Hmac-Sha256": "91mM5qksZ4opqDlfNcinG/81necSV3xPeLPXcWicn+o="},
        "shared-secret",
        0,
    ),
}
TIMED = [name for name, (*_, time) in VECTORS.items() if time]
every = pytest.mark.parametrize("name", VECTORS)
timed = pytest.mark.parametrize("name", TIMED)


@pytest.fixture
def verify(schemes: dict[str, WebhookSignature]) -> Any:
    """Verifies the example of a scheme, with changes."""

    def call(name: str, changed: Mapping[str, str] = {}, /, **options: Any) -> VerifiedBody:
        body, given, secret, time = VECTORS[name]
        usual = {"body": body, "secret": secret, "url": URL, "now": time, "headers": {**given, **changed}}
        return schemes[name].verify(**(usual | options))

    return call


def refused(message: str) -> Any:
    return pytest.raises(WebhookVerificationError, match=message)


def test_each_documented_scheme_has_an_example(schemes: dict[str, WebhookSignature]) -> None:
    """What the documentation says is proved, all of it."""
    assert schemes.keys() == VECTORS.keys()


@every
def test_right(verify: Any, name: str) -> None:
    """A right signature gives the body that it is of, which says that it was verified."""
    body = verify(name)
    assert body == VECTORS[name][0] and type(body) is VerifiedBody


@every
@pytest.mark.parametrize("case", [str.upper, str.lower, str.title])
def test_names_of_headers_in_any_case(verify: Any, name: str, case: Any) -> None:
    """HTTP/2 writes them small, frameworks as they like."""
    assert verify(name, headers={case(key): value for key, value in VECTORS[name][1].items()})


@every
@pytest.mark.parametrize("body", [b"", b" ", b"{}"])
def test_another_body(verify: Any, name: str, body: bytes) -> None:
    """A byte more, or none at all."""
    for changed in (body, VECTORS[name][0] + body or b"x"):
        if changed != VECTORS[name][0]:
            with refused("as it came"):
                verify(name, body=changed)


@every
def test_another_secret(verify: Any, name: str) -> None:
    """The secret of somebody else."""
    with refused("secret of this webhook"):
        verify(name, secret="whsec_AAAA")


@every
def test_another_signature(verify: Any, name: str) -> None:
    """One character of the signature differs; or it is cut, or empty, or no text that a signature could be."""
    (key, value), *_ = [(k, v) for k, v in VECTORS[name][1].items() if "ignature" in k or "Hmac" in k]
    at = value.find(STRIPE) + 3 if STRIPE in value else -3
    wrong = value[:at] + ("A" if value[at] != "A" else "B") + value[at:][1:]
    for changed in (
        wrong,
        value[: len(value) // 3],
        "",
        " ",
        ",",
        "v1,",
        "sha256=",
        "é\udcff",
        "\0",
        "=" * 999,
        "t=,v1=",
    ):
        with pytest.raises(WebhookVerificationError):
            verify(name, {key: changed})


@every
def test_a_header_is_missing(verify: Any, name: str) -> None:
    """Each header is needed, and the message names the one that did not come."""
    for missing in VECTORS[name][1]:
        with refused(rf"There is no '{missing}"):
            verify(name, headers={k: v for k, v in VECTORS[name][1].items() if k != missing} | {"other": "1"})


@timed
def test_the_time_is_signed(verify: Any, name: str) -> None:
    """Another timestamp needs another signature, so an old webhook cannot be made new."""
    changed = {k: v.replace(str(VECTORS[name][3]), str(VECTORS[name][3] + 1)) for k, v in VECTORS[name][1].items()}
    with refused("No signature"):
        verify(name, changed)


@timed
@pytest.mark.parametrize("seconds", [-300, 300])
def test_within_the_tolerance(verify: Any, name: str, seconds: int) -> None:
    """Five minutes are allowed, in both directions."""
    assert verify(name, now=VECTORS[name][3] + seconds)


@timed
@pytest.mark.parametrize(
    "seconds, when", [(301, "301 s ago"), (-301, "301 s ahead"), (10**9, "ago"), (-(10**9), "ahead")]
)
def test_outside_of_the_tolerance(verify: Any, name: str, seconds: int, when: str) -> None:
    """What is older is a replay; what is of the future comes by a clock that is wrong."""
    with refused(f"{when}.* 300 s are allowed"):
        verify(name, now=VECTORS[name][3] + seconds)


@timed
def test_by_the_clock(verify: Any, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without `now` the clock counts."""
    with refused("ago"):
        verify(name, now=None)
    monkeypatch.setattr("time.time", lambda: VECTORS[name][3] + 299.5)
    assert verify(name, now=None)


@pytest.mark.parametrize("timestamp", ["", " ", "now", "-1", "1e9", "1700000000.5", "१७", "9" * 99, "1 700", "\udcff"])
def test_timestamps_that_are_none(timestamp: str) -> None:
    """A sender who knows the secret, but not what a timestamp is, gets the same error as others."""
    scheme = WebhookSignature("s", signed_content="{timestamp}{body}", timestamp_header="t")
    message = timestamp.strip().encode("utf-8", "surrogatepass")
    signature = hmac.new(b"k", message, hashlib.sha256).hexdigest()
    with pytest.raises(WebhookVerificationError, match="not a number|no 't'"):
        scheme.verify(b"", {"s": signature, "t": timestamp}, "k", now=1700000000)


def test_the_url_is_signed(verify: Any) -> None:
    """A webhook for another address is refused."""
    for url in ("", URL + "&y=1", URL.upper(), "https://example.com/hooks/bird"):
        with refused("the whole URL"):
            verify("bird", url=url)


def test_the_id_is_signed_as_a_whole(verify: Any) -> None:
    """Nobody can send a webhook again under an id that looks new."""
    for changed in ("msg_other", STANDARD["webhook-id"] + ",x", STANDARD["webhook-id"] + " x", "\udcff", "?"):
        with refused("No signature"):
            verify("example", {"webhook-id": changed})


def test_rotation(verify: Any) -> None:
    """While a secret changes, one of those that are known must be right."""
    secret = VECTORS["bird"][2]
    assert verify("bird", secret=["new", secret]) and verify("bird", secret=(secret, "old"))
    with refused("No signature"):
        verify("bird", secret=["new", "newer"])


@pytest.mark.parametrize("secret", ["whsec_kept", "whsec_other"])
@pytest.mark.parametrize("join", [",", ", "])
def test_several_signatures(verify: Any, secret: str, join: str) -> None:
    """While the API changes its secret, it signs with both; other kinds of signatures are passed over."""
    header = join.join(["t=1700000000", f"v0={'0' * 64}", f"v1={OTHER}", f"v1={STRIPE}", "v2=x"])
    assert verify("stripe", {"Stripe-Signature": header}, secret=secret)
    with refused("No signature"):
        verify("stripe", {"Stripe-Signature": header}, secret="whsec_third")


def test_several_signatures_of_standard_webhooks(verify: Any) -> None:
    """They are separated by blanks, and v1a is of another kind, whatever it holds."""
    good = STANDARD["webhook-signature"]
    assert verify("example", {"webhook-signature": f"v1a,hnO3f9T8Ytu9 v1,AAAA {good} v2,{good[3:]}"})
    for changed in (good.replace("v1,", "v1a,"), good.replace("v1,", "v2,"), good[3:], "v1," + good):
        with pytest.raises(WebhookVerificationError):
            verify("example", {"webhook-signature": changed})


@every
@pytest.mark.parametrize("secret", [None, "", [], [""], ["", "AAAA"], ()])
def test_no_secret(verify: Any, name: str, secret: Any) -> None:
    """Anybody could sign with an empty secret: none is accepted, also not among others."""
    with pytest.raises(MissingCredentialsError, match="secret="):
        verify(name, secret=secret)


def test_a_signature_with_an_empty_secret() -> None:
    """The signature that anybody can make is refused before it is looked at; so is a prefix alone."""
    forged = {"s": "7ec3619ea7f921721b6d8bec83ea2d0c6d557e0b164daf577e62c8cc88ed74ae"}
    with pytest.raises(MissingCredentialsError):
        WebhookSignature("s").verify(b"body", forged, "")
    with pytest.raises(MissingCredentialsError):
        WebhookSignature("s", secret_encoding="base64").verify(b"body", forged, "whsec_")


@pytest.mark.parametrize("secret", ["whsec_MfKQ9r8GKY!", "whsec_MfK", "whsec_é"])
def test_a_secret_that_is_not_base64(verify: Any, secret: str) -> None:
    """It is the receiver's fault, and so is no verification error; the secret is not in the message."""
    with pytest.raises(ValueError, match="not base64") as caught:
        verify("example", secret=secret)
    assert secret not in str(caught.value) and caught.value.__cause__ is None
    assert not isinstance(caught.value, WebhookVerificationError)


ALGORITHMS = {
    "sha1": ("hex", "a2282e7648e8caf7d224d6531dcd95c2808a5d89"),
    "sha384": (
        "hex",
        "c9b39dad94b0720c3fb13a913183a9d5b5295d6c2bbda6186c6154c1703722154067382c45f0b5db6f0ef09dc440f56c",
    ),
    "sha512": (
        "base64",
        "TZSLiacRM+getZIrei7/ZJrcGgaM0pyN2WUJRvDnmXdRH1LgaTNhlBb3C+kbdWjCWKA3pdIs1ksAy8nKsfmBpg==",
    ),
}


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_algorithms(algorithm: Any) -> None:
    """Other digests than SHA-256; a signature by one is none by another."""
    encoding, signature = ALGORITHMS[algorithm]
    scheme = WebhookSignature("s", algorithm=algorithm, encoding=encoding)
    assert scheme.verify(b"body", {"S": signature}, "k")
    with refused("No signature"):
        msgspec.structs.replace(scheme, algorithm="sha256").verify(b"body", {"S": signature}, "k")


def test_hexadecimal_digits_in_any_case() -> None:
    """They mean the same (RFC 4648, 8): Authorize.net sends capitals. Those of base64 do not."""
    for algorithm, (encoding, signature) in ALGORITHMS.items():
        scheme = WebhookSignature("s: v=", algorithm=algorithm, encoding=encoding)
        header = {"S": f"v={signature.upper()}"}
        if encoding == "hex":
            assert scheme.verify(b"body", header, "k")
        else:
            with refused("No signature"):
                scheme.verify(b"body", header, "k")


def test_a_body_is_not_a_template() -> None:
    """Names in braces are filled in once, and not in what came."""
    body = b"{timestamp}{url}{sha256(body)}{"
    scheme = WebhookSignature("s", signed_content="{url}{body}{")
    signature = hmac.new(b"k", b"{body}" + body + b"{", hashlib.sha256).hexdigest()
    assert scheme.verify(body, {"s": signature}, "k", url="{body}") == body


@every
def test_nothing_of_what_came_is_told(verify: Any, name: str) -> None:
    """Messages can be logged: neither the secret nor what an attacker sent is in them."""
    body, headers, secret, _ = VECTORS[name]
    with pytest.raises(WebhookVerificationError) as caught:
        verify(name, body=b"forged" + body)
    told = f"{caught.value} {caught.value!r} {caught.value.__cause__}"
    assert secret not in told and "forged" not in told and not any(value in told for value in headers.values())
    assert isinstance(caught.value, APIError)


def test_only_what_was_verified_is_parsed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who forgets to verify, and has no type checker, is told at the first webhook."""
    case = ROOT / "tests" / "cases" / "webhook_signatures"
    api, _ = understand(case / "openapi.yaml", signature=read_config(case)[0].webhooks)
    put(emit(api), tmp_path / "signed_client")
    key, body = b"0123456789abcdef", b'{"name": "Rex"}'
    monkeypatch.setenv("CLIENT_WEBHOOK_SECRET", f"whsec_{b64encode(key).decode()}")
    signature = b64encode(hmac.new(key, b"msg_1.1700000000." + body, hashlib.sha256).digest()).decode()
    headers = {"webhook-id": "msg_1", "webhook-timestamp": "1700000000", "webhook-signature": f"v1,{signature}"}
    with imported(tmp_path, "signed_client") as package:
        webhooks = package.webhooks
        pet = webhooks.parse_new_pet(webhooks.verify(body, headers, now=1700000060))
        assert pet == package.models.Pet(name="Rex") == webhooks.parse_new_pet(webhooks.VerifiedBody(body))
        with pytest.raises(TypeError, match=r"verify\(\)"):
            webhooks.parse_new_pet(body)
        with pytest.raises(webhooks.WebhookVerificationError, match="61 s ago; 60 s"):
            webhooks.verify(body, headers, now=1700000061)


def test_an_id_that_would_move_the_borders_of_what_was_signed() -> None:
    """What was signed with one id and time is not valid for a longer id, another time and the rest of the body."""
    scheme = WebhookSignature(
        "webhook-signature", signed_content="{id}.{timestamp}.{body}", timestamp_header="t", id_header="webhook-id"
    )
    text = b"msg_1.1700000000.say.1800000000.hello"
    signature = hmac.digest(b"secret", text, "sha256").hex()
    good = {"webhook-signature": signature, "t": "1700000000", "webhook-id": "msg_1"}
    assert scheme.verify(text.split(b".", 2)[2], good, "secret", now=1_700_000_000)
    moved = {"webhook-signature": signature, "t": "1800000000", "webhook-id": "msg_1.1700000000.say"}
    with pytest.raises(WebhookVerificationError, match="separates"):
        scheme.verify(b"hello", moved, "secret", now=1_800_000_000)
