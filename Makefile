# make            builds bin/opencases with everything in it
# make run        builds and serves it, and prints the address
# make check      all that needs no browser: a minute or so
# make test       sets up what the tests need, then runs all of them
# make help       lists the rest

GO   ?= go
ADDR ?= 127.0.0.1:8080
BIN  := bin/opencases

# Brotli at its best makes the smallest player and takes about half a minute; it is done only when the WebAssembly has
# changed. FAST=1 takes a second instead, for while you are changing things: never publish what it makes.
QUALITY := $(if $(FAST),5,11)
VERSION  = $(shell git describe --always --dirty 2>/dev/null || echo unversioned)

.DEFAULT_GOAL := build
.PHONY: build run player check test deps cc chromium firefox npm vet staticcheck scripts unit race browser axe shots fuzz size weigh bench bench-rivals clean help

build: player ## build bin/opencases (FAST=1: pack the player quickly)
	$(GO) build -trimpath -ldflags "-X main.version=$(VERSION)" -o $(BIN) ./cmd/opencases

# A module of its own: the stores' clients are most of it.
.PHONY: publisher test-publisher
publisher: ## build bin/opencases-publish, which copies a built site into a bucket
	cd cmd/opencases-publish && $(GO) build -trimpath -o ../../bin/opencases-publish .

test-publisher: ## test it against an S3 server, killed twenty times
	cd cmd/opencases-publish && $(GO) vet . && $(GO) test .

run: build ## build, then serve on ADDR (127.0.0.1:8080); DATA=DIR serves a record of your own
	$(BIN) serve -addr $(ADDR) $(if $(DATA),-data $(DATA))

# The player's WebAssembly, compressed, in wasm/built. What has to be made again is left to the three commands, which
# know it exactly: slim and pack look at what is there, go build at its cache. Unchanged, they take a second together.
player:
	@mkdir -p build
	@$(GO) run ./internal/engine/slim -out build/engine -for ./wasm/player
	@GOOS=js GOARCH=wasm $(GO) build -modfile=build/engine/go.mod -trimpath -ldflags="-s -w" -o build/player.wasm ./wasm/player
	@$(GO) run ./wasm/pack -quality $(QUALITY) build/player.wasm wasm/built

test: deps check size browser ## set up, then run everything but make test-operate: make check, make size and the tests in browsers

# Apart, for what it installs and compiles takes longer than all else: three web servers and the libraries of three clouds.
.PHONY: test-operate
test-operate: hosting test-publisher ## the written site behind nginx, Caddy and Apache, and publishing it to a bucket

check: vet staticcheck scripts unit race ## everything that needs no browser

deps: cc chromium firefox axe ## install what the tests need, or say what to install by hand

# Debian's packages are installed where they are missing and may be; elsewhere it is said what to install.
# $(call install,PROGRAMS THAT MUST BE THERE,DEBIAN PACKAGES)
AS_ROOT := $(shell [ "$$(id -u)" = 0 ] || echo sudo -n)
BY_HAND := dnf install chromium poppler-utils firefox xorg-x11-server-Xvfb npm gcc (Fedora), or \
	brew install --cask chromium firefox xquartz and brew install poppler node (macOS)
install = @{ $(1); } >/dev/null 2>&1 || { command -v apt-get >/dev/null && echo "installing $(2)" && \
	$(AS_ROOT) apt-get update -qq && $(AS_ROOT) apt-get install -y -qq $(2) >/dev/null; } || \
	{ echo "missing: $(2). They cannot be installed here. Install them by hand and run make again: $(BY_HAND)" >&2; exit 1; }

# Poppler reads the PDFs that Chromium prints.
chromium:
	$(call install,{ command -v chromium || command -v chromium-browser || command -v google-chrome; } && command -v pdftotext,chromium poppler-utils)

# Xvfb is Firefox's screen.
firefox:
	$(call install,{ command -v firefox-esr || command -v firefox; } && command -v Xvfb,firefox-esr xvfb)

# The race detector is linked by a C compiler.
cc:
	$(call install,command -v $(firstword $(shell $(GO) env CC)),gcc libc6-dev)

# The servers that the written site must work with; their own services stay off.
.PHONY: hosts hosting
hosts:
	$(call install,export PATH="$$PATH:/usr/sbin"; command -v nginx && command -v caddy && command -v apache2 && test -e /usr/lib/nginx/modules/ngx_http_brotli_static_module.so,--no-install-recommends nginx libnginx-mod-http-brotli-static caddy apache2)
	@for s in nginx caddy apache2; do $(AS_ROOT) systemctl disable --now $$s >/dev/null 2>&1 || true; done

hosting: player hosts ## the written site through nginx, Caddy and Apache, against serve; builds are reproducible
	$(GO) test -count=1 ./internal/test/hosting

npm:
	$(call install,command -v npm && command -v node,npm)

