# `make run` and `make test` are all a newcomer needs; both set up everything they use.
PYTHON ?= python3
LANTOA := .venv/bin/lantoa
.DEFAULT_GOAL := help
.PHONY: help setup run test bench lint types messages lock

help: ## what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

setup: ## the environment from the lock, nothing else
	@$(PYTHON) scripts/bootstrap.py

run: setup ## the portal on this machine, on SQLite, no other service
	@exec $(LANTOA) up

test: setup ## every check and every test
	@.venv/bin/python scripts/checks.py

bench: setup ## measure search and pages, write docs/benchmarks.md
	@.venv/bin/python -m benchmarks

lint: setup ## only the quick checks
	@.venv/bin/python scripts/checks.py --quick

messages: setup ## refresh and compile the translations
	@.venv/bin/python scripts/messages.py

lock: ## refresh requirements.lock (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --no-emit-index-url --group dev pyproject.toml -o requirements.lock
