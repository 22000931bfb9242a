// Package paint paints drawings as SVG and PNG. It lays out nothing: what stands
// where comes from the display list.
package paint
