// Package pdftest looks whether a screen reader can use a PDF, by the rules of
// PDF/UA that can be looked at in its bytes: it reads them itself, without the
// library that wrote them. It replaces no reader and no person who listens.
package pdftest

import (
	"fmt"
	"strings"
	"testing"
)

// checker looks whether a screen reader can use a PDF: by the rules of PDF/UA
// that can be looked at in the bytes.
type checker struct {
	parsed
	wrong   []string
	owned   map[[2]int]bool // page object, marked content: named by an element
	linked  map[int]bool    // annotations named by an element
	heading int
}

func (c *checker) say(format string, args ...any) {
	c.wrong = append(c.wrong, fmt.Sprintf(format, args...))
}

// Check gives what is wrong with a PDF.
func Check(t testing.TB, raw []byte) []string {
	t.Helper()
	c := &checker{parsed: parse(t, raw), owned: map[[2]int]bool{}, linked: map[int]bool{}}
	c.catalog()
	tree, ok := c.dict(c.root["StructTreeRoot"])
	if !ok {
		return append(c.wrong, "no structure")
	}
	for _, k := range c.list(tree["K"]) {
		c.element(k, "", 0)
	}
	parents := c.parentTree(tree)
	pages, _ := c.dict(c.root["Pages"])
	for n, k := range c.list(pages["Kids"]) {
		c.page(n, k, parents)
	}
	return c.wrong
}

func (c *checker) catalog() {
	mark, _ := c.dict(c.root["MarkInfo"])
	view, _ := c.dict(c.root["ViewerPreferences"])
	switch {
	case mark["Marked"] != "true":
		c.say("not marked as tagged")
	case view["DisplayDocTitle"] != "true":
		c.say("the title is not shown")
	}
	for _, key := range []string{"Lang", "Metadata", "Outlines"} {
		if c.root[key] == nil {
			c.say("the catalog has no %s", key)
		}
	}
	if meta, ok := c.get(c.root["Metadata"]).(stream); ok {
		for _, want := range []string{"dc:title", "pdfuaid:part"} {
			if !strings.Contains(string(meta.bytes), want) {
				c.say("the metadata have no %s", want)
			}
		}
	}
}

// allowed are the elements that may stand in an element of a kind.
func allowed() map[string]string {
	return map[string]string{
		"TR": "Table THead TBody", "TH": "TR", "TD": "TR", "THead": "Table", "TBody": "Table", "LI": "L", "Lbl": "LI", "LBody": "LI", "TOCI": "TOC",
	}
}

func (c *checker) element(v any, parent string, depth int) {
	d, ok := c.dict(v)
	if !ok {
		c.say("an element below %s is none", parent)
		return
	}
	role := string(d["S"].(pname))
	if in, bound := allowed()[role]; bound && !strings.Contains(" "+in+" ", " "+parent+" ") {
		c.say("%s in %s", role, parent)
	}
	c.own(role, d)
	kinds := map[string]int{}
	for _, k := range c.list(d["K"]) {
		kid, ok := c.dict(k)
		if !ok {
			c.say("%s has a kid that is none", role)
			continue
		}
		switch kid["Type"] {
		case pname("MCR"):
			c.owned[[2]int{int(kid["Pg"].(ref)), int(kid["MCID"].(float64))}] = true
			kinds["MCR"]++
		case pname("OBJR"):
			c.linked[int(kid["Obj"].(ref))] = true
			kinds["OBJR"]++
		default:
			of, ok := kid["S"].(pname)
			if !ok {
				c.say("%s has a kid that is none", role)
				continue
			}
			kinds[string(of)]++
			c.element(k, role, depth+1)
		}
	}
	switch {
	case role == "LI" && kinds["LBody"] != 1:
		c.say("LI without LBody")
	case role == "Link" && (kinds["OBJR"] == 0 || kinds["MCR"]+kinds["Span"] == 0):
		c.say("a link without its annotation or its text")
	case role == "Table" && kinds["THead"] != 1:
		c.say("a table without a head")
	}
}

