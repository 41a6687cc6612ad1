"""Recorded time as the tables hold it: UTC with microseconds, so that it sorts as text."""

from datetime import UTC, datetime


def now() -> datetime:
    """The moment it is, in UTC."""
    return datetime.now(UTC)


def recorded(moment: datetime) -> str:
    """The moment as text; one without a zone is taken as UTC."""
    aware = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return aware.isoformat(timespec="microseconds")
