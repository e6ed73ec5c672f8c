// Package hosting_test serves the site that build writes through nginx, Caddy and Apache, and compares every answer with the
// program's own. make deps installs the three.
package hosting_test

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"opencases/internal/asset/hosting"
)

// built are the program and what it wrote.
var built struct {
	program, dir string
	manifest     hosting.Manifest
}

var buildFlags = []string{"-pin", "-url", "https://example.org/", "-security-contact", "mailto:security@example.org", "-security-expires", "2027-06-30"}

func TestMain(m *testing.M) {
	parent, err := os.MkdirTemp("", "hosting")
	if err == nil {
		err = prepare(parent)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.RemoveAll(parent)
		os.Exit(1)
	}
	code := m.Run()
	os.RemoveAll(parent)
	os.Exit(code)
}

func prepare(parent string) error {
	if err := os.Chmod(parent, 0o755); err != nil { // Apache's workers are of another user
		return err
	}
	built.program, built.dir = filepath.Join(parent, "opencases"), filepath.Join(parent, "public")
	for _, args := range [][]string{{"go", "build", "-trimpath", "-o", built.program, "opencases/cmd/opencases"}, append([]string{built.program, "build", "-out", built.dir}, buildFlags...)} {
		if out, err := exec.Command(args[0], args[1:]...).CombinedOutput(); err != nil {
			return fmt.Errorf("%v: %w: %s", args, err, out)
		}
	}
	text, err := os.ReadFile(filepath.Join(built.dir, "hosting", "files.json"))
	if err != nil {
		return err
	}
	return json.Unmarshal(text, &built.manifest)
}

// find is the path of a server's program.
func find(t *testing.T, name string) string {
	t.Helper()
	for _, dir := range append(filepath.SplitList(os.Getenv("PATH")), "/usr/sbin", "/usr/local/sbin") {
		if path := filepath.Join(dir, name); exec.Command("test", "-x", path).Run() == nil {
			return path
		}
	}
	t.Fatalf("%s is not installed; make deps installs it", name)
	return ""
}

func freePort(t *testing.T) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

// run starts a server, waits until it answers and stops it when the test ends.
func run(t *testing.T, port int, args ...string) string {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	cmd := exec.CommandContext(ctx, args[0], args[1:]...)
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	cmd.WaitDelay = 5 * time.Second
	bind(cmd)
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	cmd.Env = append(os.Environ(), "XDG_DATA_HOME="+t.TempDir(), "XDG_CONFIG_HOME="+t.TempDir())
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	t.Cleanup(func() { stop(); <-ended })
	address := fmt.Sprintf("127.0.0.1:%d", port)
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		select {
		case err := <-ended:
			ended <- err
			t.Fatalf("%s ended: %v: %s", args[0], err, said.String())
		default:
		}
		if c, err := net.Dial("tcp", address); err == nil {
			c.Close()
			return "http://" + address
		}
	}
	t.Fatalf("%s does not answer: %s", args[0], said.String())
	return ""
}

func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func own(t *testing.T) string {
	port := freePort(t)
	return run(t, port, append([]string{built.program, "serve", "-addr", fmt.Sprintf("127.0.0.1:%d", port)}, buildFlags[1:]...)...)
}

