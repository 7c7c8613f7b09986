"""What must hold before this process can answer questions."""

from lantoa.catalogue.search import queries
from lantoa.catalogue.search.errors import IndexDamaged, IndexMissing
from lantoa.core.ops.health import condition


@condition("search_index")
def search_index() -> str:
    """The index can be loaded. Asking loads it: the first question is as quick as any other."""
    try:
        queries.engine()
    except IndexMissing:
        return "not built: run `lantoa search build`"
    except IndexDamaged:
        return "cannot be read: run `lantoa search build --force`"
    return ""
