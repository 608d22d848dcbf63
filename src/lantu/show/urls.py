"""Addresses and their views.

In: paths. Out: one view each, marked with the action it needs. Left out on
purpose: addresses per language; the language is a cookie.
"""

from django.urls import path

from lantu.show.api.addresses import API_ADDRESSES
from lantu.show.pages.about import about, health
from lantu.show.pages.account import account, change_own_password, end_own_sessions
from lantu.show.pages.adjustments import (
    add_adjustment,
    adjustment,
    adjustment_file,
    adjustments,
    new_adjustment,
    step_one_adjustment,
)
from lantu.show.pages.batches import (
    accept_many_sheets,
    assign_many_cases,
    confirm_many_owners,
    confirm_many_tasks,
    mark_many_findings,
    undo,
)
from lantu.show.pages.breakdown import (
    place_one_plan,
    plan_targets,
    plan_tree,
    save_parts,
    set_themes,
    target_parts,
)
from lantu.show.pages.case import attach_to_case, case, case_file, step_case, withdraw_case_file
from lantu.show.pages.cases import add_case, cases, new_case
from lantu.show.pages.cells import cells, cells_table
from lantu.show.pages.check import check, decide_check, run_check
from lantu.show.pages.check_files import check_report, check_table
from lantu.show.pages.check_names import check_names, decide_names
from lantu.show.pages.checks import checks
from lantu.show.pages.compare import compare, compare_table
from lantu.show.pages.data import data
from lantu.show.pages.departments import (
    add_one_department,
    close_one_department,
    departments,
    hand_over_owner,
    owner,
    owners,
)
from lantu.show.pages.design import design
from lantu.show.pages.guide import guide
from lantu.show.pages.heads import department, save_head
from lantu.show.pages.indicator import indicator
from lantu.show.pages.indicator_table import indicator_table
from lantu.show.pages.indicators import indicators, indicators_table
from lantu.show.pages.jobs import job
from lantu.show.pages.labels import labels
from lantu.show.pages.messages import messages, own_messages, retry_one_message, save_own_messages, test_channel
from lantu.show.pages.outer import outer_back, outer_sign_in, outer_signed_out, sign_out
from lantu.show.pages.overview import overview
from lantu.show.pages.people import (
    add_account,
    end_person_role,
    end_person_sessions,
    give_person_role,
    people,
    person,
    reset_person_password,
    set_person_active,
    set_person_email,
    unlink_person,
)
from lantu.show.pages.plan import plan
from lantu.show.pages.plans import plans, upload_plan
from lantu.show.pages.project import (
    project,
    report_on_project,
    save_project,
    save_project_years,
    step_report_of_project,
)
from lantu.show.pages.project_adjusting import add_project_adjustment, new_project_adjustment
from lantu.show.pages.projects import projects, projects_table, take_plan_projects
from lantu.show.pages.public import embed, public, public_plan, public_table, publish
from lantu.show.pages.readings import reading_series, readings
from lantu.show.pages.report import report, report_chart, report_file, write
from lantu.show.pages.reports import make, reports, verify
from lantu.show.pages.returns import return_, returns, upload_return
from lantu.show.pages.review import accept_shown, decide_entry, put_review_in_force, review, undo_batch
from lantu.show.pages.score import answer_score, object_score, score
from lantu.show.pages.scores import make_scores, score_file, score_run, scores
from lantu.show.pages.search import search
from lantu.show.pages.session import set_language, set_look, sign_in
from lantu.show.pages.sheet import (
    attach_file,
    evidence,
    save_sheet,
    sheet,
    sheet_template,
    step_sheet,
    upload_sheet,
    withdraw_file,
)
from lantu.show.pages.sheets import burden, sheets
from lantu.show.pages.slip import case_slip
from lantu.show.pages.targets import targets, targets_table
from lantu.show.pages.task import (
    add_milestone,
    end_one_milestone,
    report_on_task,
    save_task,
    step_task_report,
    task,
)
from lantu.show.pages.tasks import take_plan_tasks, tasks
from lantu.show.pages.today import today
from lantu.show.pages.tokens import end_own_token, make_token, tokens
from lantu.show.pages.value_history import value_history
from lantu.show.pages.wall import wall
from lantu.show.pages.warnings import warning, warnings
from lantu.show.pages.workflows import add_workflow, ask_returns, workflow, workflows

