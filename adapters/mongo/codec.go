package mongo

import (
	"bytes"
	"fmt"
	"reflect"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"

	"visesbot/flows"
)

// codec writes and reads what stands in the store.
type codec struct{ registry *bson.Registry }

// encode writes a document as it stands in the store: under the names of the
// JSON tags, zero values left out, times as dates.
func (k codec) encode(v any) (bson.Raw, error) {
	var buf bytes.Buffer
	e := bson.NewEncoder(bson.NewDocumentWriter(&buf))
	e.SetRegistry(k.registry)
	e.UseJSONStructTags()
	e.OmitZeroStruct()
	if err := e.Encode(v); err != nil {
		return nil, fmt.Errorf("write %T as a document: %w", v, err)
	}
	return buf.Bytes(), nil
}

// decode reads a document that encode wrote.
func (k codec) decode(raw bson.Raw, v any) error {
	d := bson.NewDecoder(bson.NewDocumentReader(bytes.NewReader(raw)))
	d.SetRegistry(k.registry)
	d.UseJSONStructTags()
	if err := d.Decode(v); err != nil {
		return fmt.Errorf("read a document as %T: %w", v, err)
	}
	return nil
}

// newRegistry knows the types that do not stand in a document as they are.
func newRegistry() *bson.Registry {
	r := bson.NewRegistry()
	event, buttons := reflect.TypeFor[flows.Event](), reflect.TypeFor[[][]flows.Button]()
	r.RegisterTypeEncoder(event, bson.ValueEncoderFunc(encodeEvent))
	r.RegisterTypeDecoder(event, bson.ValueDecoderFunc(decodeEvent))
	r.RegisterTypeEncoder(buttons, bson.ValueEncoderFunc(encodeRows))
	r.RegisterTypeDecoder(buttons, bson.ValueDecoderFunc(decodeRows))
	return r
}

// A date holds no time zone, and an event's is that of the person.
type zoned struct {
	Event plain  `bson:",inline"`
	Zone  string `bson:"zone,omitempty"` // "+02:00"; none is UTC
}

type plain flows.Event

const zoneLayout = "-07:00"

func encodeEvent(c bson.EncodeContext, w bson.ValueWriter, v reflect.Value) error {
	z := zoned{Event: plain(v.Interface().(flows.Event))}
	if _, offset := z.Event.At.Zone(); offset != 0 {
		z.Zone = z.Event.At.Format(zoneLayout)
	}
	return encodeAs(c, w, z)
}

func decodeEvent(c bson.DecodeContext, r bson.ValueReader, v reflect.Value) error {
	var z zoned
	if err := decodeAs(c, r, &z); err != nil {
		return err
	}
	if z.Zone != "" {
		t, err := time.Parse(zoneLayout, z.Zone)
		if err != nil {
			return fmt.Errorf("read the time zone of an event: %w", err)
		}
		z.Event.At = z.Event.At.In(t.Location())
	}
	v.Set(reflect.ValueOf(flows.Event(z.Event)))
	return nil
}

// Some servers keep no lists in lists, so a row of buttons is a document.
type row struct {
	Row []flows.Button `bson:"row"`
}

func encodeRows(c bson.EncodeContext, w bson.ValueWriter, v reflect.Value) error {
	rows := []row{}
	for _, r := range v.Interface().([][]flows.Button) {
		rows = append(rows, row{r})
	}
	return encodeAs(c, w, rows)
}

func decodeRows(c bson.DecodeContext, r bson.ValueReader, v reflect.Value) error {
	var rows []row
	if err := decodeAs(c, r, &rows); err != nil {
		return err
	}
	var all [][]flows.Button
	for _, r := range rows {
		all = append(all, r.Row)
	}
	v.Set(reflect.ValueOf(all))
	return nil
}

func encodeAs(c bson.EncodeContext, w bson.ValueWriter, as any) error {
	v := reflect.ValueOf(as)
	e, err := c.LookupEncoder(v.Type())
	if err != nil {
		return err
	}
	return e.EncodeValue(c, w, v)
}

func decodeAs(c bson.DecodeContext, r bson.ValueReader, as any) error {
	v := reflect.ValueOf(as).Elem()
	d, err := c.LookupDecoder(v.Type())
	if err != nil {
		return err
	}
	return d.DecodeValue(c, r, v)
}
