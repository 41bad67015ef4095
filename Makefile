# Needs Python 3.11+ and make; everything else is installed into .venv.
#   make build   the main job: corpus/ -> xml/ -> consolidated/ -> published/
#   make docs    the site, in docs/_build/html/index.html: each act and its changes
#   make test    the tests
#   make wheel   the wheel, in environments without the source tree; EXTRAS=every tries each extra alone
#   make lowest  the tests with the least versions that pyproject.toml allows
#   make mutants small faults put into lexkz: does a test see each?
#   make fuzz    each format from its seeds; SECONDS=60 for each
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Compiled modules are kept: where a machine forbids it by this variable, each of some hundred processes of the tests
# compiles the package anew.
unexport PYTHONDONTWRITEBYTECODE
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: build docs test lowest wheel mutants lint bench fuzz fuzz-formats clean
.DEFAULT_GOAL := build
.DELETE_ON_ERROR:

# Exit 1 of lexkz means that findings are open: the work is done, and they are printed. 2 is a failure.
build: $(VENV)/.stamp-all
	@$(BIN)/lexkz build; code=$$?; \
	if [ $$code -eq 1 ]; then echo "make: built; the findings above wait for a person"; exit 0; fi; \
	exit $$code

# PDF=0 leaves out the PDF files, which take longest.
PDF ?= 1
docs: build
	@mkdir -p docs/_build/example && cp -R docs/example/corpus docs/_build/example
	@cd docs/_build/example && $(CURDIR)/$(BIN)/lexkz build >/dev/null 2>&1; [ $$? -le 1 ]
	$(BIN)/python -m lexkz.workspace.site docs docs/_build/html --example docs/example $(if $(filter 0,$(PDF)),--no-pdf)
	@echo "make: the site is in docs/_build/html/index.html"

# Branches are counted; the floors stand in tests/coverage_floor.py.
# In as many processes as there are cores, a file's tests in one, since they share what takes long to make; JOBS=0 for
# one process, as a debugger wants it.
JOBS ?= auto
test: $(VENV)/.stamp-test
	$(BIN)/python -m pytest -n $(JOBS) --dist loadfile --no-loadscope-reorder --cov --cov-report=json:.coverage.json --cov-report=
	$(BIN)/python -m tests.coverage_floor .coverage.json

# In an environment of its own, since uv alone resolves to the least versions; TESTS=tests/publication for some of them.
TESTS ?= tests
LOWEST := .venv-lowest
lowest:
	@test -x $(LOWEST)/bin/uv || { $(PYTHON) -m venv $(LOWEST) && $(LOWEST)/bin/python -m pip --disable-pip-version-check -q install uv; }
	$(LOWEST)/bin/uv pip install -q --python $(LOWEST)/bin/python --resolution lowest-direct -e '.[all,test]'
	$(LOWEST)/bin/python -m pytest -n $(JOBS) -W default $(TESTS)

EXTRAS ?=
wheel:
	$(PYTHON) .ci/wheel $(EXTRAS)

# Small faults, one at a time, against the tests that pass their lines; COUNT of them, drawn by SEED.
COUNT ?= 80
SEED ?= 391
mutants: $(VENV)/.stamp-test
	$(BIN)/python -m mutants --count $(COUNT) --seed $(SEED)

lint: $(VENV)/.stamp-lint
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/.stamp-test
	$(BIN)/python -m bench

SECONDS ?= 60
fuzz: fuzz-formats $(VENV)/.stamp-test
	$(BIN)/python -m fuzz.facsimiles --seconds $(SECONDS)
	$(BIN)/python -m fuzz.service --seconds $(SECONDS)
	$(BIN)/python -m fuzz.combinations
	COMBINED=all $(BIN)/python -m pytest -n $(JOBS) -m combined

fuzz-formats: $(VENV)/.stamp-fuzz
	$(BIN)/python -m fuzz --seconds $(SECONDS)

clean:
	rm -rf $(VENV) $(LOWEST) published docs/_build .mypy_cache .ruff_cache .pytest_cache .coverage .coverage.json .mutants.*

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	{ echo "make: lexkz needs Python 3.11 or later; name one with: make PYTHON=python3.12" >&2; exit 2; }
	@$(PYTHON) -m venv $(VENV)

# One stamp for each set of extras; a change of pyproject.toml installs anew.
$(VENV)/.stamp-all: pyproject.toml | $(BIN)/python
	@echo "make: installing lexkz into $(VENV)"
	@$(PIP) install -e '.[all]'
	@touch $@

$(VENV)/.stamp-test: pyproject.toml $(VENV)/.stamp-all
	@$(PIP) install -e '.[all,test]'
	@touch $@

# Tests are type-checked too, so that the linters need what the tests need.
$(VENV)/.stamp-lint: pyproject.toml $(VENV)/.stamp-test
	@$(PIP) install -e '.[all,test,lint]'
	@touch $@

$(VENV)/.stamp-fuzz: pyproject.toml $(VENV)/.stamp-test
	@$(PIP) install -e '.[all,test,fuzz]'
	@touch $@
