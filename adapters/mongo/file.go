package mongo

import (
	"context"
	"errors"
	"io"

	"go.mongodb.org/mongo-driver/v2/bson"
	driver "go.mongodb.org/mongo-driver/v2/mongo"
	"go.mongodb.org/mongo-driver/v2/mongo/options"

	"visesbot/bot"
	"visesbot/flows/form"
)

// file says where the bytes of a file are: this document is what makes a file
// exist, so that one that breaks off on its way leaves the earlier one whole.
type file struct {
	ID      string        `bson:"_id"`
	Name    string        `bson:"name,omitempty"`
	Type    string        `bson:"type,omitempty"`
	Size    int64         `bson:"size,omitempty"`
	Content bson.ObjectID `bson:"content"` // _id in evidence.files
}

func bucketOptions() *options.BucketOptionsBuilder {
	return options.GridFSBucket().SetName("evidence")
}

// PutFile keeps a file under its ID, in place of an earlier one.
func (s *Store) PutFile(ctx context.Context, f form.File, body io.Reader) error {
	ctx, cancel := context.WithTimeout(ctx, s.options.FileTimeout)
	defer cancel()
	content, err := s.evidence.UploadFromStream(ctx, f.ID, body)
	if err != nil {
		return fault("keep the bytes of a file", err)
	}
	var before file
	err = s.files.FindOneAndReplace(ctx, byID(f.ID),
		file{ID: f.ID, Name: f.Name, Type: f.Type, Size: f.Size, Content: content},
		options.FindOneAndReplace().SetUpsert(true)).Decode(&before)
	if errors.Is(err, driver.ErrNoDocuments) {
		return nil
	}
	if err != nil {
		return fault("keep a file", err)
	}
	if err := s.evidence.Delete(ctx, before.Content); err != nil && !errors.Is(err, driver.ErrFileNotFound) {
		return fault("take away the bytes of an earlier file", err)
	}
	return nil
}

// File opens a file.
func (s *Store) File(ctx context.Context, id string) (form.File, io.ReadCloser, error) {
	ctx, cancel := context.WithTimeout(ctx, s.options.FileTimeout)
	var f file
	err := s.files.FindOne(ctx, byID(id)).Decode(&f)
	if err != nil {
		cancel()
		if errors.Is(err, driver.ErrNoDocuments) {
			return form.File{}, nil, bot.ErrNotFound
		}
		return form.File{}, nil, fault("look up a file", err)
	}
	stream, err := s.evidence.OpenDownloadStream(ctx, f.Content)
	if err != nil {
		cancel()
		return form.File{}, nil, fault("open a file", err)
	}
	return form.File{ID: f.ID, Name: f.Name, Type: f.Type, Size: f.Size}, &body{stream, cancel}, nil
}

// body is a file being read. Its time limit ends with it.
type body struct {
	*driver.GridFSDownloadStream
	cancel context.CancelFunc
}

func (b *body) Close() error {
	defer b.cancel()
	return b.GridFSDownloadStream.Close()
}
