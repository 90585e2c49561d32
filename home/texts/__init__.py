"""Pages written in readable files: how the files are read, and how pages are made of them.

A folder mirrors the addresses of the site. `accueil.toml` is the home page; `conseils/maison.toml` is the page
`/conseils/maison/`. Texts use the few marks of `home.texts.markup`; other pages, pictures and documents are named.
"""
