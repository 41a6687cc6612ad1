"""The room press."""
