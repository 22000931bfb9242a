package form

// The head, with everything that stands in it, as [Scan] reads it; see
// scan_docs.go.

// Scan reads a head.
func (h *Head) Scan(s *Scan) {
	for name := range s.Names() {
		switch name {
		case "dossier":
			h.Dossier = s.Text()
		case "version":
			h.Version = s.Int64()
		case "content":
			h.Content = s.Text()
		case "enterprise":
			h.Enterprise.scan(s)
		case "phase":
			h.Phase = s.Text()
		case "cycle":
			h.Cycle = s.Int()
		case "closed":
			h.Closed = ScanAll(s, (*Closed).scan)
		case "people":
			h.People = ScanAll(s, (*Person).scan)
		case "records":
			h.Records = s.Int64()
		case "open":
			h.Open = ScanTexts[string](s)
		case "below":
			h.Below = scanTallies(s)
		case "waiting":
			h.Waiting = ScanAll(s, ScanOther[Waiting])
		case "differ":
			h.Differ = ScanTexts[Place](s)
		case "signed":
			h.Signed = ScanAll(s, (*Sign).scan)
		case "tickets":
			h.Tickets = ScanAll(s, (*Ticket).scan)
		case "backs":
			h.Backs = ScanAll(s, (*Back).scan)
		case "plans":
			h.Plans = ScanAll(s, (*Plan).scan)
		case "promises":
			h.Promises = ScanAll(s, (*Promise).scan)
		case "spared":
			h.Spared = ScanTexts[string](s)
		case "releases":
			h.Releases = ScanAll(s, (*Release).scan)
		default:
			s.Fail()
		}
	}
}

// scanTallies reads what [Tallies.MarshalEasyJSON] writes.
func scanTallies(s *Scan) Tallies {
	t := make(Tallies, 0, 12)
	for id := range s.Names() {
		t = append(t, Tally{id, s.Int()})
	}
	return t
}

// scanInts reads a list of whole numbers.
func scanInts(s *Scan) []int {
	all := []int{}
	for n := 0; s.more('[', ']', n); n++ {
		if n == 0 {
			all = make([]int, 0, 12)
		}
		all = append(all, s.Int())
	}
	return all
}

func (e *Enterprise) scan(s *Scan) {
	for name := range s.Names() {
		switch name {
		case "id":
			e.ID = s.Text()
		case "name":
			e.Name = s.Text()
		case "country":
			e.Country = s.Text()
		case "sample":
			e.Sample = s.Bool()
		default:
			s.Fail()
		}
	}
}

func (p *Person) scan(s *Scan) {
	for name := range s.Names() {
		switch name {
		case "id":
			p.ID = s.Text()
		case "name":
			p.Name = s.Text()
		case "address":
			p.Address = s.Text()
		case "respondent":
			p.Respondent = s.Text()
		case "delegate":
			p.Delegate = Path(s.Text())
		case "role":
			p.Role = s.Text()
		case "lang":
			p.Lang = s.Text()
		case "member":
			p.Member = s.Text()
		case "also":
			p.Also = ScanTexts[string](s)
		default:
			s.Fail()
		}
	}
}

func (c *Closed) scan(s *Scan) {
	for name := range s.Names() {
		switch name {
		case "phase":
			c.Phase = s.Text()
		case "at":
			c.At = s.Time()
		case "by":
			c.By = s.Text()
		case "snapshot":
			c.Snapshot = s.Text()
		case "record":
			c.Record = s.Int64()
		case "signed":
			c.Signed = ScanAll(s, (*Sign).scan)
		default:
			s.Fail()
		}
	}
}

func (g *Sign) scan(s *Scan) {
	for name := range s.Names() {
		switch name {
		case "phase":
			g.Phase = s.Text()
		case "by":
			g.By.scan(s)
		case "at":
			g.At = s.Time()
		case "reserve":
			g.Reserve = s.Text()
		default:
			s.Fail()
		}
	}
}

func (p *Promise) scan(s *Scan) {
	for name := range s.Names() {
		switch name {
		case "place":
			p.Place = Place(s.Text())
		case "on":
			p.On = s.Time()
		case "who":
			p.Who = s.Text()
		case "by":
			p.By = s.Text()
		case "fate":
			p.Fate = s.Text()
		case "given":
			p.Given = s.Time()
		default:
			s.Fail()
		}
	}
}

func (p *Plan) scan(s *Scan) {
	for name := range s.Names() {
		switch name {
		case "place":
			p.Place = Place(s.Text())
		case "next":
			p.Next = s.Time()
		case "who":
			p.Who = s.Text()
		default:
			s.Fail()
		}
	}
}

func (t *Ticket) scan(s *Scan) {
	for name := range s.Names() {
		switch name {
		case "id":
			t.ID = s.Text()
		case "respondent":
			t.Respondent = s.Text()
		case "stakeholder":
			t.Stakeholder = Path(s.Text())
		case "role":
			t.Role = s.Text()
		case "by":
			t.By.scan(s)
		case "at":
			t.At = s.Time()
		case "until":
			t.Until = s.Time()
		case "used":
			t.Used = s.Text()
		default:
			s.Fail()
		}
	}
}

func (b *Back) scan(s *Scan) {
	for name := range s.Names() {
		switch name {
		case "kind":
			b.Kind = s.Text()
		case "phase":
			b.Phase = s.Text()
		case "by":
			b.By.scan(s)
		case "at":
			b.At = s.Time()
		case "reason":
			b.Reason = s.Text()
		default:
			s.Fail()
		}
	}
}

func (r *Release) scan(s *Scan) {
	for name := range s.Names() {
		switch name {
		case "part":
			r.Part = s.Text()
		case "to":
			r.To = s.Text()
		case "name":
			r.Name = s.Text()
		case "at":
			r.At = s.Time()
		case "by":
			r.By.scan(s)
		case "from":
			r.From = Place(s.Text())
		default:
			s.Fail()
		}
	}
}
