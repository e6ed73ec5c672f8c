package hosting

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"opencases/internal/asset"
)

const (
	immutable  = "public, max-age=31536000, immutable"
	revalidate = "no-cache"
	vary       = "Accept-Encoding"
)

// common are the fields of all files, in a fixed order.
func common() []asset.Field {
	return append(slices.Clone(asset.CommonFields), asset.Field{Name: "Vary", Value: vary})
}

// place is where files stand whose fields are not those of all others.
type place struct {
	name   string
	regexp string // of the path, for both kinds of regular expressions
	fields []asset.Field
}

// places lists them, the special ones first. They hold below any path, so that a site may stand in a folder.
func (m *Manifest) places() (all []place) {
	for i, e := range m.policed() {
		at := regexp.QuoteMeta(strings.TrimSuffix(e.Path, "index.html"))
		if at != regexp.QuoteMeta(e.Path) {
			at += "(index\\.html)?"
		}
		p := place{name: fmt.Sprintf("policy%d", i+1), regexp: "/" + at + "$", fields: []asset.Field{{Name: "Cache-Control", Value: e.Cache}}}
		for _, name := range slices.Sorted(maps.Keys(e.Header)) {
			p.fields = append(p.fields, asset.Field{Name: name, Value: e.Header[name]})
		}
		all = append(all, p)
	}
	document := asset.NewFile("", asset.HTMLType, nil).OwnFields()
	return append(all,
		place{"parts", "/" + asset.Dir + "[^/]+\\.html$", append([]asset.Field{{Name: "Cache-Control", Value: immutable}}, document...)},
		place{"assets", "/" + asset.Dir + ".", []asset.Field{{Name: "Cache-Control", Value: immutable}}},
		place{"pages", "(/|\\.html)$", append([]asset.Field{{Name: "Cache-Control", Value: revalidate}}, document...)},
	)
}

func (m *Manifest) nginx() []byte {
	var b strings.Builder
	b.WriteString(`# Written by opencases build. In a server block: root DIR; include DIR/hosting/nginx.conf;
# Brotli needs its module (Debian: libnginx-mod-http-brotli-static); without it remove the line.
index index.html;
charset off;
etag on;
absolute_redirect off;
gzip off;
gzip_vary off;
gzip_static on;
brotli_static on;
error_page 403 404 =404 /404.html;
default_type "` + asset.TextType + `";
types {
`)
	types := m.types()
	for _, ext := range slices.Sorted(maps.Keys(types)) {
		fmt.Fprintf(&b, "  %q %s;\n", types[ext], ext)
	}
	b.WriteString("}\n")
	write := func(fields []asset.Field) {
		for _, f := range append(common(), fields...) {
			fmt.Fprintf(&b, "  add_header %s %q always;\n", f.Name, f.Value)
		}
		b.WriteString("}\n")
	}
	b.WriteString("# Not for readers.\nlocation ~ (/\\.(?!well-known/)|/hosting/|/_headers$|\\.(br|gz)$) {\n  return 404;\n}\n")
	for _, p := range m.places() {
		fmt.Fprintf(&b, "location ~ %q {\n", p.regexp)
		write(p.fields)
	}
	b.WriteString("location / {\n")
	write([]asset.Field{{Name: "Cache-Control", Value: revalidate}})
	return []byte(b.String())
}

func (m *Manifest) caddy() []byte {
	var b strings.Builder
	b.WriteString(`# Written by opencases build. In a site block: root * DIR, then import DIR/hosting/Caddyfile
@hidden path_regexp (/\.(b|c|d|e|g|h|o|s)|/\.w[^e]|/hosting/|/_headers$|\.(br|gz)$)
error @hidden 404
file_server {
  precompressed br gzip
}
handle_errors {
  rewrite * /404.html
  file_server {
    precompressed br gzip
  }
`)
	document := asset.NewFile("", asset.HTMLType, nil)
	write := func(matcher string, fields []asset.Field) {
		fmt.Fprintf(&b, "header%s {\n  defer\n", matcher)
		for _, f := range fields {
			fmt.Fprintf(&b, "  %s %q\n", f.Name, f.Value)
		}
		b.WriteString("}\n")
	}
	write("", slices.Concat(common(), document.OwnFields(), []asset.Field{{Name: "Content-Type", Value: document.Type}, {Name: "Cache-Control", Value: revalidate}}))
	b.WriteString("}\n")
	types := m.types()
	for _, ext := range slices.Sorted(maps.Keys(types)) {
		also := ""
		if ext == "html" {
			also = " */"
		}
		fmt.Fprintf(&b, "@type_%s path *.%s%s\n", ext, ext, also)
		write(" @type_"+ext, []asset.Field{{Name: "Content-Type", Value: types[ext]}})
	}
	// Of deferred fields the first in the file is written last, and stays.
	for _, p := range m.places() {
		fmt.Fprintf(&b, "@%s path_regexp %s\n", p.name, p.regexp)
		write(" @"+p.name, p.fields)
	}
	write("", append(common(), asset.Field{Name: "Cache-Control", Value: revalidate}))
	return []byte(b.String())
}