urlpatterns = [
    path("", overview, name="overview"),
    path("plans", plans, name="plans"),
    path("plans/upload", upload_plan, name="upload_plan"),
    path("plan/<int:key>", plan, name="plan"),
    path("plan/<int:key>/review", review, name="review"),
    path("plan/<int:key>/review/labels", labels, name="labels"),
    path("plan/<int:key>/review/entry", decide_entry, name="decide_entry"),
    path("plan/<int:key>/review/shown", accept_shown, name="accept_shown"),
    path("plan/<int:key>/review/undo", undo_batch, name="undo_batch"),
    path("plan/<int:key>/review/in-force", put_review_in_force, name="put_review_in_force"),
    path("plan/<int:key>/check", check, name="check"),
    path("plan/<int:key>/check/run", run_check, name="run_check"),
    path("plan/<int:key>/check/decide", decide_check, name="decide_check"),
    path("plan/<int:key>/check/names", check_names, name="check_names"),
    path("plan/<int:key>/check/names/decide", decide_names, name="decide_names"),
    path("plan/<int:key>/check/report.docx", check_report, name="check_report"),
    path("plan/<int:key>/check/findings.csv", check_table, name="check_table"),
    path("checks", checks, name="checks"),
    path("checks/mark", mark_many_findings, name="mark_many_findings"),
    path("compare", compare, name="compare"),
    path("compare.csv", compare_table, name="compare_table"),
    path("search", search, name="search"),
    path("wall", wall, name="wall"),
    path("targets", targets, name="targets"),
    path("targets.csv", targets_table, name="targets_table"),
    path("warnings", warnings, name="warnings"),
    path("warning/<int:key>", warning, name="warning"),
    path("cases", cases, name="cases"),
    path("cases/assign", assign_many_cases, name="assign_many_cases"),
    path("cases/new", new_case, name="new_case"),
    path("cases/add", add_case, name="add_case"),
    path("case/<int:key>", case, name="case"),
    path("case/<int:key>/slip-<str:slip>.docx", case_slip, name="case_slip"),
    path("case/<int:key>/step", step_case, name="step_case"),
    path("case/<int:key>/files", attach_to_case, name="attach_to_case"),
    path("case-file/<int:key>", case_file, name="case_file"),
    path("case-file/<int:key>/withdraw", withdraw_case_file, name="withdraw_case_file"),
    path("tasks", tasks, name="tasks"),
    path("tasks/confirm", confirm_many_tasks, name="confirm_many_tasks"),
    path("plan/<int:key>/tasks/take", take_plan_tasks, name="take_plan_tasks"),
    path("task/<int:key>", task, name="task"),
    path("task/<int:key>/set", save_task, name="save_task"),
    path("task/<int:key>/milestones", add_milestone, name="add_milestone"),
    path("milestone/<int:key>/end", end_one_milestone, name="end_milestone"),
    path("task/<int:key>/report", report_on_task, name="report_on_task"),
    path("task-report/<int:key>/step", step_task_report, name="step_task_report"),
    path("projects", projects, name="projects"),
    path("projects.csv", projects_table, name="projects_table"),
    path("plan/<int:key>/projects/take", take_plan_projects, name="take_plan_projects"),
    path("project/<int:key>", project, name="project"),
    path("project/<int:key>/set", save_project, name="save_project"),
    path("project/<int:key>/years", save_project_years, name="save_project_years"),
    path("project/<int:key>/report", report_on_project, name="report_on_project"),
    path("project-report/<int:key>/step", step_report_of_project, name="step_project_report"),
    path("project/<int:key>/adjust", new_project_adjustment, name="new_project_adjustment"),
    path("project/<int:key>/adjust/add", add_project_adjustment, name="add_project_adjustment"),
    path("adjustments", adjustments, name="adjustments"),
    path("target/<int:key>/adjust", new_adjustment, name="new_adjustment"),
    path("target/<int:key>/adjust/add", add_adjustment, name="add_adjustment"),
    path("adjustment/<int:key>", adjustment, name="adjustment"),
    path("adjustment/<int:key>/step", step_one_adjustment, name="step_adjustment"),
    path("adjustment/<int:key>/file", adjustment_file, name="adjustment_file"),
    path("indicators", indicators, name="indicators"),
    path("data", data, name="data"),
    path("cells", cells, name="cells"),
    path("cells.csv", cells_table, name="cells_table"),
    path("readings", readings, name="readings"),
    path("readings/series", reading_series, name="reading_series"),
    path("indicators.csv", indicators_table, name="indicators_table"),
    path("indicator/<path:code>/values.csv", indicator_table, name="indicator_table"),
    path("indicator/<path:code>/history", value_history, name="value_history"),
    path("indicator/<path:code>", indicator, name="indicator"),
    path("returns", returns, name="returns"),
    path("returns/upload", upload_return, name="upload_return"),
    path("return/<int:key>", return_, name="return"),
    path("reports", reports, name="reports"),
    path("reports/make", make, name="make_report"),
    path("reports/verify", verify, name="verify_report"),
    path("report/<int:key>", report, name="report"),
    path("report/<int:key>/write", write, name="write_passage"),
    path("report/<int:key>/file.<str:form>", report_file, name="report_file"),
    path("report/<int:key>/chart-<int:number>.svg", report_chart, name="report_chart"),
    path("scores", scores, name="scores"),
    path("scores/make", make_scores, name="make_scores"),
    path("score/<int:key>", score_run, name="score_run"),
    path("score/<int:key>/file.<str:form>", score_file, name="score_file"),
    path("score/<int:key>/<str:code>", score, name="score"),
    path("score/<int:key>/<str:code>/object", object_score, name="object_score"),
    path("objection/<int:key>/answer", answer_score, name="answer_score"),
    path("job/<int:key>", job, name="job"),
    path("plans/tree", plan_tree, name="plan_tree"),
    path("plan/<int:key>/targets", plan_targets, name="plan_targets"),
    path("plan/<int:key>/file", place_one_plan, name="file_plan"),
    path("target/<int:key>/parts", target_parts, name="target_parts"),
    path("target/<int:key>/parts/save", save_parts, name="save_parts"),
    path("target/<int:key>/themes", set_themes, name="set_themes"),
    path("undo", undo, name="undo"),
    path("today", today, name="today"),
    path("sheets", sheets, name="sheets"),
    path("sheets/accept", accept_many_sheets, name="accept_many_sheets"),
    path("sheets/burden", burden, name="burden"),
    path("sheet/<int:key>", sheet, name="sheet"),
    path("sheet/<int:key>/save", save_sheet, name="save_sheet"),
    path("sheet/<int:key>/step", step_sheet, name="step_sheet"),
    path("sheet/<int:key>/template.xlsx", sheet_template, name="sheet_template"),
    path("sheet/<int:key>/upload", upload_sheet, name="upload_sheet"),
    path("sheet/<int:key>/evidence", attach_file, name="attach_evidence"),
    path("evidence/<int:key>", evidence, name="evidence"),
    path("evidence/<int:key>/withdraw", withdraw_file, name="withdraw_evidence"),
    path("workflows", workflows, name="workflows"),
    path("workflows/add", add_workflow, name="add_workflow"),
    path("workflow/<int:key>", workflow, name="workflow"),
    path("workflow/<int:key>/ask", ask_returns, name="ask_returns"),
    path("people", people, name="people"),
    path("people/add", add_account, name="add_person"),
    path("person/<int:key>", person, name="person"),
    path("person/<int:key>/role", give_person_role, name="give_role"),
    path("role/<int:key>/end", end_person_role, name="end_role"),
    path("person/<int:key>/password", reset_person_password, name="reset_password"),
    path("person/<int:key>/sessions/end", end_person_sessions, name="end_sessions"),
    path("person/<int:key>/active", set_person_active, name="set_active"),
    path("departments", departments, name="departments"),
    path("departments/add", add_one_department, name="add_department"),
    path("department/<str:code>/close", close_one_department, name="close_department"),
    path("department/<str:code>", department, name="department"),
    path("department/<str:code>/head", save_head, name="save_head"),
    path("owners", owners, name="owners"),
    path("owners/confirm", confirm_many_owners, name="confirm_many_owners"),
    path("owner", owner, name="owner"),
    path("owner/hand-over", hand_over_owner, name="hand_over"),
    path("account", account, name="account"),
    path("account/password", change_own_password, name="change_password"),
    path("account/sessions/end", end_own_sessions, name="end_own_sessions"),
    path("account/tokens", tokens, name="tokens"),
    path("account/tokens/make", make_token, name="make_token"),
    path("account/tokens/<int:key>/end", end_own_token, name="end_token"),
    path("account/messages", own_messages, name="own_messages"),
    path("account/messages/save", save_own_messages, name="save_own_messages"),
    path("messages", messages, name="messages"),
    path("messages/test", test_channel, name="test_channel"),
    path("message/<int:key>/retry", retry_one_message, name="retry_message"),
    path("person/<int:key>/email", set_person_email, name="set_email"),
    path("sign-in", sign_in, name="sign_in"),
    path("sign-in/outer", outer_sign_in, name="outer_sign_in"),
    path("sign-in/outer/out", outer_signed_out, name="outer_signed_out"),
    path("identity/<int:key>/unlink", unlink_person, name="unlink_person"),
    path("sign-in/outer/back", outer_back, name="outer_back"),
    path("sign-out", sign_out, name="sign_out"),
    path("language", set_language, name="set_language"),
    path("look", set_look, name="set_look"),
    path("public", public, name="public"),
    path("public/<int:key>", public_plan, name="public_plan"),
    path("public/<int:key>/standings.<str:kind>", public_table, name="public_table"),
    path("public/<int:key>/embed/<int:number>", embed, name="embed"),
    path("plan/<int:key>/publish", publish, name="publish"),
    path("about", about, name="about"),
    path("design", design, name="design"),
    path("guide", guide, name="guide"),
    path("health", health, name="health"),
    *API_ADDRESSES,
]

handler400 = "lantu.show.pages.errors.bad_request"
handler403 = "lantu.show.pages.errors.forbidden"
handler404 = "lantu.show.pages.errors.not_found"
handler500 = "lantu.show.pages.errors.failed"
