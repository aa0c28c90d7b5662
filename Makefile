# Every command sets up what it needs in .venv; a fresh machine needs Python 3.11+, pip and make.
PYTHON ?= python3
PY := .venv/bin/python
PROVIDER ?= kling

.PHONY: doctor demo test chaos check format sandbox gallery run bench lock clean
.DEFAULT_GOAL := demo

$(PY):
	$(PYTHON) -m venv .venv

.venv/run.stamp: requirements/run.txt | $(PY)
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	touch $@

.venv/dev.stamp: requirements/dev.txt .venv/run.stamp
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	touch $@

demo: .venv/dev.stamp  ## one video of a real photograph; PROVIDER=kling, aimlapi, ezmodel or ai302
	$(PY) -m sandbox demo $(PROVIDER)

sandbox: .venv/dev.stamp  ## the bot in a local browser page with all four providers behind it, until Ctrl-C
	$(PY) -m sandbox preview

gallery: .venv/dev.stamp  ## all messages and forms as pictures, in out/gallery; LANGUAGES=de,ja SCENES=cards,job-* narrow it; needs Chromium
	$(PY) -m sandbox gallery

run: .venv/run.stamp  ## the real thing, configured by .env
	$(PY) -m bot run

doctor: .venv/run.stamp  ## is everything there that the bot needs?
	$(PY) -m bot doctor

test: .venv/dev.stamp
	$(PY) -m pytest -n auto --dist worksteal $(ARGS)

chaos: .venv/dev.stamp  ## storms for ten minutes, SIGTERM at many moments, the whole kill matrix, real minutes without a database; SEED=… replays
	CHAOS_SECONDS=600 SIGTERM_ROUNDS=20 CHAOS_SEED=$(SEED) $(PY) -m pytest -s -n0 tests/chaos
	KILL_MATRIX=full $(PY) -m pytest -n auto --dist worksteal tests/kill
	OUTAGE_SECONDS=60 $(PY) -m pytest -n auto tests/bot/pipeline/test_outages.py -k minute

check: .venv/dev.stamp
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	.venv/bin/lint-imports --no-cache
	$(PY) .ci/sizes.py

format: .venv/dev.stamp
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

bench: .venv/dev.stamp
	$(PY) -m benchmarks.first_answer
	$(PY) -m benchmarks.full_ledger
	$(PY) -m benchmarks.many_tasks

lock: .venv/dev.stamp  ## resolve the pins again; needs uv
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	    pyproject.toml -o requirements/run.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	    --group dev -c requirements/run.txt pyproject.toml -o requirements/dev.txt

clean:
	rm -rf .venv out .mypy_cache .ruff_cache .pytest_cache
