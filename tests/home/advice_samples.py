"""Pages of advice, questions and words for the tests."""

import json
from itertools import count
from typing import Any

from wagtail.models import Page

from home.models import FaqPage, GlossaryPage, StandardPage

NUMBERS = count(1)
ANSWERS = {
    "Qui paie les travaux ?": "<p>Les <b>propriétaires</b>, aidés.</p><ul><li>l’État</li><li>la ville</li></ul>",
    "Faut-il voter ?": "<p>Oui : « à la majorité » &amp; en assemblée &lt;générale&gt;.</p>",
}
WORDS = {
    "Étiquette énergie": "<p>La lettre de <i>A</i> à <i>G</i>.</p>",
    "audit": "<p>L’étude d’un bâtiment.</p>",
    "effacement": "<p>Une baisse de puissance.</p>",
    "DTG": "<p>Diagnostic technique global.</p>",
    "Écrêtement": "<p>Une aide réduite.</p>",
    "3CL": "<p>Une méthode de calcul.</p>",
}


def advice(parent: Page, title: str = "Isoler sa maison", **values: Any) -> StandardPage:
    return parent.add_child(instance=StandardPage(title=title, slug=f"conseil-{next(NUMBERS)}", **values))


def faq(parent: Page, questions: dict[str, str] = ANSWERS, **values: Any) -> FaqPage:
    stream = [{"type": "question", "value": {"question": one, "answer": html}} for one, html in questions.items()]
    page = FaqPage(title="Questions", slug=f"questions-{next(NUMBERS)}", questions=json.dumps(stream), **values)
    return parent.add_child(instance=page)


def glossary(parent: Page, words: dict[str, str] = WORDS, **values: Any) -> GlossaryPage:
    stream = [{"type": "term", "value": {"term": term, "definition": html}} for term, html in words.items()]
    page = GlossaryPage(title="Glossaire", slug=f"mots-{next(NUMBERS)}", terms=json.dumps(stream), **values)
    return parent.add_child(instance=page)
