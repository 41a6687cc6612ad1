"""The command line: one file a topic, each command a few lines over `sarhad.library`."""


def main() -> None:
    """Entry point of the command `sarhad`."""
    import sys

    from sarhad.cli.app import run

    sys.exit(run(sys.argv[1:]))
