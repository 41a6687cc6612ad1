"""The room monitor."""
