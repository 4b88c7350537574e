using Beffroi.Kit;

namespace Beffroi.Incubator.Drafting;

/// <summary>The clauses as typed: an empty number is a clause that is not there.</summary>
public sealed record ClausesForm
{
    const int MostMonths = 60;

    public string? FollowUpMonths { get; init; }
    public string? InvestmentMonths { get; init; }
    public string? Accounts { get; init; }
    public string? NeedsBusinessReferent { get; init; }
    public string? IntrapreneurWithinMonths { get; init; }
    public string? IntrapreneurShare { get; init; }
    public string? ChecksConflicts { get; init; }
    public string? FranceConnect { get; init; }
    public string? RiskWorkshop { get; init; }
    public string? Stats { get; init; }
    public string? Opinions { get; init; }
    public string? ExplicitEligibility { get; init; }
    public string? DurationMonths { get; init; }
    public string? EffectNeedsPublication { get; init; }
    public string? NoticeMonths { get; init; }
    public string? YearlySchedule { get; init; }

    /// <summary>Several under one name.</summary>
    public IReadOnlyList<string> Prestations { get; init; } = [];

    public static ClausesForm Of(Clauses c) => new()
    {
        FollowUpMonths = Plain(c.FollowUpMonths), InvestmentMonths = Plain(c.InvestmentMonths), Accounts = c.Accounts.ToString(), NeedsBusinessReferent = Ticked(c.NeedsBusinessReferent), IntrapreneurWithinMonths = Plain(c.IntrapreneurWithinMonths),
        IntrapreneurShare = Plain(c.IntrapreneurShare), ChecksConflicts = Ticked(c.ChecksConflicts), FranceConnect = Ticked(c.FranceConnect), RiskWorkshop = Ticked(c.RiskWorkshop), Stats = c.Stats.ToString(), Opinions = c.Opinions.ToString(),
        ExplicitEligibility = Ticked(c.ExplicitEligibility), DurationMonths = Plain(c.DurationMonths), EffectNeedsPublication = Ticked(c.EffectNeedsPublication), NoticeMonths = Plain(c.NoticeMonths), YearlySchedule = Ticked(c.YearlySchedule),
        Prestations = [.. c.Prestations.Select(p => p.ToString())],
    };

    static string? Plain(int? months) => months?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    static string? Ticked(bool clause) => clause ? "true" : null;

    public Clauses? Read(Errors errors)
    {
        var accounts = Typed.Choice<Accounts>(Accounts, nameof(Accounts), "Choisissez les comptes rendus que demande la convention", errors);
        var (stats, opinions) = (Typed.Choice<DutyOf>(Stats, nameof(Stats), "Choisissez qui publie les statistiques", errors), Typed.Choice<DutyOf>(Opinions, nameof(Opinions), "Choisissez qui recueille les avis", errors));
        var (followUp, investment) = (Months(FollowUpMonths, nameof(FollowUpMonths), errors), Months(InvestmentMonths, nameof(InvestmentMonths), errors));
        var (duration, notice) = (Months(DurationMonths, nameof(DurationMonths), errors), Typed.Whole(NoticeMonths, nameof(NoticeMonths), 0, MostMonths, "Écrivez un nombre de mois", errors));
        var within = Months(IntrapreneurWithinMonths, nameof(IntrapreneurWithinMonths), errors);
        var share = string.IsNullOrWhiteSpace(IntrapreneurShare) ? null : Typed.Whole(IntrapreneurShare, nameof(IntrapreneurShare), 1, 100, "Écrivez un nombre de 1 à 100", errors);
        var prestations = Enum.GetValues<Prestation>().Where(p => Prestations.Contains(p.ToString(), StringComparer.Ordinal)).ToArray();
        if (prestations.Length == 0)
        {
            errors.Add(nameof(Prestations), "Choisissez au moins une prestation");
        }

        if (share is not null && within is null)
        {
            errors.Add(nameof(IntrapreneurWithinMonths), "Écrivez sous combien de mois l’intrapreneur est trouvé");
        }

        return errors.Any ? null : new()
        {
            FollowUpMonths = followUp, InvestmentMonths = investment, Accounts = accounts!.Value, NeedsBusinessReferent = NeedsBusinessReferent is not null, IntrapreneurWithinMonths = within, IntrapreneurShare = share,
            ChecksConflicts = ChecksConflicts is not null, FranceConnect = FranceConnect is not null, RiskWorkshop = RiskWorkshop is not null, Stats = stats!.Value, Opinions = opinions!.Value,
            ExplicitEligibility = ExplicitEligibility is not null, DurationMonths = duration, EffectNeedsPublication = EffectNeedsPublication is not null, NoticeMonths = notice!.Value, YearlySchedule = YearlySchedule is not null,
            PrestationNames = Clauses.Names(prestations),
        };
    }

    static int? Months(string? typed, string field, Errors errors) =>
        string.IsNullOrWhiteSpace(typed) ? null : Typed.Whole(typed, field, 1, MostMonths, $"Écrivez un nombre de mois, de 1 à {French.Number(MostMonths)}", errors);
}
