"""Sarhad keeps the record of a border from its open press."""
