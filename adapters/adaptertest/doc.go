// Package adaptertest is the contract of [bot.Adapter], as a suite of tests.
package adaptertest
