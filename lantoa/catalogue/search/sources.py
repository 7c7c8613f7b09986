"""From catalogue and lexicon to the documents and terms an index is built from."""

from collections import defaultdict
from collections.abc import Iterable

from lantoa.catalogue.lexicon import queries as lexicon
from lantoa.catalogue.procedures import queries as procedures
from lantoa.catalogue.procedures.content import Content
from lantoa.catalogue.procedures.queries import Current
from lantoa.catalogue.search import practice
from lantoa.catalogue.search.concepts import Lexicon
from lantoa.catalogue.search.documents import Document
from lantoa.catalogue.search.store import FORMAT


def documents(rows: Iterable[Current]) -> list[Document]:
    """One document per entry.

    Local variants are gathered under their head, texts are the head's.
    """
    entries: dict[str, list[Current]] = defaultdict(list)
    for row in rows:
        entries[row.entry_key].append(row)
    return [_document(group) for _, group in sorted(entries.items())]


def terms() -> Lexicon:
    """The lexicon as the engine takes it."""
    return Lexicon.of([(each.term, each.officials) for each in lexicon.entries()])


def fingerprint() -> str:
    """Changes whenever the catalogue, the lexicon, the practice questions or the format do."""
    parts = (str(FORMAT), procedures.catalogue_digest(), lexicon.digest(), practice.digest())
    return ":".join(parts)


def _document(group: list[Current]) -> Document:
    head = next((row for row in group if row.is_head), group[0])
    content = head.content
    return Document(
        code=head.code,
        name=head.name,
        field=content.field,
        levels=content.levels,
        audiences=content.audiences,
        agency=content.agency or content.competent_agency,
        online=content.has_online_method,
        publisher=head.publisher,
        papers=_papers(content),
        body=_body(content),
        variants=tuple(row.code for row in group if row is not head),
        publishers=tuple(row.publisher for row in group if row is not head),
    )


def _papers(content: Content) -> str:
    named = [
        part for case in content.dossier for part in (case.title, *(p.name for p in case.papers))
    ]
    return " ".join([*named, content.dossier_text]).strip()


def _body(content: Content) -> str:
    parts = (*content.steps, content.conditions, content.result, content.keywords)
    return " ".join(part for part in parts if part)
