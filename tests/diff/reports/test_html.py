"""The page of HTML in a real browser: read, filtered, walked by keyboard, in the dark, and with hostile text in it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from fledge.diff.reports.html import render_html
from tests.diff.description import PETS, compare_documents, drop, modified, put

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PET = "components schemas Pet"
HOSTILE = "</script></style><script>window.caught = 1</script><img src=x onerror='window.caught = 2'>\"'&{{ 7 * 7 }}"
STEPS = (
    drop(f"{PET} properties age"),  # breaks types and, where it is sent, the wire
    put("components schemas Kind enum", ["dog"]),
    put(f"{PETS} parameters 1 explode", False),  # breaks the wire
    put(f"{PETS} parameters 3", {"name": "page", "in": "query", "schema": {"type": "string"}}),
    put(f"{PET} properties name description", "What it is called, in full."),
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium without a window."""
    if CHROMIUM is None:
        pytest.skip("there is no Chromium here: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


def write_page(folder: Path, *steps: Any) -> Path:
    """The page of what some steps change."""
    comparison = compare_documents(folder, modified(), modified(*steps))
    path = folder / "diff.html"
    path.write_text(render_html(comparison.diff, comparison.changes, "old.json", "new.json"), encoding="utf-8")
    return path


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """The page of a few changes, which asks for nothing and complains of nothing."""
    path = write_page(tmp_path, *STEPS)
    context = browser.new_context()
    opened = context.new_page()
    requests: list[str] = []
    messages: list[str] = []
    opened.on("request", lambda request: requests.append(request.url))
    opened.on("console", lambda message: messages.append(message.text))
    opened.on("pageerror", lambda error: messages.append(str(error)))
    opened.goto(path.as_uri())
    yield opened
    context.close()
    assert requests == [path.as_uri()] and messages == []


def shown(page: Page) -> list[str]:
    """The subjects of the changes that can be seen."""
    return page.locator("article:visible h3 code:first-child").all_inner_texts()


def test_it_says_what_it_comes_down_to(page: Page) -> None:
    """Title, verdict and counts, then each change with both texts and both places."""
    assert page.locator("h1").inner_text() == "Pets"
    assert page.locator(".verdict").inner_text().startswith("major: breaks callers (3 breaking changes, ")
    assert page.locator("thead th").all_inner_texts() == ["Where", "Breaking", "Compatible", "Documentation"]
    rows = [row.split("\t") for row in page.locator("tbody tr").all_inner_texts()]
    assert rows == [
        ["All", "3", "1", "1"],
        ["client.pets", "1", "1", ""],
        ["Pet", "1", "", "1"],
        ["Kind", "1", "", ""],
    ]
    article = page.locator("article", has_text="Pet.name")
    sides = article.locator(".side")
    assert [side.split("\n")[0] for side in sides.all_inner_texts()][0].startswith("Before ")
    assert "old.json:" in sides.nth(0).inner_text() and "new.json:" in sides.nth(1).inner_text()
    assert article.locator("mark").all_inner_texts()
    left, right = (side.bounding_box() for side in sides.all() if side.is_visible())
    assert left and right and left["y"] == right["y"] and left["x"] < right["x"]


def test_a_heading_is_a_sentence_that_names_its_subject_once(page: Page) -> None:
    """What changed stands before a colon, unless the sentence has it already."""
    headings = page.locator("article h3").all_inner_texts()
    assert (
        "Pet.age was removed" in headings
        and 'model Kind changed from an enum of cat, dog to Literal["dog"] | str' in headings
    )
    assert any(each.startswith("client.pets.list(tags=): query parameter tags changed") for each in headings)


def test_it_can_be_printed(page: Page) -> None:
    """On paper nothing scrolls, so nothing is cut off."""
    page.emulate_media(media="print")
    assert page.locator(".filter").is_hidden()
    script = "all => all.map(each => [getComputedStyle(each).maxHeight, getComputedStyle(each).overflow])"
    boxes = page.locator(".owners, pre").evaluate_all(script)
    assert boxes and all(box == ["none", "visible"] for box in boxes)


def test_it_is_filtered_by_what_breaks(page: Page) -> None:
    """Buttons and words; what is shown is messages, and groups without anything are gone."""
    every = shown(page)
    assert len(every) == 5
    assert page.get_by_role("status").inner_text() == "5 of 5 shown"
    page.get_by_role("button", name="Breaking", exact=True).click()
    assert len(shown(page)) == 3 and page.get_by_role("status").inner_text() == "3 of 5 shown"
    assert page.locator("h2:visible").all_inner_texts() == ["Breaking"]
    page.get_by_role("button", name="Breaking types").click()
    assert "client.pets.list(tags=)" not in shown(page) and "Pet.age" in shown(page)
    page.get_by_role("button", name="Breaking the wire").click()
    assert "client.pets.list(tags=)" in shown(page)
    page.get_by_role("button", name="All").click()
    page.get_by_role("searchbox", name="Find").fill("docs pet.name")
    assert shown(page) == ["Pet.name"]


def test_what_changed_leads_to_the_first_change(page: Page) -> None:
    """Also where a filter hides it: then all is shown again."""
    page.get_by_role("searchbox", name="Find").fill("kind")
    assert shown(page) == ["Kind"]
    page.get_by_role("link", name="client.pets", exact=True).click()
    page.locator("article:focus").wait_for()  # the browser tells of the link a little later
    assert len(shown(page)) == 5
    assert page.evaluate("document.activeElement.querySelector('h3 code').textContent") == "client.pets.list(tags=)"
    assert page.get_by_role("searchbox").input_value() == ""


def test_both_documents_are_opened_at_once(page: Page) -> None:
    """What stands in the one is beside what stands in the other."""
    article = page.locator("article", has_text="client.pets.list(tags=)").first
    article.focus()
    page.keyboard.press("o")
    left, right = article.locator("details pre").all()
    assert "tags" in left.inner_text() and "explode" in right.inner_text()
    sides = (left.bounding_box(), right.bounding_box())
    assert sides[0] and sides[1] and sides[0]["y"] == sides[1]["y"] and sides[0]["x"] < sides[1]["x"]
    page.keyboard.press("o")
    assert not left.is_visible()


def test_it_is_used_by_keyboard(page: Page) -> None:
    """Each control is reached by Tab, shows where the focus is, and works; letters go from change to change."""
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    reached: list[str] = []
    for _ in range(60):
        page.keyboard.press("Tab")
        name = page.evaluate("document.activeElement.textContent.trim() || document.activeElement.type")
        reached.append(name)
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none" or page.evaluate("document.activeElement === document.body"), name
        if name == "Breaking" and page.evaluate("document.activeElement.tagName") == "BUTTON":
            break
    page.keyboard.press("Enter")
    assert len(shown(page)) == 3
    visited: list[str] = []
    for key in "jjjjk":
        page.keyboard.press(key)
        visited.append(page.evaluate("document.activeElement.querySelector('h3 code').textContent"))
    every = shown(page)
    assert visited == [every[0], every[1], every[2], every[2], every[1]]
    page.keyboard.press("/")
    page.keyboard.type("jk")
    assert page.get_by_role("searchbox").input_value() == "jk" and shown(page) == []
    assert page.get_by_text("No change matches.").is_visible()
    page.keyboard.press("Escape")
    assert page.get_by_role("searchbox").input_value() == "" and shown(page) == every
    assert page.evaluate("document.activeElement.tagName") == "BODY"
    assert not page.get_by_text("No change matches.").is_visible()
    page.get_by_role("searchbox").fill("pet.age")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.querySelector('h3 code').textContent") == "Pet.age"


def test_it_is_structured(page: Page) -> None:
    """One heading of the first level, none left out on the way down, and a name for each control and table."""
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(one => Number(one.tagName[1]))")
    assert levels.count(1) == 1 and all(after - before <= 1 for before, after in zip(levels, levels[1:]))
    assert page.evaluate("[...document.querySelectorAll('table')].every(one => one.caption.textContent)")
    names = page.evaluate("[...document.querySelectorAll('button, a, summary')].map(one => one.textContent.trim())")
    assert all(names) and page.evaluate("document.documentElement.lang") == "en"
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(one => one.id)")
    assert len(ids) == len(set(ids))


COLORS = """() => [document.body, ...document.querySelectorAll('.quiet, .mark, .verdict, article, button, mark, a')].map(one => {
  let back = one;
  while (getComputedStyle(back).backgroundColor === 'rgba(0, 0, 0, 0)') back = back.parentElement;
  return [getComputedStyle(one).color, getComputedStyle(back).backgroundColor].map(
    color => color.match(/[0-9.]+/g).slice(0, 3).map(Number));
})"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_read_in_the_dark_and_in_the_light(page: Page, scheme: Any) -> None:
    """It follows the system, and text stands out from its ground (WCAG 2.2, 1.4.3: 4.5 to 1)."""
    page.emulate_media(color_scheme=scheme)
    pairs = page.evaluate(COLORS)
    assert (_light(pairs[0][1]) > 0.5) == (scheme == "light")
    for fore, back in pairs:
        brighter, darker = sorted((_light(fore), _light(back)), reverse=True)
        assert (brighter + 0.05) / (darker + 0.05) >= 4.5, (fore, back)


def _light(color: list[float]) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [part / 255 for part in color]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_nothing_is_cut_off_on_a_small_screen(page: Page) -> None:
    """Nothing is cut off: the sides stand below each other."""
    page.set_viewport_size({"width": 360, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth <= 360")
    cut = "[...document.querySelectorAll('.owners, th')].filter(one => one.scrollWidth > one.clientWidth + 1)"
    assert page.evaluate(f"{cut}.map(one => one.textContent)") == []
    assert page.locator(".filter").evaluate("one => getComputedStyle(one).position") == "static"


def test_it_is_read_without_scripts(browser: Browser, tmp_path: Path) -> None:
    """Then all is shown, and there is no filter that does nothing."""
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(write_page(tmp_path, *STEPS).as_uri())
    assert opened.locator("article:visible").count() == 5 and not opened.locator("button:visible").count()
    context.close()


def test_what_documents_say_is_text(browser: Browser, tmp_path: Path) -> None:
    """Names, prose and values of a description are shown as they are, and do nothing."""
    path = write_page(
        tmp_path,
        put("info title", HOSTILE),
        put("info description", HOSTILE),
        put(f"{PET} properties {HOSTILE.replace(' ', '_')}", {"type": "string"}),
        put(f"{PETS} parameters 0 description", HOSTILE),
        put("components schemas Kind enum", ["cat", "dog", HOSTILE]),
        put("servers 1 url", f"https://{HOSTILE}"),
        put(f"{PETS} operationId", HOSTILE),
    )
    context = browser.new_context()
    opened = context.new_page()
    requests: list[str] = []
    opened.on("request", lambda request: requests.append(request.url))
    opened.goto(path.as_uri())
    assert opened.evaluate("window.caught") is None and requests == [path.as_uri()]
    assert opened.locator("img").count() == 0 and opened.locator("script").count() == 1
    assert opened.locator("h1").inner_text() == HOSTILE
    assert opened.locator("article", has_text="window.caught = 2").count() >= 5
    context.close()


def test_equal_comparisons_are_equal_pages(tmp_path: Path) -> None:
    """Nothing in it depends on the time or on the machine."""
    assert write_page(tmp_path, *STEPS).read_bytes() == write_page(tmp_path, *STEPS).read_bytes()


def test_nothing_is_a_page_too(tmp_path: Path) -> None:
    """It says so."""
    assert "Nothing that callers see is different." in write_page(tmp_path).read_text(encoding="utf-8")
