// Package importer is the room of the office in which the coordinator takes a
// spreadsheet of partners, enterprises, people and cohorts into the register, and
// gets it as one. A file is first only looked at: what is wrong in it and what
// would change is said before anything does.
package importer
