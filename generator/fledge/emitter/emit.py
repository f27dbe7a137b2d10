"""Lays out a client package: which file holds what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import Field, replace
from typing import ClassVar, Protocol

from fledge.emitter.client import client_module
from fledge.emitter.distribution import distribution_view
from fledge.emitter.dicts import DictTypes
from fledge.emitter.errors import errors_module
from fledge.emitter.models import Travels, model_modules
from fledge.emitter.package import Package
from fledge.emitter.package_init import models_init, models_stub, root_init, testing_module
from fledge.emitter.python.directives import DIRECTIVES
from fledge.emitter.python.formatter import format_source, is_black_stable
from fledge.emitter.python.symbols import Imports
from fledge.emitter.python.syntax import SyntaxFault, syntax_faults
from fledge.emitter.readme import readme
from fledge.emitter.reference import MODELS_PAGE, model_anchors, models_page, reference_page
from fledge.emitter.render import render
from fledge.emitter.resources import resource_module
from fledge.emitter.runtime import runtime_files
from fledge.emitter.webhooks import webhooks_module
from fledge.ir import Api, DistributionConfig, Model
from fledge.ir.traversal import closed_enums, received_models, referenced_models, sent_models


class _Module(Protocol):
    """The view of a Python file."""

    __dataclass_fields__: ClassVar[dict[str, Field[object]]]

    @property
    def imports(self) -> Imports:
        """What the file imports."""


class _Files:
    """The files of a package as they are rendered: a view is dropped when its text is there."""

    def __init__(self, runtime_level: int) -> None:
        self.runtime_level = runtime_level
        self.texts: dict[str, str] = {}
        self.templated: dict[str, bool] = {}
        """The Python files, and whether Black would leave them as they are."""
        self.runtime: dict[str, None] = {}
        """The modules of the runtime that they import."""

    def add_module(self, path: str, template: str, view: _Module, name: str = "module") -> None:
        """Render a view that imports something, with the runtime where it is; `name` is the template's for it."""
        self.runtime.update(dict.fromkeys(view.imports.runtime))
        if self.runtime_level:
            view = replace(view, imports=replace(view.imports, runtime_level=self.runtime_level))
        self.add_python(path, template, **{name: view})

    def add_python(self, path: str, template: str, **views: object) -> None:
        """Render a Python file."""
        text = self.texts[path] = DIRECTIVES + render(template, **views)
        self.templated[path] = is_black_stable(text)


def emit(
    api: Api,
    package: str = "client",
    *,
    testing: bool = False,
    aiohttp: bool = False,
    distribution: DistributionConfig | None = None,
    runtime_level: int = 0,
) -> Package:
    """Return the package of a client as the templates render it.

    With `testing`, it has a module that helps its users to test; with `aiohttp`, a transport by that library; with
    `distribution`, a `pyproject.toml`. Only this and its Markdown know that it is called `package`. A `runtime_level`
    is how many folders above the package the runtime is that it shares with others.
    """
    project = distribution_view(api, package, distribution, aiohttp=aiohttp) if distribution else None
    models = {model.name.python: model for model in api.models}
    files = _Files(runtime_level)
    index = root_init(api, testing=testing, aiohttp=aiohttp, runtime_level=runtime_level)
    files.add_module("__init__.py", "package_init.py.jinja", index, "index")
    files.add_module("_client.py", "client.py.jinja", client_module(api))
    files.add_module("errors.py", "errors.py.jinja", errors_module(api))
    if api.webhooks or api.webhook_signature:
        files.add_module("webhooks.py", "webhooks.py.jinja", webhooks_module(api))
    if testing:
        files.add_module("testing.py", "testing.py.jinja", testing_module())
    _add_models(files, api, models)
    _add_resources(files, api, models, package)
    readme_view = readme(api, models, package, project.plain_name if project else "")
    files.texts["README.md"] = render("readme.md.jinja", readme=readme_view)
    if project:
        files.texts["pyproject.toml"] = render("pyproject.toml.jinja", distribution=project)
    files.texts["py.typed"] = ""
    runtime = runtime_files(files.runtime)
    if not runtime_level:
        files.texts.update({f"_runtime/{name}": DIRECTIVES + text for name, text in runtime.items()})
    return Package(
        files=dict(sorted(files.texts.items())),
        templated=frozenset(files.templated),
        unformatted=frozenset(path for path, is_stable in files.templated.items() if not is_stable),
        names=dict(sorted(api.names.items())),
        shared_runtime=tuple(sorted(name.removesuffix(".py") for name in runtime)) if runtime_level else (),
    )


def _add_models(files: _Files, api: Api, models: Mapping[str, Model]) -> None:
    """Render the modules of models, and what lists them."""
    dicts = DictTypes(api.resources, models)
    references = {name: referenced_models(model) for name, model in models.items()}
    sent = sent_models(api.resources, references)
    received = received_models(api.resources, api.webhooks, references)
    travels = Travels(sent=sent, closed=closed_enums(api.models, sent=sent, received=received))
    files.add_module("models/__init__.py", "package_init.py.jinja", models_init(api), "index")
    if api.models:
        files.add_python("models/__init__.pyi", "package_stub.pyi.jinja", stub=models_stub(api, dicts))
    for name, view in model_modules(api.models, api.wire_case, travels, dicts):
        files.add_module(f"models/{name}.py", "model.py.jinja", view)


def _add_resources(files: _Files, api: Api, models: Mapping[str, Model], package: str) -> None:
    """Render the modules of the resources, and their reference."""
    files.add_python("resources/__init__.py", "resources_init.py.jinja")
    anchors = model_anchors(api.resources)
    for resource in api.resources:
        view = resource_module(resource, api.resources, models)
        files.add_module(f"resources/{resource.module}.py", "resource.py.jinja", view)
        if resource.operations:
            page = reference_page(resource, api.resources, models, anchors, package)
            files.texts[f"docs/{resource.module}.md"] = render("reference.md.jinja", page=page)
    index_of_models = models_page(models, anchors, package)
    if index_of_models.models:
        files.texts[f"docs/{MODELS_PAGE}.md"] = render("models.md.jinja", page=index_of_models)


def runtime_package(modules: Iterable[str]) -> Package:
    """Return a runtime that several clients share, with these modules and what they import."""
    files = {name: DIRECTIVES + text for name, text in sorted(runtime_files(modules).items())}
    return Package(files=files, templated=frozenset(), unformatted=frozenset(), names={})


def faults_in(package: Package, *, only: Set[str]) -> tuple[SyntaxFault, ...]:
    """Return what Python reports of those files in `only` that templates rendered."""
    return tuple(syntax_faults({path: package.files[path] for path in sorted(package.templated & only)}))


def format_package(package: Package, *, only: Set[str]) -> Package:
    """Return the package with Black run on those of its files that are in `only`."""
    files = {
        path: format_source(text) if path in only and path in package.unformatted else text
        for path, text in package.files.items()
    }
    return replace(package, files=files)
