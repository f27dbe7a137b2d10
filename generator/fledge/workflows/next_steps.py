"""What to do after a client was generated for the first time, in lines that work when they are pasted."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator
from pathlib import Path

from fledge.config.client import ClientConfig
from fledge.emitter.client import has_server, relative_path
from fledge.emitter.first_call import first_call
from fledge.ir import Api
from fledge.workflows.import_names import import_name, project_root

_REQUIREMENTS = "msgspec httpx2"


def next_steps(api: Api, client: ClientConfig, here: Path) -> tuple[str, ...]:
    """Return the lines: install, credential, first call.

    They are for a shell and for Python in the project's folder.
    """
    return tuple(_lines(api, client, here))


def _lines(api: Api, client: ClientConfig, here: Path) -> Iterator[str]:
    package_dir = here / client.package_dir
    root = project_root(package_dir, here)
    package, folder = import_name(package_dir, root)
    requirements = f"{_REQUIREMENTS} aiohttp" if client.aiohttp else _REQUIREMENTS
    call = first_call(api, package, "" if has_server(api) else f"https://api.example.com{relative_path(api)}")
    folder_hint = "" if root.samefile(here) else f", in {os.path.relpath(root, here)}"
    yield f"next{folder_hint}, install what the client needs:"
    yield ""
    manager = _manager(here)
    yield f"{manager} add {requirements}" if manager else f"pip install {requirements}"
    if call.variables or folder:
        yield ""
    if folder:
        yield f"export PYTHONPATH={shlex.quote(folder)}"
    yield from (f"export {variable}=..." for variable in call.variables)
    if (root / "pyproject.toml").is_file() and (bare := _bare_folders(package_dir, root)):
        yield ""
        yield f"# to build a wheel of your project with it: touch {shlex.join(bare)}"
    yield ""
    yield f"and call it, from Python ({manager} run python):" if manager else "and call it, from Python:"
    yield ""
    yield from call.lines


def _bare_folders(package_dir: Path, root: Path) -> list[str]:
    """The files that make packages of the folders above a package, inside of one that is a package already.

    Back ends leave out what is below a folder without one. Fledge writes only into the package's own folder.
    """
    folders = [folder for folder in package_dir.absolute().parents if folder.is_relative_to(root.absolute())]
    tops = [index for index, folder in enumerate(folders) if (folder / "__init__.py").exists()]
    inner = folders[: tops[-1]] if tops else []
    missing = [folder / "__init__.py" for folder in inner if not (folder / "__init__.py").exists()]
    return [Path(os.path.relpath(path, root)).as_posix() for path in reversed(missing)]


_MANAGERS = {"uv": "uv_build", "poetry": "poetry.", "pdm": "pdm."}
"""Programs that manage a project's dependencies, and how the names of their build back ends begin."""


def _manager(here: Path) -> str:
    """The program that manages the project, or the workspace that it is in: by its lock, table or back end; or nothing."""
    for folder in (here, *here.parents):
        if (lock := next((name for name in _MANAGERS if (folder / f"{name}.lock").exists()), "")) or (
            lock := _stated_manager(folder / "pyproject.toml")
        ):
            return lock
        if (folder / ".git").exists():
            break
    return ""


def _stated_manager(path: Path) -> str:
    """The program that a pyproject.toml speaks of."""
    if not os.path.exists(path):
        return ""
    import tomllib

    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError):
        return ""
    tools, build = (each if isinstance(each := data.get(key), dict) else {} for key in ("tool", "build-system"))
    back_end = str(build.get("build-backend", ""))
    return next((name for name, start in _MANAGERS.items() if name in tools or back_end.startswith(start)), "")
