# What is done with this project, by name. "make" alone lists it.

GO            ?= go
GOLANGCI_LINT ?= $(GO) run github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0
TIMEOUT       ?= 40m
FUZZTIME      ?= 30s
BENCHTIME     ?= 2s

# FerretDB, which stands in for MongoDB, is a module of its own.
FERRET := adapters/mongo/ferret

# The race detector needs a C compiler. Without one the tests run all the same,
# except where it decides (CI).
RACE := $(if $(or $(CI),$(shell command -v $$($(GO) env CC) 2>/dev/null)),-race)

# Stand-ins of the platforms, which npm installs: make standins.
STANDINS := $(CURDIR)/.standins
export VISESBOT_STANDINS ?= $(if $(wildcard $(STANDINS)/node_modules),$(STANDINS))

.DEFAULT_GOAL := help

.PHONY: help
help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: demo
demo: ## Try everything in the browser, on http://127.0.0.1:8080
	$(GO) run ./cmd/visesbot demo

.PHONY: build
build: ## Build ./visesbot, static
	CGO_ENABLED=0 $(GO) build -trimpath -ldflags "-s -w" -o visesbot ./cmd/visesbot

.PHONY: test
test: test-words test-pure test-race test-talks test-mongo ## Run all tests: engine, bot, stores, browser, content

# The pure core starts no goroutines: the race detector would only slow its
# thousands of random talks down. It is detected through bot and cmd.
.PHONY: test-pure
test-pure:
	$(GO) test -timeout $(TIMEOUT) ./flows/... ./content/...

.PHONY: test-race
test-race:
	$(GO) test -timeout $(TIMEOUT) $(RACE) ./bot/... ./adapters/... ./cmd/visesbot

# Whole conversations on every channel, a programme's office, and a programme that
# lives for eighteen months, one act after the other: the tests of channels, stores
# and bot are where races are looked for.
.PHONY: test-talks
test-talks:
	$(GO) test -timeout $(TIMEOUT) ./cmd/e2e/channels ./cmd/e2e/office ./cmd/e2e/lifetime

# FerretDB itself is many times slower under the race detector: there only what
# has several workers is tried with it.
.PHONY: test-mongo
test-mongo:
	cd $(FERRET) && $(GO) test -timeout $(TIMEOUT) ./...
	cd $(FERRET) && $(GO) test -timeout $(TIMEOUT) $(RACE) -run 'TestStore/.*workers' ./...

.PHONY: test-words
test-words:
	@[ -n "$(RACE)" ] || echo "no C compiler: the race detector is left out (install gcc)"
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null \
		|| echo "no Chromium: the page is not tried in a browser (install chromium)"
	@[ -n "$(VISESBOT_STANDINS)" ] || echo "no stand-ins: Telegram and Slack are tried against our own fakes only (make standins)"

.PHONY: standins
standins: ## Install others' stand-ins of Telegram and Slack into .standins (needs npm)
	mkdir -p $(STANDINS)
	cp cmd/e2e/channels/testdata/standins/package*.json $(STANDINS)/
	npm ci --prefix $(STANDINS) --no-audit --no-fund --ignore-scripts

.PHONY: lint
lint: ## Look for what tests do not see, in code and content
	$(GOLANGCI_LINT) run ./...
	cd $(FERRET) && $(GOLANGCI_LINT) run ./...
	$(GO) run ./cmd/visesbot content lint content

.PHONY: fmt
fmt: ## Write the code in the one way (gofumpt, imports in groups)
	$(GOLANGCI_LINT) fmt

.PHONY: generate
generate: ## Make the generated code again (readers and writers of stored documents)
	GOBIN=$(CURDIR)/.bin $(GO) install github.com/mailru/easyjson/easyjson@v0.9.2
	PATH="$(CURDIR)/.bin:$$PATH" $(GO) generate ./flows/... ./bot/...

.PHONY: bench
bench: ## Measure what docs/performance.md states
	$(GO) test -run '^$$' -bench . -benchmem -benchtime $(BENCHTIME) ./flows/... ./adapters/sqlite/ ./adapters/sheets/ ./cmd/visesbot/

.PHONY: fuzz
fuzz: ## Give every fuzz target FUZZTIME (30s)
	@for pkg in $$($(GO) list ./...); do \
		for target in $$($(GO) test -list '^Fuzz' $$pkg | grep '^Fuzz'); do \
			echo "$$pkg $$target"; \
			$(GO) test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) $$pkg || exit 1; \
		done; \
	done

.PHONY: cover
cover: ## Say how much of the code the tests come by; the lines are in .cover/index.html
	@mkdir -p .cover
	$(GO) test -coverpkg=./... -coverprofile=.cover/profile ./...
	$(GO) tool cover -html=.cover/profile -o .cover/index.html
	$(GO) tool cover -func=.cover/profile | tail -n 1

.PHONY: tidy
tidy: ## Tidy go.mod of both modules
	$(GO) mod tidy
	cd $(FERRET) && $(GO) mod tidy

.PHONY: ci
ci: lint test ## What has to pass: lint and all tests
