"""What can go wrong with the search index."""

from pathlib import Path


class IndexMissingError(FileNotFoundError):
    """No index has been built yet."""

    code = "index_missing"

    def __init__(self, folder: Path) -> None:
        super().__init__(f"no search index in {folder}: run `lantoa search build`")


class IndexDamagedError(ValueError):
    """The index on disk cannot be read."""

    code = "index_damaged"

    def __init__(self, folder: Path) -> None:
        super().__init__(f"the search index in {folder} cannot be read: run `lantoa search build`")


class QuestionsUnreadableError(ValueError):
    """A file of questions has a line that is not one."""

    code = "questions_unreadable"

    def __init__(self, path: Path, line: int) -> None:
        super().__init__(f"{path}, line {line}: not a JSON object with a question")
