"""The words of firms' names, in the database: which stems are known, and which word is nearest to a slip."""

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection

from rapidfuzz import process
from rapidfuzz.distance import OSA

from search.engines.embedded import store
from search.engines.embedded.records import name_key
from search.models import NameWords
from search.understanding.intent import allowed_distance

Bucket = dict[str, int]  # words and in how many names each stands
TABLE = NameWords._meta.db_table
_LENGTHS = 1 << 10


class DatabaseLexicon:
    """The words of the published firms' names, as the index knows them now."""

    def known(self, stems: Collection[str]) -> set[str]:
        """Give those of the stems that some firm's name holds (one query)."""
        keys = {name_key(stem): stem for stem in stems}
        return {keys[row_id] for row_id in store.existing(list(keys))}

    def nearest(self, word: str) -> str | None:
        """Give the nearest name word with the same first letter, of equally near ones the first (one query)."""
        distance = allowed_distance(word)
        if not distance:
            return None
        sizes = range(len(word) - distance, len(word) + distance + 1)
        rows = NameWords.objects.filter(id__in=[_bucket_id(word, size) for size in sizes])
        names = [name for words in rows.values_list("words", flat=True) for name in words.split(" ")]
        near = process.extract(word, names, scorer=OSA.distance, score_cutoff=distance, limit=None)
        return min((found, name) for name, found, _place in near)[1] if near else None


def change(counts: "Counter[str]") -> None:
    """Count words of names in (or out, where negative)."""
    buckets: dict[int, Bucket] = defaultdict(dict)
    for word, count in counts.items():
        if count:
            buckets[_bucket_id(word, len(word))][word] = count
    kept = {row[0]: row for row in store.select(TABLE, ("id", "words", "counts"), list(buckets))}
    changed = [_changed(kept.get(number), number, bucket) for number, bucket in buckets.items()]
    store.write(TABLE, ("id", "words", "counts"), [row for row in changed if row[1]])
    store.delete(TABLE, [row[0] for row in changed if not row[1]])


def _changed(row: tuple[int, str, bytes] | None, number: int, bucket: Bucket) -> tuple[int, str, bytes]:
    words = row[1].split(" ") if row else []
    counts = array("I", row[2] if row else b"")
    for word, change in sorted(bucket.items()):
        place = bisect_left(words, word)
        if place == len(words) or words[place] != word:
            words.insert(place, word)
            counts.insert(place, 0)
        counts[place] = max(counts[place] + change, 0)
        if not counts[place]:
            del words[place], counts[place]
    return number, " ".join(words), counts.tobytes()


def _bucket_id(word: str, size: int) -> int:
    return ord(word[0]) * _LENGTHS + min(size, _LENGTHS - 1)
