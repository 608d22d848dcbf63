import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0013_scores"),
    ]

    operations = [
        migrations.CreateModel(
            name="Adjustment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("target_address", models.CharField(max_length=300)),
                ("part", models.CharField(choices=[("value", "目标值"), ("base", "基期值")], max_length=5)),
                ("before", models.DecimalField(decimal_places=10, max_digits=38, null=True)),
                ("amount", models.DecimalField(decimal_places=10, max_digits=38)),
                ("unit", models.CharField(max_length=60)),
                ("version_name", models.CharField(blank=True, max_length=60)),
                ("grounds", models.TextField()),
                ("effective_on", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("submitted", "待审核"),
                            ("reviewed", "待批准"),
                            ("approved", "已批准"),
                            ("refused", "未批准"),
                            ("withdrawn", "已撤回"),
                        ],
                        max_length=10,
                    ),
                ),
                ("actor", models.CharField(max_length=150)),
                ("recorded_at", models.DateTimeField()),
                (
                    "document",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="adjustments",
                        to="store.document",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="adjustments", to="store.place"
                    ),
                ),
            ],
            options={
                "ordering": ["-recorded_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="AdjustmentStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("step", models.CharField(max_length=12)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("submitted", "待审核"),
                            ("reviewed", "待批准"),
                            ("approved", "已批准"),
                            ("refused", "未批准"),
                            ("withdrawn", "已撤回"),
                        ],
                        max_length=10,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("actor", models.CharField(max_length=150)),
                ("recorded_at", models.DateTimeField()),
                (
                    "adjustment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="steps", to="store.adjustment"
                    ),
                ),
            ],
            options={
                "ordering": ["adjustment_id", "recorded_at", "id"],
            },
        ),
        migrations.AddIndex(
            model_name="adjustment",
            index=models.Index(fields=["target_address", "part"], name="store_adjus_target__b2ef98_idx"),
        ),
    ]
