package html

// page is the template. Widths are those of a phone first; print has its own.
const page = `<!DOCTYPE html>
<html lang="{{.Lang}}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{{template "plain" .Title}} — {{.Enterprise}}</title><style>
body{font:17px/1.5 Georgia,"Times New Roman",serif;color:#1a1a1a;background:#fff;margin:0}
main{max-width:42rem;margin:0 auto;padding:1rem}
h1,h2,h3,h4,nav,table,figcaption,dl,.note,.missing{font-family:Arial,Helvetica,sans-serif}
h1,h2,h3,h4{color:#0b4f8a;line-height:1.2;margin:1.6em 0 .5em}h1{font-size:1.9rem}h2{font-size:1.5rem}h3{font-size:1.15rem}h4{font-size:1rem}
blockquote{margin:1em 0;padding-left:1em;border-left:4px solid #8fb2d3}blockquote footer,.note,figcaption{font-size:.85rem;color:#5a5a5a}
.missing{font-size:.9rem;border-left:3px dashed #9a6200;padding-left:.8em}.draft{color:#b3261e;font-weight:bold}
table{border-collapse:collapse;width:100%;font-size:.85rem}th,td{text-align:left;vertical-align:top;padding:.35em .5em;border-bottom:1px solid #c3ccd6}
th{background:#f0f4f8;color:#0b4f8a}.wide{overflow-x:auto;margin:1em 0}.wide:focus{outline:2px solid #0b4f8a}
dl{display:grid;grid-template-columns:minmax(8rem,1fr) 2fr;gap:.2em 1em;font-size:.95rem}dt{font-weight:bold}dd{margin:0;overflow-wrap:anywhere}
figure{margin:1.2em 0}svg{display:block;max-width:none}p,li,h1,h2,h3,h4,blockquote{overflow-wrap:anywhere}
@media print{@page{size:A4;margin:20mm 22mm}body{font-size:10.5pt}main{max-width:none;padding:0}h1,h2,h3,h4{break-after:avoid}
thead{display:table-header-group}tr,figure,blockquote{break-inside:avoid}.wide{overflow:visible}svg{max-width:100%;height:auto}nav{break-after:page}}
</style></head><body><main>
<header><p>{{.Enterprise}}</p><h1>{{template "text" .Title}}</h1>{{if .Question}}<p>{{template "text" .Question}}</p>{{end}}
<p class="note">{{with .Stamp.Period}}{{.}}<br>{{end}}{{with .Stamp.Snapshot}}{{.}}<br>{{end}}{{.Stamp.Shown}}</p>
{{if .Draft}}<p class="draft">{{.Says.Draft}}</p>{{end}}</header>
{{if ne .Kind "sheet"}}<nav aria-label="{{.Says.Contents}}"><h2>{{.Says.Contents}}</h2><ol>{{range .Parts}}<li><a href="#{{.ID}}">{{template "text" .Title}}</a></li>{{end}}</ol></nav>{{end}}
{{range .Parts}}<section id="{{.ID}}">{{if .Title}}<h2>{{with .Number}}{{.}}. {{end}}{{template "text" .Title}}</h2>{{end}}
{{range .Blocks}}{{template "block" (pair . $)}}{{end}}</section>
{{end}}</main></body></html>
{{define "plain"}}{{range .}}{{.Text}}{{end}}{{end}}
{{define "text"}}{{range .}}{{if .Strong}}<strong{{if .Lang}} lang="{{.Lang}}"{{end}}>{{.Text}}</strong>{{else if .Em}}<em{{if .Lang}} lang="{{.Lang}}"{{end}}>{{.Text}}</em>{{else if .Lang}}<span lang="{{.Lang}}" dir="auto">{{.Text}}</span>{{else}}{{.Text}}{{end}}{{end}}{{end}}
{{define "block"}}{{$d := .Doc}}{{with .Block}}
{{if .Heading}}{{if eq .Level 2}}<h3>{{template "text" .Heading}}</h3>{{else}}<h4>{{template "text" .Heading}}</h4>{{end}}
{{else if .Para}}<p>{{template "text" .Para}}</p>
{{else if .List}}<ul>{{range .List}}<li>{{template "text" .}}</li>{{end}}</ul>
{{else if .Quote}}<blockquote><p>{{template "text" .Quote.Text}}</p>{{if .Quote.By}}<footer>{{template "text" .Quote.By}}</footer>{{end}}</blockquote>
{{else if .Facts}}<dl>{{range .Facts}}<dt>{{template "text" .Name}}</dt><dd>{{template "text" .Value}}</dd>{{end}}</dl>
{{else if .Table}}<div class="wide" tabindex="0" role="group" aria-label="{{template "plain" (index .Table.Head 0)}}"><table><thead><tr>{{range .Table.Head}}<th scope="col">{{template "text" .}}</th>{{end}}</tr></thead><tbody>{{range .Table.Rows}}<tr>{{range .}}<td>{{template "text" .}}</td>{{end}}</tr>{{end}}</tbody></table></div>
{{else if .Figure}}<figure><div class="wide" tabindex="0" role="group" aria-label="{{.Figure.Alt}}">{{svg .Figure}}</div><figcaption>{{$d.Says.Figure}} {{next}} · {{template "text" .Figure.Caption}}</figcaption></figure>{{if .Figure.Data}}<ul class="note">{{range .Figure.Data}}<li>{{template "text" .}}</li>{{end}}</ul>{{end}}
{{else if .Missing}}<p class="missing"><strong>{{$d.Says.Missing}}</strong> {{template "text" .Missing}}</p>
{{else if .Note}}<p class="note">{{template "text" .Note}}</p>{{end}}{{end}}{{end}}`