func (m *Manifest) apache() []byte {
	var b strings.Builder
	b.WriteString(`# Written by opencases build. Needs AllowOverride All and the modules headers, mime, dir, rewrite, setenvif.
DirectoryIndex index.html
ErrorDocument 404 /404.html
Options -Indexes -MultiViews
AddDefaultCharset Off
FileETag MTime Size
RemoveLanguage .br
RemoveType .gz
AddEncoding br .br
AddEncoding gzip .gz
SetEnv no-gzip 1
SetEnv no-brotli 1
`)
	types := m.types()
	for _, ext := range slices.Sorted(maps.Keys(types)) {
		fmt.Fprintf(&b, "AddType %q .%s\n", types[ext], ext)
	}
	b.WriteString(`RewriteEngine On
# Not for readers.
RewriteCond %{ENV:REDIRECT_STATUS} ^$
RewriteRule (^|/)(\.(?!well-known/)|hosting/|_headers$)|\.(br|gz)$ - [R=404,L]
# The smallest form that the client accepts.
RewriteCond %{HTTP:Accept-Encoding} (^|[\s,])br\s*(,|$|;\s*q=(1|0\.\d*[1-9])) [NC]
RewriteCond %{REQUEST_FILENAME}.br -f
RewriteRule ^(.+[^/])$ $1.br [L]
RewriteCond %{HTTP:Accept-Encoding} (^|[\s,])br\s*(,|$|;\s*q=(1|0\.\d*[1-9])) [NC]
RewriteCond %{REQUEST_FILENAME}index.html.br -f [OR]
RewriteCond %{REQUEST_FILENAME}/index.html.br -f
RewriteRule ^(.*/)?$ $1index.html.br [L]
RewriteCond %{HTTP:Accept-Encoding} (^|[\s,])(x-)?gzip\s*(,|$|;\s*q=(1|0\.\d*[1-9])) [NC]
RewriteCond %{REQUEST_FILENAME}.gz -f
RewriteRule ^(.+[^/])$ $1.gz [L]
RewriteCond %{HTTP:Accept-Encoding} (^|[\s,])(x-)?gzip\s*(,|$|;\s*q=(1|0\.\d*[1-9])) [NC]
RewriteCond %{REQUEST_FILENAME}index.html.gz -f [OR]
RewriteCond %{REQUEST_FILENAME}/index.html.gz -f
RewriteRule ^(.*/)?$ $1index.html.gz [L]
`)
	write := func(condition string, fields []asset.Field) {
		for _, f := range fields {
			fmt.Fprintf(&b, "Header always set %s %q%s\n", f.Name, f.Value, condition)
			fmt.Fprintf(&b, "Header unset %s%s\n", f.Name, condition) // the same from elsewhere
		}
	}
	write("", append(common(), asset.Field{Name: "Cache-Control", Value: revalidate}))
	all := m.places()
	slices.Reverse(all)
	for _, p := range all {
		write(fmt.Sprintf(" \"expr=%%{REQUEST_URI} =~ m#%s#\"", strings.Replace(p.regexp, "$", "(\\.(br|gz))?$", 1)), p.fields)
	}
	return []byte(b.String())
}

// headers is for Netlify, Cloudflare Pages and others that read it. They have most files revalidated by themselves, and join
// the values of rules that both match: no rule says of a file what another says too.
func (m *Manifest) headers(pins []string) []byte {
	var b strings.Builder
	write := func(path string, fields ...asset.Field) {
		b.WriteString("/" + path + "\n")
		for _, f := range fields {
			b.WriteString("  " + f.Name + ": " + f.Value + "\n")
		}
	}
	write("*", asset.CommonFields...)
	write(asset.Dir+"*", asset.Field{Name: "Cache-Control", Value: immutable})
	for _, pin := range pins {
		write(PinDir+pin+"/"+asset.Dir+"*", asset.Field{Name: "Cache-Control", Value: immutable})
	}
	document := asset.NewFile("", asset.HTMLType, nil).OwnFields()
	folders := map[string]bool{}
	for _, e := range m.pages() {
		first, _, nested := strings.Cut(e.Path, "/")
		if nested {
			first += "/*"
		}
		folders[strings.TrimSuffix(first, "index.html")] = true
	}
	for _, at := range slices.Sorted(maps.Keys(folders)) {
		write(at, document...)
	}
	for _, e := range m.policed() {
		at := e.Path
		if folder, ok := strings.CutSuffix(at, "index.html"); ok {
			at = folder + "*"
		}
		write(at, asset.Field{Name: policyField, Value: e.Header[policyField]})
	}
	for _, e := range m.Files {
		if e.mustRevalidate {
			write(e.Path, asset.Field{Name: "Cache-Control", Value: e.Cache})
		}
	}
	return []byte(b.String())
}
