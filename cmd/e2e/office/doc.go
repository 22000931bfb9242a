// Package officetest is a whole programme for tests of the office: a fictional
// register, people with phones, the real content and engine, a store on disk, and
// a clock that stands still until it is moved. It is tests only.
package officetest
