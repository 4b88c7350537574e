using Beffroi.Kit;

namespace Beffroi.Encyclopedia;

/// <summary>What this module keeps of people, table by table (GDPR, article 30): a column that is not here fails a test.</summary>
public sealed class EncyclopediaRegister : IRegister
{
    public Type Database => typeof(EncyclopediaDb);

    public IReadOnlyList<Treatment> Treatments { get; } =
    [
        new()
        {
            Key = "encyclopedie-contributions", Name = "Les contributions à l’encyclopédie",
            Purpose = "Tenir une encyclopédie juste, et dire d’où vient chaque changement.", Basis = "Mission d’intérêt public (RGPD, article 6, 1, e)",
            People = "Contributeurs et relecteurs", Data = "Ce qui est écrit, le jour, le compte ou le nom choisi.",
            Recipients = "Tout le monde pour ce qui est publié ; les relecteurs pour le reste",
            Retention = "Ce qui est accepté : l’histoire de la fiche. Ce qui est refusé ou retiré : 12 mois, effacement automatique.",
            Tables =
            [
                new() { Name = "Proposal", Personal = "Id At AuthorId AuthorName BaseVersion Comment Content EntryId Key Language", Secret = "FollowHash", Holder = "AuthorId", Unlinked = "AuthorId", Blanked = "AuthorName" },
                new() { Name = "ProposalDecision", Personal = "By Reason", Plain = "ProposalId At Checklist Verdict Version", Unlinked = "By" },
                new() { Name = "Remark", Personal = "Id At AuthorId DiscussionId HiddenAt HiddenBy Text", Holder = "AuthorId", Unlinked = "AuthorId HiddenBy" },
                new() { Name = "Discussion", Personal = "ResolvedBy", Plain = "Id At EntryId Field Language Passage ResolvedAt Version", Unlinked = "ResolvedBy" },
                new() { Name = "EntryVersion", Personal = "AuthorId AuthorName Comment", Plain = "EntryId Number At Content ProposalId", Unlinked = "AuthorId", Blanked = "AuthorName" },
                new() { Name = "VersionWithheld", Personal = "By Kept Reason", Plain = "EntryId Number At", Unlinked = "By" },
                new() { Name = "Appointment", Personal = "Id AccountId GivenAt GivenBy WithdrawnAt WithdrawnBy", Holder = "AccountId", Erased = "AccountId", Unlinked = "GivenBy WithdrawnBy" },
                new() { Name = "Entry", Personal = "OwnerId", Plain = "Id ChangedAt CreatedAt Criteria Grades HiddenAt Key Languages OriginName Original Phases ReviewedOn Type Version", Emptied = "OwnerId" },
                new() { Name = "EntryLink", Plain = "FromId ToKey Relation" },
                new() { Name = "EntryUrl", Plain = "EntryId Url" },
                new() { Name = "EntryWords", Plain = "EntryId Language Body BodyTerms Summary SummaryTerms Synonyms Title TitleTerms" },
                new() { Name = "PracticeUse", Personal = "NoteHiddenBy", Plain = "Id EndedAt EntryId NoteHiddenAt Outcome PublicNote StartedAt Version", Unlinked = "NoteHiddenBy" },
                new() { Name = "Reading", Plain = "EntryId Day Language Count" },
                new() { Name = "UrlHealth", Plain = "Url CheckedAt ETag FailsSince Failure FailuresInARow NextCheckAt Status" },
            ],
        },
        Treatment.Journal,
    ];
}
