# Everything a person or CI types. `make` alone lists it.
SHELL := /bin/sh
PYTHON ?= $(shell command -v python3.11 || command -v python3)
PORT ?= 8000
BIN := .venv/bin
export PYTHONPATH := .:site

.DEFAULT_GOAL := help
.PHONY: help run test test-fast test-services check format bench lighthouse screenshots snapshots messages lock clean

help: ## List what can be typed
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-13s %s\n", $$1, $$2}'

run: .venv/base ## Install, migrate, load the demo and serve http://127.0.0.1:8000 (PORT= changes the port)
	@exec $(BIN)/python manage.py serve --port $(PORT)

test: .venv/test var/chromium-path ## Run the whole suite on SQLite, browser tests included
	@$(BIN)/pytest -n 2 --dist loadfile

test-fast: .venv/test ## Run the suite without the browser
	@$(BIN)/pytest -n 2 --dist loadfile -m "not browser"

test-services: .venv/test ## Run the suite, browser tests aside, on a PostgreSQL found or fetched (TESTS= takes a part of it)
	@$(BIN)/python -m tests.services.postgresql $(BIN)/pytest -n 2 --dist loadfile --create-db -m "not browser" $(TESTS)

check: .venv/test ## Check style, types, templates, arrows between rooms, settings and migrations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy .
	$(BIN)/djlint --lint --quiet templates
	$(BIN)/djlint --lint --quiet --extension jinja --profile jinja templates
	$(BIN)/lint-imports
	$(BIN)/python manage.py check --fail-level WARNING
	$(BIN)/python manage.py makemigrations --check --dry-run

format: .venv/test ## Put the code in its usual form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: .venv/test var/chromium-path ## Measure the search and the pages (JSON lines on stdout, a table on stderr)
	@$(BIN)/python -m bench.search
	@$(BIN)/python -m bench.understanding
	@$(BIN)/python -m bench.http
	@$(BIN)/python -m bench.pages
	@$(BIN)/python -m bench.cases
	@$(BIN)/python -m bench.front

screenshots: .venv/test var/chromium-path ## Draw the pictures that the documents show
	@$(BIN)/python -m tests.browser.screenshots

snapshots: .venv/test var/chromium-path ## Draw again the pages that look otherwise than in tests/browser/snapshots (PAGES= takes a part)
	@$(BIN)/python -m tests.browser.snapshots $(PAGES)

lighthouse: .venv/test var/chromium-path ## Let Lighthouse score the main pages (JSON lines on stdout, what fails on stderr; needs Node)
	@$(BIN)/python -m tests.lighthouse $(PAGES)

messages: .venv/test ## Collect the texts to translate, compile the translations (needs gettext)
	$(BIN)/python manage.py makemessages --locale en --extension html,txt,py,jinja --no-location --no-obsolete --no-wrap --ignore .venv --ignore var --ignore tests --ignore bench
	$(BIN)/python manage.py compilemessages --locale en --ignore .venv
	$(BIN)/python manage.py source_messages

lock: ## Resolve the dependencies again, with hashes and without any host
	uv pip compile -q pyproject.toml --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url -o requirements/base.txt
	uv pip compile -q pyproject.toml --extra test --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url -c requirements/base.txt -o requirements/test.txt

clean: ## Take away what was installed and made (the database too)
	rm -rf .venv var

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 ou plus récent est nécessaire (PYTHON=chemin pour le choisir)." >&2; exit 1; }
	@$(PYTHON) -m venv .venv

.venv/base: requirements/base.txt | .venv/bin/python
	@echo "Installation des dépendances…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements/base.txt
	@touch $@

.venv/test: requirements/test.txt | .venv/bin/python
	@echo "Installation des dépendances et des outils de test…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements/test.txt
	@touch $@ .venv/base

var/chromium-path: | .venv/test
	@$(BIN)/python -m tests.browser.chromium
