# `make` alone lists the targets.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

# What can differ between Pythons: how text is parsed, matched and compiled, how experta is imported,
# how answers become models, what is pickled, stored and typed at a terminal, which modules load and
# which warnings come. What is decided from that is the same on all; whole plans show that it is.
# Random laws, and what takes long and is about no Python in particular, run on one of them.
SHORT := "not hypothesis and not long"
OF_PYTHON := $(addprefix tests/,language inference profile units plan) $(wildcard tests/test_*.py) \
  $(addprefix tests/cli/test_,cli.py completion.py person_file.py surroundings.py) \
  $(addprefix tests/,decision/test_decision.py planning/test_snapshots.py views/test_plan_html.py) \
  $(addprefix tests/examples/test_,csv_output.py form.py from_csv.py service.py)

.DEFAULT_GOAL := help
.PHONY: help recommend test others pythons newer thorough browser site service extras doors knowledge docs pictures benchmark agreement mutation clean

help: ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

$(VENV)/.user: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; choose one with: make PYTHON=python3.12"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP_INSTALL) --editable '.[cli]'
	@touch $@

$(VENV)/.contributor: $(VENV)/.user
	@$(PIP_INSTALL) --editable '.[dev]'
	@touch $@

recommend: $(VENV)/.user ## print the plan of an example person
	@$(BIN)/backfat-rules recommend docs/examples/person.yaml --top 3

test: $(VENV)/.contributor ## run everything that a contributor must pass: style, types, imports, tests
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/pytest -n auto --dist worksteal

others: $(VENV)/.contributor ## on each other Python found, and beside newer packages, what can differ there
	@.ci/other-pythons -m $(SHORT) $(OF_PYTHON)
	@.ci/newer-packages -m $(SHORT) tests/inference tests/decision/test_decision.py tests/test_promises.py

pythons: $(VENV)/.contributor ## all tests on every Python found, the long ones too
	@.ci/other-pythons

newer: $(VENV)/.contributor ## all tests beside newer frozendict and schema than experta asks for
	@.ci/newer-packages

thorough: $(VENV)/.contributor ## the tests with a dozen times as many random examples; takes long
	@HYPOTHESIS_PROFILE=thorough $(BIN)/pytest -n auto --dist worksteal

browser: $(VENV)/.browser ## look at pages and notebooks in a real browser, which is installed when missing
	@.ci/chromium
	@$(BIN)/pytest tests/browser -n 2 --dist worksteal --durations=5 --ignore tests/browser/test_site.py

site: $(VENV)/.browser docs ## build the site, and look at it in a real browser
	@.ci/chromium
	@$(BIN)/pytest tests/browser/test_site.py

service: $(VENV)/.contributor ## send 2,000 random requests to the service of docs/examples, and 1,000 at once
	@PYTHONPATH=docs/examples $(BIN)/python -m tests.examples.service_requests 2000 1000

extras: $(VENV)/.contributor ## on each Python, install each extra alone and all together, and use what it brings
	@.ci/extras

doors: $(VENV)/.contributor ## twenty minutes of random input through every public door
	@$(BIN)/python -m tests.doors

knowledge: $(VENV)/.contributor ## load the knowledge base, name every mistake, run its cases
	@$(BIN)/pytest tests/knowledge -n auto --dist worksteal

docs: $(VENV)/.docs ## write docs/knowledge/ from the knowledge base, and the site into build/site, offline
	@$(BIN)/python -m pages docs/knowledge
	@$(BIN)/sphinx-build --quiet --fail-on-warning --jobs auto --conf-dir docs/site . build/site
	@echo build/site/index.html

pictures: $(VENV)/.user ## photograph what the pages show, with Chromium
	@$(BIN)/python docs/site/pictures.py

$(VENV)/.docs: $(VENV)/.user
	@$(PIP_INSTALL) --editable '.[cli,docs,mcp,ask]'
	@touch $@

$(VENV)/.browser: $(VENV)/.contributor
	@$(PIP_INSTALL) --editable '.[browser]'
	@touch $@

$(VENV)/.benchmark: $(VENV)/.contributor
	@$(PIP_INSTALL) --editable '.[benchmark]'
	@touch $@

$(VENV)/.mutation: $(VENV)/.contributor
	@$(PIP_INSTALL) --editable '.[mutation]'
	@touch $@

benchmark: $(VENV)/.benchmark ## measure what the library promises to cost, beside its peers
	@$(BIN)/python -m benchmarks

agreement: $(VENV)/.benchmark ## give 100,000 random people to every engine, and compare
	@$(BIN)/python -m benchmarks.agreement

mutation: $(VENV)/.mutation ## ten minutes of small mistakes, and which of them no test notices
	@$(BIN)/python -m mutation

clean: ## remove everything that make has made
	rm -rf $(VENV) .venv-* build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