# The player is vetted with the engine that it is built with.
vet: player
	$(GO) vet ./...
	GOOS=js GOARCH=wasm $(GO) vet -modfile=build/engine/go.mod ./wasm/player/...
	@unformatted=$$(gofmt -l cmd data internal wasm web); [ -z "$$unformatted" ] || { echo "not formatted by gofmt: $$unformatted" >&2; exit 1; }

# Everything it knows, but for package comments, which tests in packages of their own have not, and names such as Id, which
# are written as the browser's protocol writes them.
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
staticcheck:
	$(GO) run $(STATICCHECK) -checks "all,-ST1000,-ST1003" ./...

# The scripts' types, lint and unit tests.
scripts: $(if $(wildcard web/package.json),types lint-js unit-js)

# Rooms that compute and touch neither network nor disk, and the class poll: their tests run under the race detector, in a
# new order each time. internal/picture goes through every scene at every size: under the detector that takes minutes.
PURE := $(addprefix ./internal/,month csvtext record words typeface/... story deck frame paint/... handout poll classroom) ./wasm/player/...

race: cc
	$(GO) test -race -shuffle=on $(PURE)

# All others but those in browsers.
unit: player
	$(GO) test $$($(GO) list ./... | grep -vxF "$$($(GO) list $(PURE))" | grep -v /internal/test/)

# Two packages at a time: each starts a Chromium of its own, and more would starve one another.
browser: player chromium firefox axe ## the tests in a real browser
	$(GO) test -p 2 -timeout 40m ./internal/test/player ./internal/test/embed ./internal/test/present ./internal/test/offline ./internal/test/single

# The scripts without a browser: types and lint by the npm packages pinned in web/, tests by Node alone.
.PHONY: types lint-js unit-js
SCRIPT_TOOLS := web/node_modules/.package-lock.json
types: $(SCRIPT_TOOLS) ## check the types that the scripts' comments name
	web/node_modules/.bin/tsc -p web
	web/node_modules/.bin/tsc -p web/tsconfig.worker.json

lint-js: $(SCRIPT_TOOLS) ## check the scripts for mistakes
	cd web && node_modules/.bin/eslint .

unit-js: $(SCRIPT_TOOLS) ## test the scripts' pure modules, and what each folder imports
	node --test web/test/*.test.js

$(SCRIPT_TOOLS): web/package-lock.json
	@command -v npm >/dev/null || { echo "installing npm to check the scripts"; $(AS_ROOT) apt-get update -qq && $(AS_ROOT) apt-get install -y -qq npm >/dev/null; }
	npm ci --prefix web --ignore-scripts --no-audit --no-fund --silent && touch $@

# axe-core looks for faults of accessibility; its release is pinned beside the tests that use it.
AXE := internal/test/player/testdata
axe: $(AXE)/node_modules/axe-core/axe.min.js
$(AXE)/node_modules/axe-core/axe.min.js: $(AXE)/package-lock.json
	@$(MAKE) --no-print-directory npm
	npm ci --prefix $(AXE) --ignore-scripts --no-audit --no-fund --silent && touch $@

shots: player chromium ## screenshots of every chapter into shots/
	$(GO) run ./internal/test/player/shots -out shots

# The moving picture of the README. Debian's package webp joins its frames.
.PHONY: readme-picture
readme-picture: player chromium ## play the story and make .readme/story.webp of its screenshots
	@command -v img2webp >/dev/null || { echo "installing webp for the README's picture"; $(AS_ROOT) apt-get update -qq && $(AS_ROOT) apt-get install -y -qq webp >/dev/null; } || \
	{ echo "the README's picture needs img2webp (webp): install it and run make readme-picture again" >&2; exit 1; }
	$(GO) run ./internal/test/readmepicture

# Each fuzz test of each package for FUZZTIME.
FUZZTIME ?= 20s
fuzz: ## fuzz every parser for FUZZTIME (20s) each
	@grep -rl --include=*_test.go '^func Fuzz' internal cmd | xargs -n1 dirname | sort -u | while read -r dir; do \
		grep -hoE '^func Fuzz[A-Za-z0-9_]+' $$dir/*_test.go | sed 's/func //' | while read -r name; do \
			echo "$$dir $$name"; $(GO) test -run '^$$' -fuzz "^$$name\$$" -fuzztime $(FUZZTIME) ./$$dir </dev/null || exit 1; \
		done || exit 1; \
	done

size: player ## what a reader's device is asked to load and what is in the engine; fails where a limit is passed
	$(GO) run ./internal/bench/budget/size

# Benchmarks measure beside something else, in one run, and write their tables into bench/. Nothing timed is a test.
.PHONY: bench-yard bench-micro bench-page bench-server bench-readme lighthouse servers
bench-yard: bench-micro bench-page bench-server ## the code's benchmarks, the pages by Lighthouse, the server beside others

.PHONY: bench-frames
bench-frames: player chromium ## the player's own start, frames, rest and memory in a browser
	$(GO) run ./internal/bench/frames $(if $(RUNS),-rounds $(RUNS))

bench-micro: ## the Go benchmarks through benchstat; OLD=REVISION compares with an older tree
	$(GO) run ./internal/bench/micro $(if $(OLD),-old $(OLD)) $(if $(RUNS),-rounds $(RUNS))

bench-page: build chromium lighthouse ## Lighthouse on every kind of page
	$(GO) run ./internal/bench/page -bin $(BIN) $(if $(RUNS),-rounds $(RUNS))

bench-server: build servers ## the server beside nginx and Caddy
	$(GO) run ./internal/bench/server -bin $(BIN) $(if $(RUNS),-rounds $(RUNS))

bench-readme: ## put the tables of bench/ into internal/bench/RESULTS.md
	$(GO) run ./internal/bench/readme

LIGHTHOUSE := internal/bench/page
lighthouse: $(LIGHTHOUSE)/node_modules/.bin/lighthouse
$(LIGHTHOUSE)/node_modules/.bin/lighthouse: $(LIGHTHOUSE)/package-lock.json
	@$(MAKE) --no-print-directory npm
	npm ci --prefix $(LIGHTHOUSE) --ignore-scripts --no-audit --no-fund --silent && touch $@

# Debian's packages; their own services stay off.
servers:
	@export PATH="$$PATH:/usr/sbin"; { command -v nginx && command -v caddy && command -v wrk && command -v taskset; } >/dev/null || \
	{ echo "installing nginx, Caddy and wrk for the benchmark"; $(AS_ROOT) apt-get update -qq && \
	$(AS_ROOT) apt-get install -y -qq --no-install-recommends nginx libnginx-mod-http-brotli-static caddy wrk util-linux >/dev/null && \
	{ $(AS_ROOT) systemctl disable --now nginx caddy >/dev/null 2>&1 || true; }; } || \
	{ echo "the benchmark needs nginx, Caddy and wrk: install them and run make bench-server again" >&2; exit 1; }

# Programs for other systems, each the same on every machine: no paths, no C, the commit in it.
RELEASES := linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64 windows/arm64
.PHONY: release audit
release: player ## dist/: the program for Linux, macOS and Windows, with checksums
	@[ -z "$(FAST)" ] || { echo "a FAST=1 player is too large to publish" >&2; exit 1; }
	@rm -rf dist && mkdir -p dist
	@for r in $(RELEASES); do os=$${r%/*}; arch=$${r#*/}; name=dist/opencases-$$os-$$arch; [ $$os = windows ] && name=$$name.exe; echo $$name; \
		CGO_ENABLED=0 GOOS=$$os GOARCH=$$arch $(GO) build -trimpath -ldflags "-s -w -buildid= -X main.version=$(VERSION)" -o $$name ./cmd/opencases || exit 1; done
	@cd dist && sha256sum opencases-* >SHA256SUMS

