package engine

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"text/template"
)

// choice is one built-in shader: numbers as in the engine's own declarations.
type choice struct {
	filter, address int
	colorMatrix     bool
}

func choices() []choice {
	var list []choice
	for f := range 3 {
		for a := range 3 {
			list = append(list, choice{f, a, false}, choice{f, a, true})
		}
	}
	return list
}

// releasedTemplate reads the template of the built-in shaders from the release
// itself, not from the copy.
func releasedTemplate(t *testing.T) *template.Template {
	t.Helper()
	dir, err := moduleDir(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(dir, "internal/builtinshader/shader.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var text string
	ast.Inspect(file, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && strings.Contains(lit.Value, "{{") {
			if text, err = strconv.Unquote(lit.Value); err != nil {
				t.Fatal(err)
			}
		}
		return true
	})
	return template.Must(template.New("released").Parse(text))
}

// The table must hold, under the name that the browser's ShaderSource answers,
// the program that the released template and compiler give for the same choice.
func TestEveryBuiltinShaderIsThatOfTheRelease(t *testing.T) {
	o := player(t)
	prepare(t, o)
	tmpl := releasedTemplate(t)
	keys := browserShaderNames(t)

	var sources []source
	for _, c := range choices() {
		var b bytes.Buffer
		err := tmpl.Execute(&b, map[string]any{
			"Filter": c.filter, "FilterNearest": 0, "FilterLinear": 1, "FilterPixelated": 2,
			"Address": c.address, "AddressUnsafe": 0, "AddressClampToZero": 1, "AddressRepeat": 2,
			"UseColorM": c.colorMatrix,
		})
		if err != nil {
			t.Fatal(err)
		}
		sources = append(sources, source{"released", b.String()})
	}
	programs, err := compile(o.out("ebiten"), sources)
	if err != nil {
		t.Fatal(err)
	}
	byName := map[string]program{}
	for _, p := range programs {
		if p.Name != "released" {
			byName[p.Name] = p
		}
	}
	table, err := os.ReadFile(o.out("ebiten", tablePath))
	if err != nil {
		t.Fatal(err)
	}
	released := programs[len(programs)-len(sources):]
	seen := map[string]bool{}
	for i, c := range choices() {
		want, got := released[i], byName[keys[i]]
		want.Name, want.Hash = got.Name, got.Hash // they differ by their keys alone
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%+v: the table's shader %q differs from the released one:\n%+v\nwant\n%+v", c, keys[i], got, want)
		}
		if seen[got.Vertex+got.Fragment+strconv.FormatBool(c.colorMatrix)] {
			t.Errorf("%+v: the same shader as for another choice", c)
		}
		seen[got.Vertex+got.Fragment+strconv.FormatBool(c.colorMatrix)] = true
		if !strings.Contains(string(table), strconv.Quote(got.Fragment)) {
			t.Errorf("%+v: %s lacks its fragment shader", c, tablePath)
		}
	}
}

// browserShaderNames runs our replacement of ShaderSource for every choice.
func browserShaderNames(t *testing.T) []string {
	t.Helper()
	dir := t.TempDir()
	text, err := replacements.ReadFile("replace/internal/builtinshader/shader_js.go.txt")
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "go.mod"), "module names\n\ngo 1.25\n")
	write(t, filepath.Join(dir, "builtinshader", "shader.go"), string(text))
	write(t, filepath.Join(dir, "main.go"), `package main

import (
	"fmt"
	b "names/builtinshader"
)

func main() {
	for _, f := range []b.Filter{b.FilterNearest, b.FilterLinear, b.FilterPixelated} {
		for _, a := range []b.Address{b.AddressUnsafe, b.AddressClampToZero, b.AddressRepeat} {
			fmt.Printf("%s\n%s\n", b.ShaderSource(f, a, false), b.ShaderSource(f, a, true))
		}
	}
}
`)
	out, err := goCommand(dir, []string{"GOWORK=off", "GOFLAGS="}, nil, "run", ".")
	if err != nil {
		t.Fatal(err)
	}
	names := strings.Fields(string(out))
	if len(names) != len(choices()) {
		t.Fatalf("%d names for %d choices", len(names), len(choices()))
	}
	return names
}
