package main

import (
	"fmt"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
)

// mostBytes is what the README's picture may weigh.
const mostBytes = 1_000_000

// encode writes the screenshots as PNG files into folder and has img2webp join them. The picture plays once and then
// rests at the finding.
func encode(shots []screenshot, folder, out string) error {
	args := []string{"-loop", "1"}
	for i, s := range shots {
		name := filepath.Join(folder, fmt.Sprintf("%04d.png", i))
		f, err := os.Create(name)
		if err != nil {
			return err
		}
		err = png.Encode(f, s.image)
		if closed := f.Close(); err == nil {
			err = closed
		}
		if err != nil {
			return err
		}
		args = append(args, "-lossy", "-q", "60", "-m", "6", "-d", strconv.Itoa(int(s.shown.Milliseconds())), name)
	}
	made := filepath.Join(folder, "made.webp")
	if said, err := exec.Command("img2webp", append(args, "-o", made)...).CombinedOutput(); err != nil {
		return fmt.Errorf("img2webp (Debian's package webp): %w: %s", err, said)
	}
	body, err := os.ReadFile(made)
	if err != nil {
		return err
	}
	if len(body) > mostBytes {
		return fmt.Errorf("the picture is %d bytes and may be %d", len(body), mostBytes)
	}
	fmt.Printf("%s: %d screenshots, %d bytes\n", out, len(shots), len(body))
	return os.WriteFile(out, body, 0o644)
}
