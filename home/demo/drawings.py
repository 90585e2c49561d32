"""The pictures of the demonstration, drawn with a few shapes. Their words are in demo/images.toml."""

from collections.abc import Callable

from home.demo import canvas as colours
from home.demo.canvas import Canvas


def toulouse_street() -> Canvas:
    """Draw three narrow houses in a row: brick, ochre and cream."""
    sheet = Canvas()
    sheet.bricks(60, 190, 360, 520)
    sheet.box(420, 240, 340, 470, colours.OCHRE)
    sheet.box(760, 160, 380, 550, colours.CREAM)
    for left, top, width in ((40, 190, 400), (400, 240, 380), (745, 160, 410)):
        sheet.shape(
            [(left, top), (left + width, top), (left + width - 40, top - 60), (left + 40, top - 60)], colours.ROOF
        )
    for left, tops, shutters in (
        (110, (250, 430), colours.WATER), (280, (250, 430), colours.WATER), (480, (290, 460), colours.DARK_BRICK),
        (630, (290, 460), colours.DARK_BRICK), (840, (220, 400), colours.DEEP), (1010, (220, 400), colours.DEEP),
    ):  # fmt: skip
        for top in tops:
            sheet.window(left + 10, top, 60, 110, shutters)
    for left in (200, 560, 900):
        sheet.box(left, 590, 90, 120, colours.NIGHT, 8)
    sheet.box(0, 710, 1200, 90, colours.STONE)
    return sheet


def house() -> Canvas:
    """Draw a house and its garden."""
    sheet = Canvas()
    sheet.disc(1010, 150, 70, colours.OCHRE)
    sheet.box(0, 620, 1200, 180, colours.GRASS)
    sheet.box(300, 340, 560, 300, colours.CREAM)
    sheet.bricks(300, 580, 560, 60)
    sheet.shape([(250, 350), (910, 350), (760, 190), (400, 190)], colours.ROOF)
    sheet.box(680, 150, 50, 110, colours.DARK_BRICK)
    sheet.window(380, 420, 80, 110, colours.WATER)
    sheet.window(700, 420, 80, 110, colours.WATER)
    sheet.box(540, 440, 100, 200, colours.DEEP, 6)
    sheet.shape([(560, 640), (620, 640), (720, 800), (460, 800)], colours.SAND)
    for x, size in ((140, 240), (1010, 280)):
        sheet.tree(x, 660, size)
    return sheet


def building() -> Canvas:
    """Draw a block of flats with balconies."""
    sheet = Canvas()
    sheet.box(0, 680, 1200, 120, colours.GRASS)
    sheet.box(250, 110, 700, 590, colours.CREAM)
    sheet.box(540, 110, 120, 590, colours.OCHRE)
    sheet.box(235, 90, 730, 30, colours.DARK_BRICK)
    for top in range(150, 600, 110):
        for left in (290, 420, 690, 820):
            sheet.window(left, top, 70, 62)
            sheet.box(left - 15, top + 56, 100, 26, colours.WATER)
        sheet.window(575, top, 50, 50)
    sheet.box(560, 600, 80, 100, colours.NIGHT)
    sheet.tree(120, 710, 260)
    sheet.tree(1070, 710, 220)
    return sheet


def roofs() -> Canvas:
    """Draw tiled roofs, one of them with solar panels."""
    sheet = Canvas()
    sheet.disc(220, 170, 80, colours.OCHRE)
    sheet.spokes(220, 170, 105, 140, 12, colours.OCHRE)
    sheet.bricks(0, 560, 1200, 240)
    sheet.shape([(0, 580), (160, 330), (620, 330), (780, 580)], colours.ROOF)
    for top in range(350, 580, 32):
        spread = (top - 330) * 0.64
        sheet.line([(160 - spread, top), (620 + spread, top)], colours.DARK_BRICK, 4)
    sheet.shape([(560, 580), (740, 260), (1200, 260), (1200, 580)], colours.BRICK)
    for row in range(3):
        for column in range(4):
            x, y = 800 + column * 92 - row * 30, 300 + row * 82
            sheet.shape([(x, y), (x + 84, y), (x + 54, y + 72), (x - 30, y + 72)], colours.DEEP)
            sheet.line([(x + 42, y), (x + 12, y + 72)], colours.GLASS, 2)
    sheet.box(420, 250, 70, 120, colours.DARK_BRICK)
    return sheet


