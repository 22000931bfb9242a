package meeting

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

// The measures of a picture, in pixels: it is read on a phone.
const (
	width   = 800
	margin  = 32
	line    = 34 // of text
	bar     = 30
	between = 22
)

// bars draws how often each answer was given, as a PNG.
func bars(title string, labels []string, counted []int) ([]byte, error) {
	ttf, err := opentype.Parse(goregular.TTF)
	if err != nil {
		return nil, fmt.Errorf("read the letters of a picture: %w", err)
	}
	face, err := opentype.NewFace(ttf, &opentype.FaceOptions{Size: 24, DPI: 72, Hinting: font.HintingFull})
	if err != nil {
		return nil, fmt.Errorf("make the letters of a picture: %w", err)
	}
	head := wrapped(face, title, width-2*margin)
	height := 2*margin + len(head)*line + len(labels)*(line+bar+between)
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	draw.Draw(img, img.Bounds(), image.White, image.Point{}, draw.Src)
	ink := &font.Drawer{Dst: img, Src: image.NewUniform(color.RGBA{0x22, 0x22, 0x22, 0xff}), Face: face}
	y := margin
	for _, text := range head {
		write(ink, margin, y+line-10, text)
		y += line
	}
	most := max(1, slices.Max(append(slices.Clone(counted), 1)))
	for i, label := range labels {
		y += between
		write(ink, margin, y+line-12, clipped(face, label, width-2*margin-60))
		y += line
		long := (width - 2*margin - 60) * counted[i] / most
		fill(img, image.Rect(margin, y, width-margin-60, y+bar), color.RGBA{0xea, 0xea, 0xe4, 0xff})
		fill(img, image.Rect(margin, y, margin+long, y+bar), color.RGBA{0x2a, 0x6f, 0x6b, 0xff})
		write(ink, width-margin-44, y+bar-6, strconv.Itoa(counted[i]))
		y += bar
	}
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		return nil, fmt.Errorf("write a picture: %w", err)
	}
	return out.Bytes(), nil
}

func write(ink *font.Drawer, x, y int, text string) {
	ink.Dot = fixed.P(x, y)
	ink.DrawString(text)
}

func fill(img draw.Image, r image.Rectangle, c color.Color) {
	draw.Draw(img, r, image.NewUniform(c), image.Point{}, draw.Src)
}

// wrapped breaks a text into lines that fit.
func wrapped(face font.Face, text string, room int) (lines []string) {
	now := ""
	for _, word := range strings.Fields(text) {
		next := strings.TrimSpace(now + " " + word)
		if now != "" && font.MeasureString(face, next).Ceil() > room {
			lines, next = append(lines, now), word
		}
		now = next
	}
	return append(lines, now)
}

// clipped cuts a label that is too long for one line.
func clipped(face font.Face, text string, room int) string {
	runes := []rune(text)
	for font.MeasureString(face, text).Ceil() > room && len(runes) > 1 {
		runes = runes[:len(runes)-1]
		text = string(runes) + "…"
	}
	return text
}
