"""What words mean: trades, names, repairs. Pure: the shipped vocabulary and a few fictitious firms."""

from collections.abc import Callable

import pytest

from directory.reference import rows
from directory.search import Correction
from search.understanding import Intent, SetLexicon, Vocabulary, stems, understand

FIRMS = (
    "SARL Toiture Dupont",
    "Fenestre et Fils",
    "Poile SAS",
    "Cabinet Martin",
    "Maisons Occitanes",
    "Habitat Services",
    "Audin Chauffage",
    "Cabinet Isolaton",
    "Toulouse Bois",
)
INSULATION = ("isolation-combles", "ite", "iti", "planchers-bas", "toiture-terrasse")

Reader = Callable[[str], Intent]


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    labels = [(row["slug"], row["label"]) for row in rows("trades")]
    return Vocabulary.build(labels + [(row["slug"], row["phrase"]) for row in rows("synonyms")])


@pytest.fixture(scope="module")
def read(vocabulary: Vocabulary) -> Reader:
    lexicon = SetLexicon(FIRMS)
    return lambda text: understand(text, vocabulary, lexicon)


@pytest.mark.parametrize(
    ("typed", "trade"),
    [
        ("Architectes", "architecte"),
        ("ARCHITECTURE", "architecte"),
        ("cabinet d'architecture", "architecte"),
        ("cabinet d’architecte Martin", "architecte"),
        ("architecte d'intérieur", "architecte"),
        ("moe", "moe"),
        ("M.O.E.", "moe"),
        ("maitre doeuvre", "moe"),
        ("Maîtrise d’Œuvre", "moe"),
        ("dtg", "dtg"),
        ("ppt", "dtg"),
        ("PPPT", "dtg"),
        ("pac", "pompe-a-chaleur"),
        ("PAC air/eau", "pompe-a-chaleur"),
        ("pompe à chaleur air-eau", "pompe-a-chaleur"),
        ("clim réversible", "pompe-a-chaleur"),
        ("poele a granulé", "chauffage-bois"),
        ("pellets", "chauffage-bois"),
        ("fenetres", "menuiseries"),
        ("double vitrage", "menuiseries"),
        ("des combles à isoler", "isolation-combles"),
        ("isolation des combles", "isolation-combles"),
        ("isolation thermique de mes combles", "isolation-combles"),
        ("Isolation par l`extérieur", "ite"),
        ("Isolation par lʹextérieur", "ite"),
        ("isolation intérieure", "iti"),
        ("panneaux solaires", "photovoltaique"),
        ("chauffagiste", "chauffage"),
        ("couvreurs", "couverture"),
        ("VMC double flux", "ventilation"),
        ("technique, étude", "etudes-techniques"),
        ("thermicien", "bureau-etudes"),
        ("mon accompagnateur rénov'", "amo"),
        ("mar", "amo"),
        ("rénovation d'ampleur", "renovation-globale"),
        ("éco-PTZ copro", "banque"),
        ("salle de bain senior", "adaptation-logement"),
        ("devis pour l’installation d’une ventilation dans ma maison", "ventilation"),
    ],
)
def test_reads_the_words_people_use_for_a_trade(read: Reader, typed: str, trade: str) -> None:
    intent = read(typed)

    assert intent.trades == (trade,)
    assert intent.corrections == ()


def test_reads_a_wide_word_as_every_trade_it_covers(read: Reader) -> None:
    intent = read("isolation")

    assert set(intent.trades) == set(INSULATION)


def test_sharpens_a_wide_word_by_a_narrow_one(read: Reader) -> None:
    intent = read("isolation écologique du grenier et des combles, isolation")

    assert "ite" not in intent.trades
    assert "isolation-combles" in intent.trades


@pytest.mark.parametrize(
    ("typed", "word", "meant", "trade"),
    [
        ("architcte", "architcte", "architecte", "architecte"),
        ("Archtiecte", "Archtiecte", "architecte", "architecte"),
        ("archhitecte", "archhitecte", "architecte", "architecte"),
        ("pompe a challeur", "challeur", "chaleur", "pompe-a-chaleur"),
        ("fenettres", "fenettres", "fenêtres", "menuiseries"),
        ("photo voltaique", "photo voltaique", "photovoltaïque", "photovoltaique"),
        ("pompeachaleur", "pompeachaleur", "pompe à chaleur", "pompe-a-chaleur"),
        ("isolation tot", "tot", "toit", "isolation-combles"),
    ],
)
def test_repairs_a_slip_and_says_so(read: Reader, typed: str, word: str, meant: str, trade: str) -> None:
    intent = read(typed)

    assert trade in intent.trades
    assert intent.corrections == (Correction(word, meant),)


def test_chooses_the_repair_that_completes_a_phrase(read: Reader) -> None:
    intent = read("prte d'entrée")

    assert intent.corrections == (Correction("prte", "porte"),)


