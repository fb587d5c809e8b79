"""What a stranger fills in: the referral with its files, the code, and the answer to a question."""

from hjemmebane.faces.public.referrals.forms.files import FilesField, kind_of
from hjemmebane.faces.public.referrals.forms.issuing import began_at, issue
from hjemmebane.faces.public.referrals.forms.referral import ReferralForm
from hjemmebane.faces.public.referrals.forms.status import AnswerForm, CodeForm

__all__ = [
    "AnswerForm",
    "CodeForm",
    "FilesField",
    "ReferralForm",
    "began_at",
    "issue",
    "kind_of",
]
