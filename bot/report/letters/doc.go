// Package letters holds the typefaces of reports and drawings, and measures text
// in them, so that every painter breaks and places text alike.
//
// It paints nothing and breaks no lines; that is for packages draw and page. A
// face is one cut of a typeface; a run is text that one face can show.
package letters
