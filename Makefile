# deckgen: `make help` lists what there is. Everything runs in .venv, made on first use.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
COURSE ?= cs-frontline-leadership
DELIVERY ?= 1-day
JOBS ?= 2
UV := $(BIN)/uv
LOCK := requirements-dev.lock

.DEFAULT_GOAL := help
.PHONY: help build test test-fast test-code test-lowest test-newest check lock notices changelog dist format golden reference templates gallery prepared themes show plan bench clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

$(READY): pyproject.toml $(LOCK)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "deckgen needs Python 3.11 or newer: make PYTHON=python3.11 ...")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(LOCK)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev,serve]'
	@touch $@

build: $(READY) ## build the flagship course in all its deliveries into build/; COURSE=... another one
	$(BIN)/deckgen build $(COURSE)

test: $(READY) ## run all tests; those that need LibreOffice or the validator skip without them
	$(BIN)/python -m pytest -n $(JOBS) --dist loadfile

test-fast: $(READY) ## run the tests that need no office programs
	$(BIN)/python -m pytest -m "not slow"

test-code: $(READY) ## run the fast tests of the code alone; an edit of the flagship course cannot fail one
	$(BIN)/python -m pytest -m "not slow and not course"

test-lowest: $(READY) ## run the fast tests with the lowest versions that pyproject.toml allows
	$(UV) venv --quiet --clear .venv-lowest
	$(UV) pip install --quiet --python .venv-lowest --resolution lowest-direct -e '.[dev,serve]'
	.venv-lowest/bin/python -m pytest -m "not slow" -n $(JOBS) --dist loadfile

test-newest: $(READY) ## run the fast tests with the newest versions there are
	$(UV) venv --quiet --clear .venv-newest
	$(UV) pip install --quiet --python .venv-newest --upgrade -e '.[dev,serve]'
	.venv-newest/bin/python -m pytest -m "not slow" -n $(JOBS) --dist loadfile

check: $(READY) ## format, lint, types, imports, and every course under curriculum/
	$(BIN)/ruff format --check src tests tools benchmarks
	$(BIN)/ruff check src tests tools benchmarks
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/deckgen check --strict

format: $(READY) ## format and sort imports
	$(BIN)/ruff format src tests tools benchmarks
	$(BIN)/ruff check --fix src tests tools benchmarks

golden: $(READY) ## rewrite the golden files; read the difference before you commit it
	$(BIN)/python -m pytest -q tests/cases tests/draw/test_geometry.py tests/curriculum/test_goldens.py --update-golden
	git diff --stat -- tests/cases tests/draw/goldens tests/curriculum

lock: $(READY) ## lock the libraries for development, with hashes; then rewrite the notices
	$(UV) pip compile --quiet pyproject.toml --extra dev --extra serve --universal --generate-hashes --no-annotate --no-header --no-emit-index-url --upgrade -o $(LOCK)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(LOCK)
	$(BIN)/python tools/make_notices.py

notices: $(READY) ## rewrite THIRD-PARTY.md from what the libraries say
	$(BIN)/python tools/make_notices.py

changelog: $(READY) ## make the fragments of changelog.d the section of a release: make changelog VERSION=0.2.0
	$(BIN)/python tools/make_changelog.py $(VERSION)

dist: $(READY) ## wheel, source distribution and bill of materials into dist/
	$(UV) build --quiet --out-dir dist .
	rm -f dist/.gitignore
	$(BIN)/python tools/make_sbom.py dist

templates: $(READY) ## try every Office template in FOLDER: mapped, drawn, validated, or refused
	PYTHONPATH=tests $(BIN)/python -m rendered.foreign $(FOLDER)

reference: $(READY) ## rewrite the reference page and the schema from the models
	$(BIN)/python tools/make_reference.py
	$(BIN)/python tools/make_gallery.py
	$(BIN)/python tools/make_themes_page.py --texts

gallery: $(READY) ## draw every kind of slide, board and diagram in each theme, and write docs/gallery.md
	$(BIN)/python tools/make_themes_page.py

themes: $(READY) ## craft the default theme's deck template, and make the themes hall and warm from it
	$(BIN)/python tools/make_themes.py

prepared: $(READY) ## open the templates of all themes and write down what a build has to know of them
	$(BIN)/python tools/prepare_themes.py

show: $(READY) ## print the deck as text: make show COURSE=... DELIVERY=1-day
	$(BIN)/deckgen show deck $(COURSE) --delivery $(DELIVERY)

plan: $(READY) ## print the days by the clock
	$(BIN)/deckgen plan $(COURSE)

bench: $(READY) ## time the build beside pandoc (if installed) and write benchmarks/README.md's table
	$(BIN)/python benchmarks/run.py

clean: ## remove all output
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
