"""An address as a QR code, drawn as SVG: modules in one path, no script, no style."""

from functools import lru_cache
from itertools import groupby

import segno

QUIET = 4  # modules of margin that readers need (ISO/IEC 18004)


@lru_cache(maxsize=256)
def qr_path(address: str) -> tuple[int, str]:
    """Give the side of the code in modules, margin included, and the path of SVG that draws it."""
    code = segno.make(address, error="m", micro=False, boost_error=False)
    rows = [list(row) for row in code.matrix_iter(border=QUIET)]
    return len(rows), "".join(_runs(y, row) for y, row in enumerate(rows))


def qr_svg(address: str, dark: str = "#000000") -> str:
    """Give the code as a whole file of SVG."""
    side, path = qr_path(address)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" width="{side}" height="{side}">'
        f'<path fill="#ffffff" d="M0 0H{side}V{side}H0Z"/><path fill="{dark}" d="{path}"/></svg>'
    )


def _runs(y: int, row: list[int]) -> str:
    """Draw the dark modules of a row, those that touch in one piece."""
    pieces, x = [], 0
    for dark, run in groupby(row, key=bool):
        length = len(list(run))
        if dark:
            pieces.append(f"M{x} {y}h{length}v1h-{length}z")
        x += length
    return "".join(pieces)
