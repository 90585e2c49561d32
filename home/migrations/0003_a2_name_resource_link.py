from django.db import migrations


class Migration(migrations.Migration):
    """`url` hid the address of the page itself, that links in texts are made of."""

    dependencies = [("home", "0002_editorial_pages")]

    operations = [migrations.RenameField("resourcepage", "url", "link")]
