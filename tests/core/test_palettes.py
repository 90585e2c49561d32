"""Every palette is readable: the contrast of each pair that pages use is measured, in light and in dark."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from core.palettes import Palette

CSS = Path(settings.ROOT) / "static" / "css"
DARK = "@media (prefers-color-scheme: dark)"
GROUNDS = ("surface", "surface-raised", "surface-sunken", "band")
TINTS = ("accent-tint", "second-tint", "note-tint")
TEXT = [
    *[("ink", ground) for ground in (*GROUNDS, *TINTS)],
    *[("ink-soft", ground) for ground in (*GROUNDS, *TINTS)],
    *[(name, ground) for name in ("accent", "accent-strong") for ground in (*GROUNDS, *TINTS)],
    *[("on-accent", ground) for ground in ("accent", "accent-strong")],
    *[("second", ground) for ground in (*GROUNDS, "second-tint")],
    *[("note", ground) for ground in (*GROUNDS, "note-tint")],
    *[(f"on-class-{letter}", f"class-{letter}") for letter in "abcdefg"],
]
CONTROLS = [
    *[("line-strong", ground) for ground in GROUNDS],
    *[("focus", ground) for ground in (*GROUNDS, *TINTS)],
    *[("accent", ground) for ground in GROUNDS],
]


def block(css: str, selector: str) -> dict[str, str]:
    """Give the colours that the rule of this selector sets."""
    rule = re.search(re.escape(selector) + r"\s*\{(.*?)\}", css, re.S)
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6});", rule[1])) if rule else {}


def colours(palette: str, dark: bool) -> dict[str, str]:
    """Give each colour's value as a browser would work it out."""
    found = {}
    for name, selector in (("tokens.css", ":root"), ("palettes.css", f'[data-palette="{palette}"]')):
        light, _media, night = (CSS / name).read_text().partition(DARK)
        found |= block(light, selector) | (block(night, selector) if dark else {})
    return found


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("palette", Palette.values)
@pytest.mark.parametrize(("pairs", "least"), [(TEXT, 4.5), (CONTROLS, 3.0)], ids=["text", "controls"])
def test_every_pair_is_contrasted_enough(palette, dark, pairs, least):
    values = colours(palette, dark)

    ratios = {pair: round(contrast(values[pair[0]], values[pair[1]]), 2) for pair in pairs}

    assert {pair: ratio for pair, ratio in ratios.items() if ratio < least} == {}


@pytest.mark.parametrize("palette", [one for one in Palette.values if one != Palette.BRIQUE])
def test_a_palette_is_not_the_first_one_under_another_name(palette):
    assert colours(palette, False)["accent"] != colours("brique", False)["accent"]
    assert colours(palette, True)["accent"] != colours("brique", True)["accent"]


def test_measures_as_the_guidelines_do():
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_the_style_sheet_knows_no_other_palette():
    named = set(re.findall(r'data-palette="(\w+)"', (CSS / "palettes.css").read_text()))

    assert named == set(Palette.values) - {"brique"}
