package pdftest

import (
	"strings"
	"testing"
)

// Faults in what a page paints.
func TestCheckerBitesContent(t *testing.T) {
	for content, want := range map[string]string{
		"/P <</MCID 0>> BDC 0 0 m 9 9 l S EMC":       "",
		"0 0 m 9 9 l S":                              "paints outside",
		"/Artifact BDC f EMC":                        "BDC with 1 operands",
		"/Artifact BMC f":                            "not closed",
		"/Artifact BMC f EMC EMC":                    "without a beginning",
		"/P <</MCID 7>> BDC f EMC":                   "not in the parent tree",
		"/Artifact BMC <00000041> Tj EMC":            "glyph that is none",
		"/P <</MCID 0>> BDC /Artifact BMC f EMC EMC": "in marked content",
	} {
		c := &checker{owned: map[[2]int]bool{{1, 0}: true}}
		c.content(0, 1, []byte(content), 1)
		if found := strings.Join(c.wrong, "; "); want == "" && found != "" || !strings.Contains(found, want) {
			t.Errorf("in %q: %q, not %q", content, found, want)
		}
	}
}
