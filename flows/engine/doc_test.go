// Package engine_test lets random people talk: with the real questionnaire and
// with random ones, wildly and then together. Between any two steps session and
// dossier go through their stored form, and everything that is kept up with
// each change is counted anew (see package formtest).
//
//	VISES_SEEDS=2000 go test -run TestPeople ./flows/engine           many more groups
//	VISES_SEED=421 VISES_SEEDS=1 go test -run TestPeople ./flows/engine   one of them again
//	go test -run XXX -fuzz FuzzStep -fuzzminimizetime 1x ./flows/engine
//
// What the tests here and in package form_test bite on was tried by breaking
// things on purpose:
//
//	an answer does not touch what hangs on it      TestFilteredLoop, TestPeople, FuzzStep
//	counts below never go down                     TestNestedItems, TestPeople, FuzzStep
//	nothing is archived                            TestNestedItems, TestPeople
//	a restored answer stays archived               TestBranchesComeAndGo, TestThereAndBackAgain
//	the unanswered does not pass relevance on      TestUnansweredQuestionPassesItOn, TestIndexOnRandomQuestionnaires
//	lists keep items with nothing open             TestNestedItems, TestIndexOnTheRealQuestionnaire
//	waiting places are never taken off             TestWaiting, TestHandingOver
//	a removed item leaves its places open          TestNestedItems, TestSameAnswersSameDossier
//	an answer is not recorded                      every test that looks at records
//	a document of the source is written into       TestEachAnswersForThemselves, TestPeople
//	what is left forgets the handed and the due    TestWaiting, TestIndexOnRandomQuestionnaires
//	handed places are offered to anybody           TestWaiting, TestHandingOver
//	votes of any role count as outside             TestGapsAndClosing
//	reopening leaves later phases in the index     TestGapsAndClosing, TestPeople
//	a pending condition counts as false            TestThreeValues, TestCalc
//	piped answers leave no fingerprint             TestPipedAnswers, TestPipedItems
//	places that do not exist are taken             TestButtonsThatWereNeverShown, FuzzStep
//	items that are not on the list are mended      TestButtonsThatWereNeverShown
//	an old "yes, that is right" settles nothing    TestWarnings
//	what is not understood is not kept             TestNothingTypedIsLost, TestPeople
//	an aside outlives its question                 TestAsideWhenNothingIsOpen
//	an empty aside gets no buttons                 TestAsides
//	a list cannot be left open                     TestPeopleOnRandomQuestionnaires
//	data of buttons too long                       TestHandingOver, TestPeople, FuzzStep
//	ticks write into the answer                    TestPeople
//	a sentence without what is filled in           TestWordKeys
package engine_test
