using Beffroi.Chat.Cases;
using Beffroi.Kit;

namespace Beffroi.Chat;

/// <summary>What a sheet of another module writes in a new case: its text, where it comes from, evidence as arguments, observables. No criterion is answered.</summary>
static class FoundSheet
{
    const int LabelMaxLength = 200;

    public static IEnumerable<CaseDraft> Drafts(CaseSheet sheet, Seat seat, Guid organisation, DateTimeOffset now)
    {
        // As a case that is opened by the form starts: with the own organisation, which widens it when it chooses to.
        var marking = new Marked { Tlp = Tlp.AmberStrict, Audience = Audience.Of(organisation) };
        yield return Draft(new CaseOpened { Title = CleanText.Cleaned(sheet.Title), Language = sheet.Language.Code() }, marking);
        var inside = new Marked { Tlp = marking.Tlp };
        yield return Draft(new SectionWritten { Section = Section.Content, Text = CleanText.Cleaned(sheet.Summary) }, inside);
        yield return Draft(new ThingLinked { Kind = ThingKind.Narrative, Href = sheet.Href, Label = Label(sheet.Title) }, inside);
        foreach (var evidence in sheet.Criteria.Where(c => !string.IsNullOrWhiteSpace(c.Markdown)))
        {
            yield return Draft(new ArgumentMade { Stance = StanceOf(evidence.Leaning), Criterion = KeyOf(evidence.Criterion), Text = CleanText.Cleaned(evidence.Markdown) }, inside);
        }

        foreach (var noted in sheet.Observables.Take(CaseSheet.MostObservables).SelectMany(Observables).DistinctBy(o => o.Observable.Key, StringComparer.Ordinal))
        {
            yield return Draft(noted, inside);
        }

        CaseDraft Draft(CaseFact fact, Marked mark) => new() { Id = Guid.CreateVersion7(now), Author = seat.Author, Marking = mark, Fact = fact };
    }

    // The reader leaves aside names whose end it does not know; here somebody says that each is one thing.
    static IEnumerable<ObservableNoted> Observables(string text)
    {
        var clean = CleanText.Cleaned(text).Trim();
        var found = Opening.Observables(new(Guid.Empty, Guid.Empty, clean)).ToList();
        return found.Count > 0 ? found : Observable.Read(ObservableKind.Domain, clean) is { } domain ? [new() { Observable = domain }] : [];
    }

    static string Label(string title) => CleanText.Cleaned(title) is var clean && clean.Length <= LabelMaxLength ? clean : clean[..LabelMaxLength];

    static Stance StanceOf(EvidenceLeaning leaning) => leaning switch
    {
        EvidenceLeaning.Open => Stance.Question,
        EvidenceLeaning.For => Stance.For,
        EvidenceLeaning.Against => Stance.Against,
    };

    static string KeyOf(CampaignCriterion criterion) => criterion switch
    {
        CampaignCriterion.Massive => Convention.Massive,
        CampaignCriterion.Amplified => Convention.Artificial,
        CampaignCriterion.FalseOrMisleading => Convention.Misleading,
        CampaignCriterion.Foreign => Convention.Foreign,
        CampaignCriterion.IntentToHarm => Convention.Harmful,
    };
}
