# Every target does its own set-up. SUDO is empty for root.
PREFIX ?= /usr/local
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
PACKAGES := libsqlite3-dev nettle-dev sqlite3 pkg-config
BUILD := swift build -c release --static-swift-stdlib
PROGRAM = $(shell $(BUILD) --show-bin-path)/sanctions

.PHONY: demo build test lint install setup

# Reads the seeds into build/sanctions.db and asks a first question.
demo: build
	mkdir -p build
	rm -f build/sanctions.db
	$(PROGRAM) ingest --db build/sanctions.db seeds
	$(PROGRAM) query "Air Koryo" --db build/sanctions.db

build: setup
	$(BUILD) --product sanctions

test: build
	swift test

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

install: build
	install -D -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/sanctions

# Installs what is missing of the system libraries.
setup:
	@dpkg -s $(PACKAGES) >/dev/null 2>&1 || \
	  { $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq --no-install-recommends $(PACKAGES); }
