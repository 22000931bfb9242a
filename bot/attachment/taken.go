package attachment

import (
	"strings"

	"visesbot/flows/form"
)

// taken tells whether a kind is taken that is neither text nor film.
func taken(kind string) bool {
	switch kind {
	case "image/jpeg", "image/png", "image/webp", "image/gif",
		"image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence",
		"application/pdf", "application/rtf", "text/rtf",
		"application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint",
		"application/vnd.oasis.opendocument.text",
		"application/vnd.oasis.opendocument.spreadsheet",
		"application/vnd.oasis.opendocument.presentation",
		"application/ogg":
		return true
	}
	return strings.HasPrefix(kind, "application/vnd.openxmlformats-officedocument.") ||
		strings.HasPrefix(kind, "audio/")
}

// Choosable is what the file chooser of a browser is to offer: kinds, and endings
// where browsers know no kind.
func Choosable() []string {
	return []string{
		"image/jpeg", "image/png", "image/webp", "image/gif", "image/heic", "image/heif", ".heic", ".heif",
		"audio/*", "video/mp4", "video/quicktime", "video/webm", "video/3gpp", ".m4a",
		"application/pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".odt", ".ods", ".odp", ".rtf", ".csv", ".txt",
	}
}

// Named says in words what can be sent; it reads on after a colon.
func Named() form.Text {
	return form.Text{
		FR: "photos (JPEG, PNG, WebP, HEIC, GIF), PDF, documents de bureau (Word, Excel, PowerPoint, OpenDocument, sans macros), CSV, TXT, son et clips (MP4, MOV, 3GP, WebM)",
		NL: "foto's (JPEG, PNG, WebP, HEIC, GIF), pdf's, kantoordocumenten (Word, Excel, PowerPoint, OpenDocument, zonder macro's), CSV, TXT, geluid en filmpjes (MP4, MOV, 3GP, WebM)",
		EN: "photos (JPEG, PNG, WebP, HEIC, GIF), PDFs, office documents (Word, Excel, PowerPoint, OpenDocument, without macros), CSV, TXT, sound and clips (MP4, MOV, 3GP, WebM)",
	}
}