// hosts are the others, with their settings as an operator would write them around ours.
var hosts = map[string]func(t *testing.T, dir string) string{
	"nginx": func(t *testing.T, dir string) string {
		port, state := freePort(t), t.TempDir()
		modules := ""
		for _, m := range []string{"ngx_http_brotli_static_module.so"} {
			if path := "/usr/lib/nginx/modules/" + m; exec.Command("test", "-f", path).Run() == nil {
				modules += "load_module " + path + ";\n"
			}
		}
		user := ""
		if os.Getuid() == 0 {
			user = "user root;\n"
		}
		temp := ""
		for _, kind := range []string{"client_body", "proxy", "fastcgi", "uwsgi", "scgi"} {
			temp += fmt.Sprintf("%s_temp_path %s/%s;\n", kind, state, kind)
		}
		file := write(t, "nginx.conf", fmt.Sprintf("%s%sdaemon off;\npid %s/pid;\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\n%sserver {\nlisten 127.0.0.1:%d;\nroot %s;\ninclude %s/hosting/nginx.conf;\n}\n}\n",
			modules, user, state, temp, port, dir, dir))
		return run(t, port, find(t, "nginx"), "-c", file, "-p", state)
	},
	"Caddy": func(t *testing.T, dir string) string {
		port := freePort(t)
		file := write(t, "Caddyfile", fmt.Sprintf("{\nadmin off\nauto_https off\n}\nhttp://127.0.0.1:%d {\nroot * %s\nimport %s/hosting/Caddyfile\n}\n", port, dir, dir))
		return run(t, port, find(t, "caddy"), "run", "--config", file, "--adapter", "caddyfile")
	},
	"Apache": func(t *testing.T, dir string) string {
		port, state := freePort(t), t.TempDir()
		modules := ""
		for _, m := range []string{"mpm_event", "authz_core", "mime", "dir", "headers", "rewrite", "setenvif", "env"} {
			modules += fmt.Sprintf("LoadModule %s_module /usr/lib/apache2/modules/mod_%s.so\n", m, m)
		}
		if os.Getuid() == 0 {
			modules += "User www-data\nGroup www-data\n"
		}
		file := write(t, "apache.conf", fmt.Sprintf("%sServerRoot %s\nDefaultRuntimeDir %s\nPidFile %s/pid\nListen 127.0.0.1:%d\nServerName 127.0.0.1\nErrorLog /dev/stderr\nTypesConfig /etc/mime.types\nDocumentRoot %s\n<Directory %s>\nAllowOverride All\nRequire all granted\n</Directory>\n",
			modules, state, state, state, port, dir, dir))
		return run(t, port, find(t, "apache2"), "-f", file, "-DFOREGROUND")
	},
}

// reply is what counts of an answer.
type reply struct {
	status int
	header map[string]string
	body   []byte
	tag    string
}

var client = &http.Client{Transport: &http.Transport{DisableCompression: true, MaxIdleConnsPerHost: 4},
	CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}

// alike are the fields in which all servers must agree. Each has its own way of tags.
var alike = []string{"Access-Control-Allow-Origin", "Cross-Origin-Resource-Policy", "Cross-Origin-Embedder-Policy", "X-Content-Type-Options", "Referrer-Policy",
	"Permissions-Policy", "Content-Security-Policy", "Cache-Control", "Content-Type", "Content-Encoding", "Content-Language", "Content-Length", "Content-Range", "Vary", "Set-Cookie"}

// unlike are fields that a server cannot be made to send.
var unlike = map[string][]string{"Caddy": {"Content-Length"}} // of compressed files it is sent in chunks

