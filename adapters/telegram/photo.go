package telegram

import (
	"context"
	"encoding/json"
	"io/fs"
	"path"
	"strings"
	"sync"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"

	"visesbot/bot"
)

// picture is one of the content. Telegram has a name for it once it was sent.
type picture struct {
	name string
	id   string
	body []byte
}

// photos are the names of the pictures sent since the program started.
type photos struct {
	mu  sync.Mutex
	ids map[string]string
}

func (p *photos) id(name string) string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.ids[name]
}

func (p *photos) keep(name, id string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.ids == nil {
		p.ids = map[string]string{}
	}
	p.ids[name] = id
}

// picture finds what a message is to show. Telegram takes no drawings (SVG), so
// the content has each as PNG too. Nil when there is nothing that can be shown.
func (a *Adapter) picture(ctx context.Context, m bot.Message) *picture {
	if m.Media != nil && m.Media.File != "" && m.Media.Kind == "picture" {
		return a.keptPicture(ctx, m.Media.File)
	}
	if a.o.Media == nil || m.Media == nil || m.Media.Name == "" || m.Media.URL != "" {
		return nil
	}
	name := m.Media.Name
	if path.Ext(name) == ".svg" {
		name = strings.TrimSuffix(name, ".svg") + ".png"
	}
	body, err := fs.ReadFile(a.o.Media, name)
	if err != nil {
		if a.odd.first("media " + name) {
			a.o.Log.Warn("a picture of the content is missing; it is told in words", "name", name)
		}
		return nil
	}
	return &picture{name: name, id: a.photos.id(name), body: body}
}

// keptPicture is one that the programme has made; nil when it cannot be read, and
// then it is told in words.
func (a *Adapter) keptPicture(ctx context.Context, id string) *picture {
	pic := &picture{name: id + ".png", id: a.photos.id(id + ".png")}
	if pic.id != "" {
		return pic
	}
	body, err := a.kept(ctx, id)
	if err != nil {
		a.o.Log.Warn("a kept picture cannot be read; it is told in words", "file", id, "error", err)
		return nil
	}
	pic.body = body
	return pic
}

func (a *Adapter) sendPhoto(ctx context.Context, chat int64, p tgbotapi.Params, pic *picture, m bot.Message) (bot.Receipt, error) {
	p["caption"], p["parse_mode"] = htmlOf(m.Lines), "HTML"
	delete(p, "link_preview_options")
	if pic.id != "" {
		p["photo"] = pic.id
		receipt, err := a.paced(ctx, chat, "sendPhoto", p)
		if !says(err, "wrong file identifier", "FILE_REFERENCE") {
			return receipt, err
		}
		delete(p, "photo")
		if pic.body == nil && m.Media != nil {
			a.photos.keep(pic.name, "")
			if pic = a.keptPicture(ctx, m.Media.File); pic == nil {
				return "", err
			}
		}
	}
	return a.upload(ctx, chat, "sendPhoto", p, pic, "photo")
}

// editPhoto puts the picture and the text in the place of an older message.
func (a *Adapter) editPhoto(ctx context.Context, chat int64, p tgbotapi.Params, pic *picture, old shown, m bot.Message) (bot.Receipt, error) {
	media := map[string]string{"type": "photo", "media": pic.id, "caption": htmlOf(m.Lines), "parse_mode": "HTML"}
	delete(p, "link_preview_options")
	var receipt bot.Receipt
	var err error
	if pic.id == "" {
		media["media"] = "attach://picture"
		p["media"] = encoded(media)
		receipt, err = a.upload(ctx, chat, "editMessageMedia", p, pic, "picture")
	} else {
		p["media"] = encoded(media)
		receipt, err = a.paced(ctx, chat, "editMessageMedia", p)
	}
	if unchanged(err) {
		return old.receipt(), nil
	}
	return receipt, err
}

// upload sends the picture itself, and keeps the name it gets.
func (a *Adapter) upload(ctx context.Context, chat int64, method string, p tgbotapi.Params, pic *picture, field string) (bot.Receipt, error) {
	raw, err := a.inTurn(ctx, chat, method, p, tgbotapi.RequestFile{
		Name: field, Data: tgbotapi.FileBytes{Name: pic.name, Bytes: pic.body},
	})
	if err != nil {
		return "", err
	}
	var m message
	if json.Unmarshal(raw, &m) == nil && len(m.Photo) > 0 {
		a.photos.keep(pic.name, m.Photo[len(m.Photo)-1].ID)
	}
	return receiptOf(method, raw)
}
