"""`python -m sarhad`: the command line where the command itself is not on the path."""

from sarhad.cli import main

if __name__ == "__main__":
    main()
