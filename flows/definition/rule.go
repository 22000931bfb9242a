package definition

// Rule is one thing that content has to hold. Rules without a check are looked
// at while the files are read.
type Rule struct {
	Name     string
	Severity Severity
	About    string // one sentence for writers

	check func(*loader)
}

// Rules lists every rule, those of files first, then those of what they say.
func Rules() []Rule {
	return append(append(fileRules(), shapeRules()...), contentRules()...)
}

func fileRules() []Rule {
	return []Rule{
		{ruleMissingFile, Error, "There is a questionnaire.", nil},
		{ruleFileName, Warning, "Files of content end in .yaml; others are not read.", nil},
		{ruleUnreadable, Error, "Every file can be opened.", nil},
		{ruleTooLarge, Error, "No file is larger than 1 MB.", nil},
		{ruleEncoding, Error, "Files are UTF-8 text without control characters.", nil},
		{ruleEmpty, Error, "No file is empty.", nil},
		{ruleSyntax, Error, "Files are YAML.", nil},
		{ruleDocuments, Error, "One file holds one YAML document.", nil},
	}
}

func shapeRules() []Rule {
	return []Rule{
		{ruleAlias, Error, "No anchors (&), aliases (*) and tags (!): what is said stands where it is said.", nil},
		{ruleDuplicateKey, Error, "No key stands twice in one mapping.", nil},
		{ruleAmbiguous, Error, "Words that some tools read as true or false (yes, no, on, off) stand in quotes.", nil},
		{ruleType, Error, "Texts are texts, numbers are numbers, lists are lists.", nil},
		{ruleUnknownKey, Error, "Only known keys are used.", nil},
		{ruleMissingKey, Error, "What is required is there.", nil},
		{ruleUnknownWord, Error, "Where only some words are possible (types, roles, pools), it is one of them.", nil},
		{ruleTranslation, Error, "Everything is said in French, Dutch and English.", nil},
		{ruleReference, Error, "Collections, glossary words, questions and phases that are named exist.", checkReferences},
	}
}

func contentRules() []Rule {
	return []Rule{
		{ruleID, Error, "Ids are well formed.", checkIDs},
		{ruleDuplicate, Error, "No id is given twice.", checkDuplicates},
		{ruleCollection, Error, "Collections are bounded and at most four deep, and some question adds their items.", checkCollections},
		{ruleButton, Error, "Places fit in the data of a button (64 bytes), however deep the loop.", checkButtons},
		{ruleOptions, Error, "Types that choose have options; the others have none.", checkOptions},
		{ruleMisplaced, Error, "Keys suit the type of the question.", checkMisplaced},
		{ruleRange, Error, "Min is not above max, low not above high.", checkRanges},
		{ruleRespond, Error, "What each respondent answers stands in the loop over respondents.", checkRespond},
		{ruleExample, Error, "A question that is answered by typing shows an example.", checkExamples},
		{rulePlaceholder, Error, "{placeholders} are well formed, stand only where they are filled in, and are the same in every language.", checkPlaceholders},
		{ruleSentence, Error, "The bot's own sentences are those it says, with the placeholders it fills in.", checkSentences},
		{ruleCommand, Error, "Every command of the bot is in the list once, with words of its own in every language.", checkCommands},
		{ruleLoop, Error, "Loops stand in each other as their collections do.", checkLoops},
		{ruleName, Error, "Names in expressions are free.", nil},
		{ruleAdds, Error, "A question adds items below the item it is asked of.", nil},
		{ruleExpression, Error, "Expressions are correct and of the right type.", nil},
		{rulePipe, Error, "What is piped into a text can be seen from there.", nil},
		{ruleCycle, Error, "Whether a question is asked never hangs on itself.", checkLinks},
		{ruleReachable, Error, "Every question can be asked: some answers make its conditions hold, also where they say or and not. What cannot be tried out is taken to hold.", checkReachable},
		{ruleLength, Warning, "Texts fit on a card of a phone.", checkLengths},
		{ruleReading, Warning, "A question, its help and its options are read in half a minute.", checkReading},
		{ruleWording, Warning, "Texts say a thing with the word of the glossary, not with one that it avoids.", checkWording},
		{ruleQuiz, Error, "A check has a right and a wrong option, and feedback on each.", checkQuizzes},
		{ruleMedia, Error, "Pictures and films exist, drawings (.svg) as PNG too, and pictures are described.", checkMedia},
		{ruleLocked, Error, "A module has core blocks, and a block of values is one of them.", checkLocked},
		{ruleExercise, Error, "Only exercises ask, and what they ask exists.", checkExercises},
		{ruleLibrary, Error, "Links lead to pages, and what is referred to as \"read\" is in the library.", checkLibrary},
		{ruleFramework, Error, "A mapping names questions that exist, and each of its codes says what it is, or where that is said.", checkFrameworks},
		{ruleFacilitator, Error, "The frame of a session lasts 60 to 90 minutes in all, pushes blocks of its module and takes one poll.", checkFacilitators},
	}
}
