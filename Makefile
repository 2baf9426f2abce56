# Two commands for a newcomer: `make run` and `make test`. The others are for people who change things.

VENV := .venv
PYTHON ?= $(shell command -v python3.11 || command -v python3.12 || command -v python3.13 || command -v python3)
PIP_INSTALL := $(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes
PIP_COMPILE := CUSTOM_COMPILE_COMMAND="make lock" $(VENV)/bin/pip-compile --quiet --generate-hashes \
	--strip-extras --allow-unsafe --no-emit-index-url --no-emit-find-links
PORT ?= 8501

.DEFAULT_GOAL := help
.PHONY: help run test bench i18n docs lock

help:
	@echo "make run    set everything up and open the dashboard on this machine (PORT=$(PORT))"
	@echo "make test   set everything up and run every check"
	@echo "make bench  measure loading and computing against the bare limit"
	@echo "make i18n   refresh the French and Arabic catalogues"
	@echo "make docs   write docs/indicators.md and docs/codes.md again"
	@echo "make lock   compile requirements*.txt from pyproject.toml"

run: $(VENV)/run.stamp
	$(VENV)/bin/python -m streamlit run dashboard.py --server.address 127.0.0.1 --server.port $(PORT)

test: $(VENV)/test.stamp
	$(VENV)/bin/python -m tests.run_checks

bench: $(VENV)/test.stamp
	$(VENV)/bin/python -m tests.bench

i18n: $(VENV)/test.stamp
	$(VENV)/bin/python -m core.i18n.catalogue

docs: $(VENV)/run.stamp
	$(VENV)/bin/python -m metrics docs
	$(VENV)/bin/python -m loaders codes

lock: $(VENV)/test.stamp
	$(PIP_COMPILE) --output-file requirements.txt pyproject.toml
	$(PIP_COMPILE) --extra dev --constraint requirements.txt --output-file requirements-dev.txt pyproject.toml

# The stamps are newer than the requirements they were made from, so nothing is installed twice.
$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "No python3 found: install Python 3.11 or newer."; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed; $(PYTHON) is older. Try: make PYTHON=/path/to/python3.11"; exit 1; }
	"$(PYTHON)" -m venv $(VENV)

$(VENV)/run.stamp: requirements.txt | $(VENV)/bin/python
	$(PIP_INSTALL) --requirement requirements.txt
	@touch $@

$(VENV)/test.stamp: requirements-dev.txt | $(VENV)/bin/python
	$(PIP_INSTALL) --requirement requirements-dev.txt
	@touch $@
