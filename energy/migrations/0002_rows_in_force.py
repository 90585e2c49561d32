"""Fill a new site with what decrees say today (see `energy.reference`)."""

from django.db import migrations

from energy.reference import load_reference_data


def load(apps, schema_editor):
    load_reference_data(
        factor_model=apps.get_model("energy", "PrimaryEnergyFactor"),
        threshold_model=apps.get_model("energy", "LabelThreshold"),
    )


class Migration(migrations.Migration):
    dependencies = [("energy", "0001_initial")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
