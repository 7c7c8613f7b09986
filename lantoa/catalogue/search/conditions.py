"""What must hold before this process can answer questions."""

from lantoa.catalogue.search import queries
from lantoa.catalogue.search.errors import IndexDamagedError, IndexMissingError
from lantoa.core.ops.health import condition


@condition("search_index")
def search_index() -> str:
    """The index can be loaded. Asking loads it: the first question is as quick as any other."""
    try:
        queries.engine()
    except IndexMissingError:
        return "not built: run `lantoa search build`"
    except IndexDamagedError:
        return "cannot be read: run `lantoa search build --force`"
    return ""
