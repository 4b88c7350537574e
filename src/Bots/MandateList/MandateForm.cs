using Beffroi.Kit;

namespace Beffroi.Bots.MandateList;

/// <summary>A mandate as somebody types it: nothing in it is optional.</summary>
public sealed record MandateForm
{
    const int LeastHypothesis = 80;
    const int LeastPurpose = 30;
    const int MostUnmatchedDays = 60;
    const int MostKeepDays = 730;

    /// <summary>France, and its parts that have a code of their own (ISO 3166-1): domestic opinion is no target.</summary>
    static readonly HashSet<string> Domestic = new(StringComparer.Ordinal) { "FR", "FX", "GP", "MQ", "GF", "RE", "YT", "PM", "BL", "MF", "WF", "PF", "NC", "TF" };

    public string? Title { get; init; }
    public string? Controller { get; init; }
    public string? Purpose { get; init; }
    public string? Basis { get; init; }
    public string? BasisDetail { get; init; }
    public string? Hypothesis { get; init; }
    public string? Countries { get; init; }
    public string? ExpiresOn { get; init; }
    public string? UnmatchedDays { get; init; } = "15";
    public string? KeepDays { get; init; } = "180";

    /// <summary>Null when something is to be corrected.</summary>
    public Mandate? Read(Analyst by, DateTimeOffset now, DateOnly today, Lang l, Errors errors)
    {
        var typed = new Typed(l, errors);
        var title = typed.Line(nameof(Title), Title, 3, Mandate.TitleMaxLength);
        var controller = typed.Line(nameof(Controller), Controller, 10, Mandate.LineMaxLength);
        var purpose = typed.Text(nameof(Purpose), Purpose, LeastPurpose, Mandate.TextMaxLength);
        var basis = typed.One<LegalBasis>(nameof(Basis), Basis);
        var detail = typed.Text(nameof(BasisDetail), BasisDetail, 10, Mandate.TextMaxLength);
        var hypothesis = typed.Text(nameof(Hypothesis), Hypothesis, LeastHypothesis, Mandate.TextMaxLength);
        var countries = Codes(l, errors);
        var until = typed.Day(nameof(ExpiresOn), ExpiresOn, today, today.AddYears(1));
        var unmatched = typed.Whole(nameof(UnmatchedDays), UnmatchedDays, 1, MostUnmatchedDays);
        var keep = typed.Whole(nameof(KeepDays), KeepDays, 1, MostKeepDays);
        if (!errors.Any && keep < unmatched)
        {
            errors.Add(nameof(KeepDays), l.Say("Ce qui correspond se garde au moins aussi longtemps que ce qui ne correspond pas", "What matches is kept at least as long as what does not"));
        }

        return errors.Any ? null : new()
        {
            Id = Guid.CreateVersion7(now), OrganisationId = by.OrganisationId, Title = title, Controller = controller, Purpose = purpose, Basis = basis!.Value, BasisDetail = detail, Hypothesis = hypothesis,
            Countries = countries, ExpiresOn = until, UnmatchedDays = unmatched, KeepDays = keep, RecordedAt = now, RecordedBy = by.AccountId,
        };
    }

    string Codes(Lang l, Errors errors)
    {
        var codes = (Countries ?? "").ToUpperInvariant().Split([' ', ',', ';', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToList();
        if (codes.Count is 0 or > 20 || codes.Exists(c => c.Length != 2 || !c.All(char.IsAsciiLetterUpper)))
        {
            errors.Add(nameof(Countries), l.Say("Écrivez un ou plusieurs codes de deux lettres, par exemple RU ou AZ ; ZZ si l’origine n’est pas connue", "Write one or more codes of two letters, for instance RU or AZ; ZZ when the origin is not known"));
        }
        else if (codes.Exists(Domestic.Contains))
        {
            errors.Add(nameof(Countries), l.Say("L’opinion en France n’est pas une cible : donnez une origine étrangère supposée", "Opinion in France is no target: give a supposed foreign origin"));
        }

        return string.Join(' ', codes);
    }
}
