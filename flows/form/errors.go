package form

import "errors"

var errNoRespondents = errors.New("enrol a respondent: the questionnaire has no question that adds respondents")
