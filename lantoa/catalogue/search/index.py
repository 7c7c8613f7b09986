"""The search index: everything the engine needs.

Built from documents and lexicon, held in memory.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from lantoa.catalogue.search import concepts, postings, semantics, tower
from lantoa.catalogue.search.concepts import Concepts, Lexicon, Names
from lantoa.catalogue.search.documents import Document, folded_words, pairs, toned_words
from lantoa.catalogue.search.postings import (
    Bm25,
    Floats,
    Numbered,
    Postings,
    build_numbered,
    build_pairs,
)
from lantoa.catalogue.search.tower import Pair

_CORE_END = re.compile(r"[(;]|đối với|(trong )?trường hợp", re.IGNORECASE)
_SHORT = Bm25(k1=0.9, b=0.4)
_ALIAS = Bm25(k1=2.0, b=0.3)
_FIELD = Bm25(k1=0.5, b=0.3)
_LONG = Bm25(k1=1.2, b=0.75, most=0.3)
_LONG_PAIRS = Bm25(k1=1.2, b=0.75, most=0.3, least=2)
LEVELS = ("Cấp Xã", "Cấp Tỉnh", "Cấp Bộ", "Cơ quan khác")
AUDIENCES = ("Công dân Việt Nam", "Doanh nghiệp", "Người nước ngoài")
_BODY_WORDS = 400
FACTS = len(LEVELS) + len(AUDIENCES) + 6

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Index:
    """Fields as inverted indexes, the lexicon's concepts, learned vectors, and facts of entries.

    `facts` (entries x facts) and `siblings` (entries x 3) feed the ranking; `vocabulary` holds
    folded words and how common they are; `positions` leads from any code to its entry.
    """

    documents: tuple[Document, ...]
    lexicon: Lexicon
    concepts: Concepts
    fields: Mapping[str, Postings]
    semantics: semantics.Semantics
    tower: tower.Tower
    facts: Floats
    siblings: Floats
    vocabulary: Mapping[str, float]
    term_numbers: Mapping[str, int]
    positions: Mapping[str, int]


def core(title: str) -> str:
    """The title up to its first restriction: what the procedure is, without whom it is for."""
    return _CORE_END.split(title, maxsplit=1)[0] or title


def build(
    documents: Sequence[Document],
    lexicon: Lexicon,
    questions: Sequence[Pair] = (),
    tell: Progress = lambda _: None,
) -> Index:
    """Build the index. `questions`: what was asked and meant; `tell` hears which step begins."""
    fields, led, learned = _matching(documents, lexicon, tell)
    tell("towers")
    trained = tower.train(documents, [*practice(lexicon, led), *questions])
    return Index(
        documents=tuple(documents),
        lexicon=lexicon,
        concepts=led,
        fields=fields,
        semantics=learned,
        tower=trained,
        facts=_facts(documents, fields["name"]),
        siblings=_siblings(documents),
        vocabulary=_vocabulary(documents, lexicon),
        term_numbers={folded: at for at, folded in enumerate(lexicon.folded)},
        positions=positions(documents),
    )


def _matching(
    documents: Sequence[Document], lexicon: Lexicon, tell: Progress
) -> tuple[dict[str, Postings], Concepts, semantics.Semantics]:
    """The fields, what the lexicon's terms lead to, and the latent semantics of both."""
    tell("names")
    fields = _name_fields(documents)
    tell("lexicon")
    names = Names(fields["name"], fields["name_pairs"])
    led = concepts.resolve(lexicon, names)
    aliases = concepts.aliases(lexicon, led, len(documents))
    tell("texts")
    texts = postings.numbered(folded_words(f"{each.papers} {each.body}") for each in documents)
    fields |= _alias_fields(aliases) | _text_fields(documents, texts)
    tell("semantics")
    return fields, led, semantics.learn(_semantic_texts(documents, aliases, texts))


def practice(lexicon: Lexicon, led: Concepts) -> list[Pair]:
    """The lexicon as practice for the towers: each term with the entries it leads to foremost."""
    found = []
    for term, folded in enumerate(lexicon.folded):
        stretch = slice(led.starts[term], led.starts[term + 1])
        weights = led.weights[stretch]
        if len(weights):
            near = led.entries[stretch][weights >= concepts.NEAR_BEST * weights.max()]
            found.append(Pair(folded.split(), near.astype(np.int64)))
    return found


