"""Views of security schemes and of the flows of OAuth 2.0 (OpenAPI 3.2.0, 4.27 to 4.29)."""

from __future__ import annotations


from fledge.openapi.document import Spec
from fledge.openapi.pointer import join
from fledge.openapi.views.components import component_keys
from fledge.openapi.views.node import Node


class FlowView(Node):
    """An OAuth Flow Object."""

    __slots__ = ()

    @property
    def token_url(self) -> str | None:
        """The URL that tokens come from."""
        return self.text("tokenUrl")

    @property
    def refresh_url(self) -> str | None:
        """The URL that refreshed tokens come from, if that is another one."""
        return self.text("refreshUrl")

    @property
    def scopes(self) -> tuple[str, ...]:
        """The scopes that tokens can have."""
        return tuple(self.object("scopes"))


class SecuritySchemeView(Node):
    """A Security Scheme Object."""

    __slots__ = ()

    @property
    def type(self) -> object:
        """apiKey, http, mutualTLS, oauth2 or openIdConnect; some descriptions have others."""
        return self.raw.get("type")

    @property
    def scheme(self) -> str:
        """The HTTP authentication scheme, as the description spells it."""
        return str(self.raw.get("scheme", ""))

    @property
    def location(self) -> object:
        """Where an API key goes: header, query or cookie."""
        return self.raw.get("in")

    @property
    def parameter_name(self) -> str | None:
        """The name of the header, parameter or cookie that an API key is sent as."""
        return str(self.raw["name"]) if "name" in self.raw else None

    @property
    def flows(self) -> dict[str, FlowView]:
        """The flows of OAuth 2.0 by their keys."""
        return {
            key: FlowView(self.spec, join(self.pointer, "flows", key), raw)
            for key, raw in self.object("flows").items()
            if isinstance(raw, dict)
        }


def security_schemes(spec: Spec) -> dict[str, SecuritySchemeView]:
    """The description's security schemes by their keys, sorted."""
    schemes: dict[str, SecuritySchemeView] = {}
    for key in sorted(component_keys(spec, "securitySchemes")):
        pointer, raw = spec.resolve(join("/components/securitySchemes", key))
        schemes[key] = SecuritySchemeView(spec, pointer, raw if isinstance(raw, dict) else {})
    return schemes
