# make run   a record and a brief from the sample press
# make test  the tests
PYTHON ?= python3
SERVE ?= 1

.PHONY: run test check
run: .venv/installed
	.venv/bin/sarhad demo

test: .venv/installed-dev
	scripts/test

check: .venv/installed-dev
	scripts/check

.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	.venv/bin/python -m pip install --quiet --upgrade pip
	.venv/bin/python -m pip install --quiet -e .
	@touch $@

.venv/installed-dev: .venv/installed
	.venv/bin/python -m pip install --quiet -e '.[dev]'
	@touch $@
