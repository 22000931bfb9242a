package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"

	"github.com/carlos7ags/folio/core"
)

// file is a PDF that is being made.
type file struct{ objects []core.PdfObject }

// add adds an object.
func (f *file) add(o core.PdfObject) *core.PdfIndirectReference {
	f.objects = append(f.objects, o)
	return core.NewPdfIndirectReference(len(f.objects), 0)
}

// later makes a place for an object that others point to before it is there.
func (f *file) later() (*core.PdfIndirectReference, func(core.PdfObject)) {
	ref := f.add(core.NewPdfNull())
	at := len(f.objects) - 1
	return ref, func(o core.PdfObject) { f.objects[at] = o }
}

// write writes the file. Its id is made of what is in it.
func (f *file) write(out io.Writer, root, info *core.PdfIndirectReference) error {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	at := make([]int, len(f.objects))
	for i, o := range f.objects {
		at[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n", i+1)
		if _, err := o.WriteTo(&b); err != nil {
			return fmt.Errorf("write a PDF: %w", err)
		}
		b.WriteString("\nendobj\n")
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(f.objects)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	sum := sha256.Sum256(b.Bytes())
	id := hex.EncodeToString(sum[:16])
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R /ID [<%s> <%s>] >>\nstartxref\n%d\n%%%%EOF\n",
		len(f.objects)+1, root.Num(), info.Num(), id, id, xref)
	if _, err := out.Write(b.Bytes()); err != nil {
		return fmt.Errorf("write a PDF: %w", err)
	}
	return nil
}

// dict makes a dictionary: key, value, key, value …
func dict(pairs ...any) *core.PdfDictionary {
	d := core.NewPdfDictionary()
	for i := 0; i+1 < len(pairs); i += 2 {
		key, _ := pairs[i].(string)
		if o, ok := pairs[i+1].(core.PdfObject); ok {
			d.Set(key, o)
		}
	}
	return d
}

func name(s string) *core.PdfName             { return core.NewPdfName(s) }
func text(s string) *core.PdfString           { return core.NewPdfTextString(s) }
func whole(n int) *core.PdfNumber             { return core.NewPdfInteger(n) }
func real(n float64) *core.PdfNumber          { return core.NewPdfReal(n) }
func truth(v bool) *core.PdfBoolean           { return core.NewPdfBoolean(v) }
func list(o ...core.PdfObject) *core.PdfArray { return core.NewPdfArray(o...) }
