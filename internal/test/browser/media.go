package browser

import (
	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/emulation"
)

// Size sets the window's inside in CSS px, at one px of the screen each.
func (p *Tab) Size(width, height int) {
	p.T.Helper()
	p.Screen(width, height, 1, false)
}

// Screen sets the window's inside in CSS px, how many px of the screen one is, and whether it is a phone's.
func (p *Tab) Screen(width, height int, ratio float64, phone bool) {
	p.T.Helper()
	Call(p, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: int64(width), Height: int64(height), DeviceScaleFactor: ratio, Mobile: phone,
	})
}

// Touch makes the device one with a touch screen.
func (p *Tab) Touch() {
	p.T.Helper()
	Call(p, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true, MaxTouchPoints: 5})
}

// Media sets what the reader's device prefers: pairs like "prefers-reduced-motion", "reduce".
func (p *Tab) Media(pairs ...string) {
	p.T.Helper()
	var features []*emulation.MediaFeature
	for i := 0; i < len(pairs); i += 2 {
		features = append(features, &emulation.MediaFeature{Name: pairs[i], Value: pairs[i+1]})
	}
	Call(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: features})
}

// Hide takes the tab's window off the screen, as another tab in front of it does, or brings it back.
func (p *Tab) Hide(hidden bool) {
	p.T.Helper()
	state := browser.WindowStateNormal
	if hidden {
		state = browser.WindowStateMinimized
	}
	window := Call(p, browser.GetWindowForTarget, browser.GetWindowForTargetParams{}).WindowID
	Call(p, browser.SetWindowBounds, browser.SetWindowBoundsParams{WindowID: window, Bounds: &browser.Bounds{WindowState: state}})
	p.Wait("the window is hidden, or shown again", `document.hidden === %s`, hidden)
}

// NoScripts turns scripts off.
func (p *Tab) NoScripts() {
	p.T.Helper()
	Call(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
}

// Quiet is the option of a reader whose device asks for no motion.
func Quiet(p *Tab) { p.Media("prefers-reduced-motion", "reduce") }

// Slow makes the tab's thread so many times slower, as a phone's is.
func (p *Tab) Slow(times float64) {
	p.T.Helper()
	Call(p, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: times})
}
