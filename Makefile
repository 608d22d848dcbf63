# The same words by hand and in CI. `make` alone lists them.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules --no-print-directory
.SUFFIXES:
.DELETE_ON_ERROR:

BIN := .venv/bin
VENDOR := src/lantu/show/static/vendor
# Translations: the .po files are ours, the .mo files are compiled from them without a gettext on the machine.
WORDS := $(patsubst %.po,%.mo,$(wildcard src/lantu/show/locale/*/LC_MESSAGES/*.po))
# Two workers: the machines this is built for have two cores.
WORKERS ?= 2
PORT ?= 8000

# Locks name no index, so that every site can use its own (see CONTRIBUTING.md).
COMPILE := UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links $(if $(UPGRADE),--upgrade)

.PHONY: help setup lock run serve walk test test-py test-web test-postgres durability test-spark check fuzz soak golden bench docs clean

help: ## list the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 24

setup: .venv/.done-self $(VENDOR)/.done $(WORDS) ## environment, locked dependencies, browser assets, compiled translations

# Python 3.11 first: it is what the locks are tested with. A name on the path may be a shim that cannot start, so each is tried.
.venv/.done-venv:
	@found=; for name in $(PYTHON) python3.11 python3.12 python3.13 python3; do \
	  if "$$name" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found=$$name; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
	  echo "setup: no usable Python 3.11 or newer found (tried: $(strip $(PYTHON) python3.11 python3.12 python3.13 python3))." >&2; \
	  echo "setup: it needs the venv module too. On Debian or Ubuntu: apt-get install python3.11 python3.11-venv" >&2; \
	  echo "setup: or name one: make setup PYTHON=/path/to/python3.11" >&2; exit 1; \
	fi; \
	echo "setup: environment from $$("$$found" -c 'import sys; print(sys.executable, sys.version.split()[0])')"; \
	rm -rf .venv; "$$found" -m venv .venv; touch $@

.venv/.done-uv: requirements/uv.txt | .venv/.done-venv
	@$(BIN)/python -m pip --disable-pip-version-check --quiet install --require-hashes -r requirements/uv.txt; touch $@

.venv/.done-deps: requirements/dev.txt .venv/.done-uv
	@echo "setup: installing locked dependencies"; \
	$(BIN)/uv pip sync --quiet --compile-bytecode --require-hashes --python $(BIN)/python requirements/dev.txt; touch $@

# --no-build-isolation: the build backend comes from the lock as well.
.venv/.done-self: pyproject.toml .venv/.done-deps
	@$(BIN)/uv pip install --quiet --no-deps --no-build-isolation --python $(BIN)/python -e .; touch $@

$(VENDOR)/.done: assets/package.json assets/package-lock.json assets/vendor.mjs assets/.npmrc requirements/node.txt
	@if ! npm --version >/dev/null 2>&1; then \
	  if ! .node/bin/npm --version >/dev/null 2>&1; then \
	    echo "setup: no npm on the path, installing Node from its wheel into .node/"; \
	    $(MAKE) .venv/.done-uv; rm -rf .node; $(BIN)/uv venv --quiet --python $(BIN)/python .node; \
	    $(BIN)/uv pip sync --quiet --require-hashes --python .node/bin/python requirements/node.txt; \
	  fi; \
	  export PATH="$$PWD/.node/bin:$$PATH"; \
	fi; \
	echo "setup: browser assets by npm $$(npm --version 2>/dev/null)"; \
	cd assets; npm ci --silent; npm run --silent vendor; cd ..; touch $@

%.mo: %.po | .venv/.done-self
	@$(BIN)/pybabel --quiet compile --input-file $< --output-file $@

lock: .venv/.done-uv ## resolve dependencies anew into requirements/ (UPGRADE=1 for newer versions) and assets/
	$(COMPILE) --output-file requirements/uv.txt requirements/uv.in
	$(COMPILE) --output-file requirements/node.txt requirements/node.in
	$(COMPILE) --output-file requirements/bench.txt requirements/bench.in
	$(COMPILE) --output-file requirements/spark.txt requirements/spark.in
	$(COMPILE) --output-file requirements/runtime.txt pyproject.toml
	$(COMPILE) --constraint requirements/runtime.txt --constraint requirements/uv.txt --extra dev --extra cluster \
	  --output-file requirements/dev.txt pyproject.toml
	cd assets; npm install --package-lock-only --silent

run: setup ## load the sample city and serve it on 127.0.0.1:8000 (PORT=8001 for another port)
	@$(BIN)/lantu demo --port $(PORT)

serve: setup ## serve what is in var/, without loading anything
	@$(BIN)/lantu serve --port $(PORT)

check: setup ## lint, types, import contracts, house rules
	@mkdir -p test-results
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -q tests/house

# Each run of pytest adds its number of skips to a file, so that the end can say how much was not tested and why.
SKIPS := test-results/skips
export LANTU_SKIPS := $(SKIPS)

test: setup ## all that CI runs
	@mkdir -p test-results; rm -f $(SKIPS)
# check and test-spark side by side: each keeps one core busy for most of its time.
	@$(MAKE) -j2 --output-sync=target check test-spark
	@$(MAKE) test-py
	@$(MAKE) test-web
	@$(MAKE) test-postgres
	@awk '{ n += $$1 } END { printf "make test: passed; %d tests skipped for want of the shared material (../shared)\n", n }' $(SKIPS)

test-py: setup ## unit, spec and golden tests, registry on SQLite
	@mkdir -p test-results
	$(BIN)/pytest -q -n $(WORKERS) --ignore tests/house --ignore tests/web --ignore tests/cluster

test-web: setup ## pages in a real browser
	@mkdir -p test-results
	@for name in chromium chromium-browser google-chrome; do command -v $$name >/dev/null && exit 0; done; \
	echo "test-web: no Chromium on the path. On Debian or Ubuntu: apt-get install chromium fonts-noto-cjk" >&2; exit 1
	$(BIN)/pytest -q -n $(WORKERS) tests/web

walk: setup ## every page as every role, at every width, in both languages; screenshots in var/screens
	@mkdir -p test-results
	$(BIN)/pytest -q -s -p no:cacheprovider tests/web/walk.py

test-postgres: setup ## the registry's tests again, on PostgreSQL
	@mkdir -p test-results
	$(BIN)/pytest -q -n $(WORKERS) --registry=postgres --ignore tests/house --ignore tests/web --ignore tests/cluster

# A real Spark comes in an environment of its own, as its client in .venv is another package of the same name.
.spark/.done: requirements/spark.txt | .venv/.done-uv
	@echo "test-spark: installing Spark into .spark/"; \
	rm -rf .spark; $(BIN)/uv venv --quiet --python $(BIN)/python .spark; \
	$(BIN)/uv pip sync --quiet --require-hashes --python .spark/bin/python requirements/spark.txt; touch $@

test-spark: setup .spark/.done ## the same indicators by DuckDB, Sail and a Spark cluster that the test starts
	@mkdir -p test-results
	@command -v java >/dev/null || { echo "test-spark: no java on the path. On Debian or Ubuntu: apt-get install default-jre-headless" >&2; exit 1; }
	$(BIN)/pytest -q tests/cluster

durability: setup ## kill an ingesting process 50 times on each database (KILLS=8 for fewer)
	LANTU_KILLS=$(or $(KILLS),50) $(BIN)/pytest -q -s tests/durability

fuzz: setup ## generated requests to the API, fifty an operation, as every role
	LANTU_FUZZ=50 $(BIN)/pytest -q tests/fuzz

# The database by DATABASE_URL, SQLite without; it has to be empty.
soak: setup ## twenty reporters and reviewers over HTTP while the server is killed at random (MINUTES=5)
	PYTHONPATH=. $(BIN)/python tests/soak/run.py --minutes $(or $(MINUTES),5)

golden: setup ## write the golden files anew; look at the difference before you commit it
	$(BIN)/pytest -q tests/golden --rewrite
	@git --no-pager diff --stat -- tests/golden

bench: setup ## measure; results go to bench/results/ and bench/RESULTS.md
	$(BIN)/python bench/run.py

docs: setup ## check that the documents agree with the code
	$(BIN)/pytest -q tests/house -k "map or glossary or adr or changelog"

clean: ## remove everything that setup and tests made; var/ stays
	rm -rf .venv .node .spark assets/node_modules $(VENDOR) test-results .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find src tests bench -name __pycache__ -type d -prune -exec rm -rf {} +