def positions(documents: Sequence[Document]) -> dict[str, int]:
    """Every code, variants too, -> the entry it belongs to."""
    return {code: at for at, each in enumerate(documents) for code in (*each.variants, each.code)}


def _name_fields(documents: Sequence[Document]) -> dict[str, Postings]:
    titles = [folded_words(each.title) for each in documents]
    cores = [
        folded_words(core(each.title)) or title
        for each, title in zip(documents, titles, strict=True)
    ]
    marked = [toned_words(each.title) for each in documents]
    return {
        **_with_pairs("name", titles, _SHORT),
        **_with_pairs("core", cores, _SHORT),
        **_with_pairs("toned", marked, _SHORT),
    }


def _with_pairs(name: str, texts: Iterable[Sequence[str]], how: Bm25) -> dict[str, Postings]:
    """A field and the same in pairs of neighbouring words."""
    ready = postings.numbered(texts)
    return {name: build_numbered(ready, how), f"{name}_pairs": build_pairs(ready, how)}


def _alias_fields(aliases: Sequence[Sequence[str]]) -> dict[str, Postings]:
    joined = ([pair for term in terms for pair in pairs(term.split())] for terms in aliases)
    return {
        "alias": postings.build((" ".join(terms).split() for terms in aliases), _ALIAS),
        "alias_pairs": postings.build(joined, _ALIAS),
    }


def _text_fields(documents: Sequence[Document], texts: Numbered) -> dict[str, Postings]:
    return {
        "body": build_numbered(texts, _LONG),
        "body_pairs": build_pairs(texts, _LONG_PAIRS),
        "field": postings.build((folded_words(each.field) for each in documents), _FIELD),
    }


def _semantic_texts(
    documents: Sequence[Document], aliases: Sequence[Sequence[str]], texts: Numbered
) -> Iterator[list[str]]:
    """Tokens for the latent semantics: names count four times, fields twice."""
    for at, (each, terms) in enumerate(zip(documents, aliases, strict=True)):
        title, field = folded_words(each.title), folded_words(each.field)
        spoken = [token for term in terms for token in (*term.split(), *pairs(term.split()))]
        yield [*(title + pairs(title)) * 4, *spoken, *texts.text(at, _BODY_WORDS), *field * 2]


def _vocabulary(documents: Sequence[Document], lexicon: Lexicon) -> dict[str, float]:
    """Folded words of names, fields, papers and lexicon, and how common they are."""
    counts: Counter[str] = Counter()
    for each in documents:
        counts.update(set(folded_words(f"{each.name} {each.field} {each.papers}")))
    for folded in lexicon.folded:
        counts.update(set(folded.split()))
    return {word: float(n) for word, n in counts.items()}


def _facts(documents: Sequence[Document], names: Postings) -> Floats:
    """What the ranking may hold for or against an entry whatever the question."""
    sizes = Counter(each.field for each in documents)
    rows = [
        [
            *(level in each.levels for level in LEVELS),
            not each.levels,
            *(audience in each.audiences for audience in AUDIENCES),
            not each.audiences,
            np.log1p(len(folded_words(each.title))),
            np.log1p(sizes[each.field] / len(documents) * 1000),
            np.log1p(len(each.papers)),
            bool(each.publisher),
        ]
        for each in documents
    ]
    table = np.array(rows, dtype=np.float32).reshape(len(documents), FACTS)
    return np.column_stack([table, np.log(names.mass)])


def _siblings(documents: Sequence[Document]) -> Floats:
    """Entries of one title at several levels.

    Has siblings, is the nearest to people, how far off.
    """
    groups: dict[str, list[int]] = {}
    for at, each in enumerate(documents):
        groups.setdefault(" ".join(folded_words(each.title)), []).append(at)
    siblings = np.zeros((len(documents), 3), dtype=np.float32)
    for group in groups.values():
        ranks = [_distance(documents[at]) for at in group]
        if len(set(ranks)) > 1:
            for at, rank in zip(group, ranks, strict=True):
                siblings[at] = (1, rank == min(ranks), rank - min(ranks))
    return siblings


def _distance(document: Document) -> int:
    """0 for the commune, 1 for the province, 2 for a ministry, 3 for other bodies."""
    return next((at for at, level in enumerate(LEVELS[:3]) if level in document.levels), 3)
