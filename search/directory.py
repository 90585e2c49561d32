"""A search of the directory from end to end: understand the words, ask the engine, offer wider searches."""

from collections.abc import Iterator
from dataclasses import replace

from directory.search import Change, Correction, Criteria, Results, Understood, Widening
from search.engines.base import Engine, EngineAnswer, EngineQuery, current_engine
from search.lexicon import DatabaseLexicon
from search.understanding import Intent, current_vocabulary, understand
from territories import places
from territories.place import Place

FEW = 5  # results, under which wider searches are offered
MAX_WIDENINGS = 3  # each costs a count

_lexicon = DatabaseLexicon()
_Wider = tuple[Change, EngineQuery]


def search(criteria: Criteria) -> Results:
    """Answer a search (see `directory.search.search`)."""
    engine = current_engine()
    intent = understand(criteria.words, current_vocabulary(), _lexicon) if criteria.words else Intent()
    query = _query(criteria, intent)
    # Words that say nothing ("une entreprise") leave everyone; words that nobody knows, no one.
    understood = not criteria.words or bool(intent.trades or intent.stems or intent.ignored)
    answer = engine.search(query) if understood else EngineAnswer()
    widened = _widenings(engine, query, criteria, answer) if answer.total < FEW else ()
    return Results(
        hits=answer.hits,
        total=answer.total,
        facets=answer.facets,
        points=answer.points,
        understood=_understood(intent),
        engine=engine.name,
        widened=widened,
    )


def _query(criteria: Criteria, intent: Intent) -> EngineQuery:
    return EngineQuery(
        today=criteria.today,
        trades=intent.trades,
        stems=intent.stems,
        names=intent.names,
        places=criteria.places,
        ticked=criteria.trades,
        housing=criteria.housing,
        labels=criteria.labels,
        order=criteria.order,
        offset=(criteria.page - 1) * criteria.page_size,
        limit=criteria.page_size,
    )


def _understood(intent: Intent) -> Understood:
    return Understood(
        trades=intent.trades,
        names=intent.shown_names,
        corrections=tuple(Correction(each.typed, each.read) for each in intent.corrections),
        ignored=intent.ignored,
        shortened=intent.shortened,
    )


def _widenings(engine: Engine, query: EngineQuery, criteria: Criteria, answer: EngineAnswer) -> tuple[Widening, ...]:
    """Count the searches that let one thing go, and keep those that find more."""
    named = bool(query.names) and any(hit.tier == 0 for hit in answer.hits)
    wider = list(_wider(query, criteria, named))[:MAX_WIDENINGS]
    counts = engine.counts([each for _change, each in wider]) if wider else []
    changes = [change for change, _query in wider]
    return tuple(Widening(*found) for found in zip(changes, counts, strict=True) if found[1] > answer.total)


def _wider(query: EngineQuery, criteria: Criteria, named: bool) -> Iterator[_Wider]:
    """Give the wider searches. A firm that was found by its name (`named`) is looked for elsewhere, no others."""
    lost = bool(criteria.words) and not query.trades and not query.stems  # nothing was understood
    if (query.names and not named) or lost:
        yield "names", replace(query, names=(), stems=())
    if lost:
        return  # without the words, the other changes would be counts of something else
    if query.ticked or query.housing or query.labels:
        yield "filters", replace(query, ticked=(), housing=None, labels=())
    if query.places:
        departments = _departments(query.places)
        if departments and not named:
            yield "department", replace(query, places=departments)
        yield "place", replace(query, places=())


def _departments(searched: tuple[Place, ...]) -> tuple[Place, ...]:
    """Give the departments of the communes searched, each once; none when a department was searched."""
    if any(place.kind == "department" for place in searched):
        return ()
    found = (places.department(code) for code in dict.fromkeys(place.department for place in searched))
    return tuple(place for place in found if place)
