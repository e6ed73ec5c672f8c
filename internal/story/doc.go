// Package story holds the story as data and what a reader can do in it: chapters of beats (Chapters), everything that
// decides what is seen as one value (State), the commands that change it (Command, State.Apply), and a clock that plays
// it (Clock). It draws nothing, reads no record and never asks what time it is, so that buttons, keys, addresses, host
// pages, the presenter and tests all drive the same code.
//
// A State is written into an address by State.Query and read by State.With. State.Scene is the part of it that decides
// the picture.
package story
