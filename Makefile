# The project's tasks; `make` lists them.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
LETTER ?= corpora/letters/beslut-bygglov.docx
DATA ?=
# A good part of a test's time is waiting for a program that it has started: half as many again as there are cores.
TESTERS := $(shell $(PYTHON) -c 'import os; print(min(8, (os.cpu_count() or 1) * 3 // 2))')
NODE := tests/server/addin/node_modules/.package-lock.json
EXTRAS ?= dev,corpora,bench
# The tests start the program many times, and each start would compile it anew.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help demo test rules dist lint docs bench eval soak model corpora

help: ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

$(BIN)/klarsprak: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

# All at once: each installation builds the package and reads the rules ahead.
$(VENV)/dev: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --editable '.[$(EXTRAS)]'
	@touch $(BIN)/klarsprak $@

# Microsoft's types and validator, for the tests of what runs in Office; without npm these are skipped.
$(NODE): tests/server/addin/package-lock.json
	@if ! command -v npm >/dev/null; then echo "No npm: the tests by Microsoft's types are skipped." >&2; \
	elif npm ci --prefix $(<D) --prefer-offline --ignore-scripts --no-audit --no-fund --silent; then touch $@; \
	else echo "npm ci failed: the tests by Microsoft's types are skipped." >&2; fi

demo: $(BIN)/klarsprak ## set up and check a letter (LETTER=…)
	$(BIN)/klarsprak check --exit-zero $(LETTER)

test: $(VENV)/dev $(NODE) ## set up and run the tests, on all cores
	$(BIN)/python -m pytest --numprocesses $(TESTERS) --dist worksteal

dist: $(BIN)/klarsprak ## build wheel, sdist and a folder of wheels for machines without network, and try it
	rm -rf dist
	$(BIN)/python -m pip install --quiet --disable-pip-version-check build
	$(BIN)/python -m build --outdir dist
	$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --wheel-dir dist/wheels dist/*.whl
	$(PYTHON) -m venv --clear build/offline
	build/offline/bin/python -m pip install --quiet --disable-pip-version-check --no-index --find-links dist/wheels klarsprak
	cd build && offline/bin/klarsprak check --exit-zero --quiet ../$(LETTER)

rules: $(VENV)/dev ## test the rules by their own examples
	$(BIN)/klarsprak rules test

lint: $(VENV)/dev ## style, types, who imports whom, and licences
	$(BIN)/ruff check
	$(BIN)/ruff check --preview --select PLR0916
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m tools.licences

docs: $(VENV)/dev ## write the rule pages, the schema and the README's tables anew
	$(BIN)/python -m tools.docs

eval: $(VENV)/dev ## score the checker on the corpora (DATA=folder with dalaj-dev.jsonl.gz, optional)
	$(BIN)/python -m tools.evaluate
	$(BIN)/python -m tools.reference_eval
	$(BIN)/python -m tools.signature_eval
	$(if $(DATA),$(BIN)/python -m tools.grammar_eval $(DATA))

bench: $(VENV)/dev ## measure start-up, reading, language and rules (DATA=folder of real files, optional)
	$(BIN)/python -m bench $(DATA)

soak: $(VENV)/dev ## kill gates, the mail pipe, audits and a server a thousand times over letters: half an hour at most
	$(BIN)/python -m bench.soak

model: $(VENV)/dev ## train the language model (DATA=folder of treebanks)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[training]'
	$(BIN)/python -m training.make_model --data $(DATA)

corpora: $(VENV)/dev ## build the letters in docx and pdf
	$(BIN)/python -m corpora.build