def attic() -> Canvas:
    """Draw a house cut open: a thick layer of insulation lies on the attic floor."""
    sheet = Canvas()
    sheet.box(0, 700, 1200, 100, colours.GRASS)
    sheet.shape([(150, 400), (600, 110), (1050, 400)], colours.ROOF)
    sheet.shape([(230, 395), (600, 158), (970, 395)], colours.CREAM)
    sheet.box(220, 400, 760, 310, colours.SAND)
    sheet.box(220, 310, 760, 90, colours.OCHRE)
    for left in range(230, 960, 40):
        for top in (322, 350, 376):
            sheet.disc(left + (top % 3) * 9, top, 13, colours.CREAM)
    sheet.box(220, 400, 760, 16, colours.DARK_BRICK)
    sheet.box(250, 430, 330, 280, colours.WHITE)
    sheet.box(620, 430, 330, 280, colours.WHITE)
    sheet.window(360, 490, 90, 120)
    sheet.box(690, 560, 190, 90, colours.WATER, 20)
    sheet.box(670, 610, 230, 60, colours.DEEP, 14)
    return sheet


def outer_wall() -> Canvas:
    """Draw panels of insulation going up a brick wall, along a scaffolding."""
    sheet = Canvas()
    sheet.bricks(180, 80, 840, 640)
    sheet.box(0, 720, 1200, 80, colours.STONE)
    for row, width in enumerate((840, 840, 640, 380)):
        sheet.box(180, 600 - row * 120, width - 4, 116, colours.SAND)
        for left in range(200, 180 + width - 40, 120):
            sheet.disc(left + 40, 658 - row * 120, 9, colours.OCHRE)
    sheet.window(300, 380, 110, 150)
    sheet.window(760, 380, 110, 150)
    for left in (140, 460, 780, 1060):
        sheet.box(left, 40, 14, 690, colours.GREY)
    for top in (230, 460):
        sheet.box(110, top, 980, 16, colours.DARK_BRICK)
    sheet.person(600, 230, 150, colours.OCHRE)
    return sheet


def heat_pump() -> Canvas:
    """Draw the outdoor unit of a heat pump against a wall."""
    sheet = Canvas()
    sheet.box(0, 0, 1200, 640, colours.CREAM)
    sheet.bricks(0, 560, 1200, 80)
    sheet.box(0, 640, 1200, 160, colours.GRASS)
    sheet.window(130, 120, 160, 210, colours.WATER)
    sheet.box(520, 230, 520, 400, colours.WHITE, 24)
    sheet.disc(730, 430, 160, colours.STONE)
    sheet.disc(730, 430, 145, colours.NIGHT)
    sheet.spokes(730, 430, 24, 130, 7, colours.GREY)
    sheet.disc(730, 430, 30, colours.WHITE)
    for top in range(300, 570, 36):
        sheet.box(920, top, 90, 14, colours.STONE, 6)
    sheet.box(560, 628, 60, 30, colours.GREY)
    sheet.box(940, 628, 60, 30, colours.GREY)
    for top in (330, 400, 470):
        sheet.wave(330, top, 150, colours.WATER)
    return sheet


def open_window() -> Canvas:
    """Draw a window seen from inside, with the town behind it."""
    sheet = Canvas(colours.CREAM)
    sheet.box(280, 90, 640, 560, colours.WHITE)
    sheet.box(310, 120, 580, 500, colours.SKY)
    for left, top, width, colour in (
        (310, 430, 170, colours.BRICK),
        (480, 380, 150, colours.OCHRE),
        (630, 460, 260, colours.ROOF),
    ):
        sheet.box(left, top, width, 620 - top, colour)
        sheet.window(left + 45, top + 50, 40, 60)
    sheet.disc(790, 210, 45, colours.OCHRE)
    sheet.box(590, 90, 22, 560, colours.WHITE)
    sheet.box(565, 350, 16, 60, colours.GREY, 8)
    sheet.box(250, 650, 700, 34, colours.SAND)
    for left in (120, 960):
        sheet.box(left, 60, 130, 640, colours.WATER)
        for fold in (35, 75):
            sheet.box(left + fold, 60, 8, 640, colours.DEEP)
    sheet.box(400, 570, 70, 80, colours.DARK_BRICK, 10)
    sheet.disc(435, 530, 55, colours.LEAF)
    return sheet


