"""What a monitoring mission would report: the brief, made of fused readings, in its order and its words."""

from sarhad.monitor.brief import make_brief
from sarhad.monitor.listing import empty_words, list_section
from sarhad.monitor.selecting import select

__all__ = ["empty_words", "list_section", "make_brief", "select"]
