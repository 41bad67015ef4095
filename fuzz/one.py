"""``python -m fuzz.one TARGET [libFuzzer options]``: one format in this process."""

import sys

import atheris


def main() -> None:
    """Instrument the package, then hand over to libFuzzer, which ends the process."""
    name = sys.argv.pop(1)
    with atheris.instrument_imports(include=["lexkz"]):
        from fuzz.targets import LONGEST, TARGETS
    target = TARGETS[name]
    atheris.Setup(sys.argv, lambda data: target(bytes(data[:LONGEST])))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
