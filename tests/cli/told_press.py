"""A short press story for the lists: five pages of four outlets, in our own words."""

import json

WIRE = (
    "Iran and Pakistan promised on Monday to open the border market at Rimdan before the spring, officials of both countries told reporters "
    "after a day of talks in Zahedan. Lorry drivers waited for hours at the gate while the two delegations went through lists of goods, "
    "duties and opening days. Work on the Rimdan border market stalled last year for lack of money.\n\n"
    "Pakistan accused Afghanistan of sheltering gunmen who attacked a police post in Bannu on 28 September 2025. Kabul did not respond to a "
    "request for comment."
)
REWRITE = (
    "Iran and Pakistan promised on Monday to open the border market at Rimdan before the spring. Lorry drivers waited for hours at the gate "
    "while the two delegations went through lists of goods, duties and opening days. Work on the Rimdan border market stalled last year for "
    "lack of money.\n\n"
    "Afghanistan shelters gunmen who attacked a police post in Bannu on 28 September 2025. Shopkeepers in Zahedan spoke of a good day."
)
MIRROR = (
    "Pakistan and Afghanistan agreed to a ceasefire on Saturday after a week of fighting. Qatar offered to mediate between Pakistan and "
    "Afghanistan and to host talks in Doha.\n\n"
    "Afghanistan accused Pakistan of bombing a market in Paktika. Pakistan denied that it had bombed the market in Paktika."
)
HERALD = (
    "Qatar hosted talks between Pakistan and Afghanistan in Doha on Thursday about the ceasefire. Pakistan welcomed the offer of Qatar to "
    "mediate.\n\nIndia accused Pakistan of jamming the radios of fishing boats near Sir Creek. Traders said prices had risen."
)
SHORE = (
    "The fishing season off Sir Creek opened quietly. New Delhi again accused Islamabad of jamming the radios of fishing boats. Officials of "
    "India and Pakistan met in Karachi on Friday."
)
ROWS = (
    {"id": "wire-0930", "date": "2025-09-30", "outlet": "Rimdan Wire", "title": "Market promised at Rimdan", "text": WIRE},
    {"id": "copy-0930", "date": "2025-09-30", "outlet": "Makran Post", "title": "Market promised at Rimdan", "text": WIRE},
    {"id": "rewrite-1001", "date": "2025-10-01", "outlet": "Dara Gazette", "title": "A market by spring", "text": REWRITE},
    {"id": "mirror-1013", "date": "2025-10-13", "outlet": "Zahedan Mirror", "title": "Truce after a week", "text": MIRROR},
    {"id": "herald-1112", "date": "2025-11-12", "outlet": "Khyber Herald", "title": "Talks in Doha", "text": HERALD},
    {"id": "shore-1205", "date": "2025-12-05", "outlet": "Creek Times", "title": "Season opens", "text": SHORE},
)  # fmt: skip


def lines() -> str:
    """The pages as JSON Lines."""
    return "".join(json.dumps(row) + "\n" for row in ROWS)
