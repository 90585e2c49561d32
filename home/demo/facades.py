"""Façades before and after works, for the fictitious case studies. Their words are in demo/facades.toml."""

from collections.abc import Callable
from functools import partial

from home.demo import canvas as colours
from home.demo.canvas import Canvas

WORN, STAIN = "#cdc5b6", "#b3a996"  # a render that is forty years old, and what the rain left on it


def slab(after: bool) -> Canvas:
    """Draw a long block of the sixties: grey panels, then insulation under a light render, with shutters."""
    sheet = _ground()
    sheet.box(120, 180, 960, 500, colours.CREAM if after else WORN)
    if after:
        sheet.box(120, 580, 960, 100, colours.OCHRE)
        sheet.box(100, 160, 1000, 26, colours.DEEP)
    else:
        sheet.box(110, 170, 980, 14, colours.GREY)
        _joints(sheet, 120, 180, 960, 500)
    for top in range(220, 560, 112):
        for left in range(165, 1020, 150):
            sheet.window(left, top, 74, 66, colours.WATER if after else "")
    sheet.box(560, 590, 90, 90, colours.NIGHT)
    sheet.tree(70, 710, 190 if not after else 230)
    return sheet


def tower(after: bool) -> Canvas:
    """Draw a tower: bare concrete and small windows, then bands of colour and closed balconies."""
    sheet = _ground()
    sheet.box(380, 50, 440, 640, colours.WHITE if after else WORN)
    sheet.box(560, 50, 80, 640, colours.BRICK if after else STAIN)
    for top in range(90, 620, 72):
        for left in (415, 490, 665, 740):
            sheet.window(left, top, 44, 40)
            if after:
                sheet.box(left - 10, top + 34, 64, 18, colours.WATER)
    if after:
        sheet.box(365, 34, 470, 22, colours.DEEP)
    else:
        _joints(sheet, 380, 50, 440, 640)
    sheet.box(570, 620, 60, 70, colours.NIGHT)
    for x, size in ((200, 230), (1000, 260)):
        sheet.tree(x, 710, size if after else size - 50)
    return sheet


def balconies(after: bool) -> Canvas:
    """Draw a building of the eighties with balconies: cracked render, then insulation and planted edges."""
    sheet = _ground()
    wall = colours.SAND if after else WORN
    sheet.box(200, 200, 800, 490, wall)
    sheet.shape([(180, 205), (1020, 205), (960, 130), (240, 130)], colours.ROOF if after else colours.DARK_BRICK)
    for top in range(240, 600, 118):
        for left in (250, 420, 690, 860):
            sheet.window(left, top, 80, 70, colours.DARK_BRICK if after else "")
            sheet.box(left - 22, top + 66, 124, 26, colours.WHITE if after else STAIN)
            if after:
                sheet.box(left - 22, top + 60, 124, 10, colours.LEAF, 5)
    sheet.box(555, 590, 90, 100, colours.NIGHT, 6)
    if not after:
        for left in (340, 620, 900):
            sheet.line([(left, 260), (left + 14, 380), (left - 6, 520)], STAIN, 5)
    return sheet


def brick(after: bool) -> Canvas:
    """Draw an old brick front: it stays, its windows, shutters and roof change."""
    sheet = _ground(colours.STONE)
    sheet.bricks(260, 190, 680, 500)
    sheet.shape([(235, 195), (965, 195), (900, 110), (300, 110)], colours.ROOF if after else colours.DARK_BRICK)
    for top in (250, 430):
        for left in (330, 490, 650, 810):
            sheet.window(left, top, 66, 116, colours.WATER if after else STAIN)
    sheet.box(540, 570, 110, 120, colours.DEEP if after else colours.NIGHT, 10)
    if after:
        sheet.box(400, 140, 70, 40, colours.GLASS)
        sheet.box(720, 140, 70, 40, colours.GLASS)
    return sheet


def detached(after: bool, *, of_brick: bool = False) -> Canvas:
    """Draw a house in its garden: a dull front, then a thick coat (or a cleaned brick), shutters, a heat pump."""
    sheet = _ground()
    if of_brick:
        sheet.bricks(320, 370, 540, 310)
    else:
        sheet.box(320, 370, 540, 310, colours.CREAM if after else WORN)
    sheet.shape([(270, 380), (910, 380), (770, 215), (410, 215)], colours.ROOF if after else colours.DARK_BRICK)
    for left in (390, 710):
        sheet.window(left, 450, 84, 110, colours.WATER if after else STAIN)
    sheet.box(545, 480, 96, 200, colours.DEEP if after else colours.NIGHT, 6)
    if after and not of_brick:
        sheet.box(900, 580, 130, 100, colours.WHITE, 10)
        sheet.disc(950, 630, 36, colours.NIGHT)
        sheet.box(320, 640, 540, 40, colours.OCHRE)
    if not after:
        sheet.line([(660, 385), (640, 470), (668, 560)], STAIN, 6)
    for x, size in ((140, 220), (1080, 250)):
        sheet.tree(x, 710, size if after else size - 60)
    return sheet


def _ground(colour: str = colours.GRASS) -> Canvas:
    sheet = Canvas()
    sheet.box(0, 680, 1200, 120, colour)
    return sheet


def _joints(sheet: Canvas, x: int, y: int, width: int, height: int) -> None:
    """Draw the joints between concrete panels, and the marks of the rain."""
    for left in range(x + 150, x + width, 150):
        sheet.box(left, y, 4, height, STAIN)
    for top in range(y + 110, y + height, 110):
        sheet.box(x, top, width, 5, STAIN)


STYLES: dict[str, Callable[[bool], Canvas]] = {
    "barre": slab,
    "tour": tower,
    "balcons": balconies,
    "brique": brick,
    "maison": detached,
    "maison-brique": partial(detached, of_brick=True),
}
FACADES: dict[str, Callable[[], Canvas]] = {
    f"{style}-{moment}": partial(draw, after) for style, draw in STYLES.items() for moment, after in
    (("avant", False), ("apres", True))
}  # fmt: skip
