# `make demo` and `make test` set up all they need in .venv; only Python 3.11 or newer and make have to be there.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready

.PHONY: demo test check gallery fonts reference bench bench-edits lock lowest fuzz mutants clean graphviz

demo: $(READY)
	$(BIN)/untaken render

test: $(READY)
	$(BIN)/python -m pytest

check: $(READY)
	$(BIN)/untaken check scenarios
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports

# The pictures that the README shows.
gallery: $(READY)
	$(BIN)/untaken render tax-in-kind -f svg -o output
	$(BIN)/untaken render martov-motion lenins-warning nep-or-collectivization --detail outline -f svg -o output
	$(BIN)/untaken render brest-litovsk --before -f svg -o output
	$(BIN)/untaken timeline -f svg -o output

# The widths of letters and the reduced faces that travel with the package, made from the fonts.
fonts: $(READY)
	$(BIN)/python -c "from untaken.drawing import typeface as t; (t.emoji_fonts() / t.EVERYDAY).write_text(t.everyday_letters(), encoding='utf-8')"

# The schemas for editors, and the reference at the end of scenarios/README.md: made from the model and src/untaken/model/keys.
reference: $(READY)
	$(BIN)/untaken schema -o scenarios
	UNTAKEN_ACCEPT=1 $(BIN)/python -m pytest --quiet --numprocesses=0 tests/test_reference.py

# A thousand slips of the pen in each scenario: is every one found, and where is it said?
bench-edits: $(READY)
	cd tests && ../$(BIN)/python -m benchmarks.single_edits

$(READY): pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "untaken needs Python 3.11 or newer: make PYTHON=/path/to/python3.12"; exit 1; }
	@$(PYTHON) -m venv .venv \
	  || { echo "this Python lacks venv: on Debian and Ubuntu, sudo apt-get install python3-venv"; exit 1; }
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@$(BIN)/untaken doctor > /dev/null || $(MAKE) --no-print-directory graphviz
	@touch $@

# Where Graphviz does not load, a bare Debian lacks three system libraries; root can add them.
graphviz:
	@if [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null; then \
	  apt-get update --quiet && apt-get install --quiet --yes --no-install-recommends libglib2.0-0 libxrender1 libxext6; \
	fi
	@$(BIN)/untaken doctor

# Needs uv; the files hold the versions for every Python and system that the project runs on. The list of materials that
# the wheel carries is written by cyclonedx-bom, and keeps no address that anything was fetched from.
COMPILE := uv pip compile pyproject.toml --universal --python-version 3.11 --no-header --no-annotate --quiet
lock:
	$(COMPILE) --group dev --generate-hashes --output-file requirements.lock
	mkdir -p build && $(COMPILE) --constraint requirements.lock --output-file build/needed.txt
	uvx --quiet --from cyclonedx-bom cyclonedx-py requirements build/needed.txt --pyproject pyproject.toml \
	  --mc-type library --output-reproducible --output-file build/bom.json
	$(PYTHON) -c "import json; left = ('externalReferences', 'description'); \
	  bom = json.load(open('build/bom.json'), object_hook=lambda of: {name: of[name] for name in of if name not in left}); \
	  open('sbom.cdx.json', 'w').write(json.dumps(bom, indent=1) + '\n')"

# How long commands take, as a table in output/bench.md; OLD=DIR, an older checkout, adds how much faster they became.
bench: $(READY)
	cd tests && ../$(BIN)/python -m benchmarks.ratios > ../output/bench.new && mv ../output/bench.new ../output/bench.md

# Spoilt files for the reader and the decoder, so many seconds long; with FUZZ=--atheris they are chosen by coverage.
SECONDS ?= 60
fuzz: $(READY)
	cd tests && ../$(BIN)/python -m benchmarks.fuzz $(SECONDS) $(FUZZ)

# Small faults put into the core, one at a time: at least 93 of 100 have to be noticed by a test. So many, in so many
# seconds; another seed draws others.
MUTANTS ?= 100
MUTANT_SECONDS ?= 1200
MUTANT_SEED ?= 1917
mutants: $(READY)
	cd tests && ../$(BIN)/python -m benchmarks.mutants $(MUTANTS) $(MUTANT_SECONDS) $(MUTANT_SEED)

# The lowest versions that pyproject.toml allows, in an environment of their own; needs uv. The newest are those of
# `make lock` and `make test`.
lowest:
	uv venv --quiet --clear --python $(PYTHON) build/lowest
	uv pip install --quiet --python build/lowest --resolution lowest-direct --group dev --editable .
	build/lowest/bin/python -m pytest --numprocesses=2 $(TESTS)

clean:
	rm -rf .venv build dist
