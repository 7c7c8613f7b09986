"""What can go wrong with jobs."""


class UnknownJob(LookupError):  # noqa: N818 - reads as what it is
    """No module has put a job of this name on the list."""

    code = "unknown_job"
