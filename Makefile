# `make site` makes the site from nothing; `make test` proves the project. Both install what they need into .venv.
# `make help` lists the rest.
.DEFAULT_GOAL := help
.PHONY: help site serve test lint types format pages schema docs bench lock clean environment test-environment

VENV ?= .venv
BIN := $(VENV)/bin
PORT ?= 8000

help: ## Show what can be made
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1@\2/p' $(MAKEFILE_LIST) | awk -F@ '{ printf "%-16s %s\n", $$1, $$2 }'
	@echo '  With PYTHON=/path/to/python another Python makes the environment (3.11 or newer).'

site: environment ## Make the pages, the sheets and the searchable site from articles/
	@# 1: some articles were left out; the site of the others is made, and the end still says so.
	@$(BIN)/briefings generate || left_out=$$?; \
	test $${left_out:-0} -le 1 && $(BIN)/briefings build && exit $${left_out:-0}

serve: environment ## Show the site on this machine (PORT=8000)
	$(BIN)/briefings serve --port $(PORT)

test: lint types ## Set up and run all checks and tests
	@sh tools/test.sh $(VENV)
	$(BIN)/briefings generate --check

lint: test-environment ## Check the style of the code
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: test-environment ## Check the types of the code
	$(BIN)/mypy

format: test-environment ## Put the code into its style
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

docs: test-environment ## Make the documentation, strictly, in build/docs
	$(BIN)/mkdocs build --strict --config-file mkdocs-docs.yml

schema: environment ## Write the JSON Schema of the contract anew
	$(BIN)/python tools/make_schema.py

bench: test-environment ## Measure the speed, per stage
	$(BIN)/python benchmarks/speed.py

lock: test-environment ## Choose and pin the newest versions that pyproject.toml allows
	@sh tools/lock.sh $(VENV)

clean: ## Remove what was made: environment, site, archive, caches
	rm -rf $(VENV) site .briefings build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis

environment:
	@sh tools/environment.sh $(VENV) requirements.txt

test-environment:
	@sh tools/environment.sh $(VENV) requirements-test.txt
