package pdf

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/carlos7ags/folio/core"
	"github.com/carlos7ags/folio/font"

	"visesbot/bot/report/letters"
	"visesbot/bot/report/page"
)

// writer makes the PDF of one book.
type writer struct {
	file
	book  page.Book
	l     *letters.Set
	fonts map[letters.Face]*font.EmbeddedFont
	used  map[letters.Face]bool

	pages    []*core.PdfIndirectReference
	nodes    []*core.PdfIndirectReference
	setNode  []func(core.PdfObject)
	contents map[[2]int]int // page, item: the number of its marked content
	owners   [][]int        // page, number: the node
	links    map[[2]int]*core.PdfIndirectReference
	parents  []core.PdfObject // keys and values of the parent tree
}

// Write writes a book. made is what its metadata say of when; the zero time says
// nothing.
func Write(out io.Writer, l *letters.Set, b page.Book, made time.Time) error {
	w := &writer{
		book: b, l: l, fonts: map[letters.Face]*font.EmbeddedFont{}, used: map[letters.Face]bool{},
		contents: map[[2]int]int{}, owners: make([][]int, len(b.Pages)), links: map[[2]int]*core.PdfIndirectReference{},
	}
	for _, f := range letters.Faces() {
		face, err := font.ParseTTF(letters.File(f))
		if err != nil {
			return fmt.Errorf("read the letters of a PDF: %w", err)
		}
		w.fonts[f] = font.NewEmbeddedFont(face)
	}
	root, setRoot := w.later()
	tree, setTree := w.later()
	w.makeNodes()
	w.makePages()
	w.fillNodes(tree)
	setTree(dict("Type", name("StructTreeRoot"), "K", list(w.nodes[0]), "ParentTree", w.add(w.parentTree()),
		"ParentTreeNextKey", whole(len(w.parents)/2)))
	setRoot(w.catalog(tree, made))
	return w.write(out, root, w.add(w.info(made)))
}

// makeNodes makes places for the elements, which pages point to.
func (w *writer) makeNodes() {
	for range w.book.Nodes {
		ref, set := w.later()
		w.nodes, w.setNode = append(w.nodes, ref), append(w.setNode, set)
	}
}

// makePages writes the pages.
func (w *writer) makePages() {
	for range w.book.Pages {
		ref, _ := w.later()
		w.pages = append(w.pages, ref)
	}
	all, setAll := w.later()
	fonts := core.NewPdfDictionary()
	resources := dict("Font", fonts, "ProcSet", list(name("PDF"), name("Text")))
	shared := w.add(resources)
	kids := list()
	for i, p := range w.book.Pages {
		content := core.NewPdfStreamCompressed(w.content(i).Bytes())
		d := dict("Type", name("Page"), "Parent", all, "MediaBox", list(whole(0), whole(0), real(p.Wide), real(p.High)),
			"Resources", shared, "Contents", w.add(content), "StructParents", whole(i), "Tabs", name("S"))
		if len(p.Links) > 0 {
			d.Set("Annots", w.annotations(i))
		}
		w.objects[w.pages[i].Num()-1] = d
		kids.Add(w.pages[i])
	}
	for _, f := range letters.Faces() {
		if w.used[f] {
			fonts.Set(fontName(f), w.add(w.fonts[f].BuildObjects(w.add)))
		}
	}
	setAll(dict("Type", name("Pages"), "Kids", kids, "Count", whole(len(w.book.Pages))))
}

func fontName(f letters.Face) string { return fmt.Sprintf("F%d", int(f)) }

// annotations are the links of a page.
func (w *writer) annotations(at int) *core.PdfArray {
	p := w.book.Pages[at]
	all := list()
	for i, l := range p.Links {
		key := len(w.book.Pages) + len(w.links)
		b := l.Box
		d := dict("Type", name("Annot"), "Subtype", name("Link"), "F", whole(4), "Border", list(whole(0), whole(0), whole(0)),
			"Rect", list(real(b.X), real(p.High-b.Y-b.H), real(b.X+b.W), real(p.High-b.Y)), "Contents", text(l.Title),
			"Dest", w.dest(l.Target, l.Y), "StructParent", whole(key))
		ref := w.add(d)
		w.links[[2]int{at, i}] = ref
		w.parents = append(w.parents, whole(key), w.nodes[l.Node])
		all.Add(ref)
	}
	return all
}

// dest is a place in the book.
func (w *writer) dest(at int, y float64) *core.PdfArray {
	return list(w.pages[at], name("XYZ"), core.NewPdfNull(), real(w.book.Pages[at].High-y+10), core.NewPdfNull())
}

// fillNodes writes the elements with what stands in them.
func (w *writer) fillNodes(tree *core.PdfIndirectReference) {
	parent := make([]*core.PdfIndirectReference, len(w.book.Nodes))
	parent[0] = tree
	for i, n := range w.book.Nodes {
		for _, k := range n.Kids {
			if k.Node >= 0 {
				parent[k.Node] = w.nodes[i]
			}
		}
	}
	for i, n := range w.book.Nodes {
		if parent[i] == nil {
			continue // a run that was never painted
		}
		w.setNode[i](w.element(n, parent[i]))
	}
}

