package slack

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Vault keeps sealed bytes by key, for as long as a workspace has the app
// installed. What it is given is encrypted already. A key that is not there is
// fs.ErrNotExist.
type Vault interface {
	Put(ctx context.Context, key string, sealed []byte) error
	Get(ctx context.Context, key string) ([]byte, error)
	Delete(ctx context.Context, key string) error
}

// Folder is a vault of files that only their owner reads.
type Folder string

// Put writes a file, whole or not at all.
func (f Folder) Put(_ context.Context, key string, sealed []byte) error {
	if err := os.MkdirAll(string(f), 0o700); err != nil {
		return fmt.Errorf("make the folder of the installations: %w", err)
	}
	tmp, err := os.CreateTemp(string(f), ".new-*")
	if err != nil {
		return fmt.Errorf("write an installation: %w", err)
	}
	defer func() { _ = os.Remove(tmp.Name()) }()
	_, err = tmp.Write(sealed)
	if err = errors.Join(err, tmp.Sync(), tmp.Close()); err != nil {
		return fmt.Errorf("write an installation: %w", err)
	}
	if err := os.Rename(tmp.Name(), f.file(key)); err != nil {
		return fmt.Errorf("write an installation: %w", err)
	}
	return nil
}

// Get reads a file.
func (f Folder) Get(_ context.Context, key string) ([]byte, error) {
	sealed, err := os.ReadFile(f.file(key))
	if err != nil {
		return nil, fmt.Errorf("read an installation: %w", err)
	}
	return sealed, nil
}

// Delete removes a file; one that is not there is removed already.
func (f Folder) Delete(_ context.Context, key string) error {
	if err := os.Remove(f.file(key)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("remove an installation: %w", err)
	}
	return nil
}

func (f Folder) file(key string) string {
	return filepath.Join(string(f), filepath.Base(key)+".age")
}
