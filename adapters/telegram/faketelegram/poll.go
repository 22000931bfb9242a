package faketelegram

import "strings"

// sendPoll keeps to the sizes of polls: a question of 300, 1 to 12 options of
// 100, an explanation of 200 with two line feeds.
func (s *Server) sendPoll(c *Chat, in params) (any, error) {
	var options []struct {
		Text string `json:"text"`
	}
	if err := in.decode("options", &options); err != nil {
		return nil, err
	}
	switch n := units(in.values["question"]); {
	case n == 0:
		return nil, bad("poll question must be non-empty")
	case n > 300:
		return nil, bad("poll question length must not exceed 300")
	}
	switch n := len(options); {
	case n < 1:
		return nil, bad("poll must have at least 1 option")
	case n > 12:
		return nil, bad("poll can't have more than 12 options")
	}
	for _, o := range options {
		switch n := units(o.Text); {
		case n == 0:
			return nil, bad("poll options must be non-empty")
		case n > 100:
			return nil, bad("poll options length must not exceed 100")
		}
	}
	why := in.values["explanation"]
	if units(why) > 200 || strings.Count(why, "\n") > 2 {
		return nil, bad("message is too long")
	}
	return s.show(c, &Message{Bot: true, By: s.BotID(), Poll: in.values["question"]}), nil
}

func (s *Server) sendChatAction(c *Chat, in params) (any, error) {
	switch action := in.values["action"]; action {
	case "typing", "upload_photo", "upload_document", "record_voice", "upload_voice", "choose_sticker", "find_location":
		c.actions = append(c.actions, action)
		s.changed()
		return true, nil
	default:
		return nil, bad("wrong parameter action in request")
	}
}
