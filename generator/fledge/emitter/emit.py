"""Lays out a client package: which file holds what."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import Field, replace
from typing import ClassVar, Protocol, TypeVar

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
from fledge.ir import Api, DistributionConfig
from fledge.ir.traversal import closed_enums, received_models, sent_models


class _Module(Protocol):
    """The view of a Python file."""

    __dataclass_fields__: ClassVar[dict[str, Field[object]]]

    @property
    def imports(self) -> Imports:
        """What the file imports."""


V = TypeVar("V", bound=_Module)


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
    `distribution`, a `pyproject.toml`. Only this and its Markdown know that it is called `package`. A `runtime_level` is
    how many folders above the package the runtime is that it shares with others.
    """
    project = distribution_view(api, package, distribution, aiohttp=aiohttp) if distribution else None
    models = {model.name.python: model for model in api.models}
    dicts = DictTypes(api.resources, models)
    index = root_init(api, testing=testing, aiohttp=aiohttp, runtime_level=runtime_level)
    modules: dict[str, tuple[str, _Module]] = {
        "_client.py": ("client.py.jinja", client_module(api)),
        "errors.py": ("errors.py.jinja", errors_module(api)),
    }
    if api.webhooks or api.webhook_signature:
        modules["webhooks.py"] = ("webhooks.py.jinja", webhooks_module(api))
    if testing:
        modules["testing.py"] = ("testing.py.jinja", testing_module())
    sent = sent_models(api.resources, api.models)
    received = received_models(api.resources, api.webhooks, api.models)
    travels = Travels(sent=sent, closed=closed_enums(api.models, sent=sent, received=received))
    for name, model_module in model_modules(api.models, api.wire_case, travels, dicts).items():
        modules[f"models/{name}.py"] = ("model.py.jinja", model_module)
    for resource in api.resources:
        modules[f"resources/{resource.module}.py"] = (
            "resource.py.jinja",
            resource_module(resource, api.resources, models),
        )
    inits = {"__init__.py": index, "models/__init__.py": models_init(api)}
    if runtime_level:
        inits = {path: _with_runtime(view, runtime_level) for path, view in inits.items()}
        modules = {path: (name, _with_runtime(view, runtime_level)) for path, (name, view) in modules.items()}
    files = {path: render("package_init.py.jinja", index=view) for path, view in inits.items()}
    if api.models:
        files["models/__init__.pyi"] = render("package_stub.pyi.jinja", stub=models_stub(api, dicts))
    files["resources/__init__.py"] = render("resources_init.py.jinja")
    files |= {path: render(template, module=view) for path, (template, view) in modules.items()}
    templated = frozenset(files)
    files["py.typed"] = ""
    views = (*inits.values(), *(view for _, view in modules.values()))
    runtime = runtime_files(name for view in views for name in view.imports.runtime)
    if not runtime_level:
        files.update({f"_runtime/{name}": text for name, text in runtime.items()})
    files["README.md"] = render(
        "readme.md.jinja", readme=readme(api, models, package, project.plain_name if project else "")
    )
    if project:
        files["pyproject.toml"] = render("pyproject.toml.jinja", distribution=project)
    anchors = model_anchors(api.resources)
    for resource in api.resources:
        if not resource.operations:
            continue
        page = reference_page(resource, api.resources, models, anchors, package)
        files[f"docs/{resource.module}.md"] = render("reference.md.jinja", page=page)
    index_of_models = models_page(models, anchors, package)
    if index_of_models.models:
        files[f"docs/{MODELS_PAGE}.md"] = render("models.md.jinja", page=index_of_models)
    unsettled = frozenset(path for path in templated if not is_black_stable(files[path]))
    files = {
        path: DIRECTIVES + text if path.endswith((".py", ".pyi")) else text for path, text in sorted(files.items())
    }
    return Package(
        files=files,
        templated=templated,
        unformatted=unsettled,
        names=api.names,
        shared_runtime=tuple(sorted(name.removesuffix(".py") for name in runtime)) if runtime_level else (),
    )


def _with_runtime(view: V, level: int) -> V:
    """Return a view that imports the runtime from some folders above the package."""
    return replace(view, imports=replace(view.imports, runtime_level=level))


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
