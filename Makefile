# The only commands that a newcomer needs. Each installs what it needs and says
# so; a second time they need no network.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help run demo build test test-build test-rust test-web test-browser hostile load interop bench bench-floor growth lighthouse crash fuzz lint format schema sbom screenshots tools

CLIENT_SOURCES := $(shell find web/src web/public -type f 2>/dev/null) \
	$(wildcard web/*.html web/*.ts web/*.js web/*.json web/schema.graphql web/scripts/* web/messages/*)

help:
	@echo 'make run     build all and serve the public data on http://127.0.0.1:8080'
	@echo 'make demo    the same with invented verdicts for every municipality'
	@echo 'make test    install what tests need, then run all tests'
	@echo 'make fuzz    try the readers of files and questions with a million odd inputs'
	@echo 'make bench   measure speed, beside others on the same data (BENCH=short)'
	@echo 'make growth  measure with 9,800 areas and a million verdicts (GROWTH=short)'
	@echo 'make lighthouse  score five pages, by hand on a quiet machine'
	@echo 'make crash   kill a server 200 times under write load, on both databases'
	@echo 'make interop  open every export with office programs, GDAL and R'
	@echo 'make lint    check style, types and libraries'
	@echo 'make sbom    write what the program is made of to target/sbom'

run: build
	exec target/release/dekkingskaart serve

demo: build
	DEKKINGSKAART_DATABASE=$${DEKKINGSKAART_DATABASE:-sqlite://var/demonstration.db} \
		exec target/release/dekkingskaart serve --demo

build: web/dist/index.html
	cargo build --release --locked
	node .ci/sbom.mjs

sbom: web/node_modules/.package-lock.json
	node .ci/sbom.mjs

# npm writes the lock file of what it installed last.
web/node_modules/.package-lock.json: web/package.json web/package-lock.json
	@.ci/check-tools
	npm --prefix web ci
	@touch $@

web/dist/index.html: web/node_modules/.package-lock.json $(CLIENT_SOURCES)
	npm --prefix web run build
	@touch $@

tools:
	@.ci/install-tools

# What the tests need is installed while they are compiled. Those in a browser
# and those of Rust mostly wait, and take no longer beside each other.
test:
	$(MAKE) --jobs=3 --output-sync=line tools test-build test-web
	$(MAKE) --jobs=2 --output-sync=line test-rust test-browser

test-build: web/dist/index.html
	cargo test --workspace --locked --no-run

# Two at a time: those in a browser run beside them, and take longer.
test-rust: web/dist/index.html
	RUST_TEST_THREADS=$${RUST_TEST_THREADS:-2} cargo test --workspace --locked

test-web: web/node_modules/.package-lock.json
	npm --prefix web run check
	npm --prefix web test

# The tests of Rust build the program too. A plain build would compile many
# dependencies again, without the features that the tests ask of them.
test-browser: web/dist/index.html
	cargo test --workspace --locked --no-run
	DEKKINGSKAART_BIN=$(CURDIR)/target/debug/dekkingskaart npm --prefix web run browser-test

crash: tools web/dist/index.html
	DEKKINGSKAART_CRASH_ROUNDS=200 cargo test -p dekkingskaart --locked --test integration crash:: -- --nocapture

# Each property of the tests named fuzz: a few hundred cases in `make test`.
fuzz: web/dist/index.html
	FUZZ_CASES=$${FUZZ_CASES:-1000000} cargo test --workspace --locked -- fuzz::
	DIRECT_CASES=$${DIRECT_CASES:-100000} cargo test -p dekkingskaart --locked --test integration graphql::direct

# 100,000 random requests, and a million cases through the checks before parsing.
hostile: web/dist/index.html
	DEKKINGSKAART_HOSTILE=100000 cargo test -p dekkingskaart --locked --test integration hostile:: -- --nocapture
	DEKKINGSKAART_TEST_CASES=1000000 cargo test --workspace --locked --lib limits::nesting

# What others notice of 6,000 hostile requests.
load: build
	python3 tests/hostile/load.py target/release/dekkingskaart

# Exports, opened with LibreOffice, openpyxl, GDAL and R.
# `make interop BIN=target/debug/dekkingskaart` takes a program that is built already.
interop: $(if $(BIN),,build)
	@.ci/install-interop
	/usr/bin/python3 tests/interop/run.py $(or $(BIN),target/release/dekkingskaart)

# Beside others, writing, the first view in a browser, and then by itself.
# `BENCH=short` takes three minutes and writes no document.
bench: build bench/node_modules/.package-lock.json $(if $(filter short,$(BENCH)),,bench-floor)
	@.ci/install-bench
	node bench/run.mjs
	$(if $(filter short,$(BENCH)),,node bench/writes.mjs)
	$(if $(filter short,$(BENCH)),,node bench/first-view.mjs)
	$(if $(filter short,$(BENCH)),,node bench/parts.mjs)

# What the libraries cost by themselves: a small program that is no part of this one.
bench-floor:
	cargo build --release --locked --manifest-path bench/contestants/floor/Cargo.toml --target-dir target/bench-floor

bench/node_modules/.package-lock.json: bench/package.json bench/package-lock.json
	npm --prefix bench ci
	@touch $@

# Four digits of a code allow 9,800 areas; a million verdicts take a quarter of an hour.
growth: build
	node bench/growth/run.mjs

# By hand, on a machine that does nothing else: its tools are heavy and its figures noisy.
lighthouse: build
	npm --prefix bench/lighthouse ci
	node bench/lighthouse/run.mjs

lint: web/node_modules/.package-lock.json
	@mkdir -p web/dist
	cargo fmt --check
	cargo clippy --workspace --all-targets --locked -- -D warnings
	npm --prefix web run lint
	.ci/check-dependencies

format:
	cargo fmt
	npm --prefix web run format

# After a change of the schema: the file that the client's types come from.
schema:
	cargo run --quiet --locked -- schema > web/schema.graphql

# `make screenshots BIN=target/debug/dekkingskaart` takes a program that is built already.
screenshots: $(if $(BIN),,build)
	DEKKINGSKAART_BIN=$(CURDIR)/$(or $(BIN),target/release/dekkingskaart) npm --prefix web run screenshots
