package hosting_test

import (
	"os/exec"
	"syscall"
)

// bind ends a server with the test, also when that is killed.
func bind(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGTERM} }
