"""The day's shuffle: stable, different each day, fair."""

from datetime import date, timedelta

import numpy as np

from search.engines.lots import lots

TODAY = date(2026, 5, 4)


def test_the_lot_is_the_same_all_day_and_another_the_next() -> None:
    ids = np.arange(1, 1000, dtype=np.uint32)

    assert (lots(ids, TODAY) == lots(ids, TODAY)).all()
    assert (np.argsort(lots(ids, TODAY)) != np.argsort(lots(ids, TODAY + timedelta(1)))).mean() > 0.9


def test_no_two_firms_draw_the_same_lot() -> None:
    ids = np.arange(1, 200_000, dtype=np.uint32)

    assert len(np.unique(lots(ids, TODAY))) == len(ids)


def test_the_shuffle_is_fair_over_its_cycle() -> None:
    ids = np.arange(1, 201, dtype=np.uint32)
    ranks = [np.argsort(np.argsort(lots(ids, TODAY + timedelta(day)))) for day in range(31)]

    mean = np.mean(ranks, axis=0) / (len(ids) - 1)

    assert mean.min() > 0.45
    assert mean.max() < 0.55


def test_of_two_firms_each_comes_first_on_half_of_the_days() -> None:
    ids = np.arange(1, 101, dtype=np.uint32)
    drawn = np.array([lots(ids, TODAY + timedelta(day)) for day in range(31)])

    wins = (drawn[:, :, None] < drawn[:, None, :]).sum(axis=0)[np.triu_indices(100, 1)]

    assert set(wins.tolist()) == {15, 16}