// own looks at what an element says of itself.
func (c *checker) own(role string, d map[string]any) {
	attributes, _ := c.dict(d["A"])
	switch {
	case role == "TH" && attributes["Scope"] == nil:
		c.say("TH without scope")
	case role == "Figure" && (d["Alt"] == nil || d["Alt"] == "" || attributes["BBox"] == nil):
		c.say("a figure without alternative text or box")
	case len(role) == 2 && role[0] == 'H' && role[1] >= '1' && role[1] <= '6':
		level := int(role[1] - '0')
		if level > c.heading+1 {
			c.say("heading %d after %d", level, c.heading)
		}
		c.heading = level
	}
}

// parentTree gives the elements of each page's marked contents, and of links.
func (c *checker) parentTree(tree map[string]any) map[int]any {
	all := map[int]any{}
	p, _ := c.dict(tree["ParentTree"])
	nums := c.list(p["Nums"])
	for i := 0; i+1 < len(nums); i += 2 {
		all[int(nums[i].(float64))] = nums[i+1]
	}
	return all
}

func (c *checker) page(n int, v any, parents map[int]any) {
	d, _ := c.dict(v)
	if d["Tabs"] != pname("S") {
		c.say("page %d: tabs do not follow the structure", n+1)
	}
	key, ok := d["StructParents"].(float64)
	if !ok {
		c.say("page %d is not in the structure", n+1)
	}
	content, _ := c.get(d["Contents"]).(stream)
	c.content(n, int(v.(ref)), content.bytes, len(c.list(parents[int(key)])))
	for _, a := range c.list(d["Annots"]) {
		link, _ := c.dict(a)
		at, keyed := link["StructParent"].(float64)
		if link["Contents"] == nil || !keyed || parents[int(at)] == nil || !c.linked[int(a.(ref))] {
			c.say("page %d: a link without contents or outside the structure", n+1)
		}
	}
}

// paints are the operators that show something.
const paints = " S s f F f* B B* b b* Tj TJ ' \" Do sh "

// content looks at the operators of a page.
func (c *checker) content(n, object int, raw []byte, owners int) {
	r := &reader{b: raw}
	var operands []any
	var open []string
	for r.space(); r.at < len(r.b); r.space() {
		v := r.value()
		op, is := v.(string)
		if !is || strings.HasPrefix(op, "\x00") || operandString(r) {
			operands = append(operands, v)
			continue
		}
		switch {
		case op == "BMC" || op == "BDC":
			if op == "BDC" && len(operands) != 2 || op == "BMC" && len(operands) != 1 {
				c.say("page %d: %s with %d operands", n+1, op, len(operands))
			}
			if len(open) > 0 {
				c.say("page %d: marked content in marked content", n+1)
			}
			open = append(open, op)
			c.marked(n, object, operands, owners)
		case op == "EMC":
			if len(open) == 0 {
				c.say("page %d: EMC without a beginning", n+1)
			} else {
				open = open[:len(open)-1]
			}
		case strings.Contains(paints, " "+op+" ") && len(open) == 0:
			c.say("page %d: %s paints outside the structure", n+1, op)
		}
		if op == "Tj" && len(operands) == 1 {
			c.glyphs(n, operands[0])
		}
		operands = nil
	}
	if len(open) > 0 {
		c.say("page %d: marked content is not closed", n+1)
	}
}

// operandString tells whether what was read last was a string and no operator.
func operandString(r *reader) bool { return r.at > 0 && (r.b[r.at-1] == ')' || r.b[r.at-1] == '>') }

func (c *checker) marked(n, object int, operands []any, owners int) {
	if len(operands) < 2 {
		return
	}
	d, _ := operands[1].(map[string]any)
	id, ok := d["MCID"].(float64)
	switch {
	case !ok:
		c.say("page %d: marked content without a number", n+1)
	case int(id) >= owners:
		c.say("page %d: marked content %v is not in the parent tree", n+1, id)
	case !c.owned[[2]int{object, int(id)}]:
		c.say("page %d: marked content %v belongs to no element", n+1, id)
	}
}

// glyphs finds the glyph of what a font does not have.
func (c *checker) glyphs(n int, v any) {
	s, _ := v.(string)
	for i := 0; i+1 < len(s); i += 2 {
		if s[i] == 0 && s[i+1] == 0 {
			c.say("page %d shows a glyph that is none", n+1)
			return
		}
	}
}