def meeting() -> Canvas:
    """Draw people around a table, a plan in front of them."""
    sheet = Canvas(colours.CREAM)
    sheet.box(150, 70, 420, 230, colours.WHITE)
    sheet.box(190, 110, 340, 14, colours.STONE)
    for left, height in ((210, 60), (290, 110), (370, 80), (450, 140)):
        sheet.box(left, 280 - height, 50, height, colours.WATER)
    for x, clothes, skin in (
        (220, colours.BRICK, colours.SAND), (430, colours.DEEP, colours.DARK_BRICK),
        (640, colours.OCHRE, colours.SAND), (850, colours.WATER, colours.MORTAR), (1030, colours.NIGHT, colours.SAND),
    ):  # fmt: skip
        sheet.person(x, 560, 230, clothes, skin)
    sheet.shape([(90, 540), (1110, 540), (1180, 720), (20, 720)], colours.SAND)
    sheet.box(20, 720, 1160, 40, colours.OCHRE)
    sheet.shape([(420, 570), (760, 570), (800, 680), (380, 680)], colours.WHITE)
    sheet.line([(470, 600), (700, 600), (720, 650), (450, 650), (470, 600)], colours.DEEP, 5)
    return sheet


def papers() -> Canvas:
    """Draw a desk from above: quotes, a pen, a calculator."""
    sheet = Canvas(colours.OCHRE)
    for left, top, colour in ((160, 120, colours.CREAM), (240, 170, colours.WHITE)):
        sheet.box(left, top, 460, 560, colour, 6)
    sheet.box(290, 220, 220, 26, colours.BRICK)
    for top in range(290, 620, 44):
        sheet.box(290, top, 250, 12, colours.STONE)
        sheet.box(570, top, 80, 12, colours.WATER)
    sheet.box(770, 180, 280, 420, colours.NIGHT, 24)
    sheet.box(800, 215, 220, 80, colours.GLASS, 8)
    for row in range(4):
        for column in range(3):
            sheet.box(800 + column * 78, 325 + row * 64, 62, 48, colours.CREAM if column < 2 else colours.BRICK, 8)
    sheet.line([(560, 740), (860, 650)], colours.DEEP, 20)
    sheet.shape([(545, 750), (575, 725), (580, 746)], colours.NIGHT)
    return sheet


def airy_house() -> Canvas:
    """Draw a house cut open: air comes into the rooms and leaves by the kitchen and the bathroom."""
    sheet = Canvas()
    sheet.box(0, 690, 1200, 110, colours.GRASS)
    sheet.shape([(170, 330), (600, 90), (1030, 330)], colours.ROOF)
    sheet.box(230, 325, 740, 375, colours.WHITE)
    sheet.box(592, 325, 16, 375, colours.STONE)
    sheet.box(230, 505, 740, 16, colours.STONE)
    for left, top, colour in ((230, 325, colours.CREAM), (608, 325, colours.GLASS), (608, 521, colours.SAND)):
        sheet.box(left, top, 362, 180, colour)
    sheet.box(560, 250, 90, 60, colours.GREY, 10)
    sheet.line([(605, 250), (605, 70)], colours.GREY, 26)
    for top in (400, 600):
        sheet.wave(110, top, 230, colours.WATER)
        sheet.wave(420, top, 320, colours.WATER)
        sheet.line([(860, top), (860, 290), (650, 290)], colours.BRICK, 7)
    return sheet


DRAWINGS: dict[str, Callable[[], Canvas]] = {
    "rue-toulousaine": toulouse_street,
    "maison": house,
    "immeuble": building,
    "toits": roofs,
    "combles": attic,
    "isolation-exterieure": outer_wall,
    "pompe-a-chaleur": heat_pump,
    "fenetre": open_window,
    "reunion": meeting,
    "dossier": papers,
    "ventilation": airy_house,
}
