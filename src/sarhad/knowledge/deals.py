"""Words of a deal that lays duties on its parties: "under the accord Chad is to withdraw its guns by Friday"."""

import re

LAID_DOWN = re.compile(
    r"\b(?:under|according to|in line with) (?:the |its |their |this |that )?(?:terms of (?:the )?)?"
    r"(?:(?!propos|draft|possib|potential|futur|any|emerging|planned)[\w’'-]+ ){0,4}"
    r"(?:deal|agreement|accord|truce|ceasefire|pact|treaty|memorandum|protocol|terms)\b",
    re.I,
)
DUTY = re.compile(
    r"\b(?:shall|must|will|is to|are to|(?:is|are) (?:now )?(?:obliged|required|bound) to)\b", re.I
)
"""How a deal that is made binds; told of the past ("was to", "had to") it may be over."""
