"""One saying in tokens: who, by which words, what; before it becomes a record with characters."""

from dataclasses import dataclass, replace

from sarhad.codebook import Stance
from sarhad.reading.attribution_cues import Range


@dataclass(frozen=True, slots=True)
class Saying:
    """`cue`, `source` (None: nobody named) and `content` are half-open token ranges; an aside's content holds the
    other two. `how` says where the content was found; `speech`: the cue may stand beside direct speech."""

    cue: Range
    source: Range | None
    content: Range
    stance: Stance
    how: str
    speech: bool = False

    def extent(self) -> Range:
        """From the first of its words to the last."""
        parts = [self.cue, self.content, *([self.source] if self.source else [])]
        return min(p[0] for p in parts), max(p[1] for p in parts)

    def with_content(self, content: Range) -> "Saying":
        """The same saying with other content."""
        return replace(self, content=content)
