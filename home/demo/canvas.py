"""A sheet to draw on: flat shapes, drawn twice as large as they are kept so that their edges are smooth."""

from io import BytesIO
from math import cos, pi, sin

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1200, 800  # of the picture kept
SCALE = 2
COLOURS = 64

SKY, CREAM, SAND, OCHRE = "#d3e5ec", "#f6ead6", "#e9d3ad", "#d9a13f"
BRICK, DARK_BRICK, ROOF, MORTAR = "#b9583f", "#8f4030", "#a5482f", "#dba58f"
WATER, DEEP, NIGHT, GLASS = "#6b9e93", "#2f5d62", "#22383f", "#a9cdd4"
GRASS, LEAF, GREY, STONE, WHITE = "#94ab73", "#5f7f4f", "#8c949a", "#c9c4ba", "#fdfaf5"

Point = tuple[float, float]


class Canvas:
    """A sheet 1200 wide and 800 high; distances are those of the picture kept, from its top left corner."""

    def __init__(self, background: str = SKY) -> None:
        self.image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), background)
        self.pen = ImageDraw.Draw(self.image)

    def box(self, x: float, y: float, width: float, height: float, colour: str, radius: float = 0) -> None:
        """Draw a rectangle from its top left corner."""
        corners = [_far(x), _far(y), _far(x + width) - 1, _far(y + height) - 1]
        self.pen.rounded_rectangle(corners, _far(radius), fill=colour)

    def shape(self, points: list[Point], colour: str) -> None:
        """Draw a polygon."""
        self.pen.polygon([(_far(x), _far(y)) for x, y in points], fill=colour)

    def disc(self, x: float, y: float, radius: float, colour: str) -> None:
        """Draw a disc around its centre."""
        self.pen.ellipse([_far(x - radius), _far(y - radius), _far(x + radius), _far(y + radius)], fill=colour)

    def line(self, points: list[Point], colour: str, width: float) -> None:
        """Draw a line through points."""
        self.pen.line([(_far(x), _far(y)) for x, y in points], fill=colour, width=_far(width), joint="curve")

    def wave(self, x: float, y: float, length: float, colour: str, height: float = 12) -> None:
        """Draw a wavy line that goes to the right."""
        self.line([(x + step, y + height * sin(step / 18)) for step in range(0, int(length), 3)], colour, 7)

    def spokes(self, x: float, y: float, inner: float, outer: float, count: int, colour: str) -> None:
        """Draw rays around a centre."""
        for turn in (2 * pi * n / count for n in range(count)):
            self.line(
                [(x + inner * cos(turn), y + inner * sin(turn)), (x + outer * cos(turn), y + outer * sin(turn))],
                colour, 8,
            )  # fmt: skip

    def bricks(self, x: int, y: int, width: int, height: int) -> None:
        """Draw a brick wall, one course in two shifted by half a brick."""
        self.box(x, y, width, height, BRICK)
        for course, top in enumerate(range(y, y + height, 20)):
            self.box(x, top, width, 2, MORTAR)
            for joint in range(x + 24 * (course % 2), x + width, 48):
                self.box(joint, top, 2, min(20, y + height - top), MORTAR)

    def window(self, x: float, y: float, width: float, height: float, shutters: str = "") -> None:
        """Draw a window with its frame, and its shutters if a colour is given."""
        if shutters:
            self.box(x - width * 0.52, y, width * 0.48, height, shutters)
            self.box(x + width * 1.04, y, width * 0.48, height, shutters)
        self.box(x - 6, y - 6, width + 12, height + 12, WHITE)
        self.box(x, y, width, height, GLASS)
        self.box(x + width / 2 - 3, y, 6, height, WHITE)
        self.box(x, y + height * 0.45, width, 5, WHITE)

    def tree(self, x: float, ground: float, size: float) -> None:
        """Draw a round tree standing on the ground."""
        self.box(x - size * 0.07, ground - size * 0.7, size * 0.14, size * 0.7, DARK_BRICK)
        self.disc(x, ground - size, size * 0.42, LEAF)
        self.disc(x - size * 0.25, ground - size * 0.8, size * 0.3, LEAF)
        self.disc(x + size * 0.26, ground - size * 0.82, size * 0.28, LEAF)

    def person(self, x: float, ground: float, size: float, clothes: str, skin: str = SAND) -> None:
        """Draw somebody seen from the front, down to the waist."""
        self.disc(x, ground - size * 0.78, size * 0.2, skin)
        self.box(x - size * 0.32, ground - size * 0.52, size * 0.64, size * 0.52, clothes, size * 0.18)

    def png(self) -> bytes:
        """Give the picture, smoothed and with few colours."""
        small = self.image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS).quantize(COLOURS, dither=Image.Dither.NONE)
        file = BytesIO()
        small.save(file, "PNG", optimize=True)
        return file.getvalue()


def _far(distance: float) -> int:
    return round(distance * SCALE)
