# `make` alone does what CI does. `make run` opens the assistant; `make test` runs every test.
# Needs Python 3.11 or later, make and a package index; each target installs first where that is needed.

PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/.installed
AXE := tests/node_modules/axe-core/axe.min.js
# Tests run in so many processes, each file in one.
WORKERS ?= 2
PINS := requirements.txt requirements-dev.txt pyproject.toml

# The same text encoding and the same quiet everywhere, whatever the machine's locale.
export PYTHONUTF8 := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := all
.PHONY: all install run test check format evals speed clean help

all: check test  ## check and test, as CI does

install: $(INSTALLED)  ## the environment, .venv, with every pinned version

$(INSTALLED): $(PINS)
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed; %s is %d.%d. Give another: make PYTHON=python3.12" % (sys.executable, *sys.version_info[:2]) if sys.version_info < (3, 11) else 0)'
	@echo "Installing into .venv: several minutes the first time (PyTorch is large), seconds afterwards."
	@$(PYTHON) -m venv .venv || { echo "No environment could be made. On Debian or Ubuntu: apt install python3-venv"; exit 1; }
	$(BIN)/python -m pip install -r requirements.txt -r requirements-dev.txt
	$(BIN)/python -m pip install --no-deps --no-build-isolation --editable .
	@touch $(INSTALLED)

run: install  ## the assistant in the browser; the last line is the page's address
	@echo "Preparing the publications."
	@$(BIN)/probation ingest
	@$(BIN)/python -m ui.serve

test: install $(AXE)  ## every test; PUBLICATIONS=folder adds those that read the real texts
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile

$(AXE): tests/package.json
	@if command -v npm >/dev/null; then \
	  npm install --prefix tests --no-package-lock --no-audit --no-fund --ignore-scripts --loglevel=error >/dev/null && touch $@ || \
	  echo "axe-core could not be installed: see above. What scans the pages with it is skipped."; \
	else echo "No npm, so no axe-core: what scans the pages with it is skipped."; fi

check: install  ## lint, format and types; changes nothing
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

format: install  ## put the code in its format
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

evals: install  ## ask our own questions, score the answers, write reports/
	@$(BIN)/python -m evals evals/questions/figures.jsonl
	@$(BIN)/python -m evals evals/questions/passages.jsonl
	@$(BIN)/python -m evals retrieval evals/questions/passages.jsonl
	@$(BIN)/python -m evals publish --to reports/evaluation.json

speed: install  ## time cold starts, questions and ingest, each beside its reference
	@$(BIN)/python -m evals speed

clean:  ## remove the environment and what tools leave behind
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis tests/node_modules

help:  ## this list
	@sed -n 's/^\([a-z]*\):.*##  *\(.*\)/make \1\t\2/p; s/^\([a-z]*\):.*  ## \(.*\)/make \1\t\2/p' Makefile | sort -u
