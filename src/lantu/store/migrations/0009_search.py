import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0008_warnings"),
    ]

    operations = [
        migrations.CreateModel(
            name="SearchRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("indicator", "指标"),
                            ("target", "目标"),
                            ("sentence", "原文"),
                            ("project", "项目"),
                            ("place", "地区"),
                        ],
                        max_length=10,
                    ),
                ),
                ("thing", models.CharField(max_length=80)),
                ("title", models.CharField(max_length=300)),
                ("title_en", models.CharField(blank=True, max_length=300)),
                ("detail", models.CharField(blank=True, max_length=300)),
                ("place_code", models.CharField(blank=True, max_length=20)),
                ("plan_key", models.BigIntegerField(null=True)),
                ("folded", models.TextField()),
                ("initials", models.CharField(blank=True, max_length=300)),
                ("pinyin", models.TextField(blank=True)),
                (
                    "version",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="search_rows",
                        to="store.planversion",
                    ),
                ),
            ],
            options={
                "ordering": ["kind", "id"],
                "indexes": [models.Index(fields=["kind"], name="store_searc_kind_65a4bf_idx")],
            },
        ),
    ]
