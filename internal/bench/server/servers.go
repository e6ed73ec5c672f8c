package main

import (
	"bufio"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"syscall"
	"time"

	"opencases/internal/bench/report"
)

// server is one running server under measurement.
type server struct {
	name, version string
	url           string // with a slash at the end
	cmd           *exec.Cmd
}

func (s *server) stop() {
	syscall.Kill(-s.cmd.Process.Pid, syscall.SIGTERM) // its workers too
	s.cmd.Wait()
}

// start starts the three; those that run are answered also with an error.
func start(bin, dir, public string) (running []*server, err error) {
	nginx, err := nginxConfig(dir, public)
	if err != nil {
		return nil, err
	}
	caddy, err := caddyConfig(dir, public)
	if err != nil {
		return nil, err
	}
	number := regexp.MustCompile(`\d+\.\d+\.\d+`)
	for _, s := range []struct {
		name, version, url string
		command            []string
	}{
		{"Open Cases", report.Version(bin, "version"), "", []string{bin, "serve", "-addr", "127.0.0.1:0"}},
		{"nginx", number.FindString(report.Version("nginx", "-v")), nginx.url, []string{"nginx", "-e", "stderr", "-c", nginx.file}},
		{"Caddy", number.FindString(report.Version("caddy", "version")), caddy.url, []string{"caddy", "run", "--config", caddy.file, "--adapter", "caddyfile"}},
	} {
		one := &server{name: s.name, version: s.version, url: s.url}
		if err := one.run(dir, s.command); err != nil {
			return running, fmt.Errorf("%s: %w", s.name, err)
		}
		running = append(running, one)
	}
	return running, nil
}

// onServersCore and onLoadsCore keep the load from taking the servers' time, where there is more than one core.
func onServersCore(command []string) []string { return onCore("0", command) }
func onLoadsCore(command []string) []string   { return onCore("1", command) }

func onCore(core string, command []string) []string {
	if runtime.NumCPU() < 2 {
		return command
	}
	return append([]string{"taskset", "-c", core}, command...)
}

// run starts the command and waits until it answers.
func (s *server) run(dir string, command []string) error {
	command = onServersCore(command)
	s.cmd = exec.Command(command[0], command[1:]...)
	s.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	s.cmd.Env = append(os.Environ(), "HOME="+dir, "XDG_DATA_HOME="+dir, "XDG_CONFIG_HOME="+dir)
	log, err := os.Create(filepath.Join(dir, s.name+".log"))
	if err != nil {
		return err
	}
	defer log.Close()
	s.cmd.Stderr = log
	var says *bufio.Reader
	if s.url == "" {
		pipe, err := s.cmd.StdoutPipe()
		if err != nil {
			return err
		}
		says = bufio.NewReader(pipe)
	}
	if err := s.cmd.Start(); err != nil {
		return err
	}
	if says != nil {
		line, err := says.ReadString('\n')
		if err != nil {
			return fmt.Errorf("it says no address: %w", err)
		}
		s.url = strings.TrimSpace(line[strings.LastIndex(line, " "):])
	}
	for range 100 {
		if res, err := http.Get(s.url + "robots.txt"); err == nil {
			res.Body.Close()
			if res.StatusCode == http.StatusOK {
				return nil
			}
		}
		time.Sleep(50 * time.Millisecond)
	}
	text, _ := os.ReadFile(log.Name())
	s.stop()
	return errors.New("it does not answer: " + string(text))
}

type config struct{ file, url string }

func freeAddress() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	return l.Addr().String(), l.Close()
}

// brotliModule is where Debian puts nginx's module for files that are compressed beforehand.
const brotliModule = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"

// nginxConfig is nginx as its manual advises for files that are read often: kept open, sent by the kernel, found
// compressed. One worker, as there is one core for it.
func nginxConfig(dir, public string) (config, error) {
	module, brotli := "", ""
	if _, err := os.Stat(brotliModule); err == nil {
		module, brotli = "load_module "+brotliModule+";", "brotli_static on;"
	}
	address, err := freeAddress()
	if err != nil {
		return config{}, err
	}
	text := fmt.Sprintf(`%s
daemon off;
worker_processes 1;
pid %s/nginx.pid;
events { worker_connections 1024; }
http {
	include /etc/nginx/mime.types;
	types { application/wasm wasm; }
	access_log off;
	sendfile on;
	tcp_nopush on;
	keepalive_requests 1000000000;
	open_file_cache max=2000 inactive=1h;
	open_file_cache_valid 1h;
	gzip_static on;
	%s
	server {
		listen %s;
		root %s;
		add_header Access-Control-Allow-Origin *;
		add_header Cross-Origin-Resource-Policy cross-origin;
		add_header X-Content-Type-Options nosniff;
	}
}
`, module, dir, brotli, address, public)
	file := filepath.Join(dir, "nginx.conf")
	return config{file, "http://" + address + "/"}, os.WriteFile(file, []byte(text), 0o644)
}

// caddyConfig is Caddy as its manual has it for such files.
func caddyConfig(dir, public string) (config, error) {
	address, err := freeAddress()
	if err != nil {
		return config{}, err
	}
	text := fmt.Sprintf(`{
	admin off
	auto_https off
}
http://%s {
	root * %s
	header {
		Access-Control-Allow-Origin *
		Cross-Origin-Resource-Policy cross-origin
		X-Content-Type-Options nosniff
	}
	file_server {
		precompressed br gzip
	}
}
`, address, public)
	file := filepath.Join(dir, "Caddyfile")
	return config{file, "http://" + address + "/"}, os.WriteFile(file, []byte(text), 0o644)
}
