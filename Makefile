# Every target does its own set-up. SUDO is empty for root.
PREFIX ?= /usr/local
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
PACKAGES := libsqlite3-dev nettle-dev libxml2-dev zlib1g-dev libcmark-gfm-dev libcmark-gfm-extensions-dev \
  libyaml-dev libgmime-3.0-dev libmicrohttpd-dev pkg-config
# What only the tests call: the programs that read what this one writes.
TEST_PACKAGES := sqlite3 zsh fish man-db groff graphviz
BUILD := swift build -c release --static-swift-stdlib
PROGRAM = $(shell $(BUILD) --show-bin-path)/sanctions

# How much news the benchmark reads, and how long the fuzzer runs.
MEGABYTES ?= 200
SECONDS ?= 1800

# Coverage is measured in a folder of its own, so that nothing else has to be built again.
COVERAGE := --enable-code-coverage --scratch-path .build/coverage
# The least share of lines, in percent, that the tests must run through.
COVERED := 85

.PHONY: demo build test test-tools lint coverage bench bench-peers fuzz docs install setup

# Reads the seeds into build/sanctions.db and asks a first question.
demo: build
	mkdir -p build
	rm -f build/sanctions.db
	$(PROGRAM) ingest --db build/sanctions.db seeds
	$(PROGRAM) query "Air Koryo" --db build/sanctions.db

build: setup
	$(BUILD) --product sanctions

# The tests run the program as it is released, which is also faster than the one for debugging.
test: build
	@dpkg -s $(TEST_PACKAGES) >/dev/null 2>&1 || \
	  { $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq --no-install-recommends $(TEST_PACKAGES); }
	SANCTIONS_PROGRAM=$(PROGRAM) swift test

# What other tools make of it, each from Debian or PyPI: a report in headless Chromium with axe-core, networks in
# networkx, the database in Datasette, the API under schemathesis, the export in followthemoney.
test-tools: build
	@dpkg -s chromium python3-venv >/dev/null 2>&1 || \
	  { $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq --no-install-recommends chromium python3-venv; }
	[ -d build/tools ] || python3 -m venv build/tools
	build/tools/bin/pip install --quiet -r Tests/Tools/requirements.txt
	sh Tests/Tools/run.sh $(PROGRAM) build/tools

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

# Tells the share of lines of Sources that tests run through, the runs of the program among them; fails below COVERED.
coverage: setup
	swift build --build-tests $(COVERAGE)
	@set -e; PATH=$$(dirname "$$(readlink -f "$$(command -v swift)")"):$$PATH; \
	  folder=$$(dirname "$$(swift test --show-codecov-path $(COVERAGE))"); bin=$$folder/..; \
	  rm -rf "$$folder"/*.prof* "$$folder/runs"; \
	  swift test --skip-build $(COVERAGE); \
	  llvm-profdata merge -sparse -failure-mode=all "$$folder"/*.profraw "$$folder/runs" -o "$$folder/all.profdata"; \
	  rm -r "$$folder/runs"; \
	  llvm-cov report "$$bin/sanctionsPackageTests.xctest" -object "$$bin/sanctions" \
	    -instr-profile "$$folder/all.profdata" -ignore-filename-regex '/(Tests|CEmbedded|\.build)/' \
	    -show-branch-summary=false -show-region-summary=false | tee "$$folder/report.txt"; \
	  awk '$$1 == "TOTAL" { share = $$NF + 0 } \
	    END { print "lines covered: " share " %"; exit !(share >= $(COVERED)) }' "$$folder/report.txt"

# Megabytes a second of each stage and of the whole, over MEGABYTES of invented news; the record is build/bench/DATE.csv.
bench: build
	$(BUILD) --product Benchmark
	$$($(BUILD) --show-bin-path)/Benchmark $(PROGRAM) Sources/Benchmark/templates.txt build/bench $(MEGABYTES)

# The same text through what others use, from one run: spaCy, pyahocorasick and dateparser in a venv of their own.
bench-peers: build
	dpkg -s python3-venv >/dev/null 2>&1 || $(SUDO) apt-get install -y -qq --no-install-recommends python3-venv
	[ -f build/bench/news.jsonl ] || $(MAKE) bench
	[ -d build/peers ] || python3 -m venv build/peers
	build/peers/bin/pip install --quiet spacy==3.8.18 pyahocorasick==2.3.1 dateparser==1.5.0
	build/peers/bin/python Sources/Benchmark/peers.py $(PROGRAM) build/bench data

# Coverage-guided fuzzing of extraction for SECONDS; a crash leaves its input in build/fuzz.
fuzz: setup
	SANCTIONS_FUZZ=1 swift build -c release --product Fuzzing --scratch-path .build/fuzz \
	  -Xswiftc -sanitize=fuzzer -Xswiftc -use-ld=lld
	mkdir -p build/fuzz/corpus
	SWIFT_BACKTRACE=enable=no .build/fuzz/release/Fuzzing -max_len=900 -timeout=10 -rss_limit_mb=4000 \
	  -max_total_time=$(SECONDS) -artifact_prefix=build/fuzz/ build/fuzz/corpus Tests/ExtractionTests/FuzzSeeds

# The documentation, articles and a tutorial, into build/docs; a warning is an error. That everything public is documented
# is a matter of lint.
docs:
	mkdir -p build
	"$$(dirname "$$(readlink -f "$$(command -v swift)")")/docc" convert Sources/sanctions/Sanctions.docc --output-dir build/docs --warnings-as-errors

# The program, its manual, completions for three shells, and the schema and example that go with it.
install: build
	install -D -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/sanctions
	mkdir -p build/install
	$(PROGRAM) manual > build/install/sanctions.1
	for shell in bash zsh fish; do $(PROGRAM) completions $$shell > build/install/$$shell || exit 1; done
	install -D -m 644 build/install/sanctions.1 $(DESTDIR)$(PREFIX)/share/man/man1/sanctions.1
	install -D -m 644 build/install/bash $(DESTDIR)$(PREFIX)/share/bash-completion/completions/sanctions
	install -D -m 644 build/install/zsh $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_sanctions
	install -D -m 644 build/install/fish $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/sanctions.fish
	install -D -m 644 schema.sql README.md -t $(DESTDIR)$(PREFIX)/share/doc/sanctions

# Installs what is missing of the system libraries.
setup:
	@dpkg -s $(PACKAGES) >/dev/null 2>&1 || \
	  { $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq --no-install-recommends $(PACKAGES); }
