"""The press room: pages in, documents with a date out.

intake (files, folders, URLs, feeds, rows) → fetch (the one way to the network) → clean (Page → Document: decode,
visible, main_text, noise, captions, inline, language, metadata) → dating (which date is the date).
"""
