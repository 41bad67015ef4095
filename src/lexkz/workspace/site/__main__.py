"""``python -m lexkz.workspace.site DOCS OUT``: the whole site, once for each language of the interface."""

from lexkz.workspace.site.languages import main

if __name__ == "__main__":
    raise SystemExit(main())
