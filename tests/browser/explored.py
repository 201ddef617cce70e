"""The explorer as somebody uses it: with a mouse, with keys, by what stands on it."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

SLEEP = "How many hours do you sleep in 24 hours?"
"""What the slider that the tests move is called."""

FEWER_HOURS, ENOUGH = "sleep-longer", 8


class Explored:
    """One explorer on a page or in a frame of it.

    Args:
        page: that of the window.
        root: the element that holds all of it.
    """

    def __init__(self, page: Page, root: Locator) -> None:
        self.page, self.root = page, root

    def slider(self) -> Locator:
        """The slider for the hours of sleep, in its open group."""
        slider = self.root.get_by_label(SLEEP, exact=True)
        group = self.root.locator("details").filter(has=self.page.get_by_text(SLEEP))
        if group.get_attribute("open") is None:
            group.locator("summary").click()
        return slider

    def drag_to(self, hours: float) -> None:
        """Take the slider with the mouse, and let it go at a number of hours."""
        slider = self.slider()
        slider.scroll_into_view_if_needed()
        box = slider.bounding_box()
        low, high = (float(slider.get_attribute(end) or 0) for end in ("min", "max"))
        now, middle = float(slider.input_value()), box["y"] + box["height"] / 2
        thumb = 16

        def at(value: float) -> float:
            share = (value - low) / (high - low)
            return float(box["x"] + thumb / 2 + share * (box["width"] - thumb))

        self.page.mouse.move(at(now), middle)
        self.page.mouse.down()
        self.page.mouse.move(at((now + hours) / 2), middle, steps=3)
        self.page.mouse.move(at(hours), middle, steps=3)
        self.page.mouse.up()

    def advice(self, id: str) -> Locator:
        """A piece of advice in the plan that is shown."""
        return self.root.locator(f'[data-id="{id}"]')

    def is_advised(self, id: str) -> None:
        """Wait until something is advised."""
        expect(self.advice(id)).to_have_count(1)

    def is_not_advised(self, id: str) -> None:
        """Wait until it is not."""
        expect(self.advice(id)).to_have_count(0)

    def press(self, name: str) -> None:
        """Click a button by its name."""
        self.root.get_by_role("button", name=name, exact=True).click()


def works(shown: Explored) -> None:
    """Drag, see what changed, go back, and ask why: what every host must let somebody do.

    Somebody sleeps 5.5 hours to begin with, and is advised to sleep longer.
    """
    shown.is_advised(FEWER_HOURS)
    shown.drag_to(ENOUGH)
    shown.is_not_advised(FEWER_HOURS)
    expect(shown.root.get_by_text("No longer in the plan")).to_be_visible()
    goes_back(shown)
    button = shown.advice(FEWER_HOURS).get_by_role("button", name="Why?")
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(shown.advice(FEWER_HOURS).get_by_text("You sleep 5.5 h").last).to_be_visible()
    moves_by_keys(shown)


def goes_back(shown: Explored) -> None:
    """Undo the one step that was taken: the answers of the beginning, and nothing more to undo."""
    shown.press("Undo")
    expect(shown.root.get_by_role("button", name="Undo", exact=True)).to_be_disabled()
    shown.is_advised(FEWER_HOURS)


def moves_by_keys(shown: Explored) -> None:
    """An arrow moves the slider, and nothing else of the page that it stands on."""
    slider = shown.slider()
    before = float(slider.input_value())
    slider.focus()
    shown.page.keyboard.press("ArrowRight")
    expect(slider).to_be_focused()
    assert float(slider.input_value()) > before
    expect(shown.root.get_by_role("button", name="Undo", exact=True)).to_be_enabled()
