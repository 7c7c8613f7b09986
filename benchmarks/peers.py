"""Search engines others would take, each at its best over folded names of the same entries."""

import sqlite3
from collections.abc import Callable, Sequence

import bm25s
import numpy as np
import tantivy

from lantoa.catalogue.search.documents import Document, folded_words

Search = Callable[[str], list[int]]
DEPTH = 10


def bm25s_names(documents: Sequence[Document]) -> Search:
    """bm25s (Lucene's formula) over folded syllables of names."""
    index = bm25s.BM25(k1=0.9, b=0.4)
    index.index([folded_words(each.title) for each in documents], show_progress=False)
    known = index.vocab_dict

    def search(text: str) -> list[int]:
        tokens = [token for token in folded_words(text) if token in known]
        if not tokens:
            return []
        scores = index.get_scores(tokens)
        best = np.argpartition(-scores, DEPTH)[:DEPTH]
        return [int(at) for at in best[np.argsort(-scores[best])]]

    return search


def tantivy_names(documents: Sequence[Document]) -> Search:
    """tantivy over folded names."""
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("at", stored=True)
    builder.add_text_field("name", stored=False)
    index = tantivy.Index(builder.build())
    writer = index.writer(heap_size=64_000_000, num_threads=1)
    for at, each in enumerate(documents):
        writer.add_document(tantivy.Document(at=at, name=" ".join(folded_words(each.title))))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def search(text: str) -> list[int]:
        words = " ".join(folded_words(text))
        if not words:
            return []
        query = index.parse_query(words, ["name"])
        hits = searcher.search(query, DEPTH).hits
        return [searcher.doc(address)["at"][0] for _, address in hits]

    return search


def fts5_names(documents: Sequence[Document]) -> Search:
    """SQLite FTS5 over folded names, any word may match, its own bm25()."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE names USING fts5(name, tokenize='unicode61')")
    rows = [(at, " ".join(folded_words(each.title))) for at, each in enumerate(documents)]
    database.executemany("INSERT INTO names(rowid, name) VALUES (?, ?)", rows)
    sql = "SELECT rowid FROM names WHERE names MATCH ? ORDER BY rank LIMIT ?"

    def search(text: str) -> list[int]:
        query = " OR ".join(f'"{word}"' for word in dict.fromkeys(folded_words(text)))
        return [row[0] for row in database.execute(sql, (query, DEPTH))] if query else []

    return search


PEERS = {"bm25s": bm25s_names, "tantivy": tantivy_names, "SQLite FTS5": fts5_names}
