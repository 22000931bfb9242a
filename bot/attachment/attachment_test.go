package attachment_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"strings"
	"testing"

	"visesbot/bot/attachment"
)

// box is one part of an MP4 file.
func box(kind string, body ...[]byte) []byte {
	inside := bytes.Join(body, nil)
	return append(append(binary.BigEndian.AppendUint32(nil, uint32(len(inside)+8)), kind...), inside...)
}

// film is an MP4 of a brand, with a track that is handled so.
func film(brand string, handlers ...string) []byte {
	out := box("ftyp", []byte(brand), make([]byte, 4), []byte(brand))
	var tracks []byte
	for _, h := range handlers {
		tracks = append(tracks, box("trak", box("mdia", box("hdlr", make([]byte, 8), []byte(h), make([]byte, 13))))...)
	}
	return append(out, box("moov", tracks)...)
}

// webm is what a browser's recorder writes first.
func webm(codec string) []byte {
	return append([]byte("\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\xf7\x81\x01\x42\xf2\x81\x04\x42\xf3\x81\x08\x42\x82\x84webm"), []byte("\x86\x85"+codec)...)
}

// packed is a ZIP file with these parts.
func packed(t *testing.T, parts ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range parts {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte("<xml/>")); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

const ole = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

func TestTaken(t *testing.T) {
	for _, test := range []struct {
		what, name string
		sound      bool
		body       []byte
		kind       string
	}{
		{"a photo", "a.jpg", false, []byte("\xff\xd8\xff\xe0\x00\x10JFIF\x00"), "image/jpeg"},
		{"a drawing", "", false, []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), "image/png"},
		{"WebP", "", false, []byte("RIFF\x1a\x00\x00\x00WEBPVP8 "), "image/webp"},
		{"GIF", "a.gif", false, []byte("GIF89a\x01\x00\x01\x00"), "image/gif"},
		{"HEIC of an iPhone", "IMG_1.HEIC", false, []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00heic"), "image/heic"},
		{"heix", "", false, []byte("\x00\x00\x00\x18ftypheix\x00\x00\x00\x00heix"), "image/heic"},
		{"mif1", "a.heif", false, []byte("\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00heic"), "image/heif"},
		{"PDF", "a.pdf", false, []byte("%PDF-1.7\n"), "application/pdf"},
		{"semicolons", "cijfers.csv", false, []byte("naam;aantal\r\nNoor;3\r\n"), "text/csv"},
		{"Windows-1252", "cijfers.CSV", false, []byte("nom;priv\xe9\r\nNo\xebl;3\r\n"), "text/csv"},
		{"commas", "a.csv", false, []byte("a,b\n1,2\n3,4\n"), "text/csv"},
		{"a note", "nota.txt", false, []byte("Beste, wij zijn met twaalf.\n"), "text/plain"},
		{"a note of Windows-1252", "nota.txt", false, []byte("Tr\xe8s priv\xe9"), "text/plain"},
		{"RTF", "a.rtf", false, []byte(`{\rtf1\ansi tekst}`), "text/rtf"},
		{"M4A of an iPhone", "a.m4a", false, film("M4A ", "soun"), "audio/x-m4a"},
		{"sound of Android", "rec.m4a", true, film("isom", "soun"), "audio/mp4"},
		{"sound without being called so", "rec.mp4", false, film("mp42", "soun"), "audio/mp4"},
		{"only the beginning", "rec.mp4", true, []byte("\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isom"), "audio/mp4"},
		{"sound with a cover", "song.m4a", true, film("isom", "soun", "vide"), "audio/mp4"},
		{"a clip", "clip.mp4", false, film("isom", "soun", "vide"), "video/mp4"},
		{"a clip of an iPhone", "clip.mov", false, film("qt  ", "vide"), "video/quicktime"},
		{"a clip of an old phone", "clip.3gp", false, film("3gp4", "vide"), "video/3gpp"},
		{"sound of an old phone", "rec.3gp", false, film("3gp4", "soun"), "audio/3gpp"},
		{"sound of a browser", "rec.webm", false, webm("A_OPUS"), "audio/webm"},
		{"a clip of a browser", "clip.webm", false, webm("V_VP8"), "video/webm"},
		{"a spoken message", "", true, []byte("OggS\x00\x02" + strings.Repeat("\x00", 22) + "OpusHead\x01\x01\x00\x00\x80\xbb\x00\x00\x00\x00\x00"), "audio/ogg"},
		{"MP3", "a.mp3", false, []byte("\xff\xfb\x90\x64\x00\x00\x00\x00\x00\x00"), "audio/mpeg"},
		{"Word", "a.docx", false, packed(t, "[Content_Types].xml", "word/document.xml"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
	} {
		if kind, err := attachment.Kind(attachment.Offer{Name: test.name, Sound: test.sound, Body: test.body}); err != nil || kind != test.kind {
			t.Errorf("%s: %q, %v; want %q", test.what, kind, err, test.kind)
		}
	}
}

func TestRefused(t *testing.T) {
	for _, test := range []struct {
		what, name string
		body       []byte
		why        error
	}{
		{"nothing", "a.pdf", nil, attachment.ErrKind},
		{"a program", "a.pdf", []byte("MZ\x90\x00\x03\x00\x00\x00"), attachment.ErrKind},
		{"a program of Linux", "a", []byte("\x7fELF\x02\x01\x01\x00"), attachment.ErrKind},
		{"a script", "a.sh", []byte("#!/bin/sh\necho 1\n"), attachment.ErrKind},
		{"a script that hides", "a.py", []byte("import os\nprint(1)\n"), attachment.ErrKind},
		{"a page", "nota.txt", []byte("<html><script>alert(1)</script>"), attachment.ErrKind},
		{"a drawing that runs", "a.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg"/>`), attachment.ErrKind},
		{"any ZIP", "a.zip", packed(t, "a.txt"), attachment.ErrKind},
		{"macros by name", "a.docm", packed(t, "[Content_Types].xml", "word/document.xml"), attachment.ErrMacros},
		{"macros that hide", "a.xlsx", packed(t, "[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"), attachment.ErrMacros},
		{"macros of an old document", "a.doc", append([]byte(ole), "_\x00V\x00B\x00A\x00_\x00P\x00R\x00O\x00J\x00E\x00C\x00T\x00"...), attachment.ErrMacros},
		{"too large", "a.pdf", append([]byte("%PDF-1.7"), make([]byte, attachment.Max)...), attachment.ErrTooLarge},
	} {
		if kind, err := attachment.Kind(attachment.Offer{Name: test.name, Body: test.body}); !errors.Is(err, test.why) {
			t.Errorf("%s: %q, %v; want %v", test.what, kind, err, test.why)
		}
	}
}

func TestName(t *testing.T) {
	for given, want := range map[string]string{
		`C:\map\statuten.pdf`: "statuten.pdf", "": "image", "../..": "image", "a\u202efdp.exe": "afdp.exe",
		strings.Repeat("é", 130) + ".pdf": strings.Repeat("é", 116) + ".pdf",
	} {
		if got := attachment.Name(given, "image/png"); got != want {
			t.Errorf("%q: %q", given, got)
		}
	}
}
