"""On PostgreSQL, keep packed records out of line and uncompressed: unpacking them would cost more than reading."""

from django.db import migrations


def store_outside(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("ALTER TABLE search_posting ALTER COLUMN data SET STORAGE EXTERNAL")


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]
    operations = [migrations.RunPython(store_outside, migrations.RunPython.noop)]
