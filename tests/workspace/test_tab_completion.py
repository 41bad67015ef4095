"""Tab completes commands and options, by the line that README gives."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
@pytest.mark.parametrize(("typed", "wanted"), [("wit", "witness"), ("check --stri", "--strict")])
def test_bash_completes_by_the_line_of_the_readme(typed: str, wanted: str, tmp_path: Path) -> None:
    line = re.search(r'eval "\$\(_LEXKZ_COMPLETE=bash_source lexkz\)"', (ROOT / "README.md").read_text("utf-8"))
    assert line
    program = tmp_path / "lexkz"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m lexkz "$@"\n')
    program.chmod(0o755)
    words = ["lexkz", *typed.split()]
    asked = f"{line[0]}; COMP_WORDS=({' '.join(words)}); COMP_CWORD={len(words) - 1}; _lexkz_completion lexkz"
    env = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    ran = subprocess.run(
        ["bash", "-c", asked + '; echo "${COMPREPLY[@]}"'], env=env, capture_output=True, text=True, check=False
    )
    assert ran.stdout.split() == [wanted], ran.stderr
