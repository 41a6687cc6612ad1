"""Number words of English: one to twenty, and the tens to ninety."""

_TENS = "thirty forty fifty sixty seventy eighty ninety"

TO_TWENTY = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty"
).split()

NUMBERS = dict(zip(TO_TWENTY, range(1, 21), strict=True)) | dict(
    zip(_TENS.split(), range(30, 100, 10), strict=True)
)
"""What each says. "Zero", "a" and "another" are added by whoever counts them."""
