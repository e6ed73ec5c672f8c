package engine

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// A source is one Kage shader. Name says where it stands, for messages.
type source struct{ Name, Text string }

// shaderMark stands above a string constant that holds a Kage shader. It is
// the engine's own mark for tools.
const shaderMark = "//ebitengine:shadersource"

// findSources lists the Kage shaders of all packages linked into the player:
// embedded files named *.kage and marked constants.
func findSources(o Options) ([]source, error) {
	out, err := goCommand(o.Root, []string{"GOOS=js", "GOARCH=wasm"}, nil,
		"list", "-deps", "-modfile="+o.out("go.mod"), "-json=Dir,Standard,GoFiles,EmbedFiles", o.Package)
	if err != nil {
		return nil, fmt.Errorf("listing the packages of %s: %w", o.Package, err)
	}
	var list []source
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p struct {
			Dir                 string
			Standard            bool
			GoFiles, EmbedFiles []string
		}
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return list, nil
		} else if err != nil {
			return nil, err
		}
		if p.Standard {
			continue
		}
		for _, name := range append(p.EmbedFiles, p.GoFiles...) {
			found, err := sourcesIn(o.Root, filepath.Join(p.Dir, name))
			if err != nil {
				return nil, err
			}
			list = append(list, found...)
		}
	}
}

// sourcesIn returns the shaders of one file.
func sourcesIn(root, path string) ([]source, error) {
	isGo := strings.HasSuffix(path, ".go")
	if !isGo && !strings.HasSuffix(path, ".kage") {
		return nil, nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	name := path
	if rel, err := filepath.Rel(root, path); err == nil {
		name = filepath.ToSlash(rel)
	}
	if !isGo {
		return []source{{name, string(data)}}, nil
	}
	if !bytes.Contains(data, []byte(shaderMark)) {
		return nil, nil
	}
	return constSources(name, data)
}

// constSources returns the marked string constants of a Go file.
func constSources(name string, data []byte) ([]source, error) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, name, data, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	var list []source
	for _, d := range file.Decls {
		decl, ok := d.(*ast.GenDecl)
		if !ok || decl.Tok != token.CONST {
			continue
		}
		for _, s := range decl.Specs {
			spec := s.(*ast.ValueSpec)
			// A constant named _ cannot be used, so no program compiles it.
			if !marked(decl.Doc) && !marked(spec.Doc) || spec.Names[0].Name == "_" {
				continue
			}
			at := fset.Position(spec.Pos())
			if len(spec.Names) != 1 || len(spec.Values) != 1 {
				return nil, fmt.Errorf("%s: %s must stand above one constant with one value", at, shaderMark)
			}
			lit, ok := spec.Values[0].(*ast.BasicLit)
			if !ok || lit.Kind != token.STRING {
				return nil, fmt.Errorf("%s: the shader constant %s must be one plain string literal", at, spec.Names[0].Name)
			}
			text, err := strconv.Unquote(lit.Value)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", at, err)
			}
			list = append(list, source{name + ": " + spec.Names[0].Name, text})
		}
	}
	return list, nil
}

func marked(doc *ast.CommentGroup) bool {
	if doc == nil {
		return false
	}
	for _, c := range doc.List {
		if c.Text == shaderMark {
			return true
		}
	}
	return false
}
