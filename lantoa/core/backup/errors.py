"""Why a backup could not be made or brought back. Operators read these, in English."""


class BackupError(Exception):
    """Nothing was changed; the message says why, in one line."""

    code = "backup_failed"


class DamagedArchive(BackupError):  # noqa: N818 - reads as what it is
    """The archive is not what its manifest says, or no archive of ours at all."""

    code = "archive_damaged"


class WrongSchema(BackupError):  # noqa: N818
    """The archive was made by a version of the program with other tables."""

    code = "archive_wrong_schema"


class TargetNotEmpty(BackupError):  # noqa: N818
    """There is data where the archive should go, and nobody said that it may be replaced."""

    code = "target_not_empty"
