.PHONY: site admin new schemas serve test check fix lock screenshots lighthouse relevance bench clean

# Name a Python to use another than the first one found: make PYTHON=/path/to/python3.12 site
PYTHON ?=
VENV := .venv
BIN := $(VENV)/bin

# Build the whole site into site/.
site: $(VENV)/site.done
	$(BIN)/catalogue build

# The same with the form in the browser at admin/; admin.yml says where it saves.
admin: site $(VENV)/admin.done
	$(BIN)/catalogue admin

# Write a new record, asked for item by item: make new KIND=events
new: $(VENV)/site.done
	$(BIN)/catalogue new $(KIND) $(WITH)

# Teach editors such as VS Code the fields, vocabularies and ids.
schemas: $(VENV)/site.done
	$(BIN)/catalogue schemas

# Show the site and rebuild it after every edit.
serve: $(VENV)/site.done
	$(BIN)/catalogue serve

# Everything that must pass before a change is merged.
test: check $(VENV)/browser.done $(VENV)/node.done $(VENV)/rsync.done
	TMPDIR="$$(requirements/scratch)" $(BIN)/pytest -n auto

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
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --extra dev --extra bench -o requirements/bench.txt pyproject.toml requirements/build.in

# Take the screenshots in docs/screenshots anew.
screenshots: site $(VENV)/browser.done
	$(BIN)/python -m tests.browser.screenshots site docs/screenshots

# Ask Lighthouse about four pages, as a slow phone sees them.
lighthouse: site $(VENV)/test.done $(VENV)/browser.done $(VENV)/node.done
	$(BIN)/python -m tests.lighthouse

# Remove everything that can be made again.
clean:
	rm -rf $(VENV) site .site.spare .cache

$(VENV)/site.done: requirements/site.txt pyproject.toml
	PYTHON=$(PYTHON) requirements/install $(VENV) requirements/site.txt
	touch $@

$(VENV)/test.done: requirements/test.txt pyproject.toml
	PYTHON=$(PYTHON) requirements/install $(VENV) requirements/test.txt
	touch $@ $(VENV)/site.done

$(VENV)/node.done: $(VENV)/test.done
	requirements/node
	touch $@

$(VENV)/admin.done: requirements/admin/package-lock.json $(VENV)/site.done
	requirements/node
	mkdir -p $(VENV)/admin
	cp requirements/admin/package.json requirements/admin/package-lock.json $(VENV)/admin
	npm ci --prefix $(VENV)/admin --ignore-scripts --no-audit --no-fund --loglevel=error
	touch $@

$(VENV)/rsync.done: $(VENV)/test.done
	requirements/rsync
	touch $@

$(VENV)/browser.done: $(VENV)/test.done
	requirements/browser $(BIN)
	touch $@

# Measure whole builds against Hugo, Pagefind and Material; writes docs/benchmarks.md. Takes an
# hour: make bench COUNTS="1000 10000" leaves out the longest part.
bench: $(VENV)/bench.done
	$(BIN)/python -m tests.benchmarks.whole_build $(COUNTS) --out docs/benchmarks.md

$(VENV)/bench.done: $(VENV)/test.done requirements/bench.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt
	touch $@

# Compare how well the search answers, and what it loads: make relevance PEERS=--peers
relevance: $(VENV)/browser.done $(VENV)/node.done
	$(BIN)/python -m tests.relevance $(PEERS)
