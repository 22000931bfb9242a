package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"visesbot/bot/office"
	"visesbot/bot/report"
	"visesbot/bot/report/draw"
	"visesbot/bot/report/html"
	"visesbot/bot/report/letters"
	"visesbot/bot/report/markdown"
	"visesbot/bot/report/page"
	"visesbot/bot/report/paint"
	"visesbot/bot/report/pdf"
	"visesbot/flows/form"
)

// reportOptions are the flags of report.
type reportOptions struct {
	enterprise, sample, out, lang, snapshot, length, audience, page string
}

func newReportCommand(e *env) *cobra.Command {
	var o reportOptions
	c := &cobra.Command{
		Use:   "report ENTERPRISE -o FILE",
		Short: "Write the impact report of an enterprise",
		Long: `Writes the impact report of an enterprise as PDF, as one HTML page that prints
well, or as Markdown, by the name of FILE: from the present state, marked as a
draft until the last phase is closed, or as a phase stood when it was closed. What
is missing is said, with how to get it. With --for it holds only what the
enterprise has released to them. It works while the bot runs, and the same answers
give the same file.`,
		Example: "  visesbot report atelier-horizon -o report.pdf\n" +
			"  visesbot report --sample bicycles --lang nl+fr -o report.html",
		Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				o.enterprise = args[0]
			}
			if err := o.check(); err != nil {
				return misuse(c, err)
			}
			return writeReport(c.Context(), e, o)
		},
	}
	f := c.Flags()
	f.StringVar(&o.sample, "sample", "", "of a fictional enterprise instead: daycentre, shop or bicycles")
	f.StringVarP(&o.out, "output", "o", "", "write to `FILE`: .pdf, .html, .md, or .png for the first page; one that is there is replaced")
	f.StringVar(&o.lang, "lang", "en", "fr, nl or en; two with + between: fr+nl")
	f.StringVar(&o.snapshot, "snapshot", "", "as it stood when this `PHASE` was closed")
	f.StringVar(&o.length, "length", string(report.Standard), "light, standard or thorough")
	f.StringVar(&o.page, "page", "", "only the page of this `PHASE`: mandate, diagnosis, collection or analysis")
	f.StringVar(&o.audience, "for", "", "only what is released to them: cohort, partners, financier or public")
	return c
}

func (o reportOptions) check() error {
	langs := strings.Split(o.lang, "+")
	switch ext := strings.ToLower(filepath.Ext(o.out)); {
	case o.enterprise == "" && o.sample == "":
		return errors.New("say of which enterprise, by its id in the register, or --sample daycentre, shop or bicycles")
	case o.enterprise != "" && o.sample != "":
		return errors.New("an enterprise or a sample, not both")
	case o.out == "":
		return errors.New("say where to write: -o report.pdf")
	case !slices.Contains([]string{".pdf", ".html", ".md", ".png"}, ext):
		return fmt.Errorf("a report is written as .pdf, .html, .md or .png, not %q", ext)
	case len(langs) > 2 || slices.ContainsFunc(langs, func(l string) bool { return !slices.Contains(form.Langs(), l) }) || len(langs) == 2 && langs[0] == langs[1]:
		return fmt.Errorf("--lang is fr, nl or en, or two of them as fr+nl, not %q", o.lang)
	case !slices.Contains(report.Lengths(), report.Length(o.length)):
		return fmt.Errorf("--length is light, standard or thorough, not %q", o.length)
	case o.audience != "" && !slices.Contains(report.Audiences(), o.audience):
		return fmt.Errorf("--for is cohort, partners, financier or public, not %q", o.audience)
	}
	return nil
}

// writeReport makes the report and writes it whole, or not at all.
func writeReport(ctx context.Context, e *env, o reportOptions) error {
	script, files, err := loadScript(e)
	if err != nil {
		return err
	}
	faces, err := letters.Open()
	if err != nil {
		return err
	}
	src, shots, err := dossierOf(ctx, e, o, script, files)
	if err != nil {
		return err
	}
	first, second, _ := strings.Cut(o.lang, "+")
	opts := report.Options{
		Lang: first, Second: second, Length: report.Length(o.length), For: o.audience, Letters: faces, Words: office.Sentences{Script: script, Log: e.logger()}.In,
	}
	if o.snapshot != "" {
		if src, opts.Snapshot, err = report.At(script.Questionnaire, src, shots, o.snapshot); err != nil {
			return err
		}
	}
	d := form.Open(script.Questionnaire, src, e.now())
	var doc report.Document
	made := false
	if o.page == "" {
		doc = report.Make(d, opts)
	} else if doc, made = report.Page(d, o.page, opts); !made {
		return fmt.Errorf("no phase %q has a page: they are mandate, diagnosis, collection and analysis", o.page)
	}
	if err := replaced(o.out, func(w io.Writer) error { return paintReport(w, faces, doc, o.out) }); err != nil {
		return err
	}
	_, err = fmt.Fprintf(e.out, "%s: %s\n", o.out, doc.Title.Plain()+", "+doc.Enterprise)
	return err
}

// paintReport writes a report as what its name says.
func paintReport(w io.Writer, l *letters.Set, doc report.Document, name string) error {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".html":
		return html.Write(w, l, doc)
	case ".png":
		book := page.Lay(l, doc)
		if doc.Kind == report.Sheet {
			return paint.PNG(w, l, book.Shown(), draw.White, 2)
		}
		return paint.PNG(w, l, book.First(), draw.White, 2)
	case ".md":
		return markdown.Write(w, doc)
	}
	return pdf.Write(w, l, page.Lay(l, doc), doc.Stamp.At.Truncate(time.Second))
}