func ask(t *testing.T, method, address string, fields ...string) reply {
	t.Helper()
	r, err := http.NewRequest(method, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Sec-Fetch-Dest", "document") // as browsers do
	for i := 0; i < len(fields); i += 2 {
		r.Header.Set(fields[i], fields[i+1])
	}
	res, err := client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	a := reply{res.StatusCode, map[string]string{}, body, res.Header.Get("ETag")}
	for _, name := range alike {
		a.header[name] = strings.Join(res.Header.Values(name), " | ")
	}
	return a
}

func compare(t *testing.T, what string, want, got reply, but ...string) {
	t.Helper()
	if want.status != got.status || !bytes.Equal(want.body, got.body) {
		t.Errorf("%s: %d with %d bytes, the program %d with %d", what, got.status, len(got.body), want.status, len(want.body))
	}
	if want.header["Set-Cookie"]+got.header["Set-Cookie"] != "" {
		t.Errorf("%s: a cookie is set", what)
	}
	for _, name := range alike {
		if want.header[name] != got.header[name] && !slices.Contains(but, name) {
			t.Errorf("%s: %s is %q, the program says %q", what, name, got.header[name], want.header[name])
		}
	}
}

// leadsOn are pages that only lead on: the program redirects instead, to the reader's language.
func leadsOn(path string) bool {
	return path == "index.html" || strings.HasPrefix(path, hosting.PinDir) && strings.Count(path, "/") == 2 && strings.HasSuffix(path, "/index.html") || strings.HasSuffix(path, "/player/index.html") || strings.HasSuffix(path, "/cover/index.html") && !strings.Contains(path, "player")
}

func TestOtherServersAnswerAsTheProgramDoes(t *testing.T) {
	program := own(t)
	for name, start := range hosts {
		t.Run(name, func(t *testing.T) {
			host := start(t, built.dir)
			compared := 0
			for _, e := range built.manifest.Files {
				if leadsOn(e.Path) {
					continue
				}
				address := "/" + strings.TrimSuffix(e.Path, "index.html")
				like, pinned := address, strings.HasPrefix(e.Path, hosting.PinDir)
				if pinned {
					like = "/" + strings.SplitN(address, "/", 4)[3]
				}
				for _, accept := range []string{"", "gzip", "gzip, deflate, br, zstd", "br;q=0, gzip;q=0.5"} {
					want, got := ask(t, "GET", program+like, "Accept-Encoding", accept), ask(t, "GET", host+address, "Accept-Encoding", accept)
					compare(t, fmt.Sprintf("%s for %q", address, accept), want, got, unlike[name]...)
					compared++
					if accept == "" {
						if sum := sha256.Sum256(got.body); hex.EncodeToString(sum[:]) != e.SHA256 || len(got.body) != e.Bytes || got.header["Content-Type"] != e.Type || got.header["Cache-Control"] != e.Cache {
							t.Errorf("%s is not what the manifest says: %+v", address, e)
						}
					}
					if pinned || compared%5 != 1 {
						continue
					}
					compare(t, "HEAD "+address, ask(t, "HEAD", program+like, "Accept-Encoding", accept), ask(t, "HEAD", host+address, "Accept-Encoding", accept), unlike[name]...)
					if again := ask(t, "GET", host+address, "Accept-Encoding", accept, "If-None-Match", got.tag); got.tag == "" || again.status != 304 {
						t.Errorf("%s, asked again with its tag %s: %d", address, got.tag, again.status)
					}
					if accept != "" {
						continue // nginx sends no parts of compressed files
					}
					if part := ask(t, "GET", host+address, "Accept-Encoding", accept, "Range", "bytes=2-5"); part.status != 206 || !bytes.Equal(part.body, got.body[2:6]) {
						t.Errorf("%s: a part of it: %d with %d bytes", address, part.status, len(part.body))
					}
				}
			}
			if compared < 600 {
				t.Errorf("%d answers compared", compared)
			}
			for _, missing := range []string{"/nothing", "/nothing.js", "/.open-cases", "/.htaccess", "/_headers", "/hosting/files.json", "/hosting/nginx.conf", "/en/index.html.br", "/embed.js.gz", "/assets/", "/data/"} {
				// The program itself answers in the reader's language, and with links for every depth.
				want, got := ask(t, "GET", program+"/404.html", "Accept-Encoding", "gzip"), ask(t, "GET", host+missing, "Accept-Encoding", "gzip")
				want.status = 404
				compare(t, missing, want, got, unlike[name]...)
			}
			for _, at := range []string{"/en", "/en/gap"} {
				if got := ask(t, "GET", host+at); got.status != 301 && got.status != 308 {
					t.Errorf("%s: %d", at, got.status)
				}
			}
			for _, outside := range []string{"/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/assets/..%2f..%2f..%2fetc/passwd", "/en/%00"} {
				if got := ask(t, "GET", host+outside); got.status < 400 || bytes.Contains(got.body, []byte("root:x:")) {
					t.Errorf("%s: %d", outside, got.status)
				}
			}
		})
	}
}

// Built twice, in two folders, at two times: the same bytes.
func TestABuildIsReproducible(t *testing.T) {
	again := filepath.Join(t.TempDir(), "another", "folder")
	if out, err := exec.Command(built.program, append([]string{"build", "-out", again}, buildFlags...)...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	a, b := sums(t, built.dir), sums(t, again)
	for name, sum := range a {
		if b[name] != sum {
			t.Errorf("%s is not the same", name)
		}
	}
	if len(a) != len(b) || len(a) < 2*len(built.manifest.Files)/2 {
		t.Errorf("%d files, then %d", len(a), len(b))
	}
}

func sums(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := os.ReadFile(path)
		sum := sha256.Sum256(body)
		all[cmp.Or(strings.TrimPrefix(path, dir), path)] = hex.EncodeToString(sum[:])
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
