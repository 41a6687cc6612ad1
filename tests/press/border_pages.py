"""Invented pages of an invented outlet."""

from datetime import UTC, datetime

NOON = datetime(2025, 11, 3, 12, 0, tzinfo=UTC)

ARTICLE = """<!doctype html><html lang="en"><head><title>Crossing opens again | The Border Sample</title>
<meta property="og:site_name" content="The Border Sample">
<meta property="article:published_time" content="2025-11-02T08:30:00+05:00"></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Crossing opens again after talks</h1>
<p>Officials of both sides opened the crossing on Sunday after four rounds of talks, the interior ministry said in a statement.</p>
<p>Lorries with fruit had waited for nineteen days, and traders put their losses at several million a day.</p>
<p>Read more: Markets count the cost</p>
<p>A joint committee is to meet every month, and it may close the crossing again if shots are fired.</p>
</article><aside class="related"><h3>Related articles</h3><a href="/x">Another story</a></aside>
<footer>All rights reserved</footer></body></html>"""

FEED = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>The Border Sample</title>
<link>http://border.example/</link><description>News</description><language>en</language>
<item><title>Crossing opens again</title><link>{base}/article</link><pubDate>Sun, 02 Nov 2025 08:30:00 +0500</pubDate>
<description>&lt;p&gt;Officials opened the crossing on Sunday after four rounds of talks.&lt;/p&gt;</description></item>
<item><title>Envoy travels</title><link>{base}/missing</link><pubDate>Mon, 03 Nov 2025 09:00:00 +0500</pubDate>
<description>The envoy is to travel to the capital on Monday.</description></item></channel></rss>"""
