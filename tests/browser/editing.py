"""The back office as a writer and a manager use it: each method is something that one of them does there."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from playwright.sync_api import FrameLocator, Locator, Page, expect

PASSWORD = "renovation-demo"
Upload = dict[str, Any]  # name, mimeType, buffer: a file as Playwright sends it


@dataclass
class Editor:
    """Somebody at work in the back office, whom the site answers in French."""

    page: Page
    site: str

    # -- coming in ---------------------------------------------------------------------------------

    def log_in(self, account: str) -> None:
        """Sign in with an account of the demonstration ("redaction", "publication")."""
        self.page.goto(f"{self.site}/gestion/")
        self.page.get_by_label("Adresse électronique").fill(f"{account}@exemple.fr")
        self.page.get_by_label("Mot de passe").fill(PASSWORD)
        self.page.get_by_role("button", name="S'identifier").click()
        expect(self.page.get_by_role("heading", level=1, name="Rénov’ Guichet")).to_be_visible()

    def open_section(self, name: str) -> None:
        """Go to a section of the French site by the menu."""
        self.page.get_by_role("button", name="Pages", exact=True).click()
        tree = self.page.get_by_role("dialog", name="Explorateur")
        tree.get_by_role("link", name="Voir les sous-pages de 'Rénover son logement'").click()
        tree.get_by_role("link", name=name, exact=True).click()
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(name)

    # -- writing -----------------------------------------------------------------------------------

    def start_page(self, section: str) -> None:
        """Begin a page in a section: there is one kind of page for each."""
        self.open_section(section)
        self.page.get_by_role("link", name="Ajouter une sous-page").first.click()
        expect(self.page.get_by_role("heading", level=1)).to_contain_text("Nouveau")

    def fill(self, label: str, words: str) -> None:
        """Type into the field of this label, with or without a star."""
        self._field("textbox", label).fill(words)

    def fill_moment(self, label: str, when: datetime) -> None:
        """Type a date and an hour, then leave the field so that its calendar closes."""
        field = self._field("textbox", label)
        field.fill(when.strftime("%d/%m/%Y %H:%M"))
        field.press("Tab")

    def choose(self, label: str, words: str) -> None:
        """Choose in a list."""
        self._field("combobox", label).select_option(label=words)

    def _field(self, role: Any, label: str) -> Locator:
        return self.page.get_by_role(role, name=re.compile(f"^{label}\\*?$"))

    def upload_picture(self, file: Upload, *, description: str) -> None:
        """Send a picture by the chooser of the page, with what it shows."""
        self.page.get_by_role("region", name="Image").get_by_role("button", name="Choisir une image").click()
        self._send(file, lambda form: form.get_by_label("Description").fill(description))

    def upload_document(self, file: Upload, *, language: str) -> None:
        """Send a document by the chooser of the page."""
        self.page.get_by_role("button", name="Choisir un document").click()
        self._send(file, lambda form: form.get_by_label("Langue").select_option(label=language))

    def _send(self, file: Upload, describe: Any) -> None:
        chooser = self.page.locator(".modal-dialog")
        chooser.get_by_role("tab", name="Transférer").click()
        form = chooser.get_by_role("tabpanel", name="Transférer")
        form.locator("input[type=file]").set_input_files(file)
        expect(form.get_by_label("Titre")).not_to_have_value("")  # proposed from the name of the file
        describe(form)
        form.get_by_role("button", name="Transférer").click()
        expect(chooser).to_have_count(0)

    def add_block(self, kind: str) -> Locator:
        """Add a block under the others; give its place in the page."""
        body = self.page.get_by_role("region", name="Contenu", exact=True)
        body.get_by_role("button", name="Insérer un bloc", exact=True).last.click()
        self.page.get_by_role("option", name=kind, exact=True).click()
        return body.get_by_role("region", name=re.compile(f"^{kind}")).last

    def add_text(self, words: str) -> None:
        """Add a block of text."""
        field = self.add_block("Texte").locator("[contenteditable=true]")
        field.click()
        self.page.keyboard.type(words)

    def add_quote(self, words: str, *, author: str) -> None:
        """Add what somebody said."""
        block = self.add_block("Citation")
        block.get_by_label("Citation").last.fill(words)
        block.get_by_label("Qui le dit").fill(author)

    # -- seeing and handing over -------------------------------------------------------------------

    def preview(self) -> FrameLocator:
        """Open the preview beside the text; give the page that it shows."""
        self.page.get_by_role("button", name="Afficher/masquer la prévisualisation").click()
        frame = self.page.frame_locator("#w-preview-iframe")
        expect(frame.locator("h1")).to_be_visible()
        return frame

    def preview_address(self) -> str:
        """Give the address of the page that the preview shows."""
        link = self.page.get_by_role("link", name="Prévisualiser dans un nouvel onglet")
        return str(link.get_attribute("href"))

    def actions(self) -> list[str]:
        """Open the menu at the foot of the page; list what may be done there."""
        foot = self.page.get_by_role("navigation", name="Actions (pied de page)")
        foot.get_by_role("button", name="Plus d'actions").click()
        menu = foot.get_by_role("tooltip")
        expect(menu).to_be_visible()
        return [" ".join(words.split()) for words in menu.get_by_role("button").all_inner_texts()]

    def submit(self) -> None:
        """Send the page to be read by a manager."""
        self.page.get_by_role("button", name=re.compile("^Soumettre à Relecture")).click()
        self._is_told("a été soumise")

    def approve(self, title: str) -> None:
        """Open the page that waits on the dashboard, and publish it."""
        self.page.goto(f"{self.site}/gestion/")
        waiting = self.page.get_by_role("region", name="En attente de votre vérification")
        waiting.get_by_role("link", name=title).click()
        self.actions()
        self.page.get_by_role("button", name="Approuver et publier", exact=True).click()
        self._is_told("a été")

    def _is_told(self, words: str) -> None:
        expect(self.page.get_by_role("main").get_by_role("status").first).to_contain_text(words)

    # -- afterwards --------------------------------------------------------------------------------

    def do_with(self, title: str, section: str, action: str) -> None:
        """Open a page from its section, then one of its actions."""
        self.open_section(section)
        self.page.get_by_role("link", name=title, exact=True).click()
        self.page.get_by_role("navigation", name="Actions", exact=True).get_by_role("button", name="Actions").click()
        self.page.get_by_role("link", name=action, exact=True).click()

    def translate_to(self, language: str, words: dict[str, str]) -> None:
        """Translate the page whose translation was asked for, text by text, and publish it."""
        self.page.get_by_role("checkbox", name=language).check()
        self.page.get_by_role("button", name="Soumettre").click()
        for source, translation in words.items():
            self._translate(source, translation)
        self.page.get_by_role("button", name=f"Publier en {language}").click()
        self._is_told(f"publiée en {language}.")

    def _translate(self, source: str, translation: str) -> None:
        text = self.page.get_by_role("paragraph").filter(has_text=re.compile(f"^{re.escape(source)}$"))
        line = self.page.get_by_role("listitem").filter(has=text).last
        line.get_by_role("button", name="Traduire").click()
        line.get_by_role("textbox").fill(translation)
        line.get_by_role("button", name="Enregistrer").click()
        expect(line.get_by_role("button", name="Modifier")).to_be_visible()

    def confirm_unpublishing(self) -> None:
        """Say yes to what was asked."""
        self.page.get_by_role("button", name="Oui, la dépublier").click()
        self._is_told("dépubliée")
