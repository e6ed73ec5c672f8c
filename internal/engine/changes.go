package engine

// A change is one thing done to one file of the engine. Hash is the SHA-256 of
// the file as released: a change is never made to a file it was not written
// for. A file that is only added has no hash.
type change struct {
	path string
	hash string
	kind kind
	why  string
	edit []edit
}

type kind int

const (
	nativeOnly kind = iota // keep as released, but not for the browser
	replaced               // a browser-only file, replaced by ours
	added                  // our own new file
	edited                 // a few exact passages changed
)

// An edit replaces old, which must occur exactly once.
type edit struct{ old, new string }

// changes lists every difference between the copy and the release.
var changes = []change{
	{path: "internal/builtinshader/shader.go", kind: nativeOnly,
		hash: "93075a8d103c7370556795ed2b8ca4ac6068bc767e04d3880903c8a5a1a28c77",
		why:  "text/template calls methods by name, so the linker would have to keep every method of the program"},
	{path: "internal/builtinshader/shader_js.go", kind: added, why: "names shaders compiled ahead of time"},

	{path: "internal/graphics/shader.go", kind: nativeOnly,
		hash: "5c497ea1bc6e190cb41c3b64c46073e40832b2dfa49424b065037dff5a1bf99c",
		why:  "links the Kage compiler with go/parser, go/constant, math/big and regexp, and runs it at every start"},
	{path: "internal/graphics/shader_js.go", kind: added, why: "takes shaders from the table compiled ahead of time"},

	{path: "internal/shaderir/glsl/glsl.go", kind: nativeOnly,
		hash: "f06f1cd64b539043b850be520bd9050235d0c180e1ce8df754415af1767c42e4",
		why:  "links regexp and the GLSL writer"},
	{path: "internal/shaderir/glsl/type.go", kind: nativeOnly,
		hash: "992dc7c2a4203615a9747796967cec1d31adfec61f496e2abcb430ec29934ffc",
		why:  "serves the GLSL writer only"},
	{path: "internal/shaderir/glsl/glsl_js.go", kind: added, why: "takes the GLSL text from the table"},
	{path: "internal/shaderir/precompiled_js.go", kind: added, why: "reads the table of compiled shaders"},
	{path: "kagec/main.go", kind: added, why: "compiles the shaders on the building machine"},

	{path: "internal/debug/caller.go", kind: nativeOnly,
		hash: "3399bb9882b1954d1e94569392ab06d695427b85c84af0c567ca2ffe7f9ffb02",
		why:  "links go/build for a debugging log"},
	{path: "internal/debug/caller_js.go", kind: added, why: "answers that no caller is known"},

	{path: "internal/graphicscommand/image_js.go", kind: replaced,
		hash: "cc4b98f57f47ce6ae95cf42ee43337067834ce9f6810437b8a7af4ff69873359",
		why:  "links PNG, zlib and ZIP writers for a debugging download"},

	{path: "internal/png/stdlibreader.go", kind: nativeOnly,
		hash: "334229fa55916bde2a1a7c4d84aa266bef8613151df47d7cfd318c692ffc9743",
		why:  "the PNG decoder registers itself at start-up, so it is linked with zlib"},
	{path: "internal/png/stdlibwriter.go", kind: nativeOnly,
		hash: "d960b60696c9213b3d4ae42c1a5a8bfa0d7b7acee92a16e7820a607cb32dcc82",
		why:  "serves the debugging download only"},
	{path: "internal/png/stdlibpaeth.go", kind: nativeOnly,
		hash: "f6b8d7c3e14e544827fb673a77d65489bea6492b0a5823e084a000fe4a982ed4",
		why:  "serves the decoder and the encoder only"},
	{path: "internal/png/png_js.go", kind: added, why: "refuses to encode"},

	{path: "internal/ui/ui_js.go", kind: edited,
		hash: "81a0b12a58ed22c1269922729e042e5435010e753560ed74eeaef6d954a0b29e",
		why:  "follows a changed device pixel ratio; no timer runs while nothing is drawn",
		edit: []edit{pixelRatioOnResize, noIdleTicker}},
}

// The engine reads the device pixel ratio once. A resize event makes it read
// the ratio again, so zoom and another screen stay sharp.
var pixelRatioOnResize = edit{
	old: "\tv.Call(\"addEventListener\", \"resize\", js.FuncOf(func(this js.Value, args []js.Value) any {\n",
	new: "\tv.Call(\"addEventListener\", \"resize\", js.FuncOf(func(this js.Value, args []js.Value) any {\n" +
		"\t\ttheMonitor.deviceScaleFactor = 0\n",
}

// Ten times a second the engine looks whether to suspend audio, which the
// player has not. A ticker that was never started never fires and may be stopped.
var noIdleTicker = edit{
	old: "\t\tt := time.NewTicker(interval)\n",
	new: "\t\tt := new(time.Ticker)\n",
}
