package main

import (
	"os"
	"testing"
)

func TestTheTablesAreUpToDateWithTheFonts(t *testing.T) {
	have, err := os.ReadFile("../tables.go")
	if err != nil {
		t.Fatal(err)
	}
	if string(have) != generate() {
		t.Error("tables.go is not what the fonts give; run: go generate ./internal/typeface")
	}
}
