# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .body_action import BodyAction
from .body_authentication import BodyAuthentication
from .body_carousel import BodyCarousel
from .body_file import BodyFile
from .body_gif import BodyGif
from .body_html import BodyHtml
from .body_image import BodyImage
from .body_list import BodyList
from .body_location import BodyLocation
from .body_text import BodyText

if TYPE_CHECKING:
    from .body_action import BodyActionDict
    from .body_authentication import BodyAuthenticationDict
    from .body_carousel import BodyCarouselDict
    from .body_file import BodyFileDict
    from .body_gif import BodyGifDict
    from .body_html import BodyHtmlDict
    from .body_image import BodyImageDict
    from .body_list import BodyListDict
    from .body_location import BodyLocationDict
    from .body_text import BodyTextDict

Body: TypeAlias = (
    BodyText
    | BodyHtml
    | BodyImage
    | BodyFile
    | BodyList
    | BodyCarousel
    | BodyAction
    | BodyAuthentication
    | BodyGif
    | BodyLocation
)
"""Content of a message: `type` names the kind, and the payload stands under a key of
the same name, as in `{"type": "text", "text": {"text": "Hello"}}`. Known kinds:

- `text`: text with optional buttons and attachments.
- `html`: HTML with its plain text, for e-mail.
- `image`: one or more images.
- `file`: one or more files.
- `list`: a menu to choose from.
- `carousel`: one to ten cards with buttons.
- `action`: an action for the recipient.
- `authentication`: an authentication step for the recipient.
- `gif`: an animated picture (assumed).
- `location`: a place (assumed).

The set is open: a message can carry a kind that is not listed here.
"""


if TYPE_CHECKING:
    BodyDict: TypeAlias = (
        BodyTextDict
        | BodyHtmlDict
        | BodyImageDict
        | BodyFileDict
        | BodyListDict
        | BodyCarouselDict
        | BodyActionDict
        | BodyAuthenticationDict
        | BodyGifDict
        | BodyLocationDict
    )
