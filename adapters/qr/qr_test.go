package qr_test

import (
	"bytes"
	"image"
	_ "image/png"
	"strings"
	"testing"

	"github.com/makiuchi-d/gozxing"
	reader "github.com/makiuchi-d/gozxing/qrcode"

	"visesbot/adapters/qr"
)

// Another library reads what is drawn.
func TestPNG(t *testing.T) {
	for _, link := range []string{"https://t.me/fake_visesbot?start=ABCDEFGHIJKLMNOPQRSTUVWXYZ", "start é", strings.Repeat("x", 500)} {
		raw, err := qr.PNG(link)
		if err != nil {
			t.Fatal(err)
		}
		page, _, err := image.Decode(bytes.NewReader(raw))
		if err != nil {
			t.Fatal(err)
		}
		bits, err := gozxing.NewBinaryBitmapFromImage(page)
		if err != nil {
			t.Fatal(err)
		}
		got, err := reader.NewQRCodeReader().Decode(bits, nil)
		if err != nil || got.GetText() != link {
			t.Errorf("%q is read as %v, %v", link, got, err)
		}
	}
	if _, err := qr.PNG(strings.Repeat("x", 5000)); err == nil || strings.Contains(err.Error(), "\n") {
		t.Errorf("more than fits: %v", err)
	}
}
