package attachment

import (
	"archive/zip"
	"bytes"
	"slices"
	"strings"
)

// macros tells whether what is called so has macros by its nature.
func macros(ending string) bool {
	return slices.Contains([]string{
		".docm", ".dotm", ".xlsm", ".xltm", ".xlsb", ".xlam", ".pptm", ".potm", ".ppsm", ".ppam",
	}, ending)
}

// hasMacros looks for them where office documents keep them, new and old ones.
func hasMacros(body []byte) bool {
	if bytes.HasPrefix(body, []byte("PK")) {
		return slices.ContainsFunc(entries(body), func(name string) bool {
			name = strings.ToLower(name)
			return strings.HasSuffix(name, "vbaproject.bin") || strings.HasPrefix(name, "basic/")
		})
	}
	return bytes.HasPrefix(body, []byte("\xd0\xcf\x11\xe0")) && bytes.Contains(body, wide("_VBA_PROJECT"))
}

func entries(body []byte) []string {
	all, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		return nil
	}
	names := make([]string, 0, len(all.File))
	for _, f := range all.File {
		names = append(names, f.Name)
	}
	return names
}

// wide is a text of letters as UTF-16, as old documents name their parts.
func wide(s string) []byte {
	var out []byte
	for _, b := range []byte(s) {
		out = append(out, b, 0)
	}
	return out
}