# Known faults of modules, and a list of all that the program holds with its licences (CycloneDX).
GOVULNCHECK := golang.org/x/vuln/cmd/govulncheck@v1.9.0
CYCLONEDX   := github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@v1.10.0
audit: build ## known faults of the modules in the program; dist/sbom.json lists them with their licences
	@mkdir -p dist
	$(GO) run $(CYCLONEDX) bin -json -licenses -version $(VERSION) -output dist/sbom.json $(BIN)
	@GOBIN=$(CURDIR)/build $(GO) install $(GOVULNCHECK)
	@build/govulncheck ./cmd/opencases; case $$? in 0) ;; 3) exit 1 ;; *) echo "known faults were not looked up: their database cannot be reached from here" >&2 ;; esac

weigh: player ## what each Go package weighs in the player
	$(GO) run ./internal/engine/weigh -out build/engine -for ./wasm/player

# One part after another, whatever -j says: two that run at once would measure one another.
bench: ## measure it beside the alternatives, three to six times each or RUNS; tables go to bench/
	@failed=; for part in rivals frames micro page server; do from=$$(date +%s); $(MAKE) -j1 bench-$$part || failed="$$failed bench-$$part"; \
	echo "bench-$$part took $$(( $$(date +%s) - from )) s" >&2; done; [ -z "$$failed" ] || { echo "make bench: failed:$$failed" >&2; exit 1; }

# The same scene as newsrooms would write it, each in a Chromium of its own, in alternation (internal/bench/rivals). Their
# packages are pinned beside them and are no part of the product.
RIVALS := internal/bench/rivals
bench-rivals: player chromium $(RIVALS)/node_modules/.package-lock.json
	$(GO) run ./$(RIVALS) $(if $(RUNS),-runs $(RUNS)) -out bench
$(RIVALS)/node_modules/.package-lock.json: $(RIVALS)/package-lock.json
	@$(MAKE) --no-print-directory npm
	npm ci --prefix $(RIVALS) --ignore-scripts --no-audit --no-fund --silent && touch $@

clean: ## remove everything that was built
	rm -rf bin build shots bench dist
	find wasm/built -type f ! -name built.go ! -name .keep -delete

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1 - \2/'
