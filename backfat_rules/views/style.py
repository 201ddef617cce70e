"""How a plan looks as HTML: its own background, so that it reads well on any page."""

_LIGHT = (
    "--page:#fff;--ink:#1d2329;--line:#d8dbe0;--soft:#5c6570;--box:#f3f5f7;"
    "--ok:#1a7f4b;--care:#9a6700;--stop:#c02c2c;color-scheme:light"
)
_DARK = (
    "--page:#16191d;--ink:#e4e8ec;--line:#3b424b;--soft:#a3adb8;--box:#22272e;"
    "--ok:#56c48a;--care:#dfab4a;--stop:#ff8080;color-scheme:dark"
)

STYLE = f"""
.bfr{{{_LIGHT}}}
@media (prefers-color-scheme:dark){{.bfr{{{_DARK}}}}}
[data-jp-theme-light="true"] .bfr,.vscode-light .bfr{{{_LIGHT}}}
[data-jp-theme-light="false"] .bfr,.vscode-dark .bfr{{{_DARK}}}
.bfr{{font:14px/1.5 system-ui,sans-serif;background:var(--page);color:var(--ink);max-width:46rem;
padding:.8em 1em;border-radius:8px}}
.bfr h3{{font-size:1.05rem;margin:1.2em 0 .4em}}.bfr p{{margin:.5em 0}}
.bfr ul,.bfr ol{{margin:.4em 0;padding:0 0 0 1.4em}}.bfr li{{margin:.2em 0}}
.bfr .gate{{border-left:4px solid var(--ok);background:var(--box);padding:.6em .9em;
font-weight:600;font-size:1.05rem}}
.bfr .care{{border-color:var(--care)}}.bfr .stop{{border-color:var(--stop);color:var(--stop)}}
.bfr .card{{border:1px solid var(--line);border-radius:6px;padding:.5em .9em;margin:.5em 0}}
.bfr summary{{cursor:pointer}}.bfr .card>summary{{list-style:none}}
.bfr .card>summary::-webkit-details-marker{{display:none}}
.bfr .head{{display:flex;justify-content:space-between;align-items:baseline;
gap:0 1em;flex-wrap:wrap}}
.bfr .head>b::before{{content:"\\25B8\\00A0";color:var(--soft)}}
.bfr .card[open] .head>b::before{{content:"\\25BE\\00A0"}}
.bfr .head>.soft{{white-space:nowrap}}.bfr .soft,.bfr .more>summary{{color:var(--soft)}}
.bfr .more{{margin:.5em 0}}
.bfr .bar{{display:block;height:3px;background:var(--line);margin:.3em 0 .2em}}
.bfr .bar i{{display:block;height:3px;background:var(--ok)}}
"""
