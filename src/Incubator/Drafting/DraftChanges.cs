using Beffroi.Kit;

namespace Beffroi.Incubator.Drafting;

/// <summary>What a correction changes, in words, for the journal.</summary>
static class DraftChanges
{
    const string Nothing = "non renseigné";

    public static (string Before, string After) Between(Convention before, Convention after)
    {
        var changed = Said(before).Zip(Said(after)).Where(p => p.First != p.Second).ToList();
        return (string.Join(" ; ", changed.Select(p => $"{p.First.What} : {p.First.Text}")), string.Join(" ; ", changed.Select(p => $"{p.Second.What} : {p.Second.Text}")));
    }

    static IEnumerable<(string What, string Text)> Said(Convention c)
    {
        var (k, i) = (c.Clauses, c.Imputation);
        return
        [
            ("titre", c.Title), ("délégant", c.Delegator), ("délégataire", c.Delegate), ("AE", c.AmountAe.ToString()), ("CP", c.AmountCp.ToString()), ("dernier paiement", c.WrittenHardStop is { } stop ? French.Day(stop) : Nothing),
            ("version du manifeste", c.ManifestoVersion), ("présences", c.RequiredAttendeesText.Replace('\n', ',')),
            ("axe ministériel 1", i.MinisterialAxis ?? Nothing), ("domaine fonctionnel", i.FunctionalDomain), ("centre financier", i.FinancialCentre), ("activité", i.Activity), ("centre de coût", i.CostCentre),
            ("durée en mois", Months(k.DurationMonths)), ("préavis en mois", Months(k.NoticeMonths)), ("comité de suivi", Months(k.FollowUpMonths)), ("comité d’investissement", Months(k.InvestmentMonths)),
            ("comptes", k.Accounts switch { Accounts.MonthlyAndFinal => "chaque mois et à la fin", Accounts.FinalOnly => "à la fin" }), ("intrapreneur sous", Months(k.IntrapreneurWithinMonths)), ("part de son temps", Months(k.IntrapreneurShare)),
            ("référent métier", Yes(k.NeedsBusinessReferent)), ("conflits d’intérêts", Yes(k.ChecksConflicts)), ("FranceConnect", Yes(k.FranceConnect)), ("atelier de risques", Yes(k.RiskWorkshop)), ("dépenses éligibles listées", Yes(k.ExplicitEligibility)),
            ("effet à la publication", Yes(k.EffectNeedsPublication)), ("montants par année", Yes(k.YearlySchedule)), ("statistiques", Who(k.Stats)), ("avis", Who(k.Opinions)), ("prestations", string.Join(", ", k.Prestations.Select(p => p.Label()))),
        ];
    }

    static string Months(int? n) => n is { } number ? French.Number(number) : Nothing;

    static string Yes(bool clause) => clause ? "oui" : "non";

    static string Who(DutyOf duty) => duty switch
    {
        DutyOf.NotAsked => "non demandé",
        DutyOf.Delegator => "le délégant",
        DutyOf.AllPartners => "tous les partenaires",
    };
}
