package faketelegram

import (
	"cmp"
	"maps"
	"net/http"
	"strings"
)

// Call is one request that the bot made, getUpdates left out.
type Call struct {
	Method string
	Params map[string]string
	Files  []string // names of the files that came with it
}

func (s *Server) note(method string, in params) {
	if strings.EqualFold(method, "getUpdates") {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	c := Call{Method: method, Params: maps.Clone(in.values)}
	for _, f := range in.files {
		c.Files = append(c.Files, f.name)
	}
	s.calls = append(s.calls, c)
}

// Calls gives the requests so far that had this method, oldest first; all with
// the method "".
func (s *Server) Calls(method string) []Call {
	s.mu.Lock()
	defer s.mu.Unlock()
	var all []Call
	for _, c := range s.calls {
		if method == "" || strings.EqualFold(c.Method, method) {
			all = append(all, c)
		}
	}
	return all
}

// do carries out a method.
func (s *Server) do(r *http.Request, method string, in params) (any, error) {
	switch method {
	case "getupdates":
		return s.getUpdates(r, in)
	case "setwebhook", "deletewebhook":
		return s.setWebhook(in)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	switch method {
	case "getme":
		return s.me(), nil
	case "getwebhookinfo":
		return s.webhookStatus(), nil
	case "getfile":
		return s.getFile(in)
	case "answercallbackquery":
		return s.answerQuery(in)
	case "setmycommands", "deletemycommands", "getmycommands":
		return s.myCommands(method, in)
	case "setchatmenubutton":
		return s.setMenuButton(in)
	case "getchatmenubutton":
		return object{"type": cmp.Or(s.menu, "default")}, nil
	case "setmydescription":
		return s.setAbout(in, "description", 512)
	case "setmyshortdescription":
		return s.setAbout(in, "short_description", 120)
	case "getmydescription":
		return object{"description": s.about["description/"+in.values["language_code"]]}, nil
	case "getmyshortdescription":
		return object{"short_description": s.about["short_description/"+in.values["language_code"]]}, nil
	}
	return s.inChat(method, in)
}

// inChat carries out a method that is about a chat.
func (s *Server) inChat(method string, in params) (any, error) {
	act, known := map[string]func(*Chat, params) (any, error){
		"sendmessage": s.sendMessage, "sendphoto": s.sendPhoto, "senddocument": s.sendDocument, "sendvoice": s.sendVoice, "sendmediagroup": s.sendMediaGroup,
		"sendpoll": s.sendPoll, "sendchataction": s.sendChatAction, "deletemessage": s.deleteMessage,
		"editmessagetext": s.editText, "editmessagecaption": s.editCaption,
		"editmessagemedia": s.editMedia, "editmessagereplymarkup": s.editMarkup,
		"getchat": s.getChat,
	}[method]
	if !known {
		return nil, refuse(http.StatusNotFound, "Not Found: method not found")
	}
	c, err := s.reached(in)
	if err != nil {
		return nil, err
	}
	if strings.HasPrefix(method, "send") && method != "sendchataction" || strings.HasPrefix(method, "edit") {
		if err := s.limited(c); err != nil {
			return nil, err
		}
	}
	return act(c, in)
}

// reached finds the chat that a call is about, if the bot may write there.
func (s *Server) reached(in params) (*Chat, error) {
	if in.values["chat_id"] == "" {
		return nil, bad("chat_id is empty")
	}
	c := s.chats[in.number("chat_id")]
	switch {
	case c == nil:
		return nil, bad("chat not found")
	case c.movedTo != 0:
		return nil, &refusal{
			code: http.StatusBadRequest, movedTo: c.movedTo,
			description: "Bad Request: group chat was upgraded to a supergroup chat",
		}
	case c.shut != "":
		return nil, forbidden(c.shut)
	case c.private() && !c.open:
		return nil, forbidden("bot can't initiate conversation with a user")
	}
	return c, nil
}

func (s *Server) me() object {
	return object{
		"id": s.BotID(), "is_bot": true, "first_name": "Fake", "username": s.o.Username,
		"can_join_groups": true, "can_read_all_group_messages": true, "supports_inline_queries": false,
	}
}
