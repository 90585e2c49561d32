"""Fill a new directory with the trades, their synonyms and the RGE domains (see `directory.reference`)."""

from django.db import migrations

from directory.reference import load_reference_data


def load(apps, schema_editor):
    load_reference_data(
        trade_model=apps.get_model("directory", "Trade"),
        synonym_model=apps.get_model("directory", "TradeSynonym"),
        domain_model=apps.get_model("directory", "QualificationDomain"),
    )


class Migration(migrations.Migration):
    dependencies = [("directory", "0003_directory_keepers")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
