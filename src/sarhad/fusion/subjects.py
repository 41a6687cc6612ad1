"""Standing things that commitments attach to: a pipeline, border markets, a railway, the fight against armed groups.

Outlets name one undertaking in many words; a subject stands for all of them.
"""

import re
from functools import lru_cache

SUBJECTS: dict[str, re.Pattern[str]] = {
    name: re.compile(pattern, re.I)
    for name, pattern in {
        "pipeline": r"pipeline|\bTAPI\b",
        "gas and power": r"\b(?:energy|electricity|gas (?:import|suppl|deal)|power (?:line|suppl|import)|transmission line)",
        "markets": r"border(?:-| )?market|bazaar|sustenance market",
        "free trade zones": r"free(?:-| )trade|economic zone|special zone|trade zone",
        "crossings": r"border crossing|\bcrossings?\b|crossing point|entry point|border gate|(?:re)?open\w* (?:the |their |its )?border",
        "railway": r"railway|\brail\b|train service|corridor",
        "trade": r"\btrade\b|commerc|economic (?:ties|cooperation|relation)|bilateral economic|investment|tariff",
        "counter-terrorism": r"terror|militan|extremis|insurgen|armed group|security (?:cooperation|challenge|threat)|crackdown",
        "soil": r"\b(?:soil|territory)\b.{0,60}\bus(?:e|ed|ing)\b|\bus(?:e|ed|ing)\b.{0,40}\b(?:soil|territory)\b|safe haven|sanctuar|harbou?r|shelter|hide-?out|dismantl|(?:operat|launch|attack)\w* from",
        "smuggling": r"smuggl|narcotic|traffick|drug|money.launder",
        "border security": r"border (?:security|management|patrol|fenc|control|force)|joint patrol|liaison officer|hotline",
        "border of peace": r"border of peace|peace and friendship",
        "returns": r"repatriat|refugee|deport|return of (?:afghan|migrant)|undocumented",
        "monitoring": r"monitor\w* (?:mechanism|mission|team)|verification|mechanism|joint committee|commission",
        "mediation": r"mediat|good offices|facilitat|broker|fraternal role|ease tension|bridge",
        "ceasefire": r"cease-?fire|truce|cessation of hostilit|end (?:the |to )?(?:the )?(?:war|fighting|hostilit)|hold\w* (?:their )?fire",
        "hostages and prisoners": r"hostage|prisoner|detainee|captive",
        "aid": r"\baid\b|humanitarian|relief|assistance",
        "nuclear": r"nuclear|enrich|uranium|centrifuge",
        "shipping": r"strait|shipping|passage|vessel|tanker|port\b",
        "water": r"\bwater\b|river|dam\b|treaty",
        "troops": r"withdraw|troop|pull(?:out|back| out| back)|deploy",
        "retaliation": r"retaliat|reveng|respon[ds]\w* (?:to|with)|harsh (?:response|punish)|punish",
        "defence": r"defend|protect",
        "talks": r"\btalks\b|dialogue|negotiat|\bmeet(?:ing)?\b|\bvisit\b|\bround\b",
    }.items()
}


@lru_cache(maxsize=50_000)
def subjects(text: str) -> frozenset[str]:
    """Names of the standing things a text speaks of."""
    return frozenset(name for name, pattern in SUBJECTS.items() if pattern.search(text))
