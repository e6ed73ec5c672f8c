package handout

import "opencases/internal/picture"

// Greys are the lightness of each ink, 0 (black) to 255: shape and place carry the meaning, and no two marks that
// stand beside each other have the same grey.
var Greys = map[picture.Ink]int{
	picture.InkText: 0, picture.InkQuiet: 64, picture.InkRule: 190, picture.InkStrike: 110, picture.InkReport: 70,
	picture.InkCredible: 0, picture.InkOpen: 90, picture.InkRest: 150, picture.InkIndependent: 90, picture.InkGuess: 0,
	picture.InkGround: 255, picture.InkBlank: 150,
}

// wordGrey keeps words about pale marks readable on paper.
func wordGrey(ink picture.Ink) int { return min(Greys[ink], 70) }
