# Baton's commands. `make help` lists them.

PYTHON ?= $(shell for each in python3 python3.14 python3.13 python3.12; do \
	$$each -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null && echo $$each && break; done)
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
COMPILE := $(BIN)/uv pip compile --quiet --upgrade --generate-hashes --universal --python-version 3.12 --no-header --no-annotate

.DEFAULT_GOAL := help
.PHONY: help run token remind reset test test-python test-stack test-page installed mutants check format bench page-bench faults package infra-check deploy-local openapi locks

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: .venv/server ## run Baton on this machine; STORE=dynamodb-local for AWS's own engine under it
	@$(BIN)/python -m infra.local run

token: .venv/server ## print an access token for curl and Swagger UI; WHO=admin, member or an e-mail address
	@$(BIN)/python -m infra.local token $(or $(WHO),$(error say for whom: make token WHO=admin))

remind: .venv/server ## make the reminders that are due; AT=2026-11-24 or AT=2026-11-24T08:00 for those of another time
	@$(BIN)/python -m infra.local remind $(if $(AT),--at $(AT))

reset: .venv/server ## forget all data of the local stack
	@$(BIN)/python -m infra.local reset

test: test-python test-stack test-page ## run all tests: units, repositories on DynamoDB Local, the whole stack, a browser

test-python: installed
	$(BIN)/pytest --cov --cov-report=term -m "not e2e" $(PYTEST)

test-stack: installed
	$(BIN)/pytest -m e2e $(PYTEST)

test-page: installed
	npm --prefix frontend test

installed: .venv/dev
	@$(BIN)/python -m infra.local install

mutants: .venv/dev ## change the domain's code on purpose and see that the tests notice 85 % of it or more
	@rm -rf mutants
	$(BIN)/mutmut run
	$(BIN)/mutmut results
	@$(BIN)/mutmut export-cicd-stats
	@awk -F '[:,]' '/killed|timeout/ { noticed += $$2 } /total/ { total = $$2 } END { score = 100 * noticed / total; \
		printf "%.1f %% of %d mutants noticed\n", score, total; exit score < 85 }' mutants/mutmut-cicd-stats.json

check: .venv/dev ## check format, lint, types, import contracts and that generated files are current
	@$(BIN)/python -m infra.local install
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	npm --prefix frontend run types:check
	npm --prefix frontend run lint
	npm --prefix frontend run unused

format: .venv/dev ## format the code and mend what lint can mend
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: .venv/dev ## measure operations, cold starts, the event road, latency, load and hot keys; WHAT="operations load" for some
	@$(BIN)/python -m infra.local install
	$(BIN)/python -m tests.bench $(WHAT)

page-bench: installed frontend/bench/node_modules ## judge the page by Lighthouse, and measure its first load and large boards
	npm --prefix frontend run bench

frontend/bench/node_modules: frontend/bench/package-lock.json
	npm ci --prefix $(@D) --no-audit --no-fund --loglevel=error
	@touch $@

faults: .venv/dev ## send 5,000 events over a road on which one passage in ten fails, and count what arrives
	@$(BIN)/python -m infra.local install
	$(BIN)/python -m tests.faults

package: .venv/dev ## make the zips that Lambda runs
	@$(BIN)/python -m infra.package

infra-check: .venv/dev ## check Terraform, workflows, scripts and the Dockerfile
	@$(BIN)/python -m infra.checks

deploy-local: .venv/dev ## apply the cloud's dev environment to the emulator, ask its API, take it down
	@$(BIN)/python -m infra.local install
	infra/terraform/deploy_local.sh

openapi: .venv/dev ## write the API's OpenAPI document and the page's types from it
	$(BIN)/python -m infra.openapi > frontend/openapi.json
	npm --prefix frontend run types

locks: .venv/dev ## renew the locks from pyproject.toml, with hashes
	$(COMPILE) pyproject.toml -o requirements.lock
	$(COMPILE) --group workers -o requirements-workers.lock
	$(COMPILE) pyproject.toml --group server -o requirements-server.lock
	$(COMPILE) pyproject.toml --group dev -o requirements-dev.lock
	$(COMPILE) infra/local/requirements-emulator.in -o infra/local/requirements-emulator.lock
	$(COMPILE) infra/requirements-checks.in -o infra/requirements-checks.lock

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "baton: Python 3.12 or newer is needed and none was found. Install it, or name it: make run PYTHON=/path/to/python3.13" >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "baton: $(PYTHON) cannot make virtual environments. On Debian: apt-get install python3-venv" >&2; rm -rf .venv; exit 1; }

# A lock newer than its stamp is installed again; dev holds all that server does.
.venv/server: requirements-server.lock | .venv/bin/python
	@echo "Installing what Baton runs on ..."
	@$(INSTALL) -r $<
	@touch $@

.venv/dev: requirements-dev.lock | .venv/bin/python
	@echo "Installing what Baton is tested with ..."
	@$(INSTALL) -r $<
	@touch $@ .venv/server
