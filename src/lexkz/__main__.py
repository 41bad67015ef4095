"""``python -m lexkz``: the command line."""

from lexkz.workspace.cli import main

if __name__ == "__main__":
    main(prog_name="lexkz")
