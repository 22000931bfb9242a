package slack

import (
	"bytes"
	"fmt"
	"io"

	"filippo.io/age"
)

// work is how much work it is to try a secret key: 2 to the power of it. The key
// is long and random, so that little is enough.
const work = 12

// encrypt seals with a secret key, and proves that nothing was changed.
func encrypt(key string, plain []byte) ([]byte, error) {
	to, err := age.NewScryptRecipient(key)
	if err != nil {
		return nil, fmt.Errorf("seal a secret: %w", err)
	}
	to.SetWorkFactor(work)
	var sealed bytes.Buffer
	w, err := age.Encrypt(&sealed, to)
	if err != nil {
		return nil, fmt.Errorf("seal a secret: %w", err)
	}
	if _, err := w.Write(plain); err != nil {
		return nil, fmt.Errorf("seal a secret: %w", err)
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("seal a secret: %w", err)
	}
	return sealed.Bytes(), nil
}

// decrypt opens what encrypt made with the same key.
func decrypt(key string, sealed []byte) ([]byte, error) {
	who, err := age.NewScryptIdentity(key)
	if err != nil {
		return nil, fmt.Errorf("open a sealed secret: %w", err)
	}
	who.SetMaxWorkFactor(work + 6)
	r, err := age.Decrypt(bytes.NewReader(sealed), who)
	if err != nil {
		return nil, fmt.Errorf("open a sealed secret, was VISESBOT_SECRET_KEY changed?: %w", err)
	}
	plain, err := io.ReadAll(io.LimitReader(r, maxBody))
	if err != nil {
		return nil, fmt.Errorf("open a sealed secret: %w", err)
	}
	return plain, nil
}

// decryptAny opens what one of these keys has sealed, and tells whether it was
// another one than the first.
func decryptAny(keys []string, sealed []byte) (plain []byte, old bool, err error) {
	for i, key := range keys {
		if plain, err = decrypt(key, sealed); err == nil {
			return plain, i > 0, nil
		}
	}
	return nil, false, err
}
