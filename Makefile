.PHONY: site serve test check fix lock clean

# The newest Python on this machine that we support.
PYTHON ?= $(firstword $(shell for v in 3.14 3.13 3.12 3.11; do command -v python$$v; done; command -v python3))
VENV := .venv
BIN := $(VENV)/bin

# Build the whole site into site/.
site: $(VENV)/site.done
	$(BIN)/catalogue build

# Show the site and rebuild it after every edit.
serve: $(VENV)/site.done
	$(BIN)/catalogue serve

# Everything that must pass before a change is merged.
test: check $(VENV)/browser.done
	$(BIN)/pytest -n auto

# Lint, types, layers.
check: $(VENV)/test.done
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Mend what ruff can mend by itself.
fix: $(VENV)/test.done
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Resolve the dependencies anew, with the hashes of every file.
lock: $(VENV)/test.done
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header -o requirements/site.txt pyproject.toml requirements/build.in
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --extra dev -o requirements/test.txt pyproject.toml requirements/build.in

clean:
	rm -rf $(VENV) site .cache

$(VENV)/site.done: requirements/site.txt pyproject.toml
	requirements/install $(PYTHON) $(VENV) requirements/site.txt
	touch $@

$(VENV)/test.done: requirements/test.txt pyproject.toml
	requirements/install $(PYTHON) $(VENV) requirements/test.txt
	touch $@ $(VENV)/site.done

$(VENV)/browser.done: $(VENV)/test.done
	requirements/browser $(BIN)
	touch $@
