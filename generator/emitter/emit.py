"""Lays out a client package: which file holds what."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from generator.emitter.client import client_module, errors_module, models_index, root_index, webhooks_module
from generator.emitter.format import formatted, is_settled
from generator.emitter.modules import model_modules
from generator.emitter.operations import resource_module
from generator.emitter.package import Package
from generator.emitter.reference import readme, reference_page
from generator.emitter.render import render
from generator.emitter.runtime import runtime_files
from generator.model.api import Api


def emit(api: Api, package: str = "client", *, testing: bool = False, aiohttp: bool = False) -> Package:
    """The package of a client, as the templates make it; with what helps its users to test, if `testing`.

    `aiohttp`: it has a transport by that library, too. Nothing but its Markdown knows that it is called `package`.
    """
    models = {model.name.python: model for model in api.models}
    files = {
        "__init__.py": render("index.py.jinja", index=root_index(api, testing=testing, aiohttp=aiohttp)),
        "_client.py": render("client.py.jinja", module=client_module(api)),
        "errors.py": render("errors.py.jinja", module=errors_module(api)),
        "models/__init__.py": render("index.py.jinja", index=models_index(api)),
        "resources/__init__.py": render("resources/index.py.jinja"),
    }
    if api.events or api.signature:
        files["webhooks.py"] = render("webhooks.py.jinja", module=webhooks_module(api))
    if testing:
        files["testing.py"] = render("testing.py.jinja")
    for name, module in model_modules(api.models, api.wire_case).items():
        files[f"models/{name}.py"] = render("models/module.py.jinja", module=module)
    for resource in api.resources:
        module_view = resource_module(resource, models)
        files[f"resources/{resource.name.python}.py"] = render("resources/module.py.jinja", module=module_view)
    templated = frozenset(files)
    files["py.typed"] = ""
    files.update(runtime_files(files.values()))
    files["README.md"] = render("readme.md.jinja", readme=readme(api, models, package))
    for resource in api.resources:
        page = reference_page(resource, models, package)
        files[f"docs/{resource.name.python}.md"] = render("reference.md.jinja", page=page)
    unsettled = frozenset(path for path in templated if not is_settled(files[path]))
    return Package(files=dict(sorted(files.items())), templated=templated, unsettled=unsettled, names=api.names)


def format_package(package: Package, *, only: Set[str]) -> Package:
    """The package with Black run on those of its files that are in `only`."""
    files = {
        path: formatted(text) if path in only and path in package.unsettled else text
        for path, text in package.files.items()
    }
    return replace(package, files=files)
