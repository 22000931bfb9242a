package faketelegram

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// poll is one that the bot asked.
type poll struct {
	id                 string
	options            []string
	anonymous, several bool
	votes              map[int64][]int // by user
}

func (p *poll) wire(question string) object {
	options, voters := []object{}, 0
	for i, o := range p.options {
		n := 0
		for _, v := range p.votes {
			if slices.Contains(v, i) {
				n++
			}
		}
		options = append(options, object{"text": o, "voter_count": n})
	}
	for _, v := range p.votes {
		if len(v) > 0 {
			voters++
		}
	}
	return object{
		"id": p.id, "question": question, "options": options, "total_voter_count": voters, "type": "regular",
		"is_anonymous": p.anonymous, "allows_multiple_answers": p.several, "is_closed": false,
	}
}

// Vote chooses options of the newest poll in a chat, by their texts; none takes
// the vote back. Of an anonymous poll the bot hears nothing.
func (p *Person) Vote(in *Chat, options ...string) error {
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	var asked *poll
	for _, m := range in.messages {
		if m.poll != nil {
			asked = m.poll
		}
	}
	if asked == nil {
		return errors.New("there is no poll in this chat")
	}
	chosen := []int{}
	for _, o := range options {
		i := slices.Index(asked.options, o)
		if i < 0 {
			return fmt.Errorf("the poll has no option %q", o)
		}
		chosen = append(chosen, i)
	}
	if len(chosen) > 1 && !asked.several {
		return errors.New("only one option may be chosen")
	}
	slices.Sort(chosen)
	asked.votes[p.id] = chosen
	p.s.changed()
	if !asked.anonymous {
		p.s.push("poll_answer", 0, object{"poll_id": asked.id, "user": p.s.user(p.id), "option_ids": chosen})
	}
	return nil
}

// The sizes of polls that Telegram publishes.
const (
	pollQuestion  = 300
	pollOptions   = 12
	pollOption    = 100
	pollWhy       = 200
	pollWhyBreaks = 2
)

// pollOf reads a poll, and keeps to the sizes.
func pollOf(in params) (*poll, error) {
	var options []struct {
		Text string `json:"text"`
	}
	if err := in.decode("options", &options); err != nil {
		return nil, err
	}
	p := &poll{
		anonymous: in.values["is_anonymous"] != "false", several: in.flag("allows_multiple_answers"), votes: map[int64][]int{},
	}
	switch n := units(in.values["question"]); {
	case n == 0:
		return nil, bad("poll question must be non-empty")
	case n > pollQuestion:
		return nil, bad("poll question length must not exceed %d", pollQuestion)
	case len(options) < 1:
		return nil, bad("poll must have at least 1 option")
	case len(options) > pollOptions:
		return nil, bad("poll can't have more than %d options", pollOptions)
	}
	for _, o := range options {
		switch n := units(o.Text); {
		case n == 0:
			return nil, bad("poll options must be non-empty")
		case n > pollOption:
			return nil, bad("poll options length must not exceed %d", pollOption)
		}
		p.options = append(p.options, o.Text)
	}
	if why := in.values["explanation"]; units(why) > pollWhy || strings.Count(why, "\n") > pollWhyBreaks {
		return nil, bad("message is too long")
	}
	return p, nil
}

func (s *Server) sendPoll(c *Chat, in params) (any, error) {
	p, err := pollOf(in)
	if err != nil {
		return nil, err
	}
	if _, err := keyboardOf(in); err != nil {
		return nil, err
	}
	s.last.poll++
	p.id = fmt.Sprintf("54%d", s.last.poll)
	return s.show(c, &Message{
		Bot: true, By: s.BotID(), Poll: in.values["question"], PollOptions: p.options,
		Silent: in.flag("disable_notification"), poll: p,
	}), nil
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
