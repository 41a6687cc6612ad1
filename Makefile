# make run    a record and a brief from the sample press (SERVE=0 is accepted; nothing is served yet)
# make test   the tests
# make check  style, types and the walls between the rooms
PYTHON ?= python3
SERVE ?= 1

.PHONY: run test check bench clean
run: .venv/installed
	.venv/bin/sarhad demo

test: .venv/installed-dev
	scripts/test

check: .venv/installed-dev
	scripts/check

bench: .venv/installed
	scripts/bench all

clean:
	rm -rf .venv build dist src/*.egg-info

# pip older than 24 cannot resolve this set: it is upgraded before anything else
.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	.venv/bin/python -m pip install --quiet --upgrade pip
	.venv/bin/python -m pip install --quiet -e .
	@touch $@

.venv/installed-dev: .venv/installed
	.venv/bin/python -m pip install --quiet -e '.[dev]'
	@touch $@
