package reporting

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"time"

	"visesbot/bot/office"
	"visesbot/bot/report"
	"visesbot/bot/report/draw"
	"visesbot/bot/report/letters"
	"visesbot/bot/report/page"
	"visesbot/bot/report/paint"
	"visesbot/bot/report/pdf"
	"visesbot/flows/form"
)

// errNone says that there is nothing to make a report of.
var errNone = errors.New("there is no report")

// made is a report that is ready to be sent.
type made struct {
	pdf, png   bytes.Buffer
	name       string
	title      string
	enterprise string
}

// dots are those of a point in the picture of a page.
const dots = 2

// made makes the report of an enterprise, or the page of a phase.
func (r Room) made(v *office.Visit, enterprise, phase string) (m made, err error) {
	l := r.Letters
	if l == nil {
		if l, err = letters.Open(); err != nil {
			return m, err
		}
	}
	var doc report.Document
	err = v.Look(enterprise, func(src form.Source) error {
		if src.Head().Dossier == "" {
			return errNone
		}
		o := report.Options{Lang: v.Lang, Length: report.Standard, Words: v.WordIn, Letters: l}
		d := form.Open(v.Script.Questionnaire, src, v.Now())
		if phase == "" {
			doc = report.Make(d, o)
			return nil
		}
		var ok bool
		if doc, ok = report.Page(d, phase, o); !ok {
			return errNone
		}
		return nil
	})
	if err != nil {
		return m, err
	}
	book := page.Lay(l, doc)
	if err := pdf.Write(&m.pdf, l, book, doc.Stamp.At.Truncate(time.Second)); err != nil {
		return m, err
	}
	picture := book.First()
	if doc.Kind == report.Sheet {
		picture = book.Shown()
	}
	if err := paint.PNG(&m.png, l, picture, draw.White, dots); err != nil {
		return m, err
	}
	m.title, m.enterprise = doc.Title.Plain(), doc.Enterprise
	m.name = fmt.Sprintf("%s-%s.pdf", strings.Trim(v.Word("report.chat.file")+"-"+phase, "-"), doc.Stamp.At.Format(time.DateOnly))
	return m, nil
}
