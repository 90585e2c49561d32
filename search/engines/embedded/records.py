"""The shape of the index: what a firm's record holds, and under which numbers records are filed.

A key is a number: the term (a trade, or any), then the area, then the chunk. Words of names have keys of their own.
"""

from datetime import date
from functools import lru_cache
from hashlib import blake2b
from typing import Any

import numpy as np
from numpy.typing import NDArray

from directory.models import RADII_KM

Records = NDArray[Any]  # of RECORD

# 32 bytes. `bits`: trades practised there, then flags. `proofs`: trades with a valid RGE qualification, then the radius
# (0 = none, else its place in RADII_KM plus 1). `lat`, `lon`: 1e-5 degrees. `office`: commune's number, then the day
# (since EPOCH) on which `proofs` changes by itself.
RECORD = np.dtype(
    [("bits", "<u8"), ("proofs", "<u8"), ("id", "<u4"), ("lat", "<i4"), ("lon", "<i4"), ("office", "<u4")]
)
AREA = np.dtype("<u8")  # a name's chunk holds its records, then the area of each

FLAGS_AT = 60
TRADES = (1 << FLAGS_AT) - 1
HOUSES, COOWNERSHIPS, CHARTER, SEVERAL = (1 << bit for bit in range(FLAGS_AT, 64))  # SEVERAL: not one area for all

NOWHERE = -(1 << 31)  # latitude of a firm without coordinates
DEGREE = 100_000

EPOCH = date(2020, 1, 1).toordinal()
OFFICE_BITS = 17
NEVER = (1 << 15) - 1

CHUNK = 1024  # records; what one edit rewrites under each key
CHUNK_BITS = 12
AREA_BITS = 34
NAMES = 1 << 62  # keys from here on are names'
META = 0  # the row that tells the last day on which proofs were computed

EPCI, COMMUNE, DEPARTMENT, REGION, FRANCE, RADIUS, CELL, TOUCHED, ALL = range(9)
_KIND = 1_000_000_000

# Radii up to 50 km are filed by the office's cell of 0.5°, larger ones by cells of 3°.
GRIDS = ((50_000, 50), (300_000, max(RADII_KM)))  # size in 1e-5 degrees, largest radius in km
_COARSE = 1_000_000


def area(kind: int, value: int = 0) -> int:
    """Give the number of an area: an EPCI by its SIREN, a commune by `commune_number`…"""
    return kind * _KIND + value


@lru_cache(maxsize=65_536)
def commune_number(code: str) -> int:
    """Squeeze an INSEE code in 17 bits, in the codes' order ("31555" → 37555, "2A004" → 34004)."""
    return (int(code[0]) * 12 + int(code[1], 12)) * 1000 + int(code[2:])


def commune_numbers(department: str) -> range:
    """Give the numbers that a department's communes may have ("31" → 31000…31999, "974" → 97400…97499)."""
    return range(commune_number(department.ljust(5, "0")), commune_number(department.ljust(5, "9")) + 1)


def code_number(code: str) -> int:
    """Give the number of a department's or a region's code ("2A" too)."""
    return int(code, 36)


def cells(lat: Any, lon: Any, grid: int) -> Any:
    """Give the areas of the cells of points in 1e-5 degrees (numbers or arrays) in one of the GRIDS."""
    size = GRIDS[grid][0]
    columns = 360 * DEGREE // size
    row, column = (lat + 90 * DEGREE) // size, (lon + 180 * DEGREE) // size % columns
    return area(CELL, grid * _COARSE) + row * columns + column


def key(term: int, number: int) -> int:
    """Give the key of a term (0 for any trade, else a trade's bit plus 1) in an area."""
    return (term << AREA_BITS | number) << CHUNK_BITS


def term_of(row_id: int) -> int:
    """Give the term of a row of trades."""
    return row_id >> AREA_BITS + CHUNK_BITS


@lru_cache(maxsize=65_536)
def name_key(stem: str) -> int:
    """Give the key of a word of names, by its stem: 48 bits of a hash."""
    digest = int.from_bytes(blake2b(stem.encode(), digest_size=6).digest(), "big")
    return NAMES | digest << CHUNK_BITS


def day_number(day: date) -> int:
    """Count days since EPOCH, within what a record holds."""
    return min(max(day.toordinal() - EPOCH, 0), NEVER - 1)
