// Package pdf writes a laid out document as a tagged PDF: with its structure,
// languages, outline, links, metadata, and the letters it uses.
//
// It is the only package that knows the library that PDF objects and subsets of
// fonts come from. It lays out nothing. Equal books give equal bytes. An object is
// a part of the file; marked content is a stretch of a page that belongs to one
// element.
package pdf
