"""Every error Sarhad raises, in one tree.

SarhadError                 anything a user should see as one line: what, why, what to do
├── WrongUse                the command or call itself is off (exit status 2)
├── Unreadable              an input that cannot be taken in; the run goes on without it
│   ├── Unfetchable         a URL that could not be fetched (status, loop, size, time, address)
│   └── NotAPage            bytes that hold no text we can read (empty, binary, not XML, no text field)
├── RecordError             the record file cannot be used
│   ├── NotARecord          the file is no Sarhad record
│   ├── NewerRecord         the record was written by a newer Sarhad
│   └── DiskFull            nothing more can be written; what was kept is safe
├── UnknownId               no document, incident or statement of that id
├── TheatreError            a theatre file is missing or wrong
└── MissingPart             something optional is not installed; the message says how to get it
"""


class SarhadError(Exception):
    """Root of the tree. `str(error)` is the one line a user sees."""


class WrongUse(SarhadError):
    """The command or call itself is off."""


class Unreadable(SarhadError):
    """An input that cannot be taken in; it is listed as dropped and the run goes on."""


class Unfetchable(Unreadable):
    """A URL that could not be fetched."""


class NotAPage(Unreadable):
    """Bytes that hold no text we can read."""


class RecordError(SarhadError):
    """The record file cannot be used."""


class NotARecord(RecordError):
    """The file is no Sarhad record."""


class NewerRecord(RecordError):
    """The record was written by a newer Sarhad."""


class DiskFull(RecordError):
    """Nothing more can be written; what was kept is safe."""


class UnknownId(SarhadError):
    """No document, incident or statement has this id."""


class TheatreError(SarhadError):
    """A theatre file is missing or wrong."""


class MissingPart(SarhadError):
    """Something optional is not installed."""
