"""`python -m tests.benchmarks.decoding`: a page of 100 conversations, against msgspec alone and against json."""

from __future__ import annotations

import json
import sys
from typing import Any

import msgspec

from tests.benchmarks import GENERATED, compare, timed
from tests.bird import examples

sys.path.insert(0, str(GENERATED))


def main() -> None:
    """CPU of decoding, as documented and with values that contradict the documentation."""
    from bird_conversations import models
    from bird_conversations._runtime import codec

    def conversations(**changes: Any) -> bytes:
        return json.dumps(examples.page(*[examples.conversation(**changes) for _ in range(100)])).encode()

    page: Any = models.ConversationPage
    good = conversations()
    odd = conversations(name=None)  # required, and not nullable
    codec.decode(good, page)  # fills the names in, so that msgspec can be asked for the same type
    bare = msgspec.json.Decoder(page, dec_hook=codec._decode_hook)
    ours = timed(lambda: codec.decode(good, page), times=20)
    compare("decode / msgspec into the same classes", ours, timed(lambda: bare.decode(good), times=20), pairs=50)
    compare(
        "decode / msgspec.json.decode into dicts", ours, timed(lambda: msgspec.json.decode(good), times=20), pairs=50
    )
    compare("decode / json.loads", ours, timed(lambda: json.loads(good), times=20), pairs=50)
    tolerant = timed(lambda: codec.decode(odd, page), times=5)
    compare(
        "decode where all 100 contradict the document / json.loads",
        tolerant,
        timed(lambda: json.loads(odd), times=5),
        pairs=20,
    )


if __name__ == "__main__":
    main()
