"""What the terms of the lexicon lead to."""

from lantoa.catalogue.search import concepts, phrases
from lantoa.catalogue.search.concepts import Lexicon
from lantoa.catalogue.search.engine import Engine


def leads_to(engine: Engine, term: str) -> list[str]:
    index = engine.index
    found = phrases.find(term.split(), index.term_numbers)
    strongest, _ = index.concepts.scores(found, len(index.documents))
    best = strongest.max()
    return [
        each.code
        for each, score in zip(index.documents, strongest, strict=True)
        if score == best > 0
    ]


def test_a_term_leads_to_the_entry_its_official_phrase_names(engine: Engine) -> None:
    assert leads_to(engine, "mat bang lai") == ["3.000348"]


def test_the_everyday_entry_comes_before_the_special_one(engine: Engine) -> None:
    assert leads_to(engine, "giay khai sinh") == ["1.001193"]


def test_the_longest_term_wins(engine: Engine) -> None:
    found = phrases.find(["toi", "mat", "bang", "lai", "roi"], engine.index.term_numbers)
    assert [(each.start, each.stop) for each in found] == [(1, 4)]


def test_entries_know_the_terms_that_lead_to_them(engine: Engine) -> None:
    index = engine.index
    spoken = concepts.aliases(index.lexicon, index.concepts, len(index.documents))
    assert "mo quan" in spoken[index.positions["1.001612"]]


def test_of_terms_that_fold_alike_the_first_is_kept() -> None:
    lexicon = Lexicon.of([("Sổ đỏ", ("a",)), ("sơ đồ", ("b",)), ("", ("c",))])
    assert lexicon.folded == ("so do",) and lexicon.officials == (("a",),)


def test_a_phrase_no_name_says_leads_nowhere(engine: Engine) -> None:
    index = engine.index
    names = concepts.Names(index.fields["name"], index.fields["name_pairs"])
    led = concepts.resolve(Lexicon.of([("tàu vũ trụ", ("phóng tàu vũ trụ",))]), names)
    assert len(led.entries) == 0
