"""What can go wrong with jobs."""


class UnknownJob(LookupError):
    """No module has put a job of this name on the list."""

    code = "unknown_job"
