"""What a monitoring mission would report: the brief, made of fused readings, in its order and its words."""

from sarhad.monitor.brief import make_brief
from sarhad.monitor.selecting import select

__all__ = ["make_brief", "select"]
