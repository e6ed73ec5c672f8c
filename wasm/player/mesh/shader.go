package mesh

import _ "embed"

// Shader is the text of marks.kage, which draws a Mesh.
//
//go:embed marks.kage
var Shader []byte
