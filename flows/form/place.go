package form

import "strings"

// Place is a question and the items it stands in, written
// "P1-16@st2/ch7": question P1-16, stakeholder st2, change ch7 of that
// stakeholder. Everything kept about an answer is kept by place.
type Place string

// At returns the place of a question below a path of items ("" for none).
func At(question string, path Path) Place {
	if path == "" {
		return Place(question)
	}
	return Place(question + "@" + string(path))
}

// stands tells whether p is the place of its question below this path, which is
// its own, and is written so.
func (p Place) stands(question string, path Path) bool {
	if path == "" {
		return string(p) == question
	}
	return len(p) == len(question)+1+len(path)
}

// Question returns the id of the question asked at the place.
func (p Place) Question() string {
	q, _, _ := strings.Cut(string(p), "@")
	return q
}

// Path returns the items the place stands in.
func (p Place) Path() Path {
	_, path, _ := strings.Cut(string(p), "@")
	return Path(path)
}

// Path names an item by the items around it, outermost first: "st2/ch7". An
// item's id is unique only below its parent, so a path is what refers to it.
// The empty path stands for the whole dossier.
type Path string

// Join returns the path of an item with this id below p.
func (p Path) Join(id string) Path {
	if p == "" {
		return Path(id)
	}
	return p + "/" + Path(id)
}

// Parent returns the path of the item around p.
func (p Path) Parent() Path {
	i := strings.LastIndexByte(string(p), '/')
	if i < 0 {
		return ""
	}
	return p[:i]
}

// ID returns the last item's own id.
func (p Path) ID() string { return string(p[strings.LastIndexByte(string(p), '/')+1:]) }

// Depth counts the items on the path.
func (p Path) Depth() int {
	if p == "" {
		return 0
	}
	return strings.Count(string(p), "/") + 1
}

// Prefix returns the first n items of the path.
func (p Path) Prefix(n int) Path {
	if n <= 0 {
		return ""
	}
	for i := range len(p) {
		if p[i] != '/' {
			continue
		}
		if n--; n == 0 {
			return p[:i]
		}
	}
	return p
}

// Within tells whether p is q itself or lies below it.
func (p Path) Within(q Path) bool {
	if q == "" || p == q {
		return true
	}
	return len(p) > len(q) && p[len(q)] == '/' && p[:len(q)] == q
}