@pytest.mark.parametrize("typed", ["barchitecte", "dtj", "pax", "ité"])
def test_does_not_repair_a_first_letter_nor_initials(read: Reader, typed: str) -> None:
    assert read(typed).corrections == ()


def test_forgives_two_slips_in_a_long_word_only(read: Reader) -> None:
    assert read("arhcitcte").trades == ("architecte",)
    assert read("ponpr").trades == ()


def test_finds_a_firm_whose_name_holds_a_trade(read: Reader) -> None:
    intent = read("Toiture Dupont")

    assert intent.trades == ("couverture",)
    assert intent.names == ("dupont",)
    assert intent.shown_names == ("Dupont",)
    assert intent.stems == ("toitur", "dupont")


def test_reads_a_known_surname_before_a_misspelt_trade(read: Reader) -> None:
    intent = read("Poile")

    assert intent.trades == ()
    assert intent.shown_names == ("Poile",)


def test_reads_an_unknown_word_as_the_misspelt_trade(read: Reader) -> None:
    intent = read("poile a bois")

    assert intent.trades == ("chauffage-bois",)


def test_keeps_both_readings_of_a_long_surname_that_looks_like_a_trade(read: Reader) -> None:
    intent = read("Fenestre")

    assert intent.trades == ("menuiseries",)
    assert intent.stems == stems("Fenestre")


def test_lets_a_right_word_confirm_a_misspelt_one_that_is_also_a_name(read: Reader) -> None:
    intent = read("isolaton des combles")

    assert intent.trades == ("isolation-combles",)
    assert intent.names == ()
    assert intent.stems == stems("isolation combles")


def test_reads_a_known_name_beside_a_trade_as_a_name(read: Reader) -> None:
    intent = read("chauffage Audin")

    assert intent.trades == ("chauffage",)
    assert intent.names == ("audin",)


def test_does_not_take_a_short_word_beside_a_trade_for_another_trade(read: Reader) -> None:
    intent = read("plombier Portet")

    assert "menuiseries" not in intent.trades
    assert intent.ignored == ("Portet",)


def test_repairs_a_name_when_no_trade_is_recognised(read: Reader) -> None:
    intent = read("Dupond")

    assert intent.names == ("dupont",)
    assert intent.shown_names == ("dupont",)
    assert intent.stems == ("dupont",)
    assert intent.corrections == (Correction("Dupond", "dupont"),)


def test_does_not_repair_a_name_beside_a_trade(read: Reader) -> None:
    intent = read("architecte Dupond")

    assert intent.names == ()
    assert intent.ignored == ("Dupond",)


def test_searches_for_an_unknown_name_as_typed(read: Reader) -> None:
    intent = read("Zörglub")

    assert intent.names == ("zorglub",)
    assert intent.shown_names == ("Zörglub",)


def test_leaves_words_that_narrow_nothing_aside(read: Reader) -> None:
    intent = read("devis isolation maison 31000")

    assert intent.names == ()
    assert intent.ignored == ("devis", "maison", "31000")


def test_does_not_look_for_the_vocabulary_of_trades_in_names(read: Reader) -> None:
    intent = read("chauffage bois bois")

    assert intent.names == ()


def test_asks_for_everyone_when_only_empty_words_were_typed(read: Reader) -> None:
    intent = read("une entreprise")

    assert intent == Intent(ignored=("une", "entreprise"))


@pytest.mark.parametrize("typed", ["pose", "habitat"])
def test_neither_repairs_an_empty_word_nor_takes_it_for_a_name(read: Reader, typed: str) -> None:
    assert read(typed) == Intent(ignored=(typed,))


def test_does_not_narrow_a_trade_by_an_empty_word_that_names_hold(read: Reader) -> None:
    intent = read("isolation habitat")

    assert intent.names == ()


def test_finds_a_firm_named_with_empty_words_only(read: Reader) -> None:
    intent = read("habitat services")

    assert intent.names == stems("Habitat Services")


def test_does_not_read_a_first_name_as_initials(read: Reader) -> None:
    assert read("Marie").trades == ()


@pytest.mark.parametrize("text", ["", "   ", "!!!", "d'", "…"])
def test_reads_nothing_where_nothing_was_typed(read: Reader, text: str) -> None:
    intent = read(text)

    assert (intent.trades, intent.names, intent.stems) == ((), (), ())


def test_names_and_queries_are_cut_up_alike() -> None:
    assert stems("SARL L’Œuvre d’Été – Fenêtres & Volets") == stems("oeuvre ete volet")[:2] + stems("fenetre volets")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("matériau", "MATERIAUX"),
        ("plancher", "planchers"),
        ("isolé", "isolées"),
        ("végétal", "végétaux"),
        ("mur", "murs"),
    ],
)
def test_singular_and_plural_share_a_stem(one: str, other: str) -> None:
    assert stems(one) == stems(other)
