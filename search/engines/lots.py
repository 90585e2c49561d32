"""The day's fair shuffle: every firm draws a lot, another one each day of a cycle of 31, the same in every engine."""

from datetime import date

import numpy as np
from numpy.typing import NDArray

DAYS = 31
# A maximal-length sequence of 31 bits. Its rotations differ from each other in 16 places, and each bit is set on 16
# days of 31: of any two firms, each stands before the other on 15 or 16 days, and both have the same mean rank.
_SEQUENCE = 0b1001011001111100011011101010000
_WORD = (1 << DAYS) - 1


def mask(today: date) -> int:
    """Give the 32 bits that turn a firm's constant number into its lot of the day."""
    turn = today.toordinal() % DAYS
    rotated = ((_SEQUENCE << turn) | (_SEQUENCE >> (DAYS - turn))) & _WORD
    return rotated << 1 | rotated & 1


def lots(ids: NDArray[np.uint32], today: date) -> NDArray[np.uint32]:
    """Give each firm's lot of the day, all different (a bijection of 32 bits: MurmurHash3's last step, then XOR)."""
    lot = ids ^ (ids >> np.uint32(16))
    lot *= np.uint32(0x85EBCA6B)
    lot ^= lot >> np.uint32(13)
    lot *= np.uint32(0xC2B2AE35)
    lot ^= lot >> np.uint32(16)
    lot ^= np.uint32(mask(today))
    return lot
