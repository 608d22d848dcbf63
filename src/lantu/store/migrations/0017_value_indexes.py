"""Indexes by which the last row of a series, and all figures of a place, are found without reading the others."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Two more indexes of values."""

    dependencies = [("store", "0016_messages")]

    operations = [
        migrations.AddIndex(
            model_name="valuerow",
            index=models.Index(
                fields=["indicator_code", "place_code", "period_end", "period_start", "recorded_at", "id"],
                name="value_series",
            ),
        ),
        migrations.AddIndex(
            model_name="valuerow",
            index=models.Index(fields=["place_code", "indicator_code", "period_end"], name="value_by_place"),
        ),
    ]
