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
		why:  "no timer runs while nothing is drawn; a frame asks for no gamepads and starts no goroutine",
		edit: []edit{noIdleTicker, noGamepadImport, noGamepadUpdate, oneLoop, wakeLoop}},

	{path: "internal/ui/context.go", kind: edited,
		hash: "1579bc8919a30f028fa4e815e063b6b7fe63bd72f17e40a48cb7e9ccaa1124bd",
		why:  "a frame clears no image that nothing is drawn on",
		edit: []edit{noOffscreenClear}},
	{path: "internal/graphicsdriver/opengl/graphics.go", kind: edited,
		hash: "b0a4ccdbe9a70f3dcce3c16c2bcaa07b6948f0ac3004e14bddf86a88ecb2dca5",
		why:  "a frame clears the canvas by one call; shaders are waited for where they draw",
		edit: []edit{clearByCall, finishOnUse}},
	{path: "internal/graphicsdriver/opengl/shader.go", kind: edited,
		hash: "1c402899968fa7d62ae30db87b237b7da036bbdfacf56b7c1907e617f04337f5",
		why:  "shaders are linked while the page has its thread, and only those that draw are waited for",
		edit: []edit{shaderSleeps, shaderFields, keepVertexShader, keepFragmentShader, shaderChecks, shaderFinish}},
}

// Ten times a second the engine looks whether to suspend audio, which the
// player has not. A ticker that was never started never fires and may be stopped.
var noIdleTicker = edit{
	old: "\t\tt := time.NewTicker(interval)\n",
	new: "\t\tt := new(time.Ticker)\n",
}

// A player knows no gamepads, and asking for them takes a tenth of an empty frame.
var (
	noGamepadImport = edit{old: "\t\"github.com/hajimehoshi/ebiten/v2/internal/gamepad\"\n", new: ""}
	noGamepadUpdate = edit{old: "\tif err := gamepad.Update(); err != nil {\n\t\treturn err\n\t}\n\n", new: ""}
)

// The engine starts a goroutine for each frame, whose stack then grows, by copying, to what a frame takes. One that stays
// has grown once.
var (
	oneLoop = edit{
		old: "\t// TODO: Should cf be released after the game ends?\n",
		new: "\tframes := make(chan struct{}, 1)\n" +
			"\tgo func() {\n" +
			"\t\tfor range frames {\n" +
			"\t\t\tf()\n" +
			"\t\t}\n" +
			"\t}()\n\n" +
			"\t// TODO: Should cf be released after the game ends?\n",
	}
	wakeLoop = edit{
		old: "\t\t// f can be blocked but callbacks must not be blocked. Create a goroutine (#1161).\n\t\tgo f()\n",
		new: "\t\tselect { // a callback must not wait; f asks for the next frame only at its end\n" +
			"\t\tcase frames <- struct{}{}:\n" +
			"\t\tdefault:\n" +
			"\t\t}\n",
	}
)

// The player draws on the screen itself (DrawFinalScreen). The image between is not used, but a frame in which nothing has
// changed it would be left out.
var noOffscreenClear = edit{
	old: "\t\tc.offscreen.clear()\n",
	new: "\t\tc.isOffscreenModified = true\n",
}

// The engine clears the screen by a quad with a shader of its own. It asks here whether to, before anything of the frame is
// drawn.
var clearByCall = edit{
	old: "func (g *Graphics) NeedsClearingScreen() bool {\n\treturn true\n}\n",
	new: "func (g *Graphics) NeedsClearingScreen() bool {\n" +
		"\tconst everywhere, colorBufferBit = 1 << 14, 0x4000\n" +
		"\tg.context.bindFramebuffer(g.context.screenFramebuffer)\n" +
		"\tg.context.ctx.Scissor(0, 0, everywhere, everywhere)\n" +
		"\tg.context.ctx.Clear(colorBufferBit)\n" +
		"\treturn false\n}\n",
}

// To ask whether a shader is linked makes the page wait until it is, and the engine asks at once, also for those of its own
// that the player never draws with. Here it asks when a shader is first drawn with, and gives the page its thread meanwhile.
var (
	shaderSleeps = edit{old: "\t\"runtime\"\n", new: "\t\"time\"\n"}
	shaderFields = edit{
		old: "\tp  program\n}\n",
		new: "\tp  program\n\n\tvs, fs shader\n\tfinished bool\n}\n",
	}
	keepVertexShader   = edit{old: "\tdefer s.graphics.context.ctx.DeleteShader(uint32(vs))\n", new: ""}
	keepFragmentShader = edit{old: "\tdefer s.graphics.context.ctx.DeleteShader(uint32(fs))\n", new: ""}
	shaderChecks       = edit{
		old: "\t// Check the shader compile status asynchronously if possible.\n" +
			"\t// The function 'compile' itself is still blocking, but at least this gives a chance to other goroutines to run\n" +
			"\t// while waiting for the shader compilation.\n" +
			"\tif s.graphics.context.hasParallelShaderCompile() {\n" +
			"\t\tfor s.graphics.context.ctx.GetShaderi(uint32(vs), gl.COMPLETION_STATUS_KHR) != gl.TRUE ||\n" +
			"\t\t\ts.graphics.context.ctx.GetShaderi(uint32(fs), gl.COMPLETION_STATUS_KHR) != gl.TRUE {\n" +
			"\t\t\truntime.Gosched()\n" +
			"\t\t}\n" +
			"\t}\n",
		new: "\ts.p, s.vs, s.fs = p, vs, fs\n" +
			"\treturn nil\n" +
			"}\n\n" +
			"// finish waits until the shader is linked.\n" +
			"func (s *Shader) finish() error {\n" +
			"\tif s.finished {\n" +
			"\t\treturn nil\n" +
			"\t}\n" +
			"\tp, vs, fs := s.p, s.vs, s.fs\n" +
			"\tdefer s.graphics.context.ctx.DeleteShader(uint32(vs))\n" +
			"\tdefer s.graphics.context.ctx.DeleteShader(uint32(fs))\n\n" +
			"\tif s.graphics.context.hasParallelShaderCompile() {\n" +
			"\t\tfor s.graphics.context.ctx.GetProgrami(uint32(p), gl.COMPLETION_STATUS_KHR) != gl.TRUE {\n" +
			"\t\t\ttime.Sleep(time.Millisecond)\n" +
			"\t\t}\n" +
			"\t}\n",
	}
	shaderFinish = edit{
		old: "\t\treturn fmt.Errorf(\"opengl: program error: %s\\nvertex shader error: %s\\nvertex shader source: %s\\nfragment shader error: %s\\nfragment shader source: %s\",\n" +
			"\t\t\tprogramInfo, vertexShaderInfo, vssrc, fragmentShaderInfo, fssrc)\n" +
			"\t}\n\n" +
			"\ts.p = p\n",
		new: "\t\treturn fmt.Errorf(\"opengl: program error: %s\\nvertex shader error: %s\\nfragment shader error: %s\",\n" +
			"\t\t\tprogramInfo, vertexShaderInfo, fragmentShaderInfo)\n" +
			"\t}\n\n" +
			"\ts.finished = true\n",
	}
	finishOnUse = edit{
		old: "\tprogram := shader.p\n",
		new: "\tif err := shader.finish(); err != nil {\n\t\treturn err\n\t}\n\tprogram := shader.p\n",
	}
)
