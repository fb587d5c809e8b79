"""What runs when: the one list. The worker (`manage.py work`) does it; an hour named is UTC."""

from uuid import UUID

from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.jobs import Status

from hjemmebane.domain.contacts import jobs as contacts
from hjemmebane.domain.contacts.actions import FOLLOW, SEND_SMS
from hjemmebane.domain.evaluation import jobs as evaluation
from hjemmebane.domain.evaluation.actions import MAKE as MAKE_REPORT
from hjemmebane.domain.field import jobs as field
from hjemmebane.faces.operations.following.round import follow, follow_all
from hjemmebane.faces.operations.news.letters import post_news_in_hours

EACH_MINUTE = "* * * * *"
HALF_HOURS = "*/30 * * * *"
# Before anybody comes to work, in winter and in summer: the hour is UTC.
BEFORE_WORK = "0 3 * * *"
# A worker that has been silent for so long is dead, and what it had in hand is nobody's.
DEAD_AFTER_SECONDS = 60


@app.periodic(cron=EACH_MINUTE)
@app.task(name=contacts.REMIND, queueing_lock=f"{contacts.REMIND}:")
def remind(timestamp: int = 0) -> None:
    contacts.remind()


@app.task(name=SEND_SMS)
def send_sms(key: str) -> None:
    contacts.send_sms(UUID(key))


@app.periodic(cron=EACH_MINUTE)
@app.task(name=evaluation.RESUME, queueing_lock=f"{evaluation.RESUME}:")
def resume_reports(timestamp: int = 0) -> None:
    evaluation.resume()


@app.task(name=MAKE_REPORT)
def make_report(key: str) -> None:
    evaluation.make(UUID(key))


@app.periodic(cron=HALF_HOURS)
@app.task(name="operations.mail_news", queueing_lock="operations.mail_news:")
def mail_news(timestamp: int = 0) -> None:
    post_news_in_hours()


@app.task(name=FOLLOW)
def follow_record(key: str) -> None:
    follow(UUID(key))


@app.periodic(cron=BEFORE_WORK)
@app.task(name="operations.follow_all", queueing_lock="operations.follow_all:")
def follow_all_records(timestamp: int = 0) -> None:
    follow_all()


@app.periodic(cron=BEFORE_WORK)
@app.task(name=field.PURGE, queueing_lock=f"{field.PURGE}:")
def purge_uploads(timestamp: int = 0) -> None:
    field.purge()


@app.periodic(cron=HALF_HOURS)
@app.task(name="operations.tidy_queue", queueing_lock="operations.tidy_queue:", pass_context=True)
async def tidy_queue(context: JobContext, timestamp: int = 0) -> None:
    """Forget the jobs of dead workers: what they were about says itself that it is not done."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=DEAD_AFTER_SECONDS):
        await manager.finish_job(job, Status.FAILED, delete_job=True)
