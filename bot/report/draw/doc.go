// Package draw makes the drawings of a report as display lists: lines, shapes and
// texts at their places, painted elsewhere as PDF, SVG and PNG.
//
// Each drawing is a pure function of what it shows, of the words it uses and of
// the letters it measures with: equal input gives equal marks. It asks for no
// answers and knows no questionnaire. Colour never says anything alone. A mark
// is one thing painted; a drawing is all of them, on a sheet whose y grows
// downwards, in points.
package draw
