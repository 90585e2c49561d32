"""Money of a renovation, in euros. Pure functions."""

from decimal import Decimal

from django.utils.formats import number_format


def instalment(amount: Decimal, years: int, rate: Decimal) -> Decimal:
    """Give what a loan costs each month: `rate` in percent a year, paid back in equal parts at each month's end."""
    months = years * 12
    monthly = rate / 1200
    if not monthly:
        return amount / months
    return amount * monthly / (1 - (1 + monthly) ** -months)


def rounded(amount: Decimal) -> int:
    """Give whole euros."""
    return int(amount.quantize(Decimal(1)))


def euros(amount: Decimal | int) -> str:
    """Write an amount to the nearest euro: "12 400 €"."""
    return f"{number_format(round(amount), force_grouping=True)}\u00a0€"
