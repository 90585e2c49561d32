"""Say which kind of answer a test expects, and fail with the answer when it is another."""

from territories.place import Choice, Found, Place, Unknown


def found(answer: object) -> Found:
    assert isinstance(answer, Found), answer
    return answer


def choice(answer: object) -> Choice:
    assert isinstance(answer, Choice), answer
    return answer


def unknown(answer: object) -> Unknown:
    assert isinstance(answer, Unknown), answer
    return answer


def labels(places: tuple[Place, ...] | list[Place]) -> list[str]:
    return [place.label for place in places]


def names(places: tuple[Place, ...] | list[Place]) -> set[str]:
    return {place.name for place in places}
