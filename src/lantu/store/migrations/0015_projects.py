import django.db.models.deletion
from django.db import migrations, models


def tell_filings(apps, schema_editor):
    """Where plans stood until now, as the audit rows of their moves tell it."""
    plan_row, audit_row = apps.get_model("store", "Plan"), apps.get_model("store", "AuditRow")
    filing_row = apps.get_model("store", "PlanFiling")
    keys = dict(plan_row.objects.values_list("address", "pk"))
    for plan in plan_row.objects.order_by("pk"):
        moves = list(audit_row.objects.filter(action="plan.filed", subject=plan.address).order_by("seq"))
        received = audit_row.objects.filter(action="plan.received", subject=plan.address).order_by("seq").first()
        first = moves[0].detail if moves else {}
        parent = keys.get(first["parent_before"]) if "parent_before" in first else plan.parent_id
        filing_row.objects.create(
            plan=plan,
            kind=first.get("kind_before", plan.kind),
            parent_id=parent,
            actor=received.actor if received else "",
            recorded_at=plan.recorded_at,
        )
        for move in moves:
            filing_row.objects.create(
                plan=plan,
                kind=move.detail["kind"],
                parent_id=keys.get(move.detail["parent"]),
                actor=move.actor,
                recorded_at=move.at,
            )


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0014_adjustments"),
    ]

    operations = [
        migrations.AddField(
            model_name="adjustment",
            name="words",
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name="adjustment",
            name="words_before",
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AlterField(
            model_name="adjustment",
            name="amount",
            field=models.DecimalField(decimal_places=10, max_digits=38, null=True),
        ),
        migrations.AlterField(
            model_name="adjustment",
            name="part",
            field=models.CharField(
                choices=[
                    ("value", "目标值"),
                    ("base", "基期值"),
                    ("due", "建成年份"),
                    ("sum", "总投资"),
                    ("scope", "建设规模"),
                ],
                max_length=5,
            ),
        ),
        migrations.AlterField(
            model_name="case",
            name="cause_kind",
            field=models.CharField(
                choices=[
                    ("standing", "进展"),
                    ("warning", "预警"),
                    ("finding", "核查"),
                    ("task", "任务"),
                    ("project", "项目"),
                    ("hand", "直接交办"),
                ],
                max_length=10,
            ),
        ),
        migrations.CreateModel(
            name="PlanFiling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("outline", "发展规划纲要"),
                            ("special_plan", "专项规划"),
                            ("regional_plan", "区域规划"),
                            ("spatial_plan", "国土空间规划"),
                            ("action_plan", "行动计划"),
                            ("annual_plan", "年度计划"),
                            ("work_report", "政府工作报告"),
                            ("bulletin", "统计公报"),
                            ("news", "新闻"),
                            ("other", "其他"),
                        ],
                        max_length=20,
                    ),
                ),
                ("actor", models.CharField(max_length=150)),
                ("recorded_at", models.DateTimeField()),
                (
                    "parent",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="child_filings",
                        to="store.plan",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="filings", to="store.plan"
                    ),
                ),
            ],
            options={
                "ordering": ["plan_id", "recorded_at", "id"],
            },
        ),
        migrations.CreateModel(
            name="Project",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("address", models.CharField(max_length=300, unique=True)),
                ("name", models.CharField(max_length=300)),
                ("actor", models.CharField(max_length=150)),
                ("recorded_at", models.DateTimeField()),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="projects", to="store.planentry"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="projects", to="store.plan"
                    ),
                ),
            ],
            options={
                "ordering": ["plan_id", "entry_id"],
            },
        ),
        migrations.AddField(
            model_name="case",
            name="project",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="cases", to="store.project"
            ),
        ),
        migrations.CreateModel(
            name="ProjectReport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("period_start", models.DateField()),
                ("period_end", models.DateField()),
                ("invested_yuan", models.DecimalField(decimal_places=2, max_digits=24)),
                ("done_pct", models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("preparing", "前期"),
                            ("started", "开工"),
                            ("building", "在建"),
                            ("completed", "完工"),
                            ("suspended", "停缓建"),
                        ],
                        max_length=10,
                    ),
                ),
                ("text", models.TextField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("submitted", "已报送"),
                            ("returned", "已退回"),
                            ("accepted", "已认定"),
                            ("withdrawn", "已撤回"),
                        ],
                        max_length=10,
                    ),
                ),
                ("actor", models.CharField(max_length=150)),
                ("recorded_at", models.DateTimeField()),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reports", to="store.project"
                    ),
                ),
            ],
            options={
                "ordering": ["project_id", "period_end", "recorded_at", "id"],
            },
        ),
        migrations.CreateModel(
            name="ProjectReportStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("step", models.CharField(max_length=12)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("submitted", "已报送"),
                            ("returned", "已退回"),
                            ("accepted", "已认定"),
                            ("withdrawn", "已撤回"),
                        ],
                        max_length=10,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("actor", models.CharField(max_length=150)),
                ("recorded_at", models.DateTimeField()),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="steps", to="store.projectreport"
                    ),
                ),
            ],
            options={
                "ordering": ["report_id", "recorded_at", "id"],
            },
        ),
        migrations.CreateModel(
            name="ProjectSetting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("helpers", models.JSONField(default=list)),
                ("is_presumed", models.BooleanField()),
                ("start_year", models.IntegerField(null=True)),
                ("due_year", models.IntegerField(null=True)),
                ("total_yuan", models.DecimalField(decimal_places=2, max_digits=24, null=True)),
                ("scope", models.CharField(blank=True, max_length=300)),
                ("actor", models.CharField(max_length=150)),
                ("recorded_at", models.DateTimeField()),
                (
                    "lead",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="led_projects",
                        to="store.department",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="projects", to="store.place"
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="settings", to="store.project"
                    ),
                ),
            ],
            options={
                "ordering": ["project_id", "recorded_at", "id"],
            },
        ),
        migrations.CreateModel(
            name="ProjectYear",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.IntegerField()),
                ("planned_yuan", models.DecimalField(decimal_places=2, max_digits=24, null=True)),
                ("actor", models.CharField(max_length=150)),
                ("recorded_at", models.DateTimeField()),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="years", to="store.project"
                    ),
                ),
            ],
            options={
                "ordering": ["project_id", "year", "recorded_at", "id"],
            },
        ),
        migrations.AddIndex(
            model_name="projectreport",
            index=models.Index(fields=["state"], name="store_proje_state_da7eec_idx"),
        ),
        migrations.RunPython(tell_filings, migrations.RunPython.noop),
    ]
