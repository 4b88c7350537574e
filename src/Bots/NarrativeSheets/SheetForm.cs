using Beffroi.Bots.Analysing;
using Beffroi.Kit;

namespace Beffroi.Bots.NarrativeSheets;

/// <summary>The sheet as typed.</summary>
public sealed record SheetForm
{
    const int ObservableMaxLength = 2_000;
    const int HrefMaxLength = 1_900;

    public Guid? FormId { get; init; }
    public Guid? Cluster { get; init; }
    public string? Title { get; init; }
    public string? Summary { get; init; }
    public string? Href { get; init; }
    public string? Observables { get; init; }
    public string? Massive { get; init; }
    public string? Amplified { get; init; }
    public string? FalseOrMisleading { get; init; }
    public string? Foreign { get; init; }
    public string? IntentToHarm { get; init; }
    public string? MassiveLeaning { get; init; }
    public string? AmplifiedLeaning { get; init; }
    public string? FalseOrMisleadingLeaning { get; init; }
    public string? ForeignLeaning { get; init; }
    public string? IntentToHarmLeaning { get; init; }

    public static SheetForm Of(SheetDraft draft, Guid id) => new()
    {
        FormId = id, Title = draft.Title, Summary = draft.Summary, Href = draft.Href, Observables = string.Join('\n', draft.Observables),
        Massive = draft.Evidence[CampaignCriterion.Massive], Amplified = draft.Evidence[CampaignCriterion.Amplified], FalseOrMisleading = draft.Evidence[CampaignCriterion.FalseOrMisleading],
        Foreign = draft.Evidence[CampaignCriterion.Foreign], IntentToHarm = draft.Evidence[CampaignCriterion.IntentToHarm],
    };

    public (string? Text, string? Leaning) this[CampaignCriterion criterion] => criterion switch
    {
        CampaignCriterion.Massive => (Massive, MassiveLeaning),
        CampaignCriterion.Amplified => (Amplified, AmplifiedLeaning),
        CampaignCriterion.FalseOrMisleading => (FalseOrMisleading, FalseOrMisleadingLeaning),
        CampaignCriterion.Foreign => (Foreign, ForeignLeaning),
        CampaignCriterion.IntentToHarm => (IntentToHarm, IntentToHarmLeaning),
    };

    /// <summary>Where it comes from; null where that is no page of the detector: a link of a case is a door that others trust.</summary>
    public string? OwnHref => Href is { Length: <= HrefMaxLength } href && (href.StartsWith(Addresses.French + "/", StringComparison.Ordinal) || href.StartsWith(Addresses.English + "/", StringComparison.Ordinal))
        && !href.Contains('\\', StringComparison.Ordinal) && !href.Any(char.IsControl) ? href : null;

    public CaseSheet? Read(Lang l, Errors errors)
    {
        var title = (Title ?? "").Trim();
        if (title.Length is 0 or > CaseSheet.TitleMaxLength)
        {
            errors.Add(nameof(Title), l.Say($"Donnez un titre de {CaseSheet.TitleMaxLength} signes au plus.", $"Give a title of at most {CaseSheet.TitleMaxLength} characters."));
        }

        var summary = Text(nameof(Summary), Summary, l, errors);
        if (summary.Length == 0)
        {
            errors.Add(nameof(Summary), l.Say("Dites de quoi il s’agit.", "Say what it is about."));
        }

        var observables = (Observables ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (observables.Length > CaseSheet.MostObservables || observables.Any(o => o.Length > ObservableMaxLength))
        {
            errors.Add(nameof(Observables), l.Say($"Un par ligne : {CaseSheet.MostObservables} au plus, de {l.Number(ObservableMaxLength)} signes au plus.", $"One a line: at most {CaseSheet.MostObservables}, of at most {l.Number(ObservableMaxLength)} characters."));
        }

        List<CriterionEvidence> criteria = [.. Enum.GetValues<CampaignCriterion>().Select(c => new CriterionEvidence(c, Text(c.ToString(), this[c].Text, l, errors), Leaning(c, l, errors)))];
        if (OwnHref is not { } href || FormId is not { } id || id == Guid.Empty)
        {
            errors.Add("", l.Say("Cette fiche n’est plus complète : préparez-la à nouveau depuis son récit ou son groupe.", "This sheet is no longer whole: prepare it again from its narrative or cluster."));
            return null;
        }

        return errors.Any ? null : new() { Id = id, Title = title, Summary = summary, Href = href, Observables = observables, Criteria = criteria, Language = l };
    }

    static string Text(string field, string? typed, Lang l, Errors errors)
    {
        var text = (typed ?? "").ReplaceLineEndings("\n").Trim();
        if (text.Length > CaseSheet.TextMaxLength)
        {
            errors.Add(field, l.Say($"Trop long : {l.Number(CaseSheet.TextMaxLength)} signes au plus.", $"Too long: {l.Number(CaseSheet.TextMaxLength)} characters at most."));
        }

        return text;
    }

    EvidenceLeaning Leaning(CampaignCriterion criterion, Lang l, Errors errors)
    {
        var typed = this[criterion].Leaning;
        if (string.IsNullOrEmpty(typed) || Enum.GetNames<EvidenceLeaning>().Contains(typed, StringComparer.Ordinal))
        {
            return string.IsNullOrEmpty(typed) ? EvidenceLeaning.Open : Enum.Parse<EvidenceLeaning>(typed);
        }

        errors.Add(criterion + "Leaning", l.Say("Choisissez dans la liste.", "Choose from the list."));
        return EvidenceLeaning.Open;
    }
}