func (w *writer) element(n page.Node, parent *core.PdfIndirectReference) *core.PdfDictionary {
	d := dict("Type", name("StructElem"), "S", name(n.Role), "P", parent)
	if n.Lang != "" {
		d.Set("Lang", text(n.Lang))
	}
	if n.Alt != "" {
		d.Set("Alt", text(n.Alt))
	}
	switch {
	case n.Scope != "":
		d.Set("A", dict("O", name("Table"), "Scope", name(n.Scope)))
	case n.Box != nil:
		high := w.book.Pages[n.Page].High
		d.Set("A", dict("O", name("Layout"), "Placement", name("Block"),
			"BBox", list(real(n.Box.X), real(high-n.Box.Y-n.Box.H), real(n.Box.X+n.Box.W), real(high-n.Box.Y))))
	}
	if kids := w.kids(n); kids.Len() > 0 {
		d.Set("K", kids)
	}
	return d
}

// kids are what stands in an element: others, stretches of pages, links.
func (w *writer) kids(n page.Node) *core.PdfArray {
	all := list()
	last := [2]int{-1, -1}
	for _, k := range n.Kids {
		switch {
		case k.Node >= 0:
			all.Add(w.nodes[k.Node])
			last = [2]int{-1, -1}
		case k.Link:
			all.Add(dict("Type", name("OBJR"), "Obj", w.links[[2]int{k.Page, k.Item}], "Pg", w.pages[k.Page]))
		default:
			now := [2]int{k.Page, w.contents[[2]int{k.Page, k.Item}]}
			if now != last {
				all.Add(dict("Type", name("MCR"), "Pg", w.pages[k.Page], "MCID", whole(now[1])))
			}
			last = now
		}
	}
	return all
}

// parentTree leads from marked contents and links to their elements.
func (w *writer) parentTree() *core.PdfDictionary {
	nums := list()
	for i, owners := range w.owners {
		of := list()
		for _, n := range owners {
			of.Add(w.nodes[n])
		}
		nums.Add(whole(i))
		nums.Add(w.add(of))
	}
	for _, o := range w.parents {
		nums.Add(o)
	}
	return dict("Nums", nums)
}

func (w *writer) catalog(tree *core.PdfIndirectReference, made time.Time) *core.PdfDictionary {
	meta := core.NewPdfStream([]byte(w.xmp(made)))
	meta.SetCompress(false)
	meta.Dict.Set("Type", name("Metadata"))
	meta.Dict.Set("Subtype", name("XML"))
	d := dict("Type", name("Catalog"), "Pages", w.objects[w.pages[0].Num()-1].(*core.PdfDictionary).Get("Parent"),
		"MarkInfo", dict("Marked", truth(true)), "Lang", text(w.book.Lang), "StructTreeRoot", tree,
		"ViewerPreferences", dict("DisplayDocTitle", truth(true)), "Metadata", w.add(meta))
	if len(w.book.Outline) > 0 {
		d.Set("Outlines", w.outline())
		d.Set("PageMode", name("UseOutlines"))
	}
	return d
}

// outline are the bookmarks, all on one level.
func (w *writer) outline() *core.PdfIndirectReference {
	root, setRoot := w.later()
	var refs []*core.PdfIndirectReference
	var sets []func(core.PdfObject)
	for range w.book.Outline {
		ref, set := w.later()
		refs, sets = append(refs, ref), append(sets, set)
	}
	for i, e := range w.book.Outline {
		d := dict("Title", text(e.Title), "Parent", root, "Dest", w.dest(e.Page, e.Y))
		if i > 0 {
			d.Set("Prev", refs[i-1])
		}
		if i+1 < len(refs) {
			d.Set("Next", refs[i+1])
		}
		sets[i](d)
	}
	setRoot(dict("Type", name("Outlines"), "First", refs[0], "Last", refs[len(refs)-1], "Count", whole(len(refs))))
	return root
}

func (w *writer) info(made time.Time) *core.PdfDictionary {
	d := dict("Title", text(w.book.Title), "Author", text(w.book.Author), "Producer", text("visesbot"), "Creator", text("visesbot"))
	if !made.IsZero() {
		d.Set("CreationDate", text("D:"+made.UTC().Format("20060102150405")+"Z"))
	}
	return d
}

// xmp are the metadata that readers of PDF/UA look for.
func (w *writer) xmp(made time.Time) string {
	esc := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace
	date := ""
	if !made.IsZero() {
		date = "<xmp:CreateDate>" + made.UTC().Format(time.RFC3339) + "</xmp:CreateDate>"
	}
	return `<?xpacket begin="` + "\ufeff" + `" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">` + esc(w.book.Title) + `</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>` + esc(w.book.Author) + `</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>` + esc(w.book.Lang) + `</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>visesbot</xmp:CreatorTool>` + date + `
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`
}
