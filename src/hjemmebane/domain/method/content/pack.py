"""One version of one method, whole. Field names are the keys of the TOML files."""

from typing import Annotated

from pydantic import Field, StringConstraints
from pydantic.dataclasses import dataclass

from hjemmebane.domain.method.content.believing import (
    AssessmentLimits,
    AssessmentLine,
    LevelWords,
)
from hjemmebane.domain.method.content.dacts import DactsException
from hjemmebane.domain.method.content.editions import Edition
from hjemmebane.domain.method.content.entries import (
    STRICT,
    Agenda,
    ChoiceList,
    Contribution,
    ConversationGuide,
    CoordinationQuestion,
    Coordinator,
    CoreElement,
    CoreFunction,
    FunctioningDimension,
    GuidingPurpose,
    Indicator,
    InformationSheet,
    LegalBasis,
    LifeArea,
    MinimumActivity,
    PlainQuestion,
    PracticePart,
    Precondition,
    ResourceArea,
    RoleField,
    RoleOwner,
    SmartPrompt,
    Some,
    TargetGroup,
    Text,
    Value,
    with_code,
)
from hjemmebane.domain.method.content.fidelity import FidelityIndicator
from hjemmebane.domain.method.content.measuring import Measurement
from hjemmebane.domain.method.content.moving import Move
from hjemmebane.domain.method.content.persistence import PersistenceRule

Count = Annotated[int, Field(ge=0, strict=True)]


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Expected:
    """How many of each the pack says it holds, so that a lost line is noticed."""

    values: Count
    core_elements: Count
    core_functions: Count
    role_fields: Count
    practice_parts: Count
    activities: tuple[Count, ...]
    indicators: tuple[Count, ...]
    criteria: Count
    life_areas: Count
    resource_areas: Count
    guiding_purposes: Count
    contributions: Count
    coordination_questions: Count
    smart_prompts: Count
    plain_questions: Count
    preconditions: Count
    agendas: Count
    conversation_guides: Count
    information_sheets: Count
    persistence_rules: Count
    legal_bases: Count
    choice_lists: Count
    functioning_dimensions: Count
    measurements: Count
    fidelity_indicators: Count
    self_assessments: Count
    moves: Count


@dataclass(frozen=True, kw_only=True, config=STRICT)
class TeamSize:
    """For how many the method is meant; `caseload`: at most so many citizens to 37 hours."""

    staff: Text
    citizens: Text
    caseload: Annotated[int, Field(ge=1, strict=True)]
    text: Text
    source: Text


@dataclass(frozen=True, kw_only=True, config=STRICT)
class MethodPack:
    """Read-only and complete: whoever holds one needs no file, no table and no request."""

    code: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]
    version: Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]*(-[a-z0-9]+)?$")]
    edition: Edition | None = None
    title: Text
    text: Text
    source: Text
    outcomes: Some[Text]
    overview: Some[Text]
    size: TeamSize
    expected: Expected
    values: Some[Value] = Field(alias="value")
    core_elements: Some[CoreElement] = Field(alias="core_element")
    core_functions: Some[CoreFunction] = Field(alias="core_function")
    coordinator: Coordinator
    role_fields: Some[RoleField] = Field(alias="role_field")
    practice_parts: Some[PracticePart] = Field(alias="practice_part")
    target_group: TargetGroup
    life_areas: Some[LifeArea] = Field(alias="life_area")
    resource_areas: Some[ResourceArea] = Field(alias="resource_area")
    guiding_purposes: Some[GuidingPurpose] = Field(alias="guiding_purpose")
    contributions: Some[Contribution] = Field(alias="contribution")
    coordination_questions: Some[CoordinationQuestion] = Field(alias="coordination_question")
    smart_prompts: Some[SmartPrompt] = Field(alias="smart_prompt")
    plain_questions: Some[PlainQuestion] = Field(alias="plain_question")
    preconditions: Some[Precondition] = Field(alias="precondition")
    agendas: Some[Agenda] = Field(alias="agenda")
    conversation_guides: Some[ConversationGuide] = Field(alias="conversation_guide")
    information_sheets: Some[InformationSheet] = Field(alias="information_sheet")
    persistence_rules: Some[PersistenceRule] = Field(alias="persistence_rule")
    legal_bases: Some[LegalBasis] = Field(alias="legal_basis")
    choice_lists: Some[ChoiceList] = Field(alias="choice_list")
    functioning_dimensions: Some[FunctioningDimension] = Field(alias="functioning_dimension")
    measurements: tuple[Measurement, ...] = Field(alias="measurement")
    fidelity_indicators: Some[FidelityIndicator] = Field(alias="fidelity_indicator")
    moves: tuple[Move, ...] = Field(alias="move", default=())
    dacts_exceptions: tuple[DactsException, ...] = Field(default=(), alias="dacts_exception")
    self_assessment_levels: LevelWords
    self_assessment_limits: AssessmentLimits
    self_assessments: Some[AssessmentLine] = Field(alias="self_assessment")

    def core_element(self, code: str) -> CoreElement:
        return with_code(self.core_elements, code)

    def practice_part(self, code: str) -> PracticePart:
        return with_code(self.practice_parts, code)

    def minimum_activity(self, code: str) -> MinimumActivity:
        return with_code((a for part in self.practice_parts for a in part.activities), code)

    def indicator(self, code: str) -> Indicator:
        return with_code((i for part in self.practice_parts for i in part.indicators), code)

    def life_area(self, code: str) -> LifeArea:
        return with_code(self.life_areas, code)

    def agenda(self, code: str) -> Agenda:
        return with_code(self.agendas, code)

    def legal_basis(self, code: str) -> LegalBasis:
        return with_code(self.legal_bases, code)

    def has_agenda(self, code: str) -> bool:
        return any(agenda.code == code for agenda in self.agendas)

    def move_from(self, pack_code: str) -> Move | None:
        """How what a team has is read anew when it comes from another pack, if this one says so."""
        return next((one for one in self.moves if one.from_pack == pack_code), None)

    def role_fields_of(self, whose: RoleOwner) -> list[RoleField]:
        return [field for field in self.role_fields if field.whose is whose]

    def precondition(self, code: str) -> Precondition:
        return with_code(self.preconditions, code)

    @property
    def legal_basis_choices(self) -> list[tuple[str, str]]:
        return [(basis.code, basis.title) for basis in self.legal_bases]

    def choice_list(self, code: str) -> ChoiceList:
        return with_code(self.choice_lists, code)

    def information_sheet(self, code: str) -> InformationSheet:
        return with_code(self.information_sheets, code)

    def name_of(self, line: AssessmentLine) -> str:
        """What a line of the self-assessment is called beside a figure."""
        about = [one.title for one in (*self.values, *self.core_elements) if one.code == line.about]
        return about[0] if about else line.short
