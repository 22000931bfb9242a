package bot

// ringOnce lets what a turn says make one sound: the first new message rings, and
// the later ones come with it. What is edited in place makes none.
func ringOnce(jobs []Job) []Job {
	rang := false
	for _, j := range jobs {
		if m := j.Message; m != nil && m.Replace == "" {
			m.Silent = m.Silent || rang
			rang = rang || !m.Silent
		}
	}
	return jobs
}
