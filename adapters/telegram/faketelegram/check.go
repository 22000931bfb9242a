package faketelegram

import "fmt"

// Check says what Telegram would refuse of a call's parameters, whoever it is
// sent to; nil when nothing is wrong with them.
func Check(method string, values map[string]string) error {
	in := params{values: values}
	var err error
	switch method {
	case "sendMessage", "editMessageText":
		_, _, err = formatted(in, "text")
	case "sendPhoto", "sendDocument", "sendVoice", "editMessageCaption":
		_, _, err = formatted(in, "caption")
	case "sendPoll":
		_, err = pollOf(in)
	default:
		return fmt.Errorf("no parameters of %s are known", method)
	}
	if err == nil {
		_, err = keyboardOf(in)
	}
	return err
}
