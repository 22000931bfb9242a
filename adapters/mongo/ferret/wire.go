package ferret

import (
	"encoding/binary"
	"fmt"
	"io"

	"go.mongodb.org/mongo-driver/v2/bson"
)

// The MongoDB wire protocol, as much as a gate has to know: a message is its
// length, an id, the id it answers, a code, and the rest.
const (
	header  = 16
	opMsg   = 2013
	maxSize = 48 << 20
)

// readMessage reads one whole message.
func readMessage(r io.Reader) ([]byte, error) {
	var size [4]byte
	if _, err := io.ReadFull(r, size[:]); err != nil {
		return nil, err
	}
	n := binary.LittleEndian.Uint32(size[:])
	if n < header || n > maxSize {
		return nil, fmt.Errorf("a message of %d bytes", n)
	}
	m := make([]byte, n)
	copy(m, size[:])
	_, err := io.ReadFull(r, m[4:])
	return m, err
}

// command gives the name of the command in a message; "" when it is none, as
// the greeting of a new connection.
func command(m []byte) string {
	if len(m) < header+5 || binary.LittleEndian.Uint32(m[12:]) != opMsg || m[header+4] != 0 {
		return ""
	}
	elements, err := bson.Raw(m[header+5:]).Elements()
	if err != nil || len(elements) == 0 {
		return ""
	}
	return elements[0].Key()
}

// failure answers a message with an error.
func failure(m []byte, reason string) []byte {
	doc, err := bson.Marshal(bson.D{{Key: "ok", Value: 0.0}, {Key: "code", Value: int32(1)}, {Key: "errmsg", Value: reason}})
	if err != nil {
		panic(err) // of fixed types
	}
	a := make([]byte, header+5, header+5+len(doc))
	binary.LittleEndian.PutUint32(a, uint32(cap(a)))
	copy(a[8:], m[4:8])
	binary.LittleEndian.PutUint32(a[12:], opMsg)
	return append(a, doc...)
}
