package faketelegram_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"

	"visesbot/adapters/telegram/faketelegram"
)

// A bot that is nothing but a call by hand; any other is given server.URL as its
// API endpoint.
func Example() {
	platform := faketelegram.New(faketelegram.Options{Token: "1:x"})
	server := httptest.NewServer(platform)
	defer server.Close()
	defer platform.Close()

	noor := platform.Person("Noor", "nl")
	noor.Say("/start CODE")

	response, err := http.PostForm(server.URL+"/bot1:x/sendMessage", url.Values{
		"chat_id": {strconv.FormatInt(noor.ID(), 10)}, "text": {"<b>Welkom!</b>"}, "parse_mode": {"HTML"},
		"reply_markup": {`{"inline_keyboard":[[{"text":"Ja","callback_data":"yes"}]]}`},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	_ = response.Body.Close()

	m := noor.Chat().FromBot()[0]
	fmt.Println(m.Text, m.Entities[0].Type, m.Keyboard[0][0].Text)
	fmt.Println(noor.Press("Ja"), platform.Pending(), "updates wait for the bot")
	// Output:
	// Welkom! bold Ja
	// <nil> 2 updates wait for the bot
}
