// Package qr draws links as QR codes to print: black on white, with the margin
// that readers need. It knows nothing of what a link opens.
package qr

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"

	"github.com/boombuler/barcode"
	"github.com/boombuler/barcode/qr"
)

// A module is so many pixels wide, and so many stay white around the code (ISO
// 18004 wants four).
const (
	module = 12
	margin = 4
)

// PNG draws a text, as a PNG file. A code that is a little dirty can still be read.
func PNG(text string) ([]byte, error) {
	code, err := qr.Encode(text, qr.M, qr.Auto)
	if err != nil {
		return nil, fmt.Errorf("draw a QR code: %w", err)
	}
	side := code.Bounds().Dx() * module
	big, err := barcode.Scale(code, side, side)
	if err != nil {
		return nil, fmt.Errorf("draw a QR code: %w", err)
	}
	page := image.NewGray(image.Rect(0, 0, side+2*margin*module, side+2*margin*module))
	draw.Draw(page, page.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(page, image.Rect(margin*module, margin*module, margin*module+side, margin*module+side), big, image.Point{}, draw.Src)
	var out bytes.Buffer
	if err := png.Encode(&out, page); err != nil {
		return nil, fmt.Errorf("write a QR code: %w", err)
	}
	return out.Bytes(), nil
}
