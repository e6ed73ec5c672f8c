# make            builds bin/opencases with everything in it
# make run        builds and serves it; FAST=1 packs the WebAssembly quickly (bigger) while you are changing it
# make test       installs what the tests need, then runs all of them
# make help       lists the rest

GO     ?= go
ADDR   ?= 127.0.0.1:8080
DATA   ?=
BIN    := bin/opencases
WASM   := build/player.wasm
ENGINE := build/engine/go.mod

# Brotli 11 makes the smallest player and takes about half a minute; it is done only when the WebAssembly has
# changed. FAST=1 takes a second and is never what should be published.
QUALITY := $(if $(FAST),5,11)
VERSION := $(shell git describe --always --dirty 2>/dev/null || echo unversioned)

.DEFAULT_GOAL := build
.PHONY: build run test vet unit browser shots fuzz size check clean help player

build: player
	$(GO) build -trimpath -ldflags "-X main.version=$(VERSION)" -o $(BIN) ./cmd/opencases

run: build
	$(BIN) serve -addr $(ADDR) $(if $(DATA),-data $(DATA))

# What has to be made again is left to the tools, which know it exactly: go build by its cache, slim and pack by what
# is there already.
player:
	@mkdir -p build
	@$(GO) run ./internal/engine/slim -out build/engine -for ./wasm/player
	@GOOS=js GOARCH=wasm $(GO) build -modfile=$(ENGINE) -trimpath -ldflags="-s -w" -o $(WASM) ./wasm/player
	@$(GO) run ./wasm/pack -quality $(QUALITY) $(WASM) wasm/built
