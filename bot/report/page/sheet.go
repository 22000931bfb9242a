package page

import "visesbot/bot/report/draw"

// Book is a document on pages.
type Book struct {
	Pages   []Page
	Nodes   []Node // the first is the whole
	Outline []Entry
	Lang    string
	Title   string
	Author  string
	Subject string
}

// Page is one sheet.
type Page struct {
	Wide, High float64
	Items      []Item
	Links      []Link
}

// Item is a mark on a page, and the element it belongs to; [Artifact] for what
// says nothing by itself.
type Item struct {
	draw.Mark
	Node int
}

// Artifact is the node of lines, grounds, page numbers and repeated heads.
const Artifact = -1

// Node is an element of the structure.
type Node struct {
	Role  string // as PDF calls it: H1, P, TD …
	Lang  string // empty: as the element around
	Alt   string
	Scope string // of a TH: Column or Row
	Kids  []Kid
	Page  int       // of a figure, with its box
	Box   *draw.Box // of a figure
}

// Kid is what stands in an element, in the order in which it is read: another
// element, an item on a page, or a link of a page.
type Kid struct {
	Node       int // -1: an item
	Page, Item int
	Link       bool // Item counts links
}

// Link leads from a place on a page to another page.
type Link struct {
	Box    draw.Box
	Target int // page
	Y      float64
	Title  string
	Node   int
}

// Entry is a line of the outline.
type Entry struct {
	Title string
	Level int
	Page  int
	Y     float64
}

// First gives the first page as a drawing, for a picture.
func (b Book) First() draw.Drawing {
	d := draw.Drawing{Wide: b.Pages[0].Wide, High: b.Pages[0].High}
	for _, i := range b.Pages[0].Items {
		d.Add(i.Mark)
	}
	return d
}

// Shown is the first page without its foot, as high as what stands on it: for a
// picture that is looked at on a phone.
func (b Book) Shown() draw.Drawing {
	d := draw.Drawing{Wide: b.Pages[0].Wide}
	for _, i := range b.Pages[0].Items {
		low := i.Y
		for _, s := range i.Path {
			low = max(low, s.Y)
		}
		if low > b.Pages[0].High-foot+2 {
			continue
		}
		d.Add(i.Mark)
		d.High = max(d.High, low)
	}
	d.High += 30
	return d
}
