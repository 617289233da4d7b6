# Two commands are all a new machine needs: make run, make test.
SHELL := /bin/bash
KIOSK := .venv/bin/kiosk
PYTHON := .venv/bin/python
RUN_ARGS ?=

.PHONY: help setup setup-dev run test test-long check fix bench bench-print tour pictures accessibility audit portal lock translations deb bench-search clean

help: ## List the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t16

setup: ## Build .venv from the lock, with the system libraries Qt needs
	@packaging/setup_environment.sh

setup-dev:
	@packaging/setup_environment.sh dev

run: setup ## Start the kiosk on its embedded defaults (RUN_ARGS="--fullscreen --landscape")
	@$(KIOSK) run $(RUN_ARGS)

test: check audit ## All gates and all tests
	@QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software $(PYTHON) -m pytest -q -n 2 --dist worksteal -m "not long"

test-long: check ## The tests that take long, too
	@QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software $(PYTHON) -m pytest -q -n 2 --timeout 1800

check: setup-dev ## Lint, format, types, import contracts, QML lint, spelling
	@$(PYTHON) -m ruff check --quiet .
	@$(PYTHON) -m ruff format --quiet --check .
	@$(PYTHON) -m mypy --no-error-summary kiosk ui printers offline_cache config
	@.venv/bin/lint-imports --no-cache >.import-contracts.log || { cat .import-contracts.log; exit 1; }
	@$(PYTHON) packaging/qml/lint_qml.py --format-check
	@$(PYTHON) -m codespell_lib

audit: setup-dev ## Look up what ships in the lists of known holes, and its licences
	@$(PYTHON) packaging/licences.py
	@$(PYTHON) packaging/audit_dependencies.py || [ $$? = 75 ]

fix: setup-dev ## Format and mend what can be mended
	@$(PYTHON) -m ruff check --quiet --fix . ; $(PYTHON) -m ruff format --quiet .

bench: setup-dev ## Measure; writes docs/benchmarks.md
	@QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software $(PYTHON) -m tests.benchmarks

bench-print: setup-dev ## Measure printing: draw, encode, bytes, tap to first byte, written to printed
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.benchmarks.bench_print

tour: setup ## Every screen and ticket as a picture, in build/tour
	@$(KIOSK) tour --out build/tour

pictures: tour ## Refresh the pictures the documents show
	@packaging/pictures.sh build/tour

accessibility: setup-dev ## Write the conformance report docs/accessibility.md
	@$(PYTHON) packaging/accessibility/write_report.py

portal: setup-dev ## The reference portal with its officer page
	@$(PYTHON) -m tests.portal

translations: setup ## Collect the texts and build the English ones
	@packaging/translations.sh

lock: ## Resolve the ranges of setup.cfg anew (needs uv)
	uv pip compile setup.cfg --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" -o requirements.lock -q --upgrade
	uv pip compile setup.cfg --extra dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" -o requirements-dev.lock -q --upgrade

clean: ## Remove what was built
	@rm -rf .venv build .mypy_cache .ruff_cache .pytest_cache

deb: setup-dev ## Build the Debian package for lobbies in build/deb
	@packaging/build_deb.sh

bench-search: setup-dev ## Measure the search: right answers, honesty, times, rules, peers
	@$(or $(KIOSK_BENCH_PYTHON),$(PYTHON)) -m tests.benchmarks.bench_search
